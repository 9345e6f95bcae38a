import { displayMoney, formatPercent } from '@tallystick/kernel';
import { showPercent } from '@tallystick/ui';
import i18next from 'i18next';

const whole = (text: string): boolean => /^-?\d+$/.test(text);
const yesNo = (text: string): string | undefined => (text === 'true' ? i18next.t('state.yes') : text === 'false' ? i18next.t('state.no') : undefined);

/** A value as an engine keeps it, its unit in its name: `gmvTrendPpm` 38177 is 3.82%, `limitMinor` 100 is 1.00. */
export function showMeasure(name: string, value: string | null): string {
  if (value === null) return i18next.t('state.unknown');
  if (whole(value) && name.endsWith('Ppm')) return showPercent(formatPercent(BigInt(value)));
  if (whole(value) && name.endsWith('Minor')) return displayMoney(BigInt(value));
  return yesNo(value) ?? value;
}

/** A value as a decision table writes it: money and rates already as decimals. */
export function showWritten(name: string, value: string | null): string {
  if (value === null) return i18next.t('state.unknown');
  if (name.endsWith('Ppm')) return showPercent(value);
  return yesNo(value) ?? value;
}
