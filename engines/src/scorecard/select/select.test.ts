import { describe, expect, test } from 'vitest';
import { type BuildRequest, buildCard, fitLogistic, type Row, tableOf } from '../index.ts';
import { eliminate } from './stepwise.ts';

/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number, column: number): number => {
  let h = Math.imul(i * 8 + column, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
};
/** `twin` is income with a little noise; `sum` follows from income and staff; `kind` has ten levels of two sorts and some rare ones. */
const ROWS = Array.from({ length: 5000 }, (_, i): Row => {
  const [income, staff] = [spread(i, 1) * 20, spread(i, 2) * 20];
  const kind = i % 250 === 0 ? `rare ${i}` : `k${Math.floor(spread(i, 6) * 10)}`;
  return { income, staff, twin: income + 0.2 * spread(i, 3), sum: income + staff + 2 * spread(i, 5), kind };
});
const bad = Uint8Array.from(ROWS, (r, i) => {
  const risky = ['k0', 'k1', 'k2', 'k3'].includes(String(r['kind'])) ? 1 : 0;
  return spread(i, 4) < 1 / (1 + Math.exp(-0.5 + 0.15 * Number(r['income']) + 0.1 * Number(r['staff']) - 1.2 * risky)) ? 1 : 0;
});
const build = (names: readonly string[], more: Partial<BuildRequest> = {}) =>
  buildCard({ id: 't', version: '1', table: tableOf(ROWS, names), bad, ...more });
const why = (names: readonly string[], settings: BuildRequest['settings'] = {}): Record<string, string> =>
  Object.fromEntries(build(names, { settings }).record.dropped.map((d) => [d.name, d.why]));

describe('what goes with what', () => {
  test('of two attributes whose evidence correlates the weaker goes, named with the one it lost against', () => {
    const { dropped } = build(['income', 'twin', 'staff']).record;
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toMatchObject({ why: 'correlated' });
    expect(new Set([dropped[0]?.name, dropped[0]?.against])).toEqual(new Set(['income', 'twin']));
  });

  test('what follows from the others goes by its variance inflation', () => {
    expect(Object.values(why(['income', 'staff', 'sum'], { maxVif: 3 }))).toEqual(['collinear']);
    expect(why(['income', 'staff', 'sum'], { maxVif: 1e6, maxCorrelation: 1 })).not.toMatchObject({ sum: 'collinear' });
  });

  test('backward elimination: the weakest insignificant coefficient goes first, the last one stays', () => {
    const columns = ['income', 'staff'].map((name) => Float64Array.from(ROWS, (r) => Number(r[name])));
    columns.push(Float64Array.from(ROWS, (_, i) => spread(i, 7)));
    const fitOf = (kept: readonly number[]) =>
      fitLogistic(
        kept.map((j) => columns[j] ?? new Float64Array(0)),
        bad,
      );
    const { kept, out } = eliminate([0, 1, 2], fitOf, 0.01);
    expect([kept, out.map((o) => o.at)]).toEqual([[0, 1], [2]]);
    expect(out[0]?.pValue).toBeGreaterThan(0.01);
    expect(eliminate([0, 1, 2], fitOf, 1).kept).toEqual([0, 1, 2]);
    expect(eliminate([0, 1, 2], fitOf, -1).kept).toHaveLength(1);
  });

  test('the builder eliminates when it is told to, and says so', () => {
    const names = ['income', 'staff', 'sum'];
    const loose = { maxVif: 1e6, maxCorrelation: 1 };
    expect(Object.values(why(names, { ...loose, maxPValue: 0.001 }))).toContain('insignificant');
    expect(Object.values(why(names, loose))).not.toContain('insignificant');
  });
});

test('levels of a category with like bad rates share a bin, rare ones the bin of what was never seen', () => {
  const bins = build(['income', 'kind']).card.attributes.find((a) => a.name === 'kind')?.bins ?? [];
  const merged = bins.flatMap((b) => (b.values ? [b.values.toSorted()] : []));
  expect(merged.length).toBeLessThan(6);
  const risky = merged.filter((values) => values.some((v) => ['k0', 'k1', 'k2', 'k3'].includes(v)));
  expect(risky.flat().sort()).toEqual(['k0', 'k1', 'k2', 'k3']);
  expect(bins.find((b) => b.other)).toMatchObject({ other: true });
  expect((bins.find((b) => b.other)?.goods ?? 0) + (bins.find((b) => b.other)?.bads ?? 0)).toBe(20);
});
