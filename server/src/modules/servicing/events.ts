import { z } from 'zod';
import { event, zAmount, zCustomerId, zDate, zId } from '#platform';
import { STAGES } from './types.ts';

const loan = { customerId: zCustomerId, loanId: zId('loan') };
/** The money reached the account: loan, plan and postings are there. */
export const paidOut = event(
  'servicing.paid_out',
  z.object({ ...loan, applicationId: zId('appl'), contractId: zId('cont'), amountMinor: zAmount, startOn: zDate }),
);
/** Money came in, whichever way. */
export const repaid = event(
  'servicing.repaid',
  z.object({ ...loan, seq: z.int(), amountMinor: zAmount, valueOn: zDate, overdueAfterMinor: zAmount }),
);
/** An instalment was not paid on its day: told once an instalment, at the next close of business. `first`: none was paid before (early default). */
export const instalmentMissed = event(
  'servicing.instalment_missed',
  z.object({ ...loan, no: z.int(), dueOn: zDate, openMinor: zAmount, first: z.boolean() }),
);
/** The overdue stage is another one than before, up or down; `current` when the arrears are paid. */
export const loanOverdue = event(
  'servicing.loan_overdue',
  z.object({ ...loan, before: z.enum(STAGES), stage: z.enum(STAGES), daysPastDue: z.int(), overdueMinor: zAmount }),
);
/** Nothing is owed any more. */
export const loanSettled = event('servicing.loan_settled', z.object({ ...loan, contractId: zId('cont'), settledOn: zDate, early: z.boolean() }));
