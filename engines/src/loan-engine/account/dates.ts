import { addMonthsToDay, civilToEpochDay, type EpochDay, epochDayToCivil, isLeapYear, must } from '@tallystick/kernel';
import { type Decimal, ONE, over, plus, times, whole } from './decimal.ts';
import type { Product, Unit } from './product.ts';

/** One period of the schedule. `units` is null for a regular one; a moved due date makes it a true number of repayment units. */
export type Period = { readonly from: EpochDay; readonly due: EpochDay; readonly units: Decimal | null };
/** A due date moved by agreement; the ones after it follow from the new day. */
export type Move = { readonly from: EpochDay; readonly to: EpochDay };

/** `count` steps of `every` units from a day; months and years keep that day of the month, cut to the month's length. */
export function stepFrom(start: EpochDay, unit: Unit, steps: number): EpochDay {
  if (unit === 'days') return start + steps;
  if (unit === 'weeks') return start + 7 * steps;
  return addMonthsToDay(start, unit === 'years' ? 12 * steps : steps, epochDayToCivil(start).day);
}

/** Whole units between two days, and the rest as a part of the unit it falls in. */
function unitsBetween(product: Product, from: EpochDay, to: EpochDay): Decimal {
  let n = 0;
  while (stepFrom(from, product.unit, (n + 1) * product.every) <= to) n += 1;
  const start = stepFrom(from, product.unit, n * product.every);
  const end = stepFrom(from, product.unit, (n + 1) * product.every);
  return plus(whole(n), over(whole(to - start), whole(end - start)));
}

/** Days given one by one that do not follow from the one before were moved; the ones after a moved day follow from it. */
function movedAmong(product: Product, start: EpochDay, days: readonly EpochDay[]): Set<number> {
  const moved = new Set<number>();
  let anchor = start;
  let since = 0;
  days.forEach((day, k) => {
    since += 1;
    if (stepFrom(anchor, product.unit, since * product.every) === day) return;
    moved.add(k);
    anchor = day;
    since = 0;
  });
  return moved;
}

/** Due days in order, and which of them were moved by themselves. */
function dueDays(product: Product, start: EpochDay, extra: number, moves: readonly Move[]): { days: EpochDay[]; moved: ReadonlySet<number> } {
  const days = product.boundaries?.slice(1) ?? [];
  const moved = movedAmong(product, start, days);
  for (let k = days.length + 1; k <= product.count + extra; k += 1)
    days.push(stepFrom(product.scheduleFrom ?? start, product.unit, k * product.every));
  for (const { from, to } of moves) {
    const at = days.indexOf(from);
    if (at < 0) continue;
    moved.add(at);
    for (let k = at; k < days.length; k += 1) days[k] = stepFrom(to, product.unit, (k - at) * product.every);
  }
  return { days, moved };
}

/** The periods counted from a day: its due dates, `extra` more of them, and the moves agreed so far in order. */
export function periodsOf(product: Product, start: EpochDay, extra: number, moves: readonly Move[]): Period[] {
  const { days, moved } = dueDays(product, start, extra, moves);
  return days.map((due, k) => {
    const from = k === 0 ? start : must(days[k - 1], 'period');
    return { from, due, units: moved.has(k) ? unitsBetween(product, from, due) : null };
  });
}

const yearDays = (year: number): number => (isLeapYear(year) ? 366 : 365);
const yearOf = (day: EpochDay): number => epochDayToCivil(day).year;

function holdsLeapDay(from: EpochDay, to: EpochDay): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const day = civilToEpochDay(year, 2, 29);
    if (isLeapYear(year) && day > from && day <= to) return true;
  }
  return false;
}

/** Actual days as a part of the year; a year's own length counts up to 31 December (section 3.4), or from 1 January by choice. */
function actualPart(product: Product, period: Period, from: EpochDay, to: EpochDay): Decimal {
  if (product.daysInYear !== 'actual') return over(whole(to - from), whole(product.daysInYear));
  if (product.leapPeriodOnly) return over(whole(to - from), whole(holdsLeapDay(period.from, period.due) ? 366 : 365));
  let total = over(whole(0), ONE);
  let at = from;
  for (let year = yearOf(from); at < to; year += 1) {
    const end = product.newYearSplit ? civilToEpochDay(year + 1, 1, 1) : civilToEpochDay(year, 12, 31);
    const stop = year >= yearOf(to) ? to : Math.min(end, to);
    total = plus(total, over(whole(stop - at), whole(yearDays(year))));
    at = stop;
  }
  return total;
}

function nominalDays(product: Product, from: EpochDay): number {
  if (product.daysInYear !== 'actual') return product.daysInYear;
  return product.leapPeriodOnly ? 365 : yearDays(yearOf(from));
}

const UNIT_DAYS: Readonly<Record<Unit, number>> = { days: 1, weeks: 7, months: 30, years: 360 };
const UNITS_A_YEAR: Readonly<Record<Unit, number | null>> = { days: null, weeks: 52, months: 12, years: 1 };

/** A full period as one flat part of the year, whatever its length: sections 3.3 and 3.5. */
function flatPart(product: Product, from: EpochDay): Decimal {
  const perYear = product.interestPer === 'period' ? UNITS_A_YEAR[product.unit] : null;
  if (perYear !== null) return over(whole(product.every), whole(perYear));
  return over(whole(UNIT_DAYS[product.unit] * product.every), whole(nominalDays(product, from)));
}

/** rate × part of a year for a stretch of a period: what one unit of money earns in it. */
export function factor(product: Product, period: Period, from: EpochDay, to: EpochDay, rate: Decimal): Decimal {
  if (to <= from || rate.c === 0n) return whole(0);
  const flat = product.interestPer === 'period' || product.daysInMonth === 30;
  if (!flat) return times(rate, actualPart(product, period, from, to));
  const full = times(rate, flatPart(product, from));
  const units = period.units === null ? full : times(full, period.units);
  return over(times(units, whole(to - from)), whole(period.due - period.from));
}

/** What the instalment formula takes for a period: one unit, even where the due date was moved. */
export function unitFactor(product: Product, period: Period, from: EpochDay, to: EpochDay, rate: Decimal): Decimal {
  return factor(product, { ...period, units: null }, from, to, rate);
}
