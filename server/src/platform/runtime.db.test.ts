import { type CustomerId, HOUSE, Refusal } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { command, get, job, mount, outsideJob, post, query, systemActor, zMoney, zText } from '#platform';
import { openWorld, type World } from '#test';
import type { Actor } from './actor.ts';

const staff: Actor = { kind: 'staff', id: 'staf_1', name: 'Test', branchId: null, roles: ['ADMIN'], sessionId: 's', steppedUpAt: null };
let ran = 0;
let failures = 0;
const flaky = job({
  name: 'test.flaky',
  payload: z.object({}),
  tries: 3,
  run: async () => {
    failures += 1;
    if (failures < 3) throw new Error('not yet');
  },
});
const outside = outsideJob({
  name: 'test.outside',
  payload: z.object({ n: z.number() }),
  prepare: async (_ctx, p) => p.n,
  call: async (n: number) => n * 2,
  settle: async (_ctx, _p, _q, answer: number) => {
    ran += answer;
  },
});
const pay = command({
  name: 'test.pay',
  says: { zh: '测试', en: 'Test' },
  allow: ['ANY_STAFF'],
  input: z.object({ amount: zMoney, note: zText(10).optional(), fail: z.boolean().default(false) }),
  output: z.object({ paid: zMoney, run: z.number() }),
  run: async (ctx, input) => {
    ran += 1;
    await ctx.enqueue(outside, { n: 1 });
    if (input.fail) throw new Error('boom');
    return { paid: input.amount, run: ran };
  },
});
const COUNT = `select count(*)::int as n from platform.job where customer_id = $1 and name = 'test.between'`;
let meanwhile = async (): Promise<void> => {};
const twice = query({
  name: 'test.twice',
  says: { zh: '测试', en: 'Test' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({ first: z.number(), second: z.number() }),
  run: async (ctx) => {
    const count = async (): Promise<number> => (await ctx.tx.query<{ n: number }>(COUNT, [HOUSE]))[0]?.n ?? -1;
    const first = await count();
    await meanwhile();
    return { first, second: await count() };
  },
});
let world: World;
beforeAll(async () => {
  world = await openWorld([mount({ name: 'test', routes: [post('/test', pay), get('/test', twice)], jobs: [flaky, outside] })]);
});
afterAll(() => world.close());

describe('a command', () => {
  test('runs once per key, answers the same again, and refuses another body under the same key', async () => {
    ran = 0;
    const first = await world.rt.execute(pay, { actor: staff, key: 'key-00001', input: { amount: '12.50' } });
    const again = await world.rt.execute(pay, { actor: staff, key: 'key-00001', input: { amount: '12.50' } });
    expect(first.json).toEqual({ paid: '12.50', run: 1 });
    expect([again.replayed, again.json, again.output]).toEqual([true, first.json, { paid: 1250n, run: 1 }]);
    await expect(world.rt.execute(pay, { actor: staff, key: 'key-00001', input: { amount: '12.51' } })).rejects.toMatchObject({
      code: 'platform.key_reused',
    });
  });
  test('two at once with one key have one effect', async () => {
    ran = 0;
    const both = await Promise.all([1, 2, 3, 4].map(() => world.rt.execute(pay, { actor: staff, key: 'key-race1', input: { amount: '1' } })));
    expect(ran).toBe(1);
    expect(new Set(both.map((b) => JSON.stringify(b.json))).size).toBe(1);
  });
  test('names every wrong field at once and refuses unknown ones', async () => {
    const refused = await world.rt
      .execute(pay, { actor: staff, key: 'key-00002', input: { amount: '1.234', note: '', extra: 1 } })
      .catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).faults.map((f) => `${f.field} ${f.code}`).sort()).toEqual([
      'amount platform.money_format',
      'extra platform.field_unknown',
      'note platform.field_missing',
    ]);
  });
  test('a dry run answers and leaves nothing, a failure leaves no job', async () => {
    await world.work();
    ran = 0;
    await world.rt.execute(pay, { actor: staff, key: 'key-00003', dryRun: true, input: { amount: '1' } });
    await expect(world.rt.execute(pay, { actor: staff, key: 'key-00004', input: { amount: '1', fail: true } })).rejects.toThrow('boom');
    expect(await world.work()).toBe(0);
    const after = await world.rt.execute(pay, { actor: staff, key: 'key-00003', input: { amount: '1' } });
    expect(after.replayed).toBe(false);
  });
  test('nobody and a stranger are refused', async () => {
    await expect(world.rt.execute(pay, { key: 'key-00005', input: { amount: '1' } })).rejects.toMatchObject({ code: 'platform.sign_in_needed' });
    const borrower: Actor = { kind: 'borrower', id: 'cust_1' as CustomerId, customerId: 'cust_1' as CustomerId, sessionId: 's' };
    await expect(world.rt.execute(pay, { actor: borrower, key: 'key-00006', input: { amount: '1' } })).rejects.toMatchObject({
      code: 'platform.forbidden',
    });
  });
});

test('a query tells of one moment, also when something is committed while it reads; the next one tells of it', async () => {
  meanwhile = () =>
    world.rt.asSystem('test', async (ctx) => {
      await ctx.tx.query(
        `insert into platform.job (customer_id, id, name, payload, key, run_at, created_at) values ($1, 'between', 'test.between', '{}', 'between', $2, $2)`,
        [HOUSE, '2099-01-01T00:00:00.000Z'],
      );
    });
  const asked = { actor: staff, input: {} };
  expect((await world.rt.execute(twice, asked)).json).toEqual({ first: 0, second: 0 });
  meanwhile = async () => {};
  expect((await world.rt.execute(twice, asked)).json).toEqual({ first: 1, second: 1 });
});

describe('a job', () => {
  test('is tried again with growing waits until it is done', async () => {
    await world.rt.asSystem('t', (ctx) => ctx.enqueue(flaky, {}, { key: 'one' }));
    await world.work();
    expect(failures).toBe(1);
    await world.jumpTo('2026-03-03');
    await world.work();
    await world.jumpTo('2026-03-04');
    await world.work();
    expect(failures).toBe(3);
    expect(await world.asOwner(`select 1 from platform.job where name = 'test.flaky'`)).toEqual([]);
  });
  test('with outside work settles what the call answered', async () => {
    await world.work();
    ran = 0;
    await world.rt.inTx({ actor: systemActor('t') }, (ctx) => ctx.enqueue(outside, { n: 21 }));
    await world.work();
    expect(ran).toBe(42);
  });
});

test('the application role cannot change tables or forget migrations', async () => {
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query('drop table platform.job'))).rejects.toMatchObject({ code: '42501' });
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query('delete from platform.migration'))).rejects.toMatchObject({ code: '42501' });
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query('delete from platform.answer'))).rejects.toMatchObject({ code: '42501' });
});
