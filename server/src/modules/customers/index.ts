export { consentWording, requireConsents } from './consents/service.ts';
export { accountLocked, consentsGiven, consentWithdrawn, joined, profileChanged } from './events.ts';
export { onBlacklist } from './locks/blacklist.ts';
export { recordAnswers, recordCheck, recordSourced } from './profile/sourced.ts';
export { customer, identity, markFirstPaidOut, openCustomer } from './service.ts';
export { addTimeline } from './timeline.ts';
export type { ConsentRef, ConsentScope, CustomerSummary } from './types.ts';
export { reportQuality } from './view/repo.ts';
export { SCOPE_WORDS, SOURCE_WORDS } from './words.ts';
