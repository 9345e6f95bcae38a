import { cholesky, solve } from '../fit/cholesky.ts';
import { crossProducts } from '../fit/cross-products.ts';
import type { Design } from '../fit/design.ts';

/** Correlations of the inputs of a design (without its leading 1), row by row. */
export function correlations({ columns, weights }: Design): Float64Array {
  const size = columns.length;
  const sums = crossProducts(columns, weights);
  const p = size - 1;
  const total = sums[0]!;
  const covariance = (j: number, k: number): number =>
    sums[(j + 1) * size + k + 1]! / total - (sums[(j + 1) * size]! / total) * (sums[(k + 1) * size]! / total);
  const out = new Float64Array(p * p);
  for (let j = 0; j < p; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      const r = j === k ? 1 : covariance(j, k) / Math.sqrt(covariance(j, j) * covariance(k, k));
      out[j * p + k] = r;
      out[k * p + j] = r;
    }
  }
  return out;
}

/** Variance inflation of each kept input among the kept: the diagonal of the inverse of their correlations; infinite when they depend on each other. */
export function inflations(matrix: Float64Array, size: number, kept: readonly number[]): number[] {
  const n = kept.length;
  const part = new Float64Array(n * n);
  for (const [a, j] of kept.entries()) for (const [b, k] of kept.entries()) part[a * n + b] = matrix[j * size + k]!;
  const factor = cholesky(part, n);
  if (!factor) return kept.map(() => Number.POSITIVE_INFINITY);
  return kept.map((_, a) => solve(factor, n, new Float64Array(n).fill(1, a, a + 1))[a]!);
}

export type Related = { readonly at: number; readonly why: 'correlated' | 'collinear'; readonly value: number; readonly against?: number };

/**
 * Which inputs to drop (they stand in order of information value): one that correlates more than `maxCorrelation` with a stronger one; then, while
 * any inflation is above `maxVif`, the weakest among those above it.
 */
export function relatedInputs(matrix: Float64Array, size: number, maxCorrelation: number, maxVif: number): { kept: number[]; dropped: Related[] } {
  let kept: number[] = [];
  const dropped: Related[] = [];
  for (let j = 0; j < size; j += 1) {
    const against = kept.find((k) => Math.abs(matrix[j * size + k]!) > maxCorrelation);
    if (against === undefined) kept.push(j);
    else dropped.push({ at: j, why: 'correlated', value: matrix[j * size + against]!, against });
  }
  for (;;) {
    const vif = inflations(matrix, size, kept);
    const worst = vif.findLastIndex((v) => v > maxVif);
    if (worst < 0) return { kept, dropped };
    dropped.push({ at: kept[worst]!, why: 'collinear', value: Math.min(vif[worst]!, 1e9) });
    kept = kept.filter((_, i) => i !== worst);
  }
}
