import { type Interval, normalCdf, normalQuantile } from './distributions.ts';

/**
 * How well a score ranks. Everywhere `bad[i]` is 1 for a bad outcome, a higher `risk[i]` means riskier, ties count half, a row whose risk is
 * NaN is left out, and `weight[i]` (1 unless given) is how many loans the row stands for. Sorting is the dearest step: O(n log n).
 */
export type Values = ArrayLike<number>;

/** Weighted goods and bads at each distinct risk, rising; the squares of the weights carry the standard errors. */
export type Levels = {
  readonly risk: Float64Array;
  readonly good: Float64Array;
  readonly bad: Float64Array;
  readonly goodSquares: Float64Array;
  readonly badSquares: Float64Array;
  readonly goods: number;
  readonly bads: number;
  readonly goodRows: number;
  readonly badRows: number;
};

/** Counts goods and bads by distinct risk. Everything in this file can be read off the result. */
export function levelsOf(risk: Values, bad: Values, weight?: Values): Levels {
  const distinct = distinctRising(risk);
  const arrays = [0, 1, 2, 3].map(() => new Float64Array(distinct.length));
  const [good, bads, goodSquares, badSquares] = arrays as [Float64Array, Float64Array, Float64Array, Float64Array];
  let [goodRows, badRows] = [0, 0];
  for (let i = 0; i < risk.length; i += 1) {
    const value = risk[i]!;
    if (Number.isNaN(value)) continue;
    const at = placeOf(distinct, value);
    const w = weight === undefined ? 1 : weight[i]!;
    if (bad[i] === 1) {
      bads[at]! += w;
      badSquares[at]! += w * w;
      badRows += 1;
    } else {
      good[at]! += w;
      goodSquares[at]! += w * w;
      goodRows += 1;
    }
  }
  return { risk: distinct, good, bad: bads, goodSquares, badSquares, goods: total(good), bads: total(bads), goodRows, badRows };
}

/** The same from rows that are counted by rising risk already. */
export const levelsOfCounts = (risk: Float64Array, good: Float64Array, bad: Float64Array): Levels => {
  const [goods, bads] = [total(good), total(bad)];
  return { risk, good, bad, goodSquares: good, badSquares: bad, goods, bads, goodRows: goods, badRows: bads };
};

const total = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0);

const PROBE = 2048;

function distinctOf(values: Values, rows: number): Set<number> {
  const seen = new Set<number>();
  for (let i = 0; i < rows; i += 1) seen.add(values[i]!);
  return seen;
}

function distinctRising(values: Values): Float64Array {
  // A score has few values: a set of them is quicker than sorting every row. The first rows tell which it is.
  const few = values.length > PROBE && distinctOf(values, PROBE).size < PROBE / 2;
  const sorted = Float64Array.from(few ? [...distinctOf(values, values.length)] : values)
    .filter((v) => !Number.isNaN(v))
    .sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i === 0 || sorted[i] !== sorted[kept - 1]) {
      sorted[kept] = sorted[i]!;
      kept += 1;
    }
  }
  return sorted.subarray(0, kept);
}

/** Place of a value that is in the rising list. */
function placeOf(rising: Float64Array, value: number): number {
  let [lo, hi] = [0, rising.length - 1];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (rising[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Area under the ROC curve: the chance that a bad loan looks riskier than a good one. NaN-free: 0.5 when an outcome is absent. */
export const auc = (risk: Values, bad: Values, weight?: Values): number => aucOfLevels(levelsOf(risk, bad, weight));

export const gini = (risk: Values, bad: Values, weight?: Values): number => 2 * auc(risk, bad, weight) - 1;

export function aucOfLevels(levels: Levels): number {
  if (levels.goods === 0 || levels.bads === 0) return 0.5;
  let [wins, below] = [0, 0];
  for (let i = 0; i < levels.risk.length; i += 1) {
    wins += levels.bad[i]! * (below + levels.good[i]! / 2);
    below += levels.good[i]!;
  }
  return wins / (levels.goods * levels.bads);
}

export type RankingPower = {
  readonly auc: number;
  readonly gini: number;
  /** Standard error of the AUC (DeLong). */
  readonly standardError: number;
  readonly aucInterval: Interval;
  readonly giniInterval: Interval;
};

/** AUC and Gini with DeLong's standard error and interval (DeLong, DeLong and Clarke-Pearson 1988); `level` 0.95 unless said. */
export function rankingPower(levels: Levels, level = 0.95): RankingPower {
  const area = aucOfLevels(levels);
  const standardError = deLongError(levels, area);
  const reach = normalQuantile((1 + level) / 2) * standardError;
  const aucInterval = { low: Math.max(0, area - reach), high: Math.min(1, area + reach) };
  const giniInterval = { low: 2 * aucInterval.low - 1, high: 2 * aucInterval.high - 1 };
  return { auc: area, gini: 2 * area - 1, standardError, aucInterval, giniInterval };
}

function deLongError(levels: Levels, area: number): number {
  const { good, bad, goods, bads, goodSquares, badSquares, goodRows, badRows } = levels;
  if (goodRows < 2 || badRows < 2) return 0;
  let [below, above, ofGoods, ofBads] = [0, bads, 0, 0];
  for (let i = 0; i < good.length; i += 1) {
    above -= bad[i]!;
    const goodPlace = (above + bad[i]! / 2) / bads - area;
    const badPlace = (below + good[i]! / 2) / goods - area;
    ofGoods += goodSquares[i]! * goodPlace * goodPlace;
    ofBads += badSquares[i]! * badPlace * badPlace;
    below += good[i]!;
  }
  const goodPart = (ofGoods / (goods * goods)) * (goodRows / (goodRows - 1));
  const badPart = (ofBads / (bads * bads)) * (badRows / (badRows - 1));
  return Math.sqrt(goodPart + badPart);
}

/** Two scores of the same loans: the difference of their AUCs with the paired DeLong error and two-sided p-value. */
export function aucDifference(first: Values, second: Values, bad: Values): { difference: number; standardError: number; pValue: number } {
  const [a, b] = [placements(first, bad), placements(second, bad)];
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < bad.length; i += 1) {
    const side = bad[i] === 1 ? 1 : 0;
    sums[side]! += a[i]! - b[i]!;
    counts[side]! += 1;
  }
  const means = sums.map((s, side) => s / counts[side]!);
  const squares = [0, 0];
  for (let i = 0; i < bad.length; i += 1) {
    const side = bad[i] === 1 ? 1 : 0;
    squares[side]! += (a[i]! - b[i]! - means[side]!) ** 2;
  }
  const standardError = Math.sqrt(squares.reduce((s, q, side) => s + q / (counts[side]! - 1) / counts[side]!, 0));
  const difference = means[1]!;
  return { difference, standardError, pValue: standardError === 0 ? 1 : 2 * (1 - normalCdf(Math.abs(difference) / standardError)) };
}

/** For a bad loan the share of goods that look safer, for a good one the share of bads that look riskier: the mean over the bads is the AUC. */
function placements(risk: Values, bad: Values): Float64Array {
  const levels = levelsOf(risk, bad);
  const [ofGood, ofBad] = [new Float64Array(levels.risk.length), new Float64Array(levels.risk.length)];
  let [below, above] = [0, levels.bads];
  for (let i = 0; i < levels.risk.length; i += 1) {
    above -= levels.bad[i]!;
    ofGood[i] = (above + levels.bad[i]! / 2) / levels.bads;
    ofBad[i] = (below + levels.good[i]! / 2) / levels.goods;
    below += levels.good[i]!;
  }
  return Float64Array.from({ length: bad.length }, (_, i) => (bad[i] === 1 ? ofBad : ofGood)[placeOf(levels.risk, risk[i]!)]!);
}

/** Largest distance between the cumulative shares of goods and bads, and the risk value at which it stands (that value belongs to the safe side). */
export type Separation = { readonly ks: number; readonly at: number; readonly goodShare: number; readonly badShare: number };

export function separation(levels: Levels): Separation {
  let [good, bad] = [0, 0];
  let best: Separation = { ks: 0, at: levels.risk[0] ?? 0, goodShare: 0, badShare: 0 };
  if (levels.goods === 0 || levels.bads === 0) return best;
  for (let i = 0; i < levels.risk.length; i += 1) {
    good += levels.good[i]!;
    bad += levels.bad[i]!;
    const [goodShare, badShare] = [good / levels.goods, bad / levels.bads];
    const distance = Math.abs(goodShare - badShare);
    if (distance > best.ks) best = { ks: distance, at: levels.risk[i]!, goodShare, badShare };
  }
  return best;
}

export const ks = (risk: Values, bad: Values, weight?: Values): number => separation(levelsOf(risk, bad, weight)).ks;

/** One band of the gains table, riskiest first. Shares are of all loans, all goods, all bads; `cumulative` counts this band and all riskier ones. */
export type GainsBand = {
  readonly fromRisk: number;
  readonly toRisk: number;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly badRate: number;
  readonly lift: number;
  readonly cumulative: {
    readonly share: number;
    readonly goodShare: number;
    readonly badShare: number;
    readonly badRate: number;
    readonly lift: number;
  };
  readonly ks: number;
};

/** Gains table of about equal bands. Loans of one risk are never split, so a score with few values gives fewer bands. */
export function gainsTable(levels: Levels, bands = 10): GainsBand[] {
  const all = levels.goods + levels.bads;
  const rows: GainsBand[] = [];
  let [good, bad, goodsDone, badsDone, from] = [0, 0, 0, 0, -1];
  for (let i = levels.risk.length - 1; i >= 0; i -= 1) {
    if (from < 0) from = i;
    good += levels.good[i]!;
    bad += levels.bad[i]!;
    const done = goodsDone + badsDone + good + bad;
    if (i > 0 && done < ((rows.length + 1) * all) / bands - 1e-9 * all) continue;
    goodsDone += good;
    badsDone += bad;
    rows.push(bandOf(levels, { from, to: i, good, bad, goodsDone, badsDone }));
    [good, bad, from] = [0, 0, -1];
  }
  return rows;
}

type BandCounts = { from: number; to: number; good: number; bad: number; goodsDone: number; badsDone: number };
function bandOf(levels: Levels, c: BandCounts): GainsBand {
  const overall = levels.bads / (levels.goods + levels.bads);
  const [badRate, soFar] = [c.bad / (c.good + c.bad), c.badsDone / (c.goodsDone + c.badsDone)];
  const [goodShare, badShare] = [levels.goods === 0 ? 0 : c.goodsDone / levels.goods, levels.bads === 0 ? 0 : c.badsDone / levels.bads];
  const lift = (rate: number): number => (overall === 0 ? 0 : rate / overall);
  return {
    fromRisk: levels.risk[c.to]!,
    toRisk: levels.risk[c.from]!,
    total: c.good + c.bad,
    good: c.good,
    bad: c.bad,
    badRate,
    lift: lift(badRate),
    cumulative: { share: (c.goodsDone + c.badsDone) / (levels.goods + levels.bads), goodShare, badShare, badRate: soFar, lift: lift(soFar) },
    ks: badShare - goodShare,
  };
}

/** Points of the ROC curve from (0, 0) to (1, 1): share of goods against share of bads, riskiest first; thinned to about `most` points. */
export function rocCurve(levels: Levels, most = 200): { readonly goodShare: number; readonly badShare: number }[] {
  const curve = [{ goodShare: 0, badShare: 0 }];
  if (levels.goods === 0 || levels.bads === 0) return [...curve, { goodShare: 1, badShare: 1 }];
  let [good, bad] = [0, 0];
  for (let i = levels.risk.length - 1; i >= 0; i -= 1) {
    good += levels.good[i]!;
    bad += levels.bad[i]!;
    const [goodShare, badShare] = [good / levels.goods, bad / levels.bads];
    const last = curve.at(-1)!;
    if (i === 0 || goodShare - last.goodShare + badShare - last.badShare >= 2 / most) curve.push({ goodShare, badShare });
  }
  return curve;
}
