import { z } from 'zod';
import { branchScope, command, query, zCustomerId } from '#platform';
import { listPayouts, payoutsOf } from './repo.ts';
import { zCounterparty, zPayout, zPayoutFilter, zPayoutKey, zPayoutPage, zPayouts, zRelease, zStop } from './schema.ts';
import { recheckPayee, releasePayout, setCounterparty, stopPayout } from './service.ts';
import { payoutPage, payoutRow } from './view.ts';

const STAFF = ['DISBURSEMENT', 'RELATIONSHIP_MANAGER', 'APPROVER', 'RISK_MANAGER', 'COMPLIANCE', 'EXECUTIVE'] as const;

export const listAllPayouts = query({
  name: 'servicing.list_payouts',
  says: { zh: '放款队列', en: 'Queue of payouts' },
  allow: STAFF,
  input: zPayoutFilter,
  output: zPayouts,
  run: async (ctx, f) => {
    const found = await listPayouts(ctx.tx, {
      branchId: branchScope(ctx.actor),
      state: f.state ?? null,
      productCode: f.productCode ?? null,
      lateOn: f.late === true ? ctx.today : null,
      limit: f.limit,
      offset: f.offset,
    });
    return { items: found.items.map((p) => payoutRow(p, ctx.today)), total: found.total };
  },
});
export const listOwnPayouts = query({
  name: 'servicing.list_own_payouts',
  says: { zh: '客户的放款', en: "A customer's payouts" },
  allow: ['BORROWER', ...STAFF],
  input: z.object({ customerId: zCustomerId }),
  output: zPayouts,
  run: async (ctx, { customerId }) => {
    const items = (await payoutsOf(ctx.tx, customerId)).map((p) => payoutRow(p, ctx.today));
    return { items, total: items.length };
  },
});
export const showPayout = query({
  name: 'servicing.show_payout',
  says: { zh: '放款单：条件、额度四值、进度', en: 'A payout: conditions, the four values, progress' },
  allow: ['BORROWER', ...STAFF],
  input: zPayoutKey,
  output: zPayoutPage,
  run: (ctx, i) => payoutPage(ctx, i.customerId, i.payoutId),
});
export const release = command({
  name: 'servicing.release_payout',
  says: { zh: '放款（仅转账）', en: 'Release a payout (transfer only)' },
  allow: ['DISBURSEMENT'],
  stepUp: true,
  input: zRelease,
  output: zPayout,
  run: async (ctx, i) => payoutRow(await releasePayout(ctx, i.customerId, i.payoutId, i.method), ctx.today),
});
export const recheck = command({
  name: 'servicing.recheck_payee',
  says: { zh: '重新核验收款账户', en: 'Check the payee again' },
  allow: ['DISBURSEMENT', 'RELATIONSHIP_MANAGER'],
  input: zPayoutKey,
  output: zPayout,
  run: async (ctx, i) => payoutRow(await recheckPayee(ctx, i.customerId, i.payoutId), ctx.today),
});
export const nameCounterparty = command({
  name: 'servicing.set_counterparty',
  says: { zh: '登记受托支付对手方', en: 'Name the counterparty of an entrusted payment' },
  allow: ['RELATIONSHIP_MANAGER'],
  input: zCounterparty,
  output: zPayout,
  run: async (ctx, { customerId, payoutId, ...payee }) => payoutRow(await setCounterparty(ctx, customerId, payoutId, payee), ctx.today),
});
export const stop = command({
  name: 'servicing.stop_payout',
  says: { zh: '停止放款', en: 'Stop a payout' },
  allow: ['DISBURSEMENT', 'RISK_MANAGER', 'COMPLIANCE'],
  input: zStop,
  output: zPayout,
  run: async (ctx, i) => payoutRow(await stopPayout(ctx, i.customerId, i.payoutId, { zh: i.reason, en: i.reason }), ctx.today),
});
