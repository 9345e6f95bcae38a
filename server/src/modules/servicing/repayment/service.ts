import type { CalendarDate, CustomerId } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
import { type Posted, recordEvent } from '../book/post.ts';
import { type EventRow, hasReference, lockLoan } from '../book/repo.ts';
import { refuse } from '../refusals.ts';
import type { LoanId } from '../types.ts';
import { tellReceived } from './deduct.ts';
import type { Intent } from './repo.ts';

export type ManualRepayment = { readonly amountMinor: bigint; readonly valueOn: CalendarDate; readonly reference: string; readonly intent: Intent };

/**
 * Money that reached the bank another way, with its value date (LOAN-13): a past one replays the loan and posts the difference today.
 * Refuses servicing.value_date_outside, reference_used, loan_settled.
 */
export async function recordRepayment(ctx: Ctx, customerId: CustomerId, loanId: LoanId, r: ManualRepayment): Promise<Posted> {
  const loan = (await lockLoan(ctx.tx, customerId, loanId))?.loan;
  if (loan === undefined) throw refusePlatform('platform.not_found');
  if (loan.status === 'settled') throw refuse('servicing.loan_settled');
  if (r.valueOn < loan.startOn || r.valueOn > ctx.today)
    throw refuse('servicing.value_date_outside', { field: 'valueOn', facts: { from: loan.startOn, to: ctx.today } });
  if (await hasReference(ctx.tx, customerId, r.reference))
    throw refuse('servicing.reference_used', { field: 'reference', facts: { reference: r.reference } });
  const detail: EventRow['detail'] = r.intent.kind === 'prepay' ? { mode: r.intent.mode } : {};
  const event = { kind: r.intent.kind, valueOn: r.valueOn, amountMinor: r.amountMinor, detail, reference: r.reference, channel: 'counter' };
  const posted = await recordEvent(ctx, customerId, loanId, event, {
    kind: r.intent.kind,
    zh: '还款（柜面入账）',
    en: 'Repayment (booked by staff)',
  });
  await tellReceived(ctx, customerId, loanId, r.amountMinor, posted.position.balances.principalMinor);
  return posted;
}

/** Lets the borrower off penalty, interest or fee that is due today (减免), at most what is due. */
export async function waiveDue(
  ctx: Ctx,
  customerId: CustomerId,
  loanId: LoanId,
  w: { bucket: 'fee' | 'penalty' | 'interest'; amountMinor: bigint; reason: string },
): Promise<Posted> {
  const event = {
    kind: 'waive' as const,
    valueOn: ctx.today,
    amountMinor: w.amountMinor,
    detail: { bucket: w.bucket, reason: w.reason },
    reference: 'waiver',
    channel: 'staff',
  };
  return recordEvent(ctx, customerId, loanId, event, { kind: 'waive', zh: '减免', en: 'Waiver' });
}
