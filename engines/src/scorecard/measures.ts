/** Score measures. Everywhere `bad[i]` is 1 for a bad outcome and a higher `risk[i]` means riskier; ties count half. */

/** Indices in the order of rising risk. */
const ascending = (risk: ArrayLike<number>): Uint32Array => {
  const order = Uint32Array.from({ length: risk.length }, (_, i) => i);
  return order.sort((a, b) => (risk[a] ?? 0) - (risk[b] ?? 0));
};

/** Walks the distinct risk values upwards with cumulative goods and bads. */
function walk(risk: ArrayLike<number>, bad: ArrayLike<number>, step: (good: number, bads: number, goodBefore: number) => void): void {
  const order = ascending(risk);
  let goods = 0;
  for (let i = 0; i < order.length; ) {
    const at = risk[order[i] ?? 0];
    let [good, bads] = [0, 0];
    for (; i < order.length && risk[order[i] ?? 0] === at; i += 1) {
      if (bad[order[i] ?? 0] === 1) bads += 1;
      else good += 1;
    }
    step(good, bads, goods);
    goods += good;
  }
}

/** Area under the ROC curve: the chance that a bad loan looks riskier than a good one. */
export function auc(risk: ArrayLike<number>, bad: ArrayLike<number>): number {
  let [wins, goods, bads] = [0, 0, 0];
  walk(risk, bad, (g, b, before) => {
    wins += b * (before + g / 2);
    goods += g;
    bads += b;
  });
  return wins / (goods * bads);
}

export const gini = (risk: ArrayLike<number>, bad: ArrayLike<number>): number => 2 * auc(risk, bad) - 1;

/** Largest distance between the cumulative shares of goods and bads. */
export function ks(risk: ArrayLike<number>, bad: ArrayLike<number>): number {
  const steps: [number, number][] = [];
  walk(risk, bad, (g, b) => steps.push([g, b]));
  const goods = steps.reduce((s, [g]) => s + g, 0);
  const bads = steps.reduce((s, [, b]) => s + b, 0);
  let [g, b, best] = [0, 0, 0];
  for (const [dg, db] of steps) {
    g += dg;
    b += db;
    best = Math.max(best, Math.abs(g / goods - b / bads));
  }
  return best;
}

const SHARE_FLOOR = 0.0001;

/** Population stability index of two lists of bin counts, shares floored at 0.0001. Below 0.10 stable, above 0.25 moved. */
export function psi(expected: readonly number[], actual: readonly number[]): number {
  const [e, a] = [expected, actual].map((counts) => {
    const total = counts.reduce((s, n) => s + n, 0);
    return counts.map((n) => Math.max(SHARE_FLOOR, n / total));
  });
  return (e ?? []).reduce((sum, share, i) => sum + ((a?.[i] ?? SHARE_FLOOR) - share) * Math.log((a?.[i] ?? SHARE_FLOOR) / share), 0);
}

export type Counts = { readonly good: number; readonly bad: number };

/** Weight of evidence ln(share of goods / share of bads) per bin: positive is better than average. `smoothing` is added to each count. */
export function weightsOfEvidence(bins: readonly Counts[], smoothing = 0): number[] {
  const goods = bins.reduce((s, b) => s + b.good, 0);
  const bads = bins.reduce((s, b) => s + b.bad, 0);
  return bins.map((b) => Math.log((b.good + smoothing) / goods / ((b.bad + smoothing) / bads)));
}

/** Information value, natural logarithm. */
export function informationValue(bins: readonly Counts[], smoothing = 0): number {
  const goods = bins.reduce((s, b) => s + b.good, 0);
  const bads = bins.reduce((s, b) => s + b.bad, 0);
  return weightsOfEvidence(bins, smoothing).reduce((sum, woe, i) => sum + ((bins[i]?.good ?? 0) / goods - (bins[i]?.bad ?? 0) / bads) * woe, 0);
}

/** Calibration: expected over observed bads, and the mean distance |PD − bad rate| over ten equal groups by PD. */
export function calibration(pd: ArrayLike<number>, bad: ArrayLike<number>): { readonly ratio: number; readonly error: number } {
  const order = ascending(pd);
  let [expected, observed, error] = [0, 0, 0];
  for (let group = 0; group < 10; group += 1) {
    let [e, o] = [0, 0];
    for (let k = Math.floor((group * order.length) / 10); k < Math.floor(((group + 1) * order.length) / 10); k += 1) {
      e += pd[order[k] ?? 0] ?? 0;
      o += bad[order[k] ?? 0] ?? 0;
    }
    expected += e;
    observed += o;
    error += Math.abs(e - o);
  }
  return { ratio: expected / observed, error: error / order.length };
}
