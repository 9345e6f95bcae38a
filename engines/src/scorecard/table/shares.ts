import type { Table } from '../card/types.ts';
import { takeRows } from './table.ts';

/** A sample whose outcome is a share of 1, such as loss given default. */
export type Shares = { readonly table: Table; readonly share: Float64Array; readonly weights?: Float64Array };

/**
 * The sample as past loans: each row stands twice, as bad with its share for a weight and as good with the rest. A card built on it is a fractional
 * logistic regression (Papke and Wooldridge 1996): its "PD" is the expected share. Shares must lie between 0 and 1. Not for cross-validation, segments or
 * the drawing together of points (`calibrate` 0), whose folds would part the two halves of a row.
 */
export function sharesAsOutcomes({ table, share, weights }: Shares): { table: Table; bad: Uint8Array; weights: Float64Array } {
  const rows = table.rows;
  const own = (i: number): number => weights?.[i] ?? 1;
  return {
    table: takeRows(
      table,
      Uint32Array.from({ length: 2 * rows }, (_, i) => i % rows),
    ),
    bad: Uint8Array.from({ length: 2 * rows }, (_, i) => (i < rows ? 1 : 0)),
    weights: Float64Array.from({ length: 2 * rows }, (_, i) => own(i % rows) * (i < rows ? share[i]! : 1 - share[i % rows]!)),
  };
}

export type ShareFigures = { readonly mean: number; readonly expected: number; readonly meanAbsoluteError: number; readonly explained: number };

/** How well expected shares meet what came: means, mean distance, and the part of the variance that is explained (R², below 0 when the mean is better). */
export function shareFigures(expected: ArrayLike<number>, share: ArrayLike<number>): ShareFigures {
  const count = share.length;
  const sum = (of: (i: number) => number): number => {
    let total = 0;
    for (let i = 0; i < count; i += 1) total += of(i);
    return total;
  };
  const mean = sum((i) => share[i]!) / count;
  const spread = sum((i) => (share[i]! - mean) ** 2);
  return {
    mean,
    expected: sum((i) => expected[i]!) / count,
    meanAbsoluteError: sum((i) => Math.abs(share[i]! - expected[i]!)) / count,
    explained: spread === 0 ? 0 : 1 - sum((i) => (share[i]! - expected[i]!) ** 2) / spread,
  };
}
