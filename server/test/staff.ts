import { must } from '@tallystick/kernel';
import { Secret, TOTP } from 'otpauth';
import { branches, createBranch, createStaff, syncGrants } from '#modules/access';
import { type Actor, ANONYMOUS, type BranchId, type Operation, type StaffId, type StaffRole } from '#platform';
import type { World } from './world.ts';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export const TEST_PASSWORD = 'correct horse battery 42';
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

export const loginOf = async (world: World, s: StaffActor): Promise<string> =>
  must((await world.asOwner<{ login: string }>('select login from access.staff where id = $1', [s.id]))[0], 'a staff row').login;
/** A code of the second factor that will be taken now: of this half minute, or of the next when this one's was used. */
export async function freshCode(world: World, s: StaffActor): Promise<string> {
  const [row] = await world.asOwner<{ totp_step: string }>('select totp_step from access.staff where id = $1', [s.id]);
  const step = Math.max(Math.floor(Date.parse(world.clock.wall()) / 30_000), Number(row?.totp_step ?? 0) + 1);
  return new TOTP({ secret: Secret.fromBase32(TEST_SECRET), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: step * 30_000 });
}
let keys = 0;
/** Runs an operation as a browser would: with whatever staff session the token opens. Answers the output and the token that was set. */
export async function asBrowser(
  world: World,
  token: string | null,
  operation: Operation,
  input: object,
  ip = '10.0.0.1',
  // biome-ignore lint/suspicious/noExplicitAny: any operation's output
): Promise<{ output: any; token: string | null | undefined }> {
  keys += 1;
  const actor = token === null ? ANONYMOUS : (await world.rt.session('staff', token, null))?.actor;
  const origin = { ip, device: 'test', requestId: 'r' };
  const answer = await world.rt.execute(operation, { actor: actor ?? ANONYMOUS, input, key: `browser-key-${keys}`, origin });
  return { output: answer.output, token: answer.sessions.at(-1)?.token };
}
/** Signs a staff member in with password and second factor; answers the session's token. */
export async function signedIn(world: World, s: StaffActor): Promise<string> {
  const operation = (name: string): Operation => must(world.rt.operations.get(name), name);
  const { output } = await asBrowser(world, null, operation('access.sign_in'), { login: await loginOf(world, s), password: TEST_PASSWORD });
  const { token } = await asBrowser(world, null, operation('access.second_factor'), { pending: output.pending, code: await freshCode(world, s) });
  return must(token, 'a session token');
}
