import { Secret } from 'otpauth';
import { branches, createBranch, createStaff, syncGrants } from '#modules/access';
import type { Actor, BranchId, StaffId, StaffRole } from '#platform';
import type { World } from './world.ts';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export const TEST_PASSWORD = 'correct horse battery 42';
/** A code of the second factor for it: see `codeTakenNow` of access. */
export const TEST_SECRET = new Secret({ size: 20 }).base32;
let made = 0;

/** A branch with a code of its own. */
export function makeBranch(world: World, region = '330100'): Promise<BranchId> {
  return world.rt.asSystem('test', async (ctx) => {
    const code = `B${(await branches(ctx)).length + 1}${region}`;
    return createBranch(ctx, { code, nameZh: `测试支行 ${code}`, nameEn: `Test branch ${code}`, region });
  });
}

/** A staff member with a real row, every course done and the default rights of everything that is mounted. No branch: the head office. The second factor counts as shown. */
export async function makeStaff(world: World, roles: readonly StaffRole[], branchId: BranchId | null = null): Promise<StaffActor> {
  made += 1;
  const name = `测试员工${made}`;
  const id: StaffId = await world.rt.asSystem('test', async (ctx) => {
    await syncGrants(ctx, [...world.rt.operations.values()]);
    return createStaff(ctx, { login: `tester${made}`, password: TEST_PASSWORD, name, roles, branchId, totpSecret: TEST_SECRET, trained: true });
  });
  world.rt.forgetGrants();
  return { kind: 'staff', id, name, branchId, roles, sessionId: 'sess_test', steppedUpAt: '2999-01-01T00:00:00.000Z' };
}
