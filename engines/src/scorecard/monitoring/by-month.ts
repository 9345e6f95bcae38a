import {
  type ChiSquareTest,
  chiSquareTail,
  type Levels,
  levelsOf,
  type RankingPower,
  rankingPower,
  separation,
  type Values,
} from '../measures/index.ts';

/** How the card did in one month, on the loans whose outcome is known (0 or 1; anything else is still open). */
export type MonthPerformance = RankingPower & {
  readonly month: string;
  readonly rows: number;
  readonly known: number;
  readonly bads: number;
  readonly badRate: number;
  readonly meanPd: number;
  /** Expected over observed bads; null without a bad. */
  readonly ratio: number | null;
  readonly ks: number;
  /** z² of observed against expected bads, were every PD right: small p = the level is off. */
  readonly level: ChiSquareTest;
};
export type PerformanceRows = {
  readonly months: readonly string[];
  readonly monthOf: ArrayLike<number>;
  readonly pd: Values;
  readonly bad: Values;
};

/** Stability by month: bad rate, mean PD, Gini with its interval, KS. A month without a known outcome has no line. */
export function performanceByMonth(rows: PerformanceRows): MonthPerformance[] {
  const places = rows.months.map((): number[] => []);
  const all = new Float64Array(rows.months.length);
  for (let i = 0; i < rows.pd.length; i += 1) {
    all[rows.monthOf[i]!]! += 1;
    if (rows.bad[i] === 0 || rows.bad[i] === 1) places[rows.monthOf[i]!]!.push(i);
  }
  const levels = (of: readonly number[]): Levels =>
    levelsOf(
      Float64Array.from(of, (i) => rows.pd[i]!),
      Float64Array.from(of, (i) => rows.bad[i]!),
    );
  return rows.months.flatMap((month, m) => (places[m]!.length === 0 ? [] : [performanceOf(month, all[m]!, levels(places[m]!))]));
}

/** One month of `rows` rows whose known outcomes are counted by PD. */
export function performanceOf(month: string, rows: number, levels: Levels): MonthPerformance {
  const known = levels.goods + levels.bads;
  let [expected, variance] = [0, 0];
  levels.risk.forEach((pd, i) => {
    const here = levels.good[i]! + levels.bad[i]!;
    expected += here * pd;
    variance += here * pd * (1 - pd);
  });
  const statistic = variance === 0 ? 0 : (levels.bads - expected) ** 2 / variance;
  return {
    month,
    rows,
    known,
    bads: levels.bads,
    badRate: levels.bads / known,
    meanPd: expected / known,
    ratio: levels.bads === 0 ? null : expected / levels.bads,
    ks: separation(levels).ks,
    level: { statistic, freedom: 1, pValue: chiSquareTail(statistic, 1) },
    ...rankingPower(levels),
  };
}
