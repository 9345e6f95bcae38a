import { Refusal } from '@tallystick/kernel';
import { describe, expect, test } from 'vitest';
import {
  auc,
  binTable,
  buildCard,
  type Card,
  monitorCard,
  parseCard,
  pdOf,
  type Row,
  readyCard,
  reasonTable,
  recalibrate,
  scoreTable,
  tableOf,
  takeRows,
} from '../index.ts';

/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number, column: number): number => {
  let h = Math.imul(i * 8 + column, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
};
/** Among the new, staff counts and turnover does not; among the old, the other way round. */
const SAMPLE = Array.from({ length: 6000 }, (_, i) => {
  const [years, staff, turnover] = [spread(i, 1) * 10, Math.floor(spread(i, 2) * 30), spread(i, 3) * 100];
  const z = years < 3 ? 2.5 - 0.25 * staff : 2.5 - 0.07 * turnover;
  const row: Row = { years: i % 40 === 0 ? null : years, staff: i % 50 === 0 ? null : staff, turnover, trade: 'abc'[i % 3] ?? '' };
  return { row, bad: spread(i, 4) < 1 / (1 + Math.exp(-z)) ? 1 : 0 };
});
const NAMES = ['years', 'staff', 'turnover', 'trade'];
const TABLE = tableOf(
  SAMPLE.map((s) => s.row),
  NAMES,
);
const BAD = Uint8Array.from(SAMPLE, (s) => s.bad);
const request = { id: 't', version: '1', table: TABLE, bad: BAD, segments: { most: 3 } };
const build = buildCard(request);
const card = parseCard(JSON.parse(JSON.stringify(build.card)));
const risk = (c: Card): Int32Array => scoreTable(c, TABLE).map((p) => -p);

/** Independent of the engine: from the JSON alone. */
function byHand(json: Card, row: Row): number {
  const place = (bins: Card['attributes'][number]['bins'], value: Row[string]): number => {
    const wanted = (b: (typeof bins)[number]): boolean =>
      value === null || value === undefined || value === ''
        ? b.missing === true
        : typeof value === 'number'
          ? b.lo !== undefined && value >= (b.lo ?? -Infinity) && value < (b.hi ?? Infinity)
          : b.values?.includes(value) === true;
    const found = bins.findIndex(wanted);
    return found >= 0 ? found : bins.findIndex((b) => b.other === true);
  };
  let node = json.segmentation?.tree;
  while (node && 'split' in node) {
    const split = json.segmentation?.splits[node.split];
    node = node.left.includes(place(split?.bins ?? [], row[split?.name ?? ''])) ? node.yes : node.no;
  }
  const segment = node?.segment ?? -1;
  const own = json.attributes.filter((a) => a.segment === segment);
  return own.reduce(
    (sum, a) => sum + (a.bins[place(a.bins, row[a.name])]?.points ?? Number.NaN),
    json.basePoints + (json.attributes[0]?.bins[segment]?.points ?? Number.NaN),
  );
}

describe('segments', () => {
  test('found where rows that were not seen gain; one file, attributes of its own for each part, and it ranks better than one card', () => {
    const kept = build.record.segmentTrials?.filter((t) => t.kept) ?? [];
    expect(kept.length).toBeGreaterThan(0);
    expect(kept[0]?.split.en).toMatch(/^years: below (2|3|4)/);
    expect(kept.every((t) => t.gain > 2.13 * t.standardError && t.aucApart > t.aucOne)).toBe(true);
    expect(card.attributes[0]?.kind).toBe('segment');
    expect(auc(risk(card), BAD)).toBeGreaterThan(auc(risk(buildCard({ ...request, segments: { most: 1 } }).card), BAD) + 0.03);
    expect(build.record.fits.every((f) => f.coefficient > 0 && f.segment !== undefined)).toBe(true);
  });

  test('builder, batch, single row and an independent reading of the JSON agree on every row, hostile ones too', () => {
    expect(scoreTable(card, TABLE)).toEqual(build.points);
    const scorer = readyCard(card);
    expect(SAMPLE.map((s) => scorer.points(s.row))).toEqual(Array.from(build.points));
    expect(SAMPLE.map((s) => byHand(card, s.row))).toEqual(Array.from(build.points));
    for (const row of [{}, { years: 'many', staff: 1e12 }, { years: -5, trade: 'new' }, { years: Number.NaN, turnover: Number.POSITIVE_INFINITY }])
      expect(Number.isInteger(scorer.points(row as Row))).toBe(true);
  });

  test('points add up, reasons come from the own segment only, and batch and single row give the same ones', () => {
    const scorer = readyCard(card);
    const places = binTable(card, TABLE);
    const reasons = reasonTable(card, places, TABLE.rows);
    for (let i = 0; i < 500; i += 1) {
      const scored = scorer.score(SAMPLE[i]?.row ?? {});
      expect(card.basePoints + scored.contributions.reduce((s, c) => s + c.points, 0)).toBe(scored.points);
      const batch = Array.from(reasons.subarray(4 * i, 4 * i + 4)).filter((j) => j >= 0);
      expect(batch.map((j) => card.attributes[j]?.bins[places[j]?.[i] ?? -1]?.reason.code)).toEqual(scored.reasons.map((r) => r.code));
      expect(batch.every((j) => card.attributes[j]?.segment === places[0]?.[i])).toBe(true);
    }
    const codes = new Map(card.attributes.slice(1).map((a) => [a.name, a.bins[0]?.reason.code]));
    expect(new Set(codes.values()).size).toBe(codes.size);
  });

  test('shuffled rows and permuted columns give the same card; monitoring of the rows of the build is quiet; recalibration keeps the points', () => {
    const order = Uint32Array.from(BAD.keys()).sort((a, b) => spread(a, 7) - spread(b, 7));
    const table = takeRows({ ...TABLE, columns: [...TABLE.columns].reverse() }, order);
    const again = buildCard({ ...request, table, bad: Uint8Array.from(order, (i) => BAD[i] ?? 0) });
    expect(JSON.stringify(again.card)).toBe(JSON.stringify(build.card));
    const month = tableOf(
      SAMPLE.map((_, i) => ({ m: i % 2 === 0 ? '2026-01' : '2026-02' })),
      ['m'],
    ).columns[0];
    expect(month && monitorCard({ card, table: TABLE, month }).drift.alarms).toEqual([]);
    const moved = recalibrate(card, build.points, { rate: 0.1 }).card;
    expect(scoreTable(moved, TABLE)).toEqual(build.points);
    expect(build.points.reduce((sum, p) => sum + pdOf(moved, p), 0) / TABLE.rows).toBeCloseTo(0.1, 9);
  });

  test('noise is not parted; small parts, named columns and protected ones are respected; trees are refused', () => {
    const plain = Uint8Array.from(SAMPLE, (s, i) => (spread(i, 5) < 1 / (1 + Math.exp(-1 + 0.05 * Number(s.row['turnover']))) ? 1 : 0));
    const one = buildCard({ ...request, bad: plain });
    expect(one.card.segmentation).toBeUndefined();
    expect(one.record.segmentTrials?.every((t) => !t.kept)).toBe(true);
    const splits = (more: object): string[] => buildCard({ ...request, ...more }).card.segmentation?.splits.map((s) => s.name) ?? [];
    expect(splits({ segments: { most: 4, by: ['trade'] } })).toEqual([]);
    expect(splits({ protectedNames: ['years'] })).not.toContain('years');
    expect(splits({ settings: { segmentMinRows: 4000 } })).toEqual([]);
    expect(() => buildCard({ ...request, kind: 'trees' })).toThrow(Refusal);
  });

  test.each([
    ['no tree', (c: Card) => ({ ...c, segmentation: undefined })],
    ['a segment that is none', (c: Card) => ({ ...c, attributes: c.attributes.map((a) => (a.segment === 0 ? { ...a, segment: 9 } : a)) })],
    ['a tree that leaves a segment out', (c: Card) => ({ ...c, segmentation: { ...c.segmentation, tree: { segment: 0 } } })],
    [
      'no bin for the others',
      (c: Card) => ({ ...c, attributes: c.attributes.map((a) => (a.segment === 0 ? { ...a, bins: a.bins.filter((b) => !b.outside) } : a)) }),
    ],
  ])('a card with %s is refused', (_, broken) => {
    expect(() => parseCard(broken(card))).toThrow(Refusal);
  });
});
