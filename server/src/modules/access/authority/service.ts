import { assert, formatMoney, must } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { refuse } from '../refusals.ts';
import type { AuthorityCase, AuthorityPath, Level } from '../types.ts';
import { lentLevels, matrixRows, versionOn } from './repo.ts';
import { ceiling, deciding, levelOfRole, type MatrixRow, ROLE_OF, rank, rowsFor } from './rules.ts';

async function caseRows(ctx: Ctx, c: AuthorityCase): Promise<{ rows: MatrixRow[]; version: number }> {
  assert(c.exposureMinor >= 0n, 'exposure is never negative');
  const inForce = must(await versionOn(ctx.tx, ctx.today), 'an authority matrix is in force on every day');
  return { rows: rowsFor(await matrixRows(ctx.tx, inForce.version), c), version: inForce.version };
}

/** Who decides a case, by the matrix in force today (handbook 3.6). A decision keeps the version. */
export async function authorityPath(ctx: Ctx, c: AuthorityCase): Promise<AuthorityPath> {
  const { rows, version } = await caseRows(ctx, c);
  const { level } = must(deciding(rows, c.exposureMinor), 'every column of a matrix ends without ceiling');
  return { role: ROLE_OF[level], level, matrixVersion: version };
}

async function ownLevel(ctx: Ctx): Promise<Level | undefined> {
  const { actor } = ctx;
  if (actor.kind === 'system') return 'system_manager';
  if (actor.kind !== 'staff') return undefined;
  const byRole = actor.roles.flatMap((r) => levelOfRole(r, actor.branchId === null) ?? []);
  const lent = await lentLevels(ctx.tx, actor.id, ctx.today);
  return [...byRole, ...lent].sort((a, b) => rank(a) - rank(b)).at(-1);
}

/** The most exposure the acting person may decide in a case like this one, in minor units: zero for nothing, null for no ceiling. */
export async function authorityCeiling(ctx: Ctx, c: AuthorityCase): Promise<bigint | null> {
  const { rows } = await caseRows(ctx, c);
  return ceiling(rows, await ownLevel(ctx));
}

/** The acting person may decide the case, by role, place and what was lent to them. Refuses access.over_authority (facts limit, level). Answers the path. */
export async function assertAuthority(ctx: Ctx, c: AuthorityCase): Promise<AuthorityPath> {
  const path = await authorityPath(ctx, c);
  const own = await ownLevel(ctx);
  if (own !== undefined && rank(own) >= rank(path.level)) return path;
  const { rows } = await caseRows(ctx, c);
  const limit = ceiling(rows, own);
  throw refuse('access.over_authority', { facts: { limit: formatMoney(limit ?? 0n), level: path.level } });
}
