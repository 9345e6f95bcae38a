import { type Ctx, type Operation, STAFF_ROLES } from '#platform';
import { grantsOn, insertDefaults } from './repo.ts';

/** Writes the default rights of operations that have none yet; what the bank changed stays. */
export async function syncGrants(ctx: Ctx, operations: readonly Operation[]): Promise<void> {
  const pairs = operations.flatMap((o) => STAFF_ROLES.filter((r) => o.allow.includes(r)).map((role) => ({ role, permission: o.name })));
  await insertDefaults(
    ctx.tx,
    pairs.map((p) => p.role),
    pairs.map((p) => p.permission),
  );
}

/** Which permissions each staff role has today. */
export async function grantsToday(ctx: Ctx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const map = new Map<string, Set<string>>();
  for (const g of await grantsOn(ctx.tx, ctx.today)) map.set(g.role, (map.get(g.role) ?? new Set()).add(g.permission));
  return map;
}
/** What the acting staff member may do, by name; what is open to any staff is not listed. */
export async function ownPermissions(ctx: Ctx): Promise<string[]> {
  if (ctx.actor.kind !== 'staff') return [];
  const map = await grantsToday(ctx);
  return [...new Set(ctx.actor.roles.flatMap((r) => [...(map.get(r) ?? [])]))].sort();
}
