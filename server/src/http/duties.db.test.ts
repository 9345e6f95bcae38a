import type { CustomerId } from '@tallystick/kernel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { assertAuthority } from '#modules/access';
import { openCustomer } from '#modules/customers';
import { openTask } from '#modules/tasks';
import type { BranchId, Command, Route } from '#platform';
import { ask, makeBranch, makeStaff, openWorld, type StaffActor, staffBrowser, type World } from '#test';
import { MOUNTS } from '../apps/mounts.ts';
import { buildApp } from './index.ts';

const routes: Route[] = MOUNTS.flatMap((m) => m.routes ?? []);
const route = (name: string): Route => {
  const found = routes.find((r) => r.operation.name === name);
  if (found === undefined) throw new Error(`no route of ${name}`);
  return found;
};
let world: World;
let app: FastifyInstance;
let branch: BranchId;
let anna: StaffActor;
let ben: StaffActor;
const open = (mobile: string, manager: StaffActor) =>
  world.rt.asSystem('t', async (ctx) => (await openCustomer(ctx, { mobile, kind: 'merchant', branchId: branch, managerId: manager.id })).customerId);
beforeAll(async () => {
  world = await openWorld(MOUNTS);
  app = await buildApp(world.rt);
  branch = await makeBranch(world);
  [anna, ben] = [await makeStaff(world, ['RELATIONSHIP_MANAGER'], branch), await makeStaff(world, ['RELATIONSHIP_MANAGER'], branch)];
});
afterAll(async () => {
  await app.close();
  await world.close();
});

test('S0-63 a relationship manager sees the own portfolio and the own tasks, and approves within the limit of the role only', async () => {
  const [first, second] = [await open('19900000011', anna), await open('19900000012', ben)];
  const task = (customerId: CustomerId, owner: StaffActor) =>
    world.rt.asSystem(
      't',
      (ctx) =>
        openTask(ctx, {
          customerId,
          kind: 'visit',
          subject: customerId,
          zh: '回访',
          en: 'Visit',
          ownerRole: 'RELATIONSHIP_MANAGER',
          ownerId: owner.id,
          branchId: branch,
          link: '/',
        }),
      customerId,
    );
  const [hers] = [await task(first, anna), await task(second, ben)];
  const browser = await staffBrowser(world, app, anna);
  const portfolio = await ask(app, browser, route('customers.list'), {}, { query: { managerId: anna.id } });
  expect((portfolio.body['items'] as { customerId: string }[]).map((c) => c.customerId)).toEqual([first]);
  const tasks = await ask(app, browser, route('tasks.list_mine'), {}, { query: { scope: 'mine' } });
  expect((tasks.body['items'] as { id: string }[]).map((t) => t.id)).toEqual([hers]);
  const decide = (exposureMinor: bigint) =>
    world.rt
      .inTx({ actor: anna, customerId: first }, (ctx) =>
        assertAuthority(ctx, { exposureMinor, gradeGroup: 'AA', secured: false, productCode: 'ECOM_MERCHANT_LOAN' }),
      )
      .then(
        () => 'hers',
        (e: { code: string }) => e.code,
      );
  expect([await decide(30_000_000n), await decide(30_000_001n)]).toEqual(['hers', 'access.over_authority']);
});

/** Staff writes that carry an amount and that one person may do alone: why that is enough. A new one has to be written here, by somebody who thought about it. */
const ALONE: Readonly<Record<string, string>> = {
  'decisioning.recommend': 'the reviewer recommends; who may decide is another person, by the matrix',
  'decisioning.decide_case': 'the second pair of eyes itself: by the matrix, never who applied or reviewed',
  'servicing.record_repayment': 'books money that has come in already; asks for a fresh second factor; above the limit it is only undone by two',
  'collections.record_promise': 'a promise moves nothing',
  'engagement.enter_lead': 'a wish moves nothing',
};
const carriesMoney = (o: Command): boolean =>
  JSON.stringify(z.toJSONSchema(o.input as z.ZodType, { io: 'input', unrepresentable: 'any' })).includes('Decimal amount');
test('S2-36 a staff write that carries an amount is dual-controlled, or stands here with the reason why one person is enough', () => {
  const writes = routes
    .map((r) => r.operation)
    .filter((o): o is Command => o.kind === 'command' && !o.allow.includes('BORROWER') && !o.allow.includes('PUBLIC') && carriesMoney(o));
  expect(writes.map((o) => o.name)).toEqual(expect.arrayContaining(['ledger.post_manual', 'servicing.waive', 'access.replace_authority_matrix']));
  const alone = writes.filter((o) => o.dual === undefined || o.dual === false).map((o): string => o.name);
  expect(alone.filter((name) => ALONE[name] === undefined)).toEqual([]);
  expect(Object.keys(ALONE).filter((name) => !alone.includes(name))).toEqual([]);
});
