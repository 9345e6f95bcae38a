import { get, post } from '#platform';
import { askForExtension, change, decline, showChange } from './changes/commands.ts';
import { listAllPayouts, listOwnPayouts, nameCounterparty, recheck, release, showPayout, stop } from './payout/commands.ts';
import { pay, record, refund, reverse, waive } from './repayment/commands.ts';
import { explainRow, listAllLoans, listOwnLoans, showHabit, showLoan, showPayoff, showPrepayment, showStatement } from './views/queries.ts';

export const routes = [
  get('/payouts', listAllPayouts),
  get('/customers/:customerId/payouts', listOwnPayouts),
  get('/customers/:customerId/payouts/:payoutId', showPayout),
  post('/customers/:customerId/payouts/:payoutId/release', release),
  post('/customers/:customerId/payouts/:payoutId/payee-check', recheck),
  post('/customers/:customerId/payouts/:payoutId/counterparty', nameCounterparty),
  post('/customers/:customerId/payouts/:payoutId/stop', stop),
  get('/loans', listAllLoans),
  get('/customers/:customerId/loans', listOwnLoans),
  get('/customers/:customerId/repayment-habit', showHabit),
  get('/customers/:customerId/loans/:loanId', showLoan),
  get('/customers/:customerId/loans/:loanId/payoff', showPayoff),
  get('/customers/:customerId/loans/:loanId/prepayment', showPrepayment),
  get('/customers/:customerId/loans/:loanId/instalments/:no/why', explainRow),
  get('/customers/:customerId/loans/:loanId/statement', showStatement),
  post('/customers/:customerId/loans/:loanId/payments', pay),
  post('/customers/:customerId/loans/:loanId/repayments', record),
  post('/customers/:customerId/loans/:loanId/reversals', reverse),
  post('/customers/:customerId/loans/:loanId/waivers', waive),
  post('/customers/:customerId/loans/:loanId/refunds', refund),
  get('/customers/:customerId/loans/:loanId/plan-change', showChange),
  post('/customers/:customerId/loans/:loanId/plan-changes', change),
  post('/customers/:customerId/loans/:loanId/extension-requests', askForExtension),
  post('/customers/:customerId/loans/:loanId/extension-requests/decline', decline),
];
