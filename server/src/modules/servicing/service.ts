import { replay } from '@tallystick/engines/loan-engine';
import type { CustomerId } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
import { asLoanEvent, eventsOf } from './book/repo.ts';
import { batchOpenLoans, findLoan, loansOfCustomer } from './loans-repo.ts';
import type { LoanId, LoanSummary } from './types.ts';

/** One loan of a customer. Refuses platform.not_found. */
export async function loan(ctx: Ctx, customerId: CustomerId, id: LoanId): Promise<LoanSummary> {
  const found = await findLoan(ctx.tx, customerId, id);
  if (found === undefined) throw refusePlatform('platform.not_found');
  return found;
}
/** A customer's loans, newest first. */
export const loansOf = (ctx: Ctx, customerId: CustomerId): Promise<LoanSummary[]> => loansOfCustomer(ctx.tx, customerId);
/** What is overdue and for how long, as of today and not as of the last close: penalties run by the day. */
export async function overdueToday(ctx: Ctx, l: LoanSummary): Promise<Pick<LoanSummary, 'overdueMinor' | 'daysPastDue'>> {
  if (l.status !== 'overdue') return l;
  const events = await eventsOf(ctx.tx, l.customerId, l.id);
  return replay(l.terms, events.map(asLoanEvent), ctx.today);
}
/** Every loan of the bank that still owes something, for batch work. */
export const openLoans = (ctx: Ctx): Promise<LoanSummary[]> => batchOpenLoans(ctx.tx);
