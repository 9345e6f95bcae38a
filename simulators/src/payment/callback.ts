import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CalendarDate } from '@tallystick/kernel';
import type { Order } from './orders.ts';

export type CallbackTarget = { readonly url: string; readonly secret: string };
const ATTEMPTS = 3;
const PAUSE_MS = 500;
const DEADLINE_MS = 10_000;

/** hex HMAC-SHA256 over `timestamp.nonce.body`. */
export const signature = (secret: string, timestamp: string, nonce: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${nonce}.${body}`).digest('hex');

async function once(target: CallbackTarget, body: string): Promise<boolean> {
  const timestamp = String(Date.now());
  const nonce = randomUUID();
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signature(target.secret, timestamp, nonce, body),
  };
  try {
    const answer = await fetch(target.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(DEADLINE_MS) });
    return answer.ok;
  } catch {
    return false; // Nobody listens: the next attempt, then the daily reconciliation, will tell.
  }
}

/** What the outside tells the lender unasked. The same event keeps its id over attempts and duplicates. */
export type OutsideEvent =
  | { readonly event_id: string; readonly event: 'payment.order'; readonly order: Order }
  | { readonly event_id: string; readonly event: `shop.${string}`; readonly shop: { readonly shop_id: string; readonly date: CalendarDate } };

export const orderEvent = (order: Order): OutsideEvent => ({ event_id: `${order.order_no}:${order.state}`, event: 'payment.order', order });

/** Sends an event, `times` copies of it; each copy is tried three times. Does nothing without a target. */
export async function callBack(target: CallbackTarget | undefined, event: OutsideEvent, times = 1): Promise<void> {
  if (target === undefined) return;
  const body = JSON.stringify(event);
  for (let copy = 0; copy < times; copy += 1)
    for (let attempt = 0; attempt < ATTEMPTS && !(await once(target, body)); attempt += 1)
      await sleep(PAUSE_MS * (attempt + 1), undefined, { ref: false });
}
