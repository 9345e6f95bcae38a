import { divRound, PPM } from '@tallystick/kernel';

/** What a merchant rating looks at. null = not known. ppm = parts per million (1 % = 10,000); minor = fen; a ratio of 1.2 is 1,200,000 ppm. */
export type MerchantFacts = {
  // Credit report and internal repayment history, last 24 months.
  readonly m1Count24m: number | null;
  readonly m2Count24m: number | null;
  readonly m3PlusCount24m: number | null;
  readonly currentOverdueDays: number | null;
  readonly longestOverdueMonths: number | null;
  readonly hardQueries6m: number | null;
  /** All known debts over net sales of 12 months. */
  readonly debtToSalesPpm: bigint | null;
  // Statements, bank flow, tax.
  readonly assetLiabilityPpm: bigint | null;
  readonly grossMarginPpm: bigint | null;
  readonly netMarginPpm: bigint | null;
  readonly revenueTrendPpm: bigint | null;
  readonly revenueCvPpm: bigint | null;
  readonly cashFlowCvPpm: bigint | null;
  readonly dscrPpm: bigint | null;
  /** Revenue declared to the tax office over net sales seen on platforms. */
  readonly declaredToSalesPpm: bigint | null;
  // Shop.
  readonly shopAgeMonths: number | null;
  readonly operatingMonths: number | null;
  readonly gmv12mMinor: bigint | null;
  readonly gmvTrendPpm: bigint | null;
  readonly orders30d: number | null;
  readonly staffCount: number | null;
  /** Mean of the three platform scores (description, service, logistics) in thousandths: 4,700 = 4.7. */
  readonly serviceScoreMilli: number | null;
  readonly refundPpm: bigint | null;
  /** Dispute-refund rate over the category's mean. */
  readonly disputeToCategoryPpm: bigint | null;
  readonly onTimeShipPpm: bigint | null;
  readonly badReviewPpm: bigint | null;
  readonly violationPoints: number | null;
  /** Months with data among the last 24. */
  readonly dataMonths: number | null;
  // Relationship with the lender.
  readonly settlementSharePpm: bigint | null;
  readonly averageDepositMinor: bigint | null;
  readonly relationshipMonths: number | null;
  readonly productCount: number | null;
  // What caps and vetoes read.
  readonly dishonestDebtor: boolean | null;
  readonly negativeEquity: boolean | null;
  readonly adverseAudit: boolean | null;
  readonly relatedLendingPpm: bigint | null;
  readonly lossYears: number | null;
  readonly graveViolation: boolean | null;
  readonly brushSuspectPpm: bigint | null;
  readonly settleAccountMatch: boolean | null;
  /** Most days that an instalment of a loan of ours was late, of those late at any time in the last 12 months; 0 when all were on time. */
  readonly ownWorstDaysLate12m: number | null;
};
export type FactName = keyof MerchantFacts;

const whole = (value: bigint): bigint => (value < 0n ? -value : value);

/** Integer square root, rounded down. */
function root(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let y = (x + n / x) >> 1n; y < x; y = (x + n / x) >> 1n) x = y;
  return x;
}

/**
 * Standard deviation over mean of monthly amounts in ppm, rounded down (handbook section 5, row 5; population deviation). null when the sum is
 * not positive: a mean of zero or a loss has no meaningful ratio.
 */
export function coefficientOfVariationPpm(monthsMinor: readonly bigint[]): bigint | null {
  const n = BigInt(monthsMinor.length);
  const total = monthsMinor.reduce((s, x) => s + x, 0n);
  if (total <= 0n) return null;
  const squares = monthsMinor.reduce((s, x) => s + x * x, 0n);
  return root((n * squares - total * total) * PPM * PPM) / total;
}

/** (now − before) / |before| in ppm, half up; null when there is no base to compare with. */
export const changePpm = (nowMinor: bigint, beforeMinor: bigint): bigint | null =>
  beforeMinor === 0n ? null : divRound((nowMinor - beforeMinor) * PPM, whole(beforeMinor), 'half_up');

/** part / base in ppm, half up; null when the base is not positive. */
export const ratioPpm = (partMinor: bigint, baseMinor: bigint): bigint | null =>
  baseMinor <= 0n ? null : divRound(partMinor * PPM, baseMinor, 'half_up');

export type BureauAccount = { readonly status24m: string; readonly currentOverdueDays: number };
export type OverdueCounts = {
  readonly m1Count24m: number;
  readonly m2Count24m: number;
  readonly m3PlusCount24m: number;
  readonly currentOverdueDays: number;
  readonly longestOverdueMonths: number;
  /** Longest run of overdue months in one account, and overdue months of all accounts: what 连三累六 counts (BUR-08). */
  readonly consecutiveOverdue24m: number;
  readonly totalOverdue24m: number;
};

const WORST = 'DZG';

/**
 * Counts overdue months from the monthly status strings of a credit report, oldest month first: N paid, 1-7 months late, D repaid by the
 * guarantor, Z by collateral, G ended badly (the three count as M3+), C settled, # and * nothing known or nothing due. Only the last 24 months
 * count; a repaired item that is no longer shown is simply not counted (BUR-06).
 */
export function overdueCounts(accounts: readonly BureauAccount[]): OverdueCounts {
  const counts = {
    m1Count24m: 0,
    m2Count24m: 0,
    m3PlusCount24m: 0,
    currentOverdueDays: 0,
    longestOverdueMonths: 0,
    consecutiveOverdue24m: 0,
    totalOverdue24m: 0,
  };
  for (const account of accounts) {
    let run = 0;
    for (const status of account.status24m.slice(-24)) {
      const late = status >= '1' && status <= '7' ? Number(status) : WORST.includes(status) ? 3 : 0;
      if (late === 1) counts.m1Count24m += 1;
      if (late === 2) counts.m2Count24m += 1;
      if (late >= 3) counts.m3PlusCount24m += 1;
      run = late > 0 ? run + 1 : 0;
      if (late > 0) counts.totalOverdue24m += 1;
      counts.longestOverdueMonths = Math.max(counts.longestOverdueMonths, late);
      counts.consecutiveOverdue24m = Math.max(counts.consecutiveOverdue24m, run);
    }
    counts.currentOverdueDays = Math.max(counts.currentOverdueDays, account.currentOverdueDays);
  }
  return counts;
}
