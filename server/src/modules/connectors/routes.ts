import { get, post } from '#platform';
import * as data from './commands.ts';
import * as payment from './payment/commands.ts';

const one = '/customers/:customerId';
export const routes = [
  get('/connectors/health', data.showHealth),
  get('/connectors/stuck', data.showStuck),
  get('/connectors/calls', data.showCallLog),
  get(`${one}/collections`, data.listCollections),
  get(`${one}/collections/:collectionId`, data.showCollection),
  get(`${one}/collections/:collectionId/features`, data.showFeatures),
  get(`${one}/collections/:collectionId/cross-check`, data.showCrossCheck),
  post(`${one}/collections/:collectionId/waivers`, data.waive),
  post(`${one}/collections/:collectionId/retry`, data.retry),
  get(`${one}/calls`, data.listCalls),
  post('/callbacks/payment', payment.callback),
  get(`${one}/payments`, payment.listPayments),
  get(`${one}/payments/:orderNo`, payment.showPayment),
  get(`${one}/account-checks`, payment.listAccountChecks),
  get('/payments/reconciliations', payment.listReconciliations),
  post('/payments/reconciliations', payment.reconcile),
];
