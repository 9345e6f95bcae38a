import { chiSquareTail, type Interval, rateInterval } from './distributions.ts';
import { levelsOf, type Values } from './ranking.ts';

/** One band of loans of about equal PD: what was expected and what came, with the 95 % Jeffreys interval of the bad rate. */
export type CalibrationBand = {
  readonly total: number;
  readonly fromPd: number;
  readonly toPd: number;
  readonly expected: number;
  readonly observed: number;
  readonly meanPd: number;
  readonly badRate: number;
  readonly interval: Interval;
};

/** Bands of about equal weight by rising PD. Loans of one PD stay together, so the order of the rows cannot matter. */
export function calibrationTable(pd: Values, bad: Values, weight?: Values, bands = 10): CalibrationBand[] {
  const levels = levelsOf(pd, bad, weight);
  const all = levels.goods + levels.bads;
  const rows: CalibrationBand[] = [];
  let [total, expected, observed, done, from] = [0, 0, 0, 0, 0];
  for (let i = 0; i < levels.risk.length; i += 1) {
    const here = levels.good[i]! + levels.bad[i]!;
    total += here;
    done += here;
    expected += here * levels.risk[i]!;
    observed += levels.bad[i]!;
    if (i < levels.risk.length - 1 && done < ((rows.length + 1) * all) / bands - 1e-9 * all) continue;
    const ends = { fromPd: levels.risk[from]!, toPd: levels.risk[i]! };
    rows.push({ total, ...ends, expected, observed, meanPd: expected / total, badRate: observed / total, interval: rateInterval(observed, total) });
    [total, expected, observed, from] = [0, 0, 0, i + 1];
  }
  return rows;
}

/** Calibration: expected over observed bads, and the mean distance |PD − bad rate| over ten equal groups by PD. */
export function calibration(pd: Values, bad: Values, weight?: Values): { readonly ratio: number; readonly error: number } {
  const bands = calibrationTable(pd, bad, weight);
  const sum = (pick: (b: CalibrationBand) => number): number => bands.reduce((s, b) => s + pick(b), 0);
  return {
    ratio: sum((b) => b.expected) / sum((b) => b.observed),
    error: sum((b) => Math.abs(b.expected - b.observed)) / sum((b) => b.total),
  };
}

function weightedMean(size: number, value: (i: number) => number, weight?: Values): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < size; i += 1) {
    const w = weight === undefined ? 1 : weight[i]!;
    sum += w * value(i);
    all += w;
  }
  return sum / all;
}

/** Brier score: mean squared distance of PD and outcome. */
export const brier = (pd: Values, bad: Values, weight?: Values): number => weightedMean(pd.length, (i) => (pd[i]! - bad[i]!) ** 2, weight);

const CERTAIN = 1e-15;

/** Mean log loss, natural logarithm; PDs of exactly 0 or 1 are taken as 1e-15 away from it. */
export const logLoss = (pd: Values, bad: Values, weight?: Values): number =>
  weightedMean(pd.length, (i) => -Math.log(Math.max(CERTAIN, bad[i] === 1 ? pd[i]! : 1 - pd[i]!)), weight);

export type ChiSquareTest = { readonly statistic: number; readonly freedom: number; readonly pValue: number };

/**
 * Hosmer–Lemeshow test over bands or grades. On the sample the model was fitted on, the freedom is bands − 2; on any other sample all bands.
 */
export function hosmerLemeshow(
  bands: readonly { readonly total: number; readonly expected: number; readonly observed: number }[],
  sample: 'fitted' | 'other',
): ChiSquareTest {
  const used = bands.filter((b) => b.total > 0 && b.expected > 0 && b.expected < b.total);
  const statistic = used.reduce((s, b) => s + (b.observed - b.expected) ** 2 / (b.expected * (1 - b.expected / b.total)), 0);
  const freedom = Math.max(1, used.length - (sample === 'fitted' ? 2 : 0));
  return { statistic, freedom, pValue: chiSquareTail(statistic, freedom) };
}

/**
 * Cox's recalibration: the intercept and slope of a logistic regression of the outcome on the log-odds of the PD. (0, 1) is perfect; a slope
 * under 1 means the PDs are too spread out. The rows are grouped by PD first.
 */
export function calibrationLine(pd: Values, bad: Values, weight?: Values): { readonly intercept: number; readonly slope: number } {
  const levels = levelsOf(pd, bad, weight);
  // From nothing, not from the line that is hoped for: Newton steps from a line far off may run away.
  let [a, b] = [0, 0];
  for (let step = 0; step < 50; step += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (let i = 0; i < levels.risk.length; i += 1) {
      const p = Math.min(1 - CERTAIN, Math.max(CERTAIN, levels.risk[i]!));
      const x = Math.log(p / (1 - p));
      const fitted = 1 / (1 + Math.exp(-a - b * x));
      const n = levels.good[i]! + levels.bad[i]!;
      const [rest, w] = [levels.bad[i]! - n * fitted, n * fitted * (1 - fitted)];
      ga += rest;
      gb += rest * x;
      haa += w;
      hab += w * x;
      hbb += w * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 1e-12 * haa * hbb)) return { intercept: a, slope: b };
    const [da, db] = [(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant];
    a += da;
    b += db;
    if (Math.abs(da) + Math.abs(db) < 1e-12) break;
  }
  return { intercept: a, slope: b };
}
