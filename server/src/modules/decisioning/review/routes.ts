import { get, post } from '#platform';
import { askGrade, askReview, claim, decide, decideGrade, giveBack, giveOpinion, pass, pause, resume, tick } from './commands.ts';
import { figures, list, listAskedOverrides, listForApproval, show } from './lists/queries.ts';

const ONE = '/customers/:customerId/reviews/:reviewId';
export const reviewRoutes = [
  get('/reviews', list),
  get('/approvals', listForApproval),
  get('/grade-overrides', listAskedOverrides),
  get('/reports/decisions/review-figures', figures),
  post('/customers/:customerId/applications/:applicationId/human-review', askReview),
  get(ONE, show),
  post(`${ONE}/claim`, claim),
  post(`${ONE}/ticks`, tick),
  post(`${ONE}/pause`, pause),
  post(`${ONE}/resume`, resume),
  post(`${ONE}/return`, giveBack),
  post(`${ONE}/opinion`, giveOpinion),
  post(`${ONE}/decision`, decide),
  post(`${ONE}/pass`, pass),
  post(`${ONE}/grade-override`, askGrade),
  post('/customers/:customerId/grade-overrides/:overrideId/decision', decideGrade),
];
