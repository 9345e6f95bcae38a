import type { CustomerId, Id, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId, StaffRole } from '#platform';

export type TaskId = Id<'task'>;
export type TaskState = 'open' | 'claimed' | 'done' | 'cancelled';
export type Task = {
  readonly customerId: CustomerId;
  readonly id: TaskId;
  readonly kind: string;
  readonly subject: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly link: string;
  readonly ownerRole: StaffRole;
  readonly ownerId: StaffId | null;
  readonly branchId: BranchId | null;
  readonly priority: number;
  readonly state: TaskState;
  readonly dueAt: Instant;
  readonly openedAt: Instant;
  readonly escalatedAt: Instant | null;
  readonly outcome: string | null;
  readonly comment: string | null;
  readonly version: number;
};
