import { APPLICANT_STANDARDS_V1, MERCHANT_POLICY_V1 } from '@tallystick/engines/policy';
import { MERCHANT_PRICING_V1 } from '@tallystick/engines/pricing';
import { MERCHANT_RATING_V1, shiftGrade } from '@tallystick/engines/rating';
import { MERCHANT_CREDIT_CARD } from '@tallystick/engines/scorecard';
import { describe, expect, test } from 'vitest';
import type { Feature } from '#modules/connectors';
import { canonicalJson, type Product } from '#modules/products';
import { creditRow, merchantFacts } from '../rating/facts.ts';
import type { OwnLateness } from '../rating/lateness.ts';
import { type DecisionInput, type DecisionOutput, type DecisionTools, decideApplication } from './decide.ts';

const YUAN = 100n;
const product = {
  code: 'TEST',
  version: 1,
  kind: 'MERCHANT',
  segmentCode: 'ECOM',
  firstLoanOnly: false,
  minAmountMinor: 5_000n * YUAN,
  maxAmountMinor: 3_000_000n * YUAN,
  stepMinor: 100n * YUAN,
  minMonths: 1,
  maxMonths: 36,
  dayBase: 360,
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 0,
  compoundOnInterest: true,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepayment: { replan: 'keep_term', feePpm: 0n },
} as unknown as Product; // Only what a decision reads.
const tools: DecisionTools = {
  card: MERCHANT_CREDIT_CARD,
  rating: MERCHANT_RATING_V1,
  policy: { ...MERCHANT_POLICY_V1, standards: APPLICANT_STANDARDS_V1 },
  pricing: MERCHANT_PRICING_V1,
  product,
};
/** A merchant of eight years, 3.6 million a year, without a blemish. */
const GOOD: Record<string, bigint | number | boolean | string> = {
  id_matched: true,
  phone_real_name: true,
  aml_hit: false,
  dishonest_debtor: false,
  registry_status: '存续',
  industry: '零售业',
  region_code: '330106',
  staff_count: 15,
  current_overdue_days: 0,
  consecutive_overdue_24m: 0,
  total_overdue_24m: 0,
  longest_overdue_months: 0,
  m1_count_24m: 0,
  m2_count_24m: 0,
  m3_plus_count_24m: 0,
  hard_queries_1m: 0,
  hard_queries_3m: 0,
  hard_queries_6m: 0,
  total_debt: 0n,
  monthly_due: 0n,
  lender_count: 0,
  is_first_loan: false,
  shop_age_m: 96,
  operating_months: 100,
  data_continuity: 24,
  gmv_12m: 400_000_000n,
  net_sales_12m: 360_000_000n,
  settle_amount_30d: 30_000_000n,
  gmv_trend: 120_000n,
  gmv_yoy: 160_000n,
  gmv_volatility: 150_000n,
  declared_revenue_12m: 340_000_000n,
  declared_revenue_trend: 160_000n,
  declared_revenue_volatility: 150_000n,
  order_count_30d: 2_500,
  dsr_description: 4_850,
  dsr_service: 4_850,
  dsr_logistics: 4_850,
  refund_rate: 30_000n,
  dispute_to_category: 500_000n,
  on_time_ship_rate: 990_000n,
  bad_review_rate: 5_000n,
  violation_points: 0,
  violation_grave: false,
  brush_suspect_rate: 0n,
  settle_account_match: true,
  gross_margin_est: 320_000n,
  ad_spend_ratio: 50_000n,
  platform_fee_ratio: 50_000n,
};
const feature = (value: Feature['value']): Feature => ({
  value,
  unit: 'text',
  source: 'platform',
  asOf: '2026-03-02',
  window: '',
  missingReason: value === null ? 'no_record' : null,
  callId: null,
});
function input(
  change: Record<string, Feature['value']> = {},
  asked: Partial<DecisionInput['application']> = {},
  applicant: Partial<DecisionInput['applicant']> = {},
  lateness: OwnLateness = { daysLateNow: 0, worst12m: 0 },
): DecisionInput {
  const features = Object.fromEntries(Object.entries({ ...GOOD, ...change }).map(([k, v]) => [k, feature(v)]));
  const version = { name: 'set', version: 1, sha256: 'x' };
  return {
    decidedOn: '2026-03-02',
    application: {
      id: 'appl_1',
      attempt: 1,
      amountMinor: 60_000n * YUAN,
      months: 6,
      method: 'equal_instalment',
      purposeClass: 'BUSINESS',
      use: 'WORKING_CAPITAL',
      needMinor: null,
      monthlyIncomeMinor: 60_000n * YUAN,
      declaredDebtMinor: 0n,
      declaredMonthlyMinor: 0n,
      declaredLenders: 0,
      ...asked,
    },
    applicant: { kind: 'merchant', age: 36, occupation: 'SELF_EMPLOYED', isFirstLoan: false, listed: false, ...applicant },
    features,
    facts: merchantFacts(features, { months: 12, products: 1, lateness }),
    creditRow: creditRow(features, { gdpPerHeadMinor: 99_700n * YUAN, lenderProvince: '33' }),
    lprPpm: 30_000n,
    versions: {
      model: { id: 'merchant-credit', version: '1.0.0', sha256: 'x' },
      rating: version,
      policy: version,
      pricing: version,
      product: { code: 'TEST', version: 1 },
    },
  };
}
const decided = (...args: Parameters<typeof input>): DecisionOutput => decideApplication(input(...args), tools);
const codes = (d: DecisionOutput): string[] => d.reasons.map((r) => r.code);

describe('a decision', () => {
  test('S4-27 takes limit, rate and term of an approval from the grade’s row and nowhere else', () => {
    const d = decided();
    expect([d.outcome, d.rules.outcome]).toEqual(['approve', 'approve']);
    const row = MERCHANT_PRICING_V1.grades.find((g) => g.grade === d.rating?.grade);
    expect(d.offer?.source).toBe('table');
    expect(d.offer?.price.lines.find((l) => l.code === 'grade')?.ppm).toBe(row?.spreadPpm);
    expect(d.offer?.limit.bounds.find((b) => b.code === 'sales')?.amountMinor).toBe((360_000_000n * (row?.limitFactorPpm ?? 0n)) / 1_000_000n);
    expect(d.terms).toMatchObject({ amountMinor: 60_000n * YUAN, months: 6, ratePpm: d.offer?.ratePpm });
    expect(d.offer?.ruleIds).toContain(`merchant-pricing@1.0.0:grade/${d.rating?.grade}`);
  });
  test('the same case gives the same bytes, a hundred times and with its features in another order (S2-39 consistency)', () => {
    const first = canonicalJson(decided());
    for (let i = 0; i < 100; i += 1) expect(canonicalJson(decided())).toBe(first);
    const turned = input();
    const features = Object.fromEntries(Object.entries(turned.features).reverse());
    expect(canonicalJson(decideApplication({ ...turned, features }, tools))).toBe(first);
  });
  test('S4-36 tells the twelve-month PD of the grade and the expected loss of the amount', () => {
    const d = decided();
    expect(d.rating?.pdPpm).toBe(BigInt(MERCHANT_RATING_V1.masterScale[d.rating?.grade ?? 'D']));
    // PD × LGD (45 % without security) × amount.
    expect(d.expectedLossMinor).toBe(((d.rating?.pdPpm ?? 0n) * 450_000n * 6_000_000n + 500_000_000_000n) / 1_000_000_000_000n);
  });
  test('S3-30 keeps scorecard, rating and rules each as it was, and S2-31 the rating weighs bureau, business and relationship by the caps of the policy', () => {
    const d = decided();
    expect(d.rating?.card.points).toBeGreaterThan(0);
    expect(d.rules.trace.map((t) => t.table)).toEqual(['merchant-admission', 'loan-purpose', 'merchant-routing']);
    expect(d.rating?.subScores.map((s) => [s.group, s.capTenths])).toEqual(MERCHANT_RATING_V1.groups.map((g) => [g.group, g.capTenths]));
    expect(d.rating?.subScores.reduce((s, g) => s + g.capTenths, 0)).toBe(1000);
    expect(d.rating?.subScores.reduce((s, g) => s + g.tenths, 0)).toBe(d.rating?.totalTenths);
  });
  test('is made within the time a counter clerk would not notice: 200 in under two seconds', () => {
    const case1 = input();
    const started = performance.now();
    for (let i = 0; i < 200; i += 1) decideApplication(case1, tools);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('S3-05 the risk level', () => {
  test.each([
    [{}, {}, {}, 'LOW', 'approve'],
    [{ gmv_trend: -300_000n }, {}, {}, 'MEDIUM', 'refer'],
    [{ current_overdue_days: 1 }, {}, {}, 'HIGH', 'decline'],
    [{ dishonest_debtor: true }, {}, {}, 'VETO', 'decline'],
    [{ aml_hit: true }, {}, {}, 'VETO', 'decline'],
    [{ id_matched: false }, {}, {}, 'VETO', 'decline'],
    [{ violation_grave: true }, {}, {}, 'VETO', 'decline'],
    [{}, {}, { age: 17 }, 'HIGH', 'decline'],
  ] as const)('of %o is as the rules and the score say', (change, asked, applicant, level, outcome) => {
    const d = decided(change, asked, applicant);
    expect([d.riskLevel, d.outcome]).toEqual([level, outcome]);
  });
});

describe('what stands at a threshold', () => {
  test.each([
    [{ hard_queries_1m: 2 }, 'approve'],
    [{ hard_queries_1m: 3 }, 'refer'],
    [{ consecutive_overdue_24m: 2, total_overdue_24m: 5 }, 'not_declined'],
    [{ consecutive_overdue_24m: 3 }, 'decline'],
    [{ total_overdue_24m: 6 }, 'decline'],
    [{ shop_age_m: 5 }, 'decline'],
    [{ data_continuity: 5 }, 'decline'],
    [{ lender_count: 3 }, 'approve'],
    [{ lender_count: 4 }, 'decline'],
    [{ brush_suspect_rate: 200_000n }, 'approve'],
    [{ brush_suspect_rate: 200_001n }, 'decline'],
    [{ gmv_trend: -299_999n }, 'approve'],
    [{ gmv_trend: -300_000n }, 'refer'],
  ] as const)('S2-22 S2-40 with %o comes out %s', (change, expected) => {
    const { outcome } = decided(change);
    expect(expected === 'not_declined' ? outcome !== 'decline' : outcome === expected).toBe(true);
  });
  test('an amount up to 300,000 is decided by rule, a step more goes to a person', () => {
    const rich = { net_sales_12m: 3_600_000_000n, settle_amount_30d: 300_000_000n };
    const income = { monthlyIncomeMinor: 300_000n * YUAN };
    expect(decided(rich, { ...income, amountMinor: 300_000n * YUAN }).outcome).toBe('approve');
    const above = decided(rich, { ...income, amountMinor: 300_100n * YUAN });
    expect([above.outcome, codes(above)]).toEqual(['refer', expect.arrayContaining(['RTE06'])]);
  });
  test('S2-25 what income cannot carry is reduced to fit, in steps, as a counter-offer; below the smallest loan it is declined', () => {
    const asked = { amountMinor: 60_000n * YUAN, months: 6 };
    const level = decided({}, asked);
    const monthly = 10_200n * YUAN; // A little more than the instalment of 60,000 over six months.
    expect(level.policyInput['dtiPpm']).toBeLessThan(500_000n);
    expect(decided({}, { ...asked, monthlyIncomeMinor: 2n * monthly }).outcome).toBe('approve');
    const tight = decided({}, { ...asked, monthlyIncomeMinor: monthly });
    expect([tight.outcome, codes(tight)]).toEqual(['counter_offer', expect.arrayContaining(['RTE07', 'AFF01'])]);
    const lent = tight.terms?.amountMinor ?? 0n;
    expect([lent > 25_000n * YUAN, lent < 35_000n * YUAN, lent % product.stepMinor]).toEqual([true, true, 0n]);
    expect(tight.policyInput['dtiPpm']).toBeLessThanOrEqual(500_000n);
    const poor = decided({}, { ...asked, monthlyIncomeMinor: 100n * YUAN });
    expect([poor.outcome, poor.terms, codes(poor)]).toEqual(['decline', null, expect.arrayContaining(['ADM21'])]);
  });
  test('S4-40 all debts together stop at 30 % of a year’s sales, or a year of income if that is more: less is offered, or nothing', () => {
    const room = (360_000_000n * 30n) / 100n;
    const at = (total_debt: bigint) => decided({ total_debt }, { monthlyIncomeMinor: 60_000n * YUAN });
    expect(at(room - 60_000n * YUAN).outcome).toBe('approve');
    const less = at(room - 30_000n * YUAN);
    expect([less.outcome, less.terms?.amountMinor]).toEqual(['counter_offer', 30_000n * YUAN]);
    const none = at(room);
    expect([none.outcome, codes(none)]).toEqual(['decline', expect.arrayContaining(['ADM20'])]);
    // Income of 100,000 a month leaves 1,200,000 in all.
    expect(decided({ total_debt: room }, { monthlyIncomeMinor: 100_000n * YUAN }).outcome).toBe('approve');
  });
  test('a first loan is smaller and shorter, as its offer was', () => {
    const first: DecisionTools = { ...tools, product: { ...product, firstLoanOnly: true, segmentCode: 'FIRST_LOAN', maxMonths: 12 } };
    const d = decideApplication(input({ is_first_loan: true }, { amountMinor: 80_000n * YUAN, months: 12 }, { isFirstLoan: true }), first);
    expect([d.outcome, d.terms?.amountMinor, d.terms?.months]).toEqual(['counter_offer', 50_000n * YUAN, 6]);
  });
  test('more months than the grade allows is a counter-offer with the months it allows', () => {
    const most = MERCHANT_PRICING_V1.grades.find((g) => g.grade === decided().rating?.grade)?.maxTermMonths ?? 0;
    const d = decided({}, { months: most + 1, monthlyIncomeMinor: 60_000n * YUAN });
    expect([d.outcome, d.terms?.months, codes(d)]).toEqual(['counter_offer', most, ['TRM01', ...codes(d).slice(1)]]);
    expect(decided({}, { months: most }).outcome).toBe('approve');
  });
});

describe('our own loans', () => {
  test('paid late lower the grade, with limit and rate of the lower grade', () => {
    const [good, late] = [decided(), decided({}, {}, {}, { daysLateNow: 0, worst12m: 12 })];
    expect(late.rating?.scoreGrade).toBe(good.rating?.grade);
    expect(late.rating?.grade).toBe(shiftGrade(good.rating?.grade ?? 'D', -2));
    expect(late.rating?.reasons[0]?.code).toBe('OWN02');
    expect(late.offer?.limitMinor).toBeLessThan(good.offer?.limitMinor ?? 0n);
    expect(late.offer?.ratePpm).toBeGreaterThan(good.offer?.ratePpm ?? 0n);
  });
  test('overdue now end an application, whatever the credit report knows', () => {
    expect(codes(decided({}, {}, {}, { daysLateNow: 2, worst12m: 2 }))).toContain('ADM11');
    expect(decided({ current_overdue_days: 30 }, {}, {}, { daysLateNow: 2, worst12m: 2 }).policyInput['currentOverdueDays']).toBe(30);
    expect(decided({ current_overdue_days: null }, {}, {}, { daysLateNow: 2, worst12m: 2 }).policyInput['currentOverdueDays']).toBe(2);
  });
});

describe('what is not known', () => {
  test.each(['dishonest_debtor', 'current_overdue_days', 'registry_status', 'violation_grave', 'settle_account_match', 'id_matched'])(
    'is never taken for good: without %s a person looks',
    (name) => {
      expect(decided({ [name]: null }).outcome).toBe('refer');
    },
  );
  test('S4-52 without the data of a rating nothing is approved, however good the rest is', () => {
    const nothing = Object.fromEntries(Object.keys(GOOD).map((k) => [k, null]));
    const d = decided({ ...nothing, id_matched: true });
    expect([d.rating, d.terms, d.outcome]).toEqual([null, null, 'refer']);
    expect(codes(d)).toContain('REF_RATING');
    expect(d.unrated).not.toBe('');
  });
});
