import { describe, expect, test } from 'vitest';
import { overdueCounts } from '../rating/index.ts';
import {
  APPLICANT_STANDARDS_V1,
  type AuthorityCase,
  authorityPath,
  decide,
  derivedInputs,
  evaluateTable,
  MERCHANT_POLICY_V1,
  matchProducts,
  type PolicyInput,
  type ProductRule,
} from './index.ts';

const { admission, purpose, routing, authority, ladder } = MERCHANT_POLICY_V1;
/** A merchant every rule lets through. */
const GOOD: PolicyInput = {
  segment: 'ECOM',
  productClass: 'BUSINESS',
  age: 35,
  idValid: true,
  occupation: 'MERCHANT',
  industry: 'RETAIL',
  blacklisted: false,
  fraudSignal: 'PASS',
  dishonestDebtor: false,
  registryStatus: 'ACTIVE',
  currentOverdueDays: 0,
  consecutiveOverdue24m: 0,
  totalOverdue24m: 0,
  hardQueries1m: 0,
  hardQueries3m: 1,
  hardQueries6m: 2,
  shopAgeMonths: 24,
  dataMonths: 24,
  brushSuspectPpm: 0n,
  settleAccountMatch: true,
  graveViolation: false,
  lenderCount: 2,
  debtToSalesPpm: 100_000n,
  dtiPpm: 300_000n,
  dscrPpm: 1_500_000n,
  use: 'STOCK',
  grade: 'AA',
  limitMinor: 36_000_000n,
  overLimitMinor: 0n,
  offerMinor: 20_000_000n,
  gmvTrendPpm: 50_000n,
  manualFlag: false,
};
const admit = (change: PolicyInput) => evaluateTable(admission, { ...GOOD, ...change });
const codes = (change: PolicyInput) => admit(change).hits.map((h) => h.code);
const route = (change: PolicyInput) => evaluateTable(routing, { ...GOOD, ...change });

test('a sound merchant passes and is approved, with every version recorded', () => {
  const decision = decide(GOOD, [admission, purpose, routing]);
  expect(decision).toMatchObject({
    outcome: 'approve',
    tableVersions: { 'merchant-admission': '1.0.0', 'loan-purpose': '1.0.0', 'merchant-routing': '1.0.0' },
  });
  expect(decision.trace.map((t) => t.rows.length)).toEqual([admission.rows.length, purpose.rows.length, routing.rows.length]);
  expect(JSON.stringify(decide({ ...GOOD }, [admission, purpose, routing]))).toBe(JSON.stringify(decision));
});

test('S2-22 the rules read the credit report: overdue now, 连三 and 累六 are turned down with the reason', () => {
  const report = (status24m: string, currentOverdueDays = 0) => codes(overdueCounts([{ status24m, currentOverdueDays }]));
  expect(report('N'.repeat(24))).toEqual(['ADM_OK']);
  expect(report('N'.repeat(24), 1)).toEqual(['ADM11']);
  expect(report(`${'N'.repeat(21)}12N`)).toEqual(['ADM_OK']);
  expect(report(`${'N'.repeat(20)}123N`)).toEqual(['ADM12']);
  expect(report('1N1N1N1N1N'.padStart(24, 'N'))).toEqual(['ADM_OK']);
  expect(report('1N1N1N1N1N1N'.padStart(24, 'N'))).toEqual(['ADM13']);
  expect(admit(overdueCounts([{ status24m: 'NN111N', currentOverdueDays: 0 }])).hits[0]).toMatchObject({
    outcome: 'decline',
    zh: '近24个月连续逾期达3期（连三）',
    en: 'Three overdue months in a row in 24 months',
  });
});

describe('S2-24 age 18 to 60, valid identity document, restricted occupations and industries', () => {
  const age = (birthDate: string, decidedOn: string) =>
    derivedInputs({ birthDate, decidedOn, requestedMinor: 0n, limitMinor: 0n, totalDebtMinor: 0n, annualSalesMinor: 1n }).age;
  test.each([
    ['the day before the 18th birthday', '2008-11-23', '2026-11-22', 'ADM01'],
    ['the 18th birthday', '2008-11-22', '2026-11-22', 'ADM_OK'],
    ['the 60th birthday', '1966-11-22', '2026-11-22', 'ADM_OK'],
    ['the day before the 61st birthday', '1965-11-23', '2026-11-22', 'ADM_OK'],
    ['the 61st birthday', '1965-11-22', '2026-11-22', 'ADM02'],
    ['born on 29 February, 28 February of an ordinary year', '2008-02-29', '2026-02-28', 'ADM01'],
    ['born on 29 February, 1 March of an ordinary year', '2008-02-29', '2026-03-01', 'ADM_OK'],
  ])('%s', (_, birthDate, decidedOn, code) => {
    expect(codes({ age: age(birthDate, decidedOn) })).toEqual([code]);
  });
  test('identity document, occupation, industry', () => {
    expect(codes({ idValid: false })).toEqual(['ADM03']);
    expect(codes({ occupation: 'GAMBLING' })).toEqual(['ADM05']);
    expect(codes({ industry: 'VIRTUAL_CURRENCY' })).toEqual(['ADM06']);
    expect(codes({ occupation: 'STUDENT', productClass: 'CONSUMPTION' })).toEqual(['ADM04']);
  });
});

describe('S2-40 hard rules with thresholds per segment, tested as a table', () => {
  test.each<[string, PolicyInput, string]>([
    ['blacklist', { blacklisted: true }, 'ADM07'],
    ['fraud', { fraudSignal: 'REJECT' }, 'ADM08'],
    ['fraud review', { fraudSignal: 'REVIEW' }, 'REF01'],
    ['失信', { dishonestDebtor: true }, 'ADM09'],
    ['registry', { registryStatus: 'REVOKED' }, 'ADM10'],
    ['queries 1 m, at the limit', { hardQueries1m: 2 }, 'ADM_OK'],
    ['queries 1 m', { hardQueries1m: 3 }, 'REF02'],
    ['queries 3 m', { hardQueries3m: 5 }, 'REF03'],
    ['queries 6 m', { hardQueries6m: 7 }, 'REF04'],
    ['shop 6 months', { shopAgeMonths: 6 }, 'ADM_OK'],
    ['shop 5 months', { shopAgeMonths: 5 }, 'ADM14'],
    ['first loan, shop 6 months', { segment: 'FIRST_LOAN', shopAgeMonths: 6 }, 'REF05'],
    ['first loan, shop 12 months', { segment: 'FIRST_LOAN', shopAgeMonths: 12 }, 'ADM_OK'],
    ['data 5 months', { dataMonths: 5 }, 'ADM15'],
    ['brush', { brushSuspectPpm: 200_001n }, 'ADM16'],
    ['settle account', { settleAccountMatch: false }, 'ADM17'],
    ['violation', { graveViolation: true }, 'ADM18'],
    ['DTI 50 %', { dtiPpm: 500_000n }, 'ADM_OK'],
    ['DTI over 50 %', { dtiPpm: 500_001n }, 'ADM21'],
    ['first loan, DTI 40 %', { segment: 'FIRST_LOAN', dtiPpm: 400_000n }, 'ADM_OK'],
    ['first loan, DTI over 40 %', { segment: 'FIRST_LOAN', dtiPpm: 400_001n }, 'ADM22'],
    ['DSCR 0.99', { dscrPpm: 999_999n }, 'ADM23'],
    ['DSCR 1.19', { dscrPpm: 1_199_999n }, 'REF06'],
    ['DSCR 1.2', { dscrPpm: 1_200_000n }, 'ADM_OK'],
    ['unknown DSCR', { dscrPpm: null }, 'REF_DATA'],
  ])('%s', (_, change, code) => {
    expect(codes(change)[0]).toBe(code);
  });
  test('a verification by a third party that is missing is never a silent pass, and the reason names it', () => {
    expect(admit({ registryStatus: null })).toMatchObject({ outcome: 'refer', hits: [{ code: 'REF_DATA', zh: '缺少工商登记状态，转人工核实' }] });
  });
});

test('S4-40 total debt over all lenders is capped, and a fifth lender is turned down', () => {
  expect(codes({ lenderCount: 4 })).toEqual(['ADM_OK']);
  expect(codes({ lenderCount: 5 })).toEqual(['ADM19']);
  const debt = (totalDebtMinor: bigint) =>
    codes({
      debtToSalesPpm: derivedInputs({
        birthDate: '1990-01-01',
        decidedOn: '2026-11-22',
        requestedMinor: 1n,
        limitMinor: 1n,
        totalDebtMinor,
        annualSalesMinor: 100_000_000n,
      }).debtToSalesPpm,
    });
  expect(debt(30_000_000n)).toEqual(['ADM_OK']);
  expect(debt(30_000_100n)).toEqual(['ADM20']);
});

test.each(['REAL_ESTATE', 'SECURITIES', 'EQUITY', 'LENDING_ON', 'REPAY_OTHER_LOAN'])(
  'S4-26 the purpose %s is refused at entry, and again when found by tracking the funds',
  (use) => {
    expect(decide({ ...GOOD, use }, [admission, purpose, routing]).outcome).toBe('decline');
    const trackedUse = evaluateTable(purpose, { use });
    expect(trackedUse).toMatchObject({ outcome: 'decline' });
    expect(trackedUse.hits[0]?.zh && trackedUse.hits[0].en).toBeTruthy();
    expect(evaluateTable(purpose, { use: 'STOCK' }).outcome).toBe('pass');
  },
);

test('S0-43 a GMV fall of 30 percent in 3 months sends the case to manual review', () => {
  expect(route({ gmvTrendPpm: -299_999n }).outcome).toBe('approve');
  expect(route({ gmvTrendPpm: -300_000n })).toMatchObject({ outcome: 'refer', hits: [{ code: 'RTE03', row: 'gmv-down' }] });
});

test('routing: decline, refer, counter-offer, approve', () => {
  expect(route({ grade: 'B' }).hits[0]?.code).toBe('RTE01');
  expect(route({ limitMinor: 0n }).hits[0]?.code).toBe('RTE02');
  expect(route({ grade: 'BBB' }).hits[0]?.code).toBe('RTE05');
  expect(route({ offerMinor: 30_000_001n }).hits[0]?.code).toBe('RTE06');
  expect(route({ offerMinor: 30_000_000n }).outcome).toBe('approve');
  expect(
    route(
      derivedInputs({
        birthDate: '1990-01-01',
        decidedOn: '2026-11-22',
        requestedMinor: 30_000_000n,
        limitMinor: 25_000_000n,
        totalDebtMinor: 0n,
        annualSalesMinor: 1n,
      }),
    ),
  ).toMatchObject({ outcome: 'counter_offer' });
});

test('several hits: the most severe wins and every reason is told once', () => {
  const decision = decide({ ...GOOD, age: 17, hardQueries1m: 9, grade: 'BBB' }, [admission, purpose, routing]);
  expect(decision.outcome).toBe('decline');
  expect(decision.reasons.map((r) => r.code)).toEqual(['ADM01', 'REF02', 'RTE05']);
});

test('S3-14 score, repayment history, occupation and income are set against the standards field by field, pass or fail with threshold', () => {
  const grid = evaluateTable(APPLICANT_STANDARDS_V1, {
    creditScore: 480,
    totalOverdue24m: 6,
    occupation: 'MERCHANT',
    annualIncomeMinor: 3_599_999n,
  }).trace.map((t) => ({
    field: t.checks[0]?.label.zh,
    value: t.checks[0]?.value,
    threshold: t.checks[0]?.threshold,
    passed: t.result === 'not_hit',
  }));
  expect(grid).toEqual([
    { field: '信用评分', value: 480, threshold: [480], passed: true },
    { field: '还款历史：24个月逾期期数', value: 6, threshold: [6], passed: false },
    { field: '职业', value: 'MERCHANT', threshold: ['STUDENT', 'UNEMPLOYED'], passed: true },
    { field: '年收入', value: '35999.99', threshold: ['36000.00'], passed: false },
  ]);
});

test('S1-33 only products whose grade, segment, region and purpose rules the customer passes are offered, the failing rule shown for the rest', () => {
  const inputs = {
    grade: { type: 'grade', zh: '评级', en: 'grade' },
    segment: { type: 'text', zh: '客群', en: 'segment' },
    region: { type: 'text', zh: '地区', en: 'region' },
    use: { type: 'text', zh: '用途', en: 'use' },
  } as const;
  const product = (id: string, requires: ProductRule['requires']): ProductRule => ({ id, name: { zh: id, en: id }, requires });
  const products = [
    product('ECOM', { grade: { op: 'ge', value: 'BB' }, segment: { op: 'in', values: ['ECOM'] } }),
    product('PRIME', { grade: { op: 'ge', value: 'AA−' } }),
    product('FARM', { segment: { op: 'in', values: ['FARM'] }, region: { op: 'in', values: ['3301'] }, use: { op: 'eq', value: 'SEED' } }),
  ];
  const match = matchProducts(products, inputs, { grade: 'A', segment: 'ECOM', region: '3301', use: 'STOCK' });
  expect(match.offered).toEqual(['ECOM']);
  expect(match.refused.map((r) => [r.product, r.failing.map((f) => `${f.input} ${f.op} ${f.threshold}`)])).toEqual([
    ['PRIME', ['grade ge AA−']],
    ['FARM', ['segment in FARM', 'use eq SEED']],
  ]);
});

describe('authorisation matrix (handbook 3.6)', () => {
  const path = (yuan: bigint, change: Partial<AuthorityCase> = {}) =>
    authorityPath(authority, ladder, {
      exposureMinor: yuan * 100n,
      grade: 'AA',
      secured: false,
      relatedPerson: false,
      overdueOrRestructured: false,
      ...change,
    }).role;
  test('every cell', () => {
    const exposures = [300_000n, 1_000_000n, 5_000_000n, 20_000_000n, 100_000_000n, 100_000_001n];
    const column = (change: Partial<AuthorityCase>) => exposures.map((e) => path(e, change));
    const top = 'HEAD_COMMITTEE_PRESIDENT';
    expect(column({})).toEqual(['AUTO_MANAGER', 'BRANCH_REVIEWER', 'BRANCH_HEAD', 'DIVISION_RISK', 'HEAD_APPROVER', top]);
    expect(column({ grade: 'A−' })).toEqual(['AUTO_MANAGER', 'BRANCH_REVIEWER', 'BRANCH_HEAD', 'DIVISION_COMMITTEE', 'HEAD_COMMITTEE', top]);
    expect(column({ secured: true })).toEqual(['MANAGER', 'BRANCH_REVIEWER', 'BRANCH_HEAD', 'DIVISION_RISK', 'HEAD_COMMITTEE', top]);
    expect(column({ grade: 'BBB', secured: true })).toEqual([
      'BRANCH_REVIEWER',
      'BRANCH_HEAD',
      'DIVISION_RISK',
      'HEAD_COMMITTEE',
      'HEAD_COMMITTEE',
      top,
    ]);
  });
  test('related persons and overdue customers go up one level each, never past the top', () => {
    expect(path(1_000_000n, { relatedPerson: true })).toBe('BRANCH_HEAD');
    expect(path(1_000_000n, { relatedPerson: true, overdueOrRestructured: true })).toBe('DIVISION_RISK');
    expect(path(200_000_000n, { relatedPerson: true })).toBe('HEAD_COMMITTEE_PRESIDENT');
    const full = authorityPath(authority, ladder, {
      exposureMinor: 1n,
      grade: 'A',
      secured: false,
      relatedPerson: true,
      overdueOrRestructured: false,
    });
    expect(full).toEqual({
      role: 'MANAGER',
      baseRole: 'AUTO_MANAGER',
      raisedFor: ['related_person'],
      table: 'authority',
      version: '1.0.0',
      row: '300000-good',
    });
  });
  test('a better grade never needs a higher authority', () => {
    const order: readonly string[] = ladder;
    for (const yuan of [1n, 300_000n, 900_000n, 4_000_000n, 19_000_000n]) {
      const levels = (['AAA', 'AA', 'A', 'BBB', 'D'] as const).map((grade) => order.indexOf(path(yuan, { grade })));
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
    }
  });
});

test('the whole admission table is far faster than the limit of 20 ms', () => {
  const started = Date.now();
  for (let i = 0; i < 200; i += 1) admit({ age: i });
  expect((Date.now() - started) / 200).toBeLessThan(5);
});
