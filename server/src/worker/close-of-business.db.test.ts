import { HOUSE } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mount } from '#platform';
import { openWorld, type World } from '#test';
import { closeDay } from './close-of-business.ts';
import cob from './mount.ts';

let left = new Set<string>();
let broken = new Set<string>();
let fault: string | undefined;
const done: string[] = [];
const bank = mount({
  name: 'bank',
  daily: [
    {
      name: 'bank.count',
      says: { zh: '', en: '' },
      list: async () => [...left].map((id) => ({ customerId: HOUSE, id })),
      run: async (ctx, unit, date) => {
        if (broken.has(unit.id)) throw new Error('not today');
        await ctx.tx.query('select 1');
        left.delete(unit.id);
        done.push(`${date} ${unit.id}`);
      },
    },
  ],
  verifies: [{ name: 'bank.books', daily: true, run: async () => (fault === undefined ? [] : [fault]) }],
});
let world: World;
beforeAll(async () => {
  world = await openWorld([bank, cob], { day: '2026-03-31' });
});
afterAll(() => world.close());
const today = (): Promise<string> => world.rt.asSystem('t', async (ctx) => ctx.today);

test('a day is closed step by step, each unit once, and the business date moves', async () => {
  left = new Set(['a', 'b', 'c']);
  const result = await closeDay(world.rt);
  expect([result.businessDate, result.closed, result.movedTo]).toEqual(['2026-03-31', true, '2026-04-01']);
  expect(result.steps.map((s) => `${s.step} ${s.state} ${s.done}/${s.total}`)).toEqual([
    'bank.count done 3/3',
    'cob.verify done 1/1',
    'cob.move done 1/1',
  ]);
  expect(done.sort()).toEqual(['2026-03-31 a', '2026-03-31 b', '2026-03-31 c']);
});

test('a unit that fails keeps the day open, the others are done, and the next run does only what is left', async () => {
  done.length = 0;
  left = new Set(['a', 'b', 'c']);
  broken = new Set(['b']);
  const failed = await closeDay(world.rt);
  expect([failed.closed, failed.steps[0]?.state, failed.steps[0]?.fault]).toEqual([false, 'failed', 'b: not today']);
  expect(await today()).toBe('2026-04-01');
  broken = new Set();
  expect((await closeDay(world.rt)).closed).toBe(true);
  expect(done.sort()).toEqual(['2026-04-01 a', '2026-04-01 b', '2026-04-01 c']);
});

test('books that do not fit keep the day open', async () => {
  fault = 'debits are not credits';
  const result = await closeDay(world.rt);
  expect([result.closed, result.steps.find((s) => s.step === 'cob.verify')?.fault]).toEqual([false, 'bank.books: debits are not credits']);
  fault = undefined;
  expect((await closeDay(world.rt)).movedTo).toBe('2026-04-03');
});

test('two at once: one closes the day, the other is refused', async () => {
  left = new Set(Array.from({ length: 40 }, (_, i) => `u${i}`));
  const both = await Promise.allSettled([closeDay(world.rt), closeDay(world.rt)]);
  expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((both.find((b) => b.status === 'rejected') as PromiseRejectedResult).reason.code).toBe('cob.already_running');
  expect(await today()).toBe('2026-04-04');
});
