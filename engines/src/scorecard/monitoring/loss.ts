import type { Interval } from '../measures/index.ts';

/** A finished default: what was lost and what was lent, in minor units. */
export type Loss = { readonly lostMinor: bigint; readonly exposureMinor: bigint };
export type LossRate = {
  readonly loans: number;
  /** Mean of the loans' own ratios: what the next default is expected to lose. */
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** Total lost over total lent: what the portfolio lost. */
  readonly weighted: number;
  /** Loans by tenth of their ratio; under 0 and over 1 (costs, recovered above the debt) stand in the outer tenths. */
  readonly tenths: readonly number[];
};

/** Loss given default of finished defaults: mean of loss over exposure with its 95 % interval. A loan without exposure is left out. */
export function lossGivenDefault(losses: readonly Loss[]): LossRate {
  const used = losses.filter((l) => l.exposureMinor > 0n);
  const ratios = used.map((l) => Number(l.lostMinor) / Number(l.exposureMinor));
  const mean = ratios.reduce((s, r) => s + r, 0) / Math.max(1, ratios.length);
  const squares = ratios.reduce((s, r) => s + (r - mean) ** 2, 0);
  const standardError = ratios.length < 2 ? 0 : Math.sqrt(squares / (ratios.length - 1) / ratios.length);
  const [lost, exposure] = [used.reduce((s, l) => s + l.lostMinor, 0n), used.reduce((s, l) => s + l.exposureMinor, 0n)];
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const r of ratios) tenths[Math.min(9, Math.max(0, Math.floor(r * 10)))]! += 1;
  const weighted = exposure === 0n ? 0 : Number(lost) / Number(exposure);
  return {
    loans: used.length,
    mean,
    standardError,
    interval: { low: mean - 1.96 * standardError, high: mean + 1.96 * standardError },
    weighted,
    tenths,
  };
}
