export { instalmentMissed, loanOverdue, loanSettled, paidOut, repaid } from './events.ts';
export { loan, loansOf, openLoans, overdueToday } from './service.ts';
export type { LoanSummary } from './types.ts';
export { borrowersOn, type PaymentMonth, paymentMonths } from './views/payment-months.ts';
