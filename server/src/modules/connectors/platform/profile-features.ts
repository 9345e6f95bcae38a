import { type CalendarDate, max, sum } from '@tallystick/kernel';
import { count, monthsBetween } from '../caller/numbers.ts';
import type { Facts } from '../caller/source.ts';
import type { CallId, FeatureValue } from '../types.ts';
import type { PLATFORM_FEATURES, PlatformFigures } from './features.ts';
import type { ShopProfile } from './parse.ts';

type Name = keyof typeof PLATFORM_FEATURES;
type Picks<T> = Partial<Record<Name, (s: ShopProfile) => T | null | undefined>>;

// Where shops differ the weaker counts, by the sense of each figure.
const LEAST: Picks<number> = {
  experience_star: (s) => s.star,
  dsr_description: (s) => s.scores?.description,
  dsr_service: (s) => s.scores?.service,
  dsr_logistics: (s) => s.scores?.logistics,
  owner_account_age_m: (s) => s.owner_account?.age_months,
  loan_repay_hist: (s) => s.owner_account?.loan_repay_streak,
};
const MOST: Picks<number> = {
  shop_level: (s) => s.level,
  inventory_days: (s) => s.inventory?.inventory_days,
  settle_cycle_days: (s) => s.settlement?.cycle_days,
  multi_shop_count: (s) => s.multi_shop_count,
  same_address_shops: (s) => s.same_address_shops,
  cross_platform_count: (s) => s.cross_platform_count,
  review_reply_time: (s) => s.review_reply_hours,
};
const ADDED: Picks<number> = {
  violation_points: (s) => s.violation_points_12m,
  sku_count: (s) => s.sku?.listed,
  active_sku: (s) => s.sku?.active,
  favourites: (s) => s.buyers?.followers,
};
const ADDED_MONEY: Picks<bigint> = {
  unshipped_amount: (s) => s.unshipped_amount,
  receivable_platform: (s) => s.unsettled_amount,
  payment_flow_12m: (s) => s.payment_flow_12m,
};
const LARGEST_SHARE: Picks<bigint> = { top3_sku_share: (s) => s.sku?.top3_sku_share, customer_region_hhi: (s) => s.buyers?.region_hhi };
const FIRST: Picks<string> = { category: (s) => s.category, category_outlook: (s) => s.category_outlook };

/** What shop profiles say of the business as a whole. A block that one shop's answer lacks gives no figure. */
export function profileFigures(shops: readonly ShopProfile[], f: Facts, asOf: CalendarDate, callId: CallId): PlatformFigures {
  const told = <T>(pick: (s: ShopProfile) => T | null | undefined, join: (values: T[]) => FeatureValue) => {
    const values = shops.map(pick).filter((v) => v !== undefined && v !== null);
    return { value: values.length === shops.length ? join(values) : null, why: 'block_missing', callId };
  };
  const each = <T>(picks: Picks<T>, join: (values: T[]) => FeatureValue): PlatformFigures =>
    Object.fromEntries(Object.entries(picks).map(([name, pick]) => [name, told(pick, join)]));
  return {
    ...each(LEAST, (v) => Math.min(...v)),
    ...each(MOST, (v) => Math.max(...v)),
    ...each(ADDED, (v) => count(v, (n) => n)),
    ...each(ADDED_MONEY, sum),
    ...each(LARGEST_SHARE, (v) => max(v[0] ?? 0n, ...v)),
    ...each(FIRST, (v) => v[0] ?? ''),
    shop_age_m: told(
      (s) => s.open_date,
      (v) => monthsBetween(v.sort()[0] ?? asOf, asOf),
    ),
    shop_status: told(
      (s) => s.status,
      (v) => v.find((status) => status !== '营业') ?? '营业',
    ),
    deposit_status: told(
      (s) => s.deposit?.status,
      (v) => (v.includes('short') ? 'short' : 'paid'),
    ),
    violation_grave: told(
      (s) => s.violation_grave,
      (v) => v.includes(true),
    ),
    settle_account_match: told(
      (s) => s.settlement?.account_match,
      (v) => !v.includes(false),
    ),
    shop_owner_match: told(
      (s) => ownedBy(s, f),
      (v) => !v.includes(false),
    ),
  };
}
/** The platform's owner of a shop is the customer or the customer's firm; undefined when the answer lacks the owner. */
export const ownedBy = (s: ShopProfile, f: Pick<Facts, 'idNo' | 'uscc'>): boolean | undefined =>
  s.owner_id === undefined ? undefined : s.owner_id === f.idNo || (s.owner_uscc != null && s.owner_uscc === f.uscc);
