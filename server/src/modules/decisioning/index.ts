export { type DecisionInput, type DecisionTools, decideApplication } from './deciding/decide.ts';
export { decided, gradeChanged } from './events.ts';
export { refreshIfConsented } from './rating/flow.ts';
export { approvalOf, assertApproved, currentOffer, latestRating } from './service.ts';
export type { Approval, ApprovalId, DecisionId, Offer, OfferId, Outcome, RatingCase, RatingId, RiskLevel } from './types.ts';
