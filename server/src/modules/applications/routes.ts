import { get, post, put } from '#platform';
import { create, eligibility, listOwn, listStaff, preview, save, submitForm, track, withdrawForm } from './commands.ts';
import { decisionTimes, satisfaction, stageTimes } from './reports/commands.ts';

export const routes = [
  get('/applications', listStaff),
  get('/reports/applications/stages', stageTimes),
  get('/reports/applications/decision-times', decisionTimes),
  get('/reports/applications/satisfaction', satisfaction),
  get('/customers/:customerId/applications', listOwn),
  post('/customers/:customerId/applications', create),
  get('/customers/:customerId/applications/:applicationId', track),
  put('/customers/:customerId/applications/:applicationId', save),
  post('/customers/:customerId/applications/:applicationId/submit', submitForm),
  post('/customers/:customerId/applications/:applicationId/withdraw', withdrawForm),
  get('/customers/:customerId/affordability', preview),
  get('/customers/:customerId/eligibility', eligibility),
];
