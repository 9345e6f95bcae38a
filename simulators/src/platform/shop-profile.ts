import { type CalendarDate, daysBetween, type EpochDay, fromEpochDay, toEpochDay } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { draw, noise } from '../people/draw.ts';
import { monthIndex, ratio, reached, yuan } from '../people/figures.ts';
import { type DayFacts, refundShareOn, settledOn, sumFacts } from './daily-facts.ts';
import { rates, scores } from './shop-answers.ts';
import type { ShopModel } from './shop-model.ts';

const INDUSTRY = {
  scores: { description: '4.78', service: '4.77', logistics: '4.76' },
  refund_rate: '0.0550',
  quality_refund_rate: '0.0090',
  dispute_refund_rate: '0.0010',
  bad_review_rate: '0.0250',
};

/** The state of a shop at `as_of`: who owns it, how the platform judges it, its goods, money and contacts (handbook 6.7). Windows end the day before. */
export function shopProfile(seed: string, m: ShopModel, siblings: readonly string[], { asOf }: Query): unknown {
  const today = toEpochDay(asOf);
  const yesterday = today - 1;
  const last30 = sumFacts(m, today - 30, yesterday);
  const d = draw(`${seed}:shop-profile:${m.shopId}`);
  const closed = reached(m.events.closedFrom, asOf);
  const punished = reached(m.events.punishedFrom, asOf);
  const penalties = penaltyList(m, asOf);
  const months = monthIndex(asOf) - monthIndex(m.openDate) - (asOf.slice(8) < m.openDate.slice(8) ? 1 : 0);
  return {
    shop_id: m.shopId,
    platform: m.platform,
    shop_name: m.name,
    status: closed ? '停业' : punished && daysBetween(m.events.punishedFrom ?? asOf, asOf) < 60 ? '限流' : '营业',
    status_date: closed ? m.events.closedFrom : m.openDate,
    owner_id: m.owner.idNo,
    owner_name: m.owner.name,
    owner_uscc: m.ownerUscc,
    owner_account: { age_months: months + d.int(2, 40), stable: true, loan_repay_streak: d.int(0, 24) },
    open_date: m.openDate,
    shop_age_months: months,
    level: Math.min(20, 1 + Math.floor(Math.log2(1 + last30.orders)) + Math.floor(months / 12)),
    category: m.category,
    category_outlook: d.weighted({ green: 6, amber: 3, red: 1 }),
    deposit: deposit(m, asOf),
    star: (scoresMean(m, yesterday) - (punished ? 0.5 : 0)).toFixed(1),
    star_change_30d: (scoresMean(m, yesterday) - scoresMean(m, yesterday - 30)).toFixed(1),
    scores: scores(m, yesterday),
    scores_30d_ago: scores(m, yesterday - 30),
    industry: INDUSTRY,
    penalties,
    violation_points_12m: penalties.filter((p) => daysBetween(p.date, asOf) <= 365).reduce((sum, p) => sum + p.points, 0),
    violation_grave: penalties.some((p) => p.grave),
    last_30d: { gmv: yuan(last30.gmv), orders: last30.orders, ...rates(last30) },
    sku: goods(m, last30, asOf),
    inventory: inventory(m, last30, today),
    settlement: settlement(m, asOf),
    settlements: settlementList(m, asOf),
    unsettled_amount: yuan(net(sumFacts(m, today - m.settleDays, yesterday))),
    unshipped_amount: yuan(sumFacts(m, today - 2, yesterday).gmv * 0.55),
    buyers: {
      region_hhi: (0.05 + 0.12 * d.next()).toFixed(4),
      followers: d.int(200, 60_000),
      followers_change_30d: Math.round(last30.orders * 0.2) - d.int(0, 30),
    },
    brush: {
      suspect_rate_30d: ratio(last30.brush_orders, last30.orders),
      device_clusters: m.kind === 'brushing' ? d.int(3, 9) : 0,
      suspected_amount_30d: yuan(last30.brush_amount),
    },
    review_reply_hours: (4 + 30 * d.next()).toFixed(1),
    refund_rate_today: refundShareOn(m, yesterday).toFixed(4),
    shops_same_owner: siblings,
    multi_shop_count: siblings.length,
    same_address_shops: m.kind === 'brushing' ? d.int(3, 8) : d.int(1, 2),
    cross_platform_count: d.pick([1, 1, 1, 1, 1, 1, 2, 2, 2, 3]),
    payment_flow_12m: yuan(settledInYear(m, yesterday)),
  };
}

const net = (f: DayFacts): number => f.gmv - f.refund_amount - f.fee;
const scoresMean = (m: ShopModel, day: number): number => {
  const s = scores(m, day);
  return (Number(s.description) + Number(s.service) + Number(s.logistics)) / 3;
};

const deposit = (m: ShopModel, asOf: CalendarDate) => {
  const required = 100_000 * (1 + Math.floor(noise(m.stream + 50, 0) * 10));
  const short = reached(m.events.depositShortFrom, asOf);
  return {
    required: yuan(required),
    paid: yuan(short ? required * 0.4 : required),
    status: short ? 'short' : 'paid',
    short_since: short ? m.events.depositShortFrom : null,
  };
};

/** Small breaches come by quarter; the grave ones by what happened to the shop. Two years are shown. */
function penaltyList(m: ShopModel, asOf: CalendarDate) {
  const out: { code: string; title: string; points: number; grave: boolean; date: CalendarDate }[] = [];
  const quarter = Math.floor(toEpochDay(asOf) / 91);
  for (let q = quarter - 8; q <= quarter; q += 1)
    if (noise(m.stream + 60, q) < 0.07)
      out.push({ code: 'G11', title: '延迟发货', points: 2, grave: false, date: fromEpochDay(q * 91 + Math.floor(noise(m.stream + 61, q) * 91)) });
  if (m.kind === 'brushing')
    for (let q = quarter - 3; q <= quarter; q += 1)
      out.push({ code: 'B07', title: '虚假交易', points: 6, grave: true, date: fromEpochDay(q * 91 - 10) });
  if (m.events.punishedFrom !== undefined) out.push({ code: 'A02', title: '出售假冒商品', points: 24, grave: true, date: m.events.punishedFrom });
  return out.filter((p) => p.date < asOf && p.date >= m.openDate).sort((a, b) => (a.date < b.date ? 1 : -1));
}

function goods(m: ShopModel, last30: DayFacts, asOf: CalendarDate) {
  const listed = 20 + Math.floor(noise(m.stream + 70, 0) * 400);
  const now = last30.orders === 0 || reached(m.events.closedFrom, asOf) ? 0 : Math.round(listed * (0.5 + 0.3 * noise(m.stream + 71, 0)));
  const first = 0.1 + 0.25 * noise(m.stream + 72, 0);
  const top = [first, first * 0.6, first * 0.4, first * 0.3, first * 0.2];
  return {
    listed,
    active: now,
    active_30d_ago: Math.round(listed * (0.5 + 0.3 * noise(m.stream + 71, 0))),
    top: top.map((s, i) => ({
      sku: `${m.shopId}-${i + 1}`,
      title: `${m.category}样品${i + 1}`,
      gmv_share: s.toFixed(4),
      status: now === 0 ? '下架' : '在售',
    })),
    top3_sku_share: (first * 2).toFixed(4),
  };
}

function inventory(m: ShopModel, last30: DayFacts, today: number) {
  const cost = last30.gmv * 0.62;
  const days = 20 + 40 * noise(m.stream + 80, Math.floor(today / 30));
  return { stock_cost: yuan((cost / 30) * days), inventory_days: cost === 0 ? null : days.toFixed(1) };
}

function settlement(m: ShopModel, asOf: CalendarDate) {
  const changed = reached(m.events.settlementChangedOn, asOf);
  return {
    account_tail: changed ? '0009' : m.payAccount.slice(-4),
    account_name: changed ? '他人样例账户' : m.owner.name,
    account_match: !changed,
    changed_on: changed ? m.events.settlementChangedOn : null,
    cycle_days: m.settleDays,
  };
}

function settledInYear(m: ShopModel, last: EpochDay): number {
  let sum = 0;
  for (let day = last - 364; day <= last; day += 1) sum += settledOn(m, day);
  return sum;
}

/** Payouts of the last 90 days; days without a payout are left out. */
function settlementList(m: ShopModel, asOf: CalendarDate) {
  const today = toEpochDay(asOf);
  const rows = [];
  for (let day = Math.max(today - 90, toEpochDay(m.openDate)); day < today; day += 1) {
    const settled = settledOn(m, day);
    const date = fromEpochDay(day);
    if (settled !== 0) rows.push({ date, amount: yuan(settled), account_tail: settlement(m, date).account_tail, status: '已到账' });
  }
  return rows;
}
