import { assert } from './assert.ts';

/** A day at the bank, "2026-11-22". It has no zone and is not a moment. */
export type CalendarDate = string & { readonly kind?: 'CalendarDate' };
/** Days since 1970-01-01: what engines count with. */
export type EpochDay = number;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant's civil-days algorithm). */
export function civilToEpochDay(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function epochDayToCivil(epochDay: EpochDay): { year: number; month: number; day: number } {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const daysInMonth = (year: number, month: number): number => {
  assert(month >= 1 && month <= 12, 'month out of range');
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
export const civil = (year: number, month: number, day: number): CalendarDate => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Reads a date that exists; undefined for anything else ("2026-02-30", "26-1-1"). Years 1800 to 2199. */
export function parseDate(text: string): CalendarDate | undefined {
  const m = PATTERN.exec(text);
  if (!m) return undefined;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text;
}

/** A date literal that must exist. */
export function calendarDate(text: string): CalendarDate {
  const date = parseDate(text);
  assert(date !== undefined, `no such date: ${text}`);
  return date;
}

export function toEpochDay(date: CalendarDate): EpochDay {
  return civilToEpochDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}
export function fromEpochDay(day: EpochDay): CalendarDate {
  const c = epochDayToCivil(day);
  return civil(c.year, c.month, c.day);
}

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromEpochDay(toEpochDay(date) + days);
/** Calendar days from `from` (counted) to `to` (not counted): 算头不算尾. Negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toEpochDay(to) - toEpochDay(from);

/** Month step on epoch days. `dueDay` is the contract's own day, so 31 Jan -> 28 Feb -> 31 Mar does not drift (民法典 203). */
export function addMonthsToDay(from: EpochDay, months: number, dueDay: number): EpochDay {
  const c = epochDayToCivil(from);
  const index = c.year * 12 + (c.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return civilToEpochDay(year, month, Math.min(dueDay, daysInMonth(year, month)));
}
/** Month step on dates; see addMonthsToDay. `dueDay` defaults to the start's own day. */
export function addMonths(from: CalendarDate, months: number, dueDay = Number(from.slice(8, 10))): CalendarDate {
  return fromEpochDay(addMonthsToDay(toEpochDay(from), months, dueDay));
}

/** Whole years lived on `on`; a birthday on 29 February is reached on 1 March of ordinary years. */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** 1 Monday … 7 Sunday. */
export const weekday = (date: CalendarDate): number => ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
export const startOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 8)}01`;
export const endOfMonth = (date: CalendarDate): CalendarDate =>
  civil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))));
