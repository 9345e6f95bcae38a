import type { Instant } from '@tallystick/kernel';
import { type Actor, type BranchId, type Ctx, refusePlatform, type StaffId, type StaffRole, violated } from '#platform';
import { refuse } from '../refusals.ts';
import { gateRoles, isWeakPassword } from '../rules.ts';
import { hashPassword } from '../sign-in/password.ts';
import type { NewStaff, StaffRef } from '../types.ts';
import { assertBranchOpen } from './branches.ts';
import { activeWithRole, courseNeeds, coursesDone, insertHint, insertStaff, insertTraining, type StaffRow, staffRow } from './repo.ts';

const SEAL_PLACE = (id: StaffId): string => `access.staff.totp|${id}`;
export const sealSecret = (ctx: Ctx, id: StaffId, secret: string): string => ctx.vault.seal(SEAL_PLACE(id), secret);
export const openSecret = (ctx: Ctx, s: Pick<StaffRow, 'id' | 'totpSealed'>): string => ctx.vault.open(SEAL_PLACE(s.id), s.totpSealed);

/** Staff with the roles they may use today: a sensitive role waits until its course is done and fresh. */
export async function withUsableRoles<S extends Pick<StaffRow, 'id' | 'roles'>>(
  ctx: Ctx,
  rows: readonly S[],
): Promise<(S & { usable: StaffRole[]; waiting: StaffRole[] })[]> {
  const needs = await courseNeeds(ctx.tx, ctx.today);
  const done = await coursesDone(
    ctx.tx,
    rows.map((r) => r.id),
  );
  return rows.map((r) => ({
    ...r,
    ...gateRoles(
      r.roles,
      needs,
      done.filter((d) => d.staffId === r.id),
      ctx.today,
    ),
  }));
}
const asRef = (s: StaffRow & { usable: StaffRole[] }): StaffRef => ({ id: s.id, name: s.name, branchId: s.branchId, roles: s.usable });

/** Refuses platform.not_found. Disabled staff are found too: old work names them. */
export async function staffById(ctx: Ctx, id: StaffId): Promise<StaffRef> {
  const row = await staffRow(ctx.tx, id);
  const [found] = row === undefined ? [] : await withUsableRoles(ctx, [row]);
  if (found === undefined) throw refusePlatform('platform.not_found');
  return asRef(found);
}
/** Active staff who may use a role in a branch today; with null, of the head office. By id, so the order is stable. */
export async function staffByRole(ctx: Ctx, role: StaffRole, branchId: BranchId | null): Promise<StaffRef[]> {
  const rows = await withUsableRoles(ctx, await activeWithRole(ctx.tx, role, branchId));
  return rows.filter((r) => r.usable.includes(role)).map(asRef);
}
/** The acting person of a session; undefined when they no longer work here. */
export async function actingStaff(ctx: Ctx, id: StaffId, sessionId: string, steppedUpAt: Instant | null): Promise<Actor | undefined> {
  const row = await staffRow(ctx.tx, id);
  if (row?.state !== 'active') return undefined;
  const [ref] = await withUsableRoles(ctx, [row]);
  return ref && { kind: 'staff', id: row.id, name: row.name, branchId: row.branchId, roles: ref.usable, sessionId, steppedUpAt };
}

/**
 * A new staff member. Refuses access.login_taken, access.password_weak, access.branch_unknown. Seeds and the command line call it straight;
 * on screen it is dual-controlled and the owner shows the second factor at the first sign-in.
 */
export async function createStaff(ctx: Ctx, s: NewStaff & { confirmed?: boolean }): Promise<StaffId> {
  if (isWeakPassword(s.login, s.password)) throw refuse('access.password_weak', { field: 'password' });
  await assertBranchOpen(ctx, s.branchId);
  const id = ctx.newId('staf');
  try {
    await insertStaff(ctx.tx, {
      id,
      login: s.login,
      name: s.name,
      passwordHash: await hashPassword(s.password),
      totpSealed: sealSecret(ctx, id, s.totpSecret),
      totpConfirmed: s.confirmed ?? true,
      totpStep: 0n,
      roles: [...s.roles],
      branchId: s.branchId,
      state: 'active',
      createdAt: ctx.now,
      version: 1,
    });
  } catch (error) {
    if (violated(error) === 'staff_login_key') throw refuse('access.login_taken', { field: 'login' });
    throw error;
  }
  if (s.trained) {
    const needed = (await courseNeeds(ctx.tx, ctx.today)).filter((n) => (s.roles as readonly string[]).includes(n.role));
    for (const { course } of needed) await insertTraining(ctx.tx, { staffId: id, course, completedOn: ctx.today, recordedBy: ctx.actor.id });
  }
  if (s.demoHint) await insertHint(ctx.tx, id, s.password);
  return id;
}
