import { Refusal } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { auc, buildCard, crossValidate, type Row, scoreTable, tableOf, takeRows } from '../index.ts';
import { foldsOf } from './folds.ts';

/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number, column: number): number => {
  let h = Math.imul(i * 8 + column, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
};
const ROWS = Array.from(
  { length: 3000 },
  (_, i): Row => ({ income: spread(i, 1) * 20, shop: i % 13 === 0 ? null : spread(i, 2) < 0.5 ? 'OWN' : 'RENT' }),
);
const TABLE = tableOf(ROWS, ['income', 'shop']);
const BAD = Uint8Array.from(ROWS, (r, i) =>
  spread(i, 3) < 1 / (1 + Math.exp(0.15 * Number(r['income']) - (r['shop'] === 'RENT' ? 0.8 : 0))) ? 1 : 0,
);
const request = { id: 't', version: '1', table: TABLE, bad: BAD };

test('five folds hold equal shares of the bads, each judged by a card that did not see it; mean and spread are those of the folds', () => {
  const result = crossValidate(request, 5);
  const fold = foldsOf(TABLE, BAD, 5);
  expect(result.folds.map((f) => f.rows).reduce((a, b) => a + b)).toBe(3000);
  expect(Math.max(...result.folds.map((f) => f.bads)) - Math.min(...result.folds.map((f) => f.bads))).toBeLessThanOrEqual(1);
  const rows = (inside: boolean) => Uint32Array.from(BAD.keys()).filter((i) => (fold[i] === 2) === inside);
  const { card } = buildCard({ ...request, table: takeRows(TABLE, rows(false)), bad: Uint8Array.from(rows(false), (i) => BAD[i] ?? 0) });
  const risk = scoreTable(card, takeRows(TABLE, rows(true))).map((p) => -p);
  expect(result.folds[2]?.auc).toBe(
    auc(
      risk,
      Uint8Array.from(rows(true), (i) => BAD[i] ?? 0),
    ),
  );
  const areas = result.folds.map((f) => f.auc);
  const mean = areas.reduce((a, b) => a + b) / 5;
  expect(result.mean.auc).toBeCloseTo(mean, 12);
  expect(result.spread.auc).toBeCloseTo(Math.sqrt(areas.reduce((s, a) => s + (a - mean) ** 2, 0) / 4), 12);
  expect(result.mean.auc).toBeGreaterThan(0.6);
});

test('the folds follow the content of the rows: shuffled rows, permuted and renamed columns give the same figures', () => {
  const order = Uint32Array.from(BAD.keys()).sort((a, b) => spread(a, 7) - spread(b, 7));
  const shuffled = takeRows(TABLE, order);
  const renamed = { ...shuffled, columns: shuffled.columns.map((c) => ({ ...c, name: `${c.name}_2` })).reverse() };
  const again = crossValidate({ ...request, table: renamed, bad: Uint8Array.from(order, (i) => BAD[i] ?? 0) }, 3);
  expect(again).toEqual(crossValidate(request, 3));
});

test('a row and its twin are never on both sides; more folds than bads are refused', () => {
  const twice = takeRows(
    TABLE,
    Uint32Array.from({ length: 6000 }, (_, i) => i % 3000),
  );
  const fold = foldsOf(twice, Uint8Array.from([...BAD, ...BAD]), 4);
  expect(fold.slice(3000)).toEqual(fold.slice(0, 3000));
  expect(() => crossValidate({ ...request, bad: BAD.map((_, i) => (i < 3 ? 1 : 0)) }, 5)).toThrow(Refusal);
  expect(() => crossValidate(request, 1)).toThrow(Refusal);
});
