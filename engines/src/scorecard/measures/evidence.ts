import type { Values } from './ranking.ts';

export type Counts = { readonly good: number; readonly bad: number };

/** Weight of evidence ln(share of goods / share of bads) per bin: positive is better than average. `smoothing` is added to each count. */
export function weightsOfEvidence(bins: readonly Counts[], smoothing = 0): number[] {
  const goods = bins.reduce((s, b) => s + b.good, 0);
  const bads = bins.reduce((s, b) => s + b.bad, 0);
  return bins.map((b) => Math.log((b.good + smoothing) / goods / ((b.bad + smoothing) / bads)));
}

/** Information value, natural logarithm. Without smoothing a bin that lacks goods or bads has infinite evidence, as the formula says. */
export const informationValue = (bins: readonly Counts[], smoothing = 0): number => evidenceTable(bins, smoothing).reduce((sum, b) => sum + b.iv, 0);

/** One bin of the evidence table: counts, shares of the column's totals, WOE and its part of the IV. An empty bin carries none. */
export type EvidenceBin = Counts & {
  readonly total: number;
  readonly share: number;
  readonly badRate: number;
  readonly goodShare: number;
  readonly badShare: number;
  readonly woe: number;
  readonly iv: number;
};

export function evidenceTable(bins: readonly Counts[], smoothing = 0): EvidenceBin[] {
  const goods = bins.reduce((s, b) => s + b.good, 0);
  const bads = bins.reduce((s, b) => s + b.bad, 0);
  const evidence = weightsOfEvidence(bins, smoothing);
  return bins.map(({ good, bad }, i) => {
    const total = good + bad;
    const woe = total === 0 && smoothing === 0 ? 0 : evidence[i]!;
    const [goodShare, badShare] = [good / goods, bad / bads];
    const iv = total === 0 ? 0 : (goodShare - badShare) * woe;
    return { good, bad, total, share: total / (goods + bads), badRate: total === 0 ? 0 : bad / total, goodShare, badShare, woe, iv };
  });
}

/** Weighted goods and bads of each bin code (0 to bins − 1). */
export function countByBin(codes: Values, bad: Values, bins: number, weight?: Values): Counts[] {
  const counts = [new Float64Array(bins), new Float64Array(bins)] as const;
  for (let i = 0; i < codes.length; i += 1) counts[bad[i] === 1 ? 1 : 0][codes[i]!]! += weight === undefined ? 1 : weight[i]!;
  return Array.from({ length: bins }, (_, k) => ({ good: counts[0][k]!, bad: counts[1][k]! }));
}
