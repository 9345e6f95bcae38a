import { changePpm, coefficientOfVariationPpm, ratioPpm } from '@tallystick/engines/rating';
import { addDays, type CalendarDate, divRound } from '@tallystick/kernel';
import { count, lastDays, total, windowOf } from '../caller/numbers.ts';
import type { CallId } from '../types.ts';
import type { PlatformFigures } from './features.ts';
import type { Day, Month, ShopProfile } from './parse.ts';

const share = (part: number, of: number): bigint | null => ratioPpm(BigInt(part), BigInt(of));

/** Twelve and twenty-four closed months, all shops added month by month. Amounts a shop did not live through are not there. */
export function monthFigures(shops: readonly (readonly Month[])[], callId: CallId): PlatformFigures {
  const rows = shops.flat();
  const names = [...new Set(rows.map((m) => m.month))].sort();
  const gmvOf = (months: readonly string[]): bigint[] =>
    months.map((name) =>
      total(
        rows.filter((m) => m.month === name),
        (m) => m.gmv,
      ),
    );
  const last = names.slice(-12);
  const year = rows.filter((m) => last.includes(m.month));
  const gmv = total(year, (m) => m.gmv);
  const window = windowOf(last[0] ?? '', last.at(-1) ?? '');
  const [quarter, yearAgo] = [names.slice(-3), names.slice(-15, -12)];
  const told = (value: bigint | number | null, why = 'no_sales') => ({ value, why, window, callId });
  return {
    gmv_12m: told(gmv),
    order_count_12m: told(count(year, (m) => m.orders)),
    // GMV less refunds and suspected fake orders, never below zero (section 5, row 2).
    net_sales_12m: told(positive(gmv - total(year, (m) => m.refund_amount) - total(year, (m) => m.brush_amount))),
    gmv_yoy: {
      ...told(yearAgo.length === 3 ? changePpm(sumOf(gmvOf(quarter)), sumOf(gmvOf(yearAgo))) : null, 'under_15_months'),
      window: windowOf(quarter[0] ?? '', quarter.at(-1) ?? ''),
    },
    gmv_volatility: told(last.length === 12 ? coefficientOfVariationPpm(gmvOf(last)) : null, 'under_12_months'),
    peak_dependence: told(
      ratioPpm(
        total(year, (m) => m.promo_gmv),
        gmv,
      ),
    ),
    live_share: told(
      ratioPpm(
        total(year, (m) => m.live_gmv),
        gmv,
      ),
    ),
    gross_margin_est: told(ratioPpm(gmv - total(year, (m) => m.purchases), gmv)),
    ad_spend_ratio: told(
      ratioPpm(
        total(year, (m) => m.ad_spend),
        gmv,
      ),
    ),
    platform_fee_ratio: told(
      ratioPpm(
        total(year, (m) => m.fee),
        gmv,
      ),
    ),
    data_continuity: { value: names.length, window: windowOf(names[0] ?? '', names.at(-1) ?? ''), callId },
  };
}
const sumOf = (amounts: readonly bigint[]): bigint => total(amounts, (a) => a);
const positive = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** The last thirty and ninety days, and the T-37 to T-8 window in which refunds have had time to be decided. */
export function dayFigures(
  shops: readonly (readonly Day[])[],
  asOf: CalendarDate,
  callId: CallId,
  profiles?: readonly ShopProfile[],
): PlatformFigures {
  const rows = shops.flat();
  const between = (from: number, to: number): Day[] => rows.filter((d) => d.date >= addDays(asOf, -from) && d.date <= addDays(asOf, -to));
  const [month, quarter, before] = [between(30, 1), between(90, 1), between(180, 91)];
  const window = lastDays(asOf, 30);
  const told = (value: bigint | number | null, why = 'no_orders') => ({ value, why, window, callId });
  const quarterly = { window: lastDays(asOf, 90), callId };
  const orders = count(month, (d) => d.orders);
  const gmv = total(month, (d) => d.gmv);
  const hadBefore = before.some((d) => d.gmv > 0n);
  return {
    gmv_30d: told(gmv),
    gmv_90d: { value: total(quarter, (d) => d.gmv), ...quarterly },
    gmv_trend: {
      value: hadBefore
        ? changePpm(
            total(quarter, (d) => d.gmv),
            total(before, (d) => d.gmv),
          )
        : null,
      why: 'under_180_days',
      ...quarterly,
    },
    purchase_growth: {
      value: hadBefore
        ? changePpm(
            total(quarter, (d) => d.purchases),
            total(before, (d) => d.purchases),
          )
        : null,
      why: 'under_180_days',
      ...quarterly,
    },
    order_count_30d: told(orders),
    avg_order_value: told(orders === 0 ? null : divRound(gmv, BigInt(orders), 'half_even')),
    buyer_count_30d: told(count(month, (d) => d.buyers)),
    repeat_buyer_rate: told(
      share(
        count(month, (d) => d.returning_buyers),
        count(month, (d) => d.buyers),
      ),
    ),
    conversion_rate: told(
      share(
        count(month, (d) => d.buyers),
        count(month, (d) => d.visitors),
      ),
    ),
    settle_amount_30d: told(total(month, (d) => d.settled)),
    brush_suspect_rate: told(
      share(
        count(month, (d) => d.brush_orders),
        orders,
      ),
    ),
    ...serviceFigures(month, told),
    ...refundFigures(month, between(37, 8), asOf, callId, profiles),
  };
}

type Told = (value: bigint | number | null, why?: string) => { value: bigint | number | null; why: string; window: string; callId: CallId };
function serviceFigures(month: readonly Day[], told: Told): PlatformFigures {
  const shipped = count(month, (d) => d.shipped);
  const refunds = count(month, (d) => d.refund_orders);
  return {
    delivery_hours: told(
      mean(
        month,
        (d) => d.delivery_hours,
        (d) => d.shipped,
      ),
    ),
    avg_refund_hours: told(
      refunds === 0
        ? null
        : mean(
            month,
            (d) => d.refund_hours,
            (d) => d.refund_orders,
          ),
      'no_refunds',
    ),
    on_time_ship_rate: told(
      share(
        count(month, (d) => d.on_time),
        shipped,
      ),
    ),
    sign_rate: told(
      share(
        count(month, (d) => d.signed),
        shipped,
      ),
    ),
    logistics_trace_match: told(
      share(
        count(month, (d) => d.traced),
        shipped,
      ),
    ),
    bad_review_rate: told(
      share(
        count(month, (d) => d.bad_reviews),
        count(month, (d) => d.rated),
      ),
      'no_reviews',
    ),
    complaint_rate: told(
      share(
        count(month, (d) => d.complaints),
        count(month, (d) => d.orders),
      ),
    ),
    platform_intervention_rate: told(
      share(
        count(month, (d) => d.interventions),
        count(month, (d) => d.orders),
      ),
    ),
  };
}

/** Weighted mean in thousandths, cut; null when nothing was weighed. */
function mean(rows: readonly Day[], pick: (d: Day) => number | null, weight: (d: Day) => number): number | null {
  const known = rows.filter((d) => pick(d) !== null && weight(d) > 0);
  const weights = count(known, weight);
  return weights === 0 ? null : Math.floor(count(known, (d) => (pick(d) ?? 0) * weight(d)) / weights);
}

function refundFigures(
  month: readonly Day[],
  decided: readonly Day[],
  asOf: CalendarDate,
  callId: CallId,
  profiles?: readonly ShopProfile[],
): PlatformFigures {
  const orders = count(month, (d) => d.orders);
  const settledOrders = count(decided, (d) => d.orders);
  const disputes = share(
    count(decided, (d) => d.disputes),
    settledOrders,
  );
  const usual = profiles?.map((p) => p.industry?.dispute_refund_rate).find((r) => r !== undefined);
  const at = { window: lastDays(asOf, 30), why: 'no_orders', callId };
  const late = { window: windowOf(addDays(asOf, -37), addDays(asOf, -8)), why: 'no_orders', callId };
  return {
    refund_rate: {
      value: share(
        count(month, (d) => d.refund_orders),
        orders,
      ),
      ...at,
    },
    refund_amount_rate: {
      value: ratioPpm(
        total(month, (d) => d.refund_amount),
        total(month, (d) => d.gmv),
      ),
      ...at,
    },
    quality_refund_rate: {
      value: share(
        count(decided, (d) => d.quality_refunds),
        settledOrders,
      ),
      ...late,
    },
    dispute_refund_rate: { value: disputes, ...late },
    dispute_to_category: { value: disputes === null || usual === undefined ? null : ratioPpm(disputes, usual), ...late },
  };
}
