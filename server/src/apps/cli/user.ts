import { branches, createStaff, newTotpSecret } from '#modules/access';
import { type BranchId, type Ctx, STAFF_ROLES } from '#platform';
import { openCluster, openRuntime } from '../open.ts';
import { WordsOff } from './words-off.ts';

/** `tally user add`: the first administrator of a new installation; later ones are added on screen under dual control. */
export async function userAdd(o: {
  login: string;
  name: string;
  roles: string;
  branch?: string;
}): Promise<{ ok: boolean; data: unknown; text: string }> {
  const password = process.env['TALLY_PASSWORD'];
  if (!password) throw new WordsOff('user.password', 'set TALLY_PASSWORD to the first password');
  const roles = o.roles.split(',').map((r) => STAFF_ROLES.find((known) => known === r.trim()) ?? unknownRole(r));
  const cluster = await openCluster();
  const rt = openRuntime({ databaseUrl: cluster.url, process: 'user' });
  try {
    const totpSecret = newTotpSecret();
    const id = await rt.asSystem('user.add', async (ctx) =>
      createStaff(ctx, { login: o.login, password, name: o.name, roles, branchId: await branchOf(ctx, o.branch), totpSecret }),
    );
    return {
      ok: true,
      data: { id, totpSecret },
      text: `${id}\nSecond factor (enter it in an authenticator app, it is not shown again): ${totpSecret}`,
    };
  } finally {
    await rt.stop();
    await cluster.stop();
  }
}
function unknownRole(role: string): never {
  throw new WordsOff('user.role', `${role} is not a role; roles are ${STAFF_ROLES.join(', ')}`);
}
async function branchOf(ctx: Ctx, code: string | undefined): Promise<BranchId | null> {
  if (code === undefined) return null;
  const open = await branches(ctx);
  const found = open.find((b) => b.code === code);
  if (found === undefined)
    throw new WordsOff('user.branch', `there is no branch ${code}; branches are ${open.map((b) => b.code).join(', ') || 'none yet'}`);
  return found.id;
}
