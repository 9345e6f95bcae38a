import { addMonthsToDay, civilToEpochDay, daysInMonth, type EpochDay, epochDayToCivil, isLeapYear, must, toEpochDay } from '@tallystick/kernel';
import type { DayBase, Frequency, LoanTerms } from './terms.ts';

/**
 * Parts of a year. Divisible by 360, 364, 365, 366, 12 and 52, so a day of any base, a month and a week are whole numbers of
 * parts and every interest sum is exact until its one rounding.
 */
export const YEAR = 145_880_280;

/** The loan's periods as columns, one entry per row: first day (counted), due day (not counted), part of a year. */
export type Periods = { readonly from: EpochDay[]; readonly due: EpochDay[]; readonly part: number[]; readonly anchor: number[] };

/** Actual days from `from` (counted) to `to` (not counted) in parts of a year (REP-04, REP-06). */
export function dayParts(base: DayBase, from: EpochDay, to: EpochDay): number {
  if (typeof base === 'number') return (to - from) * (YEAR / base);
  if (base === 'leap_period') return (to - from) * (YEAR / (holdsLeapDay(from, to) ? 366 : 365));
  const lastDayBelongsToNext = base === 'actual';
  let parts = 0;
  for (let at = from; at < to; ) {
    const { year, month, day } = epochDayToCivil(at);
    const counted = lastDayBelongsToNext && month === 12 && day === 31 ? year + 1 : year;
    const yearEnd = lastDayBelongsToNext ? civilToEpochDay(counted, 12, 31) : civilToEpochDay(counted + 1, 1, 1);
    const stop = Math.min(to, yearEnd);
    parts += (stop - at) * (YEAR / (isLeapYear(counted) ? 366 : 365));
    at = stop;
  }
  return parts;
}

function holdsLeapDay(from: EpochDay, to: EpochDay): boolean {
  for (let year = epochDayToCivil(from).year; year <= epochDayToCivil(to).year; year += 1) {
    if (!isLeapYear(year)) continue;
    const leapDay = civilToEpochDay(year, 2, 29);
    if (leapDay > from && leapDay <= to) return true;
  }
  return false;
}

/** Whole months at a twelfth, odd days over the base (REP-06). Months step to `anchor`, the contract's own day. */
function monthsAndDays(base: DayBase, from: EpochDay, to: EpochDay, anchor: number): number {
  const a = epochDayToCivil(from);
  const b = epochDayToCivil(to);
  let months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && addMonthsToDay(from, months, anchor) > to) months -= 1;
  return months * (YEAR / 12) + dayParts(base, months === 0 ? from : addMonthsToDay(from, months, anchor), to);
}

/** A full period as one flat fraction whatever its length: 30-day months, or twelfths and fifty-seconds. */
function flatPart(terms: LoanTerms, { unit, every }: Frequency): number {
  const day = YEAR / (typeof terms.dayBase === 'number' ? terms.dayBase : 365);
  if (unit === 'day') return every * day;
  if (terms.interestBasis === 'fraction') return every * (YEAR / (unit === 'month' ? 12 : 52));
  return every * day * (unit === 'month' ? 30 : 7);
}

const isFlat = (terms: LoanTerms): boolean => terms.interestBasis === 'days30' || terms.interestBasis === 'fraction';

/** Part of a year from the start of row `row` up to `day` within it; the whole part on its due day. Additive, so any stretch is a difference. */
export function partTo(terms: LoanTerms, periods: Periods, row: number, day: EpochDay): number {
  const from = must(periods.from[row], 'row');
  const due = must(periods.due[row], 'row');
  const part = must(periods.part[row], 'row');
  if (day >= due) return part;
  if (terms.interestBasis === 'period' && terms.frequency.unit === 'month')
    return monthsAndDays(terms.dayBase, from, day, must(periods.anchor[row], 'row'));
  if (isFlat(terms)) return Math.floor((part * (day - from)) / (due - from));
  if (terms.dayBase === 'leap_period') return (part / (due - from)) * (day - from);
  return dayParts(terms.dayBase, from, day);
}

function step(frequency: Frequency, from: EpochDay, periods: number, anchor: number): EpochDay {
  if (frequency.unit === 'month') return addMonthsToDay(from, frequency.every * periods, anchor);
  return from + periods * frequency.every * (frequency.unit === 'week' ? 7 : 1);
}

/** `count` days, each so many months after the one before, on the contract's own day: counted from the first, so a month end never drifts. */
function monthlyDays(first: EpochDay, every: number, anchor: number, count: number, skip: number): EpochDay[] {
  const { year, month } = epochDayToCivil(first);
  const days: EpochDay[] = [];
  for (let k = skip; k < count + skip; k += 1) {
    const index = year * 12 + month - 1 + k * every;
    const y = Math.floor(index / 12);
    const m = index - y * 12 + 1;
    days.push(civilToEpochDay(y, m, anchor <= 28 ? anchor : Math.min(anchor, daysInMonth(y, m))));
  }
  return days;
}

/** The contract's own day of the month. */
const contractDay = (terms: LoanTerms): number => terms.dueDay ?? epochDayToCivil(toEpochDay(terms.firstDue ?? terms.start)).day;

/** Due days before any row is dropped. The k-th is counted from the first, so a month end never drifts (民法典 203). */
export function dueDays(terms: LoanTerms): EpochDay[] {
  if (terms.dueDates) return terms.dueDates.map(toEpochDay);
  const first = toEpochDay(terms.firstDue ?? terms.start);
  const skip = terms.firstDue === undefined ? 1 : 0;
  const anchor = contractDay(terms);
  if (terms.frequency.unit === 'month') return monthlyDays(first, terms.frequency.every, anchor, terms.count, skip);
  return Array.from({ length: terms.count }, (_, k) => step(terms.frequency, first, k + skip, anchor));
}

/** Part of a year of a whole period; a first one of odd length under a flat fraction counts its days over those of a full one. */
function fullPart(terms: LoanTerms, frequency: Frequency, from: EpochDay, due: EpochDay, anchor: number, first: boolean): number {
  if (isFlat(terms)) {
    const part = flatPart(terms, frequency);
    const fullFrom = first && terms.firstDue !== undefined ? step(frequency, due, -1, contractDay(terms)) : from;
    return fullFrom === from ? part : Math.floor((part * (due - from)) / (due - fullFrom));
  }
  if (terms.interestBasis === 'period' && frequency.unit === 'month') return monthsAndDays(terms.dayBase, from, due, anchor);
  return dayParts(terms.dayBase, from, due);
}

/** Lays out the periods of checked terms. A bullet loan is one period; a down payment is a first row without days. */
export function periodsOf(terms: LoanTerms): Periods {
  const start = toEpochDay(terms.start);
  const all = dueDays(terms);
  const bullet = terms.method === 'bullet';
  const dues = bullet ? all.slice(-1) : all;
  const frequency = bullet ? { unit: terms.frequency.unit, every: terms.frequency.every * terms.count } : terms.frequency;
  const startDay = epochDayToCivil(start).day;
  const dueDay = contractDay(terms);
  const down = terms.downPaymentPpm !== undefined && terms.downPaymentPpm > 0n;
  const periods: Periods = { from: down ? [start] : [], due: down ? [start] : [], part: down ? [0] : [], anchor: down ? [startDay] : [] };
  const wholeMonths = terms.interestBasis === 'period' && frequency.unit === 'month';
  let from = start;
  dues.forEach((due, k) => {
    const anchor = k === 0 ? startDay : dueDay;
    periods.from.push(from);
    periods.due.push(due);
    periods.anchor.push(anchor);
    // Rows after the first are whole months by construction, unless their days were given one by one.
    const regular = k > 0 && wholeMonths && terms.dueDates === undefined;
    periods.part.push(regular ? frequency.every * (YEAR / 12) : fullPart(terms, frequency, from, due, anchor, k === 0));
    from = due;
  });
  return periods;
}
