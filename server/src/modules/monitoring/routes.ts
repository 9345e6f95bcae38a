import { get, post } from '#platform';
import { addMeasure, closeOne, coverage, listAllAlerts, lookNow, showAlert, showBehaviour, signals } from './commands.ts';

export const routes = [
  get('/alerts', listAllAlerts),
  get('/signals', signals),
  get('/monitoring/coverage', coverage),
  get('/customers/:customerId/alerts/:alertId', showAlert),
  post('/customers/:customerId/alerts/:alertId/measures', addMeasure),
  post('/customers/:customerId/alerts/:alertId/close', closeOne),
  post('/customers/:customerId/look', lookNow),
  get('/customers/:customerId/behaviour-scores', showBehaviour),
];
