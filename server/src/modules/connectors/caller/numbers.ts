import { addDays, addMonths, type CalendarDate, parseMoney, sum } from '@tallystick/kernel';
import { z } from 'zod';

/** Readers of the outside's figures: decimal text to exact numbers. */
export const zYuan = z.string().transform((text, ctx) => {
  const minor = parseMoney(text);
  if (minor === undefined) ctx.issues.push({ code: 'custom', input: text, message: 'not an amount' });
  return minor ?? 0n;
});
/** A decimal ratio ("0.0312") as ppm; digits past the sixth are cut. */
export const zRatio = z
  .string()
  .regex(/^-?\d{1,6}(\.\d{1,6})?$/)
  .transform(ppmOf);
/** A short decimal ("4.78", "12.5") in thousandths. */
export const zMilli = z
  .string()
  .regex(/^-?\d{1,6}(\.\d{1,3})?$/)
  .transform((text) => Number(ppmOf(text) / 1000n));

function ppmOf(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const ppm = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return text.startsWith('-') ? -ppm : ppm;
}

export const total = <T>(rows: readonly T[], pick: (row: T) => bigint): bigint => sum(rows.map(pick));
export const count = <T>(rows: readonly T[], pick: (row: T) => number): number => rows.reduce((n, row) => n + pick(row), 0);
/** "first/last", both included. */
export const windowOf = (from: CalendarDate, to: CalendarDate): string => `${from}/${to}`;
/** The `days` days that end the day before `asOf`: windows end at T-1 (handbook section 5). */
export const lastDays = (asOf: CalendarDate, days: number): string => windowOf(addDays(asOf, -days), addDays(asOf, -1));
/** Whole months between two dates, 0 at least. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, addMonths(from, months) > to ? months - 1 : months);
}
