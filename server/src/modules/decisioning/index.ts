export { decided } from './events.ts';
export { refreshIfConsented } from './rating/flow.ts';
export { noteLateness } from './rating/lateness.ts';
export { approvalOf, assertApproved, currentOffer } from './service.ts';
export type { Approval } from './types.ts';
