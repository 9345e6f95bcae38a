export { consentWording, requireConsents } from './consent.ts';
export { consentsGiven, consentWithdrawn, joined, profileChanged } from './events.ts';
export { type ProfileQuality, reportQuality } from './list-repo.ts';
export { customer, identity, lockAccount, markFirstPaidOut, type NewCustomer, openCustomer } from './service.ts';
export { recordCheck, recordSourced } from './sourced.ts';
export { addTimeline } from './timeline.ts';
export type { CheckItem, ConsentRef, ConsentScope, CustomerSummary, Identity } from './types.ts';
