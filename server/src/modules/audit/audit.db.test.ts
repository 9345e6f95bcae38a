import { words } from '@tallystick/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import access from '#mount/access';
import audit from '#mount/audit';
import { command, type Download, mount, post, zText } from '#platform';
import { makeStaff, openWorld, type StaffActor, type World } from '#test';
import { checkEvidence } from './evidence.ts';
import { anchorNow, sealAll, sealBlocks, verifyChain } from './index.ts';
import { exportEvidence, searchTrail, verifyChainQuery } from './routes.ts';

const CUSTOMER = 'cust_00000000000000000000000001' as const;
const note = command({
  name: 'test.note',
  says: { zh: '记', en: 'Note' },
  allow: ['REVIEWER'],
  input: z.object({ noteId: z.string(), text: zText(40), refuseIt: z.boolean().default(false) }),
  output: z.object({}),
  run: async (ctx, i) => {
    await ctx.audit({ action: 'test.noted', subject: i.noteId, customerId: CUSTOMER, before: { n: 1 }, after: { n: 2 }, why: 'because' });
    return {};
  },
});
let world: World;
let reviewer: StaffActor;
let officer: StaffActor;
const sealed = (): Promise<number> => world.rt.asSystem('t', sealAll);
const faults = (): Promise<string[]> => world.rt.asSystem('t', (ctx) => verifyChain(ctx));

beforeAll(async () => {
  world = await openWorld([
    audit,
    access,
    mount({
      name: 'test',
      routes: [post('/notes', note)],
      acts: words({ 'test.noted': ['记事', 'Something noted'] }),
      hooks: { reach: async () => true },
    }),
  ]);
  reviewer = await makeStaff(world, ['REVIEWER']);
  officer = await makeStaff(world, ['COMPLIANCE']);
});
afterAll(() => world.close());

test('a command leaves its row, and its own notes, with actor, place and authority', async () => {
  await world.as(reviewer, note, { noteId: 'n-1', text: 'hello' });
  const { items } = await world.as(officer, searchTrail, { actorId: reviewer.id });
  expect(items.map((i) => [i.command, i.outcome, i.actorName, i.actorRoles])).toEqual(
    expect.arrayContaining([
      ['test.note', 'done', reviewer.name, 'REVIEWER'],
      ['test.noted', 'done', reviewer.name, 'REVIEWER'],
    ]),
  );
  expect(items).toHaveLength(2);
  expect(items.find((i) => i.action === 'test.noted')).toMatchObject({
    before: '{"n":1}',
    after: '{"n":2}',
    why: 'because',
    subject: 'n-1',
    sealedInBlock: null,
  });
  await expect(world.as(reviewer, searchTrail, {})).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test('an act is told in words and found by them, in both languages; one without words is never written', async () => {
  const found = async (action: string) => (await world.as(officer, searchTrail, { actorId: reviewer.id, action })).items.map((i) => i.says);
  for (const text of ['test.noted', '记事', 'something NOTED']) expect(await found(text)).toEqual([{ zh: '记事', en: 'Something noted' }]);
  expect(await found('note')).toHaveLength(2);
  expect(await found('没有这回事')).toEqual([]);
  const nameless = world.rt.asSystem('t', (ctx) => ctx.audit({ action: 'test.unnamed', subject: 'n-1' }));
  await expect(nameless).rejects.toThrow('test.unnamed has no words');
});

test('a refused attempt beyond one’s rights stands in the exception log although nothing else was kept', async () => {
  await expect(world.as(officer, note, { noteId: 'n-2', text: 'no' })).rejects.toMatchObject({ code: 'platform.forbidden' });
  const { items } = await world.as(officer, searchTrail, { outcome: 'refused', actorId: officer.id });
  expect(items[0]).toMatchObject({ command: 'test.note', why: 'platform.forbidden', outcome: 'refused' });
});

test('the application may not change or delete the trail, and neither may its owner without taking the guard away', async () => {
  await sealed();
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query(`update audit.event set subject = 'x'`))).rejects.toMatchObject({ code: '42501' });
  await expect(world.rt.asSystem('t', (ctx) => ctx.tx.query('delete from audit.event'))).rejects.toMatchObject({ code: '42501' });
  await expect(world.asOwner(`update audit.event set subject = 'x'`)).rejects.toThrow('never changed');
  await expect(world.asOwner('delete from audit.seal')).rejects.toThrow('never changed');
  await expect(world.asOwner('truncate audit.event cascade')).rejects.toThrow('never changed');
});

test('two sealers at once make one chain', async () => {
  await world.as(reviewer, note, { noteId: 'n-3', text: 'a' });
  const both = await Promise.all([1, 2, 3].map(() => world.rt.asSystem('t', sealBlocks)));
  expect(both.filter((n) => n > 0)).toHaveLength(1);
  await sealed();
  expect(await faults()).toEqual([]);
});

test('an evidence pack proves itself without the database and shows what was altered in it', async () => {
  await sealed();
  const file = (await world.as(officer, exportEvidence as never, { customerId: CUSTOMER })) as Download;
  const pack = JSON.parse(new TextDecoder().decode(file.bytes));
  expect(pack.events.length).toBeGreaterThan(0);
  expect(checkEvidence(pack)).toEqual([]);
  expect(checkEvidence({ ...pack, events: pack.events.map((e: object) => ({ ...e, why: 'altered' })) })).not.toEqual([]);
  expect(checkEvidence({ ...pack, events: pack.events.slice(1) })).not.toEqual([]);
  expect(checkEvidence({ ...pack, blocks: pack.blocks.map((b: object) => ({ ...b, root: '0'.repeat(64) })) })).not.toEqual([]);
});

test('S3-42 logs lie in hash-chained blocks, an anchor can be written down outside, and the verification tool says whether both are whole', async () => {
  await world.as(reviewer, note, { noteId: 'n-4', text: 'a' });
  await sealed();
  const anchor = await world.rt.asSystem('t', anchorNow);
  const verdict = await world.as(officer, verifyChainQuery, { anchorNo: String(anchor.no), anchorHash: anchor.hash });
  expect(verdict).toMatchObject({ whole: true, faults: [], anchorNo: String(anchor.no) });
  const chain = await world.asOwner<{ no: string; previous_hash: string; hash: string }>(
    'select no, previous_hash, hash from audit.block order by no',
  );
  expect(chain.length).toBeGreaterThan(1);
  expect(chain.slice(1).map((b) => b.previous_hash)).toEqual(chain.slice(0, -1).map((b) => b.hash));
  const other = await world.as(officer, verifyChainQuery, { anchorNo: String(anchor.no), anchorHash: 'f'.repeat(64) });
  expect(other.faults).toEqual([`the chain does not hold the anchor of block ${anchor.no}`]);
});

/** Does what only somebody with the owner's password can: takes the guards away, changes, puts them back. */
async function behindTheGuards(sql: string, params: unknown[] = []): Promise<void> {
  for (const t of ['event', 'seal', 'block']) await world.asOwner(`alter table audit.${t} disable trigger user`);
  await world.asOwner(sql, params);
  for (const t of ['event', 'seal', 'block']) await world.asOwner(`alter table audit.${t} enable trigger user`);
}

test('S3-26 a row changed, removed, added, reordered, or a chain cut short with the owner’s rights is found by verification', async () => {
  for (const n of ['n-5', 'n-6']) await world.as(reviewer, note, { noteId: n, text: 'a' });
  await sealed();
  const anchor = await world.rt.asSystem('t', anchorNow);
  expect(await faults()).toEqual([]);
  const [one, two] = await world.asOwner<{ customer_id: string; id: string; subject: string; block_no: string }>(
    `select e.customer_id, e.id, e.subject, s.block_no from audit.event e join audit.seal s on s.customer_id = e.customer_id and s.event_id = e.id where e.action = 'test.noted' order by e.id desc limit 2`,
  );
  const key = [one?.customer_id, one?.id];

  await behindTheGuards(`update audit.event set subject = 'n-forged' where customer_id = $1 and id = $2`, key);
  expect((await faults()).join()).toContain(`${key.join('/')} was changed`);
  await behindTheGuards(`update audit.event set subject = '${one?.subject}' where customer_id = $1 and id = $2`, key);
  expect(await faults()).toEqual([]);

  await world.asOwner(`create table public.kept as select * from audit.event where id = '${one?.id}'`);
  await behindTheGuards('delete from audit.event where customer_id = $1 and id = $2', key);
  expect((await faults()).join()).toContain(`${key.join('/')} is missing`);
  await behindTheGuards('insert into audit.event select * from public.kept');
  expect(await faults()).toEqual([]);

  await behindTheGuards(
    `insert into audit.event (customer_id, id, at, actor_kind, actor_id, actor_name, actor_roles, command, action, subject, outcome, ip, device, request_id)
     select customer_id, 'audt_planted', at, actor_kind, actor_id, actor_name, actor_roles, command, action, 'planted', outcome, ip, device, request_id from audit.event where id = '${one?.id}'`,
  );
  expect((await faults()).join()).toContain('audt_planted was added outside any command');
  await behindTheGuards(`delete from audit.event where id = 'audt_planted'`);

  const swap = `update audit.seal set place = case event_id when $1 then b.place else a.place end from
    (select place from audit.seal where event_id = $1) a, (select place from audit.seal where event_id = $2) b where event_id in ($1, $2)`;
  expect(one?.block_no).toBe(two?.block_no);
  await behindTheGuards(swap, [one?.id, two?.id]);
  expect((await faults()).join()).toContain('its seals were changed, added, removed or reordered');
  await behindTheGuards(swap, [one?.id, two?.id]);
  expect(await faults()).toEqual([]);

  await behindTheGuards('delete from audit.event e using audit.seal s where s.event_id = e.id and s.block_no = $1', [String(anchor.no)]);
  await behindTheGuards('delete from audit.seal where block_no = $1', [String(anchor.no)]);
  await behindTheGuards('delete from audit.block where no = $1', [String(anchor.no)]);
  expect((await faults()).join()).toContain('its end row says');
  await world.asOwner(`update audit.head set no = b.no, hash = b.hash from (select no, hash from audit.block order by no desc limit 1) b`);
  expect(await faults()).toEqual([]); // Inside the database nothing is left to see: this is what the anchor outside is for.
  expect(await world.rt.asSystem('t', (ctx) => verifyChain(ctx, anchor))).toEqual([`the chain does not hold the anchor of block ${anchor.no}`]);
});
