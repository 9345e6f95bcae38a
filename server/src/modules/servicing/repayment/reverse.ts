import type { CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { type Posted, recordEvent } from '../book/post.ts';
import { type EventRow, eventsOf, lockLoan } from '../book/repo.ts';
import { refuse } from '../refusals.ts';
import type { LoanId } from '../types.ts';

const REVERSIBLE: readonly string[] = ['repay', 'prepay', 'settle', 'waive'];
/** The event that a reversal would take back. Refuses servicing.not_a_repayment. */
export async function reversible(ctx: Ctx, customerId: CustomerId, loanId: LoanId, seq: number): Promise<EventRow> {
  const events = await eventsOf(ctx.tx, customerId, loanId);
  const target = events.find((e) => e.seq === seq);
  const taken = events.some((e) => e.kind === 'reverse' && e.detail['targetSeq'] === seq);
  if (target === undefined || taken || !REVERSIBLE.includes(target.kind)) throw refuse('servicing.not_a_repayment', { field: 'seq' });
  return target;
}

/** Takes a repayment or waiver back: the loan is replayed as if it had never come, and the difference is posted. The event stays on record. */
export async function reverseEvent(ctx: Ctx, customerId: CustomerId, loanId: LoanId, seq: number, reason: string): Promise<Posted> {
  await lockLoan(ctx.tx, customerId, loanId);
  const target = await reversible(ctx, customerId, loanId, seq);
  const event = {
    kind: 'reverse' as const,
    valueOn: target.valueOn,
    amountMinor: null,
    detail: { targetSeq: seq, reason },
    reference: `reversal of ${seq}`,
    channel: 'staff',
  };
  return recordEvent(ctx, customerId, loanId, event, { kind: 'reverse', zh: `冲正第 ${seq} 笔`, en: `Reversal of entry ${seq}` });
}
