import { get, post } from '#platform';
import {
  acknowledge,
  choose,
  downloadContract,
  listAllContracts,
  listOwnContracts,
  requestCode,
  showContract,
  sign,
  verifyDocument,
} from './commands.ts';

export const routes = [
  get('/contracts', listAllContracts),
  get('/customers/:customerId/contracts', listOwnContracts),
  get('/customers/:customerId/contracts/:contractId', showContract),
  get('/customers/:customerId/contracts/:contractId/document', downloadContract),
  get('/customers/:customerId/contracts/:contractId/verification', verifyDocument),
  post('/customers/:customerId/contracts/:contractId/amount', choose),
  post('/customers/:customerId/contracts/:contractId/reading', acknowledge),
  post('/customers/:customerId/contracts/:contractId/sign-code', requestCode),
  post('/customers/:customerId/contracts/:contractId/signature', sign),
];
