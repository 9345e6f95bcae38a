import { type CalendarDate, divRound, PPM, toEpochDay } from '@tallystick/kernel';
import { refuse } from '../terms/refusals.ts';

/** Money at a point counted in whole periods (or days) from the first flow. Plus: the borrower receives; minus: the borrower pays. */
export type Flow = { readonly at: number; readonly minor: bigint };

/** Rates per period are whole numbers of 10⁻¹². */
export const RATE_SCALE = 1_000_000_000_000n;
const LOWEST = -RATE_SCALE / 2n;
const HIGHEST = 100n * RATE_SCALE;
/** Discount factors carry 128 binary places. */
const PLACES = 128n;
/** What the places cut off can add up to (amounts below 2⁵⁰, 2¹⁴ flows): less than that is a value of zero. A step of 10⁻¹² moves the value by more. */
const NOTHING = 1n << 64n;

/** v^n in fixed point, by squaring. */
function power(v: bigint, n: number): bigint {
  let out = 1n << PLACES;
  let square = v;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) out = (out * square) >> PLACES;
    if (left > 1) square = (square * square) >> PLACES;
  }
  return out;
}

/** Present value of sorted flows at a period rate, scaled by 2^128 (Horner from the last flow back). */
function presentValue(flows: readonly Flow[], rate: bigint): bigint {
  const v = (RATE_SCALE << PLACES) / (RATE_SCALE + rate);
  const powers = new Map<number, bigint>([[1, v]]);
  let value = 0n;
  let later: number | undefined;
  for (let k = flows.length - 1; k >= 0; k -= 1) {
    const flow = flows[k];
    if (flow === undefined) continue;
    const gap = (later ?? flow.at) - flow.at;
    if (gap > 0) {
      const factor = powers.get(gap) ?? power(v, gap);
      powers.set(gap, factor);
      value = (value * factor) >> PLACES;
    }
    value += flow.minor << PLACES;
    later = flow.at;
  }
  return value;
}

/** Sorted, one flow a point. */
function gathered(flows: readonly Flow[]): Flow[] {
  const byPoint = new Map<number, bigint>();
  for (const { at, minor } of flows) byPoint.set(at, (byPoint.get(at) ?? 0n) + minor);
  return [...byPoint]
    .map(([at, minor]) => ({ at, minor }))
    .filter((f) => f.minor !== 0n)
    .sort((a, b) => a.at - b.at);
}

function changes(values: readonly bigint[]): number {
  let count = 0;
  let sign = 0n;
  for (const value of values) {
    if (value === 0n) continue;
    const next = value > 0n ? 1n : -1n;
    if (sign !== 0n && next !== sign) count += 1;
    sign = next;
  }
  return count;
}

/** One root for certain: the flows, or their running sums, change sign once (Descartes; Norstrom). */
function hasOneRoot(flows: readonly Flow[]): boolean {
  let running = 0n;
  const sums = flows.map((f) => {
    running += f.minor;
    return running;
  });
  return (flows[0]?.minor ?? 0n) > 0n && (changes(flows.map((f) => f.minor)) === 1 || changes(sums) === 1);
}

/**
 * Internal rate of return per period, in 10⁻¹² (1 % is 10_000_000_000n), rounded down: the true rate lies in [r, r + 10⁻¹²).
 * Bisection on whole numbers between −50 % and 10,000 % a period, so it always ends and is never "not a number".
 * Refuses loan.cost_unsolvable when the borrower does not receive first, or no single rate exists. APR-02, APR-04.
 */
export function irrPerPeriod(flows: readonly Flow[]): bigint {
  const sorted = gathered(flows);
  if (!hasOneRoot(sorted)) throw refuse('loan.cost_unsolvable', { field: 'flows' });
  let low = LOWEST;
  let high = HIGHEST;
  // The borrower receives first, so the value rises with the rate: negative below the root, positive above it.
  if (presentValue(sorted, low) > 0n || presentValue(sorted, high) < 0n) throw refuse('loan.cost_unsolvable', { field: 'flows' });
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (presentValue(sorted, middle) < NOTHING) low = middle;
    else high = middle;
  }
  return low;
}

export type CostInput =
  /** Equal periods: `period` counts from the first flow. */
  | { readonly flows: readonly { readonly period: number; readonly minor: bigint }[]; readonly periodsPerYear: number }
  /** Irregular days (XIRR): periods are days, a year has 365. */
  | { readonly flows: readonly { readonly on: CalendarDate; readonly minor: bigint }[] };
/** Annual rates in ppm, rounded half up from a period rate good to 10⁻¹². `simplePpm` must be shown as simple (APR-01). */
export type AnnualCost = { readonly periodRateE12: bigint; readonly simplePpm: bigint; readonly compoundPpm: bigint };

/** (1 + r)^n with 128 binary places. */
export const growthE128 = (rate: bigint, n: number): bigint => power(((RATE_SCALE + rate) << PLACES) / RATE_SCALE, n);

/** (1 + r)^n − 1 in ppm. */
function compound(rate: bigint, n: number): bigint {
  const factor = growthE128(rate, n);
  return divRound((factor - (1n << PLACES)) * PPM, 1n << PLACES, 'half_up');
}

/**
 * 综合年化成本 (APR-01 to APR-04): the all-in annual cost of flows seen by the borrower, interest and every directly related fee
 * included. Simple = period rate × periods a year; compound = (1 + period rate)^(periods a year) − 1. Refuses loan.cost_unsolvable.
 */
export function annualCost(input: CostInput): AnnualCost {
  const perYear = 'periodsPerYear' in input ? input.periodsPerYear : 365;
  const points = input.flows.map((f) => ({ at: 'period' in f ? f.period : toEpochDay(f.on), minor: f.minor }));
  const whole = Number.isInteger(perYear) && perYear >= 1 && perYear <= 366 && points.every((p) => Number.isSafeInteger(p.at));
  if (!whole) throw refuse('loan.cost_unsolvable', { field: 'flows' });
  const rate = irrPerPeriod(points);
  return { periodRateE12: rate, simplePpm: divRound(rate * BigInt(perYear) * PPM, RATE_SCALE, 'half_up'), compoundPpm: compound(rate, perYear) };
}
