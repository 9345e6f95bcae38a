import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MERCHANT_CREDIT_CARD } from '../scorecard/index.ts';
import {
  checkRatingParameters,
  coefficientOfVariationPpm,
  compareGrades,
  type Grade,
  MERCHANT_RATING_V1,
  type MerchantFacts,
  overdueCounts,
  overrideGrade,
  type RatingParameters,
  rateMerchant,
  shiftGrade,
} from './index.ts';

/** 星河小铺 (a made-up shop): sound, four years old, ships 86 % on time. */
const FACTS: MerchantFacts = {
  m1Count24m: 0,
  m2Count24m: 0,
  m3PlusCount24m: 0,
  currentOverdueDays: 0,
  ownWorstDaysLate12m: 0,
  longestOverdueMonths: 0,
  hardQueries6m: 1,
  debtToSalesPpm: 80_000n,
  assetLiabilityPpm: 450_000n,
  grossMarginPpm: 260_000n,
  netMarginPpm: 60_000n,
  revenueTrendPpm: 80_000n,
  revenueCvPpm: 250_000n,
  cashFlowCvPpm: 350_000n,
  dscrPpm: 1_400_000n,
  declaredToSalesPpm: 900_000n,
  shopAgeMonths: 40,
  operatingMonths: 52,
  gmv12mMinor: 400_000_000n,
  gmvTrendPpm: 50_000n,
  orders30d: 1500,
  staffCount: 6,
  serviceScoreMilli: 4750,
  refundPpm: 60_000n,
  disputeToCategoryPpm: 900_000n,
  onTimeShipPpm: 860_000n,
  badReviewPpm: 12_000n,
  violationPoints: 0,
  dataMonths: 24,
  settlementSharePpm: 200_000n,
  averageDepositMinor: 6_000_000n,
  relationshipMonths: 20,
  productCount: 1,
  dishonestDebtor: false,
  negativeEquity: false,
  adverseAudit: false,
  relatedLendingPpm: 0n,
  lossYears: 0,
  graveViolation: false,
  brushSuspectPpm: 10_000n,
  settleAccountMatch: true,
};
const ROW = { staff_count: 6, amount_multiple: 4, location: 'URBAN', revolving: 'YES', industry: 'RETAIL', same_province: 'NO' };
const rate = (change: Partial<MerchantFacts> = {}, parameters: RatingParameters = MERCHANT_RATING_V1) =>
  rateMerchant({ ratedOn: '2026-03-31', card: MERCHANT_CREDIT_CARD, creditRow: ROW, facts: { ...FACTS, ...change } }, parameters);
const sub = (result: ReturnType<typeof rate>, group: string) => result.subScores.find((s) => s.group === group)?.tenths ?? Number.NaN;

test('S0-01 a merchant rating from shop, credit and financial data has a grade, a score and an expiry date', () => {
  // By hand: credit 90+30+30+40+30+20+15+15, financial 42+30+30+28+22+14+32+15, operating 30+16+45+35+14+8+28+22+35+5+14+15+20, relationship 8+8+8.
  const result = rate();
  expect(result.subScores.map((s) => s.tenths)).toEqual([270, 213, 287, 24]);
  expect(result).toMatchObject({
    type: 'MERCHANT',
    grade: 'A+',
    scoreGrade: 'A+',
    totalTenths: 794,
    pdPpm: 6000n,
    ratedOn: '2026-03-31',
    expiresOn: '2027-03-31',
    admitted: true,
  });
  expect(rate({ currentOverdueDays: 40 })).toMatchObject({ grade: 'BB', expiresOn: '2026-09-30' });
});

test('S0-04 the score splits into credit, financial and operating sub-scores that add up', () => {
  const result = rate();
  expect(result.subScores.map((s) => s.group)).toEqual(['credit', 'financial', 'operating', 'relationship']);
  expect(result.subScores.reduce((s, g) => s + g.tenths, 0)).toBe(result.totalTenths);
  for (const s of result.subScores)
    expect(s.tenths).toBe(
      Math.min(
        s.capTenths,
        result.contributions.filter((c) => c.group === s.group).reduce((t, c) => t + c.tenths, 0),
      ),
    );
});

test('S0-18 M1, M2, M3+ counts, current overdue and longest overdue are read from status strings and each moves the credit score', () => {
  const counts = overdueCounts([
    { status24m: 'NNNN1NNN12NNNNN*NNNN#NNN', currentOverdueDays: 0 },
    { status24m: '777N3NNNNNNNNNNNNNNNNNNNNNNNNC'.padStart(30, 'N').slice(-24), currentOverdueDays: 12 },
    { status24m: 'NND', currentOverdueDays: 0 },
  ]);
  expect(counts).toEqual({
    m1Count24m: 2,
    m2Count24m: 1,
    m3PlusCount24m: 1,
    currentOverdueDays: 12,
    longestOverdueMonths: 3,
    consecutiveOverdue24m: 2,
    totalOverdue24m: 4,
  });
  const clean = sub(rate(), 'credit');
  for (const one of [{ m1Count24m: 2 }, { m2Count24m: 1 }, { m3PlusCount24m: 1 }, { currentOverdueDays: 12 }, { longestOverdueMonths: 3 }]) {
    expect(sub(rate(one), 'credit')).toBeLessThan(clean);
  }
});

test('S0-19 shop age, operating years, GMV, orders and staff count are scored factors with caps', () => {
  const factors = ['shopAgeMonths', 'operatingMonths', 'gmv12mMinor', 'orders30d', 'staffCount'] as const;
  const giant = rate({ shopAgeMonths: 900, operatingMonths: 900, gmv12mMinor: 10n ** 15n, orders30d: 1e9, staffCount: 1e6 });
  const small = rate({ shopAgeMonths: 7, operatingMonths: 25, gmv12mMinor: 100n, orders30d: 1, staffCount: 1 });
  for (const name of factors) {
    const cap = MERCHANT_RATING_V1.factors.find((f) => f.measure === name)?.capTenths;
    expect(giant.contributions.find((c) => c.factor === name)).toMatchObject({ tenths: cap, lostTenths: 0 });
    expect(small.contributions.find((c) => c.factor === name)?.tenths).toBeLessThan(cap ?? 0);
  }
});

describe('S0-22 grade by table, caps and vetoes, override of one notch up with approval', () => {
  test('every cut-off is the lowest total of its grade', () => {
    const at = (total: number): Grade | undefined => MERCHANT_RATING_V1.cutOffs.find((c) => total >= c.fromTenths)?.grade;
    expect([900, 899, 830, 829, 700, 699, 620, 619, 540, 450, 449, 0].map(at)).toEqual([
      'AAA',
      'AA+',
      'AA',
      'AA−',
      'A−',
      'BBB',
      'BBB',
      'BB',
      'BB',
      'B',
      'CCC',
      'CCC',
    ]);
  });
  test.each<[string, Grade, Partial<MerchantFacts>]>([
    ['CAP02', 'BB', { currentOverdueDays: 31 }],
    ['CAP03', 'BB', { negativeEquity: true }],
    ['CAP04', 'BBB', { adverseAudit: true }],
    ['CAP05', 'BBB', { lossYears: 2 }],
    ['CAP06', 'A', { relatedLendingPpm: 300_001n }],
    ['CAP07', 'A−', { operatingMonths: 23 }],
    ['CAP01', 'D', { dishonestDebtor: true }],
  ])('%s holds the grade at %s', (code, grade, change) => {
    const result = rate(change);
    expect(result.grade).toBe(grade);
    expect(result.reasons[0]?.code).toBe(code);
  });
  test.each<[string, Partial<MerchantFacts>]>([
    ['FAIL01', { shopAgeMonths: 5 }],
    ['FAIL02', { dataMonths: 5 }],
    ['FAIL03', { brushSuspectPpm: 200_001n }],
    ['FAIL04', { settleAccountMatch: false }],
    ['FAIL05', { graveViolation: true }],
  ])('%s fails the merchant whatever the grade', (code, change) => {
    const result = rate(change);
    expect(result.admitted).toBe(false);
    expect(result.rulesApplied.map((r) => r.code)).toContain(code);
  });
  test('just inside the limits nothing is applied', () => {
    expect(
      rate({ currentOverdueDays: 30, relatedLendingPpm: 300_000n, operatingMonths: 24, shopAgeMonths: 6, dataMonths: 6, brushSuspectPpm: 200_000n })
        .rulesApplied,
    ).toEqual([]);
  });
  test('an override goes one notch up with approval, down freely, never above a cap', () => {
    const ask =
      (grade: Grade, approvedBy: string | null = 'b', change: Partial<MerchantFacts> = {}) =>
      () =>
        overrideGrade(rate(change), { grade, reason: '新签旗舰店合同', askedBy: 'a', approvedBy });
    expect(ask('AA−')()).toMatchObject({ from: 'A+', to: 'AA−', direction: 'up' });
    expect(ask('BB', null)()).toMatchObject({ direction: 'down' });
    expect(ask('AA')).toThrow('rating.override_too_far');
    expect(ask('AA−', null)).toThrow('rating.override_approval_missing');
    expect(ask('AA−', 'a')).toThrow('rating.override_approval_missing');
    expect(ask('BBB', 'b', { negativeEquity: true })).toThrow('rating.override_above_cap');
    expect(() => overrideGrade(rate(), { grade: 'A', reason: ' ', askedBy: 'a', approvedBy: null })).toThrow('rating.override_reason_missing');
  });
});

test('S0-23 removing an overdue record raises the score, all else equal', () => {
  fc.assert(
    fc.property(fc.constantFrom('m1Count24m', 'm2Count24m', 'm3PlusCount24m'), fc.integer({ min: 1, max: 9 }), (name, n) => {
      expect(rate({ [name]: 0 }).totalTenths).toBeGreaterThan(rate({ [name]: n }).totalTenths);
      expect(rate({ [name]: n - 1 }).totalTenths).toBeGreaterThanOrEqual(rate({ [name]: n }).totalTenths);
    }),
  );
});

test('S0-24 the coefficient of variation of 12 months of revenue and cash flow is a factor: steadier scores higher', () => {
  const steady = Array.from({ length: 12 }, (_, i) => 10_000_000n + BigInt(i % 2) * 1_000_000n);
  const wild = steady.map((x, i) => (i % 2 === 0 ? x / 5n : x * 2n));
  // Ten and eleven in turn: deviation 0.5 over mean 10.5.
  expect(coefficientOfVariationPpm(steady)).toBe(47_619n);
  const score = (revenue: bigint[], cash: bigint[]) =>
    rate({ revenueCvPpm: coefficientOfVariationPpm(revenue), cashFlowCvPpm: coefficientOfVariationPpm(cash) }).totalTenths;
  expect(score(steady, steady)).toBeGreaterThan(score(wild, steady));
  expect(score(steady, steady)).toBeGreaterThan(score(steady, wild));
  expect(coefficientOfVariationPpm([0n, 0n])).toBeNull();
});

test('S0-25 growth, margin and service scores have documented bins, and better is never worth less', () => {
  const growing = ['revenueTrendPpm', 'gmvTrendPpm', 'grossMarginPpm', 'netMarginPpm', 'serviceScoreMilli'] as const;
  for (const name of growing) {
    const factor = MERCHANT_RATING_V1.factors.find((f) => f.measure === name);
    expect(factor?.steps.length).toBeGreaterThan(2);
    expect(factor?.label.zh && factor.label.en).toBeTruthy();
  }
  const value = fc.integer({ min: -2_000_000, max: 5_000_000 });
  fc.assert(
    fc.property(fc.constantFrom(...growing), value, fc.nat(500_000), (name, low, more) => {
      expect(rate({ [name]: low + more }).totalTenths).toBeGreaterThanOrEqual(rate({ [name]: low }).totalTenths);
    }),
  );
});

test('S0-34 the relationship factor has a capped effect', () => {
  const none = { settlementSharePpm: 0n, averageDepositMinor: 0n, relationshipMonths: 0, productCount: 0 };
  const all = { settlementSharePpm: 1_000_000n, averageDepositMinor: 10n ** 12n, relationshipMonths: 400, productCount: 20 };
  const gain = rate(all).totalTenths - rate(none).totalTenths;
  expect(
    rate(all)
      .contributions.filter((c) => c.group === 'relationship')
      .reduce((s, c) => s + c.tenths, 0),
  ).toBe(80);
  expect(gain).toBe(50);
});

test('S0-44 the relationship weight is capped at 5 percent and disclosed, and is never a reason against the customer', () => {
  const relationship = rate().subScores.find((s) => s.group === 'relationship');
  expect(relationship?.capTenths).toBe(50);
  expect(relationship?.disclosure.zh).toContain('5%');
  expect(relationship?.disclosure.en).toContain('5 %');
  const stranger = rate({ settlementSharePpm: 0n, averageDepositMinor: 0n, relationshipMonths: 0, productCount: 0 });
  expect(stranger.reasons.some((r) => r.code.startsWith('RE'))).toBe(false);
  const heavier = {
    ...MERCHANT_RATING_V1,
    groups: MERCHANT_RATING_V1.groups.map((g) => ({
      ...g,
      capTenths: g.capTenths + (g.group === 'relationship' ? 10 : g.group === 'credit' ? -10 : 0),
    })),
  };
  expect(() => checkRatingParameters(heavier)).toThrow('rating.parameters_invalid');
});

test('the shipped parameters are sound, and broken ones are refused with their place', () => {
  expect(() => checkRatingParameters(MERCHANT_RATING_V1)).not.toThrow();
  const flat = { ...MERCHANT_RATING_V1, masterScale: { ...MERCHANT_RATING_V1.masterScale, BBB: 60_000 } };
  expect(() => checkRatingParameters(flat)).toThrow('rating.parameters_invalid');
  expect(JSON.parse(JSON.stringify(MERCHANT_RATING_V1))).toEqual(MERCHANT_RATING_V1);
});

test('data the rating cannot do without are asked for by name', () => {
  expect(() => rate({ gmv12mMinor: null, dishonestDebtor: null })).toThrow(
    expect.objectContaining({ code: 'rating.data_missing', facts: { fields: 'dishonestDebtor, gmv12mMinor' } }),
  );
});

describe('improvement help', () => {
  test('raising on-time shipping from 86 % to 95 % gives 3.0 points, and the text says whether that is enough', () => {
    const { improvements } = rate({ gmvTrendPpm: -50_000n });
    const shipping = improvements.helps.find((h) => h.factor === 'onTimeShipPpm');
    expect(improvements).toMatchObject({ nextGrade: 'AA−', missingTenths: 19, heldBy: [] });
    expect(shipping).toMatchObject({ target: { op: 'at_least', value: 950_000 }, gainTenths: 30, reachesNextGrade: true, gradeAfter: 'AA−' });
    expect(shipping?.text).toEqual({
      zh: '按时发货率从 86% 提高到 95%：+3.0 分，可升至 AA−',
      en: 'On-time shipping from 86% to at least 95%: +3.0 points; enough for AA−',
    });
    const far = rate({ gmvTrendPpm: -50_000n, disputeToCategoryPpm: 1_500_000n, violationPoints: 3 }).improvements.helps.find(
      (h) => h.factor === 'onTimeShipPpm',
    );
    expect(far?.text.en).toBe('On-time shipping from 86% to at least 95%: +3.0 points; not enough for AA− alone');
  });
  test('where nothing is known now, the text says so instead of naming a value to start from', () => {
    const help = rate({ assetLiabilityPpm: null }).improvements.helps.find((h) => h.factor === 'assetLiabilityPpm');
    expect(help?.from).toBeNull();
    expect(help?.text.zh).toMatch(/^资产负债率现在没有数据，低于 \d+%：\+/);
    expect(help?.text.en).toMatch(/, not known now, below \d+%: \+/);
  });
  test('every stated gain is what rating again with that value gives', () => {
    const before = rate();
    expect(before.improvements.helps.length).toBeGreaterThan(5);
    for (const help of before.improvements.helps) {
      const after = rate({ [help.factor]: help.target.op === 'at_least' ? help.target.value : help.target.value - 1 });
      expect(after.totalTenths - before.totalTenths).toBe(help.gainTenths);
      expect(after.grade).toBe(help.gradeAfter);
      expect(compareGrades(after.grade, 'AA−') <= 0).toBe(help.reachesNextGrade);
    }
  });
  test('what will not help is named, and a cap says that no points lift the grade', () => {
    const { improvements } = rate({ negativeEquity: true });
    expect(improvements.noHelp).toContainEqual({ factor: 'shopAgeMonths', why: 'not_changeable' });
    expect(improvements.noHelp).toContainEqual({ factor: 'm1Count24m', why: 'already_best' });
    expect(improvements.heldBy.map((r) => r.code)).toEqual(['CAP03']);
    expect(improvements.helps.some((h) => h.reachesNextGrade)).toBe(false);
  });
});

describe('our own loans paid late', () => {
  test.each<[number, number, string[]]>([
    [0, 0, []],
    [1, 1, ['OWN01']],
    [7, 1, ['OWN01']],
    [8, 2, ['OWN02']],
    [30, 2, ['OWN02']],
    [31, 3, ['OWN03']],
  ])('%i days late in the last 12 months: %i grades down, said first', (days, notches, codes) => {
    const result = rate({ ownWorstDaysLate12m: days });
    expect([result.scoreGrade, result.grade]).toEqual(['A+', shiftGrade('A+', -notches)]);
    expect(result.rulesApplied.map((r) => r.code)).toEqual(codes);
    expect(result.reasons.slice(0, codes.length).map((r) => r.code)).toEqual(codes);
  });
  test('a cap counts on top, and D is for defaults alone', () => {
    expect(rate({ ownWorstDaysLate12m: 3, negativeEquity: true }).grade).toBe('BB');
    const weak = {
      ...MERCHANT_RATING_V1,
      cutOffs: MERCHANT_RATING_V1.cutOffs.map((c) => ({ ...c, fromTenths: c.fromTenths && c.fromTenths + 300 })),
    };
    expect(rate({ ownWorstDaysLate12m: 90 }, weak).grade).toBe('CCC');
  });
  test('the points to the next grade reach over the notches taken, and a person may lift the grade by one', () => {
    const result = rate({ ownWorstDaysLate12m: 3 });
    expect(result.improvements).toMatchObject({ nextGrade: 'A+', missingTenths: 6, heldBy: [] }); // AA− of 80.0 less 79.4.
    expect(overrideGrade(result, { grade: 'A+', reason: '客户住院', askedBy: 'a', approvedBy: 'b' }).direction).toBe('up');
  });
});
