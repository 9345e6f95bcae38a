import { Bug } from '@tallystick/kernel';
import type { BranchId, Ctx, StaffId, StaffRole } from '#platform';
import type { NewStaff, StaffRef } from './types.ts';

/** Refuses platform.not_found. */
export async function staffById(_ctx: Ctx, _id: StaffId): Promise<StaffRef> { throw new Bug('being written'); }
/** Active staff of a role in a branch; with null, of the head office. By id, so that the order is stable. */
export async function staffByRole(_ctx: Ctx, _role: StaffRole, _branchId: BranchId | null): Promise<StaffRef[]> { throw new Bug('being written'); }
/** Four eyes for work that is not a stored request. Refuses access.maker_cannot_check. */
export function assertOtherPerson(_ctx: Ctx, _makerId: string): void { throw new Bug('being written'); }
/** A new staff member. Refuses access.login_taken, access.password_weak, access.branch_unknown. For start-up and seeds; on screen it is dual-controlled. */
export async function createStaff(_ctx: Ctx, _s: NewStaff): Promise<StaffId> { throw new Bug('being written'); }
