import { Refusal } from '@tallystick/kernel';
import { describe, expect, test } from 'vitest';
import {
  auc,
  buildCard,
  calibration,
  fitLogistic,
  fitPoints,
  parseCard,
  pdOf,
  prepare,
  type Row,
  readyCard,
  rebin,
  scoreTable,
  tableOf,
  takeRows,
} from './index.ts';

/** Pseudo-random numbers in [0, 1), the same in every run: an integer hash of row and column. */
const spread = (i: number, column: number): number => {
  let h = Math.imul(i * 8 + column, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
};
/** Income and kind of premises drive the outcome; age has its best years in the middle; noise drives nothing. */
const SAMPLE = Array.from({ length: 4000 }, (_, i) => {
  const [income, shop, age] = [spread(i, 1) * 20, spread(i, 2) < 0.5 ? 'OWN' : 'RENT', Math.round(20 + 40 * spread(i, 3))];
  const z = 0.3 + 0.15 * income - (shop === 'RENT' ? 0.8 : 0) - ((age - 40) / 15) ** 2;
  const row: Row = { income: i % 17 === 0 ? null : income, shop, age, noise: spread(i, 5), limit: i % 9 === 0 ? -1 : income + spread(i, 6) * 10 };
  return { row, bad: spread(i, 4) < 1 / (1 + Math.exp(z)) ? 1 : 0 };
});
const NAMES = ['income', 'shop', 'age', 'noise', 'limit'];
const TABLE = tableOf(
  SAMPLE.map((s) => s.row),
  NAMES,
);
const BAD = Uint8Array.from(SAMPLE, (s) => s.bad);
const base = { id: 't', version: '1', table: TABLE, bad: BAD };
const with_ = (name: string, value: (i: number) => number | string | null) => ({
  ...TABLE,
  columns: [
    ...TABLE.columns,
    ...tableOf(
      SAMPLE.map((_, i) => ({ [name]: value(i) })),
      [name],
    ).columns,
  ],
});
const dropped = (request: Parameters<typeof buildCard>[0]) => buildCard(request).record.dropped.map((d) => `${d.name} ${d.why}`);
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Refusal).code;
  }
  return 'nothing refused';
};

describe.each(['points', 'additive', 'trees'] as const)('a %s card', (kind) => {
  const build = (table = TABLE, bad = BAD) => buildCard({ ...base, kind, table, bad, settings: { treeRounds: 30, boostRounds: 60 } });

  test('two builds give equal bytes, and shuffled rows or columns the same card', () => {
    const first = JSON.stringify(build().card);
    expect(JSON.stringify(build().card)).toBe(first);
    const order = Uint32Array.from(BAD.keys()).sort((a, b) => spread(a, 7) - spread(b, 7));
    expect(
      JSON.stringify(
        build(
          takeRows(TABLE, order),
          Uint8Array.from(order, (i) => BAD[i] ?? 0),
        ).card,
      ),
    ).toBe(first);
    expect(JSON.stringify(build({ ...TABLE, columns: [...TABLE.columns].reverse() }).card)).toBe(first);
  });

  test('renamed columns change nothing but names', () => {
    const renamed = { ...TABLE, columns: TABLE.columns.map((c, i) => ({ ...c, name: `${'zyxwv'[i]}_${c.name}` })) };
    const plain = JSON.stringify(build(renamed).card).replaceAll(/[vwxyz]_(?=income|shop|age|noise|limit)/g, '');
    expect(plain).toBe(JSON.stringify(build().card));
  });

  test('S1-13 gives PD and points, documented bins and reason codes, and is calibrated', () => {
    const { card, points } = build();
    const { ratio, error } = calibration(
      Float64Array.from(points, (p) => pdOf(card, p)),
      BAD,
    );
    expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
    expect(error).toBeLessThan(0.07);
    expect(
      auc(
        points.map((p) => -p),
        BAD,
      ),
    ).toBeGreaterThan(0.72);
    expect(card.attributes.flatMap((a) => a.bins).every((b) => b.reason.code && b.reason.zh && b.reason.en && Number.isInteger(b.points))).toBe(true);
    const { reasons } = readyCard(card).score({ income: 0, shop: 'RENT', age: 60 });
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.every((r) => /^R\d\d$/.test(r.code) && r.lostPoints > 0)).toBe(true);
  });

  test.each([
    [{ income: 'twelve', shop: 'CASTLE', age: 1e12 }],
    [{ income: Number.POSITIVE_INFINITY, shop: '', age: -1e300 }],
    [{ income: Number.NaN, shop: 7, age: '41' }],
    [{}],
  ])('hostile row %o has whole points and a PD between 0 and 1', (row) => {
    const scored = readyCard(build().card).score(row as Row);
    expect(Number.isInteger(scored.points)).toBe(true);
    expect(scored.pd > 0 && scored.pd < 1).toBe(true);
    expect(scored.contributions.every((c) => c.bin >= 0)).toBe(true);
  });
});

test.each(['points', 'additive', 'trees'] as const)('in a %s card a bin that no training row fell in carries no evidence', (kind) => {
  const full = tableOf(
    SAMPLE.map((s, i) => ({ ...s.row, income: spread(i, 1) * 20 })),
    NAMES,
  );
  const { card } = buildCard({ ...base, kind, table: full, settings: { treeRounds: 60, boostRounds: 100 } });
  for (const { bins } of card.attributes) {
    for (const bin of bins.filter((b) => (b.missing || b.other) && b.goods === 0 && b.bads === 0)) expect(bin.points).toBe(0);
  }
  const { points } = readyCard(card);
  const known = Array.from({ length: 41 }, (_, i) => points({ income: i / 2, shop: 'OWN', age: 40 }));
  const absent = points({ income: null, shop: 'OWN', age: 40 });
  expect(absent).toBeGreaterThan(Math.min(...known));
  expect(absent).toBeLessThan(Math.max(...known));
  const [unseen, ...seen] = ['CASTLE', 'OWN', 'RENT'].map((shop) => points({ income: 10, shop, age: 40 }));
  expect(unseen).toBeLessThanOrEqual(Math.max(...seen));
});

test('PDs are made for rows not seen: a card of few rows is drawn together, and one whose scale is refuted by its rows gets a curve', () => {
  const few = (rows: number) => {
    const at = Uint32Array.from({ length: rows }, (_, i) => i);
    return { ...base, table: takeRows(TABLE, at), bad: BAD.slice(0, rows) };
  };
  const { record, card } = buildCard(few(700));
  expect(record.shrink).toBeLessThan(1);
  expect(record.shrink).toBeLessThan(buildCard(base).record.shrink ?? 1);
  const plain = buildCard({ ...few(700), settings: { calibrate: 0 } });
  expect(plain.record.shrink).toBeUndefined();
  const spreadIn = (c: typeof card): number => {
    const points = scoreTable(c, TABLE).slice(700);
    return Math.max(...points) - Math.min(...points);
  };
  expect(spreadIn(card)).toBeLessThan(spreadIn(plain.card));
  // Two attributes that count only together: their sum bends away from a straight line.
  const rows = Array.from({ length: 12_000 }, (_, i) => ({ a: Math.floor(spread(i, 1) * 8), b: Math.floor(spread(i, 2) * 8) }));
  const bad = Uint8Array.from(rows, ({ a, b }, i) => Number(spread(i, 4) < 0.05 + 0.6 * (a / 7) * (b / 7)));
  const bent = buildCard({ id: 't', version: '1', table: tableOf(rows, ['a', 'b']), bad });
  expect(bent.card.pdCurve?.length).toBe(5);
  const judged = (c: typeof card) =>
    calibration(
      Float64Array.from(bent.points, (p) => pdOf(c, p)),
      bad,
    );
  const { pdCurve: _, ...straight } = bent.card;
  expect(judged(bent.card).error).toBeLessThan(0.75 * judged(straight).error);
  expect(Math.abs(judged(bent.card).ratio - 1)).toBeLessThan(0.0002);
  expect(scoreTable(parseCard(JSON.parse(JSON.stringify(bent.card))), tableOf(rows, ['a', 'b']))).toEqual(bent.points);
});

describe('what the builder is told and what it decides', () => {
  test('a turn is taken where monotone bins lose too much, and is declared', () => {
    const { card, record } = buildCard(base);
    expect(card.attributes.find((a) => a.name === 'age')?.trend).toBe('valley');
    expect(record.forced.find((f) => f.name === 'age')).toMatchObject({ what: 'one_turn' });
    const forced = buildCard({ ...base, hints: { age: { direction: 'monotone' } } }).record.forced.find((f) => f.name === 'age');
    expect(forced?.what).toBe('monotone');
    expect(forced?.ivFree).toBeGreaterThan((forced?.ivKept ?? 1) * 1.25);
  });

  test('special codes, missing and never-seen values each have their own bin', () => {
    const { card } = buildCard({ ...base, hints: { limit: { specials: [-1] } }, settings: { maxCorrelation: 1, maxVif: 1e6 } });
    const scorer = readyCard(card);
    const bin = (name: string, row: Row) =>
      card.attributes.find((a) => a.name === name)?.bins[scorer.score(row).contributions.find((c) => c.attribute === name)?.bin ?? -1];
    expect(bin('limit', { limit: -1 })).toMatchObject({ special: [-1] });
    expect(bin('income', { income: null })).toMatchObject({ missing: true });
    expect(bin('shop', { shop: 'CASTLE' })).toMatchObject({ other: true });
    expect(scorer.unreadable({ income: 'twelve', shop: 'CASTLE' })).toEqual(['income']);
  });

  test.each([
    ['a constant', () => 5, 'constant'],
    ['nothing but missing values', () => null, 'all_missing'],
    ['a running number', (i: number) => i + 1, 'identifier'],
    ['ten thousand levels', (i: number) => `seller ${i}`, 'too_many_levels'],
    ['the outcome itself', (i: number) => (BAD[i] ?? 0) * 3 + 1, 'leak'],
    ['a copy of another column', (i: number) => SAMPLE[i]?.row['age'] as number, 'duplicate'],
    ['a tossed coin', (i: number) => Math.round(spread(i, 9)), 'low_iv'],
  ])('%s is dropped and named', (_, value, why) => {
    expect(dropped({ ...base, table: with_('xx', value) })).toContain(`xx ${why}`);
  });

  test('protected attributes are left out by name', () => {
    expect(dropped({ ...base, protectedNames: ['age'] })).toContain('age protected');
  });

  test('an attribute whose evidence contradicts the stated order is dropped', () => {
    expect(dropped({ ...base, hints: { shop: { order: ['RENT', 'OWN'] } } })).toContain('shop wrong_order');
    expect(dropped({ ...base, hints: { shop: { order: ['OWN', 'RENT'] } } })).not.toContain('shop wrong_order');
  });

  test('one outcome only, and nothing to go by, are refused', () => {
    expect(code(() => buildCard({ ...base, bad: new Uint8Array(BAD.length) }))).toBe('scorecard.one_class');
    const coin = tableOf(
      SAMPLE.map((_, i) => ({ coin: Math.round(spread(i, 9)) })),
      ['coin'],
    );
    expect(code(() => buildCard({ ...base, table: coin }))).toBe('scorecard.nothing_left');
  });

  test('a weight of two counts as the row twice', () => {
    const twice = Uint32Array.from([...BAD.keys(), ...Array.from(BAD.keys()).filter((i) => i % 3 === 0)]);
    const doubled = fitLogistic(
      [Float64Array.from(twice, (i) => spread(i, 1))],
      Uint8Array.from(twice, (i) => BAD[i] ?? 0),
    );
    const weighted = fitLogistic(
      [Float64Array.from(BAD.keys(), (i) => spread(i, 1))],
      BAD,
      Float64Array.from(BAD.keys(), (i) => (i % 3 === 0 ? 2 : 1)),
    );
    expect(weighted.coefficients[0]).toBeCloseTo(doubled.coefficients[0] ?? 0, 9);
    expect(weighted.standardErrors[0]).toBeCloseTo(doubled.standardErrors[0] ?? 0, 9);
    const heavy = buildCard({ ...base, weights: Float64Array.from(BAD, (b) => (b === 1 ? 3 : 1)) });
    expect(heavy.record.bads).toBe(3 * BAD.reduce((a, b) => a + b, 0));
  });

  test('bins set by hand are kept as they were set, and the rest of the card follows', () => {
    const prepared = prepare(base);
    const edited = fitPoints(rebin(prepared, 'income', { cuts: [5, 10] }));
    const bins = edited.card.attributes.find((a) => a.name === 'income')?.bins.filter((b) => b.lo !== undefined);
    expect(bins?.map((b) => b.lo)).toEqual([null, 5, 10]);
    expect(edited.record.forced).toContainEqual(expect.objectContaining({ name: 'income', what: 'manual_bins' }));
    expect(scoreTable(parseCard(JSON.parse(JSON.stringify(edited.card))), TABLE)).toEqual(edited.points);
  });
});

test('logistic regression finds coefficients and errors to six places: log odds ratio and Wald error of a two-by-two table', () => {
  const x = [...Array<number>(60).fill(0), ...Array<number>(40).fill(1)];
  const y = x.map((v, i) => (v === 0 ? (i < 20 ? 1 : 0) : i < 85 ? 1 : 0));
  const fit = fitLogistic([Float64Array.from(x)], y);
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(25 / 15 / (20 / 40)), 9);
  expect(fit.intercept).toBeCloseTo(Math.log(20 / 40), 9);
  expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 40 + 1 / 25 + 1 / 15), 9);
  const twin = Float64Array.from(x);
  expect(() => fitLogistic([twin, twin], y)).toThrow(Refusal);
});

test('coefficients on a WOE matrix equal those of another solver to 1e-6: one coordinate after the other, no matrix', () => {
  const kept = prepare(base).attributes.filter((a) => a.cells.name !== 'noise');
  const columns = kept.map((a) => Float64Array.from(a.cells.codes, (c) => a.bins[a.place[c] ?? 0]?.woe ?? 0));
  const good = BAD.map((b) => 1 - b);
  const beta = new Float64Array(columns.length + 1);
  const z = new Float64Array(good.length);
  const one = new Float64Array(good.length).fill(1);
  for (let sweep = 0; sweep < 400; sweep += 1) {
    let furthest = 0;
    for (const [j, x] of [one, ...columns].entries()) {
      let [slope, bend] = [0, 0];
      for (let i = 0; i < z.length; i += 1) {
        const p = 1 / (1 + Math.exp(-(z[i] ?? 0)));
        slope += ((good[i] ?? 0) - p) * (x[i] ?? 0);
        bend += p * (1 - p) * (x[i] ?? 0) ** 2;
      }
      beta[j] = (beta[j] ?? 0) + slope / bend;
      for (let i = 0; i < z.length; i += 1) z[i] = (z[i] ?? 0) + (slope / bend) * (x[i] ?? 0);
      furthest = Math.max(furthest, Math.abs(slope / bend));
    }
    if (furthest < 1e-9) break;
  }
  const fit = fitLogistic(columns, good);
  expect(Math.abs(fit.intercept - (beta[0] ?? 0))).toBeLessThan(1e-6);
  for (const [j, c] of fit.coefficients.entries()) expect(Math.abs(c - (beta[j + 1] ?? 0))).toBeLessThan(1e-6);
});
