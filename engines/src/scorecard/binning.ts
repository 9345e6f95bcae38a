import { type Counts, informationValue } from './measures/index.ts';

/** A numeric step while it is being built: lo (inclusive) of the step and its counts. */
export type Step = Counts & { readonly lo: number };
export type BinningLimits = { readonly cells: number; readonly maxBins: number; readonly minShare: number };

/** 50 quantile cells, at most 6 bins, each at least 5 % of the rows that carry a value. */
export const BINNING_LIMITS: BinningLimits = { cells: 50, maxBins: 6, minShare: 0.05 };

const SMOOTHING = 0.5;
const rate = (s: Counts): number => s.bad / (s.good + s.bad);
const rows = (s: Counts): number => s.good + s.bad;
const merge = (a: Step, b: Step): Step => ({ lo: a.lo, good: a.good + b.good, bad: a.bad + b.bad });

/**
 * Monotone bins of a numeric attribute: quantile cells, then neighbours that break the direction are pooled (isotonic), then the pair whose
 * union loses least information value is merged until the limits hold. Without `direction` the one with more information value is taken.
 */
export function monotoneBins(values: ArrayLike<number>, bad: ArrayLike<number>, limits: BinningLimits, direction?: 'up' | 'down'): Step[] {
  const cells = quantileCells(values, bad, limits.cells);
  const total = cells.reduce((s, c) => s + rows(c), 0);
  const tries = (direction ? [direction] : (['up', 'down'] as const)).map((d) => shrink(pool(cells, d), total, limits));
  return tries.reduce((best, steps) => (informationValue(steps, SMOOTHING) > informationValue(best, SMOOTHING) ? steps : best));
}

function quantileCells(values: ArrayLike<number>, bad: ArrayLike<number>, cells: number): Step[] {
  const counts = new Map<number, { lo: number; good: number; bad: number }>();
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const at = counts.get(value) ?? { lo: value, good: 0, bad: 0 };
    if (bad[i] === 1) at.bad += 1;
    else at.good += 1;
    counts.set(value, at);
  }
  const size = values.length / cells;
  const out: Step[] = [];
  for (const value of [...counts.values()].sort((a, b) => a.lo - b.lo)) {
    const last = out.at(-1);
    if (last && rows(last) < size) out[out.length - 1] = merge(last, value);
    else out.push(value);
  }
  return out;
}

/** Pool adjacent violators: bad rates rise (`up`) or fall (`down`) strictly from step to step. */
function pool(cells: readonly Step[], direction: 'up' | 'down'): Step[] {
  const out: Step[] = [];
  for (const cell of cells) {
    let next = cell;
    for (let last = out.at(-1); last && (direction === 'up' ? rate(last) >= rate(next) : rate(last) <= rate(next)); last = out.at(-1)) {
      next = merge(last, next);
      out.pop();
    }
    out.push(next);
  }
  return out;
}

function shrink(steps: readonly Step[], total: number, limits: BinningLimits): Step[] {
  let out = [...steps];
  const small = (s: Step): boolean => rows(s) < limits.minShare * total || s.good === 0 || s.bad === 0;
  while (out.length > 1 && (out.length > limits.maxBins || out.some(small))) {
    const tight = out.length <= limits.maxBins;
    let best: Step[] | undefined;
    for (let i = 0; i + 1 < out.length; i += 1) {
      const [a, b] = [out[i], out[i + 1]];
      if (!a || !b || (tight && !small(a) && !small(b))) continue;
      const tried = [...out.slice(0, i), merge(a, b), ...out.slice(i + 2)];
      if (!best || informationValue(tried, SMOOTHING) > informationValue(best, SMOOTHING)) best = tried;
    }
    out = best ?? out.slice(0, 1);
  }
  return out;
}
