export { decided } from './events.ts';
export { approvalOf, assertApproved, currentOffer } from './service.ts';
export { refreshIfConsented } from './rating/flow.ts';
export type { Approval } from './types.ts';
