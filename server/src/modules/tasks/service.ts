import { type CustomerId, type Instant, must, plusMinutes } from '@tallystick/kernel';
import { staffById, staffByRole } from '#modules/access';
import { type BranchId, type Ctx, refusePlatform, type StaffId, type StaffRole } from '#platform';
import { taskEscalated } from './events.ts';
import { refuse } from './refusals.ts';
import { closeOpen, closeTask, insertTask, listLoads, lockTask, raiseTask, rankOpen, serviceLevel, setOwner } from './repo.ts';
import { hindrance } from './rules.ts';
import type { Task, TaskId } from './types.ts';

export type OpenTask = {
  readonly customerId: CustomerId;
  readonly kind: string;
  /** What the work is about: an id. One task of a kind and subject is open at a time. */
  readonly subject: string;
  readonly zh: string;
  readonly en: string;
  readonly ownerRole: StaffRole;
  /** A person, or 'least_loaded': whoever of role and branch has the fewest open tasks. Left out: the queue. */
  readonly ownerId?: StaffId | 'least_loaded';
  readonly branchId: BranchId | null;
  /** Left out: by the kind's service level. */
  readonly dueAt?: Instant;
  /** 1 is the most urgent, 5 the least; 3 when left out. */
  readonly priority?: number;
  /** Path in the console, like /customers/cust_…/applications/appl_…. */
  readonly link: string;
};
export type CloseTasks = { readonly customerId: CustomerId; readonly kind: string; readonly subject: string; readonly outcome: string };
export type AssignTask = { readonly customerId: CustomerId; readonly taskId: TaskId; readonly ownerId: StaffId };
const USUAL_PRIORITY = 3;

/** Whoever of a role and branch has the fewest open tasks; of equals the first by id. Undefined when nobody has the role there. */
async function leastLoaded(ctx: Ctx, role: StaffRole, branchId: BranchId | null): Promise<StaffId | undefined> {
  const people = await staffByRole(ctx, role, branchId);
  const loads = new Map(
    (
      await listLoads(
        ctx.tx,
        people.map((p) => p.id),
      )
    ).map((l) => [l.ownerId, l.n]),
  );
  const load = (id: StaffId): bigint => loads.get(id) ?? 0n;
  return people.map((p) => p.id).sort((a, b) => (load(a) < load(b) ? -1 : load(a) > load(b) ? 1 : a < b ? -1 : 1))[0];
}

/** Opens a task, or answers the one of the same kind and subject that is open already. */
export async function openTask(ctx: Ctx, o: OpenTask): Promise<TaskId> {
  const level = must(await serviceLevel(ctx.tx, o.kind, ctx.today), 'a service level for any kind of task');
  const ownerId = o.ownerId === 'least_loaded' ? await leastLoaded(ctx, o.ownerRole, o.branchId) : o.ownerId;
  return insertTask(ctx.tx, {
    customerId: o.customerId,
    id: ctx.newId('task'),
    kind: o.kind,
    subject: o.subject,
    titleZh: o.zh,
    titleEn: o.en,
    link: o.link,
    ownerRole: o.ownerRole,
    ownerId: ownerId ?? null,
    branchId: o.branchId,
    priority: o.priority ?? USUAL_PRIORITY,
    state: 'open',
    dueAt: o.dueAt ?? plusMinutes(ctx.now, level.minutes),
    openedAt: ctx.now,
    escalatedAt: null,
    outcome: null,
    comment: null,
    version: 1,
  });
}
/** Moves what is open of a kind for a customer to another place in the queue: 1 is first. */
export const rankTasks = (ctx: Ctx, r: { customerId: CustomerId; kind: string; priority: number }): Promise<void> => rankOpen(ctx.tx, r);
/** Closes what is open of a kind and subject; nothing when nothing is. Answers how many were closed. */
export const closeTasks = (ctx: Ctx, o: CloseTasks): Promise<number> => closeOpen(ctx.tx, { ...o, by: ctx.actor.id, at: ctx.now });

async function openOne(ctx: Ctx, customerId: CustomerId, taskId: TaskId): Promise<Task> {
  const task = await lockTask(ctx.tx, customerId, taskId);
  if (task === undefined) throw refusePlatform('platform.not_found');
  if (task.state !== 'open' && task.state !== 'claimed') throw refuse('tasks.not_open');
  return task;
}
/** Gives an open task to a person of its role within its branch, or of the head office. Refuses tasks.not_open, tasks.owner_unfit. */
export async function assignTask(ctx: Ctx, o: AssignTask): Promise<void> {
  const task = await openOne(ctx, o.customerId, o.taskId);
  const owner = await staffById(ctx, o.ownerId);
  const inReach = owner.branchId === null || owner.branchId === task.branchId;
  if (!owner.roles.includes(task.ownerRole) || !inReach) throw refuse('tasks.owner_unfit', { field: 'ownerId' });
  await setOwner(ctx.tx, task, owner.id, 'claimed', ctx.now);
}
/** The open task, if the acting person may work on it. Refuses tasks.not_open, tasks.taken, tasks.not_yours. */
async function workable(ctx: Ctx, customerId: CustomerId, taskId: TaskId): Promise<Task> {
  const task = await lockTask(ctx.tx, customerId, taskId);
  if (task === undefined || ctx.actor.kind !== 'staff') throw refusePlatform('platform.not_found');
  const why = hindrance(task, ctx.actor);
  if (why !== undefined) throw refuse(why, { facts: { role: task.ownerRole } });
  return task;
}
/** Takes a task out of the queue. Taking one's own again changes nothing. */
export async function claimTask(ctx: Ctx, customerId: CustomerId, taskId: TaskId): Promise<void> {
  const task = await workable(ctx, customerId, taskId);
  await setOwner(ctx.tx, task, ctx.actor.id as StaffId, 'claimed', ctx.now);
}
/** Puts one's own task back into the queue. */
export async function releaseTask(ctx: Ctx, customerId: CustomerId, taskId: TaskId): Promise<void> {
  const task = await workable(ctx, customerId, taskId);
  await setOwner(ctx.tx, task, null, 'open', ctx.now);
}
export async function completeTask(ctx: Ctx, o: { customerId: CustomerId; taskId: TaskId; outcome: string; comment: string | null }): Promise<void> {
  const task = await workable(ctx, o.customerId, o.taskId);
  await closeTask(ctx.tx, task, { state: 'done', outcome: o.outcome, comment: o.comment, by: ctx.actor.id, at: ctx.now });
}

/** Close of business: a task past its time goes to the role its service level names, in the branch, or at the head office when the branch has nobody. */
export async function escalateTask(ctx: Ctx, customerId: CustomerId, taskId: TaskId): Promise<void> {
  const task = await lockTask(ctx.tx, customerId, taskId);
  if (task === undefined || (task.state !== 'open' && task.state !== 'claimed') || task.escalatedAt !== null) return;
  const { escalatesTo } = must(await serviceLevel(ctx.tx, task.kind, ctx.today), 'a service level for any kind of task');
  const inBranch = task.branchId === null ? [] : await staffByRole(ctx, escalatesTo, task.branchId);
  const people = inBranch.length > 0 ? inBranch : await staffByRole(ctx, escalatesTo, null);
  await raiseTask(ctx.tx, task, { role: escalatesTo, branchId: inBranch.length > 0 ? task.branchId : null, at: ctx.now });
  await ctx.audit({
    action: 'tasks.escalated',
    subject: task.id,
    customerId,
    before: { role: task.ownerRole, owner: task.ownerId },
    after: { role: escalatesTo },
  });
  await ctx.announce(taskEscalated, {
    customerId,
    taskId: task.id,
    titleZh: task.titleZh,
    titleEn: task.titleEn,
    due: task.dueAt,
    link: task.link,
    ownerIds: people.map((p) => p.id),
  });
}
