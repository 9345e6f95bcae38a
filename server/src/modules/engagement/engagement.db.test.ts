import type { CustomerId } from '@tallystick/kernel';
import { person } from '@tallystick/simulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationClosed, applicationSubmitted } from '#modules/applications';
import { contractSigned } from '#modules/contracts';
import { decided } from '#modules/decisioning';
import { seedProducts } from '#modules/products';
import { paidOut } from '#modules/servicing';
import access from '#mount/access';
import audit from '#mount/audit';
import customers from '#mount/customers';
import documents from '#mount/documents';
import engagement from '#mount/engagement';
import notifications from '#mount/notifications';
import products from '#mount/products';
import tasks from '#mount/tasks';
import { ANONYMOUS, type BranchId } from '#platform';
import { joinAs, makeBranch, makeStaff, openWorld, run, type StaffActor, type World } from '#test';

let world: World;
let branchId: BranchId;
let manager: StaffActor;
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, documents, customers, products, engagement]);
  branchId = await makeBranch(world);
  manager = await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId);
  await world.rt.asSystem('test', seedProducts);
});
afterAll(() => world.close());

const consent = async () => {
  const { texts } = await run(world, ANONYMOUS, 'customers.list_consent_texts', {});
  const text = texts.find((t: { scope: string }) => t.scope === 'contact');
  return { version: text.version, hash: text.hashEn };
};
const ask = async (n: number, more: object = {}) =>
  run(world, ANONYMOUS, 'engagement.ask_contact', {
    name: person(n).name,
    mobile: person(n).mobile,
    campaign: 'first-loan',
    consent: await consent(),
    ...more,
  });
const leads = async (filter: object = {}, who: StaffActor = manager) => run(world, who, 'engagement.list_leads', filter);

describe('the first-loan page', () => {
  test('S2-52 shows terms and a worked example with its all-in rate, and counts visits and conversion', async () => {
    const page = await run(world, ANONYMOUS, 'engagement.landing', {});
    const product = page.products.find((p: { code: string }) => p.code === 'FIRST_LOAN');
    expect(product).toMatchObject({ minAmountMinor: expect.any(BigInt), maxMonths: expect.any(Number) });
    const e = product.example;
    expect(e.totalMinor - e.amountMinor).toBe(e.interestMinor);
    // Monthly compounding lifts the all-in rate above the nominal one, by little.
    expect(e.allInPpm).toBeGreaterThan(e.ratePpm);
    expect(e.allInPpm).toBeLessThan((e.ratePpm * 11n) / 10n);
    for (let i = 0; i < 3; i += 1) await run(world, ANONYMOUS, 'engagement.count_visit', { page: 'first_loan', campaign: 'first-loan' });
    await run(world, ANONYMOUS, 'engagement.count_visit', { page: 'start', campaign: 'no-such-campaign' });
    const { campaigns } = await run(world, await makeStaff(world, ['EXECUTIVE']), 'engagement.funnel', {
      from: '2026-03-01',
      to: '2026-03-31',
    });
    const visits = Object.fromEntries(campaigns.map((c: { campaign: string; steps: { count: number }[] }) => [c.campaign, c.steps[0]?.count]));
    expect(visits).toEqual({ 'first-loan': 3, none: 1 });
  });
});

describe('a lead', () => {
  test('needs the wording in force, becomes work for a manager, and is one however often somebody asks', async () => {
    await expect(ask(300, { consent: { version: '1.0', hash: 'a'.repeat(64) } })).rejects.toMatchObject({ code: 'customers.consent_text_changed' });
    await ask(300, { need: '50000' });
    await ask(300);
    const { items } = await leads({ mobile: person(300).mobile });
    expect(items).toMatchObject([{ state: 'new', askedTimes: 2, needMinor: 5_000_000n, mobile: `199****${person(300).mobile.slice(-4)}`, branchId }]);
    expect(items[0].name).toMatch(/^.\*+$/);
    const open = await world.asOwner(`select owner_id from tasks.task where kind = 'lead' and subject = $1`, [items[0].id]);
    expect(open).toEqual([{ owner_id: manager.id }]);
    expect((await run(world, manager, 'engagement.show_contact', { leadId: items[0].id, why: '回访' })).mobile).toBe(person(300).mobile);
    const raw = await world.asOwner<{ row: string }>('select t::text as row from engagement.lead t');
    expect(raw.some((r) => r.row.includes(person(300).mobile) || r.row.includes(person(300).name))).toBe(false);
  });
  test('answers a customer, a known lead and a stranger alike', async () => {
    await joinAs(world, 301);
    const answers = [await ask(301), await ask(300), await ask(302)];
    expect(new Set(answers.map((a) => JSON.stringify(a)))).toEqual(new Set([JSON.stringify({ received: true })]));
  });
  test('moves on once: contacted, lost with a reason, then closed; another branch does not see it', async () => {
    await ask(303);
    const one = async () => (await leads({ mobile: person(303).mobile })).items[0];
    const lead = await one();
    const other = await makeStaff(world, ['RELATIONSHIP_MANAGER'], await makeBranch(world, '440300'));
    expect((await leads({ mobile: person(303).mobile }, other)).items).toEqual([]);
    await expect(run(world, other, 'engagement.move_lead', { leadId: lead.id, to: 'contacted', version: 1 })).rejects.toMatchObject({
      code: 'platform.not_found',
    });
    await run(world, manager, 'engagement.move_lead', { leadId: lead.id, to: 'contacted', version: 1 });
    await expect(run(world, manager, 'engagement.move_lead', { leadId: lead.id, to: 'lost', version: 2 })).rejects.toMatchObject({
      code: 'engagement.lead_lost_reason',
    });
    await expect(
      run(world, manager, 'engagement.move_lead', { leadId: lead.id, to: 'lost', lostReason: 'elsewhere', version: 1 }),
    ).rejects.toMatchObject({ code: 'platform.state_changed' });
    await run(world, manager, 'engagement.move_lead', { leadId: lead.id, to: 'lost', lostReason: 'elsewhere', version: 2 });
    await expect(run(world, manager, 'engagement.move_lead', { leadId: lead.id, to: 'contacted', version: 3 })).rejects.toMatchObject({
      code: 'engagement.lead_closed',
    });
    expect(await one()).toMatchObject({ state: 'lost', lostReason: 'elsewhere' });
  });
  test('is converted when somebody joins with the same number, and brings its campaign', async () => {
    await ask(304);
    const b = await joinAs(world, 304);
    await world.work();
    const { items } = await leads({ mobile: person(304).mobile });
    expect(items[0]).toMatchObject({ state: 'converted', convertedTo: b.customerId });
    expect(await world.asOwner(`select campaign from engagement.journey where customer_id = $1 and step = 'join'`, [b.customerId])).toEqual([
      { campaign: 'first-loan' },
    ]);
  });
  test('one address cannot flood the form', async () => {
    await world.asOwner('delete from engagement.form_use');
    const text = await consent();
    const send = (i: number) =>
      run(world, ANONYMOUS, 'engagement.ask_contact', { name: '张测', mobile: `1990000${String(9000 + i)}`, consent: text }).then(
        () => 'ok',
        (e: { code: string }) => e.code,
      );
    const results = [];
    for (let i = 0; i < 22; i += 1) results.push(await send(i));
    expect(results.slice(0, 20).every((r) => r === 'ok')).toBe(true);
    expect(results.slice(20)).toEqual(['engagement.too_many', 'engagement.too_many']);
  });
});

test('S2-72 the funnel goes from visit to disbursement by campaign, with the reasons why people left', async () => {
  await world.jumpTo('2026-05-04');
  for (let i = 0; i < 10; i += 1) await run(world, ANONYMOUS, 'engagement.count_visit', { page: 'first_loan', campaign: 'first-loan' });
  for (const n of [310, 311, 312, 313]) await ask(n);
  const joined = [];
  for (const n of [310, 311, 312, 313]) joined.push(await joinAs(world, n));
  await world.work();
  const [a, b, c, d] = joined.map((x) => x.customerId) as [CustomerId, CustomerId, CustomerId, CustomerId];
  const ids = (n: number) =>
    ({
      applicationId: `appl_${'0'.repeat(25)}${n}`,
      contractId: `cont_${'0'.repeat(25)}${n}`,
      decisionId: `deci_${'0'.repeat(25)}${n}`,
      loanId: `loan_${'0'.repeat(25)}${n}`,
    }) as const;
  await world.rt.asSystem('test', async (ctx) => {
    for (const [i, customerId] of [a, b, c, d].entries())
      await ctx.announce(applicationSubmitted, { customerId, applicationId: ids(i).applicationId, attempt: 1 });
    await ctx.announce(decided, { customerId: a, ...ids(0), outcome: 'approved' });
    await ctx.announce(decided, { customerId: b, ...ids(1), outcome: 'counter_offered' });
    await ctx.announce(decided, { customerId: c, ...ids(2), outcome: 'declined' });
    await ctx.announce(applicationClosed, { customerId: d, applicationId: ids(3).applicationId, state: 'withdrawn' });
  });
  await world.work();
  await world.rt.asSystem('test', async (ctx) => {
    await ctx.announce(applicationClosed, { customerId: b, applicationId: ids(1).applicationId, state: 'expired' });
    await ctx.announce(contractSigned, { customerId: a, contractId: ids(0).contractId, applicationId: ids(0).applicationId });
    await ctx.announce(paidOut, { customerId: a, ...ids(0), amountMinor: 5_000_000n, startOn: '2026-05-04' });
  });
  await world.work();
  const head = await makeStaff(world, ['EXECUTIVE']);
  const { campaigns } = await run(world, head, 'engagement.funnel', { from: '2026-05-04', to: '2026-05-04' });
  const own = campaigns.find((x: { campaign: string }) => x.campaign === 'first-loan');
  expect(own.steps.map((s: { step: string; count: number }) => `${s.step} ${s.count}`)).toEqual([
    'visit 10',
    'lead 4',
    'join 4',
    'apply 4',
    'approve 2',
    'sign 1',
    'disburse 1',
  ]);
  expect(own.steps[4]).toMatchObject({
    passed: 500_000n,
    dropouts: expect.arrayContaining([
      { reason: 'declined', count: 1 },
      { reason: 'withdrawn', count: 1 },
    ]),
  });
  expect(own.steps[5].dropouts).toEqual([{ reason: 'expired', count: 1 }]);
});
