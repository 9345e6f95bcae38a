import { enterprise, person, shop } from '@tallystick/simulators';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { hears, mount } from '#platform';
import {
  type Borrower,
  fillProfile,
  joinAs,
  makeBranch,
  makeStaff,
  type Outside,
  openOutside,
  openWorld,
  run,
  type StaffActor,
  sign,
  type World,
} from '#test';
import { SOURCE_DEFS } from './collecting/sources.ts';
import { assertCollected, collect, collected, collectionStatus, features } from './index.ts';

let world: World;
let outside: Outside;
let reviewer: StaffActor;
let manager: StaffActor;
const heard: { subject: string; outcome: string; missing: string[] }[] = [];
const listener = mount({ name: 'test', hears: [hears(collected, 'test.collected', async (_ctx, e) => void heard.push(e))] });

beforeAll(async () => {
  outside = await openOutside();
  world = await openWorld([audit, access, tasks, notifications, documents, customers, connectors, listener], { env: outside.env, day: '2026-06-30' });
  const branchId = await makeBranch(world);
  manager = await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId);
  reviewer = await makeStaff(world, ['REVIEWER', 'RISK_MANAGER'], branchId);
});
afterAll(async () => {
  await world.close();
  await outside.close();
});
beforeEach(async () => {
  await outside.reset();
  heard.length = 0;
  for (const n of [100, 101]) await outside.about(enterprise(n).uscc, { registry: { case: 'normal' } });
});

const healthy = async (n: number) => {
  await outside.about(person(n).idNo, { bureau: { case: 'healthy' }, court: { case: 'clean' } });
  await outside.about(enterprise(n).uscc, {
    bureau: { case: 'healthy' },
    court: { case: 'clean' },
    registry: { case: 'normal', establish_date: '2019-01-01' },
    tax: { grade: 'A' },
  });
  await outside.about(shop(n).shopId, { platform: { case: 'steady', open_date: '2022-01-01' } });
};
/** A merchant with a true profile whose profile checks are over. */
async function merchant(n: number): Promise<Borrower> {
  await healthy(n);
  const b = await joinAs(world, n);
  await sign(world, b);
  await fillProfile(world, b, n);
  await world.work();
  return b;
}
const start = (b: Borrower, purpose: 'offer' | 'application' | 'monitoring' = 'application', subject = 'appl_test') =>
  world.rt.asSystem('test', (ctx) => collect(ctx, { customerId: b.customerId, purpose, subject }), b.customerId);
const status = (b: Borrower, id: `coll_${string}`) => world.rt.asSystem('test', (ctx) => collectionStatus(ctx, b.customerId, id));
const featuresOf = (b: Borrower, id: `coll_${string}`) => world.rt.asSystem('test', (ctx) => features(ctx, b.customerId, id));
let minute = 9 * 60;
const later = async (minutes: number) => {
  minute += minutes;
  await world.jumpTo('2026-06-30', minute);
};

describe('the profile', () => {
  test('S0-35 S1-17 fills itself from registry and shop after consent, asks only for papers no interface gives, and opens a conflict where sources disagree', async () => {
    const n = 100;
    await healthy(n);
    const b = await joinAs(world, n);
    const own = { customerId: b.customerId };
    await run(world, b, 'customers.save_enterprise', { ...own, uscc: enterprise(n).uscc, address: '上海市虚构路9号' });
    await world.work();
    expect((await outside.calls()).length).toBe(0);
    const before = await run(world, b, 'customers.show_papers', own);
    expect(before.toHandIn).toEqual(['id_card_front', 'id_card_back', 'business_licence', 'tax_return', 'bank_statement']);
    await sign(world, b);
    await fillProfile(world, b, n);
    await world.work();
    const after = await run(world, b, 'customers.show_papers', own);
    expect(after.toHandIn).toEqual(['id_card_front', 'id_card_back']);
    const view = await run(world, manager, 'customers.view', own);
    const facts = Object.fromEntries(
      view.profile.blocks.flatMap((x: { fields: { field: string }[] }) => x.fields).map((f: { field: string }) => [f.field, f]),
    );
    expect(facts['enterprise.name']).toMatchObject({ value: enterprise(n).name, source: 'registry', reference: expect.stringMatching(/^call_/) });
    expect(facts['enterprise.address']).toMatchObject({ value: '上海市虚构路9号', source: 'typed' });
    const conflict = view.conflicts.find((c: { field: string }) => c.field === 'enterprise.address');
    expect(conflict).toMatchObject({ declared: '上海市虚构路9号', foundSource: 'registry', state: 'open' });
    expect((await run(world, manager, 'customers.list_conflicts', {})).items.map((c: { id: string }) => c.id)).toContain(conflict.id);
    await run(world, manager, 'customers.resolve_conflict', { ...own, conflictId: conflict.id, resolution: 'take_found', why: '以登记为准' });
    const resolved = await run(world, manager, 'customers.view', own);
    expect(resolved.conflicts[0]).toMatchObject({ state: 'resolved', resolution: 'take_found' });
    expect(JSON.stringify(resolved.profile.blocks)).not.toContain('虚构路');
  });
  test('S3-22 becomes verified only when every check has passed, and a change of a checked fact takes it back', async () => {
    const b = await merchant(102);
    const own = { customerId: b.customerId };
    const view = await run(world, manager, 'customers.view', own);
    const checks = Object.fromEntries(view.profile.checks.map((c: { item: string; state: string }) => [c.item, c.state]));
    expect(checks).toEqual({
      id_two_element: 'passed',
      id_unique: 'passed',
      registry_uscc: 'passed',
      registry_legal_person: 'passed',
      shop_owner: 'passed',
      id_document: 'open',
    });
    expect(view.profile.summary.profileState).toBe('draft');
    const pass = (outcome: string) =>
      world.rt.asSystem('test', async (ctx) => {
        const { recordCheck } = await import('#modules/customers');
        await recordCheck(ctx, {
          customerId: b.customerId,
          item: 'id_document',
          outcome: outcome as 'passed',
          source: 'reviewer',
          reference: 'docu_x',
        });
      });
    await pass('passed');
    expect((await run(world, b, 'customers.me', {})).profile.summary.profileState).toBe('verified');
    await expect(run(world, b, 'customers.save_person', { ...own, idNo: person(103).idNo })).rejects.toMatchObject({
      faults: [{ field: 'idNo', code: 'customers.field_fixed' }],
    });
    await run(world, manager, 'customers.save_person', { ...own, idNo: person(103).idNo });
    expect((await run(world, b, 'customers.me', {})).profile.summary.profileState).toBe('draft');
  });
  test('nobody learns that an ID belongs to a customer: the second holder sees the same as one whose check failed', async () => {
    const owner = await merchant(104);
    expect(owner.customerId).toMatch(/^cust_/);
    const [thief, other] = [await joinAs(world, 105), await joinAs(world, 106)];
    await outside.about(person(107).idNo, { identity: { three_element: false } });
    for (const [b, n] of [
      [thief, 104],
      [other, 107],
    ] as const) {
      await sign(world, b, ['identity']);
      await run(world, b, 'customers.save_person', { customerId: b.customerId, name: person(n).name, idNo: person(n).idNo });
    }
    await world.work();
    const seen = async (b: Borrower) => (await run(world, b, 'customers.me', {})).profile.checks.map((c: object) => ({ ...c }));
    expect(await seen(thief)).toEqual(await seen(other));
    const staffView = await run(world, manager, 'customers.view', { customerId: thief.customerId });
    expect(staffView.profile.checks.find((c: { item: string }) => c.item === 'id_unique')).toMatchObject({
      state: 'failed',
      why: 'held_by_another_customer',
    });
  });
});

describe('gathering', () => {
  test('S0-20 S1-12 S3-06 asks all sources at once, keeps every answer sealed with hash, address and time, and a rating may start only then', async () => {
    const b = await merchant(110);
    await outside.reset();
    await healthy(110);
    const id = await start(b);
    await expect(world.rt.asSystem('test', (ctx) => assertCollected(ctx, b.customerId, id))).rejects.toMatchObject({
      code: 'connectors.not_collected',
    });
    const began = performance.now();
    for (const source of ['bureau', 'court', 'registry', 'tax', 'platform', 'identity'])
      await outside.fault(source, { mode: 'none', latency_ms: 120 });
    await world.work();
    // Thirteen questions of 120 ms each would take over 1.5 s one after the other.
    expect(performance.now() - began).toBeLessThan(1200);
    const s = await status(b, id);
    expect([s.state, ...new Set(s.sources.map((x) => x.state))]).toEqual(['complete', 'collected']);
    await world.rt.asSystem('test', (ctx) => assertCollected(ctx, b.customerId, id));
    expect(heard).toMatchObject([{ subject: 'appl_test', outcome: 'complete', missing: [] }]);
    const rows = await world.asOwner<{ source_url: string; fetched_at: Date; payload_hash: string; sealed: string; consent_hash: string }>(
      `select c.source_url, a.fetched_at, a.payload_hash, p.sealed, c.consent_hash from connectors.call c join connectors.answer a on a.call_id = c.id join connectors.payload p on p.call_id = c.id
       where c.collection_id = $1`,
      [id],
    );
    expect(rows.length).toBe(13);
    for (const r of rows) {
      expect(r.source_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/query\//);
      expect([r.payload_hash.length, r.consent_hash.length, /^[vz]1\./.test(r.sealed), r.fetched_at instanceof Date]).toEqual([64, 64, true, true]);
    }
    expect(JSON.stringify(rows)).not.toContain(person(110).idNo);
  });
  test('S3-11 nothing is asked without the consent of its scope, and nothing more once it is withdrawn', async () => {
    await healthy(111);
    const b = await joinAs(world, 111);
    await fillProfile(world, b, 111);
    await sign(world, b, ['identity', 'court', 'registry', 'tax', 'platform']);
    await world.work();
    await expect(start(b)).rejects.toMatchObject({ code: 'customers.consent_missing', facts: { scope: 'bureau' } });
    await sign(world, b, ['bureau']);
    await world.work();
    await outside.reset();
    const id = await start(b);
    await run(world, b, 'customers.withdraw_consent', { customerId: b.customerId, scope: 'bureau' });
    await world.work();
    expect((await outside.calls()).filter((c) => c.source === 'bureau')).toEqual([]);
    const s = await status(b, id);
    expect(s.state).toBe('failed');
    expect(s.sources.find((x) => x.source === 'bureau')).toMatchObject({ state: 'failed', reason: 'customers.consent_withdrawn' });
    await outside.reset();
    await expect(start(b)).rejects.toMatchObject({ code: 'customers.consent_withdrawn' });
    await world.work();
    expect(await outside.calls()).toEqual([]);
  });
  test('S0-20 a mandatory source that stays silent makes the case wait, says why, is asked again, and can be waived with a reason', async () => {
    const b = await merchant(112);
    await outside.fault('court', { mode: 'timeout' });
    const id = await start(b);
    await world.work();
    const waiting = await status(b, id);
    expect([waiting.state, waiting.round]).toEqual(['waiting', 2]);
    expect(waiting.sources.find((s) => s.source === 'court')).toMatchObject({ mandatory: true, state: 'failed', reason: 'records: timeout' });
    expect(waiting.retryAt).not.toBeNull();
    // Three tries a question, two questions; the other sources are not asked again.
    expect((await outside.calls()).filter((c) => c.source === 'bureau')).toHaveLength(2);
    const tries = await world.asOwner<{ tries: number }>(`select tries from connectors.answer where source = 'court' and customer_id = $1`, [
      b.customerId,
    ]);
    expect(tries.map((t) => t.tries)).toEqual([3, 3]);
    expect(heard).toEqual([]);
    await run(world, reviewer, 'connectors.waive_source', {
      customerId: b.customerId,
      collectionId: id,
      source: 'court',
      why: '法院接口维护，已人工查询公开网站',
    });
    await world.work();
    expect(heard).toMatchObject([{ outcome: 'complete' }]);
    expect((await featuresOf(b, id))['dishonest_debtor']).toMatchObject({ value: null, missingReason: 'waived: 法院接口维护，已人工查询公开网站' });
  });
  test('S3-06 a source that comes back is taken in the next round; the rest is not asked again', async () => {
    const b = await merchant(113);
    await outside.fault('bureau', { mode: 'error', times: 6 });
    const id = await start(b);
    await world.work();
    expect((await status(b, id)).state).toBe('waiting');
    await later(2);
    await world.work();
    expect(await status(b, id)).toMatchObject({ state: 'complete', round: 2 });
    expect((await featuresOf(b, id))['m1_count_24m']?.value).toEqual(expect.any(Number));
  });

  const FAULTS = [
    ['timeout', 'timeout', 3],
    ['error', 'error', 3],
    ['quota', 'quota', 3],
    ['malformed', 'malformed', 1],
    ['wrong_shape', 'malformed', 1],
    ['partial', 'partial', 1],
    ['lost_answer', 'unreachable', 3],
  ] as const;
  test.each(FAULTS)('S3-06 an optional source with the fault "%s" is told as such and the rest goes on', async (mode, state, tries) => {
    const n = 120 + FAULTS.findIndex((f) => f[0] === mode);
    const b = await merchant(n);
    await outside.fault('tax', { mode });
    const id = await start(b);
    await world.work();
    expect(await status(b, id)).toMatchObject({ state: 'partial' });
    const [row] = await world.asOwner<{ state: string; tries: number }>(
      `select a.state, a.tries from connectors.answer a join connectors.call c on c.id = a.call_id where c.collection_id = $1 and a.source = 'tax'`,
      [id],
    );
    expect(row).toEqual({ state, tries });
    expect(heard.at(-1)).toMatchObject({ outcome: 'partial', missing: ['tax'] });
    const f = await featuresOf(b, id);
    expect(f['gmv_12m']?.value).toEqual(expect.any(BigInt));
    if (mode === 'partial') expect(f['tax_credit_grade']?.missingReason ?? f['tax_status']?.missingReason).not.toBeUndefined();
    else expect(f['tax_credit_grade']).toMatchObject({ value: null, missingReason: expect.stringContaining('failed: taxpayer:') });
  });
  test('S3-06 a source that knows nothing has answered: nothing to wait for, and its features say so', async () => {
    const b = await merchant(128);
    await outside.fault('tax', { mode: 'no_record' });
    const id = await start(b);
    await world.work();
    expect(await status(b, id)).toMatchObject({ state: 'complete' });
    expect((await status(b, id)).sources.find((s) => s.source === 'tax')?.state).toBe('no_record');
    expect((await featuresOf(b, id))['declared_revenue_12m']).toMatchObject({ value: null, missingReason: 'no_record' });
  });
  test('S2-01 no record at the bureau and none of ours is a first loan, frozen with its evidence', async () => {
    const b = await merchant(130);
    await outside.about(person(130).idNo, { bureau: { case: 'no_record' }, court: { case: 'clean' } });
    await outside.about(enterprise(130).uscc, {
      bureau: { case: 'no_record' },
      court: { case: 'clean' },
      registry: { case: 'normal' },
      tax: { grade: 'A' },
    });
    const id = await start(b);
    await world.work();
    const f = await featuresOf(b, id);
    expect(f['is_first_loan']?.value).toBe(true);
    expect(JSON.parse(String(f['first_loan_evidence']?.value))).toEqual({
      definition: 'FST-01/2026-1',
      personReportNo: null,
      personAskedAt: null,
      firmReportNo: null,
      firmAskedAt: null,
      bankLoansPerson: 0,
      bankLoansFirm: 0,
      ownLoanOn: null,
    });
    await outside.about(person(130).idNo, { bureau: { case: 'healthy' } });
    await outside.about(enterprise(130).uscc, { bureau: { case: 'healthy' }, registry: { case: 'normal' } });
    const second = await start(b, 'application', 'appl_2');
    await world.work();
    const g = await featuresOf(b, second);
    expect(g['is_first_loan']?.value).toBe(false);
    expect(JSON.parse(String(g['first_loan_evidence']?.value))).toMatchObject({
      firmReportNo: expect.stringMatching(/^E20260630/),
      bankLoansFirm: expect.any(Number),
    });
    expect((await featuresOf(b, id))['is_first_loan']?.value).toBe(true);
  });
  test('every feature says where it comes from; the same day asked again gives the same features, and a changed set is found', async () => {
    const b = await merchant(131);
    const [one, two] = [await start(b, 'application', 'a1'), await start(b, 'application', 'a2')];
    await world.work();
    const [f, g] = [await featuresOf(b, one), await featuresOf(b, two)];
    for (const [name, x] of Object.entries(f)) {
      expect((x.value === null) === (x.missingReason !== null), name).toBe(true);
      if (x.value !== null) expect([x.callId?.startsWith('call_'), x.asOf], name).toEqual([true, '2026-06-30']);
    }
    const values = (set: typeof f) => Object.fromEntries(Object.entries(set).map(([k, v]) => [k, v.value]));
    expect(values(f)).toEqual(values(g));
    await world.asOwner(
      `update connectors.feature_set set features = replace(features::text, '"unit":"minor"', '"unit":"ppm"')::json where collection_id = $1`,
      [one],
    );
    await expect(featuresOf(b, one)).rejects.toThrow('were changed');
  });
  test('S2-34 (tax, shop sales and settlement flow; no invoices) declared revenue outside 20 % of a source is reported as a mismatch', async () => {
    const b = await merchant(132);
    const id = await start(b);
    await world.work();
    const tax = (await featuresOf(b, id))['declared_revenue_12m']?.value as bigint;
    const declare = async (minor: bigint) => {
      await run(world, manager, 'customers.save_finance', {
        customerId: b.customerId,
        annualRevenue: `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`,
      });
      const { checks } = await run(world, reviewer, 'connectors.cross_check', { customerId: b.customerId, collectionId: id });
      return checks.find((c: { against: string }) => c.against === 'tax');
    };
    const form = { customerId: b.customerId, collectionId: id, declared: '2163600.00' };
    expect((await run(world, reviewer, 'connectors.cross_check', form)).checks[0]).toMatchObject({ declared: 216_360_000n });
    expect((await declare((tax * 12n) / 10n)).state).toBe('match');
    expect(await declare((tax * 12n) / 10n + 10_000n)).toMatchObject({ state: 'mismatch', found: tax });
  });
});

test('S1-10 each of the six sources is asked for a purpose and under a consent scope of its own; none is a social network', async () => {
  expect(SOURCE_DEFS.map((s) => [s.name, s.scope])).toEqual(
    ['identity', 'registry', 'tax', 'court', 'bureau', 'platform'].map((name) => [name, name]),
  );
  const rows = await world.asOwner<{ source: string }>('select distinct source from connectors.source_policy order by source');
  expect(rows.map((r) => r.source)).toEqual(['bureau', 'court', 'identity', 'platform', 'registry', 'tax']);
});
test('S1-44 one page shows integration health, job status and a data-quality score', async () => {
  const b = await merchant(140);
  await outside.fault('court', { mode: 'quota' });
  await start(b);
  await world.work();
  const h = await run(world, reviewer, 'connectors.health', { hours: 24 });
  const court = h.sources.find((s: { source: string }) => s.source === 'court');
  expect(court).toMatchObject({ lastFailure: 'quota', p95LatencyMs: expect.any(Number) });
  expect(court.succeeded).toBeLessThan(court.calls);
  expect(h.sources.find((s: { source: string }) => s.source === 'registry')).toMatchObject({ lastFailure: null });
  expect(h.collections.waiting).toBeGreaterThan(0);
  // The whole set of checks takes as long as its slowest question: the tries at the court.
  expect(h.collections.fullSetP95Ms).toBeGreaterThan(400);
  expect(h.jobs.find((j: { name: string }) => j.name === 'connectors.collect').ready).toBeGreaterThan(0);
  expect(h.quality.score).toBeGreaterThan(0);
  expect(h.quality.score).toBeLessThanOrEqual(100);
});

test('identifiers of a person are nowhere outside their sealed places', async () => {
  const b = await merchant(141);
  await outside.fault('bureau', { mode: 'malformed' });
  await start(b);
  await world.work();
  const p = person(141);
  const marks = [p.idNo, p.mobile, p.card, p.name];
  const tables = await world.asOwner<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const rows = await world.asOwner<{ row: string }>(`select t::text as row from ${name} t`);
    for (const mark of marks)
      expect(
        rows.filter((r) => r.row.includes(mark)).map((r) => `${name}: ${r.row.slice(0, 200)}`),
        mark,
      ).toEqual([]);
  }
});
