import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from './index.ts';

/** What the bank must be able to show later exactly as it was written. */
const MUST_ONLY_GROW = [
  'audit.event',
  'audit.seal',
  'audit.block',
  'ledger.journal',
  'ledger.journal_line',
  'customers.consent',
  'connectors.call',
  'connectors.answer',
  'decisioning.decision_record',
  'contracts.evidence',
  'servicing.loan_event',
  'monitoring.behaviour_score',
  'collections.contact',
  'notifications.contact',
];
type Guarded = { name: string; onUpdate: boolean; onDelete: boolean; mayUpdate: boolean; mayDelete: boolean; mayTruncate: boolean };
let world: World;
beforeAll(async () => {
  world = await openWorld([]);
});
afterAll(() => world.close());

/** Tables with a guard that lets them only grow, what it covers, and what the application may do to them. */
const guarded = (w: World): Promise<Guarded[]> =>
  w.asOwner<Guarded>(
    `select n.nspname || '.' || c.relname as name, bool_or((t.tgtype & 16) > 0) as "onUpdate", bool_or((t.tgtype & 8) > 0) as "onDelete",
       has_any_column_privilege('tally_app', c.oid, 'UPDATE') as "mayUpdate", has_table_privilege('tally_app', c.oid, 'DELETE') as "mayDelete", has_table_privilege('tally_app', c.oid, 'TRUNCATE') as "mayTruncate"
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where (t.tgname like '%only_grows' or t.tgname like '%grows_only') and t.tgenabled <> 'D' and t.tgparentid = 0 group by c.oid, n.nspname, c.relname order by 1`,
  );
const faults = (found: readonly Guarded[]): string[] => [
  ...MUST_ONLY_GROW.filter((name) => !found.some((g) => g.name === name)).map((name) => `${name} has no guard`),
  ...found.filter((g) => !g.onUpdate || !g.onDelete).map((g) => `the guard of ${g.name} does not cover update and delete`),
  ...found.filter((g) => g.mayUpdate || g.mayDelete || g.mayTruncate).map((g) => `the application may change ${g.name}`),
];

test('books, trail, consents, decisions and loan events only grow: guarded even against their owner, and the application holds no right to change them', async () => {
  expect(faults(await guarded(world))).toEqual([]);
});
test.each([
  ['grant update on ledger.journal to tally_app', 'the application may change ledger.journal'],
  ['grant update (why) on audit.event to tally_app', 'the application may change audit.event'],
  ['alter table audit.block disable trigger block_only_grows', 'audit.block has no guard'],
  ['drop trigger seal_only_grows on audit.seal', 'audit.seal has no guard'],
])('a planted fault is found: %s', async (sql, fault) => {
  const planted = await openWorld([]);
  await planted.asOwner(sql);
  expect(faults(await guarded(planted))).toEqual([fault]);
  await planted.close();
});

test('S3-25 the application’s role owns nothing, is nobody’s superuser, cannot create or empty anything', async () => {
  const [role] = await world.asOwner(
    `select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolcanlogin from pg_roles where rolname = 'tally_app'`,
  );
  expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, rolcanlogin: false });
  const owned = await world.asOwner(`select relname from pg_class where pg_get_userbyid(relowner) = 'tally_app'`);
  const creating = await world.asOwner(
    `select nspname from pg_namespace where nspname !~ '^pg_' and has_schema_privilege('tally_app', oid, 'CREATE')`,
  );
  const emptying = await world.asOwner(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and has_table_privilege('tally_app', c.oid, 'TRUNCATE')`,
  );
  expect([owned, creating, emptying]).toEqual([[], [], []]);
});
