import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '#test';
import { manifest, readMigrations } from './migrate.ts';
import { schemaFaults, statementFaults } from './schema-check.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld([]);
});
afterAll(() => world.close());
const check = (): Promise<string[]> => world.rt.asSystem('test', (ctx) => schemaFaults(ctx));

describe('the manifest', () => {
  test('fits the database: every table declared, every per-customer key starts with customer_id', async () => {
    expect(await check()).toEqual([]);
  });
  test.each([
    ['create table ledger.stray (id text primary key)', 'ledger.stray is not in the manifest'],
    [
      'create unique index stray_key on platform.job (name) where customer_id = $$never$$',
      'stray_key: a unique key of platform.job does not start with customer_id',
    ],
    [
      'alter table platform.day_step add column c text, add column k text, add foreign key (c, k) references platform.job (customer_id, id)',
      'platform.day_step is central and may not refer to platform.job',
    ],
    ['alter table platform.business_day owner to tally_app', "platform.business_day belongs to the application's role"],
  ])('finds what is planted: %s', async (sql, fault) => {
    const planted = await openWorld([]);
    try {
      const made = await planted.asOwner(sql).then(
        () => true,
        () => false,
      );
      // On hash-partitioned tables PostgreSQL itself refuses a key that cannot be distributed.
      if (made) expect(await planted.rt.asSystem('test', (ctx) => schemaFaults(ctx))).toContain(fault);
      else expect(sql).toContain('unique index');
    } finally {
      await planted.close();
    }
  });
});

describe('a statement', () => {
  const declared = manifest(readMigrations());
  test.each([
    ['select * from platform.job where id = $1', 'platform.job is read or changed without customer_id'],
    ['update platform.job set state = $1 where id = $2', 'platform.job is read or changed without customer_id'],
    ['insert into platform.answer (customer_id, at) values ($1, now())', 'a volatile function stands in a change'],
    ['set transaction isolation level serializable', 'isolation, constraints or settings are changed in a statement'],
    ['insert into platform.job (customer_id) values ($1) on conflict do nothing returning xmax = 0', 'a system column is read'],
  ])('is refused by the rules: %s', (sql, fault) => expect(statementFaults(sql, declared)).toContain(fault));
  test.each([
    'select * from platform.job where customer_id = $1 and id = $2',
    'select /* batch */ count(*) from platform.job',
    'insert into platform.job (customer_id) values ($1)',
    `select today from platform.business_day`,
  ])('is fine: %s', (sql) => expect(statementFaults(sql, declared)).toEqual([]));
});
