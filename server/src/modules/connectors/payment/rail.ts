import { parseMoney } from '@tallystick/kernel';
import { z } from 'zod';
import { type OutsideAnswer, zDate } from '#platform';

/** What the payment rail says about an order; the same shape in answers, questions, callbacks and the daily list. */
const zYuanText = z.string().transform((text, ctx) => {
  const minor = parseMoney(text);
  if (minor === undefined) ctx.issues.push({ code: 'custom', input: text, message: 'not an amount' });
  return minor ?? 0n;
});
export const zRailOrder = z.object({
  order_no: z.string(),
  kind: z.enum(['disburse', 'deduct']),
  state: z.enum(['accepted', 'processing', 'success', 'failed', 'returned']),
  amount: zYuanText,
  done_amount: zYuanText,
  ref: z.string().nullable(),
  code: z.string(),
  business_date: zDate,
  returned_on: zDate.nullable(),
});
export type RailOrder = z.output<typeof zRailOrder>;
export const zRailList = z.object({ date: zDate, orders: z.array(zRailOrder).max(1_000_000) });
export const zAccountAnswer = z.object({ matched: z.boolean(), elements: z.record(z.string(), z.boolean()), code: z.string() });

/** known: the rail's word · unknown_order: it never saw it · refused: it will not take it, with its code · silent: nobody can tell what happened. */
export type RailSays =
  | { readonly state: 'known'; readonly order: RailOrder }
  | { readonly state: 'unknown_order' }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'silent' };

/** Reads an answer about one order. Only a clear 400 or 422 is a refusal: everything doubtful is silence, because money may have moved. */
export function readRail(answer: OutsideAnswer, orderNo: string): RailSays {
  if (answer.state !== 'answered') return { state: 'silent' };
  const body = json(answer.text);
  if (answer.status === 200) {
    const order = zRailOrder.safeParse(body);
    return order.success && order.data.order_no === orderNo ? { state: 'known', order: order.data } : { state: 'silent' };
  }
  const code = z.object({ code: z.string() }).safeParse(body);
  if (answer.status === 404 && code.data?.code === 'order_unknown') return { state: 'unknown_order' };
  if (answer.status === 400 || answer.status === 422) return { state: 'refused', code: code.data?.code ?? 'BAD_REQUEST' };
  return { state: 'silent' };
}

/** JSON or undefined. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
