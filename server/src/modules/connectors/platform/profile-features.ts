import { type CalendarDate, max, sum } from '@tallystick/kernel';
import { count, monthsBetween, total } from '../caller/numbers.ts';
import type { Facts } from '../caller/source.ts';
import type { CallId } from '../types.ts';
import type { PlatformFigures } from './features.ts';
import type { ShopProfile } from './parse.ts';

/** What shop profiles say. Where shops differ the weaker counts: lowest score, worst status, shortest age. Undefined blocks give no figure. */
export function profileFigures(shops: readonly ShopProfile[], f: Facts, asOf: CalendarDate, callId: CallId): PlatformFigures {
  const all = <T>(pick: (s: ShopProfile) => T | undefined): T[] | undefined => {
    const values = shops.map(pick).filter((v) => v !== undefined);
    return values.length === shops.length ? values : undefined;
  };
  const told = <T, V extends string | number | bigint | boolean>(values: T[] | undefined, join: (values: T[]) => V | null) => ({
    value: values === undefined ? null : join(values),
    why: 'block_missing',
    callId,
  });
  const least = (values: number[]) => Math.min(...values);
  const most = (values: number[]) => Math.max(...values);
  const some = (values: boolean[]) => values.includes(true);
  const every = (values: boolean[]) => !values.includes(false);
  const main = (values: string[]) => values[0] ?? null;
  return {
    shop_age_m: told(
      all((s) => s.open_date),
      (v) => monthsBetween(v.sort()[0] ?? asOf, asOf),
    ),
    shop_level: told(
      all((s) => s.level),
      most,
    ),
    shop_status: told(
      all((s) => s.status),
      (v) => v.find((s) => s !== '营业') ?? '营业',
    ),
    category: told(
      all((s) => s.category),
      main,
    ),
    category_outlook: told(
      all((s) => s.category_outlook),
      main,
    ),
    deposit_status: told(
      all((s) => s.deposit),
      (v) => (v.some((d) => d.status === 'short') ? 'short' : 'paid'),
    ),
    experience_star: told(
      all((s) => s.star),
      least,
    ),
    dsr_description: told(
      all((s) => s.scores?.description),
      least,
    ),
    dsr_service: told(
      all((s) => s.scores?.service),
      least,
    ),
    dsr_logistics: told(
      all((s) => s.scores?.logistics),
      least,
    ),
    violation_points: told(
      all((s) => s.violation_points_12m),
      (v) => count(v, (n) => n),
    ),
    violation_grave: told(
      all((s) => s.violation_grave),
      some,
    ),
    sku_count: told(
      all((s) => s.sku),
      (v) => count(v, (k) => k.listed),
    ),
    active_sku: told(
      all((s) => s.sku),
      (v) => count(v, (k) => k.active),
    ),
    top3_sku_share: told(
      all((s) => s.sku?.top3_sku_share),
      (v) => max(v[0] ?? 0n, ...v),
    ),
    inventory_days: told(
      all((s) => s.inventory?.inventory_days ?? undefined),
      most,
    ),
    settle_cycle_days: told(
      all((s) => s.settlement?.cycle_days),
      most,
    ),
    settle_account_match: told(
      all((s) => s.settlement?.account_match),
      every,
    ),
    unshipped_amount: told(
      all((s) => s.unshipped_amount),
      sum,
    ),
    receivable_platform: told(
      all((s) => s.unsettled_amount),
      sum,
    ),
    owner_account_age_m: told(
      all((s) => s.owner_account?.age_months),
      least,
    ),
    loan_repay_hist: told(
      all((s) => s.owner_account?.loan_repay_streak),
      least,
    ),
    multi_shop_count: told(
      all((s) => s.multi_shop_count),
      most,
    ),
    same_address_shops: told(
      all((s) => s.same_address_shops),
      most,
    ),
    cross_platform_count: told(
      all((s) => s.cross_platform_count),
      most,
    ),
    customer_region_hhi: told(
      all((s) => s.buyers?.region_hhi),
      (v) => max(v[0] ?? 0n, ...v),
    ),
    favourites: told(
      all((s) => s.buyers?.followers),
      (v) => count(v, (n) => n),
    ),
    review_reply_time: told(
      all((s) => s.review_reply_hours),
      most,
    ),
    payment_flow_12m: told(
      all((s) => s.payment_flow_12m),
      (v) => total(v, (n) => n),
    ),
    shop_owner_match: told(
      all((s) => ownedBy(s, f)),
      every,
    ),
  };
}
/** The platform's owner of a shop is the customer or the customer's firm; undefined when the answer lacks the owner. */
export const ownedBy = (s: ShopProfile, f: Pick<Facts, 'idNo' | 'uscc'>): boolean | undefined =>
  s.owner_id === undefined ? undefined : s.owner_id === f.idNo || (s.owner_uscc != null && s.owner_uscc === f.uscc);
