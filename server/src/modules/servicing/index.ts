export { instalmentMissed, loanOverdue, loanSettled, paidOut, repaid } from './events.ts';
export { stopPayouts } from './payout/service.ts';
export { loan, loansOf, openLoans } from './service.ts';
export type { LoanId, LoanStatus, LoanSummary, RepaymentHabit, Stage } from './types.ts';
export { repaymentHabit } from './views/outlook.ts';
