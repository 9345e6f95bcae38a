import { describe, expect, test } from 'vitest';
import { creditBytes, haveCreditData } from '../../../../bench/credit/sets.ts';
import {
  cohortCounts,
  cohortMatrix,
  consecutiveCounts,
  durationGenerator,
  exponential,
  generatorOf,
  lossGivenDefault,
  pdTermStructures,
  prudentPds,
  type RatingEvent,
  scaleToMean,
  smoothPds,
  transitionAfter,
} from './index.ts';

const SCALE = ['A', 'B', 'D'];
const COUNTS = [
  [90, 9, 1],
  [10, 80, 10],
];

test('cohort method: shares of each row, default absorbing, a grade nobody held stays', () => {
  expect(cohortMatrix(COUNTS)).toEqual([
    [0.9, 0.09, 0.01],
    [0.1, 0.8, 0.1],
    [0, 0, 1],
  ]);
  expect(
    cohortMatrix([
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 9],
    ])[0],
  ).toEqual([1, 0, 0]);
});

test('term structure of two years, by hand: 0.01 + 0.9 × 0.01 + 0.09 × 0.1', () => {
  const [a] = pdTermStructures(SCALE, { matrix: cohortMatrix(COUNTS) }, 2);
  expect(a?.cumulative).toEqual([0.01, expect.closeTo(0.028, 12)]);
  expect(a?.marginal[1]).toBeCloseTo(0.018, 12);
  expect(a?.conditional[1]).toBeCloseTo(0.018 / 0.99, 12);
});

test('matrix exponential of a two-state generator is known in closed form', () => {
  const [p] = exponential([
    [-3, 3],
    [2, -2],
  ]);
  const rest = Math.exp(-5);
  expect(p).toEqual([expect.closeTo(0.4 + 0.6 * rest, 12), expect.closeTo(0.6 - 0.6 * rest, 12)]);
});

test('the generator of a matrix leads back to it; rows sum to zero; half a year twice is a year', () => {
  const matrix = cohortMatrix(COUNTS);
  const { generator, distance } = generatorOf(matrix);
  expect(distance).toBeLessThan(1e-12);
  for (const row of generator) expect(row.reduce((s, q) => s + q, 0)).toBeCloseTo(0, 12);
  const structures = pdTermStructures(SCALE, { generator }, 2);
  expect(structures[1]?.cumulative[1]).toBeCloseTo(pdTermStructures(SCALE, { matrix }, 2)[1]?.cumulative[1] ?? 0, 10);
  expect(transitionAfter(generator, 0.5)[0]?.[2]).toBeGreaterThan(0);
  expect(() =>
    generatorOf([
      [0.1, 0.9],
      [0.9, 0.1],
    ]),
  ).toThrow('scorecard.no_generator');
});

const EVENTS: RatingEvent[] = [
  { borrower: '2', on: '2020-07-01', grade: 'D' },
  { borrower: '1', on: '2020-01-01', grade: 'A' },
  { borrower: '2', on: '2020-01-01', grade: 'B' },
  { borrower: '1', on: '2021-01-01', grade: 'B' },
];

test('duration method: moves over years spent; dated ratings in any order', () => {
  const generator = durationGenerator(EVENTS, SCALE, '2022-01-01');
  expect(generator[0]).toEqual([expect.closeTo(-365.25 / 366, 12), expect.closeTo(365.25 / 366, 12), 0]);
  expect(generator[1]?.[2]).toBeCloseTo(365.25 / (365 + 182), 12); // One year of borrower 1, 182 days of borrower 2.
  expect(generator[2]).toEqual([0, 0, 0]);
  expect(consecutiveCounts(EVENTS, SCALE)).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  expect(cohortCounts(EVENTS, SCALE, '2020-06-30', '2021-06-30')).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  expect(() => durationGenerator(EVENTS, ['A', 'D'], '2022-01-01')).toThrow('scorecard.unknown_grade');
});

test('PDs that break the order of the grades are pooled by how many were rated', () => {
  expect(smoothPds([0.01, 0.04, 0.02, 0.1], [100, 100, 300, 50])).toEqual([0.01, expect.closeTo(0.025, 12), expect.closeTo(0.025, 12), 0.1]);
});

describe('low-default grades: the worked example of Pluto and Tasche, 100 + 400 + 300 borrowers without a default', () => {
  const grades = [
    ['A', 100],
    ['B', 400],
    ['C', 300],
  ].map(([grade, borrowers]) => ({ grade: String(grade), borrowers: Number(borrowers), defaults: 0 }));
  test.each([
    [0.5, [0.0009, 0.001, 0.0023]],
    [0.9, [0.0029, 0.0033, 0.0076]],
    [0.99, [0.0057, 0.0065, 0.0152]],
  ])('independent, confidence %d', (confidence, pds) => {
    for (const [i, g] of prudentPds(grades, confidence).entries()) expect(Math.abs(g.pd - (pds[i] ?? 1))).toBeLessThan(0.0001); // Printed to a basis point.
  });
  test.each([
    [0.5, [0.0015, 0.0017, 0.0037]],
    [0.9, [0.0086, 0.0096, 0.0189]],
    [0.99, [0.0265, 0.0292, 0.053]],
  ])('asset correlation of 0.12, confidence %d', (confidence, pds) => {
    for (const [i, g] of prudentPds(grades, confidence, 0.12).entries()) expect(Math.abs(g.pd - (pds[i] ?? 1))).toBeLessThan(0.0001);
  });
  test('without a default and independent it is 1 − (1 − confidence)^(1 / borrowers)', () => {
    expect(prudentPds(grades, 0.9)[1]?.pd).toBeCloseTo(1 - 0.1 ** (1 / 700), 12);
  });
  test('scaled to a central tendency the mean is that tendency and the order stays', () => {
    const scaled = scaleToMean(prudentPds(grades, 0.75), 0.001);
    expect(scaled.reduce((s, g) => s + g.pd * g.borrowers, 0) / 800).toBeCloseTo(0.001, 12);
    expect(scaled.map((g) => g.pd)).toEqual(scaled.map((g) => g.pd).toSorted((a, b) => a - b));
  });
  test('a grade where all defaulted has PD 1', () => {
    expect(prudentPds([{ grade: 'Z', borrowers: 3, defaults: 3 }], 0.9)[0]?.pd).toBe(1);
  });
});

test('loss given default: the mean of ratios is not the ratio of sums', () => {
  const lgd = lossGivenDefault([
    { lostMinor: 100n, exposureMinor: 100n },
    { lostMinor: 100n, exposureMinor: 400n },
    { lostMinor: 7n, exposureMinor: 0n },
  ]);
  expect(lgd).toMatchObject({ loans: 2, mean: 0.625, weighted: 0.4 });
  expect(lgd.tenths).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  expect(lossGivenDefault([])).toMatchObject({ loans: 0, mean: 0, standardError: 0 });
});

describe.skipIf(!haveCreditData)('exact figures of the shared data', () => {
  const read = (file: string): string[][] => {
    const lines = Buffer.from(creditBytes(file)).toString('utf8').trim().split(/\r?\n/);
    return lines.map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? ''));
  };

  test('PDs from the one-year migration counts, 1, 3, 5 and 10 years; BB under BBB is smoothed away', () => {
    const [header = [], ...rows] = read('sp_migration_counts_1y.csv');
    const scale = header.slice(1);
    const counts = rows.map((r) => r.slice(1).map(Number));
    const structures = pdTermStructures(scale, { matrix: cohortMatrix(counts) }, 10);
    const published: Readonly<Record<number, readonly number[]>> = {
      1: [0, 0, 0.2446, 0.3593, 0.2947, 5.5497, 17.2727],
      3: [0.0087, 0.0663, 0.9152, 1.2343, 2.3842, 16.2462, 39.6016],
      5: [0.0441, 0.2373, 1.7409, 2.3678, 5.789, 25.6121, 52.6596],
      10: [0.3498, 1.1526, 4.3096, 6.314, 16.4515, 42.7695, 68.6783],
    };
    for (const [year, pds] of Object.entries(published))
      expect([year, structures.map((s) => (s.cumulative[Number(year) - 1] ?? 0) * 100)]).toEqual([year, pds.map((pd) => expect.closeTo(pd, 4))]);
    const oneYear = structures.map((s) => s.cumulative[0] ?? 0);
    const smooth = smoothPds(
      oneYear,
      counts.map((r) => r.reduce((s, n) => s + n, 0)),
    );
    expect(smooth[3]).toBe(smooth[4]);
    expect(smooth).toEqual(smooth.toSorted((a, b) => a - b));
  });

  test('the ratings panel: 6,186 consecutive pairs, their diagonal, and a generator of dated ratings', () => {
    const [header = [], ...rows] = read('corporate_ratings_panel.csv.gz');
    const at = (name: string): number => header.indexOf(name);
    const letters = (grade: string): string => grade.replace(/[+-]/g, '').replace(/^C+$/, 'C');
    const events = rows.map((r) => ({
      borrower: `${r[at('Rating Agency')]} ${r[at('CIK')]}`,
      on: r[at('Rating Date')] ?? '',
      grade: letters(r[at('Rating')] ?? ''),
    }));
    const scale = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'C', 'D'];
    const counts = consecutiveCounts(events, scale);
    expect(counts.flat().reduce((s, n) => s + n, 0)).toBe(6186);
    expect(counts.map((row, i) => row[i]).slice(0, 7)).toEqual([53, 350, 1441, 1642, 903, 604, 137]);
    const generator = durationGenerator(events, scale, '2016-12-31');
    const structures = pdTermStructures(scale, { generator }, 5);
    for (const s of structures) expect(s.cumulative).toEqual(s.cumulative.toSorted((a, b) => a - b));
    expect(structures[6]?.cumulative[0]).toBeGreaterThan(structures[2]?.cumulative[0] ?? 1);
  });

  test('SBA: mean of charge-off over disbursement of the 4,693 charged-off loans', () => {
    const [header = [], ...rows] = read('sba_loans.csv.gz');
    const cents = (text: string | undefined): bigint => BigInt(Math.round(Number(text) * 100));
    const [lost, lent, status] = ['ChgOffPrinGr', 'DisbursementGross', 'MIS_Status'].map((n) => header.indexOf(n)) as [number, number, number];
    const lgd = lossGivenDefault(
      rows.filter((r) => r[status] === 'CHGOFF').map((r) => ({ lostMinor: cents(r[lost]), exposureMinor: cents(r[lent]) })),
    );
    expect(lgd.loans).toBe(4693);
    expect(lgd.mean).toBeCloseTo(0.627951, 6);
  });
});
