import { assert } from './assert.ts';
import { type CalendarDate, civil, civilToEpochDay, daysBetween, epochDayToCivil, isLeapYear, toEpochDay } from './date.ts';

/** How a stretch of days becomes a part of a year. Names as in loan contracts. */
export type DayCount = 'actual/360' | 'actual/365' | 'actual/actual' | '30/360' | 'actual/364';

/** An exact part of a year: `days / base` per stretch, added up. */
export type YearFraction = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * Days of a 30/360 year (Bond Basis): every month has 30 days; a 31st counts as the 30th.
 */
export function days30(from: CalendarDate, to: CalendarDate): number {
  const [y1, m1, d1] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Math.min(30, Number(from.slice(8, 10)))];
  const [y2, m2, d2raw] = [Number(to.slice(0, 4)), Number(to.slice(5, 7)), Number(to.slice(8, 10))];
  const d2 = d2raw === 31 && d1 === 30 ? 30 : d2raw;
  return (y2 - y1) * 360 + (m2 - m1) * 30 + (d2 - d1);
}

/**
 * The part of a year from `from` (counted) to `to` (not counted). `actual/actual` splits at 31 December: days up to it over
 * that year's length, days from it over the next year's (the convention of the reference cases, section 3.4).
 */
export function yearFraction(from: CalendarDate, to: CalendarDate, basis: DayCount): YearFraction {
  assert(from <= to, `a stretch of days does not run backwards: ${from} to ${to}`);
  switch (basis) {
    case 'actual/360':
      return { numerator: BigInt(daysBetween(from, to)), denominator: 360n };
    case 'actual/364':
      return { numerator: BigInt(daysBetween(from, to)), denominator: 364n };
    case 'actual/365':
      return { numerator: BigInt(daysBetween(from, to)), denominator: 365n };
    case '30/360':
      return { numerator: BigInt(days30(from, to)), denominator: 360n };
    case 'actual/actual': {
      const end = toEpochDay(to);
      let at = toEpochDay(from);
      let numerator = 0n;
      const denominator = 365n * 366n;
      while (at < end) {
        // A stretch that starts on 31 December already belongs to the next year.
        const { year, month, day } = epochDayToCivil(at);
        const counted = month === 12 && day === 31 ? year + 1 : year;
        const stop = Math.min(end, civilToEpochDay(counted, 12, 31));
        numerator += BigInt(stop - at) * (isLeapYear(counted) ? 365n : 366n);
        at = stop;
      }
      return { numerator, denominator };
    }
  }
}

export const yearStart = (year: number): CalendarDate => civil(year, 1, 1);
