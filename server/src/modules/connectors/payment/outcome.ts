import { assert, type CustomerId, type Instant, plusMs } from '@tallystick/kernel';
import { openTask } from '#modules/tasks';
import type { Ctx } from '#platform';
import { paymentReturned, paymentSettled } from '../events.ts';
import type { RailOrder, RailSays } from './rail.ts';
import * as repo from './repo.ts';

export type ToldBy = 'answer' | 'question' | 'callback' | 'reconciliation';
/** Waits before the rail is asked about an open order, in seconds; the last one repeats. */
const WAITS_S = [5, 30, 120, 600, 1800, 3600];
/** So often must the rail say it never saw an order before we believe that it will not come any more. */
const UNSEEN_TIMES = 4;
const isOpen = (o: repo.OrderRow): boolean => o.state === 'created' || o.state === 'sent' || o.state === 'unknown';
export const waitBefore = (attempt: number, now: Instant): Instant => plusMs(now, (WAITS_S[Math.min(attempt, WAITS_S.length) - 1] ?? 5) * 1000);

/**
 * Takes in what was learned about an order, from whatever side and however often. Answers true while the outcome is not known. A settled order
 * never changes its outcome by itself; only a return after a success is a new fact. A contradiction is work for a person.
 */
export async function learn(ctx: Ctx, customerId: CustomerId, orderNo: string, says: RailSays, toldBy: ToldBy, attempt: number): Promise<boolean> {
  const order = await repo.findOrder(ctx.tx, customerId, orderNo, true);
  assert(order !== undefined, 'an order that is not there');
  const code = says.state === 'known' ? says.order.code : says.state === 'refused' ? says.code : says.state;
  const told = says.state === 'known' ? says.order.state : says.state;
  await repo.insertEvent(ctx.tx, customerId, { id: ctx.newId('pevt'), orderNo, toldBy, state: told, code, at: ctx.now });
  if (says.state === 'known') return learnKnown(ctx, order, says.order);
  if (!isOpen(order)) return false;
  if (says.state === 'refused') return settle(ctx, order, { state: 'failed', doneMinor: 0n, code: says.code, ref: '' });
  if (says.state === 'unknown_order' && attempt >= UNSEEN_TIMES)
    return settle(ctx, order, { state: 'failed', doneMinor: 0n, code: 'NOT_RECEIVED', ref: '' });
  await move(ctx, order, { state: 'unknown' });
  return true;
}

async function learnKnown(ctx: Ctx, order: repo.OrderRow, rail: RailOrder): Promise<boolean> {
  if (rail.amount !== order.amount_minor || rail.kind !== order.kind) {
    await askPerson(ctx, order, '支付通道返回的订单与我方不一致', 'The rail knows another payment under this number');
    return isOpen(order);
  }
  if (rail.state === 'accepted' || rail.state === 'processing') {
    if (isOpen(order)) await move(ctx, order, { state: 'sent' });
    return isOpen(order);
  }
  if (isOpen(order)) {
    // A payment that was returned had succeeded first: both facts are told, in that order.
    await settle(ctx, order, {
      state: rail.state === 'failed' ? 'failed' : 'success',
      doneMinor: rail.state === 'returned' ? order.amount_minor : rail.done_amount,
      code: rail.code,
      ref: rail.ref ?? '',
    });
    if (rail.state === 'returned') await giveBack(ctx, { ...order, state: 'success' }, rail);
    return false;
  }
  if (rail.state === 'returned' && order.state === 'success') await giveBack(ctx, order, rail);
  else if (rail.state !== order.state && order.state !== 'returned')
    await askPerson(ctx, order, `支付结果前后矛盾：${order.state} / ${rail.state}`, `The outcome contradicts: ${order.state} / ${rail.state}`);
  return false;
}

async function settle(
  ctx: Ctx,
  order: repo.OrderRow,
  to: { state: 'success' | 'failed'; doneMinor: bigint; code: string; ref: string },
): Promise<false> {
  await move(ctx, order, { ...to, settledOn: ctx.today });
  await ctx.announce(paymentSettled, {
    customerId: order.customer_id,
    orderNo: order.order_no,
    subject: order.subject,
    kind: order.kind,
    state: to.state,
    doneMinor: to.doneMinor,
    code: to.code,
    ref: to.ref,
    settledOn: ctx.today,
  });
  return false;
}
async function giveBack(ctx: Ctx, order: repo.OrderRow, rail: RailOrder): Promise<void> {
  const returnedOn = rail.returned_on ?? ctx.today;
  await move(ctx, order, { state: 'returned', code: rail.code, returnedOn, settledOn: order.settled_on ?? ctx.today });
  await ctx.announce(paymentReturned, {
    customerId: order.customer_id,
    orderNo: order.order_no,
    subject: order.subject,
    kind: order.kind,
    amountMinor: order.amount_minor,
    code: rail.code,
    returnedOn,
  });
}

type Move = Partial<Pick<repo.OrderRow, 'code' | 'ref'>> & {
  state: repo.OrderRow['state'];
  doneMinor?: bigint;
  settledOn?: string;
  returnedOn?: string;
};
async function move(ctx: Ctx, o: repo.OrderRow, to: Move): Promise<void> {
  await repo.moveOrder(ctx.tx, o.customer_id, o.order_no, {
    state: to.state,
    doneMinor: to.doneMinor ?? o.done_minor,
    code: to.code ?? o.code,
    ref: to.ref ?? o.ref,
    sentAt: o.sent_at ?? ctx.now,
    settledOn: to.settledOn ?? o.settled_on,
    settledAt: to.settledOn ? ctx.now : null,
    returnedOn: to.returnedOn ?? o.returned_on,
  });
}
async function askPerson(ctx: Ctx, o: repo.OrderRow, zh: string, en: string): Promise<void> {
  await openTask(ctx, {
    customerId: o.customer_id,
    kind: 'payment_doubt',
    subject: o.order_no,
    zh: `${zh}（${o.order_no}）`,
    en: `${en} (${o.order_no})`,
    ownerRole: 'DISBURSEMENT',
    branchId: null,
    priority: 1,
    link: `/customers/${o.customer_id}/payments/${o.order_no}`,
  });
}
