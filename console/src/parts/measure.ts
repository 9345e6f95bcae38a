import { displayMoney } from '@tallystick/kernel';
import { showPercent } from '@tallystick/ui';
import i18next from 'i18next';

const whole = (text: string): boolean => /^-?\d+$/.test(text);
const yesNo = (text: string): string | undefined => (text === 'true' ? i18next.t('state.yes') : text === 'false' ? i18next.t('state.no') : undefined);
/** Ratios that are read as "so many times" and not as a share. */
const TIMES: ReadonlySet<string> = new Set(['dscrPpm', 'disputeToCategoryPpm']);
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A value as an engine keeps it, its unit in its name: `gmvTrendPpm` 38177 is 3.82%, `limitMinor` 100 is 1.00, `shopAgeMonths` 45 is 45 months. */
export function showMeasure(name: string, value: string | null): string {
  if (value === null) return i18next.t('state.unknown');
  if (!whole(value)) return yesNo(value) ?? value;
  if (TIMES.has(name)) return i18next.t('unit.times', { n: (Number(value) / 1_000_000).toFixed(2) });
  if (name.endsWith('Ppm')) return `${(Number(value) / 10_000).toFixed(2)}%`;
  if (name.endsWith('Minor')) return displayMoney(BigInt(value));
  if (name.endsWith('Milli')) return (Number(value) / 1000).toFixed(2);
  if (name.endsWith('Months')) return i18next.t('unit.months', { n: value });
  if (name.endsWith('Days')) return i18next.t('unit.days', { n: value });
  return grouped(value);
}

/** A value as a decision table writes it: money and rates already as decimals, codes as words. */
export function showWritten(name: string, value: string | null): string {
  if (value === null) return i18next.t('state.unknown');
  if (name.endsWith('Ppm')) return showPercent(value);
  return yesNo(value) ?? i18next.t(`written.${name}.${value}`, { defaultValue: value });
}

/** Minutes in the unit that fits: 35 min, 4.8 h, 4.4 d; less than one is said so. */
export function showSpan(minutes: string | number | null): string {
  const n = Number(minutes);
  if (minutes === null || Number.isNaN(n)) return '—';
  if (n < 1) return i18next.t('span.moment');
  if (n < 60) return i18next.t('span.minutes', { n: n.toFixed(0) });
  return n < 1440 ? i18next.t('span.hours', { n: (n / 60).toFixed(1) }) : i18next.t('span.days', { n: (n / 1440).toFixed(1) });
}
