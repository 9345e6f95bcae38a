import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { bankMoment, type CalendarDate } from '@tallystick/kernel';
import { hash32 } from '../people/draw.ts';

export type OrderState = 'accepted' | 'processing' | 'success' | 'failed' | 'returned';
export const ORDER_STATES: readonly OrderState[] = ['accepted', 'processing', 'success', 'failed', 'returned'];
/** One payment as the rail knows it. `returned_on` is the business day a paid-out amount came back. */
export type Order = {
  readonly order_no: string;
  readonly kind: 'disburse' | 'deduct';
  readonly state: OrderState;
  readonly amount: string;
  readonly done_amount: string;
  readonly account: string;
  readonly agreement_no: string | null;
  readonly ref: string | null;
  readonly code: string;
  readonly message: string;
  readonly time: string;
  readonly business_date: CalendarDate;
  readonly returned_on: CalendarDate | null;
};
type Kept = { readonly order: Order; readonly body: string };

/** The orders of the rail: kept for good once accepted, so that a crash neither loses nor doubles one. */
export type Orders = {
  get(orderNo: string): Order | undefined;
  /** The body an order came with, as text: what a repetition is compared with. */
  bodyOf(orderNo: string): string | undefined;
  keep(order: Order, body: string): void;
  onDate(date: CalendarDate): Order[];
  clear(): void;
};

export function openOrders(file: string | undefined): Orders {
  const orders = new Map<string, Kept>();
  const byDate = new Map<CalendarDate, Set<string>>();
  const index = (date: CalendarDate, orderNo: string) => {
    const day = byDate.get(date) ?? new Set<string>();
    byDate.set(date, day.add(orderNo));
  };
  const put = (kept: Kept) => {
    orders.set(kept.order.order_no, kept);
    index(kept.order.business_date, kept.order.order_no);
    if (kept.order.returned_on !== null) index(kept.order.returned_on, kept.order.order_no);
  };
  if (file !== undefined && existsSync(file)) for (const line of wholeLines(readFileSync(file, 'utf8'))) put(JSON.parse(line) as Kept);
  return {
    get: (orderNo) => orders.get(orderNo)?.order,
    bodyOf: (orderNo) => orders.get(orderNo)?.body,
    keep(order, body) {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ order, body })}\n`); // Written before anybody hears of it.
      put({ order, body });
    },
    onDate: (date) => [...(byDate.get(date) ?? [])].map((no) => orders.get(no)?.order).filter((o): o is Order => o !== undefined),
    clear() {
      orders.clear();
      byDate.clear();
      if (file !== undefined) rmSync(file, { force: true });
    },
  };
}

/** The lines of a file that was perhaps cut off while its last line was written. */
export const wholeLines = (text: string): string[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');

/** A moment of the business day, the same for the same order: between 09:00 and 16:59 in China. */
export const orderTime = (orderNo: string, date: CalendarDate): string => bankMoment(date, 540 + (hash32(orderNo) % 480));
export const orderRef = (orderNo: string): string =>
  `PAY${String(hash32(`ref:${orderNo}`)).padStart(10, '0')}${String(hash32(orderNo) % 1000).padStart(3, '0')}`;
