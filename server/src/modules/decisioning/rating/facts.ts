import { type BureauView, type MerchantFacts, ratioPpm } from '@tallystick/engines/rating';
import type { Row } from '@tallystick/engines/scorecard';
import { divRound, PPM } from '@tallystick/kernel';
import type { Feature } from '#modules/connectors';
import type { OwnLateness } from './lateness.ts';

export type Features = Readonly<Record<string, Feature>>;

const count = (f: Features, name: string): number | null => (typeof f[name]?.value === 'number' ? f[name].value : null);
const whole = (f: Features, name: string): bigint | null => (typeof f[name]?.value === 'bigint' ? f[name].value : null);
const flag = (f: Features, name: string): boolean | null => (typeof f[name]?.value === 'boolean' ? f[name].value : null);
const text = (f: Features, name: string): string | null => (typeof f[name]?.value === 'string' ? f[name].value : null);
export const read = { count, whole, flag, text };

/** Debt service coverage: sales less cost of goods, advertising and platform fees, over what all lenders take in a year (AFF-02; rounded down). */
export function coveragePpm(f: Features, yearlyServiceMinor: bigint): bigint | null {
  const [sales, margin] = [whole(f, 'net_sales_12m'), whole(f, 'gross_margin_est')];
  if (sales === null || margin === null || yearlyServiceMinor <= 0n) return null;
  const kept = margin - (whole(f, 'ad_spend_ratio') ?? 0n) - (whole(f, 'platform_fee_ratio') ?? 0n);
  return divRound(divRound(sales * kept, PPM, 'floor') * PPM, yearlyServiceMinor, 'floor');
}

const meanScore = (f: Features): number | null => {
  const scores = ['dsr_description', 'dsr_service', 'dsr_logistics'].map((name) => count(f, name));
  return scores.every((s) => s !== null) ? Math.round(scores.reduce((s, x) => s + x, 0) / scores.length) : null;
};

/** What the bank itself knows of a customer: how long, how widely, and how our loans are paid. */
export type OwnKnowledge = { readonly months: number; readonly products: number; readonly lateness: OwnLateness };

/**
 * The facts a merchant is rated on, drawn from features with their lineage and from our own books. What no source tells is null, and the rating
 * says what that costs. Days overdue now are the most that the credit report or our books know.
 */
export function merchantFacts(f: Features, own: OwnKnowledge): MerchantFacts {
  const [told, { daysLateNow }] = [count(f, 'current_overdue_days'), own.lateness];
  const sales = whole(f, 'net_sales_12m');
  const [debt, declared, serviceMonthly] = [whole(f, 'total_debt'), whole(f, 'declared_revenue_12m'), whole(f, 'monthly_due')];
  const margin = whole(f, 'gross_margin_est');
  return {
    m1Count24m: count(f, 'm1_count_24m'),
    m2Count24m: count(f, 'm2_count_24m'),
    m3PlusCount24m: count(f, 'm3_plus_count_24m'),
    currentOverdueDays: daysLateNow > 0 ? Math.max(told ?? 0, daysLateNow) : told,
    longestOverdueMonths: count(f, 'longest_overdue_months'),
    hardQueries6m: count(f, 'hard_queries_6m'),
    debtToSalesPpm: debt === null || sales === null ? null : ratioPpm(debt, sales),
    assetLiabilityPpm: null,
    grossMarginPpm: margin,
    netMarginPpm: margin === null ? null : margin - (whole(f, 'ad_spend_ratio') ?? 0n) - (whole(f, 'platform_fee_ratio') ?? 0n),
    revenueTrendPpm: whole(f, 'gmv_yoy') ?? whole(f, 'declared_revenue_trend'),
    revenueCvPpm: whole(f, 'gmv_volatility'),
    cashFlowCvPpm: whole(f, 'declared_revenue_volatility'),
    dscrPpm: serviceMonthly === null ? null : coveragePpm(f, serviceMonthly * 12n),
    declaredToSalesPpm: declared === null || sales === null ? null : ratioPpm(declared, sales),
    shopAgeMonths: count(f, 'shop_age_m'),
    operatingMonths: count(f, 'operating_months') ?? count(f, 'shop_age_m'),
    gmv12mMinor: whole(f, 'gmv_12m'),
    gmvTrendPpm: whole(f, 'gmv_trend'),
    orders30d: count(f, 'order_count_30d'),
    staffCount: count(f, 'staff_count'),
    serviceScoreMilli: meanScore(f),
    refundPpm: whole(f, 'refund_rate'),
    disputeToCategoryPpm: whole(f, 'dispute_to_category'),
    onTimeShipPpm: whole(f, 'on_time_ship_rate'),
    badReviewPpm: whole(f, 'bad_review_rate'),
    violationPoints: count(f, 'violation_points'),
    dataMonths: count(f, 'data_continuity'),
    settlementSharePpm: null,
    averageDepositMinor: null,
    relationshipMonths: own.months,
    productCount: own.products,
    dishonestDebtor: flag(f, 'dishonest_debtor'),
    negativeEquity: null,
    adverseAudit: null,
    relatedLendingPpm: null,
    lossYears: null,
    graveViolation: flag(f, 'violation_grave'),
    brushSuspectPpm: whole(f, 'brush_suspect_rate'),
    settleAccountMatch: flag(f, 'settle_account_match'),
    ownWorstDaysLate12m: own.lateness.worst12m,
  };
}

/** The registry's wording to the industry groups of GB/T 4754 that card and policy know; the first that fits. */
const INDUSTRIES: readonly (readonly [string, string])[] = [
  ['博彩', 'GAMBLING'],
  ['烟草', 'TOBACCO_ONLINE'],
  ['小额贷款', 'PRIVATE_LENDING'],
  ['虚拟货币', 'VIRTUAL_CURRENCY'],
  ['零售', 'RETAIL'],
  ['批发', 'WHOLESALE'],
  ['制造', 'MANUFACTURING'],
  ['工业', 'MANUFACTURING'],
  ['建筑', 'CONSTRUCTION'],
  ['餐饮', 'HOSPITALITY'],
  ['住宿', 'HOSPITALITY'],
  ['交通运输', 'TRANSPORT'],
  ['信息', 'INFORMATION'],
  ['金融', 'FINANCE_PROPERTY'],
  ['房地产', 'FINANCE_PROPERTY'],
  ['商务服务', 'BUSINESS_SERVICES'],
  ['科学研究', 'PROFESSIONAL'],
  ['卫生', 'HEALTH_EDUCATION'],
  ['教育', 'HEALTH_EDUCATION'],
  ['居民服务', 'PERSONAL_SERVICES'],
];
/** The borrower's industry group: as registered, else retail for whoever keeps a shop, else not known. */
export function industryOf(f: Features): string | null {
  const told = text(f, 'industry');
  if (told === null) return count(f, 'shop_age_m') === null ? null : 'RETAIL';
  return INDUSTRIES.find(([word]) => told.includes(word))?.[1] ?? 'OTHER';
}

/** What the card is read against: GDP per head in fen (`amount_multiple`) and the lender's province, two digits of GB/T 2260 (`same_province`). */
export type CardBasis = { readonly gdpPerHeadMinor: bigint; readonly lenderProvince: string };

/** The row of the merchant credit card. The need is what business data prove (a tenth of net sales), never the amount typed. */
export function creditRow(f: Features, { gdpPerHeadMinor, lenderProvince }: CardBasis): Row {
  const sales = whole(f, 'net_sales_12m');
  const region = text(f, 'region_code');
  return {
    staff_count: count(f, 'staff_count'),
    amount_multiple: sales === null ? null : Number(((sales / 10n) * 100n) / gdpPerHeadMinor) / 100,
    location: region === null ? null : region.slice(4, 6) >= '21' && region.slice(4, 6) <= '29' ? 'RURAL' : 'URBAN',
    revolving: 'NO',
    industry: industryOf(f),
    same_province: region === null ? null : region.slice(0, 2) === lenderProvince ? 'YES' : 'NO',
  };
}

/** What the five-part explanation of a credit file reads (S1-19). */
export const bureauView = (f: Features): BureauView => ({
  overdueMonths24m: count(f, 'total_overdue_24m'),
  m3PlusCount24m: count(f, 'm3_plus_count_24m'),
  cardUsePpm: whole(f, 'card_use'),
  debtToIncomePpm: null,
  oldestAccountMonths: count(f, 'oldest_account_months'),
  hardQueries6m: count(f, 'hard_queries_6m'),
  newAccounts6m: count(f, 'new_accounts_6m'),
  accountKinds: count(f, 'account_kinds'),
});
