export { assertAuthority, authorityPath } from './authority.ts';
export { branchForRegion, branches, createBranch } from './branches.ts';
export { checkCode, issueCode } from './codes.ts';
export { syncGrants } from './grants.ts';
export { endBorrowerSessions, openBorrowerSession } from './sessions.ts';
export { assertOtherPerson, createStaff, staffById, staffByRole } from './staff.ts';
export type { StaffRef } from './types.ts';
