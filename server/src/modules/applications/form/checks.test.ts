import { describe, expect, test } from 'vitest';
import type { IntakeParameters, Product } from '#modules/products';
import { MOVES, mayMove, verdictOf } from '../rules.ts';
import { APPLICATION_STATES, type LoanForm } from '../types.ts';
import { type Affordability, affordability } from './affordability.ts';
import { type FormFacts, formFaults } from './checks.ts';

const YUAN = 100n;
const product = {
  code: 'TEST',
  version: 1,
  segments: ['merchant'],
  firstLoanOnly: false,
  methods: ['equal_instalment', 'interest_only', 'bullet'],
  minAmountMinor: 5_000n * YUAN,
  maxAmountMinor: 300_000n * YUAN,
  stepMinor: 100n * YUAN,
  minMonths: 3,
  maxMonths: 12,
  purposes: ['BUSINESS'],
  dayBase: 360,
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 0,
  compoundOnInterest: true,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepayment: { replan: 'keep_term', feePpm: 0n },
} as unknown as Product; // Only what a form is checked against.
const intake: IntakeParameters = {
  id: 'intake',
  version: '1',
  bannedPurposes: [{ code: 'SECURITIES', name: { zh: '证券投资', en: 'securities' }, words: ['炒股'] }],
  dtiCapPpm: 500_000,
  maxLenders: 4,
  draftValidDays: 30,
  offerValidDays: 30,
  approvalValidDays: 30,
  acknowledgement: { version: '1', zh: '确认', en: 'agreed' },
};
const facts: FormFacts = {
  product,
  intake,
  caps: { incomeMonths: 12, salesSharePpm: 300_000n, dscrWarnPpm: 1_200_000n },
  ratePpm: 60_000n,
  today: '2026-03-02',
  segment: 'merchant',
  payoutTail: '4321',
  hadLoan: false,
  missingConsents: [],
  papers: [],
};
const form: LoanForm = {
  amountMinor: 120_000n * YUAN,
  months: 12,
  method: 'equal_instalment',
  purposeClass: 'BUSINESS',
  purposeText: '双11备货',
  purposeBudget: [{ item: '采购', amountMinor: 120_000n * YUAN }],
  payoutAccountTail: '4321',
  declaredDebts: [],
  declaredAnnualRevenueMinor: 3_600_000n * YUAN,
  declaredMonthlyIncomeMinor: 40_000n * YUAN,
};
const budgeted = (amountMinor: bigint): Partial<LoanForm> => ({ amountMinor, purposeBudget: [{ item: '采购', amountMinor }] });
const said = (change: Partial<LoanForm>, around: Partial<FormFacts> = {}): string[] =>
  formFaults({ ...form, ...change }, { ...facts, ...around }).map((f) => `${f.field} ${f.code.split('.')[1]}`);

describe('a form', () => {
  test('that is right has no fault', () => {
    expect(said({})).toEqual([]);
  });
  test.each([
    [5_000n * YUAN, []],
    [5_000n * YUAN - 1n, ['amountMinor amount_low']],
    [300_000n * YUAN, []],
    [300_000n * YUAN + 1n, ['amountMinor amount_high']],
    [120_050n * YUAN, ['amountMinor amount_step']],
  ])('S4-02 of %s fen at the cap and a fen beyond it: %o', (amountMinor, expected) => {
    expect(said({ ...budgeted(amountMinor), declaredMonthlyIncomeMinor: 100_000n * YUAN })).toEqual(expected);
  });
  test.each([
    [3, []],
    [2, ['months months_range']],
    [12, []],
    [13, ['months months_range']],
  ])('S4-02 for %s months at the ends of the term and beyond: %o', (months, expected) => {
    expect(said({ months, declaredMonthlyIncomeMinor: 100_000n * YUAN })).toEqual(expected);
  });
  test('S3-08 names every wrong field at once', () => {
    expect(
      said({
        method: 'equal_principal',
        purposeClass: 'HOUSING',
        purposeText: '拿去炒股',
        purposeBudget: [{ item: '炒股本金', amountMinor: 1n }],
        payoutAccountTail: '0000',
      }),
    ).toEqual([
      'method method_not_offered',
      'purposeClass purpose_class',
      'purposeText purpose_banned',
      'purposeBudget.0.item purpose_banned',
      'purposeBudget budget_short',
      'payoutAccountTail payout_account_tail',
    ]);
    expect(formFaults({}, facts).map((f) => f.code)).toEqual(Array.from({ length: 10 }, () => 'platform.field_missing'));
  });
  test('S4-39 without a mandatory paper or consent, or with a rejected paper, is not complete', () => {
    const papers = [
      { kind: 'id_card_front', nameZh: '身份证', nameEn: 'ID', state: 'missing' },
      { kind: 'income_proof', nameZh: '收入证明', nameEn: 'Income', state: 'rejected' },
    ] as const;
    expect(said({}, { missingConsents: ['bureau'], papers })).toEqual([
      'consents.bureau consent_missing',
      'documents.id_card_front document_missing',
      'documents.income_proof document_rejected',
    ]);
    expect(said({}, { payoutTail: null })).toEqual(['payoutAccountTail payout_account_missing']);
    expect(said({}, { segment: 'person' })).toEqual(['productCode segment']);
    expect(said({}, { product: { ...product, firstLoanOnly: true }, hadLoan: true })).toEqual(['productCode not_first_loan']);
  });
});

describe('affordability', () => {
  const of = (change: Partial<LoanForm>): Affordability => {
    const f = { ...form, ...change };
    return affordability(
      {
        product,
        amountMinor: f.amountMinor,
        months: f.months,
        method: f.method,
        ratePpm: 60_000n,
        start: '2026-03-02',
        monthlyIncomeMinor: f.declaredMonthlyIncomeMinor,
        annualRevenueMinor: f.declaredAnnualRevenueMinor,
        debts: f.declaredDebts,
      },
      intake,
      facts.caps,
    );
  };
  test('S4-50 shows instalment, interest and all-in rate of the loan against income (vector V1 of REP-01)', () => {
    const a = of({});
    // Twelve instalments, the last takes the odd fen: 10,327.99.
    expect([a.instalmentMinor, a.interestMinor, a.dtiPpm, a.faults]).toEqual([10_327_99n, 3_935_66n, 258_200n, []]);
    // (1 + 6 %/12)^12 − 1 = 6.1678 %.
    expect(Number(a.irrPpm)).toBeCloseTo(61_678, -1);
  });
  test('S2-25 stands at half of income and falls a fen below it, and names the amount that would fit', () => {
    expect(said({ declaredMonthlyIncomeMinor: 20_655_98n })).toEqual([]);
    expect(said({ declaredMonthlyIncomeMinor: 20_655_97n })).toEqual(['amountMinor over_income']);
    const a = of({ declaredMonthlyIncomeMinor: 10_000n * YUAN });
    expect([a.fittingMinor % product.stepMinor, a.faults]).toEqual([0n, ['dti']]);
    expect(of({ amountMinor: a.fittingMinor, declaredMonthlyIncomeMinor: 10_000n * YUAN }).faults).toEqual([]);
    expect(of({ amountMinor: a.fittingMinor + product.stepMinor, declaredMonthlyIncomeMinor: 10_000n * YUAN }).faults).toEqual(['dti']);
  });
  test('a loan that pays its principal at the end is measured by the level instalment, so it cannot hide', () => {
    const [level, bullet] = [of({}), of({ method: 'bullet' })];
    expect(bullet.dtiPpm).toBe(level.dtiPpm);
    expect(bullet.largestPaymentMinor).toBe(127_200n * YUAN);
  });
  test('S4-40 a fifth lender is refused, and so are debts beyond a year of income or 30 % of sales, whichever is more', () => {
    const debts = (n: number, balanceMinor: bigint) => Array.from({ length: n }, (_, i) => ({ lender: `银行${i}`, balanceMinor, monthlyMinor: 0n }));
    expect(said({ declaredDebts: debts(3, 0n) })).toEqual([]);
    expect(said({ declaredDebts: debts(4, 0n) })).toEqual(['declaredDebts too_many_lenders']);
    expect(said({ declaredDebts: [...debts(3, 0n), { lender: ' 银行0 ', balanceMinor: 0n, monthlyMinor: 0n }] })).toEqual([]);
    // Sales leave 1,080,000, income 480,000: the larger one is the room.
    expect(said({ declaredDebts: debts(1, 960_000n * YUAN) })).toEqual([]);
    expect(said({ declaredDebts: debts(1, 960_000n * YUAN + 1n) })).toEqual(['amountMinor over_debt']);
    expect(said({ declaredAnnualRevenueMinor: 0n, declaredDebts: debts(1, 360_000n * YUAN) })).toEqual([]);
    expect(said({ declaredAnnualRevenueMinor: 0n, declaredDebts: debts(1, 360_000n * YUAN + 1n) })).toEqual(['amountMinor over_debt']);
  });
});

describe('states', () => {
  test('S3-07 only the moves of the map are legal; ends are ends', () => {
    const legal = APPLICATION_STATES.flatMap((from) => APPLICATION_STATES.flatMap((to) => (mayMove(from, to) ? [`${from}>${to}`] : [])));
    expect(legal).toHaveLength(Object.values(MOVES).flat().length);
    for (const end of ['withdrawn', 'expired', 'paid_out'] as const) expect(MOVES[end]).toEqual([]);
    for (const never of [
      'draft>approved',
      'submitted>approved',
      'collecting>approved',
      'declined>approved',
      'reviewing>approved',
      'approved>paid_out',
      'draft>contracted',
    ]) {
      expect(legal).not.toContain(never);
    }
  });
  test.each([
    [[], 'likely'],
    [[{ field: 'documents.id_card', code: 'applications.document_missing' }], 'unclear'],
    [
      [
        { field: 'payoutAccountTail', code: 'applications.payout_account_missing' },
        { field: 'months', code: 'platform.field_missing' },
      ],
      'unclear',
    ],
    [
      [
        { field: 'consents.bureau', code: 'x' },
        { field: 'amountMinor', code: 'applications.over_income' },
      ],
      'unlikely',
    ],
  ])('a first answer to %o is %s', (faults, verdict) => {
    expect(verdictOf(faults)).toBe(verdict);
  });
});
