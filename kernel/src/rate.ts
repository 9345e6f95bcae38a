import { assert } from './assert.ts';
import { divRound, type Rounding } from './money.ts';

/** A rate in parts per million: 6.00 % a year is 60_000 ppm. One basis point is 100 ppm. */
export type RatePpm = bigint;
export const PPM = 1_000_000n;
export const PPM_PER_BP = 100n;
/** 1,000 % a year: far above any lawful rate, so a typing slip is refused before it is computed with. */
export const RATE_PPM_MAX = 10_000_000n;

/** amount × rate × days / base, rounded once. `base` is the days a year has by contract (360 or 365). Handbook REP-04, REP-06. */
export function interestForDays(amount: bigint, ratePpm: RatePpm, days: number, base: 360 | 365, mode: Rounding): bigint {
  assert(Number.isInteger(days) && days >= 0, 'days must be a whole number, not negative');
  return divRound(amount * ratePpm * BigInt(days), PPM * BigInt(base), mode);
}

/** "6.0000" (percent) for people and the API: four places, so a ppm is never lost. */
export function formatPercent(ppm: RatePpm): string {
  const abs = ppm < 0n ? -ppm : ppm;
  return `${ppm < 0n ? '-' : ''}${abs / 10_000n}.${(abs % 10_000n).toString().padStart(4, '0')}`;
}

/** Reads a percent of at most four places into ppm. */
export function parsePercent(text: string): RatePpm | undefined {
  const m = /^(-?)(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text);
  if (!m) return undefined;
  const ppm = BigInt(m[2] ?? '0') * 10_000n + BigInt((m[3] ?? '').padEnd(4, '0'));
  return m[1] === '-' ? -ppm : ppm;
}
