import type { CalendarDate } from '@tallystick/kernel';
import { dataOf, type Facts, type Figures, type Part } from '../caller/source.ts';
import { zShopDaily, zShopMonthly, zShopProfile } from './parse.ts';
import { profileFigures } from './profile-features.ts';
import { dayFigures, monthFigures } from './trade-features.ts';

/** Handbook section 5, by its names; windows end at T-1. Rates are ppm, scores thousandths (4,700 = 4.7), hours thousandths of an hour. */
export const PLATFORM_FEATURES = {
  gmv_30d: 'minor',
  gmv_90d: 'minor',
  gmv_12m: 'minor',
  net_sales_12m: 'minor',
  gmv_trend: 'ppm',
  gmv_yoy: 'ppm',
  gmv_volatility: 'ppm',
  peak_dependence: 'ppm',
  order_count_30d: 'count',
  order_count_12m: 'count',
  avg_order_value: 'minor',
  buyer_count_30d: 'count',
  repeat_buyer_rate: 'ppm',
  conversion_rate: 'ppm',
  favourites: 'count',
  refund_rate: 'ppm',
  refund_amount_rate: 'ppm',
  dispute_refund_rate: 'ppm',
  dispute_to_category: 'ppm',
  platform_intervention_rate: 'ppm',
  quality_refund_rate: 'ppm',
  avg_refund_hours: 'hours',
  dsr_description: 'score',
  dsr_service: 'score',
  dsr_logistics: 'score',
  experience_star: 'score',
  delivery_hours: 'hours',
  on_time_ship_rate: 'ppm',
  sign_rate: 'ppm',
  bad_review_rate: 'ppm',
  review_reply_time: 'hours',
  complaint_rate: 'ppm',
  violation_points: 'count',
  violation_grave: 'flag',
  shop_age_m: 'months',
  shop_level: 'count',
  shop_status: 'text',
  deposit_status: 'text',
  sku_count: 'count',
  active_sku: 'count',
  top3_sku_share: 'ppm',
  category: 'text',
  category_outlook: 'text',
  inventory_days: 'score',
  purchase_growth: 'ppm',
  ad_spend_ratio: 'ppm',
  platform_fee_ratio: 'ppm',
  gross_margin_est: 'ppm',
  settle_cycle_days: 'days',
  settle_amount_30d: 'minor',
  settle_account_match: 'flag',
  unshipped_amount: 'minor',
  receivable_platform: 'minor',
  owner_account_age_m: 'months',
  multi_shop_count: 'count',
  same_address_shops: 'count',
  brush_suspect_rate: 'ppm',
  logistics_trace_match: 'ppm',
  live_share: 'ppm',
  cross_platform_count: 'count',
  customer_region_hhi: 'ppm',
  payment_flow_12m: 'minor',
  loan_repay_hist: 'months',
  data_continuity: 'months',
  shop_owner_match: 'flag',
} as const;
export type PlatformFigures = Figures<keyof typeof PLATFORM_FEATURES>;

/**
 * All shops of the customer as one business: amounts and counts are added, rates weighted by what they are rates of, and where shops differ in
 * kind the weaker one counts. A shop whose answer lacks a part makes the features of that part missing: half a business is not the business.
 */
export function platformFigures(parts: readonly Part[], f: Facts, asOf: CalendarDate): PlatformFigures {
  const each = <S extends typeof zShopProfile | typeof zShopMonthly | typeof zShopDaily>(kind: string, shape: S) => {
    const answers = f.shops.map((s) => dataOf(parts, kind, shape, s.shopId)).filter((a) => a !== undefined);
    return answers.length === f.shops.length && answers[0] ? { all: answers.map((a) => a.data), callId: answers[0].callId } : undefined;
  };
  const profiles = each('shop', zShopProfile);
  const months = each('shop-monthly', zShopMonthly);
  const days = each('shop-daily', zShopDaily);
  const wholeMonths = months?.all.map((m) => m.months).filter((m) => m !== undefined);
  const wholeDays = days?.all.map((d) => d.days).filter((d) => d !== undefined);
  return {
    ...(profiles && profileFigures(profiles.all, f, asOf, profiles.callId)),
    ...(months && wholeMonths?.length === f.shops.length && monthFigures(wholeMonths, months.callId)),
    ...(days && wholeDays?.length === f.shops.length && dayFigures(wholeDays, asOf, days.callId, profiles?.all)),
  };
}
