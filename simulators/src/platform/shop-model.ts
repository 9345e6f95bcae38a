import { addDays, type CalendarDate, type EpochDay, toEpochDay } from '@tallystick/kernel';
import { fenOf, type Overrides, type SHOP_CASES } from '../overrides.ts';
import { draw, hash32 } from '../people/draw.ts';
import { enterprise, type Person, person, personByIdNo, shop, shopNumber } from '../people/people.ts';
import { baseMonthlyGmv } from './shop-size.ts';

export type ShopCase = (typeof SHOP_CASES)[number];

/** How a shop does business; everything a day's facts are computed from. Money is fen, shares are 0 to 1. */
export type ShopModel = {
  readonly shopId: string;
  readonly platform: string;
  readonly name: string;
  readonly owner: Pick<Person, 'name' | 'idNo'>;
  readonly ownerUscc: string | null;
  readonly payAccount: string;
  readonly category: string;
  readonly openDate: CalendarDate;
  readonly kind: ShopCase;
  readonly stream: number;
  /** Orders expected on an ordinary day, before season, promotions and events. */
  readonly ordersPerDay: (day: EpochDay) => number;
  /** Mean rating 1 to 5, and hours from payment to shipping. */
  readonly review: (day: EpochDay) => number;
  readonly shippingHours: (day: EpochDay) => number;
  /** How much the seasons and promotions move this shop: 0 not at all, 1 as the market. */
  readonly seasonal: number;
  readonly orderValue: number;
  readonly refundShare: number;
  readonly brushShare: number;
  readonly settleDays: number;
  readonly events: ShopEvents;
};
export type ShopEvents = {
  readonly fallFrom: CalendarDate | undefined;
  readonly fallShare: number;
  readonly refundRiseFrom: CalendarDate | undefined;
  readonly refundRise: number;
  readonly punishedFrom: CalendarDate | undefined;
  readonly closedFrom: CalendarDate | undefined;
  readonly settlementChangedOn: CalendarDate | undefined;
  readonly depositShortFrom: CalendarDate | undefined;
};

const SHARES: Record<ShopCase, number> = { growing: 22, steady: 50, falling: 10, brushing: 3, punished: 3, closed: 2, new: 10 };
const CATEGORIES = ['家居日用', '母婴用品', '女装', '休闲食品', '五金工具', '美妆护肤', '宠物用品', '数码配件', '茶叶', '箱包'];
/** Change per year of the usual turnover, by case. */
const GROWTH: Record<ShopCase, number> = { growing: 1.45, steady: 1.05, falling: 0.5, brushing: 1.6, punished: 1.05, closed: 0.9, new: 1.8 };
const REFERENCE_DAY = toEpochDay('2026-01-01');

/** The events of a shop. A case set without a date happened shortly before the day of the question; drawn events have fixed dates. */
function events(seed: string, shopId: string, kind: ShopCase, set: Overrides['platform'], asOf: CalendarDate): ShopEvents {
  const d = draw(`${seed}:shop-events:${shopId}`);
  const date = set?.case === undefined ? addDays('2026-02-01', d.int(0, 260)) : addDays(asOf, -15);
  return {
    fallFrom: set?.fall_from,
    fallShare: (set?.fall_pct ?? 40) / 100,
    refundRiseFrom: set?.refund_rise_from,
    refundRise: (set?.refund_rise_pp ?? 5) / 100,
    punishedFrom: set?.punished_from ?? (kind === 'punished' ? date : undefined),
    closedFrom: set?.closed_from ?? (kind === 'closed' ? date : undefined),
    settlementChangedOn: set?.settlement_changed_on,
    depositShortFrom: set?.deposit_short_from,
  };
}

/** Facts of a shop that do not come from its hash but from somewhere else: a number of a row, an owner. */
export type Given = {
  readonly n: number;
  readonly kind?: ShopCase;
  readonly monthlyGmv?: number;
  readonly openDate?: CalendarDate;
  readonly category?: string;
  readonly seasonal?: number;
  readonly curves?: Pick<ShopModel, 'ordersPerDay' | 'review' | 'shippingHours'>;
};

/** What the hash of a shop says. Drawn in one go, so that setting one fact does not move another. */
function drawnFacts(seed: string, shopId: string) {
  const d = draw(`${seed}:shop:${shopId}`);
  return {
    kind: d.weighted(SHARES),
    orderValue: d.int(40, 260) * 100,
    openDate: addDays('2016-01-01', d.int(0, 2700)),
    openDateWhenNew: addDays('2025-10-01', d.int(0, 300)),
    growth: 0.92 + 0.16 * d.next(),
    review: 3.9 + d.next(),
    shippingHours: 16 + 34 * d.next(),
    category: d.pick(CATEGORIES),
    seasonal: 0.5 + 0.6 * d.next(),
    refundShare: 0.02 + 0.05 * d.next(),
    brush: d.next(),
    settleDays: d.int(7, 14),
  };
}

/** The model of a shop at a day. What was set about the shop comes before what is given, and that before the draw. */
export function shopModel(seed: string, shopId: string, given: Given, set: Overrides['platform'], asOf: CalendarDate): ShopModel {
  const drawn = drawnFacts(seed, shopId);
  const kind = set?.case ?? given.kind ?? drawn.kind;
  const base = shop(given.n);
  const owner = person(given.n);
  const monthly = set?.monthly_gmv === undefined ? (given.monthlyGmv ?? baseMonthlyGmv(seed, shopId)) : fenOf(set.monthly_gmv);
  const opened = kind !== 'new' ? drawn.openDate : set?.case === 'new' ? addDays(asOf, -120) : drawn.openDateWhenNew;
  const ordinary = drawnCurves(kind, monthly / 30.4 / drawn.orderValue, GROWTH[kind] * drawn.growth, drawn.review, drawn.shippingHours);
  const ownerId = set?.owner_id ?? owner.idNo;
  return {
    shopId,
    platform: base.platform,
    name: set?.shop_name ?? base.name,
    owner: { idNo: ownerId, name: set?.owner_name ?? personByIdNo(ownerId)?.name ?? owner.name },
    ownerUscc: set?.owner_uscc ?? (set?.owner_id === undefined ? enterprise(given.n).uscc : null),
    payAccount: personByIdNo(ownerId)?.card ?? owner.card,
    category: set?.category ?? given.category ?? drawn.category,
    openDate: set?.open_date ?? given.openDate ?? opened,
    kind,
    stream: hash32(`${seed}:shop-days:${shopId}`),
    seasonal: given.seasonal ?? drawn.seasonal,
    orderValue: drawn.orderValue,
    refundShare: drawn.refundShare,
    brushShare: kind === 'brushing' ? 0.12 + 0.14 * drawn.brush : 0.004 * drawn.brush,
    settleDays: drawn.settleDays,
    events: events(seed, shopId, kind, set, asOf),
    ...(given.curves && set?.monthly_gmv === undefined ? given.curves : ordinary),
  };
}

/** Exponential trend around 2026, bounded to three years so that far dates stay in a sane range. */
function drawnCurves(kind: ShopCase, perDay: number, growth: number, review: number, hours: number) {
  const worse = kind === 'falling' || kind === 'punished' ? 0.3 : 0;
  return {
    ordersPerDay: (day: EpochDay) => perDay * growth ** Math.max(-3, Math.min(3, (day - REFERENCE_DAY) / 365)),
    review: () => review - worse,
    shippingHours: () => hours * (1 + worse),
  };
}

/** A generated shop `S` + digits; undefined for any other id and before the shop opened. */
export function generatedShop(seed: string, shopId: string, set: Overrides['platform'], asOf: CalendarDate): ShopModel | undefined {
  const n = shopNumber(shopId);
  return n === undefined ? undefined : shopModel(seed, shopId, { n }, set, asOf);
}
