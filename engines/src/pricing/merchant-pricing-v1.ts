import type { Grade } from '../rating/index.ts';
import type { GradeTerms, PricingParameters } from './parameters.ts';

const BP = 100n;
const PERCENT = 10_000n;
const YUAN = 100n;

/** Grade, limit in percent of net sales, spread bp, discount bp, longest term, guarantee zh, en, review. */
const grade = (
  g: Grade,
  k: bigint,
  spread: bigint,
  discount: bigint,
  maxTermMonths: number,
  zh: string,
  en: string,
  reviewMonths: number,
): GradeTerms => ({
  grade: g,
  limitFactorPpm: k * PERCENT,
  spreadPpm: spread * BP,
  discountPpm: discount * BP,
  maxTermMonths,
  guarantee: { zh, en },
  reviewMonths,
});

/** First price and limit tables for e-commerce merchants. Every number is a design value (handbook 3.4, ML-1). */
export const MERCHANT_PRICING_V1: PricingParameters = {
  id: 'merchant-pricing',
  version: '1.0.0',
  effectiveFrom: '2026-01-01',
  productSpreadPpm: 200n * BP,
  floorPpm: 280n * BP,
  capPpm: 24n * PERCENT,
  grades: [
    grade('AAA', 12n, 20n, 30n, 36, '信用', 'credit', 12),
    grade('AA+', 11n, 50n, 20n, 36, '信用', 'credit', 12),
    grade('AA', 10n, 80n, 20n, 30, '信用', 'credit', 12),
    grade('AA−', 9n, 110n, 10n, 24, '信用或部分担保', 'credit or partial security', 12),
    grade('A+', 7n, 120n, 10n, 24, '保证或部分押品', 'guarantee or partial collateral', 12),
    grade('A', 6n, 150n, 0n, 18, '保证或部分押品', 'guarantee or partial collateral', 6),
    grade('A−', 5n, 180n, 0n, 12, '保证或部分押品', 'guarantee or partial collateral', 6),
    grade('BBB', 4n, 280n, 0n, 12, '押品不低于50%或强保证', 'collateral of 50 % or a strong guarantor', 6),
    grade('BB', 2n, 420n, 0n, 6, '足额押品', 'full collateral', 3),
    grade('B', 0n, 420n, 0n, 0, '不新增，逐步退出', 'no new credit, exit', 3),
    grade('CCC', 0n, 420n, 0n, 0, '不新增，逐步退出', 'no new credit, exit', 3),
    grade('D', 0n, 420n, 0n, 0, '不新增，逐步退出', 'no new credit, exit', 3),
  ],
  terms: [
    { overMonths: 0, spreadPpm: 0n },
    { overMonths: 12, spreadPpm: 20n * BP },
    { overMonths: 24, spreadPpm: 40n * BP },
  ],
  guarantees: [
    { guarantee: 'CREDIT', spreadPpm: 0n, lgdPpm: 45n * PERCENT },
    { guarantee: 'GUARANTEE', spreadPpm: -10n * BP, lgdPpm: 40n * PERCENT },
    { guarantee: 'JOINT', spreadPpm: -10n * BP, lgdPpm: 40n * PERCENT },
    { guarantee: 'INSURANCE', spreadPpm: -20n * BP, lgdPpm: 25n * PERCENT },
    { guarantee: 'COMBINED', spreadPpm: -30n * BP, lgdPpm: 30n * PERCENT },
    { guarantee: 'PLEDGE', spreadPpm: -40n * BP, lgdPpm: 20n * PERCENT },
    { guarantee: 'MORTGAGE', spreadPpm: -40n * BP, lgdPpm: 25n * PERCENT },
  ],
  segments: [
    { segment: 'ECOM', spreadPpm: 0n },
    { segment: 'FIRST_LOAN', spreadPpm: -20n * BP },
    { segment: 'MICRO', spreadPpm: 50n * BP },
  ],
  limit: { settleMultiple: 3, capMinor: 500_000n * YUAN, stepMinor: 100n * YUAN },
  thinFile: {
    capMinor: 50_000n * YUAN,
    maxTermMonths: 6,
    verification: { zh: '补充电话回访与经营场所核验', en: 'a call back and a check of the premises besides' },
  },
  increase: { coolingDays: 90, cleanMonths: 6 },
  cost: {
    fundingPpm: 180n * BP,
    operatingPpm: 120n * BP,
    capitalPpm: 8n * PERCENT,
    capitalReturnPpm: 12n * PERCENT,
    taxPpm: 25n * PERCENT,
    targetRarocPpm: 12n * PERCENT,
  },
  affordability: { incomeMonths: 12, salesSharePpm: 30n * PERCENT, dscrWarnPpm: 120n * PERCENT },
};
