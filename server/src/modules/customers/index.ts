export { addTimeline } from './timeline.ts';
export { type NewCustomer, customer, identity, lockAccount, markFirstPaidOut, openCustomer, unlockAccount } from './service.ts';
export { requireConsents } from './consent.ts';
export { recordCheck, recordSourced } from './sourced.ts';
export { consentWithdrawn, consentsGiven, joined, profileChanged } from './events.ts';
export type { CheckItem, ConsentRef, ConsentScope, CustomerSummary, Identity } from './types.ts';
