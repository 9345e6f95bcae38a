import type { CalendarDate } from '@tallystick/kernel';
import type { ProductBody } from '../schema.ts';
import type { Lpr } from '../types.ts';

const YUAN = 100n;
const IDENTITY_PAPERS = [
  { kind: 'id_card_front', obtainableFrom: null, mandatory: true },
  { kind: 'id_card_back', obtainableFrom: null, mandatory: true },
];
const SETS = { rating: 'rating.merchant', policy: 'policy.merchant', pricing: 'pricing.merchant', intake: 'intake' };
/** Day base, order of payments and early repayment are the same for the whole family; 50 % penalty uplift is the top of REP-08's range. */
const FAMILY: Pick<
  ProductBody,
  | 'regions'
  | 'firstLoanOnly'
  | 'parameters'
  | 'penaltyUpliftPpm'
  | 'penaltyGraceDays'
  | 'compoundOnInterest'
  | 'dayBase'
  | 'allocation'
  | 'prepayment'
  | 'allInCapPpm'
  | 'allInWarnPpm'
> = {
  regions: [],
  firstLoanOnly: false,
  parameters: SETS,
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 0,
  compoundOnInterest: true,
  dayBase: 360,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepayment: { replan: 'keep_term', feePpm: 0n },
  allInCapPpm: 240_000n,
  allInWarnPpm: 200_000n,
};

/** The products every installation starts with. Amounts, terms and grades are design values; the term caps stay within LOAN-02. */
export const TEMPLATES: Readonly<Record<string, ProductBody>> = {
  ECOM_MERCHANT_LOAN: {
    ...FAMILY,
    kind: 'MERCHANT',
    segmentCode: 'ECOM',
    name: { zh: '电商商户贷', en: 'E-commerce merchant loan' },
    says: { zh: '凭店铺经营数据申请的信用贷款，额度、利率和期限由信用等级决定', en: 'Credit on shop data; grade sets limit, rate and term' },
    segments: ['merchant'],
    methods: ['equal_instalment', 'equal_principal', 'interest_only', 'bullet'],
    minAmountMinor: 5_000n * YUAN,
    maxAmountMinor: 3_000_000n * YUAN,
    stepMinor: 100n * YUAN,
    minMonths: 1,
    maxMonths: 36,
    purposes: ['BUSINESS'],
    minGrade: 'BB',
    guarantees: ['CREDIT', 'GUARANTEE', 'JOINT', 'MORTGAGE', 'PLEDGE', 'COMBINED'],
    documents: [
      ...IDENTITY_PAPERS,
      { kind: 'business_licence', obtainableFrom: 'registry', mandatory: true },
      { kind: 'tax_return', obtainableFrom: 'tax', mandatory: true },
      { kind: 'purchase_contract', obtainableFrom: null, mandatory: false },
    ],
    consents: ['identity', 'bureau', 'court', 'registry', 'tax', 'platform'],
    decisionMinutes: 60,
  },
  FIRST_LOAN: {
    ...FAMILY,
    kind: 'FIRST',
    segmentCode: 'FIRST_LOAN',
    name: { zh: '首贷', en: 'First loan' },
    says: { zh: '从未有过银行贷款的小微商户，免抵押，小额起步', en: 'For firms without any bank loan before: no collateral, a small start' },
    segments: ['merchant', 'enterprise'],
    firstLoanOnly: true,
    methods: ['equal_instalment', 'equal_principal', 'interest_only'],
    minAmountMinor: 3_000n * YUAN,
    maxAmountMinor: 200_000n * YUAN,
    stepMinor: 100n * YUAN,
    minMonths: 1,
    maxMonths: 12,
    purposes: ['BUSINESS'],
    minGrade: 'BB',
    guarantees: ['CREDIT', 'GUARANTEE', 'JOINT'],
    documents: [
      ...IDENTITY_PAPERS,
      { kind: 'business_licence', obtainableFrom: 'registry', mandatory: true },
      { kind: 'lease', obtainableFrom: null, mandatory: false },
    ],
    consents: ['identity', 'bureau', 'court', 'registry', 'platform'],
    decisionMinutes: 240,
  },
  MICRO: {
    ...FAMILY,
    kind: 'MICRO',
    segmentCode: 'MICRO',
    name: { zh: '微贷', en: 'Micro-loan' },
    says: { zh: '个人、个体工商户和小微企业的小额短期贷款', en: 'Small and short, for persons, sole traders and small firms' },
    segments: ['person', 'merchant', 'enterprise'],
    methods: ['equal_instalment', 'equal_principal', 'interest_only', 'bullet'],
    minAmountMinor: 1_000n * YUAN,
    maxAmountMinor: 100_000n * YUAN,
    stepMinor: 100n * YUAN,
    minMonths: 1,
    maxMonths: 12,
    purposes: ['BUSINESS', 'CONSUMPTION'],
    minGrade: 'BB',
    guarantees: ['CREDIT', 'GUARANTEE', 'JOINT'],
    documents: [...IDENTITY_PAPERS, { kind: 'income_proof', obtainableFrom: 'platform', mandatory: true }],
    consents: ['identity', 'bureau', 'court'],
    // Twenty-four hours (S4-46).
    decisionMinutes: 1_440,
  },
  WORKING_CAPITAL: {
    ...FAMILY,
    kind: 'WORKING_CAPITAL',
    segmentCode: 'MICRO',
    name: { zh: '流动资金贷款', en: 'Working-capital loan' },
    says: {
      zh: '企业日常周转用的贷款，须有抵质押或保证，逐笔人工审查',
      en: 'For the day-to-day business of firms, with security, each case reviewed by people',
    },
    segments: ['enterprise'],
    methods: ['equal_instalment', 'equal_principal', 'interest_only', 'bullet'],
    minAmountMinor: 100_000n * YUAN,
    maxAmountMinor: 5_000_000n * YUAN,
    stepMinor: 1_000n * YUAN,
    minMonths: 1,
    maxMonths: 36,
    purposes: ['BUSINESS'],
    minGrade: 'BBB',
    guarantees: ['GUARANTEE', 'MORTGAGE', 'PLEDGE', 'COMBINED'],
    documents: [
      ...IDENTITY_PAPERS,
      { kind: 'business_licence', obtainableFrom: 'registry', mandatory: true },
      { kind: 'financial_statement', obtainableFrom: null, mandatory: true },
      { kind: 'bank_statement', obtainableFrom: null, mandatory: true },
      { kind: 'tax_return', obtainableFrom: 'tax', mandatory: true },
    ],
    consents: ['identity', 'bureau', 'court', 'registry', 'tax'],
    decisionMinutes: 7_200,
  },
};

export const REFERENCE_FROM: CalendarDate = '2025-01-01';

/** The 20th of each month, or the next working day (REP-13). Unchanged from 2025-05 to 2026-07 by published notices; later months carried on and to be confirmed. */
const PUBLISHED: readonly CalendarDate[] = [
  '2025-05-20',
  '2025-06-20',
  '2025-07-21',
  '2025-08-20',
  '2025-09-22',
  '2025-10-20',
  '2025-11-20',
  '2025-12-22',
  '2026-01-20',
  '2026-02-24',
  '2026-03-20',
  '2026-04-20',
  '2026-05-20',
  '2026-06-22',
  '2026-07-20',
  '2026-08-20',
  '2026-09-21',
  '2026-10-20',
  '2026-11-20',
];
const KNOWN_UNTIL: CalendarDate = '2026-07-20';
export const LPR_SERIES: readonly Lpr[] = PUBLISHED.flatMap((publishedOn) => {
  const source =
    publishedOn <= KNOWN_UNTIL
      ? '全国银行间同业拆借中心公布值 (APR-09)'
      : 'carried forward from 2026-07, to be confirmed against the published value';
  return [
    { tenor: '1Y', publishedOn, ratePpm: 30_000n, source },
    { tenor: '5Y', publishedOn, ratePpm: 35_000n, source },
  ] as const;
});
