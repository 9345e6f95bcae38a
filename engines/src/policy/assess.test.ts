import { expect, test } from 'vitest';
import { MERCHANT_RATING_V1, type MerchantFacts, rateMerchant } from '../rating/index.ts';
import { MERCHANT_CREDIT_CARD } from '../scorecard/index.ts';
import { assess, MERCHANT_POLICY_V1 } from './index.ts';

const FACTS: MerchantFacts = {
  m1Count24m: 0,
  m2Count24m: 0,
  m3PlusCount24m: 0,
  currentOverdueDays: 0,
  longestOverdueMonths: 0,
  hardQueries6m: 0,
  debtToSalesPpm: 0n,
  assetLiabilityPpm: 300_000n,
  grossMarginPpm: 300_000n,
  netMarginPpm: 90_000n,
  revenueTrendPpm: 200_000n,
  revenueCvPpm: 100_000n,
  cashFlowCvPpm: 100_000n,
  dscrPpm: 2_500_000n,
  declaredToSalesPpm: 950_000n,
  shopAgeMonths: 60,
  operatingMonths: 80,
  gmv12mMinor: 2_000_000_000n,
  gmvTrendPpm: 120_000n,
  orders30d: 5000,
  staffCount: 20,
  serviceScoreMilli: 4850,
  refundPpm: 20_000n,
  disputeToCategoryPpm: 500_000n,
  onTimeShipPpm: 980_000n,
  badReviewPpm: 2_000n,
  violationPoints: 0,
  dataMonths: 24,
  settlementSharePpm: 0n,
  averageDepositMinor: 0n,
  relationshipMonths: 0,
  productCount: 0,
  dishonestDebtor: false,
  negativeEquity: false,
  adverseAudit: false,
  relatedLendingPpm: 0n,
  lossYears: 0,
  graveViolation: false,
  brushSuspectPpm: 0n,
  settleAccountMatch: true,
  ownWorstDaysLate12m: 0,
};
const run = (change: Partial<MerchantFacts>) => {
  const rating = rateMerchant(
    { ratedOn: '2026-11-22', card: MERCHANT_CREDIT_CARD, creditRow: { industry: 'RETAIL' }, facts: { ...FACTS, ...change } },
    MERCHANT_RATING_V1,
  );
  const input = { limitMinor: 1_000_000n, overLimitMinor: 0n, offerMinor: 500_000n, gmvTrendPpm: 0n, manualFlag: false };
  return assess(rating, input, [MERCHANT_POLICY_V1.routing]);
};

test('S3-30 scorecard, rating and rules are combined: each output and the final aggregation rule are in one record', () => {
  // Every factor at its best (950 without relationship points) but the card, whose 467 points are worth nothing of 120 tenths.
  const record = run({});
  expect(record).toMatchObject({
    scorecard: { id: 'merchant-credit', version: '2.0.0', points: 467 },
    rating: { id: 'merchant-rating', version: '1.1.0', totalTenths: 830, grade: 'AA', admitted: true },
    rules: { outcome: 'approve', tableVersions: { 'merchant-routing': '1.0.0' } },
    aggregation: { rule: 'not_admitted_declines_else_worst_rule' },
    outcome: 'approve',
  });
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  // The rules alone would decline for the grade; the rating alone for the fake orders.
  expect(run({ dishonestDebtor: true }).outcome).toBe('decline');
  expect(run({ brushSuspectPpm: 900_000n })).toMatchObject({ outcome: 'decline', rules: { outcome: 'approve' }, rating: { admitted: false } });
});
