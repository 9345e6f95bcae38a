import { type CalendarDate, type EpochDay, endOfMonth, fromEpochDay, parseDate, toEpochDay } from '@tallystick/kernel';
import { BadQuery, type Query } from '../envelope.ts';
import { dayOfMonth, monthIndex, monthText, ratio, yuan } from '../people/figures.ts';
import { type DayFacts, dayFacts, MONEY_FIELDS, scoreOn, sumFacts } from './daily-facts.ts';
import type { ShopModel } from './shop-model.ts';

export const DAYS_MAX = 800;
const MONTHS = 24;
const mean = (total: number, count: number): string | null => (count === 0 ? null : (total / count).toFixed(1));

/** Facts as they go out: money as decimal strings, the hour totals as means. */
function outward(f: DayFacts): Record<string, unknown> {
  const { delivery_hours_total, refund_hours_total, ...rest } = f;
  const out: Record<string, unknown> = {
    ...rest,
    delivery_hours: mean(delivery_hours_total, f.shipped),
    refund_hours: mean(refund_hours_total, f.refund_orders),
  };
  for (const field of MONEY_FIELDS) out[field] = yuan(f[field]);
  return out;
}

const dateIn = (query: Query, field: string): CalendarDate => {
  const date = parseDate(String(query.body[field]));
  if (date === undefined) throw new BadQuery(`${field}: must be a date that exists, YYYY-MM-DD`);
  return date;
};

/** Daily facts from `from` to `to`; days before the opening and from `as_of` on do not exist. */
export function shopDaily(m: ShopModel, query: Query): unknown {
  const [from, to] = [toEpochDay(dateIn(query, 'from')), toEpochDay(dateIn(query, 'to'))];
  if (to < from || to - from >= DAYS_MAX) throw new BadQuery(`from, to: 1 to ${DAYS_MAX} days`);
  const last = Math.min(to, toEpochDay(query.asOf) - 1);
  const days = [];
  for (let day: EpochDay = Math.max(from, toEpochDay(m.openDate)); day <= last; day += 1)
    days.push({ date: fromEpochDay(day), ...outward(dayFacts(m, day)) });
  return { shop_id: m.shopId, currency: 'CNY', days };
}

/** The last 24 closed months with the rates merchant features are made of; `missing_months` counts those before the opening. */
export function shopMonthly(m: ShopModel, query: Query): unknown {
  const last = monthIndex(query.asOf) - 1;
  const first = Math.max(last - MONTHS + 1, monthIndex(m.openDate));
  const months = [];
  for (let month = first; month <= last; month += 1) months.push(monthRow(m, month));
  return { shop_id: m.shopId, currency: 'CNY', missing_months: MONTHS - months.length, months };
}

/** Closed months of a shop do not change, so each is added up once. */
const monthsOf = new WeakMap<ShopModel, Map<number, Record<string, unknown>>>();
function monthRow(m: ShopModel, month: number): Record<string, unknown> {
  const known = monthsOf.get(m) ?? new Map<number, Record<string, unknown>>();
  monthsOf.set(m, known);
  const row = known.get(month) ?? addedUp(m, month);
  known.set(month, row);
  return row;
}
function addedUp(m: ShopModel, month: number): Record<string, unknown> {
  const start = dayOfMonth(month, 1);
  const end = toEpochDay(endOfMonth(start));
  const f = sumFacts(m, toEpochDay(start), end);
  return { month: monthText(month), ...outward(f), ...rates(f), scores: scores(m, end) };
}

/** The rates of a span of days. */
export const rates = (f: DayFacts): Record<string, string | null> => ({
  avg_order_value: f.orders === 0 ? null : yuan(f.gmv / f.orders),
  repeat_buyer_rate: ratio(f.returning_buyers, f.buyers),
  conversion_rate: ratio(f.buyers, f.visitors),
  refund_rate: ratio(f.refund_orders, f.orders),
  refund_amount_rate: ratio(f.refund_amount, f.gmv),
  quality_refund_rate: ratio(f.quality_refunds, f.orders),
  dispute_refund_rate: ratio(f.disputes, f.orders),
  platform_intervention_rate: ratio(f.interventions, f.orders),
  complaint_rate: ratio(f.complaints, f.orders),
  on_time_ship_rate: ratio(f.on_time, f.shipped),
  sign_rate: ratio(f.signed, f.shipped),
  logistics_trace_match: ratio(f.traced, f.shipped),
  bad_review_rate: ratio(f.bad_reviews, f.rated),
  ad_spend_ratio: ratio(f.ad_spend, f.gmv),
  platform_fee_ratio: ratio(f.fee, f.gmv),
  gross_margin_est: ratio(f.gmv - f.purchases, f.gmv),
  brush_suspect_rate: ratio(f.brush_orders, f.orders),
  live_share: ratio(f.live_gmv, f.gmv),
  promo_share: ratio(f.promo_gmv, f.gmv),
});

export const scores = (m: ShopModel, day: EpochDay) => ({
  description: scoreOn(m, day, 0).toFixed(2),
  service: scoreOn(m, day, 1).toFixed(2),
  logistics: scoreOn(m, day, 2).toFixed(2),
});
