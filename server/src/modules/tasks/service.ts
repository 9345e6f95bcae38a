import { Bug, type CustomerId, type Instant } from '@tallystick/kernel';
import type { BranchId, Ctx, StaffId, StaffRole } from '#platform';
import type { TaskId } from './types.ts';

export type OpenTask = {
  readonly customerId: CustomerId;
  readonly kind: string;
  /** What the work is about: an id. One task of a kind and subject is open at a time. */
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly ownerRole: StaffRole;
  /** A person, or 'least_loaded': whoever of role and branch has the fewest open tasks. Left out: the queue. */
  readonly ownerId?: StaffId | 'least_loaded';
  readonly branchId: BranchId | null;
  /** Left out: by the kind's service level. */
  readonly dueAt?: Instant;
  /** 1 is the most urgent, 5 the least; 3 when left out. */
  readonly priority?: number;
  /** Path in the console, like /customers/cust_…/applications/appl_…. */
  readonly link: string;
};
export type CloseTasks = { readonly customerId: CustomerId; readonly kind: string; readonly subject: string; readonly outcome: string };
export type AssignTask = { readonly customerId: CustomerId; readonly taskId: TaskId; readonly ownerId: StaffId };

/** Opens a task, or answers the one of the same kind and subject that is open already. */
export async function openTask(_ctx: Ctx, _o: OpenTask): Promise<TaskId> { throw new Bug('being written'); }
/** Closes what is open of a kind and subject; nothing when nothing is. Answers how many were closed. */
export async function closeTasks(_ctx: Ctx, _o: CloseTasks): Promise<number> { throw new Bug('being written'); }
/** Gives an open task to a person. */
export async function assignTask(_ctx: Ctx, _o: AssignTask): Promise<void> { throw new Bug('being written'); }
