import type { BranchId, StaffId, StaffRole } from '#platform';

export type StaffRef = { readonly id: StaffId; readonly name: string; readonly branchId: BranchId | null; readonly roles: readonly StaffRole[] };
export type Branch = { readonly id: BranchId; readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly region: string };

/** Levels of decision from the bottom up; a higher level may decide what a lower one may (handbook 3.6). */
export const LEVELS = [
  'system_manager',
  'manager',
  'branch_reviewer',
  'branch_head',
  'division_risk',
  'division_committee',
  'head_approver',
  'head_committee',
  'head_committee_president',
] as const;
export type Level = (typeof LEVELS)[number];
/** A case as the matrix sees it: exposure of the customer's group including this case, in minor units. */
export type AuthorityCase = {
  readonly exposureMinor: bigint;
  readonly gradeGroup: string;
  readonly secured: boolean;
  readonly productCode: string;
  /** Related persons, restructured or overdue customers: one level up. */
  readonly raised?: boolean;
};
export type AuthorityPath = { readonly role: StaffRole; readonly level: Level; readonly matrixVersion: number };

/** What one-time codes are for; a code for one purpose is none for another. */
export type CodePurpose = 'sign_in' | 'sign_contract' | 'change_mobile' | 'withdraw_consent';
export type CodeRequest = { readonly purpose: CodePurpose; readonly mobile: string };
export type NewStaff = {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly branchId: BranchId | null;
  /** Base32, as authenticator apps take it. */
  readonly totpSecret: string;
  /** Courses counted as completed today; the gate for sensitive roles asks for them. */
  readonly trained?: boolean;
  /** Shows login, password and current code on the sign-in page. For demonstrations only. */
  readonly demoHint?: boolean;
};
