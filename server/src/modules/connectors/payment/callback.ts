import { instant, msBetween } from '@tallystick/kernel';
import { z } from 'zod';
import { type Ctx, hmacHex, sameText } from '#platform';
import { refuse } from '../refusals.ts';
import { learn } from './outcome.ts';
import { json, zRailOrder } from './rail.ts';
import * as repo from './repo.ts';

/** A callback is good for five minutes around its own time. */
const WINDOW_MS = 5 * 60_000;
export type Callback = { readonly timestamp: string; readonly nonce: string; readonly signature: string; readonly body: string };
const zPaymentEvent = z.object({ event_id: z.string(), event: z.literal('payment.order'), order: zRailOrder });

/**
 * Takes in a signed message of the rail: hex HMAC-SHA256 over `timestamp.nonce.body` with the shared secret, fresh, each nonce once. Telling twice
 * changes nothing. Other events, and orders that are not ours, are acknowledged and left alone. Refuses connectors.callback_refused for whatever is wrong.
 */
export async function takeCallback(ctx: Ctx, c: Callback): Promise<void> {
  const right = hmacHex(ctx.config.CALLBACK_SECRET, `${c.timestamp}.${c.nonce}.${c.body}`);
  const sentAt = Number(c.timestamp);
  const fresh = Number.isSafeInteger(sentAt) && Math.abs(msBetween(instant(sentAt), ctx.wall)) <= WINDOW_MS;
  if (!sameText(right, c.signature) || !fresh || !(await repo.useNonce(ctx.tx, c.nonce, ctx.wall))) throw refuse('connectors.callback_refused');
  const event = zPaymentEvent.safeParse(json(c.body));
  if (!event.success) return;
  const { order } = event.data;
  const customerId = await repo.ownerOfOrder(ctx.tx, order.order_no);
  if (customerId) await learn({ ...ctx, customerId }, customerId, order.order_no, { state: 'known', order }, 'callback', 0);
}
