export { consentWording, requireConsents } from './consents/service.ts';
export { consentsGiven, consentWithdrawn, joined, profileChanged } from './events.ts';
export { lockAccount } from './locks/service.ts';
export { recordCheck, recordSourced } from './profile/sourced.ts';
export { customer, identity, markFirstPaidOut, type NewCustomer, openCustomer } from './service.ts';
export { addTimeline } from './timeline.ts';
export type { CheckItem, ConsentRef, ConsentScope, CustomerSummary, Identity } from './types.ts';
export { type ProfileQuality, reportQuality } from './view/repo.ts';
