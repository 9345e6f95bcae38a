import type { CustomerId } from '@tallystick/kernel';
import { z } from 'zod';
import type { Ctx } from '#platform';
import { command } from '#platform';
import type { Posted } from '../book/post.ts';
import { parameter } from '../book/repo.ts';
import { zPayNow, zPosted, zRecord, zRefund, zReverse, zWaive } from '../schema.ts';
import { loan } from '../service.ts';
import type { LoanId } from '../types.ts';
import { loanRow } from '../views/loan-page.ts';
import { payNow } from './deduct.ts';
import { assertOverpaid, refundCredit } from './refund.ts';
import type { Intent } from './repo.ts';
import { reverseEvent, reversible } from './reverse.ts';
import { recordRepayment, waiveDue } from './service.ts';

const intentOf = (i: { intent: Intent['kind']; mode: 'keep_term' | 'keep_instalment' }): Intent =>
  i.intent === 'prepay' ? { kind: 'prepay', mode: i.mode } : { kind: i.intent };
export const told = async (ctx: Ctx, customerId: CustomerId, loanId: LoanId, p: Posted): Promise<z.output<typeof zPosted>> => ({
  seq: p.seq,
  receiptNo: p.receiptNo,
  overdueMinor: p.overdueMinor,
  loan: loanRow(await loan(ctx, customerId, loanId)),
});

export const pay = command({
  name: 'servicing.pay',
  says: { zh: '借款人立即还款（从登记账户扣款）', en: 'The borrower pays now from the registered account' },
  allow: ['BORROWER'],
  input: zPayNow,
  output: z.object({ orderNo: z.string() }),
  run: async (ctx, i) => ({ orderNo: await payNow(ctx, i.customerId, i.loanId, { amountMinor: i.amount, intent: intentOf(i) }) }),
});
export const record = command({
  name: 'servicing.record_repayment',
  says: { zh: '登记已收到的还款（可指定起息日）', en: 'Record money received, with its value date' },
  allow: ['DISBURSEMENT', 'POST_LOAN'],
  stepUp: true,
  input: zRecord,
  output: zPosted,
  run: async (ctx, i) =>
    told(
      ctx,
      i.customerId,
      i.loanId,
      await recordRepayment(ctx, i.customerId, i.loanId, { amountMinor: i.amount, valueOn: i.valueOn, reference: i.reference, intent: intentOf(i) }),
    ),
});
export const reverse = command({
  name: 'servicing.reverse_repayment',
  says: { zh: '冲正还款（超过限额须双人复核）', en: 'Reverse a repayment (two persons above the limit)' },
  allow: ['DISBURSEMENT'],
  stepUp: true,
  input: zReverse,
  output: zPosted,
  dual: async (ctx, i) =>
    ((await reversible(ctx, i.customerId, i.loanId, i.seq)).amountMinor ?? 0n) > (await parameter(ctx.tx, 'reversal_dual_above_minor', ctx.today)),
  run: async (ctx, i) => told(ctx, i.customerId, i.loanId, await reverseEvent(ctx, i.customerId, i.loanId, i.seq, i.reason)),
});
export const refund = command({
  name: 'servicing.refund_credit',
  says: {
    zh: '退还结清后的溢缴款（双人复核，仅退至本人账户）',
    en: 'Pay back what a settled loan holds too much (two persons, to the own account only)',
  },
  allow: ['DISBURSEMENT'],
  stepUp: true,
  input: zRefund,
  output: z.object({ orderNo: z.string() }),
  // Two persons always; what cannot be refunded is refused before anybody is asked.
  dual: async (ctx, i) => {
    assertOverpaid(await loan(ctx, i.customerId, i.loanId), i.amount);
    return true;
  },
  run: async (ctx, i) => ({ orderNo: await refundCredit(ctx, i.customerId, i.loanId, { amountMinor: i.amount, reason: i.reason }) }),
});
export const waive = command({
  name: 'servicing.waive',
  says: { zh: '减免罚息、利息或费用（双人复核）', en: 'Waive penalty, interest or fee (two persons)' },
  allow: ['POST_LOAN', 'COLLECTOR', 'RISK_MANAGER'],
  dual: true,
  input: zWaive,
  output: zPosted,
  run: async (ctx, i) =>
    told(ctx, i.customerId, i.loanId, await waiveDue(ctx, i.customerId, i.loanId, { bucket: i.bucket, amountMinor: i.amount, reason: i.reason })),
});
