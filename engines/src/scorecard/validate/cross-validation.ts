import { buildCard } from '../build.ts';
import { scoreTable } from '../card/batch.ts';
import { pdOf } from '../card/pd.ts';
import { auc, calibration, ks } from '../measures/index.ts';
import type { BuildRequest } from '../settings.ts';
import { foldsOf, partOf } from './folds.ts';

/** What one fold showed: the card was built on the others. `error` is the mean distance of PD and bad rate over ten bands (ECE). */
export type FoldFigures = { readonly auc: number; readonly ks: number; readonly error: number; readonly ratio: number };
export type CrossValidation = {
  readonly folds: readonly (FoldFigures & { readonly rows: number; readonly bads: number; readonly attributes: number })[];
  readonly mean: FoldFigures;
  /** Standard deviation over the folds. */
  readonly spread: FoldFigures;
};

const FIGURES = ['auc', 'ks', 'error', 'ratio'] as const;
const figures = (of: (name: (typeof FIGURES)[number]) => number): FoldFigures => ({
  auc: of('auc'),
  ks: of('ks'),
  error: of('error'),
  ratio: of('ratio'),
});

/**
 * Builds the card once for each fold on all other rows, everything from screening to points done again, and judges it on the fold. Which row is in
 * which fold depends on its content only: shuffled rows and permuted columns give the same figures.
 */
export function crossValidate(request: BuildRequest, folds: number): CrossValidation {
  const fold = foldsOf(request.table, request.bad, folds);
  const each = Array.from({ length: folds }, (_, k) => {
    const part = (inside: boolean): BuildRequest =>
      partOf(request, Uint32Array.from(Array.from(fold.keys()).filter((i) => (fold[i] === k) === inside)));
    const { card } = buildCard(part(false));
    const held = part(true);
    const pd = Float64Array.from(scoreTable(card, held.table), (p) => pdOf(card, p));
    const bads = held.bad.reduce((sum, b) => sum + b, 0);
    const counts = { rows: held.bad.length, bads, attributes: card.attributes.length };
    return { auc: auc(pd, held.bad, held.weights), ks: ks(pd, held.bad, held.weights), ...calibration(pd, held.bad, held.weights), ...counts };
  });
  const mean = figures((name) => each.reduce((sum, f) => sum + f[name], 0) / folds);
  const spread = figures((name) => Math.sqrt(each.reduce((sum, f) => sum + (f[name] - mean[name]) ** 2, 0) / (folds - 1)));
  return { folds: each, mean, spread };
}
