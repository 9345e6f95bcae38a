import { z } from 'zod';
import { command, query, zCustomerId, zText } from '#platform';
import * as s from '../schema.ts';
import type { PaymentOrder } from '../types.ts';
import { takeCallback } from './callback.ts';
import { reconcileJob } from './reconcile.ts';
import * as repo from './repo.ts';
import { paymentOrder, viewOf } from './service.ts';

const out = ({ amountMinor, doneMinor, ...o }: PaymentOrder) => ({ ...o, amount: amountMinor, done: doneMinor });

export const callback = command({
  name: 'connectors.payment_callback',
  says: { zh: '支付通道回调（签名）', en: 'Signed callback of the payment rail' },
  allow: ['PUBLIC'],
  keyless: true,
  signed: true,
  input: s.zCallback,
  output: z.object({ received: z.literal(true) }),
  run: async (ctx, i) => {
    await takeCallback(ctx, i);
    return { received: true as const };
  },
});
export const listPayments = query({
  name: 'connectors.list_payments',
  says: { zh: '支付订单', en: 'Payment orders of a customer' },
  allow: ['DISBURSEMENT', 'POST_LOAN', 'RELATIONSHIP_MANAGER', 'COMPLIANCE', 'RISK_MANAGER'],
  input: s.zPaged,
  output: s.zPayments,
  run: async (ctx, i) => {
    const items = (await repo.ordersOf(ctx.tx, i.customerId, i.limit)).map((o) => out(viewOf(o)));
    return { items, total: items.length };
  },
});
export const showPayment = query({
  name: 'connectors.show_payment',
  says: { zh: '一笔支付订单', en: 'One payment order' },
  allow: ['DISBURSEMENT', 'POST_LOAN', 'RELATIONSHIP_MANAGER', 'COMPLIANCE'],
  input: z.object({ customerId: zCustomerId, orderNo: zText(60) }),
  output: s.zPayment,
  run: async (ctx, i) => out(await paymentOrder(ctx, i.customerId, i.orderNo)),
});
export const listAccountChecks = query({
  name: 'connectors.list_account_checks',
  says: { zh: '收款账户四要素核验', en: 'Checks of the payout account' },
  allow: ['DISBURSEMENT', 'REVIEWER', 'RELATIONSHIP_MANAGER', 'COMPLIANCE'],
  input: z.object({ customerId: zCustomerId }),
  output: s.zAccountChecks,
  run: async (ctx, i) => {
    const items = (await repo.accountChecksOf(ctx.tx, i.customerId)).map((c) => ({
      id: c.id as `acck_${string}`,
      subject: c.subject,
      state: c.state,
      elements: c.elements,
      code: c.code,
      askedAt: c.asked_at,
      answeredAt: c.answered_at,
    }));
    return { items, total: items.length };
  },
});
export const listReconciliations = query({
  name: 'connectors.list_reconciliations',
  says: { zh: '支付对账结果', en: 'Reconciliations with the payment rail' },
  allow: ['DISBURSEMENT', 'RISK_MANAGER', 'COMPLIANCE', 'EXECUTIVE'],
  input: s.zListReconciliations,
  output: s.zReconciliations,
  run: async (ctx, i) => ({
    items: (await repo.reconciliations(ctx.tx, i.limit, i.offset)).map((r) => ({
      date: r.business_date,
      state: r.state,
      ownCount: r.own_count,
      railCount: r.rail_count,
      ownSuccess: r.own_success_minor,
      railSuccess: r.rail_success_minor,
      at: r.at,
      differences: r.differences ?? [],
    })),
    total: await repo.countReconciliations(ctx.tx),
  }),
});
export const reconcile = command({
  name: 'connectors.reconcile_day',
  says: { zh: '重新对账', en: 'Reconcile a day again' },
  allow: ['DISBURSEMENT'],
  input: s.zReconcile,
  output: s.zDone,
  run: async (ctx, i) => {
    await repo.startReconciliation(ctx.tx, i.date, ctx.now);
    await ctx.enqueue(reconcileJob, { date: i.date });
    return { done: true as const };
  },
});
