import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AttributeSpec, auc, calibration, fitCard, fitLogistic, informationValue, ks, psi, scoreCard } from './index.ts';

const label = { zh: '变量', en: 'attribute' };
const scale = { baseScore: 600, baseOdds: 20, pdo: 40 };
/** Pseudo-random numbers in [0, 1), the same in every run: an integer hash of row and column. */
const spread = (i: number, column: number): number => {
  let h = Math.imul(i * 8 + column, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
};
const SAMPLE = Array.from({ length: 4000 }, (_, i) => {
  const [age, shop, chance] = [spread(i, 1) * 20, spread(i, 2) < 0.5 ? 'OWN' : 'RENT', spread(i, 4)];
  const p = 1 / (1 + Math.exp(0.5 + 0.15 * age - (shop === 'RENT' ? 0.8 : 0)));
  return { row: { age: i % 17 === 0 ? null : age, shop, constant: 1, twisted: age }, bad: chance < p ? 1 : 0 };
});
const ROWS = SAMPLE.map((s) => s.row);
const BAD = SAMPLE.map((s) => s.bad);
const SPECS: AttributeSpec[] = [
  { name: 'age', label, reasonCode: 'T1', kind: 'numeric', missing: 'own' },
  { name: 'shop', label, reasonCode: 'T2', kind: 'category', missing: 'neutral', values: { OWN: label, RENT: label } },
];
const fit = (attributes = SPECS, order = SAMPLE.map((_, i) => i)) =>
  fitCard({ id: 't', version: '1', rows: order.map((i) => ROWS[i] ?? {}), bad: order.map((i) => BAD[i] ?? 0), attributes, scale });

test('S1-13 an application scorecard gives PD and points, documented bins, reason codes, and is calibrated', () => {
  const { card } = fit();
  const scored = ROWS.map((row) => scoreCard(card, row));
  const { ratio, error } = calibration(
    scored.map((s) => Number(s.pdPpm) / 1e6),
    BAD,
  );
  expect(ratio).toBeGreaterThan(0.97);
  expect(ratio).toBeLessThan(1.03);
  expect(error).toBeLessThan(0.02);
  expect(
    auc(
      scored.map((s) => -s.points),
      BAD,
    ),
  ).toBeGreaterThan(0.68);
  for (const attribute of card.attributes) {
    for (const bin of attribute.bins) expect(bin.reason.code && bin.reason.zh && bin.reason.en && Number.isInteger(bin.points)).toBeTruthy();
  }
  expect(scored.every((s) => s.reasons.every((r) => r.code.startsWith('T')))).toBe(true);
});

test('numeric bins are monotone and every kept attribute has the right sign', () => {
  const { card, fits } = fit();
  const points = card.attributes[0]?.bins.filter((b) => !b.missing).map((b) => b.points) ?? [];
  expect(points.length).toBeGreaterThan(2);
  expect(points).toEqual([...points].sort((a, b) => a - b));
  expect(fits.every((f) => f.coefficient > 0)).toBe(true);
});

test('an attribute without evidence, or with evidence against the stated sense, is dropped and named', () => {
  const { dropped } = fit([
    ...SPECS,
    { name: 'constant', label, reasonCode: 'T3', kind: 'numeric', missing: 'own' },
    { name: 'twisted', label, reasonCode: 'T4', kind: 'numeric', missing: 'own', direction: 'up' },
  ]);
  expect(dropped.map((d) => `${d.name} ${d.why}`)).toEqual(['constant low_iv', 'twisted low_iv']);
  const against = SPECS.map((s) => (s.kind === 'category' ? { ...s, order: ['RENT', 'OWN'] } : s));
  expect(fit(against).dropped).toMatchObject([{ name: 'shop', why: 'wrong_order' }]);
});

test('the order of the rows does not change the card', () => {
  const reversed = SAMPLE.map((_, i) => SAMPLE.length - 1 - i);
  expect(JSON.stringify(fit(SPECS, reversed).card)).toBe(JSON.stringify(fit().card));
});

test('a sample with one outcome is refused', () => {
  expect(() => fitCard({ id: 't', version: '1', rows: ROWS, bad: BAD.map(() => 0), attributes: SPECS, scale })).toThrow('scorecard.one_class');
});

test('logistic regression solves a case known in closed form', () => {
  // One yes/no input: odds 30:10 when 1 and 10:30 when 0, so the intercept is ln(1/3) and the coefficient ln 9.
  const x = Float64Array.from({ length: 80 }, (_, i) => (i < 40 ? 1 : 0));
  const y = Array.from({ length: 80 }, (_, i) => (i < 30 || i >= 70 ? 1 : 0));
  const solved = fitLogistic([x], y);
  expect(solved.intercept).toBeCloseTo(Math.log(1 / 3), 9);
  expect(solved.coefficients[0]).toBeCloseTo(Math.log(9), 9);
  expect(solved.standardErrors[0]).toBeCloseTo(Math.sqrt(2 / 30 + 2 / 10), 9);
  expect(() => fitLogistic([x, x], y)).toThrow('scorecard.no_solution');
});

test('AUC, KS, PSI and IV of cases counted by hand', () => {
  expect(auc([1, 2, 2, 3], [0, 0, 1, 1])).toBe(0.875);
  expect(ks([1, 2, 2, 3], [0, 0, 1, 1])).toBe(0.5);
  expect(psi([50, 50], [40, 60])).toBeCloseTo(-0.1 * Math.log(0.8) + 0.1 * Math.log(1.2), 12);
  expect(
    informationValue([
      { good: 60, bad: 20 },
      { good: 40, bad: 80 },
    ]),
  ).toBeCloseTo(0.4 * Math.log(3) + 0.4 * Math.log(2), 12);
});

const DATA = join(import.meta.dirname, '../../../../shared/data');
test.skipIf(!existsSync(join(DATA, 'german_credit.csv')))('published figures of shared data: IV of german_credit, AUC and KS of hmeq', () => {
  const read = (file: string) =>
    readFileSync(join(DATA, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
  const german = readFileSync(join(DATA, 'german_credit.csv'), 'utf8').trim().split(/\r?\n/);
  const column = (german[0] ?? '').split(',').indexOf('housing');
  const counts = new Map<string, { good: number; bad: number }>();
  for (const line of german.slice(1)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '');
    const count = counts.get(cells[column] ?? '') ?? { good: 0, bad: 0 };
    count[cells.at(-1) === 'bad' ? 'bad' : 'good'] += 1;
    counts.set(cells[column] ?? '', count);
  }
  expect(informationValue([...counts.values()])).toBeCloseTo(0.083293, 6);
  const [header = [], ...hmeq] = read('hmeq.csv');
  const delinquent = hmeq.filter((cells) => cells[header.indexOf('DELINQ')] !== '');
  const [risk, bad] = ['DELINQ', 'BAD'].map((name) => delinquent.map((cells) => Number(cells[header.indexOf(name)])));
  expect(auc(risk ?? [], bad ?? [])).toBeCloseTo(0.672012, 6);
  expect(ks(risk ?? [], bad ?? [])).toBeCloseTo(0.321604, 6);
});
