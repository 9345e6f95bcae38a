import { describe, expect, test } from 'vitest';
import { haveCreditData, readCreditSet } from '../../../bench/credit/sets.ts';
import { auc, cellOf, columnOf, inferRejects, scoreTable, tableOf, takeRows } from './index.ts';
import { stackTables } from './table/stack.ts';

test('tables are stacked by name: levels keep their names, numbers their values, and a missing column is refused', () => {
  const names = ['n', 'c'];
  const above = tableOf(
    [
      { n: 1, c: 'x' },
      { n: null, c: 'y' },
    ],
    names,
  );
  const below = tableOf(
    [
      { n: 7, c: 'z' },
      { n: 8, c: 'x' },
      { n: 9, c: null },
    ],
    names,
  );
  const both = stackTables(above, { ...below, columns: [...below.columns].reverse() });
  const cells = (name: string) => Array.from({ length: both.rows }, (_, i) => cellOf(columnOf(both, name), i));
  expect(cells('n')).toEqual([1, null, 7, 8, 9]);
  expect(cells('c')).toEqual(['x', 'y', 'z', 'x', null]);
  expect(() => stackTables(above, { ...below, columns: below.columns.slice(0, 1) })).toThrow('scorecard.column_unknown');
});

/** The Taiwan recipe: who was two months late or had a small limit is kept out of sight. Read by the tests only: where the data are not, they are skipped. */
function recipe() {
  const { train, test: later } = readCreditSet('taiwan');
  const value = (name: string, i: number) => Number(cellOf(columnOf(train.table, name), i));
  const hidden = (i: number) => value('PAY_0', i) >= 2 || value('LIMIT_BAL', i) <= 30_000;
  const rows = (want: boolean) => Uint32Array.from(Array.from(train.bad.keys()).filter((i) => hidden(i) === want));
  const [kept, refused] = [rows(false), rows(true)];
  const accepts = {
    id: 't',
    version: '1',
    table: takeRows(train.table, kept),
    bad: kept.reduce((all, i, k) => all.fill(train.bad[i] ?? 0, k), new Uint8Array(kept.length)),
  };
  const rejects = takeRows(train.table, refused);
  const infer = (method: 'fuzzy' | 'parcelling' | 'augmentation') =>
    inferRejects({ accepts, rejects, method, multiplier: 2, multipliers: [1, 3], judged: later });
  const onAll = (card: Parameters<typeof scoreTable>[0]) =>
    auc(
      scoreTable(card, later.table).map((p) => -p),
      later.bad,
    );
  return { kept, refused, infer, onAll };
}

describe.skipIf(!haveCreditData)('reject inference where the truth is known: the Taiwan recipe', () => {
  test('fuzzy augmentation with a multiplier of 2 wins the ranking back, and the level moves with the assumption', { timeout: 60_000 }, () => {
    const { kept, refused, infer, onAll } = recipe();
    expect([kept.length, refused.length]).toEqual([16_454, 4_546]);
    const { build, acceptsOnly, inference } = infer('fuzzy');
    expect(onAll(acceptsOnly.card)).toBeLessThan(0.735);
    expect(onAll(build.card)).toBeGreaterThanOrEqual(0.757);
    const levels = inference.sensitivity.map((s) => s.rejectPd);
    expect(inference.sensitivity.map((s) => s.multiplier)).toEqual([1, 2, 3]);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect((levels[2] ?? 0) - (levels[0] ?? 0)).toBeGreaterThan(0.3);
    const { approvedByBoth, swappedIn, swappedOut, declinedByBoth } = inference.swap;
    expect(approvedByBoth.loans + swappedIn.loans + swappedOut.loans + declinedByBoth.loans).toBe(21_000);
    expect(swappedIn.loans).toBeGreaterThan(100);
  });

  test('parcelling reaches the floor too; augmentation alone cannot, because no accept looks like these rejects', { timeout: 60_000 }, () => {
    const { infer, onAll } = recipe();
    expect(onAll(infer('parcelling').build.card)).toBeGreaterThanOrEqual(0.745);
    const augmented = onAll(infer('augmentation').build.card);
    expect(augmented).toBeGreaterThan(0.73);
    expect(augmented).toBeLessThan(0.745);
  });
});
