import { bankDate, bankMinuteOfDay, type CalendarDate, chineseCapitals, type Instant, parseMoney } from '@tallystick/kernel';
import { currentLanguage } from './i18n/index.ts';

/** "1234567.5" from the API to "1,234,567.50". The text is never turned into a float. */
export function showMoney(amount: string): string {
  const negative = amount.startsWith('-');
  const [whole = '0', cents = ''] = (negative ? amount.slice(1) : amount).split('.');
  return `${negative ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.padEnd(2, '0')}`;
}
/** With the currency sign: ¥1,234.50. */
export const showYuan = (amount: string): string => (amount.startsWith('-') ? `−¥${showMoney(amount.slice(1))}` : `¥${showMoney(amount)}`);

/** 大写金额 of what stands in a money field; empty while it is not an amount of zero or more. */
export function capitalsOf(typed: string): string {
  const minor = parseMoney(typed);
  return minor === undefined || minor < 0n ? '' : chineseCapitals(minor);
}

/** Cockpit abbreviation: 万 and 亿 in Chinese, K and M in English; the exact figure belongs beside it on hover. */
export function shortMoney(amount: string): string {
  const yuan = Number(amount.split('.')[0]);
  const steps: readonly (readonly [number, string])[] =
    currentLanguage() === 'zh'
      ? [
          [1e8, '亿'],
          [1e4, '万'],
        ]
      : [
          [1e9, 'B'],
          [1e6, 'M'],
          [1e3, 'K'],
        ];
  for (const [step, unit] of steps)
    if (Math.abs(yuan) >= step)
      return `${yuan < 0 ? '−' : ''}${(Math.abs(yuan) / step).toFixed(Math.abs(yuan) / step >= 100 ? 0 : 2)}${currentLanguage() === 'zh' ? ' ' : ''}${unit}`;
  return String(yuan).replace('-', '−');
}

/** "6.0000" percent to "6.00%": two places, more only where they say something. */
export function showPercent(percent: string): string {
  const [whole = '0', places = ''] = percent.split('.');
  const tail = places.padEnd(4, '0');
  return `${whole}.${tail.endsWith('00') ? tail.slice(0, 2) : tail}%`;
}

/** What stands between the parts of a list. */
export const listComma = (): string => (currentLanguage() === 'zh' ? '、' : ', ');
/** What stands between a label and what it says. */
export const labelColon = (): string => (currentLanguage() === 'zh' ? '：' : ': ');

export const showDate = (date: CalendarDate): string => date;
/** 11月22日 / 22 Nov in prose. */
export function proseDate(date: CalendarDate): string {
  const [, month, day] = date.split('-').map(Number);
  if (currentLanguage() === 'zh') return `${month}月${day}日`;
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${day} ${names[(month ?? 1) - 1]}`;
}
/** A moment in the bank's zone: 2026-11-22 09:05. */
export function showMoment(at: Instant): string {
  const minute = bankMinuteOfDay(at);
  return `${bankDate(at)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
