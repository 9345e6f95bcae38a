import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '#test';
import type { Tx } from './db.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld([]);
});
afterAll(() => world.close());

const JOB = `insert into platform.job (customer_id, id, name, payload, key, run_at, created_at) values ('house', $1, 'test.nothing', '{}', $1, $2, $2)`;
const AT = '2030-01-01T00:00:00.000Z';
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.rt.db.inTx(work);
const jobs = async (like: string): Promise<string[]> =>
  (await world.asOwner<{ id: string }>('select id from platform.job where id like $1 order by id', [like])).map((r) => r.id);

describe('a change that nobody waits for', () => {
  test('is there after the commit, in the order it was sent', async () => {
    await inTx(async (tx) => {
      for (const id of ['sent-1', 'sent-2']) tx.send(JOB, [id, AT]);
      tx.send('delete from platform.job where customer_id = $1 and id = $2', ['house', 'sent-1']);
    });
    expect(await jobs('sent-%')).toEqual(['sent-2']);
  });

  test('fails the transaction at its commit, and nothing stays', async () => {
    const twice = inTx(async (tx) => {
      tx.send(JOB, ['again-1', AT]);
      tx.send(JOB, ['again-1', AT]);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await jobs('again-%')).toEqual([]);
    await inTx(async (tx) => tx.send(JOB, ['again-2', AT]));
    expect(await jobs('again-%')).toEqual(['again-2']);
  });

  test('fails the next statement that is waited for with its own cause, not with what follows from it', async () => {
    const after = inTx(async (tx) => {
      tx.send(JOB, ['cause-1', AT]);
      tx.send(JOB, ['cause-1', AT]);
      await tx.query('select 1');
    });
    await expect(after).rejects.toMatchObject({ code: '23505' });
  });
});

test('a change that is sent after its transaction has ended is told at once', async () => {
  let kept: Tx | undefined;
  await inTx(async (tx) => {
    kept = tx;
  });
  expect(() => kept?.send(JOB, ['late-1', AT])).toThrow('outside its transaction');
  expect(await jobs('late-%')).toEqual([]);
});

test('what a transaction held is free when it is over, also when it wrote nothing', async () => {
  const take = async (tx: Tx): Promise<boolean | undefined> =>
    (await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(424242) as mine'))[0]?.mine;
  for (let i = 0; i < 40; i += 1)
    await inTx(async (second) => {
      await inTx(take);
      expect(await take(second)).toBe(true);
    });
});

test('a transaction that only read leaves its connection as good as new, also when it failed', async () => {
  const next = (i: number) => inTx((tx) => tx.query<{ n: number }>('select $1::int + 1 as n', [i]));
  const failing = () => inTx((tx) => tx.query('select 1 / 0'));
  for (let round = 0; round < 5; round += 1) {
    const sums = await Promise.all(Array.from({ length: 24 }, (_, i) => next(i)));
    expect(sums.map(([row]) => row?.n)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    await expect(failing()).rejects.toMatchObject({ code: '22012' });
  }
});

describe('a reading of reference rows', () => {
  const titleOf = async (tx: Tx, name: string): Promise<string | undefined> =>
    (await tx.kept<{ zh: string }>('select zh from ledger.account where code = $1', [name]))[0]?.zh;
  const rename = (code: string, zh: string) => world.asOwner('update ledger.account set zh = $2 where code = $1', [code, zh]);
  const add = (code: string) =>
    world.asOwner(`insert into ledger.account (code, zh, en, kind, normal_side, controlled) values ($1, 'one', 'One', 'asset', 'debit', false)`, [
      code,
    ]);

  test('is answered from memory by the transactions that follow, until anybody changes the rows', async () => {
    await add('9001');
    const title = (): Promise<string | undefined> => inTx((tx) => titleOf(tx, '9001'));
    expect(await title()).toBe('one');
    await world.asOwner(`set session_replication_role = replica; update ledger.account set zh = 'untold' where code = '9001'`);
    expect(await title(), 'a change that told nobody is not seen: it was from memory').toBe('one');
    await rename('9001', 'two');
    expect(await title()).toBe('two');
  });

  test('sees what its own transaction has changed, and leaves nothing of it when that is rolled back', async () => {
    const rates = async (tx: Tx): Promise<number> => (await tx.kept(`select rate_ppm from products.lpr where source = 'test'`)).length;
    expect(await inTx(rates)).toBe(0);
    const undone = inTx(async (tx) => {
      tx.send(`insert into products.lpr (tenor, published_on, rate_ppm, source) values ('1Y', '2029-12-20', 30000, 'test')`);
      expect(await rates(tx)).toBe(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await inTx(rates)).toBe(0);
  });

  test('of a transaction that began before a change is nobody else’s', async () => {
    await add('9004');
    await inTx(async (early) => {
      await rename('9004', 'two');
      expect(await inTx((tx) => titleOf(tx, '9004'))).toBe('two');
      await rename('9004', 'three');
      expect(await titleOf(early, '9004')).toBe('three');
    });
    expect(await inTx((tx) => titleOf(tx, '9004'))).toBe('three');
  });
});
