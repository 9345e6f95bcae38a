import { type CustomerId, formatMoney } from '@tallystick/kernel';
import { z } from 'zod';
import { identity } from '#modules/customers';
import { type Ctx, callOutside, type OutsideAnswer, outsideJob, outsideUrl, zCustomerId } from '#platform';
import { parameterOn } from '../collecting/repo.ts';
import { learn, waitBefore } from './outcome.ts';
import { readRail } from './rail.ts';
import * as repo from './repo.ts';

const PATHS = { disburse: '/disburse', deduct: '/deduct' } as const;
type Sending = { readonly url: string; readonly timeoutMs: number; readonly body: unknown };
export const accountPlace = (o: Pick<repo.OrderRow, 'customer_id' | 'order_no'>): string =>
  `connectors.payment_order.account|${o.customer_id}|${o.order_no}`;
export const payeePlace = (o: Pick<repo.OrderRow, 'customer_id' | 'order_no'>): string =>
  `connectors.payment_order.payee|${o.customer_id}|${o.order_no}`;

/** Gives one order to the rail, once: it is marked as sent before it leaves, and a worker that finds it sent only asks what became of it. */
export const sendPayment = outsideJob({
  name: 'connectors.send_payment',
  payload: z.object({ customerId: zCustomerId, orderNo: z.string() }),
  prepare: async (ctx, p): Promise<Sending | undefined> => {
    const order = await repo.findOrder(ctx.tx, p.customerId, p.orderNo, true);
    if (order?.state !== 'created') {
      if (order?.state === 'sent') await askLater(ctx, p.customerId, p.orderNo, 1);
      return undefined;
    }
    await repo.moveOrder(ctx.tx, p.customerId, p.orderNo, {
      state: 'sent',
      doneMinor: 0n,
      code: null,
      ref: null,
      sentAt: ctx.now,
      settledOn: null,
      settledAt: null,
      returnedOn: null,
    });
    return { url: outsideUrl(ctx.config, 'payment') + PATHS[order.kind], timeoutMs: ctx.config.CONNECTOR_TIMEOUT_MS, body: await bodyOf(ctx, order) };
  },
  call: (s): Promise<OutsideAnswer> => callOutside(s),
  settle: async (ctx, p, _sending, answer) => {
    if (await learn(ctx, p.customerId, p.orderNo, readRail(answer, p.orderNo), 'answer', 0)) await askLater(ctx, p.customerId, p.orderNo, 1);
  },
});

/**
 * Asks the rail about an order whose outcome is not known, with growing waits, for as long as it takes. Never sends it again. `anyway`: also
 * about a settled one, because the daily list says something new.
 */
export const questionPayment = outsideJob({
  name: 'connectors.question_payment',
  payload: z.object({ customerId: zCustomerId, orderNo: z.string(), attempt: z.number().int(), anyway: z.boolean() }),
  prepare: async (ctx, p) => {
    const order = await repo.findOrder(ctx.tx, p.customerId, p.orderNo);
    if (!p.anyway && order?.state !== 'sent' && order?.state !== 'unknown') return undefined;
    return { url: `${outsideUrl(ctx.config, 'payment')}/orders/${encodeURIComponent(p.orderNo)}`, timeoutMs: ctx.config.CONNECTOR_TIMEOUT_MS };
  },
  call: (q): Promise<OutsideAnswer> => callOutside(q),
  settle: async (ctx, p, _q, answer) => {
    if (await learn(ctx, p.customerId, p.orderNo, readRail(answer, p.orderNo), 'question', p.attempt))
      await askLater(ctx, p.customerId, p.orderNo, p.attempt + 1);
  },
});
const askLater = (ctx: Ctx, customerId: CustomerId, orderNo: string, attempt: number): Promise<void> =>
  ctx.enqueue(
    questionPayment,
    { customerId, orderNo, attempt, anyway: false },
    { key: `${orderNo}:${attempt}`, runAt: waitBefore(attempt, ctx.now), customerId },
  );
/** Asks about an order now, whatever we think of it. */
export const askAnyway = (ctx: Ctx, customerId: CustomerId, orderNo: string): Promise<void> =>
  ctx.enqueue(questionPayment, { customerId, orderNo, attempt: 1, anyway: true }, { customerId });

async function bodyOf(ctx: Ctx, o: repo.OrderRow): Promise<unknown> {
  const [account, bankCode = ''] = ctx.vault.open(accountPlace(o), o.account_sealed).split('|');
  const common = { order_no: o.order_no, amount: formatMoney(o.amount_minor), as_of: o.ordered_on };
  if (o.kind === 'disburse')
    return {
      ...common,
      payer_acct: await parameterOn(ctx.tx, 'payer_account', ctx.today),
      payee_name: ctx.vault.open(payeePlace(o), o.payee_sealed),
      payee_acct: account,
      payee_bank_code: bankCode,
      purpose: o.purpose,
      entrusted_flag: o.entrusted,
      channel: '超网',
    };
  const who = await identity(ctx, o.customer_id);
  return { ...common, agreement_no: o.subject, account, id_no: who.idNo ?? who.uscc ?? '', split: o.partial };
}
