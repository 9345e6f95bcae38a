import { type CustomerId, HOUSE, type Id, type Instant, words } from '@tallystick/kernel';

/** Staff roles of the bank (handbook section 7), and the borrower. */
export const STAFF_ROLES = [
  'RELATIONSHIP_MANAGER',
  'REVIEWER',
  'APPROVER',
  'COMMITTEE',
  'DISBURSEMENT',
  'POST_LOAN',
  'COLLECTOR',
  'RISK_MANAGER',
  'COMPLIANCE',
  'EXECUTIVE',
  'SERVICE_AGENT',
  'PRODUCT_MANAGER',
  'ADMIN',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export const ROLE_WORDS = words<StaffRole>({
  RELATIONSHIP_MANAGER: ['客户经理', 'relationship manager'],
  REVIEWER: ['审查员', 'credit reviewer'],
  APPROVER: ['审批人', 'approver'],
  COMMITTEE: ['贷审会', 'credit committee'],
  DISBURSEMENT: ['放款岗', 'disbursement officer'],
  POST_LOAN: ['贷后管理', 'post-loan officer'],
  COLLECTOR: ['催收员', 'collector'],
  RISK_MANAGER: ['风险经理', 'risk manager'],
  COMPLIANCE: ['合规审计', 'compliance'],
  EXECUTIVE: ['管理层', 'executive'],
  SERVICE_AGENT: ['客户服务', 'service agent'],
  PRODUCT_MANAGER: ['产品经理', 'product manager'],
  ADMIN: ['系统管理员', 'administrator'],
});
/** PUBLIC: nobody signed in. ANY_STAFF: whoever works here. SYSTEM: jobs and close of business. */
export type Role = StaffRole | 'BORROWER' | 'PUBLIC' | 'ANY_STAFF' | 'SYSTEM';

export type StaffId = Id<'staf'>;
export type BranchId = Id<'bran'>;
/** Who acts. `branchId` null means the head office: every branch is within reach. */
export type Actor =
  | {
      readonly kind: 'staff';
      readonly id: StaffId;
      readonly name: string;
      readonly branchId: BranchId | null;
      readonly roles: readonly StaffRole[];
      readonly sessionId: string;
      readonly steppedUpAt: Instant | null;
    }
  | { readonly kind: 'borrower'; readonly id: CustomerId; readonly customerId: CustomerId; readonly sessionId: string }
  | { readonly kind: 'system'; readonly id: 'system'; readonly name: string }
  | { readonly kind: 'anonymous'; readonly id: 'anonymous' };

export const ANONYMOUS: Actor = { kind: 'anonymous', id: 'anonymous' };
export const systemActor = (name: string): Actor => ({ kind: 'system', id: 'system', name });
/** The branch whose records an actor sees in lists; null for all of them. */
export const branchScope = (actor: Actor): BranchId | null => (actor.kind === 'staff' ? actor.branchId : null);
export const isHouse = (id: CustomerId): boolean => id === HOUSE;
