import { type CalendarDate, type EpochDay, toEpochDay } from '@tallystick/kernel';
import { noise } from '../people/draw.ts';
import { market } from './season.ts';
import type { ShopModel } from './shop-model.ts';

/** One day of a shop: whole counts, money in fen. Refunds, shipping and ratings belong to the orders paid on that day. */
export type DayFacts = {
  visitors: number;
  buyers: number;
  returning_buyers: number;
  orders: number;
  gmv: number;
  promo_gmv: number;
  live_gmv: number;
  refund_orders: number;
  refund_amount: number;
  quality_refunds: number;
  disputes: number;
  interventions: number;
  complaints: number;
  shipped: number;
  on_time: number;
  signed: number;
  traced: number;
  delivery_hours_total: number;
  refund_hours_total: number;
  rated: number;
  bad_reviews: number;
  ad_spend: number;
  fee: number;
  purchases: number;
  brush_orders: number;
  brush_amount: number;
  settled: number;
};
export const MONEY_FIELDS = ['gmv', 'promo_gmv', 'live_gmv', 'refund_amount', 'ad_spend', 'fee', 'purchases', 'brush_amount', 'settled'] as const;

const share = (x: number): number => Math.max(0, Math.min(1, x));
const after = (from: CalendarDate | undefined, day: EpochDay): number => (from === undefined ? -1 : day - toEpochDay(from));

/** How far trade is down on a day by what happened to the shop: 1 is untouched, 0 is closed. */
function eventFactor(m: ShopModel, day: EpochDay): number {
  if (after(m.events.closedFrom, day) >= 0) return 0;
  const punished = after(m.events.punishedFrom, day);
  const fallen = after(m.events.fallFrom, day) >= 0 ? 1 - m.events.fallShare : 1;
  return fallen * (punished >= 0 && punished < 60 ? 0.6 : 1);
}

/** Refunded orders of all orders on a day: more where ratings are low, and after the rise that was set. */
export const refundShareOn = (m: ShopModel, day: EpochDay): number =>
  share(m.refundShare + (5 - m.review(day)) * 0.015 + (after(m.events.refundRiseFrom, day) >= 0 ? m.events.refundRise : 0));

/** A platform score of a day (4.00 to 4.95): a rating of 5 is 4.95, each point less costs 0.24; rising refunds and penalties cost too. */
export function scoreOn(m: ShopModel, day: EpochDay, part: 0 | 1 | 2): number {
  const risen = Math.min(30, Math.max(0, after(m.events.refundRiseFrom, day) + 1)) / 30;
  const punished = after(m.events.punishedFrom, day) >= 0 ? 0.08 : 0;
  const slow = part === 2 ? Math.max(0, m.shippingHours(day) - 48) / 900 : 0;
  return Math.max(
    3.5,
    4.95 - (5 - m.review(day)) * 0.24 - risen * m.events.refundRise * 2 - punished - slow + (noise(m.stream + 40 + part, 0) - 0.5) * 0.06,
  );
}

export const onTimeShare = (m: ShopModel, day: EpochDay): number => share(1.02 - m.shippingHours(day) / 420);

/** The trade of a day: orders and money, without what follows from them. */
function trade(m: ShopModel, day: EpochDay) {
  const season = market(day);
  const wanted = m.ordersPerDay(day) * (1 + (season.factor - 1) * m.seasonal) * eventFactor(m, day) * (0.8 + 0.4 * noise(m.stream, day));
  const orders = Math.floor(wanted + noise(m.stream + 1, day));
  const gmv = Math.round(orders * m.orderValue * (0.9 + 0.2 * noise(m.stream + 2, day)));
  const refundOrders = part(m, 3, day, orders, refundShareOn(m, day));
  const refund = orders === 0 ? 0 : Math.round((gmv * refundOrders) / orders);
  const fee = Math.round(gmv * (0.01 + 0.04 * noise(m.stream + 4, 0)));
  return { orders, gmv, refundOrders, refund, fee, promotion: season.promotion };
}

/** A share of a count as a whole number; the fraction decides by chance, so that small shops have rare events and not none. */
const part = (m: ShopModel, stream: number, day: EpochDay, of: number, by: number): number =>
  Math.min(of, Math.floor(of * by + noise(m.stream + stream, day)));

/** What the platform pays out on a day: the trade of some days before, less refunds and fees. */
export function settledOn(m: ShopModel, day: EpochDay): number {
  if (day - m.settleDays < toEpochDay(m.openDate)) return 0;
  const { gmv, refund, fee } = trade(m, day - m.settleDays);
  return gmv - refund - fee;
}

/** The facts of one day. A day outside the life of the shop has none: ask only from its opening on. */
export function dayFacts(m: ShopModel, day: EpochDay): DayFacts {
  const t = trade(m, day);
  const buyers = Math.max(Math.min(1, t.orders), Math.floor(t.orders * (0.88 + 0.07 * noise(m.stream + 5, day))));
  const shipped = part(m, 6, day, t.orders, 0.992);
  const rated = part(m, 7, day, t.orders, 0.4);
  const brush = part(m, 8, day, t.orders, m.brushShare);
  const fixed = (stream: number, low: number, high: number) => low + (high - low) * noise(m.stream + stream, 0);
  return {
    visitors: Math.round(buyers / fixed(20, 0.02, 0.06)) + Math.floor(noise(m.stream + 9, day) * 20),
    buyers,
    returning_buyers: part(m, 10, day, buyers, fixed(21, 0.12, 0.4)),
    orders: t.orders,
    gmv: t.gmv,
    promo_gmv: t.promotion ? t.gmv : 0,
    live_gmv: Math.round(t.gmv * Math.max(0, fixed(22, -0.3, 0.6))),
    refund_orders: t.refundOrders,
    refund_amount: t.refund,
    quality_refunds: part(m, 11, day, t.refundOrders, 0.16 + (after(m.events.refundRiseFrom, day) >= 0 ? 0.3 : 0)),
    disputes: part(m, 12, day, t.refundOrders, 0.02),
    interventions: part(m, 13, day, t.refundOrders, 0.03),
    complaints: part(m, 14, day, t.orders, 0.002 + (5 - m.review(day)) * 0.002),
    shipped,
    on_time: part(m, 15, day, shipped, onTimeShare(m, day)),
    signed: part(m, 16, day, shipped, 0.985),
    traced: part(m, 17, day, shipped, m.kind === 'brushing' ? 0.82 : 0.995),
    delivery_hours_total: Math.round(shipped * m.shippingHours(day) * (0.85 + 0.3 * noise(m.stream + 18, day))),
    refund_hours_total: Math.round(t.refundOrders * fixed(23, 12, 60)),
    rated,
    bad_reviews: part(m, 19, day, rated, Math.max(0.004, (5 - m.review(day)) * 0.03)),
    ad_spend: Math.round(t.gmv * fixed(24, 0.02, 0.14)),
    fee: t.fee,
    purchases: Math.round(t.gmv * fixed(25, 0.52, 0.74) * (0.7 + 0.6 * noise(m.stream + 26, Math.floor(day / 30)))),
    brush_orders: brush,
    brush_amount: t.orders === 0 ? 0 : Math.round((t.gmv * brush) / t.orders / 2),
    settled: settledOn(m, day),
  };
}

const ZERO: DayFacts = {
  visitors: 0,
  buyers: 0,
  returning_buyers: 0,
  orders: 0,
  gmv: 0,
  promo_gmv: 0,
  live_gmv: 0,
  refund_orders: 0,
  refund_amount: 0,
  quality_refunds: 0,
  disputes: 0,
  interventions: 0,
  complaints: 0,
  shipped: 0,
  on_time: 0,
  signed: 0,
  traced: 0,
  delivery_hours_total: 0,
  refund_hours_total: 0,
  rated: 0,
  bad_reviews: 0,
  ad_spend: 0,
  fee: 0,
  purchases: 0,
  brush_orders: 0,
  brush_amount: 0,
  settled: 0,
};
const FACTS = Object.keys(ZERO) as (keyof DayFacts)[];

/** Sums of the days from `first` to `last`, both included; days before the opening count nothing. */
export function sumFacts(m: ShopModel, first: EpochDay, last: EpochDay): DayFacts {
  const total = { ...ZERO };
  for (let day = Math.max(first, toEpochDay(m.openDate)); day <= last; day += 1) {
    const facts = dayFacts(m, day);
    for (const field of FACTS) total[field] += facts[field];
  }
  return total;
}
