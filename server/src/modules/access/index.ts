export { assertAuthority, authorityCeiling, authorityPath } from './authority/service.ts';
export { assertOtherPerson } from './four-eyes/service.ts';
export { syncGrants } from './grants/service.ts';
export { checkCode, issueCode } from './sign-in/codes.ts';
export { newTotpSecret } from './sign-in/second-factor.ts';
export { endBorrowerSessions, openBorrowerSession } from './sign-in/sessions.ts';
export { branches, branchForRegion, createBranch } from './staff/branches.ts';
export { createStaff, staffById, staffByRole } from './staff/service.ts';
