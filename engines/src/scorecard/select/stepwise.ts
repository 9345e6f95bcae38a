import type { LogisticFit } from '../fit/logistic.ts';
import { normalCdf } from '../measures/index.ts';

export type Eliminated = { readonly at: number; readonly pValue: number };

/**
 * Backward elimination: while some coefficient's two-sided Wald p-value is above `most`, the weakest input goes and the rest are fitted again. The last
 * one stays. `most` 1 keeps everything.
 */
export function eliminate(
  start: readonly number[],
  fitOf: (kept: readonly number[]) => LogisticFit,
  most: number,
): { kept: readonly number[]; fit: LogisticFit; out: readonly Eliminated[] } {
  const out: Eliminated[] = [];
  let kept = start;
  for (let fit = fitOf(kept); ; fit = fitOf(kept)) {
    const strengths = fit.coefficients.map((c, j) => Math.abs(c / fit.standardErrors[j]!));
    const weakest = strengths.indexOf(Math.min(...strengths));
    const pValue = 2 * (1 - normalCdf(strengths[weakest]!));
    if (kept.length === 1 || !(pValue > most)) return { kept, fit, out };
    out.push({ at: kept[weakest]!, pValue });
    kept = kept.filter((_, j) => j !== weakest);
  }
}
