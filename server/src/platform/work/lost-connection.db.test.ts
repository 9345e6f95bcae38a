import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test';

let world: World;
beforeAll(async () => {
  world = await openWorld([]);
});
afterAll(() => world.close());

const cutOff = (where: string): Promise<unknown> =>
  world.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${where}`);

test('a listener whose connection is cut off hears again', async () => {
  let heard = 0;
  const stop = await world.rt.db.listen('told', () => {
    heard += 1;
  });
  await cutOff(`query like 'listen%'`);
  await expect.poll(() => heard, { timeout: 5_000 }).toBe(2); // Once listening, and once listening again.
  await world.asOwner(`notify told`);
  await expect.poll(() => heard, { timeout: 5_000 }).toBe(3);
  await stop();
});

test('a connection that is cut off between two statements fails its transaction and nothing else', async () => {
  const cut = world.rt.asSystem('test', async (ctx) => {
    await ctx.tx.query(`select 'mine'`);
    await cutOff(`query = 'select ''mine'''`);
    await ctx.tx.query('select 1');
  });
  await expect(cut).rejects.toThrow();
  expect(await world.rt.asSystem('test', (ctx) => ctx.tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
});
