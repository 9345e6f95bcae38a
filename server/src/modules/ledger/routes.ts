import { get, post } from '#platform';
import { listAccounts, listAllJournals, listOwnJournals, postManual, reverseManual, showTrialBalance } from './commands.ts';

export const routes = [
  get('/ledger/trial-balance', showTrialBalance),
  get('/ledger/accounts', listAccounts),
  get('/ledger/journals', listAllJournals),
  post('/ledger/journals', postManual),
  get('/customers/:customerId/journals', listOwnJournals),
  post('/customers/:customerId/journals/:journalId/reversal', reverseManual),
];
