import type { CalendarDate, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId, StaffRole, Tx } from '#platform';
import type { CourseDone, CourseNeed } from '../rules.ts';
import type { Branch } from '../types.ts';

export type StaffRow = {
  id: StaffId;
  login: string;
  name: string;
  passwordHash: string;
  totpSealed: string;
  totpConfirmed: boolean;
  totpStep: bigint;
  roles: StaffRole[];
  branchId: BranchId | null;
  state: 'active' | 'disabled';
  createdAt: Instant;
  version: number;
};
const STAFF = `id, login, name, password_hash as "passwordHash", totp_sealed as "totpSealed", totp_confirmed as "totpConfirmed", totp_step as "totpStep", roles, branch_id as "branchId", state,
  created_at as "createdAt", version`;

export async function staffRow(tx: Tx, id: string, lock = false): Promise<StaffRow | undefined> {
  const [row] = await tx.query<StaffRow>(`select ${STAFF} from access.staff where id = $1${lock ? ' for update' : ''}`, [id]);
  return row;
}
export async function staffByLogin(tx: Tx, login: string): Promise<StaffRow | undefined> {
  const [row] = await tx.query<StaffRow>(`select ${STAFF} from access.staff where login = lower($1)`, [login]);
  return row;
}
export async function insertStaff(tx: Tx, s: StaffRow): Promise<void> {
  await tx.query(
    `insert into access.staff (id, login, name, password_hash, totp_sealed, totp_confirmed, roles, branch_id, state, created_at) values ($1, lower($2), $3, $4, $5, $6, $7, $8, $9, $10)`,
    [s.id, s.login, s.name, s.passwordHash, s.totpSealed, s.totpConfirmed, s.roles, s.branchId, s.state, s.createdAt],
  );
}
/** Writes what a person may have changed; false when the version was another. */
export async function updateStaff(tx: Tx, s: Pick<StaffRow, 'id' | 'name' | 'roles' | 'branchId' | 'state' | 'version'>): Promise<boolean> {
  const done = await tx.query(
    'update access.staff set name = $2, roles = $3, branch_id = $4, state = $5, version = version + 1 where id = $1 and version = $6 returning id',
    [s.id, s.name, s.roles, s.branchId, s.state, s.version],
  );
  return done.length === 1;
}
export async function setPassword(tx: Tx, id: StaffId, passwordHash: string): Promise<void> {
  tx.send('update access.staff set password_hash = $2, version = version + 1 where id = $1', [id, passwordHash]);
}
export async function setSecondFactor(tx: Tx, id: StaffId, totpSealed: string): Promise<void> {
  tx.send('update access.staff set totp_sealed = $2, totp_confirmed = false, totp_step = 0, version = version + 1 where id = $1', [id, totpSealed]);
}
/** Uses a time step up; false when it, or a later one, was used meanwhile. */
export async function useStep(tx: Tx, id: StaffId, step: bigint): Promise<boolean> {
  return (
    (await tx.query('update access.staff set totp_step = $2, totp_confirmed = true where id = $1 and totp_step < $2 returning id', [id, step]))
      .length === 1
  );
}
export const activeWithRole = (tx: Tx, role: StaffRole, branchId: BranchId | null): Promise<StaffRow[]> =>
  tx.query<StaffRow>(
    `select ${STAFF} from access.staff where state = 'active' and $1 = any(roles) and branch_id is not distinct from $2 order by id limit 500`,
    [role, branchId],
  );
export async function listStaff(
  tx: Tx,
  f: { branchId: string | null; role?: string | undefined; state?: string | undefined; limit: number; offset: number },
): Promise<{ items: StaffRow[]; total: number }> {
  const where = `($1::text is null or branch_id = $1) and ($2::text is null or $2 = any(roles)) and ($3::text is null or state = $3)`;
  const params = [f.branchId, f.role ?? null, f.state ?? null];
  const items = await tx.query<StaffRow>(`select ${STAFF} from access.staff where ${where} order by login limit $4 offset $5`, [
    ...params,
    f.limit,
    f.offset,
  ]);
  const [count] = await tx.query<{ n: bigint }>(`select count(*) as n from access.staff where ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}

export const courseNeeds = (tx: Tx, today: CalendarDate): Promise<CourseNeed[]> =>
  tx.kept<CourseNeed>(
    `select role, course, valid_days as "validDays" from access.role_training where effective_from <= $1 and (effective_to is null or effective_to > $1)`,
    [today],
  );
export const courses = (tx: Tx, today: CalendarDate): Promise<{ course: string; nameZh: string; nameEn: string }[]> =>
  tx.kept(
    `select distinct course, name_zh as "nameZh", name_en as "nameEn" from access.role_training where effective_from <= $1 and (effective_to is null or effective_to > $1) order by course`,
    [today],
  );
export const coursesDone = (tx: Tx, staffIds: readonly string[]): Promise<(CourseDone & { staffId: StaffId })[]> =>
  tx.query(
    `select staff_id as "staffId", course, completed_on as "completedOn" from access.training where staff_id = any($1) order by completed_on desc limit 5000`,
    [staffIds],
  );
export async function insertTraining(tx: Tx, t: { staffId: StaffId; course: string; completedOn: CalendarDate; recordedBy: string }): Promise<void> {
  tx.send(
    'insert into access.training (staff_id, course, completed_on, recorded_by) values ($1, $2, $3, $4) on conflict (staff_id, course, completed_on) do nothing',
    [t.staffId, t.course, t.completedOn, t.recordedBy],
  );
}

export type BranchRow = Branch & { state: 'open' | 'closed'; version: number };
const BRANCH = `id, code, name_zh as "nameZh", name_en as "nameEn", region, state, version`;
export const listBranches = (tx: Tx): Promise<BranchRow[]> => tx.query<BranchRow>(`select ${BRANCH} from access.branch order by code limit 1000`);
export async function branchRow(tx: Tx, id: string): Promise<BranchRow | undefined> {
  const [row] = await tx.query<BranchRow>(`select ${BRANCH} from access.branch where id = $1`, [id]);
  return row;
}
export async function insertBranch(tx: Tx, b: Branch): Promise<void> {
  await tx.query('insert into access.branch (id, code, name_zh, name_en, region) values ($1, $2, $3, $4, $5)', [
    b.id,
    b.code,
    b.nameZh,
    b.nameEn,
    b.region,
  ]);
}
export async function updateBranch(tx: Tx, b: BranchRow): Promise<boolean> {
  const done = await tx.query(
    'update access.branch set name_zh = $2, name_en = $3, region = $4, state = $5, version = version + 1 where id = $1 and version = $6 returning id',
    [b.id, b.nameZh, b.nameEn, b.region, b.state, b.version],
  );
  return done.length === 1;
}

export const insertHint = async (tx: Tx, staffId: StaffId, password: string): Promise<void> => {
  tx.send('insert into access.demo_hint (staff_id, password) values ($1, $2) on conflict (staff_id) do update set password = excluded.password', [
    staffId,
    password,
  ]);
};
export const listHints = (tx: Tx): Promise<(StaffRow & { password: string; branchZh: string | null; branchEn: string | null })[]> =>
  tx.query(
    `select s.id, s.login, s.name, s.totp_sealed as "totpSealed", s.totp_step as "totpStep", s.roles, h.password, b.name_zh as "branchZh", b.name_en as "branchEn"
     from access.demo_hint h join access.staff s on s.id = h.staff_id left join access.branch b on b.id = s.branch_id where s.state = 'active' order by s.login limit 100`,
  );

export async function preferenceOf(tx: Tx, staffId: StaffId, key: string): Promise<string | undefined> {
  const [row] = await tx.query<{ value: string }>(`select value #>> '{}' as value from access.preference where staff_id = $1 and key = $2`, [
    staffId,
    key,
  ]);
  return row?.value;
}
export async function savePreference(tx: Tx, staffId: StaffId, key: string, value: string): Promise<void> {
  tx.send(
    'insert into access.preference (staff_id, key, value) values ($1, $2, to_jsonb($3::text)) on conflict (staff_id, key) do update set value = excluded.value',
    [staffId, key, value],
  );
}
