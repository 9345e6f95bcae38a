import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { BranchId, StaffId, StaffRole, Tx } from '#platform';
import type { Task, TaskId, TaskState } from './types.ts';

const TASK = `customer_id as "customerId", id, kind, subject, title_zh as "titleZh", title_en as "titleEn", link, owner_role as "ownerRole", owner_id as "ownerId", branch_id as "branchId",
  priority, state, due_at as "dueAt", opened_at as "openedAt", escalated_at as "escalatedAt", outcome, comment, version`;

/** Writes the task unless one of its kind and subject is open; answers the id of the open one. */
export async function insertTask(tx: Tx, t: Task): Promise<TaskId> {
  const made = await tx.query<{ id: TaskId }>(
    `insert into tasks.task (customer_id, id, kind, subject, title_zh, title_en, link, owner_role, owner_id, branch_id, priority, state, due_at, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (customer_id, kind, subject) where state in ('open', 'claimed') do nothing returning id`,
    [
      t.customerId,
      t.id,
      t.kind,
      t.subject,
      t.titleZh,
      t.titleEn,
      t.link,
      t.ownerRole,
      t.ownerId,
      t.branchId,
      t.priority,
      t.state,
      t.dueAt,
      t.openedAt,
    ],
  );
  if (made[0] !== undefined) return made[0].id;
  const [open] = await tx.query<{ id: TaskId }>(
    `select id from tasks.task where customer_id = $1 and kind = $2 and subject = $3 and state in ('open', 'claimed')`,
    [t.customerId, t.kind, t.subject],
  );
  return open?.id ?? t.id;
}
export async function lockTask(tx: Tx, customerId: CustomerId, id: TaskId): Promise<Task | undefined> {
  const [row] = await tx.query<Task>(`select ${TASK} from tasks.task where customer_id = $1 and id = $2 for update`, [customerId, id]);
  return row;
}
export async function setOwner(tx: Tx, t: Pick<Task, 'customerId' | 'id'>, ownerId: StaffId | null, state: TaskState, at: Instant): Promise<void> {
  tx.send('update tasks.task set owner_id = $3, state = $4, claimed_at = $5, version = version + 1 where customer_id = $1 and id = $2', [
    t.customerId,
    t.id,
    ownerId,
    state,
    ownerId === null ? null : at,
  ]);
}
export async function closeTask(
  tx: Tx,
  t: Pick<Task, 'customerId' | 'id'>,
  c: { state: TaskState; outcome: string; comment: string | null; by: string; at: Instant },
): Promise<void> {
  tx.send(
    'update tasks.task set state = $3, outcome = $4, comment = $5, closed_by = $6, closed_at = $7, version = version + 1 where customer_id = $1 and id = $2',
    [t.customerId, t.id, c.state, c.outcome, c.comment, c.by, c.at],
  );
}
export async function closeOpen(
  tx: Tx,
  c: { customerId: CustomerId; kind: string; subject: string; outcome: string; by: string; at: Instant },
): Promise<number> {
  const closed = await tx.query(
    `update tasks.task set state = 'done', outcome = $4, closed_by = $5, closed_at = $6, version = version + 1
     where customer_id = $1 and kind = $2 and subject = $3 and state in ('open', 'claimed') returning id`,
    [c.customerId, c.kind, c.subject, c.outcome, c.by, c.at],
  );
  return closed.length;
}
/** Escalated tasks stand in front already. */
export async function rankOpen(tx: Tx, r: { customerId: CustomerId; kind: string; priority: number }): Promise<void> {
  tx.send(`update tasks.task set priority = $3 where customer_id = $1 and kind = $2 and state in ('open', 'claimed') and escalated_at is null`, [
    r.customerId,
    r.kind,
    r.priority,
  ]);
}
export async function raiseTask(tx: Tx, t: Task, to: { role: StaffRole; branchId: BranchId | null; at: Instant }): Promise<void> {
  tx.send(
    `update tasks.task set owner_role = $3, owner_id = null, branch_id = $4, state = 'open', escalated_at = $5, escalated_from = $6, priority = 1, version = version + 1 where customer_id = $1 and id = $2`,
    [t.customerId, t.id, to.role, to.branchId, to.at, t.ownerId ?? t.ownerRole],
  );
}
export async function serviceLevel(tx: Tx, kind: string, day: CalendarDate): Promise<{ minutes: number; escalatesTo: StaffRole } | undefined> {
  const [row] = await tx.kept<{ minutes: number; escalatesTo: StaffRole }>(
    `select minutes, escalates_to as "escalatesTo" from tasks.service_level
     where kind in ($1, 'any') and effective_from <= $2 and (effective_to is null or effective_to > $2) order by (kind = 'any'), effective_from desc limit 1`,
    [kind, day],
  );
  return row;
}
/** Open tasks each of these people has. */
export const listLoads = (tx: Tx, staffIds: readonly StaffId[]): Promise<{ ownerId: StaffId; n: bigint }[]> =>
  tx.query(
    `select /* batch */ owner_id as "ownerId", count(*) as n from tasks.task where owner_id = any($1) and state in ('open', 'claimed') group by owner_id`,
    [staffIds],
  );
export const listLate = (tx: Tx, now: Instant): Promise<{ customerId: CustomerId; id: TaskId }[]> =>
  tx.query(
    `select /* batch */ customer_id as "customerId", id from tasks.task where state in ('open', 'claimed') and escalated_at is null and due_at < $1 order by customer_id, id limit 20000`,
    [now],
  );

export type TaskFilter = {
  readonly branchId: string | null;
  readonly roles: readonly StaffRole[];
  readonly staffId: string;
  /** mine: given to me. queue: free for my roles. both: what I may work on. branch: everything in reach. */
  readonly scope: 'mine' | 'queue' | 'both' | 'branch';
  readonly open: boolean;
  readonly kind?: string | undefined;
  readonly lateAt: Instant | null;
  readonly customerId: CustomerId | null;
};
const SCOPES = {
  mine: 'owner_id = $3',
  queue: '(owner_id is null and owner_role = any($2))',
  both: '(owner_id = $3 or (owner_id is null and owner_role = any($2)))',
  branch: 'true',
} as const;
const where = (f: TaskFilter): string =>
  `$2::text[] is not null and ($1::text is null or branch_id = $1 or owner_id = $3) and ${SCOPES[f.scope]} and (state in ('open', 'claimed')) = $4 and ($5::text is null or kind = $5) and ($6::timestamptz is null or due_at < $6)
   and ($7::text is null or customer_id = $7)`;
const paramsOf = (f: TaskFilter): unknown[] => [f.branchId, f.roles, f.staffId, f.open, f.kind ?? null, f.lateAt, f.customerId];
const ORDER = { dueAt: 'due_at, id', '-dueAt': 'due_at desc, id', priority: 'priority, due_at, id', '-openedAt': 'opened_at desc, id' } as const;
export type TaskSort = keyof typeof ORDER;
export async function listTasks(tx: Tx, f: TaskFilter, sort: TaskSort, limit: number, offset: number): Promise<{ items: Task[]; total: number }> {
  const items = await tx.query<Task>(`select /* batch */ ${TASK} from tasks.task where ${where(f)} order by ${ORDER[sort]} limit $8 offset $9`, [
    ...paramsOf(f),
    limit,
    offset,
  ]);
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from tasks.task where ${where(f)}`, paramsOf(f));
  return { items, total: Number(count?.n ?? 0n) };
}
export async function reportCounts(
  tx: Tx,
  f: TaskFilter,
  now: Instant,
  dayEnd: Instant,
): Promise<{ open: number; late: number; dueToday: number; escalated: number }> {
  const [row] = await tx.query<Record<'open' | 'late' | 'dueToday' | 'escalated', bigint>>(
    `select /* batch */ count(*) as open, count(*) filter (where due_at < $8) as late, count(*) filter (where due_at < $9) as "dueToday", count(*) filter (where escalated_at is not null) as escalated
     from tasks.task where ${where(f)}`,
    [...paramsOf(f), now, dayEnd],
  );
  return {
    open: Number(row?.open ?? 0n),
    late: Number(row?.late ?? 0n),
    dueToday: Number(row?.dueToday ?? 0n),
    escalated: Number(row?.escalated ?? 0n),
  };
}
