import { get, post } from '#platform';
import { addContact, addNotice, addPromise, listAllCases, showCase } from './commands.ts';

export const routes = [
  get('/collections', listAllCases),
  get('/customers/:customerId/cases/:caseId', showCase),
  post('/customers/:customerId/cases/:caseId/contacts', addContact),
  post('/customers/:customerId/cases/:caseId/notices', addNotice),
  post('/customers/:customerId/cases/:caseId/promises', addPromise),
];
