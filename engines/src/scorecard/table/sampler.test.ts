import { expect, test } from 'vitest';
import { RowSampler, tableOf, takeRows } from '../index.ts';

const ROWS = Array.from({ length: 5000 }, (_, i) => ({
  no: i,
  kind: ['a', 'b', '7', null][i % 4] ?? null,
  value: i % 9 === 0 ? null : (i * 7919) % 1000,
}));
const TABLE = tableOf(ROWS, ['no', 'kind', 'value']);
const numbers = (sampler: RowSampler): number[] => {
  const column = sampler.end().table.columns.find((c) => c.name === 'no');
  return column?.kind === 'numeric' ? Array.from(column.values) : [];
};
const sampled = (parts: readonly Uint32Array[], most: number): RowSampler => {
  const sampler = new RowSampler(most);
  for (const rows of parts) {
    sampler.add(takeRows(TABLE, rows));
    expect(sampler.held).toBeLessThanOrEqual(2 * most + rows.length);
  }
  return sampler;
};
const cut = (order: readonly number[], size: number): Uint32Array[] =>
  Array.from({ length: Math.ceil(order.length / size) }, (_, k) => Uint32Array.from(order.slice(k * size, (k + 1) * size)));
const order = Array.from({ length: 5000 }, (_, i) => i);

test('a sample of a table that comes in parts: as many rows as asked, the same whatever the parts and the order, values untouched', () => {
  const first = numbers(sampled(cut(order, 700), 400));
  expect(first).toHaveLength(400);
  expect(numbers(sampled(cut(order, 64), 400))).toEqual(first);
  const turned = numbers(sampled(cut(order.toReversed(), 333), 400));
  expect(turned.toSorted((a, b) => a - b)).toEqual(first);
  expect(first.filter((n) => n < 2500).length).toBeGreaterThan(150);
  expect(first.filter((n) => n < 2500).length).toBeLessThan(250);
  const { table, seen } = sampled(cut(order, 700), 400).end();
  expect(seen).toBe(5000);
  const rows = Uint32Array.from(first);
  expect(table.columns[2]).toEqual(takeRows(TABLE, rows).columns[2]);
});

test('a table that is small enough is kept whole, in order', () => {
  expect(numbers(sampled(cut(order, 512), 5000))).toEqual(order);
});

test('a number is the same content whether its column was read as numbers or as levels', () => {
  const asLevels = {
    ...TABLE,
    columns: TABLE.columns.map((c) =>
      c.name === 'value' && c.kind === 'numeric'
        ? {
            name: c.name,
            kind: 'category' as const,
            levels: Array.from({ length: 1000 }, (_, v) => String(v)),
            codes: Int32Array.from(c.values, (v) => (Number.isNaN(v) ? -1 : v)),
          }
        : c,
    ),
  };
  const sampler = new RowSampler(400);
  sampler.add(asLevels);
  expect(numbers(sampler)).toEqual(numbers(sampled(cut(order, 5000), 400)));
});
