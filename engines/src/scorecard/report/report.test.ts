import { describe, expect, test } from 'vitest';
import type { Attribute, BuildRecord, Card } from '../card/types.ts';
import { swapSet } from '../strategy/index.ts';
import { barChart, HALF, INK, lineChart, ticks } from './chart.ts';
import { type Block, type ReportDocument, type ReportInput, reportDocument, reportHtml, reportJson, validationReport } from './index.ts';

const SIZE = 600;
/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number): number => {
  const h = Math.imul(Math.imul(i + 1, 0x9e3779b1) ^ ((i + 1) << 7), 0x85ebca6b);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
};
const reason = (zh: string, en: string) => ({ code: 'R01', zh: `逾期：${zh}`, en: `Late <months>: ${en}` });
const late: Attribute = {
  name: 'late',
  label: { zh: '逾期', en: 'Late <months>' },
  kind: 'numeric',
  trend: 'rising',
  bins: [
    { lo: null, hi: 1, woe: 0.8, points: 40, reason: reason('低于 1', 'below 1') },
    { lo: 1, hi: null, woe: -0.9, points: -45, reason: reason('1 及以上', '1 or more') },
    { missing: true, woe: 0, points: 0, reason: reason('未提供', 'not provided') },
  ],
};
const card: Card = { id: 'small', version: '1.0.0', kind: 'points', basePoints: 500, baseScore: 600, baseOdds: 20, pdo: 40, attributes: [late] };
const record: BuildRecord = {
  kind: 'points',
  rows: SIZE,
  goods: 400,
  bads: 200,
  intercept: 0.7,
  fits: [{ name: 'late', iv: 0.5, coefficient: 0.9, standardError: 0.1, vif: 1 }],
  dropped: [{ name: 'sex', why: 'protected', value: 0, cost: 0 }],
  forced: [{ name: 'late', what: 'monotone', ivFree: 0.52, ivKept: 0.5, value: 0 }],
  warnings: [{ code: 'leak', name: 'term', value: 0.97 }],
  settings: { pdo: 40, protectedNames: ['sex'] },
};

function sample(from: number) {
  const bin = Uint8Array.from({ length: SIZE }, (_, i) => (spread(from + i) < 0.5 ? 0 : spread(from + i) < 0.95 ? 1 : 2));
  const points = Float64Array.from(bin, (b) => card.basePoints + (late.bins[b]?.points ?? 0));
  const pd = points.map((p) => 1 / (1 + card.baseOdds * 2 ** ((p - card.baseScore) / card.pdo)));
  const bad = Uint8Array.from(pd, (p, i) => (spread(9000 + from + i) < p ? 1 : 0));
  return { bins: [bin], points, pd, bad, months: ['2026-01', '2026-02'], monthOf: bin.map((_, i) => i % 2) };
}
const train = sample(0);
const held = sample(5000);
const input: ReportInput = {
  card,
  record,
  source: { file: 'loans <1>.csv', target: 'bad', badValue: '1', split: 'mod10<7' },
  train,
  test: { ...held, kind: 'in_time' },
  benchmark: { name: 'old score', risk: held.pd.map((p, i) => p + 3 * spread(20_000 + i)) },
  protectedColumns: [{ name: 'sex', kind: 'category', codes: Int32Array.from(held.bad, (_, i) => i % 2), levels: ['m', 'f'] }],
  crossValidation: {
    folds: [
      { auc: 0.7, ks: 0.4, error: 0.02, ratio: 0.9, rows: 300, bads: 100, attributes: 1 },
      { auc: 0.74, ks: 0.44, error: 0.04, ratio: 1.1, rows: 300, bads: 100, attributes: 1 },
    ],
    mean: { auc: 0.72, ks: 0.42, error: 0.03, ratio: 1 },
    spread: { auc: 0.0283, ks: 0.0283, error: 0.0141, ratio: 0.1414 },
  },
  rejectInference: {
    method: 'fuzzy',
    accepts: 500,
    rejects: 100,
    multiplier: 2,
    sensitivity: [
      { multiplier: 1, rejectPd: 0.3, auc: 0.73, ks: 0.34, brier: 0.15 },
      { multiplier: 2, rejectPd: 0.52, auc: 0.76, ks: 0.39, brier: 0.145 },
    ],
    swap: swapSet([1, 0], [0, 1], [0, 1]),
  },
};
const report = validationReport(input);
const documents = (['zh', 'en'] as const).map((language) => reportDocument(report, language));
const texts = (d: ReportDocument): string[] =>
  d.blocks.flatMap((b: Block): string[] =>
    b.kind === 'table'
      ? [b.caption, ...b.columns.map((c) => c.label), ...b.rows.flat()]
      : b.kind === 'tiles'
        ? b.tiles.flatMap((t) => [t.label, t.value, t.detail])
        : b.kind === 'pair'
          ? b.charts.flatMap((c) => [c.caption, c.svg])
          : b.kind === 'chart'
            ? [b.caption, b.svg]
            : [b.text],
  );

test('one model holds every figure a validator asks for', () => {
  expect(report.samples.map((s) => s.sample)).toEqual(['train', 'test']);
  expect(report.judged).toBe('test');
  expect(report.samples[1]?.ranking.auc).toBeGreaterThan(0.6);
  expect(report.psi).toBeLessThan(0.1);
  expect(report.months?.outcomes.map((m) => m.month)).toEqual(['2026-01', '2026-02']);
  expect(report.attributes[0]?.bins.map((b) => b.total)).toEqual([0, 1, 2].map((k) => train.bins[0]?.filter((b) => b === k).length));
  expect(report.cutOffs.rows).toContain(report.cutOffs.best);
  expect(report.fairness[0]).toMatchObject({
    attribute: 'sex',
    inCard: false,
    groups: [
      { group: 'f', loans: 300 },
      { group: 'm', loans: 300 },
    ],
  });
  const approvals = report.fairness[0]?.groups.map((g) => g.approvalRate) ?? [];
  expect(approvals.reduce((s, r) => s + r, 0) / 2).toBeCloseTo(report.cutOffs.best.approvalRate, 12);
  expect(report.benchmark?.difference).toBeCloseTo((report.samples[1]?.ranking.auc ?? 0) - (report.benchmark?.auc ?? 0), 12);
});

test('both languages say the same figures, in the same order, and neither has a gap', () => {
  const [zh, en] = documents.map(texts) as [string[], string[]];
  expect(zh.length).toBe(en.length);
  const figures = (list: string[]): string[] => list.filter((t) => /^[-–\d.,% …]+$/.test(t));
  expect(figures(zh)).toEqual(figures(en));
  for (const text of [...zh, ...en]) expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
  expect(en.join('')).not.toMatch(/[\u4e00-\u9fff]/);
  expect(zh.filter((t) => /[a-z]{4,} [a-z]{3,}/.test(t.replace(/<svg[\s\S]*/, '').replace(/mod10<7|loans <1>.csv|old score/g, '')))).toEqual([]);
});

test('the pages name what was forced and its price, the assumption of the reject inference, the leak and the attribute kept out', () => {
  const said = texts(documents[1]!).join('\n');
  for (const needed of [
    'made monotone',
    '0.0200',
    'An assumption, not data',
    'term: AUC 0.970',
    'protected attribute, off by default',
    'four-fifths rule',
    'swapped in',
    'Cross-validation (2 folds',
  ])
    expect(said).toContain(needed);
});

test('without test rows the report says that it must not be approved on', () => {
  const { test: _, benchmark: __, ...only } = input;
  const alone = validationReport({ ...only, train: { bins: train.bins, points: train.points, pd: train.pd, bad: train.bad } });
  const said = texts(reportDocument(alone, 'en')).join('\n');
  expect(alone.judged).toBe('train');
  expect(said).toContain('Do not approve on it');
  expect(said).toContain('nothing was checked month by month');
});

describe('HTML', () => {
  const html = reportHtml(documents);
  test('stands alone: no script, nothing fetched, what people typed is never markup', () => {
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/);
    expect(html).toContain('loans &lt;1&gt;.csv');
    expect(html).not.toContain('Late <months>');
  });
  test('every chart is inline, has a name and carries numbers', () => {
    const charts = html.match(/<figure>.*?<\/figure>/gs) ?? [];
    expect(charts.length).toBeGreaterThan(12);
    for (const chart of charts) expect(chart).toMatch(/aria-label="[^"]+".*<text[^>]*>[^<]*\d/s);
  });
  test('two reports of the same rows are equal bytes', () => {
    const again = validationReport(input);
    expect(reportHtml((['zh', 'en'] as const).map((l) => reportDocument(again, l)))).toBe(html);
    expect(reportJson(again)).toBe(reportJson(report));
    expect(JSON.parse(reportJson(report)).economics).toEqual({ earnedPerGoodMinor: '1000.00', lostPerBadMinor: '5000.00' });
  });
});

describe('charts', () => {
  test('ticks are round and lie between the ends', () => {
    expect(ticks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks(0, 0.12)).toEqual([0, 0.05, 0.1]);
    expect(ticks(287, 592, 4)).toEqual([300, 400, 500]);
  });
  test('a number that would write over its neighbour is left out of the chart', () => {
    const axis = { label: '', min: 0, max: 1, format: String };
    const dots = [0.5, 0.501, 0.502, 0.9].map((x) => ({ at: [x, 0.5] as const, label: `n${x}` }));
    const svg = lineChart({ size: HALF, x: axis, y: axis, lines: [], dots: { name: 'd', color: INK.good, dots } });
    expect(svg).toContain('n0.9');
    expect(svg).not.toContain('n0.502');
  });
  test('bars show their values and long names are broken, not run together', () => {
    const svg = barChart({
      y: '',
      categories: ['a rather long name of a bin with many words', 'b'],
      bars: [{ name: 's', color: INK.soft, values: [1, 2], format: (v) => `v${v}` }],
    });
    expect(svg).toMatch(/v1.*v2/s);
    expect(svg.match(/<text/g)?.length).toBeGreaterThan(8);
  });
});
