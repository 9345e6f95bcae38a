import { type CustomerId, displayMoney, must } from '@tallystick/kernel';
import type { z } from 'zod';
import { orderPayment, type paymentReturned, type paymentSettled } from '#modules/connectors';
import { addTimeline, identity } from '#modules/customers';
import { openTask } from '#modules/tasks';
import { type BranchId, type Ctx, refusePlatform } from '#platform';
import { recordEvent } from '../book/post.ts';
import { eventsOf, lockLoan } from '../book/repo.ts';
import { refuse } from '../refusals.ts';
import type { LoanId, LoanSummary } from '../types.ts';
import { findRefund, hasRefundUnderWay, insertRefund, settleRefund } from './repo.ts';

const linkOf = (customerId: CustomerId, loanId: LoanId): string => `/customers/${customerId}/loans/${loanId}`;

/**
 * Money that a settled loan holds beyond what was owed goes back to the borrower's own account. It leaves the books when the rail says that it
 * arrived. Answers the order number. Refuses platform.not_found, servicing.nothing_overpaid, payment_pending, account_missing.
 */
export async function refundCredit(
  ctx: Ctx,
  customerId: CustomerId,
  loanId: LoanId,
  asked: { amountMinor: bigint; reason: string },
): Promise<string> {
  const loan = (await lockLoan(ctx.tx, customerId, loanId))?.loan;
  if (loan === undefined) throw refusePlatform('platform.not_found');
  assertOverpaid(loan, asked.amountMinor);
  if (await hasRefundUnderWay(ctx.tx, customerId, loanId)) throw refuse('servicing.payment_pending');
  const who = await identity(ctx, customerId);
  if (who.payoutAccount === null) throw refuse('servicing.account_missing');
  const orderNo = `TK${ctx.today.replaceAll('-', '')}${ctx.newId('ordr').slice(-12).toUpperCase()}`;
  const { branchId } = loan;
  await insertRefund(ctx.tx, { customerId, orderNo, loanId, branchId, ...asked, at: ctx.now, by: ctx.actor.id });
  await orderPayment(ctx, {
    customerId,
    orderNo,
    kind: 'disburse',
    amountMinor: asked.amountMinor,
    account: who.payoutAccount.account,
    bankCode: who.payoutAccount.bankCode,
    payeeName: who.name ?? who.enterpriseName ?? '',
    purpose: `退还溢缴款 ${loan.loanNo}`,
    subject: loanId,
  });
  return orderNo;
}
/** While a loan runs, held money pays its next instalment; only what is left after settlement goes back. Refuses servicing.nothing_overpaid. */
export function assertOverpaid(loan: LoanSummary, amountMinor: bigint): void {
  const overpaidMinor = loan.status === 'settled' ? loan.creditMinor : 0n;
  if (amountMinor > overpaidMinor) throw refuse('servicing.nothing_overpaid', { field: 'amount', facts: { overpaid: displayMoney(overpaidMinor) } });
}

/** The rail told how a refund ended. */
export async function settleRefunded(ctx: Ctx, told: z.output<(typeof paymentSettled)['payload']>): Promise<void> {
  const { customerId, orderNo } = told;
  const r = await findRefund(ctx.tx, customerId, orderNo);
  if (r?.state !== 'ordered') return;
  await settleRefund(ctx.tx, { customerId, orderNo, state: told.state, faultCode: told.state === 'failed' ? told.code : null, at: ctx.now });
  if (told.state === 'failed') return void (await askPerson(ctx, r, told.code));
  const event = { kind: 'refund' as const, valueOn: told.settledOn, amountMinor: r.amountMinor, detail: {}, reference: orderNo, channel: 'rail' };
  await recordEvent(ctx, customerId, r.loanId, event, { kind: 'refund', zh: '退还溢缴款', en: 'Credit balance refunded' });
  await addTimeline(ctx, {
    customerId,
    kind: 'servicing.refunded',
    subject: r.loanId,
    zh: `退还多还的 ${displayMoney(r.amountMinor)} 元`,
    en: `${displayMoney(r.amountMinor)} paid too much was paid back`,
    link: linkOf(customerId, r.loanId),
  });
}

/** The borrower's bank sent a refund back: the loan holds the money again. */
export async function undoRefunded(ctx: Ctx, told: z.output<(typeof paymentReturned)['payload']>): Promise<void> {
  const { customerId, orderNo } = told;
  const r = await findRefund(ctx.tx, customerId, orderNo);
  if (r?.state !== 'success') return;
  await settleRefund(ctx.tx, { customerId, orderNo, state: 'returned', faultCode: told.code, at: ctx.now });
  const refund = (await eventsOf(ctx.tx, customerId, r.loanId)).find((e) => e.reference === orderNo);
  const event = {
    kind: 'reverse' as const,
    valueOn: told.returnedOn,
    amountMinor: null,
    detail: { targetSeq: must(refund, 'the event of a refund that succeeded').seq, reason: told.code },
    reference: `${orderNo} returned`,
    channel: 'rail',
  };
  await recordEvent(ctx, customerId, r.loanId, event, { kind: 'refund_returned', zh: '退款被退回', en: 'Refund returned' });
  await askPerson(ctx, r, told.code);
}

/** The account has to be put right with the borrower before the money is sent again. */
const askPerson = (
  ctx: Ctx,
  r: { customerId: CustomerId; loanId: LoanId; orderNo: string; branchId: string | null },
  code: string,
): Promise<unknown> =>
  openTask(ctx, {
    customerId: r.customerId,
    kind: 'refund_failed',
    subject: r.orderNo,
    zh: `溢缴款未能退还（${code}），请核对账户后重新办理`,
    en: `A refund failed (${code}); check the account and order it again`,
    ownerRole: 'DISBURSEMENT',
    branchId: r.branchId as BranchId | null,
    link: linkOf(r.customerId, r.loanId),
  });
