import { describe, expect, test } from 'vitest';
import { binTable, scorePlaces } from '../card/batch.ts';
import type { Attribute, Card } from '../card/types.ts';
import { pdOf } from '../card.ts';
import { columnOf, takeRows } from '../table/table.ts';
import {
  type AccountMonth,
  behaviourMove,
  behaviourRow,
  checkPerformanceWindow,
  MonthCounter,
  monitorCard,
  monitorCounts,
  monthlyDrift,
  performanceByMonth,
  performanceWindow,
  referenceOfCard,
  referenceOfRows,
  scoreBandsOf,
  vintageTable,
} from './index.ts';

const reason = { code: 'R1', zh: '甲', en: 'a' };
const label = { zh: '变量', en: 'attribute' };
const attribute = (name: string, ...points: number[]): Attribute => ({
  name,
  label,
  kind: 'numeric',
  bins: [
    { lo: null, hi: 1, woe: 0.5, points: points[0] ?? 0, reason, goods: 60, bads: 20 },
    { lo: 1, hi: null, woe: -0.5, points: points[1] ?? 0, reason, goods: 30, bads: 30 },
    { missing: true, woe: 0, points: points[2] ?? 0, reason, goods: 8, bads: 2 },
  ],
});
const CARD: Card = {
  id: 'live',
  version: '2.1.0',
  basePoints: 500,
  baseScore: 600,
  baseOdds: 20,
  pdo: 40,
  attributes: [attribute('late_months_3', 40, -40, 0), attribute('use_of_line', 10, -10, 0)],
  scoreBands: { edges: [450, 500], counts: [50, 50, 50] },
};

/** Rows of two months: the first as the card was built, the second with the late attribute moved and the other all missing. */
function rows(perMonth: number) {
  const size = 2 * perMonth;
  const monthOf = Uint8Array.from({ length: size }, (_, i) => (i < perMonth ? 0 : 1));
  const late = Uint8Array.from({ length: size }, (_, i) =>
    i < perMonth ? [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2][i % 15]! : i % 3 === 0 ? 0 : 1,
  );
  const use = Uint8Array.from({ length: size }, (_, i) => (i < perMonth ? late[i]! : 2));
  const points = Float64Array.from({ length: size }, (_, i) => (i < perMonth ? [450, 480, 520][i % 3]! : 450));
  return { months: ['2026-01', '2026-02'], monthOf, bins: [late, use], points };
}

describe('monthly drift against the live card', () => {
  const reference = referenceOfCard(CARD)!;
  test('a month like the build is quiet, one that moved raises alarms that name the card, its version and the attribute', () => {
    const report = monthlyDrift(CARD, rows(1500), reference);
    expect([report.card, report.version, report.reference]).toEqual(['live', '2.1.0', 'card']);
    expect(report.score.map((d) => [d.month, d.level])).toEqual([
      ['2026-01', 'stable'],
      ['2026-02', 'act'],
    ]);
    expect(report.score[0]?.index).toBeCloseTo(0, 12);
    expect(report.alarms.map((a) => [a.month, a.attribute, a.level, a.version])).toEqual([
      ['2026-02', null, 'act', '2.1.0'],
      ['2026-02', 'late_months_3', 'act', '2.1.0'],
      ['2026-02', 'use_of_line', 'act', '2.1.0'],
    ]);
  });

  test('the CSI, what it did to the mean score, and the missing share, by hand', () => {
    const report = monthlyDrift(CARD, rows(1500), reference);
    const use = report.attributes.find((d) => d.month === '2026-02' && d.attribute === 'use_of_line');
    expect(use?.missingShare).toBe(1);
    expect(use?.pointsShift).toBeCloseTo(-(80 / 150) * 10 + (60 / 150) * 10, 2);
    const late = report.attributes.find((d) => d.month === '2026-02' && d.attribute === 'late_months_3');
    const parts = [
      [80 / 150, 1 / 3],
      [60 / 150, 2 / 3],
      [10 / 150, 0.0001],
    ].map(([e = 1, a = 1]) => (a - e) * Math.log(a / e));
    expect(late?.index).toBeCloseTo(
      parts.reduce((s, p) => s + p, 0),
      12,
    );
  });

  test('a small month may pass the line by chance: no alarm below the noise', () => {
    const few = {
      months: ['2026-01'],
      monthOf: new Uint8Array(6),
      bins: [new Uint8Array(6), new Uint8Array(6)],
      points: Float64Array.of(450, 450, 450, 480, 520, 520),
    };
    const [score] = monthlyDrift(CARD, few, reference).score;
    expect(score?.index).toBeGreaterThan(0.1);
    expect(score?.noise).toBeGreaterThan(score?.index ?? 9);
    expect(monthlyDrift(CARD, few, reference).alarms.filter((a) => a.attribute === null)).toEqual([]);
  });

  test('months in a row are counted while the level lasts', () => {
    const two = rows(1500);
    const lasting = { ...two, months: ['a', 'b', 'c'], monthOf: Uint8Array.from(two.monthOf, (m, i) => (m === 0 ? 0 : 1 + (i % 2))) };
    const score = monthlyDrift(CARD, lasting, reference).alarms.filter((a) => a.attribute === null);
    expect(score.map((a) => [a.month, a.months])).toEqual([
      ['b', 1],
      ['c', 2],
    ]);
  });

  test('a card without counts is measured against given rows', () => {
    const bare = { ...CARD, attributes: CARD.attributes.map((a) => ({ ...a, bins: a.bins.map(({ goods: _, bads: __, ...b }) => b) })) };
    expect(referenceOfCard(bare)).toBeUndefined();
    const same = rows(1500);
    expect(monthlyDrift(bare, { ...same, months: ['all'], monthOf: new Uint8Array(3000) }, referenceOfRows(bare, same)).alarms).toEqual([]);
    expect(scoreBandsOf([1, 2, 3, 4]).counts.reduce((s, n) => s + n, 0)).toBe(4);
  });
});

test('performance by month on known outcomes only; the level is tested', () => {
  const pd = [0.1, 0.4, 0.1, 0.4, 0.2, 0.2];
  const [first, second] = performanceByMonth({ months: ['a', 'b', 'c'], monthOf: [0, 0, 0, 0, 1, 2], pd, bad: [0, 1, 0, 1, 1, Number.NaN] });
  expect(first).toMatchObject({ month: 'a', known: 4, badRate: 0.5, meanPd: 0.25, ratio: 0.5, auc: 1, ks: 1 });
  expect(first?.level.statistic).toBeCloseTo(1 / (2 * 0.09 + 2 * 0.24), 12);
  expect(second?.month).toBe('b');
});

describe('vintages', () => {
  const loans = [
    ...Array.from({ length: 10 }, (_, i) => ({ cohort: '2024-01', badAfter: i < 4 ? 2 + i : null, watched: 12 })),
    ...Array.from({ length: 10 }, (_, i) => ({ cohort: '2024-09', badAfter: i < 1 ? 2 : null, watched: 4 })),
  ];
  test('cumulative bad rates by months on book, nothing where a cohort was not watched', () => {
    const [old, young] = vintageTable(loans, 12);
    expect(old?.cumulative).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]);
    expect(young?.cumulative.slice(0, 5)).toEqual([0, 0.1, 0.1, 0.1, null]);
  });
  test('the window is the month by which the whole cohorts had shown nine tenths of their bads; unknown when none is whole', () => {
    expect(performanceWindow(vintageTable(loans, 12))).toBe(5);
    expect(performanceWindow(vintageTable(loans, 24))).toBeNull();
  });
  test('a later half with far fewer bads is called immature, an even one is not', () => {
    const months = ['2018-02', '2018-01'];
    const monthOf = Uint8Array.from({ length: 4000 }, (_, i) => i % 2);
    const falling = checkPerformanceWindow(
      months,
      monthOf,
      Uint8Array.from(monthOf, (m, i) => (i % 100 < (m === 1 ? 28 : 20) ? 1 : 0)),
    );
    expect(falling.months.map((m) => m.month)).toEqual(['2018-01', '2018-02']);
    expect([falling.earlyRate, falling.lateRate, falling.immature]).toEqual([0.28, 0.2, true]);
    expect(checkPerformanceWindow(months, monthOf, new Uint8Array(4000)).immature).toBe(false);
  });
});

describe('behaviour score', () => {
  const month = (daysLate: number, paid = 100n): AccountMonth => ({
    dueMinor: 100n,
    paidMinor: paid,
    balanceMinor: 500n,
    limitMinor: 1000n,
    daysLate,
  });
  const good = Array.from({ length: 6 }, () => month(0));
  const policy = { raiseFrom: 540, cutBelow: 480, collectFirstBelow: 470, collectSecondBelow: 520, alertDrop: 50, fewestMonths: 3 };

  test('windows of payment history; a window longer than the history is missing, not guessed', () => {
    expect(behaviourRow([...good, month(12, 0n)])).toMatchObject({
      months_on_book: 7,
      days_late: 12,
      on_time_streak: 0,
      use_of_line: 0.5,
      late_months_3: 1,
      late_months_6: 1,
      worst_days_6: 12,
      payments_3: 2,
      paid_of_due_3: 2 / 3,
      late_months_12: null,
      balance_change_12: null,
    });
    expect(behaviourRow([])).toMatchObject({ months_on_book: 0, days_late: null, use_of_line: null, late_months_3: null });
  });

  test('S1-20 the behaviour score of payment frequency and lateness, recomputed each month, moves the line and the place in collection', () => {
    const calm = behaviourMove(CARD, good, policy);
    expect(calm).toMatchObject({ scored: true, score: { points: 550 }, line: 'raise', collectionPriority: 3, alert: null });
    const late = behaviourMove(CARD, [...good, month(20, 0n)], policy);
    expect(late).toMatchObject({ scored: true, score: { points: 470 }, line: 'cut', collectionPriority: 2 });
    expect(late).toMatchObject({ alert: { drop: 80, before: 550, factors: [{ attribute: 'late_months_3', before: 40, after: -40 }] } });
    const recovered = behaviourMove(CARD, [...good, month(20, 0n), month(0), month(0), month(0)], policy);
    expect(recovered).toMatchObject({ line: 'raise', alert: null });
  });

  test('a window that opens as the history grows is no fall', () => {
    const young = [month(20), month(20)];
    const sharp = { ...policy, fewestMonths: 2, alertDrop: 40 };
    expect(behaviourMove(CARD, young, sharp)).toMatchObject({ score: { points: 510 } });
    expect(behaviourMove(CARD, [...young, month(20)], sharp)).toMatchObject({ score: { points: 470 }, alert: null });
  });

  test('too short a history is not scored; a policy that contradicts itself is refused', () => {
    expect(behaviourMove(CARD, good.slice(0, 2), policy)).toEqual({ scored: false, why: 'thin_history', months: 2 });
    expect(() => behaviourMove(CARD, good, { ...policy, cutBelow: 900 })).toThrow('scorecard.behaviour_policy');
  });
});

describe('the monthly look at a live card', () => {
  const size = 4000;
  const values = Float64Array.from({ length: size }, (_, i) => (i % 15 < 8 ? 0 : i % 15 < 14 ? 2 : Number.NaN));
  const column = (name: string, of = values) => ({ name, kind: 'numeric' as const, values: of, unreadable: 0 });
  const dates = {
    name: 'day',
    kind: 'category' as const,
    codes: Int32Array.from({ length: size }, (_, i) => (i % 40 === 39 ? -1 : i % 2)),
    levels: ['2026-02-03', '2026-01-31'],
  };
  const table = { rows: size, columns: [column('late_months_3'), column('use_of_line'), dates] };
  const bad = Float64Array.from({ length: size }, (_, i) => (i % 3 === 0 ? Number.NaN : i % 15 >= 8 && i % 2 === 1 ? 1 : 0));

  test('months from dates, undated rows told, open outcomes left out, alarms of the level named with the card', () => {
    const watched = monitorCard({ card: { ...CARD, scoreBands: scoreBandsOf([450, 500, 550]) }, table, month: dates, bad });
    expect(watched.drift.reference).toBe('card');
    expect(watched.drift.score.map((d) => d.month)).toEqual(['2026-01', '2026-02']);
    expect(watched.undated).toBe(100);
    expect(watched.outcomes?.every((m) => m.known < m.rows)).toBe(true);
    expect(watched.levelAlarms.map((a) => [a.card, a.version, a.month])).toContainEqual(['live', '2.1.0', '2026-02']);
    expect(watched.window?.months).toHaveLength(2);
    expect(watched.actNow).toBe(true);
  });

  test('a card by hand is compared with given rows, or else with its first month', () => {
    const bare = { ...CARD, scoreBands: undefined as never };
    const first = monitorCard({ card: bare, table, month: dates });
    expect(first.drift.reference).toBe('rows');
    expect(first.drift.score[0]?.index).toBe(0);
    expect([first.outcomes, first.window, first.actNow]).toEqual([null, null, false]);
    const moved = {
      rows: size,
      columns: [
        column(
          'late_months_3',
          values.map(() => 0),
        ),
        column('use_of_line'),
        dates,
      ],
    };
    expect(monitorCard({ card: bare, table: moved, month: dates, reference: table }).drift.alarms.some((a) => a.attribute === 'late_months_3')).toBe(
      true,
    );
  });

  test('rows counted part after part tell what the whole table tells, and that is what rows of their own tell', () => {
    const card = { ...CARD, scoreBands: scoreBandsOf([450, 500, 550]) };
    const whole = monitorCard({ card, table, month: dates, bad });
    const parts = new MonthCounter(card);
    for (const [from, to] of [
      [0, 1000],
      [1000, 1001],
      [1001, size],
    ] as const) {
      const some = Uint32Array.from({ length: to - from }, (_, i) => from + i);
      const part = takeRows(table, some);
      parts.add(
        part,
        columnOf(part, 'day'),
        Float64Array.from(some, (i) => bad[i] ?? 0),
      );
    }
    expect(monitorCounts(card, parts, {}, true)).toEqual(whole);
    const dated = Uint32Array.from({ length: size }, (_, i) => i).filter((i) => (dates.codes[i] ?? -1) >= 0);
    const bins = binTable(card, takeRows(table, dated));
    const points = scorePlaces(card, bins, dated.length);
    const monthOf = Uint8Array.from(dated, (i) => (dates.levels[dates.codes[i] ?? 0] === '2026-01-31' ? 0 : 1));
    const [months, pd] = [['2026-01', '2026-02'], Float64Array.from(points, (p) => pdOf(card, p))];
    const reference = referenceOfCard(card);
    expect(reference && monthlyDrift(card, { months, monthOf, bins, points }, reference)).toEqual(whole.drift);
    const judged = performanceByMonth({ months, monthOf, pd, bad: Float64Array.from(dated, (i) => bad[i] ?? 0) });
    expect(judged.map((m) => [m.rows, m.known, m.bads])).toEqual(whole.outcomes?.map((m) => [m.rows, m.known, m.bads]));
    for (const [m, month] of judged.entries())
      for (const figure of ['meanPd', 'gini', 'standardError', 'ks'] as const)
        expect(month[figure]).toBeCloseTo(whole.outcomes?.[m]?.[figure] ?? -9, 12);
  });
});
