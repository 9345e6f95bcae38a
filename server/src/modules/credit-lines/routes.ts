import { get, post } from '#platform';
import { freeze, listAllLines, showLine, unfreeze } from './commands.ts';

export const routes = [
  get('/credit-lines', listAllLines),
  get('/customers/:customerId/credit-line', showLine),
  post('/customers/:customerId/credit-line/freeze', freeze),
  post('/customers/:customerId/credit-line/unfreeze', unfreeze),
];
