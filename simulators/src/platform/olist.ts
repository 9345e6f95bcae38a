import { readFileSync } from 'node:fs';
import { type CalendarDate, type EpochDay, fromEpochDay, parseDate, toEpochDay } from '@tallystick/kernel';
import { draw, hash32 } from '../people/draw.ts';
import type { Given, ShopModel } from './shop-model.ts';

/** A marketplace seller is small; this many orders stand behind each one of the row, so that it looks like a small Chinese shop. */
const SCALE = 60;
/** The day on which the "recent" quarter of the rows ends. Nine months before it are the baseline, six and a half after it the outcome. */
const CUT = toEpochDay('2026-05-01');
const [BASELINE_DAYS, RECENT_DAYS, FUTURE_DAYS] = [273, 92, 198];
const DAYS_PER_MONTH = 30.4;
/** Owners of these shops are numbered from here, apart from the people other shops use. */
export const SELLERS_FROM = 1_008_000;
export const DEALS_FROM = 1_009_000;

type Row = Readonly<Record<string, string>>;

function rows(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

const number = (row: Row, field: string, otherwise: number): number =>
  row[field] === undefined || row[field] === '' ? otherwise : Number(row[field]);
const idOf = (row: Row): string => `OL${(row.seller_id ?? '').slice(0, 10).toUpperCase()}`;

/** A step from one level to the next, softened over a month around `day`. */
const blend = (day: EpochDay, at: EpochDay, before: number, later: number): number =>
  before + (later - before) * Math.max(0, Math.min(1, (day - at + 15) / 30));

/** Volume, rating and shipping time of a seller row over the days: baseline, recent quarter, outcome. */
function sellerCurves(row: Row): Pick<ShopModel, 'ordersPerDay' | 'review' | 'shippingHours'> {
  const perDay = SCALE / DAYS_PER_MONTH;
  const [before, recent] = [number(row, 'baseline_rate', 0) * perDay, number(row, 'recent_rate', 0) * perDay];
  const future = (number(row, 'future_orders', 0) * SCALE) / FUTURE_DAYS;
  const review = number(row, 'baseline_review', 4);
  const reviewLater = number(row, 'recent_review', review);
  const delay = number(row, 'baseline_delay', 2);
  const delayLater = number(row, 'recent_delay', delay);
  const step = CUT - RECENT_DAYS;
  return {
    ordersPerDay: (day) => (day < CUT - 15 ? blend(day, step, before, recent) : blend(day, CUT, recent, future)),
    review: (day) => blend(day, step, review, reviewLater),
    shippingHours: (day) => 24 * blend(day, step, delay, delayLater),
  };
}

/** Usual monthly turnover of a new seller, in fen: what was declared when that is plausible, else by how big the lead was said to be. */
function declaredTurnover(row: Row): number {
  const declared = number(row, 'declared_monthly_revenue', 0);
  if (declared >= 1000 && declared <= 3_000_000) return declared * 100;
  const sizes: [RegExp, number][] = [
    [/top/, 400_000],
    [/big/, 150_000],
    [/industry/, 200_000],
    [/offline/, 70_000],
    [/medium/, 50_000],
    [/small/, 20_000],
  ];
  const usual = sizes.find(([word]) => word.test(row.lead_type ?? ''))?.[1] ?? 10_000;
  return Math.round(usual * 100 * (0.6 + 0.8 * draw(`deal:${row.seller_id}`).next()));
}

/** The day a deal was won, moved seven years on: these shops are between one and two years old in 2026. */
function openedOn(row: Row): CalendarDate {
  const won = row.won_date ?? '';
  return parseDate(`${Number(won.slice(0, 4)) + 7}-${won.slice(5, 10)}`) ?? '2025-06-01';
}

/** What is known of each real seller, by shop id. */
export function olistShops(shopsFile: string | undefined, dealsFile: string | undefined): Map<string, Given> {
  const out = new Map<string, Given>();
  for (const [i, row] of (shopsFile === undefined ? [] : rows(shopsFile)).entries()) {
    const opened = CUT - BASELINE_DAYS - RECENT_DAYS - 600 - (hash32(idOf(row)) % 1800);
    out.set(idOf(row), { n: SELLERS_FROM + i, kind: 'steady', openDate: fromEpochDay(opened), seasonal: 0.15, curves: sellerCurves(row) });
  }
  for (const [i, row] of (dealsFile === undefined ? [] : rows(dealsFile)).entries()) {
    const kind = draw(`deal-case:${row.seller_id}`).weighted({ growing: 30, steady: 50, falling: 20 });
    if (!out.has(idOf(row)))
      out.set(idOf(row), {
        n: DEALS_FROM + i,
        kind,
        openDate: openedOn(row),
        monthlyGmv: declaredTurnover(row),
        category: row.business_segment || '其他',
      });
  }
  return out;
}
