import { z } from 'zod';
import { zMilli, zRatio, zYuan } from '../caller/numbers.ts';

const zCount = z.number().int().min(0);
/** What a day and a month have in common. */
const facts = {
  visitors: zCount,
  buyers: zCount,
  returning_buyers: zCount,
  orders: zCount,
  gmv: zYuan,
  promo_gmv: zYuan,
  live_gmv: zYuan,
  refund_orders: zCount,
  refund_amount: zYuan,
  quality_refunds: zCount,
  disputes: zCount,
  interventions: zCount,
  complaints: zCount,
  shipped: zCount,
  on_time: zCount,
  signed: zCount,
  traced: zCount,
  delivery_hours: zMilli.nullable(),
  refund_hours: zMilli.nullable(),
  rated: zCount,
  bad_reviews: zCount,
  ad_spend: zYuan,
  fee: zYuan,
  purchases: zYuan,
  brush_orders: zCount,
  brush_amount: zYuan,
  settled: zYuan,
};
export const zDay = z.object({ date: z.iso.date(), ...facts });
export const zMonth = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), ...facts });
const zScores = z.object({ description: zMilli, service: zMilli, logistics: zMilli });
export const zShopProfile = z.object({
  shop_id: z.string(),
  platform: z.string(),
  shop_name: z.string(),
  status: z.string(),
  owner_id: z.string(),
  owner_uscc: z.string().nullable(),
  open_date: z.iso.date(),
  level: zCount,
  category: z.string(),
  category_outlook: z.string(),
  deposit: z.object({ status: z.enum(['paid', 'short']) }),
  star: zMilli,
  scores: zScores,
  industry: z.object({ refund_rate: zRatio, quality_refund_rate: zRatio, dispute_refund_rate: zRatio, bad_review_rate: zRatio }),
  violation_points_12m: zCount,
  violation_grave: z.boolean(),
  sku: z.object({ listed: zCount, active: zCount, top3_sku_share: zRatio }),
  inventory: z.object({ inventory_days: zMilli.nullable() }),
  settlement: z.object({ account_match: z.boolean(), cycle_days: zCount, changed_on: z.iso.date().nullable() }),
  unsettled_amount: zYuan,
  unshipped_amount: zYuan,
  buyers: z.object({ region_hhi: zRatio, followers: zCount }),
  brush: z.object({ suspect_rate_30d: zRatio.nullable() }),
  review_reply_hours: zMilli,
  multi_shop_count: zCount,
  same_address_shops: zCount,
  cross_platform_count: zCount,
  owner_account: z.object({ age_months: zCount, loan_repay_streak: zCount }),
  payment_flow_12m: zYuan,
});
export const zShopMonthly = z.object({ shop_id: z.string(), missing_months: zCount, months: z.array(zMonth).max(24) });
export const zShopDaily = z.object({ shop_id: z.string(), days: z.array(zDay).max(800) });
export const PLATFORM_SHAPES = { shop: zShopProfile, 'shop-monthly': zShopMonthly, 'shop-daily': zShopDaily };

export type Day = z.output<typeof zDay>;
export type Month = z.output<typeof zMonth>;
export type ShopProfile = Partial<z.output<typeof zShopProfile>>;
