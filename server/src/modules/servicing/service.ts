import type { CustomerId } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
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
/** Every loan of the bank that still owes something, for batch work. */
export const openLoans = (ctx: Ctx): Promise<LoanSummary[]> => batchOpenLoans(ctx.tx);
