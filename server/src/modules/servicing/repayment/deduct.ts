import { payoffQuote } from '@tallystick/engines/loan-engine';
import { type CustomerId, displayMoney, Refusal } from '@tallystick/kernel';
import type { z } from 'zod';
import { orderPayment, type paymentReturned, type paymentSettled } from '#modules/connectors';
import { addTimeline, identity } from '#modules/customers';
import { notify } from '#modules/notifications';
import { openTask } from '#modules/tasks';
import { type BranchId, type Ctx, refusePlatform } from '#platform';
import { recordEvent, termsAndEvents } from '../book/post.ts';
import { eventsOf, lockLoan } from '../book/repo.ts';
import { refuse } from '../refusals.ts';
import type { LoanId, LoanSummary } from '../types.ts';
import { hasPending, type Intent, insertDeduction, lockDeduction, settleDeduction } from './repo.ts';
import { reverseEvent } from './reverse.ts';

/** The loan with its row held and no payment under way: two at once become one. Refuses platform.not_found, servicing.loan_settled, payment_pending. */
async function payable(ctx: Ctx, customerId: CustomerId, loanId: LoanId): Promise<LoanSummary> {
  const loan = (await lockLoan(ctx.tx, customerId, loanId))?.loan;
  if (loan === undefined) throw refusePlatform('platform.not_found');
  if (loan.status === 'settled') throw refuse('servicing.loan_settled');
  if (await hasPending(ctx.tx, customerId, loanId)) throw refuse('servicing.payment_pending');
  return loan;
}

/** Asks the rail for the money. The order number is the loan, the day and a turn, so that the rail knows a repetition. */
async function order(
  ctx: Ctx,
  loan: LoanSummary,
  d: { source: 'borrower' | 'auto'; intent: Intent; amountMinor: bigint },
  who: Awaited<ReturnType<typeof identity>>,
): Promise<string> {
  const { customerId, id: loanId, branchId } = loan;
  if (who.payoutAccount === null) throw refuse('servicing.account_missing');
  const orderNo = `KK${ctx.today.replaceAll('-', '')}${ctx.newId('ordr').slice(-12).toUpperCase()}`;
  await insertDeduction(ctx.tx, { customerId, orderNo, loanId, branchId, ...d, valueOn: ctx.today, orderedAt: ctx.now });
  await orderPayment(ctx, {
    customerId,
    orderNo,
    kind: 'deduct',
    amountMinor: d.amountMinor,
    account: who.payoutAccount.account,
    bankCode: who.payoutAccount.bankCode,
    payeeName: who.name ?? who.enterpriseName ?? '',
    purpose: `还款 ${loan.loanNo}`,
    subject: loanId,
  });
  return orderNo;
}

/**
 * The borrower pays from the registered account now. `settle` has to name the amount quoted for today. Refuses servicing.loan_settled,
 * payment_pending, more_than_owed, quote_changed, account_missing.
 */
export async function payNow(ctx: Ctx, customerId: CustomerId, loanId: LoanId, asked: { amountMinor: bigint; intent: Intent }): Promise<string> {
  const loan = await payable(ctx, customerId, loanId);
  const { terms, events } = await termsAndEvents(ctx, loan);
  const quote = payoffQuote(terms, events, ctx.today);
  const payoff = displayMoney(quote.payMinor);
  if (asked.intent.kind === 'settle' && asked.amountMinor !== quote.payMinor)
    throw refuse('servicing.quote_changed', { field: 'amount', facts: { payoff } });
  if (asked.amountMinor > quote.payMinor) throw refuse('servicing.more_than_owed', { field: 'amount', facts: { payoff } });
  return order(ctx, loan, { source: 'borrower', ...asked }, await identity(ctx, customerId));
}

/** The bank asks for what is due, unless a payment is under way or the account is missing. Answers the order number, if one was given. */
export async function deductDue(ctx: Ctx, customerId: CustomerId, loanId: LoanId, dueMinor: bigint): Promise<string | undefined> {
  const loan = (await lockLoan(ctx.tx, customerId, loanId))?.loan;
  if (loan === undefined || loan.status === 'settled' || dueMinor <= 0n || (await hasPending(ctx.tx, customerId, loanId))) return undefined;
  const who = await identity(ctx, customerId);
  return who.payoutAccount === null ? undefined : order(ctx, loan, { source: 'auto', intent: { kind: 'repay' }, amountMinor: dueMinor }, who);
}

const ZH = { repay: '还款', prepay: '部分提前还款', settle: '提前结清' } as const;
const EN = { repay: 'Repayment', prepay: 'Early partial repayment', settle: 'Early settlement' } as const;

/** The rail told how a deduction ended. Its value date is the day the money was asked for: waiting for an answer costs the borrower nothing. */
export async function settleDeducted(ctx: Ctx, told: z.output<(typeof paymentSettled)['payload']>): Promise<void> {
  const d = await lockDeduction(ctx.tx, told.customerId, told.orderNo);
  if (d === undefined || d.state !== 'ordered') return;
  const { customerId, loanId, intent } = d;
  const faultCode = told.state === 'failed' ? told.code : null;
  await settleDeduction(ctx.tx, { customerId, orderNo: d.orderNo, state: told.state, faultCode, railRef: told.ref, at: ctx.now });
  if (told.state === 'failed') return;
  const event = {
    kind: intent.kind,
    valueOn: d.valueOn,
    amountMinor: told.doneMinor,
    detail: intent.kind === 'prepay' ? { mode: intent.mode } : {},
    reference: d.orderNo,
    channel: d.source === 'auto' ? 'auto_debit' : 'borrower',
  };
  const posted = await recordEvent(ctx, customerId, loanId, event, { kind: intent.kind, zh: ZH[intent.kind], en: EN[intent.kind] });
  await tellReceived(ctx, customerId, loanId, told.doneMinor, posted.position.balances.principalMinor);
}

/** A message to the borrower and a line in the story. */
export async function tellReceived(ctx: Ctx, customerId: CustomerId, loanId: LoanId, amountMinor: bigint, balanceMinor: bigint): Promise<void> {
  const [amount, balance] = [displayMoney(amountMinor), displayMoney(balanceMinor)];
  await notify(ctx, {
    customerId,
    template: 'payment_received',
    params: { amount, balance },
    to: {},
    channels: ['in_app'],
    purpose: 'service',
  });
  await addTimeline(ctx, {
    customerId,
    kind: 'servicing.repaid',
    subject: loanId,
    zh: `收到还款 ${amount} 元，剩余本金 ${balance} 元`,
    en: `Repaid ${amount}; principal left ${balance}`,
    link: `/customers/${customerId}/loans/${loanId}`,
  });
}

/** A deduction that had succeeded was taken back: the repayment counts as never made. When its money was refunded meanwhile, a person decides. */
export async function undoDeducted(ctx: Ctx, told: z.output<(typeof paymentReturned)['payload']>): Promise<void> {
  const d = await lockDeduction(ctx.tx, told.customerId, told.orderNo);
  if (d?.state !== 'success') return;
  const { customerId, orderNo, loanId, branchId } = d;
  await settleDeduction(ctx.tx, { customerId, orderNo, state: 'failed', faultCode: told.code, railRef: d.railRef ?? '', at: ctx.now });
  const repayment = (await eventsOf(ctx.tx, customerId, loanId)).find((e) => e.reference === orderNo);
  if (repayment === undefined) return;
  try {
    await reverseEvent(ctx, customerId, loanId, repayment.seq, told.code);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error; // Nothing was written yet: the engine refused before any posting.
    await openTask(ctx, {
      customerId,
      kind: 'deduction_returned',
      subject: orderNo,
      zh: `扣款被退回（${told.code}），但该款已退还客户`,
      en: `A deduction came back (${told.code}) after its money was refunded`,
      ownerRole: 'DISBURSEMENT',
      branchId: branchId as BranchId | null,
      priority: 1,
      link: `/customers/${customerId}/loans/${loanId}`,
    });
  }
}
