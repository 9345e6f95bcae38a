import { assert, PPM } from '@tallystick/kernel';
import { changePpm, coefficientOfVariationPpm, ratioPpm } from './facts.ts';
import { stepOf } from './parameters.ts';

/** Twelve months of income, oldest first: fen by source (salary, shop, rent …). */
export type IncomePanel = { readonly months: readonly Readonly<Record<string, bigint>>[]; readonly tenureMonths: number | null };
type ScaleStep = { readonly from: number | null; readonly points: number };
export type IncomeStabilityParameters = {
  readonly version: string;
  readonly variation: readonly ScaleStep[];
  readonly trend: readonly ScaleStep[];
  readonly mainSource: readonly ScaleStep[];
  readonly tenure: readonly ScaleStep[];
};
export type IncomeStability = {
  /** 0 to 100; 0 when there was no income. */
  readonly index: number;
  readonly variationPpm: bigint | null;
  /** Last six months against the six before. */
  readonly trendPpm: bigint | null;
  readonly sources: readonly { readonly source: string; readonly sharePpm: bigint }[];
  readonly tenureMonths: number | null;
  readonly parts: { readonly variation: number; readonly trend: number; readonly mainSource: number; readonly tenure: number };
};

const steps = (...pairs: [number | null, number][]): ScaleStep[] => pairs.map(([from, points]) => ({ from, points }));

/** Design values: variation up to 40 points, trend 20, spread over sources 15, tenure 25. */
export const INCOME_STABILITY_V1: IncomeStabilityParameters = {
  version: '1.0.0',
  variation: steps([null, 40], [100_000, 32], [200_000, 22], [400_000, 10], [700_000, 0]),
  trend: steps([null, 0], [-200_000, 6], [-50_000, 14], [0, 20]),
  mainSource: steps([null, 15], [700_000, 10], [950_000, 6]),
  tenure: steps([null, 0], [6, 8], [12, 15], [36, 25]),
};

/** Income stability index from a 12-month panel: source split, variation, trend and tenure, each by documented steps. */
export function incomeStability(panel: IncomePanel, parameters: IncomeStabilityParameters): IncomeStability {
  assert(panel.months.length === 12, 'an income panel has twelve months');
  const monthly = panel.months.map((m) => Object.values(m).reduce((s, x) => s + x, 0n));
  const total = monthly.reduce((s, x) => s + x, 0n);
  const half = (from: number): bigint => monthly.slice(from, from + 6).reduce((s, x) => s + x, 0n);
  const names = [...new Set(panel.months.flatMap((m) => Object.keys(m)))].sort();
  const sources = names.map((source) => ({
    source,
    sharePpm:
      ratioPpm(
        panel.months.reduce((s, m) => s + (m[source] ?? 0n), 0n),
        total,
      ) ?? 0n,
  }));
  const variationPpm = coefficientOfVariationPpm(monthly);
  const trendPpm = changePpm(half(6), half(0));
  const main = sources.reduce((m, s) => (s.sharePpm > m ? s.sharePpm : m), 0n);
  const pick = (scale: readonly ScaleStep[], value: bigint | number | null): number =>
    value === null || total <= 0n ? 0 : (scale[stepOf(scale, value)]?.points ?? 0);
  const parts = {
    variation: pick(parameters.variation, variationPpm),
    // Income where there was none before is growth, but not yet a trend: the base is missing, so it scores nothing.
    trend: pick(parameters.trend, trendPpm),
    mainSource: pick(parameters.mainSource, main > PPM ? PPM : main),
    tenure: pick(parameters.tenure, panel.tenureMonths),
  };
  return {
    index: parts.variation + parts.trend + parts.mainSource + parts.tenure,
    variationPpm,
    trendPpm,
    sources,
    tenureMonths: panel.tenureMonths,
    parts,
  };
}
