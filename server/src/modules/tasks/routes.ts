import { addDays, bankMoment } from '@tallystick/kernel';
import { z } from 'zod';
import { branchScope, type Ctx, command, get, listInput, listOf, post, query, STAFF_ROLES, zCustomerId, zId, zInstant, zText } from '#platform';
import { listTasks, reportCounts, type TaskFilter } from './repo.ts';
import { clockOf } from './rules.ts';
import { assignTask, claimTask, completeTask, releaseTask } from './service.ts';
import type { Task } from './types.ts';

const item = z.object({
  customerId: z.string(),
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  link: z.string(),
  ownerRole: z.enum(STAFF_ROLES),
  ownerId: z.string().nullable(),
  branchId: z.string().nullable(),
  priority: z.number(),
  state: z.enum(['open', 'claimed', 'done', 'cancelled']),
  dueAt: zInstant,
  openedAt: zInstant,
  escalatedAt: zInstant.nullable(),
  outcome: z.string().nullable(),
  comment: z.string().nullable(),
  version: z.number(),
  minutesLeft: z.number(),
  colour: z.enum(['green', 'amber', 'red']),
  overdue: z.boolean(),
});
const shown = (t: Task, ctx: Ctx): z.output<typeof item> => {
  const { titleZh, titleEn, ...rest } = t;
  const clock = clockOf(t, ctx.now);
  return { ...rest, title: { zh: titleZh, en: titleEn }, ...clock, overdue: clock.colour === 'red' };
};
const filterOf = (ctx: Ctx, f: Pick<TaskFilter, 'scope' | 'open' | 'customerId' | 'lateAt'> & { kind?: string | undefined }): TaskFilter => ({
  branchId: branchScope(ctx.actor),
  roles: ctx.actor.kind === 'staff' ? ctx.actor.roles : [],
  staffId: ctx.actor.id,
  ...f,
});
const listShape = {
  ...listInput,
  sort: z.enum(['dueAt', '-dueAt', 'priority', '-openedAt']).default('priority'),
  kind: z.string().max(60).optional(),
  open: z.stringbool().default(true),
};

export const listMine = query({
  name: 'tasks.list_mine',
  says: { zh: '我的任务', en: 'My tasks' },
  allow: ['ANY_STAFF'],
  input: z.object({ ...listShape, scope: z.enum(['mine', 'queue', 'both']).default('both'), late: z.stringbool().default(false) }),
  output: listOf(item),
  run: async (ctx, i) => {
    const found = await listTasks(
      ctx.tx,
      filterOf(ctx, { scope: i.scope, open: i.open, kind: i.kind, lateAt: i.late ? ctx.now : null, customerId: null }),
      i.sort,
      i.limit,
      i.offset,
    );
    return { items: found.items.map((t) => shown(t, ctx)), total: found.total };
  },
});
export const listBranchTasks = query({
  name: 'tasks.list_branch',
  says: { zh: '机构任务', en: 'Tasks of the branch' },
  allow: ['APPROVER', 'RISK_MANAGER', 'COMPLIANCE', 'EXECUTIVE', 'ADMIN'],
  input: z.object({ ...listShape, late: z.stringbool().default(false) }),
  output: listOf(item),
  run: async (ctx, i) => {
    const found = await listTasks(
      ctx.tx,
      filterOf(ctx, { scope: 'branch', open: i.open, kind: i.kind, lateAt: i.late ? ctx.now : null, customerId: null }),
      i.sort,
      i.limit,
      i.offset,
    );
    return { items: found.items.map((t) => shown(t, ctx)), total: found.total };
  },
});
export const listOfCustomer = query({
  name: 'tasks.list_of_customer',
  says: { zh: '客户相关任务', en: "A customer's tasks" },
  allow: STAFF_ROLES,
  input: z.object({ ...listShape, customerId: zCustomerId }),
  output: listOf(item),
  run: async (ctx, i) => {
    const found = await listTasks(
      ctx.tx,
      filterOf(ctx, { scope: 'branch', open: i.open, kind: i.kind, lateAt: null, customerId: i.customerId }),
      i.sort,
      i.limit,
      i.offset,
    );
    return { items: found.items.map((t) => shown(t, ctx)), total: found.total };
  },
});
export const summary = query({
  name: 'tasks.summary',
  says: { zh: '任务概况', en: 'My tasks in figures' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({ open: z.number(), late: z.number(), dueToday: z.number(), escalated: z.number() }),
  run: (ctx) =>
    reportCounts(ctx.tx, filterOf(ctx, { scope: 'both', open: true, lateAt: null, customerId: null }), ctx.now, bankMoment(addDays(ctx.today, 1), 0)),
});

const at = { customerId: zCustomerId, taskId: zId('task') };
const done = z.object({});
export const claim = command({
  name: 'tasks.claim',
  says: { zh: '领取任务', en: 'Take a task' },
  allow: ['ANY_STAFF'],
  input: z.object(at),
  output: done,
  run: async (ctx, i) => {
    await claimTask(ctx, i.customerId, i.taskId);
    return {};
  },
});
export const release = command({
  name: 'tasks.release',
  says: { zh: '退回任务', en: 'Put a task back' },
  allow: ['ANY_STAFF'],
  input: z.object(at),
  output: done,
  run: async (ctx, i) => {
    await releaseTask(ctx, i.customerId, i.taskId);
    return {};
  },
});
export const complete = command({
  name: 'tasks.complete',
  says: { zh: '完成任务', en: 'Complete a task' },
  allow: ['ANY_STAFF'],
  input: z.object({ ...at, outcome: z.enum(['done', 'not_needed']), comment: zText(500).optional() }),
  output: done,
  run: async (ctx, i) => {
    await completeTask(ctx, { customerId: i.customerId, taskId: i.taskId, outcome: i.outcome, comment: i.comment ?? null });
    return {};
  },
});
export const assign = command({
  name: 'tasks.assign',
  says: { zh: '指派任务', en: 'Give a task to a person' },
  allow: ['APPROVER', 'RISK_MANAGER', 'EXECUTIVE', 'ADMIN'],
  input: z.object({ ...at, ownerId: zId('staf') }),
  output: done,
  run: async (ctx, i) => {
    await assignTask(ctx, i);
    return {};
  },
});

export const routes = [
  get('/tasks', listMine),
  get('/tasks/summary', summary),
  get('/tasks/branch', listBranchTasks),
  get('/customers/:customerId/tasks', listOfCustomer),
  post('/customers/:customerId/tasks/:taskId/claim', claim),
  post('/customers/:customerId/tasks/:taskId/release', release),
  post('/customers/:customerId/tasks/:taskId/complete', complete),
  post('/customers/:customerId/tasks/:taskId/assign', assign),
];
