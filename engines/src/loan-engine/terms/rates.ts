import { type CalendarDate, type EpochDay, toEpochDay } from '@tallystick/kernel';
import { type Periods, partTo } from './periods.ts';
import type { LoanTerms } from './terms.ts';

/** A contract rate that holds from a day on. */
export type DatedRate = { readonly from: CalendarDate; readonly ratePpm: bigint };

/**
 * The rates of a loan over time, oldest first; the first one holds from the beginning. Rates, pauses and discounts all end up here:
 * `ppm` is what holds, `base` what was agreed before a discount.
 */
export type Timeline = { readonly day: EpochDay; readonly ppm: bigint; readonly base: bigint }[];

const entry = (day: EpochDay, base: bigint, cut: bigint): Timeline[number] => ({ day, base, ppm: base > cut ? base - cut : 0n });

/** What the contract fixes beforehand: its rate, and dated ones for promotional or interest-free periods. */
export function agreedTimeline(terms: LoanTerms): Timeline {
  const timeline: Timeline = [entry(Number.NEGATIVE_INFINITY, terms.ratePpm, 0n)];
  for (const { from, ratePpm } of terms.rates ?? []) setRate(timeline, toEpochDay(from), ratePpm);
  return timeline;
}

/** The rate on a day. */
export function rateOn(timeline: Timeline, day: EpochDay): bigint {
  let ppm = timeline[0]?.ppm ?? 0n;
  for (let k = 1; k < timeline.length; k += 1) {
    const change = timeline[k];
    if (change === undefined || change.day > day) break;
    ppm = change.ppm;
  }
  return ppm;
}

/** Lets a rate, less the cut in force, hold from a day on; what was agreed for later days falls away. */
export function setRate(timeline: Timeline, day: EpochDay, base: bigint, cut = 0n): void {
  while (timeline.length > 1 && (timeline.at(-1)?.day ?? day) >= day) timeline.pop();
  timeline.push(entry(day, base, cut));
}

/** Lets a discount hold from a day on, on whatever rates were agreed for these days; none falls below zero. */
export function setCut(timeline: Timeline, day: EpochDay, cut: bigint): void {
  const base = timeline.reduce((known, change) => (change.day <= day ? change.base : known), 0n);
  const later = timeline.filter((change) => change.day > day);
  setRate(timeline, day, base, cut);
  for (const change of later) timeline.push(entry(change.day, change.base, cut));
}

/** Lets a rate hold from `from` up to and without `to`; later agreed rates stay. */
export function setRateWithin(timeline: Timeline, from: EpochDay, to: EpochDay, ppm: bigint): void {
  const after = timeline.filter((change) => change.day <= to).at(-1);
  const later = timeline.filter((change) => change.day > to);
  setRate(timeline, from, ppm);
  if (after !== undefined) timeline.push({ ...after, day: to });
  timeline.push(...later);
}

/** Days within (from, to) on which the rate changes. */
export const changesWithin = (timeline: Timeline, from: EpochDay, to: EpochDay): EpochDay[] =>
  timeline.length === 1 ? [] : timeline.filter((change) => change.day > from && change.day < to).map((change) => change.day);

/** rate × part of a year (ppm × parts) a row earns on one unit between two of its days: exact, also over a change of rate. */
export function yieldBetween(terms: LoanTerms, periods: Periods, timeline: Timeline, row: number, from: EpochDay, to: EpochDay): bigint {
  let total = 0n;
  let day = from;
  let part = partTo(terms, periods, row, from);
  for (const stop of [...changesWithin(timeline, from, to), to]) {
    const next = partTo(terms, periods, row, stop);
    total += rateOn(timeline, day) * BigInt(next - part);
    day = stop;
    part = next;
  }
  return total;
}
