import type { CustomerId } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { type BranchId, mount } from '#platform';
import { makeBranch, makeStaff, openWorld, type StaffActor, type World } from '#test';
import { assignTask, closeTasks, type OpenTask, openTask } from './index.ts';
import { claim, complete, listBranchTasks, listMine, listOfCustomer, release, summary } from './routes.ts';
import { clockOf, hindrance } from './rules.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as CustomerId;
let world: World;
let branch: BranchId;
let other: BranchId;
let anna: StaffActor;
let ben: StaffActor;
let head: StaffActor;
const open = (o: Partial<OpenTask> & { subject: string }) =>
  world.rt.asSystem(
    't',
    (ctx) =>
      openTask(ctx, {
        customerId: CUSTOMER,
        kind: 'review',
        zh: '审查申请',
        en: 'Review an application',
        ownerRole: 'REVIEWER',
        branchId: branch,
        link: '/x',
        ...o,
      }),
    CUSTOMER,
  );
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, mount({ name: 'test', hooks: { reach: async () => true } })]);
  [branch, other] = [await makeBranch(world), await makeBranch(world)];
  [anna, ben] = [await makeStaff(world, ['REVIEWER'], branch), await makeStaff(world, ['REVIEWER'], branch)];
  head = await makeStaff(world, ['APPROVER'], branch);
});
afterAll(() => world.close());

test.each([
  [0, 'green', 480],
  [359, 'green', 121],
  [361, 'amber', 119],
  [480, 'amber', 0],
  [481, 'red', -1],
])('after %i of 480 minutes the clock is %s', (passed, colour, minutesLeft) => {
  const openedAt = '2026-03-02T01:00:00.000Z';
  const now = new Date(Date.parse(openedAt) + passed * 60_000).toISOString();
  expect(clockOf({ openedAt, dueAt: '2026-03-02T09:00:00.000Z' }, now)).toEqual({ minutesLeft, colour });
});
test.each([
  ['open', null, 'REVIEWER', undefined],
  ['open', 'staf_me', 'COLLECTOR', undefined],
  ['claimed', 'staf_other', 'REVIEWER', 'tasks.taken'],
  ['open', null, 'COLLECTOR', 'tasks.not_yours'],
  ['done', 'staf_me', 'REVIEWER', 'tasks.not_open'],
  ['cancelled', null, 'REVIEWER', 'tasks.not_open'],
] as const)('a task %s, owner %s, of %s: %s', (state, ownerId, ownerRole, why) =>
  expect(hindrance({ state, ownerId, ownerRole }, { id: 'staf_me', roles: ['REVIEWER'] })).toBe(why),
);

test('S0-36 the queue shows a clock by service level and work goes to whoever has least', async () => {
  const ids = [
    await open({ subject: 's1', ownerId: 'least_loaded' }),
    await open({ subject: 's2', ownerId: 'least_loaded' }),
    await open({ subject: 's3', ownerId: 'least_loaded' }),
  ];
  const [mineA, mineB] = [await world.as(anna, listMine, { scope: 'mine' }), await world.as(ben, listMine, { scope: 'mine' })];
  expect([mineA.total, mineB.total].sort((a, b) => a - b)).toEqual([1, 2]);
  expect([...mineA.items, ...mineB.items].map((t) => t.id).sort()).toEqual([...ids].sort());
  expect(mineA.items[0]).toMatchObject({ colour: 'green', overdue: false, minutesLeft: 479, priority: 3 });
  world.clock.moveTo('2026-03-02', 16 * 60);
  expect((await world.as(anna, listMine, { scope: 'mine' })).items[0]).toMatchObject({ colour: 'amber', minutesLeft: 60 });
  world.clock.moveTo('2026-03-02', 17 * 60 + 30);
  expect((await world.as(anna, listMine, { scope: 'mine', late: 'true' })).items[0]).toMatchObject({ colour: 'red', overdue: true });
  expect(await world.as(anna, summary, {})).toMatchObject({ open: mineA.total, late: mineA.total, dueToday: mineA.total });
  world.clock.moveTo('2026-03-02');
});

test('one task of a kind and subject is open at a time, and closing it lets the next one open', async () => {
  const first = await open({ subject: 'same' });
  expect(await open({ subject: 'same' })).toBe(first);
  const both = await Promise.all([open({ subject: 'race' }), open({ subject: 'race' })]);
  expect(new Set(both).size).toBe(1);
  expect(await world.rt.asSystem('t', (ctx) => closeTasks(ctx, { customerId: CUSTOMER, kind: 'review', subject: 'same', outcome: 'done' }))).toBe(1);
  expect(await world.rt.asSystem('t', (ctx) => closeTasks(ctx, { customerId: CUSTOMER, kind: 'review', subject: 'same', outcome: 'done' }))).toBe(0);
  expect(await open({ subject: 'same' })).not.toBe(first);
});

test('two people reaching for one task: one gets it, the other is told; only the owner or the role may finish it', async () => {
  const taskId = await open({ subject: 'claim' });
  const at = { customerId: CUSTOMER, taskId };
  const both = await Promise.allSettled([world.as(anna, claim, at), world.as(ben, claim, at)]);
  expect(both.map((b): string => (b.status === 'fulfilled' ? 'got' : b.reason.code)).sort()).toEqual(['got', 'tasks.taken']);
  const [owner, late] = both[0]?.status === 'fulfilled' ? [anna, ben] : [ben, anna];
  await expect(world.as(late, complete, { ...at, outcome: 'done' })).rejects.toMatchObject({ code: 'tasks.taken' });
  await expect(world.as(head, complete, { ...at, outcome: 'done' })).rejects.toMatchObject({ code: 'tasks.not_yours', facts: { role: 'REVIEWER' } });
  await world.as(owner, release, at);
  await world.as(late, claim, at);
  await world.as(late, complete, { ...at, outcome: 'done', comment: 'all well' });
  await expect(world.as(late, complete, { ...at, outcome: 'done' })).rejects.toMatchObject({ code: 'tasks.not_open' });
  const { items } = await world.as(head, listOfCustomer, { customerId: CUSTOMER, open: 'false' });
  expect(items.find((t) => t.id === taskId)).toMatchObject({ state: 'done', comment: 'all well' });
});

test('another branch sees nothing of it; assigning needs somebody of the role in the branch', async () => {
  const taskId = await open({ subject: 'far' });
  const far = await makeStaff(world, ['REVIEWER', 'APPROVER'], other);
  expect((await world.as(far, listMine, {})).total).toBe(0);
  expect((await world.as(far, listBranchTasks, {})).total).toBe(0);
  const assign = (ownerId: typeof far.id) =>
    world.rt.inTx({ actor: head, customerId: CUSTOMER }, (ctx) => assignTask(ctx, { customerId: CUSTOMER, taskId, ownerId }));
  await expect(assign(far.id)).rejects.toMatchObject({ code: 'tasks.owner_unfit' });
  await expect(assign(head.id)).rejects.toMatchObject({ code: 'tasks.owner_unfit' });
  await assign(ben.id);
  expect((await world.as(ben, listMine, { scope: 'mine' })).items.map((t) => t.id)).toContain(taskId);
});

test('S4-43 a late post-loan check goes to the branch manager, who is told; time travel shows it on the day after the deadline and not before', async () => {
  const collector = await makeStaff(world, ['POST_LOAN'], branch);
  const taskId = await open({
    subject: 'loan-1',
    kind: 'post_loan_check',
    ownerRole: 'POST_LOAN',
    ownerId: collector.id,
    zh: '贷后检查',
    en: 'Post-loan check',
  });
  const closeDay = async (): Promise<void> => {
    const step = tasks.daily?.[0];
    for (const unit of (await world.rt.asSystem('cob', (ctx) => step?.list(ctx, ctx.today) ?? Promise.resolve([]))).filter((u) => u.id === taskId)) {
      await world.rt.asSystem('cob', (ctx) => step?.run(ctx, unit, ctx.today) ?? Promise.resolve(), unit.customerId);
    }
    await world.work();
  };
  await world.jumpTo('2026-03-05', 8 * 60 + 59);
  await closeDay();
  expect((await world.as(collector, listMine, { kind: 'post_loan_check' })).items).toMatchObject([{ id: taskId, escalatedAt: null }]);
  await world.jumpTo('2026-03-05', 9 * 60 + 1);
  await closeDay();
  await closeDay();
  expect((await world.as(collector, listMine, { kind: 'post_loan_check' })).total).toBe(0);
  const { items } = await world.as(head, listMine, { kind: 'post_loan_check' });
  expect(items).toMatchObject([{ id: taskId, ownerRole: 'APPROVER', overdue: true, priority: 1, escalatedAt: expect.any(String) }]);
  const told = await world.asOwner(`select staff_id, template, params from notifications.staff_message where template = 'task_escalated'`);
  expect(told).toMatchObject([{ staff_id: head.id, params: { title_zh: '贷后检查', title_en: 'Post-loan check' } }]);
  await world.as(head, claim, { customerId: CUSTOMER, taskId });
  await world.as(head, complete, { customerId: CUSTOMER, taskId, outcome: 'done' });
});
