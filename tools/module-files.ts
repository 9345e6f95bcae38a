// The text of a new module: one record with two states, from the table to the address. Everything in it runs; rename it to the bank's word.

export type ModuleWords = {
  /** Folder, tag and permission prefix: credit-lines. */
  readonly name: string;
  /** PostgreSQL schema: credit_lines. */
  readonly schema: string;
  /** In code: creditLines. */
  readonly camel: string;
  /** Prefix of ids: four letters. */
  readonly prefix: string;
};

const readme = ({ name, prefix }: ModuleWords): string => `# ${name}

Promise: keeps the entries of a customer; each is opened once and closed once.

States: \`open\` → \`closed\`. Nothing leads back.

Invariants: an entry belongs to one customer for ever; a closed entry has the day it was closed on.

Events in: none. Events out: none.

Words: 条目 entry (${prefix}_…)
`;

const index = (): string => `export { closeEntry, findEntry, openEntry } from './service.ts';
export type { Entry, EntryId, EntryState } from './types.ts';
`;

const mount = ({ name, camel }: ModuleWords): string => `import { mount } from '#platform';
import { ${camel}Refusals } from './refusals.ts';
import { routes } from './routes.ts';

export default mount({ name: '${name}', routes, refusals: ${camel}Refusals });
`;

const types = ({ prefix }: ModuleWords): string => `import type { CalendarDate, CustomerId, Id } from '@tallystick/kernel';

export type EntryId = Id<'${prefix}'>;
export type EntryState = 'open' | 'closed';
export type Entry = {
  readonly id: EntryId;
  readonly customerId: CustomerId;
  readonly title: string;
  readonly state: EntryState;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
};
`;

const schema = ({ prefix }: ModuleWords): string => `import { z } from 'zod';
import { zCustomerId, zDate, zId, zText } from '#platform';

export const zEntryId = zId('${prefix}');
export const zEntry = z.object({
  id: zEntryId,
  customerId: zCustomerId,
  title: z.string(),
  state: z.enum(['open', 'closed']),
  openedOn: zDate,
  closedOn: zDate.nullable(),
});
export const zNewEntry = z.object({ customerId: zCustomerId, title: zText(100) });
export const zEntryKey = z.object({ customerId: zCustomerId, entryId: zEntryId });
`;

const rules = ({ name }: ModuleWords): string => `import type { EntryState } from './types.ts';

/** Why an entry may not be closed; nothing when it may. */
export const whyNotClose = (state: EntryState): '${name}.already_closed' | undefined => (state === 'closed' ? '${name}.already_closed' : undefined);
`;

const service = ({ name, prefix }: ModuleWords): string => `import type { CustomerId } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
import { refuse } from './refusals.ts';
import { insertEntry, lockEntry, markClosed, readEntry } from './repo.ts';
import { whyNotClose } from './rules.ts';
import type { Entry, EntryId } from './types.ts';

/** Opens an entry for a customer as of the business date. */
export async function openEntry(ctx: Ctx, wanted: { customerId: CustomerId; title: string }): Promise<Entry> {
  const entry: Entry = { id: ctx.newId('${prefix}'), ...wanted, state: 'open', openedOn: ctx.today, closedOn: null };
  await insertEntry(ctx.tx, entry);
  return entry;
}

/** Refuses \`platform.not_found\`. */
export async function findEntry(ctx: Ctx, customerId: CustomerId, id: EntryId): Promise<Entry> {
  const found = await readEntry(ctx.tx, customerId, id);
  if (!found) throw refusePlatform('platform.not_found');
  return found;
}

/** Closes an entry as of the business date. Refuses \`platform.not_found\`, \`${name}.already_closed\`. */
export async function closeEntry(ctx: Ctx, customerId: CustomerId, id: EntryId): Promise<Entry> {
  const found = await lockEntry(ctx.tx, customerId, id);
  if (!found) throw refusePlatform('platform.not_found');
  const fault = whyNotClose(found.state);
  if (fault) throw refuse(fault);
  await markClosed(ctx.tx, found, ctx.today);
  return { ...found, state: 'closed', closedOn: ctx.today };
}
`;

const repo = ({ schema: s }: ModuleWords): string => `import type { CalendarDate, CustomerId } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { Entry, EntryId } from './types.ts';

const ENTRY = \`select id, customer_id as "customerId", title, state, opened_on as "openedOn", closed_on as "closedOn"
  from ${s}.entry where customer_id = $1 and id = $2\`;

export async function insertEntry(tx: Tx, e: Entry): Promise<void> {
  await tx.query('insert into ${s}.entry (customer_id, id, title, state, opened_on) values ($1, $2, $3, $4, $5)', [
    e.customerId,
    e.id,
    e.title,
    e.state,
    e.openedOn,
  ]);
}

export async function readEntry(tx: Tx, customerId: CustomerId, id: EntryId): Promise<Entry | undefined> {
  const [found] = await tx.query<Entry>(ENTRY, [customerId, id]);
  return found;
}

export async function lockEntry(tx: Tx, customerId: CustomerId, id: EntryId): Promise<Entry | undefined> {
  const [found] = await tx.query<Entry>(\`\${ENTRY} for update\`, [customerId, id]);
  return found;
}

export async function markClosed(tx: Tx, e: Entry, on: CalendarDate): Promise<void> {
  await tx.query("update ${s}.entry set state = 'closed', closed_on = $3 where customer_id = $1 and id = $2", [e.customerId, e.id, on]);
}
`;

const routes = ({ name }: ModuleWords): string => `import { command, get, post, query } from '#platform';
import { zEntry, zEntryKey, zNewEntry } from './schema.ts';
import { closeEntry, findEntry, openEntry } from './service.ts';

export const open = command({
  name: '${name}.open_entry',
  says: { zh: '新建条目', en: 'Open an entry' },
  allow: ['RELATIONSHIP_MANAGER'],
  input: zNewEntry,
  output: zEntry,
  run: openEntry,
});
export const close = command({
  name: '${name}.close_entry',
  says: { zh: '关闭条目', en: 'Close an entry' },
  allow: ['RELATIONSHIP_MANAGER'],
  input: zEntryKey,
  output: zEntry,
  run: (ctx, input) => closeEntry(ctx, input.customerId, input.entryId),
});
export const show = query({
  name: '${name}.show_entry',
  says: { zh: '查看条目', en: 'Show an entry' },
  allow: ['RELATIONSHIP_MANAGER'],
  input: zEntryKey,
  output: zEntry,
  run: (ctx, input) => findEntry(ctx, input.customerId, input.entryId),
});

export const routes = [
  post('/customers/:customerId/${name}', open),
  get('/customers/:customerId/${name}/:entryId', show),
  post('/customers/:customerId/${name}/:entryId/closing', close),
];
`;

const refusals = ({ name, camel }: ModuleWords): string => `import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const ${camel}Refusals = {
  '${name}.already_closed': { status: 409, zh: '该条目已关闭，无需再次关闭。', en: 'This entry is closed already; there is nothing left to do.' },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(${camel}Refusals);
`;

const rulesTest = ({ name }: ModuleWords): string => `import { expect, test } from 'vitest';
import { whyNotClose } from './rules.ts';

test.each([
  ['open', undefined],
  ['closed', '${name}.already_closed'],
] as const)('closing an entry that is %s: %s', (state, fault) => {
  expect(whyNotClose(state)).toBe(fault);
});
`;

const storyTest = ({ name, camel, prefix }: ModuleWords): string => `import type { CustomerId } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#platform';
import { openWorld, type World } from '#test';
import ${camel} from './mount.ts';
import { close, open, show } from './routes.ts';

const customerId: CustomerId = 'cust_00000000000000000000000001';
const bank = systemActor('test');
let world: World;
beforeAll(async () => {
  world = await openWorld([${camel}], { day: '2026-03-02' });
});
afterAll(() => world.close());

test('an entry is opened, found again and closed once', async () => {
  const opened = await world.as(bank, open, { customerId, title: '样例' });
  expect(opened).toMatchObject({ state: 'open', openedOn: '2026-03-02', closedOn: null });
  expect(await world.as(bank, show, { customerId, entryId: opened.id })).toEqual(opened);
  await world.jumpTo('2026-03-05');
  expect(await world.as(bank, close, { customerId, entryId: opened.id })).toMatchObject({ state: 'closed', closedOn: '2026-03-05' });
  await expect(world.as(bank, close, { customerId, entryId: opened.id })).rejects.toMatchObject({ code: '${name}.already_closed' });
});

test('an entry of nobody is not found', async () => {
  const entryId = '${prefix}_00000000000000000000000000';
  await expect(world.as(bank, show, { customerId, entryId })).rejects.toMatchObject({ code: 'platform.not_found' });
});
`;

const migration = ({ name, schema: s }: ModuleWords): string => `-- why: the entries of the module ${name}.
create schema ${s};
grant usage on schema ${s} to tally_app;

-- by customer
create table ${s}.entry (
  customer_id text not null,
  id text not null,
  title text not null,
  state text not null check (state in ('open', 'closed')),
  opened_on date not null,
  closed_on date check ((closed_on is null) = (state = 'open')),
  primary key (customer_id, id)
);
grant select, insert, update on ${s}.entry to tally_app;
`;

/** Every file of a new module, by its path from the root. */
export function moduleFiles(words: ModuleWords, migrationNumber: string): Record<string, string> {
  const texts = {
    'README.md': readme(words),
    'index.ts': index(),
    'mount.ts': mount(words),
    'types.ts': types(words),
    'schema.ts': schema(words),
    'rules.ts': rules(words),
    'service.ts': service(words),
    'repo.ts': repo(words),
    'routes.ts': routes(words),
    'refusals.ts': refusals(words),
    'rules.test.ts': rulesTest(words),
    [`${words.name}.db.test.ts`]: storyTest(words),
  };
  const inFolder = Object.entries(texts).map(([file, text]) => [`server/src/modules/${words.name}/${file}`, text] as const);
  return { ...Object.fromEntries(inFolder), [`server/migrations/${migrationNumber}_${words.schema}.sql`]: migration(words) };
}
