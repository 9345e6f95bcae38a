import {
  addDays,
  addMonths,
  type CalendarDate,
  daysInMonth,
  type EpochDay,
  endOfMonth,
  fromEpochDay,
  startOfMonth,
  toEpochDay,
  type WorkingCalendar,
  weekday,
} from '@tallystick/kernel';
import { dueDays } from './periods.ts';
import { checkTerms, type LoanTerms } from './terms.ts';

/** Due dates that a frequency alone does not give. */
export type DueRule =
  /** Two days of every month, like the 1st and the 16th. */
  | { readonly kind: 'semi_monthly'; readonly days: readonly [number, number] }
  | { readonly kind: 'month_end'; readonly everyMonths: number }
  /** The n-th weekday (Monday is 1) of a month; −1 is the last one. */
  | { readonly kind: 'nth_weekday'; readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: number; readonly everyMonths: number }
  /** Every so many days or months, the last one exactly so many days after the start. */
  | { readonly kind: 'fixed_length'; readonly everyMonths: number; readonly lengthDays: number };

const inMonth = (day: CalendarDate, n: number): CalendarDate => {
  const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return addDays(startOfMonth(day), Math.min(n, last) - 1);
};

function nthWeekday(month: CalendarDate, nth: number, wanted: number): CalendarDate {
  if (nth === -1) {
    const last = endOfMonth(month);
    return addDays(last, -((weekday(last) - wanted + 7) % 7));
  }
  const first = startOfMonth(month);
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

/** Due dates of one month by a rule. */
function ofMonth(rule: DueRule, month: CalendarDate): CalendarDate[] {
  if (rule.kind === 'semi_monthly') return [...rule.days].sort((a, b) => a - b).map((d) => inMonth(month, d));
  if (rule.kind === 'month_end') return [endOfMonth(month)];
  return rule.kind === 'nth_weekday' ? [nthWeekday(month, rule.nth, rule.weekday)] : [];
}

/** The first `count` due dates of a rule after `start`; fewer for a fixed length that ends before. For `terms.dueDates`. */
export function dueDatesBy(rule: DueRule, start: CalendarDate, count: number): CalendarDate[] {
  if (rule.kind === 'fixed_length') {
    const end = addDays(start, rule.lengthDays);
    const dates = Array.from({ length: count }, (_, k) => addMonths(start, (k + 1) * rule.everyMonths)).filter((d) => d < end);
    return [...dates.slice(0, count - 1), end];
  }
  const step = rule.kind === 'semi_monthly' ? 1 : rule.everyMonths;
  const dates: CalendarDate[] = [];
  for (let month = startOfMonth(start); dates.length < count; month = addMonths(month, step))
    dates.push(...ofMonth(rule, month).filter((d) => d > start));
  return dates.slice(0, count);
}

/**
 * What becomes of a due date that is not a working day (REP-11): it stays, moves to the next or the previous working day, or does so
 * unless that lies in another month, when it moves the other way.
 */
export type Shift = 'stay' | 'next' | 'previous' | 'next_in_month' | 'previous_in_month';

const sameMonth = (a: CalendarDate, b: CalendarDate): boolean => a.slice(0, 7) === b.slice(0, 7);

function shifted(day: CalendarDate, calendar: WorkingCalendar, shift: Shift): CalendarDate {
  if (shift === 'stay') return day;
  const next = calendar.onOrAfter(day);
  let previous = day;
  while (!calendar.isWorkingDay(previous)) previous = addDays(previous, -1);
  if (shift === 'next') return next;
  if (shift === 'previous') return previous;
  if (shift === 'next_in_month') return sameMonth(next, day) ? next : previous;
  return sameMonth(previous, day) ? previous : next;
}

/** Due dates moved over holidays. Interest runs to the moved day, as the dates are those of the contract. Refuses calendar.year_unknown. */
export const shiftDueDates = (dates: readonly CalendarDate[], calendar: WorkingCalendar, shift: Shift): CalendarDate[] =>
  dates.map((day) => shifted(day, calendar, shift));

/**
 * The due dates of the terms with each one that is not a working day moved to the next working day (REP-11, 民法典 203). Put them
 * into `dueDates`, so the contract shows them and interest runs to the moved day. Daily instalments over a holiday fall due together.
 * Refuses what checkTerms refuses, and calendar.year_unknown.
 */
export function workingDueDates(terms: LoanTerms, calendar: WorkingCalendar): CalendarDate[] {
  checkTerms(terms);
  return shiftDueDates(
    dueDays(terms).map((day: EpochDay) => fromEpochDay(day)),
    calendar,
    'next',
  );
}

export type CropCalendar = {
  readonly principalMinor: bigint;
  readonly start: CalendarDate;
  /** Months after the start without any principal. */
  readonly graceMonths: number;
  /** Days of harvest on which principal falls due, with their shares in ppm; the last one takes the rest. */
  readonly harvests: readonly { readonly on: CalendarDate; readonly sharePpm: bigint }[];
  /** Interest falls due every so many months, and with each harvest. */
  readonly interestEveryMonths: number;
};

/** A seasonal plan (种植周期): due dates and principal of each row, for `dueDates` and a `custom` shape. */
export function cropPlan(crop: CropCalendar): { readonly dueDates: CalendarDate[]; readonly principalMinor: bigint[] } {
  const end = crop.harvests.at(-1)?.on ?? crop.start;
  const days = new Set<CalendarDate>(crop.harvests.map((h) => h.on));
  for (let k = 1; addMonths(crop.start, k * crop.interestEveryMonths) < end; k += 1) days.add(addMonths(crop.start, k * crop.interestEveryMonths));
  const dueDates = [...days].sort((a, b) => toEpochDay(a) - toEpochDay(b));
  const free = addMonths(crop.start, crop.graceMonths);
  let left = crop.principalMinor;
  const principalMinor = dueDates.map((day) => {
    const harvest = crop.harvests.find((h) => h.on === day && day >= free);
    const part = harvest === undefined ? 0n : (crop.principalMinor * harvest.sharePpm) / 1_000_000n;
    const own = day === end ? left : part < left ? part : left;
    left -= own;
    return own;
  });
  return { dueDates, principalMinor };
}
