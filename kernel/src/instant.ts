import { type CalendarDate, fromEpochDay } from './date.ts';

/** A moment, as an ISO text in UTC with milliseconds ("2026-11-22T08:00:00.000Z"): sorts as text, reads in a log. */
export type Instant = string & { readonly kind?: 'Instant' };

const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
/** China keeps one zone, UTC+8, without summer time. */
const BANK_OFFSET_MS = 8 * 3_600_000;

export const instantMs = (at: Instant): number => Date.parse(at);
export const instant = (ms: number): Instant => new Date(ms).toISOString();
export const plusMs = (at: Instant, ms: number): Instant => instant(instantMs(at) + ms);
export const plusMinutes = (at: Instant, minutes: number): Instant => plusMs(at, minutes * 60_000);
export const plusHours = (at: Instant, hours: number): Instant => plusMs(at, hours * 3_600_000);
export const msBetween = (from: Instant, to: Instant): number => instantMs(to) - instantMs(from);

/** The calendar day of a moment in the bank's zone. */
export const bankDate = (at: Instant): CalendarDate => fromEpochDay(Math.floor((instantMs(at) + BANK_OFFSET_MS) / MS_PER_DAY));
/** Minutes since midnight in the bank's zone, 0 to 1439: what contact windows are tested with. */
export const bankMinuteOfDay = (at: Instant): number => {
  const minutes = Math.floor((instantMs(at) + BANK_OFFSET_MS) / 60_000);
  return ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY; // Also before 1970.
};
/** The moment of a wall time on a bank day: `bankMoment('2026-11-22', 9 * 60)` is nine in the morning in China. */
export const bankMoment = (date: CalendarDate, minuteOfDay: number): Instant =>
  instant(Date.parse(`${date}T00:00:00.000Z`) - BANK_OFFSET_MS + minuteOfDay * 60_000);
