import { createStaff, newTotpSecret } from '#modules/access';
import { type BranchId, STAFF_ROLES } from '#platform';
import { openCluster, openRuntime } from '../open.ts';

/** `tally user add`: the first administrator of a new installation; later ones are added on screen under dual control. */
export async function userAdd(o: {
  login: string;
  name: string;
  roles: string;
  branch?: string;
}): Promise<{ ok: boolean; data: unknown; text: string }> {
  const password = process.env['TALLY_PASSWORD'];
  if (!password) throw Object.assign(new Error('set TALLY_PASSWORD to the first password'), { code: 'user.password' });
  const roles = o.roles.split(',').map((r) => STAFF_ROLES.find((known) => known === r.trim()) ?? unknownRole(r));
  const cluster = await openCluster();
  const rt = openRuntime({ databaseUrl: cluster.url, process: 'user' });
  try {
    const totpSecret = newTotpSecret();
    const id = await rt.asSystem('user.add', (ctx) =>
      createStaff(ctx, { login: o.login, password, name: o.name, roles, branchId: (o.branch as BranchId | undefined) ?? null, totpSecret }),
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
  throw Object.assign(new Error(`${role} is not a role; roles are ${STAFF_ROLES.join(', ')}`), { code: 'user.role' });
}
