import { describe, expect, test } from 'vitest';
import { parseCard, scoreCard } from '../card.ts';
import merchantCredit from '../cards/merchant-credit.json' with { type: 'json' };
import {
  approveShare,
  counterfactual,
  cutOffTable,
  fairnessGroups,
  fairnessReport,
  gradeReport,
  namesProtected,
  scoreThinData,
  swapSet,
} from './index.ts';

describe('cut-off table', () => {
  // Points 1 … 10, the lower the worse: bads at 1, 2, 3 and 5.
  const points = Array.from({ length: 10 }, (_, i) => i + 1);
  const bad = points.map((p) => (p <= 3 || p === 5 ? 1 : 0));
  const table = cutOffTable(points, bad, { earnedPerGoodMinor: 10_000n, lostPerBadMinor: 50_000n }, { lines: 5 });

  test('approval, bad rate, marginal bad rate, profit and loss of each line, by hand', () => {
    expect(table.rows.map((r) => r.points)).toEqual([9, 7, 6, 5, 3, 1]);
    const cut = table.rows.find((r) => r.points === 5);
    expect(cut).toMatchObject({
      approved: 6,
      approvalRate: 0.6,
      badRate: 1 / 6,
      marginalBadRate: 1,
      earnedMinor: 50_000n,
      lostMinor: 50_000n,
      netMinor: 0n,
    });
    expect(cut?.badsKeptOut).toBeCloseTo(0.75, 12);
    expect(cut?.goodsTurnedAway).toBeCloseTo(1 / 6, 12);
  });
  test('the best line is the one with the largest net result', () => {
    expect(table.best).toMatchObject({ points: 6, netMinor: 50_000n });
    expect(cutOffTable(points, bad, { earnedPerGoodMinor: 1n, lostPerBadMinor: 0n }).best.points).toBe(4); // Below 4 are only bads, which cost nothing: the stricter line wins the tie.
  });
  test('fractional weights are money to the minor unit', () => {
    const { rows } = cutOffTable([1, 1, 1], [0, 0, 1], { earnedPerGoodMinor: 100n, lostPerBadMinor: 100n }, { weight: [1 / 3, 1 / 3, 0.5] });
    expect(rows[0]).toMatchObject({ earnedMinor: 67n, lostMinor: 50n, netMinor: 17n });
  });
});

test('swap set at the same approval rate: who comes in, who goes out, and how they paid', () => {
  const bad = [0, 0, 1, 1, 0, 1];
  const before = approveShare([1, 2, 3, 4, 5, 6], 0.5);
  const now = approveShare([1, 2, 6, 5, 3, 4], 0.5);
  expect([...before, ...now]).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0]);
  expect(swapSet(before, now, bad)).toEqual({
    approvedByBoth: { loans: 2, bads: 0, badRate: 0 },
    swappedIn: { loans: 1, bads: 0, badRate: 0 },
    swappedOut: { loans: 1, bads: 1, badRate: 1 },
    declinedByBoth: { loans: 2, bads: 2, badRate: 1 },
  });
  expect([...approveShare([1, 1, 1, 2], 0.5)]).toEqual([1, 1, 1, 0]); // Ties on the line are approved together.
});

test('grades: every loan has one, bad rates in order, too many bads in a grade turn it red', () => {
  const make = (pd: number, loans: number, bads: number) => Array.from({ length: loans }, (_, i) => ({ pd, bad: i < bads ? 1 : 0 }));
  const loans = [...make(0.0005, 1000, 1), ...make(0.02, 500, 10), ...make(0.2, 500, 140)];
  const report = gradeReport(
    loans.map((l) => l.pd),
    loans.map((l) => l.bad),
    'other',
  );
  expect(report.grades.map((g) => [g.grade, g.total, g.light])).toEqual([
    ['AAA', 1000, 'green'],
    ['BB', 500, 'green'],
    ['CCC', 500, 'red'],
  ]);
  expect(report).toMatchObject({ ordered: true, concentration: 0.375 });
  expect(report.hosmerLemeshow.statistic).toBeCloseTo(0.25 / (0.5 * 0.9995) + 0 + 1600 / 80, 9);
});

test('fairness: four fifths, equal opportunity and level within each group of an attribute that is not in the card', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    group: i % 2 === 0 ? 'f' : 'm',
    bad: i % 10 === 0 ? 1 : 0,
    pd: i % 2 === 0 ? 0.2 : 0.1,
    ok: i % 4 === 0 ? 0 : 1,
  }));
  const report = fairnessReport({
    attribute: 'sex',
    inCard: false,
    groups: rows.map((r) => r.group),
    pd: rows.map((r) => r.pd),
    bad: rows.map((r) => r.bad),
    approved: rows.map((r) => r.ok),
  });
  const [f, m] = report.groups;
  expect(f).toMatchObject({
    group: 'f',
    loans: 100,
    badRate: 0.2,
    meanPd: expect.closeTo(0.2, 12),
    approvalRate: 0.5,
    impactRatio: 0.5,
    flagged: true,
    auc: 0.5,
  });
  expect(m).toMatchObject({ group: 'm', approvalRate: 1, impactRatio: 1, ratio: null, flagged: false });
});

test('S4-22 a micro card scores thin data; below the minimum, or without a required value, a person decides and is told what to ask for', () => {
  const card = parseCard(merchantCredit);
  const minimum = { required: ['industry'], fewestKnown: 3 };
  const thin = scoreThinData(card, { industry: 'RETAIL', location: 'URBAN', revolving: 'YES' }, minimum);
  expect(thin).toMatchObject({ path: 'automatic', known: 3 });
  expect(thin.path === 'automatic' && Number.isInteger(thin.score.points) && thin.score.pdPpm > 0n).toBe(true);
  expect(scoreThinData(card, { industry: 'RETAIL', location: 'URBAN' }, minimum)).toMatchObject({ path: 'manual', known: 2 });
  const asked = scoreThinData(card, { staff_count: 3, location: 'URBAN', revolving: 'YES', same_province: 'NO' }, minimum);
  expect(asked).toEqual({ path: 'manual', known: 4, missing: ['industry', 'amount_multiple'] });
});

test('protected attributes are known by their names, in English and Chinese; words that merely contain one are not', () => {
  const held = [
    'SEX',
    'MARRIAGE',
    'AGE',
    'personal_status_and_sex',
    'foreign_worker',
    'age_in_years',
    'borrowerAge',
    '性别',
    '婚姻状况',
    'marital_status',
  ];
  expect(held.filter(namesProtected)).toEqual(held);
  const free = [
    'mortgage_balance',
    'usage',
    'average_balance',
    'page_views',
    'LIMIT_BAL',
    'status_of_existing_checking_account',
    'mo_sin_old_rev_tl_op',
    '平均余额',
  ];
  expect(free.filter(namesProtected)).toEqual([]);
});

test('groups for a fairness report: levels, few values, or quarters of a number; missing is a group of its own', () => {
  expect(fairnessGroups({ name: 's', kind: 'category', codes: Int32Array.of(1, -1, 0), levels: ['f', 'm'] })).toEqual(['m', null, 'f']);
  expect(fairnessGroups({ name: 'n', kind: 'numeric', values: Float64Array.of(1, 2, Number.NaN), unreadable: 0 })).toEqual(['1', '2', null]);
  const ages = fairnessGroups({ name: 'age', kind: 'numeric', values: Float64Array.from({ length: 101 }, (_, i) => i), unreadable: 0 });
  expect([...new Set(ages)]).toEqual(['≤ 25', '25 – 50', '50 – 75', '> 75']);
});

describe('what would have to be otherwise', () => {
  const card = parseCard(merchantCredit);
  const row = { staff_count: 5, amount_multiple: 3, location: 'URBAN', revolving: 'YES', industry: 'RETAIL', same_province: 'NO' };
  const now = scoreCard(card, row);

  test('the fewest changes that reach a score, each a bin of the card, and no further than needed', () => {
    const one = counterfactual(card, row, now.points + 1);
    expect(one).toHaveLength(1);
    expect(one?.[0]?.gain).toBeGreaterThanOrEqual(1);
    const most = Math.max(...now.contributions.map((c) => c.lostPoints));
    const two = counterfactual(card, row, now.points + most + 1);
    expect(two?.length).toBe(2);
    expect(two?.reduce((sum, c) => sum + c.gain, 0)).toBeGreaterThan(most);
    expect(one?.[0]?.to.en).toMatch(/: /);
    expect(counterfactual(card, row, now.points)).toEqual([]);
  });

  test('what nobody can change is left alone, and out of reach is said', () => {
    const fixed = [now.reasons[0]?.attribute ?? ''];
    expect(counterfactual(card, row, now.points + 1, fixed)?.map((c) => c.attribute)).not.toContain(fixed[0]);
    expect(counterfactual(card, row, now.points + 10_000)).toBeUndefined();
    expect(
      counterfactual(
        card,
        row,
        now.points + 1,
        card.attributes.map((a) => a.name),
      ),
    ).toBeUndefined();
  });
});
