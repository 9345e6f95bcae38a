export { instalmentMissed, loanOverdue, loanSettled, paidOut, repaid } from './events.ts';
export { loan, loansOf, openLoans } from './service.ts';
export type { LoanId, LoanStatus, LoanSummary, RepaymentHabit, Stage } from './types.ts';
