import { get, post } from '#platform';
import {
  acceptCounter,
  gatherAgain,
  listRatings,
  refuseCounter,
  replay,
  requestOffer,
  showDecision,
  showGrade,
  showOffers,
  showOutcome,
} from './commands.ts';
import { productMatches } from './matching.ts';

export const routes = [
  post('/customers/:customerId/offers', requestOffer),
  get('/customers/:customerId/offers', showOffers),
  get('/customers/:customerId/grade', showGrade),
  get('/customers/:customerId/ratings', listRatings),
  get('/customers/:customerId/applications/:applicationId/outcome', showOutcome),
  get('/customers/:customerId/applications/:applicationId/decision', showDecision),
  post('/customers/:customerId/applications/:applicationId/gather-again', gatherAgain),
  post('/customers/:customerId/applications/:applicationId/counter-offer/accept', acceptCounter),
  post('/customers/:customerId/applications/:applicationId/counter-offer/refuse', refuseCounter),
  get('/customers/:customerId/decisions/:decisionId/replay', replay),
  get('/customers/:customerId/product-matches', productMatches),
];
