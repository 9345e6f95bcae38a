import { chiSquareTail, solveRising } from './distributions.ts';
import type { Values } from './ranking.ts';

const SHARE_FLOOR = 0.0001;

/** One bin of a stability table: the two shares (floored at 0.0001) and its part of the index. */
export type StabilityBin = { readonly expected: number; readonly actual: number; readonly psi: number };

/** Shares and parts of the population stability index of two lists of bin counts. An empty side has every share at the floor. */
export function stabilityTable(expected: Values, actual: Values): StabilityBin[] {
  const [expectedTotal, actualTotal] = [expected, actual].map((counts) => Array.from(counts).reduce((s, n) => s + n, 0)) as [number, number];
  const share = (count: number, all: number): number => (all === 0 ? SHARE_FLOOR : Math.max(SHARE_FLOOR, count / all));
  return Array.from(expected, (count, i) => {
    const [e, a] = [share(count, expectedTotal), share(actual[i]!, actualTotal)];
    return { expected: e, actual: a, psi: (a - e) * Math.log(a / e) };
  });
}

/** Population stability index: below 0.10 stable, above 0.25 moved. */
export const psi = (expected: Values, actual: Values): number => stabilityTable(expected, actual).reduce((sum, b) => sum + b.psi, 0);

/**
 * What the index reaches by chance alone: the 95 % point of χ²(bins − 1) × (1/n + 1/m) (Yurdakul 2018). A month with few loans can pass 0.10
 * without having moved; an alarm should ask for both.
 */
export function psiNoise(bins: number, expectedRows: number, actualRows: number, level = 0.95): number {
  if (bins < 2 || expectedRows === 0 || actualRows === 0) return 0;
  const point = solveRising((x) => 1 - chiSquareTail(x, bins - 1), level, 0, 10 * bins + 100);
  return point * (1 / expectedRows + 1 / actualRows);
}

/** The 1/bins … (bins−1)/bins quantiles by linear interpolation, missing (NaN) left out, equal edges merged. */
export function quantileEdges(values: Values, bins = 10): number[] {
  const sorted = Float64Array.from(values)
    .filter((v) => !Number.isNaN(v))
    .sort();
  if (sorted.length === 0) return [];
  const edges = Array.from({ length: bins - 1 }, (_, k) => {
    const at = ((k + 1) / bins) * (sorted.length - 1);
    const low = Math.floor(at);
    const [a, b] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!];
    return a + (b - a) * (at - low);
  });
  return edges.filter((e, i) => i === 0 || e !== edges[i - 1]);
}

/** Counts per bin (lo, hi] between rising edges, the outer bins open; missing left out. */
export function countByEdges(values: Values, edges: readonly number[], weight?: Values): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    let [lo, hi] = [0, edges.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (edges[mid]! < value) lo = mid + 1;
      else hi = mid;
    }
    counts[lo]! += weight === undefined ? 1 : weight[i]!;
  }
  return counts;
}
