import {
  buildCard,
  type Card,
  type CardKind,
  type Column,
  cardSql,
  inputsOf,
  parseCard,
  pdOf,
  readyCard,
  scoreTable,
  type Table,
  tableOf,
} from '@tallystick/engines/scorecard';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDatabase } from '#test';
import { CREDIT_SET_NAMES, haveCreditData, readCreditSet } from '../../../../../bench/credit/sets.ts';

let database: Awaited<ReturnType<typeof newDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  database = await newDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const cells = (c: Column): (number | string | null)[] =>
  c.kind === 'numeric' ? Array.from(c.values, (v) => (Number.isNaN(v) ? null : v)) : Array.from(c.codes, (code) => c.levels[code] ?? null);

/** Loads a table as it stands (row_at keeps the order), runs the generated SQL on it and answers points and PD in order. */
async function bySql(card: Card, table: Table): Promise<{ points: number[]; pd: number[] }> {
  const names = new Set(inputsOf(card).map((a) => a.name));
  const used = table.columns.filter((c) => names.has(c.name));
  const types = used.map((c) => (c.kind === 'numeric' ? 'float8' : 'text'));
  await client.query('drop table if exists "past loans"');
  await client.query(`create table "past loans" (row_at int, ${used.map((c, j) => `"${c.name}" ${types[j]}`).join(', ')})`);
  const arrays = types.map((type, j) => `$${j + 2}::${type}[]`);
  await client.query(`insert into "past loans" select * from unnest($1::int[], ${arrays.join(', ')})`, [
    Array.from({ length: table.rows }, (_, i) => i),
    ...used.map(cells),
  ]);
  const { rows } = await client.query<{ points: number; pd: number }>(`select points, pd from (${cardSql(card, 'past loans')}) s order by row_at`);
  return { points: rows.map((r) => r.points), pd: rows.map((r) => r.pd) };
}

async function proveSql(card: Card, table: Table): Promise<void> {
  const expected = scoreTable(card, table);
  const { points, pd } = await bySql(card, table);
  expect(points).toEqual(Array.from(expected));
  const furthest = pd.reduce((most, p, i) => Math.max(most, Math.abs(p - pdOf(card, expected[i] ?? 0))), 0);
  expect(furthest).toBeLessThan(1e-9);
}

test('generated SQL treats hostile values as every other executor does: NaN, infinity, empty and quoted texts, codes, levels never seen', async () => {
  const reason = { code: 'X', zh: '甲', en: 'a' };
  const bin = (points: number, held: object) => ({ ...held, points, woe: 0, reason });
  const card = parseCard({
    id: "o'clock",
    version: '1',
    basePoints: 500,
    baseScore: 600,
    baseOdds: 20,
    pdo: 40,
    pdCurve: [
      { points: 480, level: 470.25 },
      { points: 506, level: 512.5 },
      { points: 520, level: 518 },
    ],
    attributes: [
      {
        name: 'n "quoted"',
        label: reason,
        kind: 'numeric',
        bins: [
          bin(1, { lo: null, hi: -0.1 }),
          bin(2, { lo: -0.1, hi: 1e12 }),
          bin(3, { lo: 1e12, hi: null }),
          bin(5, { special: [-999, 7.5] }),
          bin(7, { missing: true }),
        ],
      },
      {
        name: 'c',
        label: reason,
        kind: 'category',
        bins: [bin(10, { values: ["it's", 'β'] }), bin(20, { values: ['1'] }), bin(30, { other: true }), bin(40, { missing: true })],
      },
    ],
  });
  const numbers = [null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -999, 7.5, -0.1, -0.2, 0, 1e12, 999_999_999_999.9, 1e300];
  const words = [null, '', "it's", 'β', '1', 'never seen'];
  const rows = numbers.flatMap((n) => words.map((c) => ({ 'n "quoted"': n, c })));
  const table = tableOf(rows, ['n "quoted"', 'c']);
  await client.query('drop table if exists hostile');
  await client.query('create table hostile (row_at int, "n ""quoted""" float8, c text)');
  await client.query('insert into hostile select * from unnest($1::int[], $2::float8[], $3::text[])', [
    rows.map((_, i) => i),
    rows.map((r) => r['n "quoted"']),
    rows.map((r) => r.c),
  ]);
  const { rows: got } = await client.query<{ points: number }>(`select points from (${cardSql(card, 'hostile')}) s order by row_at`);
  const scorer = readyCard(card);
  expect(got.map((r) => r.points)).toEqual(rows.map((row) => scorer.points(row)));
  expect(got.map((r) => r.points)).toEqual(Array.from(scoreTable(card, table)));
});

/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number, column: number): number => {
  let h = Math.imul(i * 8 + column, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
};

test('generated SQL of a segmented card: one statement, every row by the attributes of its own segment', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => {
    return {
      years: i % 40 === 0 ? null : 10 * spread(i, 1),
      staff: i % 50 === 0 ? null : Math.floor(30 * spread(i, 2)),
      turnover: 100 * spread(i, 3),
      trade: 'abc'[i % 3] ?? null,
    };
  });
  const table = tableOf(rows, ['years', 'staff', 'turnover', 'trade']);
  const bad = Uint8Array.from(rows, (r, i) => {
    const z = (r.years ?? 5) < 3 ? 2.5 - 0.25 * (r.staff ?? 15) : 2.5 - 0.07 * r.turnover;
    return spread(i, 4) < 1 / (1 + Math.exp(-z)) ? 1 : 0;
  });
  const { card } = buildCard({ id: 'parted', version: '1', table, bad, segments: { most: 3 } });
  expect(card.segmentation?.splits.length).toBeGreaterThan(0);
  await proveSql(card, table);
});

describe.skipIf(!haveCreditData || process.env['TALLY_PROFILE'] === 'hash')('on the shared sets, every row', () => {
  test.each(CREDIT_SET_NAMES)('%s: SQL gives the points of the batch, and its PD within 1e-9', { timeout: 240_000 }, async (name) => {
    const { all, train } = readCreditSet(name);
    const kinds: CardKind[] = name === 'german' || name === 'hmeq' ? ['points', 'additive', 'trees'] : ['points'];
    for (const kind of kinds) await proveSql(buildCard({ id: name, version: '1.0.0', kind, ...train }).card, all.table);
    if (name !== 'taiwan') return;
    const parted = buildCard({ id: name, version: '1.0.0', ...train, segments: { most: 3, by: ['PAY_0', 'LIMIT_BAL'] } }).card;
    expect(parted.segmentation).toBeDefined();
    await proveSql(parted, all.table);
  });
});
