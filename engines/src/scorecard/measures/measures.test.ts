import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  auc,
  aucDifference,
  binomialTail,
  binomialTests,
  brier,
  calibration,
  calibrationLine,
  calibrationTable,
  chiSquareTail,
  countByBin,
  countByEdges,
  evidenceTable,
  gainsTable,
  gini,
  hosmerLemeshow,
  informationValue,
  ks,
  levelsOf,
  logLoss,
  normalCdf,
  normalQuantile,
  psi,
  psiNoise,
  quantileEdges,
  rankingPower,
  rateInterval,
  rocCurve,
  separation,
} from './index.ts';

const RISK = [1, 2, 2, 3];
const BAD = [0, 0, 1, 1];

describe('ranking, counted by hand', () => {
  test('AUC, Gini and KS of four loans; the KS says where it stands', () => {
    expect(auc(RISK, BAD)).toBe(0.875); // (1>: 2 of 2 pairs, tie half) = (2 + 1.5) / 4
    expect(gini(RISK, BAD)).toBe(0.75);
    expect(separation(levelsOf(RISK, BAD))).toEqual({ ks: 0.5, at: 1, goodShare: 0.5, badShare: 0 });
  });

  test('a missing risk is left out, one outcome only gives no NaN', () => {
    expect(auc([1, Number.NaN, 2, 2, 3], [0, 1, 0, 1, 1])).toBe(0.875);
    expect([auc([1, 2], [0, 0]), ks([1, 2], [1, 1]), rankingPower(levelsOf([1, 2], [0, 0])).standardError]).toEqual([0.5, 0, 0]);
  });

  test('DeLong: placements of bads 1, 0.75 and of goods 1, 0.75 give variance 0.03125 / 2 + 0.03125 / 2', () => {
    const power = rankingPower(levelsOf(RISK, BAD));
    expect(power.standardError).toBeCloseTo(Math.sqrt(0.03125), 12);
    expect(power.aucInterval.low).toBeCloseTo(0.875 - 1.959963984540054 * Math.sqrt(0.03125), 9);
    expect(power.aucInterval.high).toBe(1);
    expect(power.giniInterval.low).toBeCloseTo(2 * power.aucInterval.low - 1, 12);
  });

  test('the paired difference of a score and itself is 0; against a constant it is the AUC less a half with the same error', () => {
    expect(aucDifference(RISK, RISK, BAD)).toEqual({ difference: 0, standardError: 0, pValue: 1 });
    const paired = aucDifference(RISK, [5, 5, 5, 5], BAD);
    expect(paired.difference).toBeCloseTo(0.375, 12);
    expect(paired.standardError).toBeCloseTo(Math.sqrt(0.03125), 12);
  });

  test('a weight of k counts as k equal loans', () => {
    const loans = fc.array(
      fc.record({ risk: fc.integer({ min: 0, max: 9 }), bad: fc.integer({ min: 0, max: 1 }), weight: fc.integer({ min: 1, max: 4 }) }),
    );
    fc.assert(
      fc.property(loans, (rows) => {
        const many = rows.flatMap((r) => Array.from({ length: r.weight }, () => r));
        const of = (list: typeof rows, pick: (r: (typeof rows)[number]) => number) => list.map(pick);
        const [risk, bad, weight] = [of(rows, (r) => r.risk), of(rows, (r) => r.bad), of(rows, (r) => r.weight)];
        const [risks, bads] = [of(many, (r) => r.risk), of(many, (r) => r.bad)];
        expect(auc(risk, bad, weight)).toBeCloseTo(auc(risks, bads), 12);
        expect(ks(risk, bad, weight)).toBeCloseTo(ks(risks, bads), 12);
        expect(gainsTable(levelsOf(risk, bad, weight))).toEqual(gainsTable(levelsOf(risks, bads)));
      }),
    );
  });

  test('AUC equals the count over all pairs', () => {
    const loans = fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(loans, (rows) => {
        const [goods, bads] = [rows.filter((r) => !r[1]), rows.filter((r) => r[1])];
        const wins = bads.flatMap(([b]) => goods.map(([g]): number => (b > g ? 1 : b === g ? 0.5 : 0)));
        const expected = wins.length === 0 ? 0.5 : wins.reduce((s, w) => s + w, 0) / wins.length;
        expect(
          auc(
            rows.map((r) => r[0]),
            rows.map((r) => (r[1] ? 1 : 0)),
          ),
        ).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('gains of ten loans in two bands, riskiest first, ties together', () => {
    const bands = gainsTable(levelsOf([1, 2, 3, 4, 5, 6, 7, 8, 8, 9], [0, 0, 0, 1, 0, 0, 1, 0, 1, 1]), 2);
    expect(bands).toHaveLength(2);
    expect(bands[0]).toMatchObject({ fromRisk: 6, toRisk: 9, total: 5, bad: 3, badRate: 0.6, lift: expect.closeTo(1.5, 12) });
    expect(bands[0]?.cumulative).toMatchObject({ share: 0.5, badShare: 0.75 });
    expect(bands[1]?.cumulative).toEqual({ share: 1, goodShare: 1, badShare: 1, badRate: 0.4, lift: 1 });
  });

  test('the ROC curve runs from 0 to 1 and its area is the AUC', () => {
    const curve = rocCurve(levelsOf(RISK, BAD));
    const area = curve
      .slice(1)
      .reduce((s, p, i) => s + ((p.goodShare - (curve[i]?.goodShare ?? 0)) * (p.badShare + (curve[i]?.badShare ?? 0))) / 2, 0);
    expect([curve[0], curve.at(-1)]).toEqual([
      { goodShare: 0, badShare: 0 },
      { goodShare: 1, badShare: 1 },
    ]);
    expect(area).toBeCloseTo(0.875, 12);
  });
});

describe('evidence', () => {
  const bins = [
    { good: 60, bad: 20 },
    { good: 40, bad: 80 },
  ];
  test('WOE and IV of two bins', () => {
    expect(informationValue(bins)).toBeCloseTo(0.4 * Math.log(3) + 0.4 * Math.log(2), 12);
    expect(evidenceTable(bins)[0]).toMatchObject({ total: 80, share: 0.4, badRate: 0.25, goodShare: 0.6, badShare: 0.2, woe: Math.log(3) });
  });
  test('an empty bin carries none; a bin without bads is finite once smoothed', () => {
    expect(informationValue([...bins, { good: 0, bad: 0 }])).toBeCloseTo(informationValue(bins), 12);
    expect(Number.isFinite(informationValue([...bins, { good: 5, bad: 0 }], 0.5))).toBe(true);
    expect(countByBin([0, 1, 1], [0, 1, 0], 2, [1, 2, 4])).toEqual([
      { good: 1, bad: 0 },
      { good: 4, bad: 2 },
    ]);
  });
});

describe('stability index', () => {
  test('two bins that moved by a tenth', () => {
    expect(psi([50, 50], [40, 60])).toBeCloseTo(-0.1 * Math.log(0.8) + 0.1 * Math.log(1.2), 12);
    expect(psi([5, 5], [0, 0])).toBeGreaterThan(5); // A month without loans has moved, and is not NaN.
  });
  test('edges interpolate, merge when equal, leave missing out; bins are (lo, hi]', () => {
    expect(quantileEdges([4, 1, 2, 3, Number.NaN, 5], 4)).toEqual([2, 3, 4]);
    expect(quantileEdges([1, 1, 1, 1, 9], 4)).toEqual([1]);
    expect([...countByEdges([1, 2, 2.5, 9, Number.NaN], [2, 3])]).toEqual([2, 1, 1]);
  });
  test('chance alone moves a small month: the noise line falls with the rows', () => {
    expect(psiNoise(10, 1e9, 1000)).toBeCloseTo(16.918977604620448 / 1000, 6); // χ² 95 %, 9 degrees of freedom
    expect(psiNoise(10, 1e9, 100)).toBeCloseTo(10 * psiNoise(10, 1e9, 1000), 6);
  });
});

describe('calibration', () => {
  const pd = [0.1, 0.1, 0.3, 0.3, 0.3, 0.3];
  const bad = [0, 1, 0, 0, 1, 0];
  test('bands, ratio, error, Brier score and log loss of six loans', () => {
    const bands = calibrationTable(pd, bad, undefined, 3);
    expect(bands.map((b) => [b.total, b.observed])).toEqual([
      [2, 1],
      [4, 1],
    ]);
    expect(bands.map((b) => b.expected)).toEqual([0.2, 1.2].map((x) => expect.closeTo(x, 12)));
    expect(calibration(pd, bad)).toEqual({ ratio: expect.closeTo(0.7, 12), error: expect.closeTo(1 / 6, 12) });
    expect(brier(pd, bad)).toBeCloseTo((0.01 + 0.81 + 3 * 0.09 + 0.49) / 6, 12);
    expect(logLoss(pd, bad)).toBeCloseTo(-(Math.log(0.9) + Math.log(0.1) + 3 * Math.log(0.7) + Math.log(0.3)) / 6, 12);
    expect(logLoss([0], [1])).toBeLessThan(35);
  });
  test('Hosmer–Lemeshow: (observed − expected)² over the binomial variance, summed', () => {
    const test = hosmerLemeshow(
      [
        { total: 100, expected: 10, observed: 16 },
        { total: 100, expected: 50, observed: 45 },
        { total: 0, expected: 0, observed: 0 },
      ],
      'other',
    );
    expect(test.statistic).toBeCloseTo(36 / 9 + 25 / 25, 12);
    expect(test).toMatchObject({ freedom: 2, pValue: expect.closeTo(Math.exp(-2.5), 9) });
  });
  test('the line of perfect PDs is (0, 1); PDs with doubled log-odds have slope one half', () => {
    const groups = [0.1, 0.2, 0.5].flatMap((p) => Array.from({ length: 100 }, (_, i) => ({ p, bad: i < 100 * p ? 1 : 0 })));
    const outcome = groups.map((g) => g.bad);
    const exact = calibrationLine(
      groups.map((g) => g.p),
      outcome,
    );
    expect([exact.intercept, exact.slope]).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
    const spread = calibrationLine(
      groups.map(({ p }) => (p / (1 - p)) ** 2 / (1 + (p / (1 - p)) ** 2)),
      outcome,
    );
    expect([spread.intercept, spread.slope]).toEqual([expect.closeTo(0, 9), expect.closeTo(0.5, 9)]);
  });
});

describe('distributions, against published values', () => {
  test('normal, chi-square, binomial', () => {
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 9);
    expect(normalQuantile(0.5)).toBe(0);
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(binomialTail(1, 100, 0.01)).toBeCloseTo(1 - 0.99 ** 100, 12);
    expect([binomialTail(0, 5, 0.1), binomialTail(6, 5, 0.1)]).toEqual([1, 0]);
  });
  test('the Jeffreys interval of no event starts at 0, of all events ends at 1', () => {
    expect(rateInterval(0, 10)).toMatchObject({ low: 0, high: expect.closeTo(0.217196, 5) });
    expect(rateInterval(10, 10)).toMatchObject({ low: expect.closeTo(0.782804, 5), high: 1 });
  });
});

test('binomial test per grade: green when the count fits, red when far too many, blue when far too few', () => {
  const tests = binomialTests([
    { grade: 'A', pd: 0.01, total: 1000, bad: 10 },
    { grade: 'B', pd: 0.01, total: 1000, bad: 25 },
    { grade: 'C', pd: 0.01, total: 1000, bad: 2 },
    { grade: 'D', pd: 0.5, total: 0, bad: 0 },
  ]);
  expect(tests.map((t) => t.light)).toEqual(['green', 'red', 'blue', 'green']);
  expect(tests[0]?.tooLow).toBeCloseTo(0.5427, 3);
  expect(tests[1]?.jeffreys).toBeLessThan(0.001);
});
