import type { CalendarDate } from '@tallystick/kernel';
import type { StaffId, StaffRole, Tx } from '#platform';

export type GrantRow = { role: StaffRole; permission: string; effectiveFrom: CalendarDate; effectiveTo: CalendarDate | null; source: string };
const GRANT = `role, permission, effective_from as "effectiveFrom", effective_to as "effectiveTo", source`;
const IN_FORCE = 'effective_from <= $1 and (effective_to is null or effective_to > $1)';

export const grantsOn = (tx: Tx, day: CalendarDate): Promise<{ role: string; permission: string }[]> =>
  tx.kept(`select role, permission from access.role_grant where ${IN_FORCE}`, [day]);
/** Only where role and permission have no row at all: a right that the bank took away stays away. */
export async function insertDefaults(tx: Tx, roles: readonly string[], permissions: readonly string[]): Promise<void> {
  tx.send(
    `insert into access.role_grant (role, permission, effective_from, source)
     select r, p, date '2020-01-01', 'default' from unnest($1::text[], $2::text[]) as t(r, p)
     where not exists (select 1 from access.role_grant g where g.role = t.r and g.permission = t.p)`,
    [roles, permissions],
  );
}
export async function listGrants(
  tx: Tx,
  f: { role?: string | undefined; permission?: string | undefined; limit: number; offset: number },
): Promise<{ items: GrantRow[]; total: number }> {
  const where = '($1::text is null or role = $1) and ($2::text is null or permission like $2)';
  const params = [f.role ?? null, f.permission === undefined ? null : `${f.permission}%`];
  const items = await tx.kept<GrantRow>(
    `select ${GRANT} from access.role_grant where ${where} order by permission, role, effective_from limit $3 offset $4`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.kept<{ n: bigint }>(`select count(*) as n from access.role_grant where ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}
export async function knowsPermission(tx: Tx, permission: string): Promise<boolean> {
  return (await tx.kept('select 1 from access.role_grant where permission = $1 limit 1', [permission])).length > 0;
}
/** Ends what is in force from that day on, and what was to begin later. */
export async function closeGrant(tx: Tx, role: string, permission: string, from: CalendarDate): Promise<void> {
  tx.send(
    `update access.role_grant set effective_to = greatest($3::date, effective_from) where role = $1 and permission = $2 and (effective_to is null or effective_to > $3)`,
    [role, permission, from],
  );
}
export async function insertGrant(tx: Tx, role: string, permission: string, from: CalendarDate, source: string): Promise<void> {
  tx.send(
    `insert into access.role_grant (role, permission, effective_from, source) values ($1, $2, $3, $4)
     on conflict (role, permission, effective_from) do update set effective_to = null, source = excluded.source`,
    [role, permission, from, source],
  );
}

export async function insertPermit(
  tx: Tx,
  p: { id: string; staffId: StaffId; permission: string; from: CalendarDate; to: CalendarDate; reason: string; checkerId: StaffId },
): Promise<void> {
  tx.send(
    'insert into access.export_permit (id, staff_id, permission, valid_from, valid_to, reason, checker_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [p.id, p.staffId, p.permission, p.from, p.to, p.reason, p.checkerId],
  );
}
export async function permitOn(tx: Tx, staffId: StaffId, permission: string, day: CalendarDate): Promise<boolean> {
  return (
    (
      await tx.query('select 1 from access.export_permit where staff_id = $1 and permission = $2 and valid_from <= $3 and valid_to >= $3 limit 1', [
        staffId,
        permission,
        day,
      ])
    ).length > 0
  );
}
