import { person } from '@tallystick/simulators';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeDocument } from '#modules/documents';
import { seedProducts } from '#modules/products';
import access from '#mount/access';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import products from '#mount/products';
import tasks from '#mount/tasks';
import {
  ask,
  type Borrower,
  borrowerBrowser,
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
import { buildApp } from '../../http/index.ts';
import { markMilestone, setState } from './index.ts';
import applications from './mount.ts';
import { routes } from './routes.ts';
import { MOVES } from './rules.ts';
import { APPLICATION_STATES, type ApplicationState } from './types.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let world: World;
let outside: Outside;
let app: FastifyInstance;
let reviewer: StaffActor;
let risk: StaffActor;
beforeAll(async () => {
  outside = await openOutside();
  const mounts = [audit, access, tasks, notifications, documents, customers, connectors, products, applications];
  world = await openWorld(mounts, { day: '2026-03-02', env: outside.env });
  const branch = await makeBranch(world);
  await makeStaff(world, ['RELATIONSHIP_MANAGER'], branch);
  reviewer = await makeStaff(world, ['REVIEWER'], branch);
  risk = await makeStaff(world, ['RISK_MANAGER']);
  await world.rt.asSystem('test', seedProducts);
  app = await buildApp(world.rt);
});
afterAll(async () => {
  await app.close();
  await world.close();
  await outside.close();
});

// biome-ignore lint/suspicious/noExplicitAny: answers as a client sees them
type Seen = any;
const good = (n: number, more: object = {}) => ({
  amountMinor: '30000.00',
  months: 6,
  method: 'equal_instalment',
  purposeClass: 'BUSINESS',
  purposeText: '采购春季货品',
  purposeBudget: [{ item: '进货', amountMinor: '30000.00' }],
  payoutAccountTail: person(n).card.slice(-4),
  declaredDebts: [],
  declaredAnnualRevenueMinor: '1200000.00',
  declaredMonthlyIncomeMinor: '40000.00',
  ...more,
});
async function handIn(b: Borrower): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of ['id_card_front', 'id_card_back', 'income_proof'])
    ids.push(
      await world.rt.asSystem(
        't',
        (ctx) => storeDocument(ctx, { customerId: b.customerId, kind, name: 'a.png', bytes: PNG, source: 'upload' }),
        b.customerId,
      ),
    );
  return ids;
}
/** A borrower whose profile, consents and papers are complete. */
async function ready(n: number, papers = true): Promise<Borrower> {
  const b = await joinAs(world, n);
  await sign(world, b);
  await fillProfile(world, b, n);
  if (papers) await handIn(b);
  await world.work();
  return b;
}
const draft = async (b: Borrower, form: object = {}, productCode = 'MICRO'): Promise<string> =>
  (await run(world, b, 'applications.create', { customerId: b.customerId, productCode, form })).applicationId;
const agreed = { acknowledgement: { version: '1.0.0', accepted: true } };
const submit = (b: Borrower, applicationId: string, more: object = agreed) =>
  run(world, b, 'applications.submit', { customerId: b.customerId, applicationId, ...more });
const tracked = (who: Borrower | StaffActor, b: Borrower, applicationId: string): Promise<Seen> =>
  run(world, who, 'applications.track', { customerId: b.customerId, applicationId });
/** The refusal of a submission: its faults as "field code". */
const faultsOf = async (b: Borrower, applicationId: string, more: object = agreed): Promise<string[]> => {
  const refused = await submit(b, applicationId, more).then(
    () => ({ code: 'none', faults: [] }),
    (e: Seen) => e,
  );
  expect(refused.code).toBe('applications.form_incomplete');
  expect((await tracked(b, b, applicationId)).application.state).toBe('draft');
  return refused.faults.map((f: { field: string; code: string }) => `${f.field} ${f.code.replace('applications.', '')}`);
};
const move = (b: Borrower, applicationId: string, to: ApplicationState, owner?: string) =>
  world.rt.asSystem(
    't',
    (ctx) => setState(ctx, { customerId: b.customerId, applicationId: applicationId as never, to, ...(owner && { owner }) }),
    b.customerId,
  );
const verified = async (): Promise<readonly string[]> =>
  world.rt.asSystem('t', (ctx) => applications.verifies?.find((v) => v.name === 'applications.signatures')?.run(ctx) ?? Promise.resolve(['none']));

describe('the form', () => {
  test('S3-08 S3-09 an invalid form posted straight to the API is refused field by field, with a message in Chinese for each, and the draft stays a draft', async () => {
    const b = await ready(201, false);
    const applicationId = await draft(b);
    const route = (name: string) => routes.find((r) => r.operation.name === name) as (typeof routes)[number];
    const who = await borrowerBrowser(world, b.customerId);
    const fields = { customerId: b.customerId, applicationId };
    const form = { ...good(201), amountMinor: '30000.50', months: 99, purposeText: '炒股', payoutAccountTail: '0000', method: undefined };
    const reply = await ask(app, who, route('applications.submit'), fields, { body: { form, ...agreed } });
    expect([reply.status, reply.code]).toEqual([422, 'applications.form_incomplete']);
    const faults = reply.body['faults'] as { field: string; code: string; zh: string }[];
    const wrong = ['amountMinor', 'months', 'purposeText', 'payoutAccountTail', 'method', 'documents.id_card_front', 'documents.id_card_back'];
    expect(faults.map((f) => f.field)).toEqual(expect.arrayContaining(wrong));
    for (const f of faults) expect(f.zh).toMatch(/[\u4e00-\u9fff]/);
    expect((await tracked(b, b, applicationId)).application).toMatchObject({ state: 'draft', attempt: 0, form: {} });
    const shapeless = await ask(app, who, route('applications.submit'), fields, {
      body: { form: { amountMinor: 'a lot', months: 'six' }, extra: 1 },
    });
    expect(shapeless.status).toBe(422);
    expect((await tracked(b, b, applicationId)).application.state).toBe('draft');
  });

  test('S0-48 a submitted application holds amount, term, purpose, method, account and declared debts under the applicant’s signature; a figure changed afterwards is found', async () => {
    const b = await ready(202);
    const debts = [{ lender: '某银行', balanceMinor: '20000.00', monthlyMinor: '900.00' }];
    const applicationId = await draft(b, good(202, { declaredDebts: debts }));
    await submit(b, applicationId);
    const { application } = await tracked(b, b, applicationId);
    expect(application).toMatchObject({ state: 'submitted', attempt: 1, productVersion: 1 });
    expect(application.form).toMatchObject({
      amountMinor: 3_000_000n,
      months: 6,
      method: 'equal_instalment',
      purposeText: '采购春季货品',
      payoutAccountTail: person(202).card.slice(-4),
      declaredDebts: [{ lender: '某银行', balanceMinor: 2_000_000n, monthlyMinor: 90_000n }],
    });
    expect(await verified()).toEqual([]);
    const before = `"months":6`;
    await world.asOwner(`update applications.application set form = replace(form, '${before}', '"months":12') where id = $1`, [applicationId]);
    expect(await verified()).toEqual([`application ${applicationId} is not as it was signed`]);
    await world.asOwner(`update applications.application set form = replace(form, '"months":12', '${before}') where id = $1`, [applicationId]);
  });

  test('S4-39 a missing or rejected mandatory paper blocks submission; once it is there nothing does', async () => {
    const b = await ready(204, false);
    const applicationId = await draft(b, good(204));
    expect(await faultsOf(b, applicationId)).toEqual(
      ['id_card_front', 'id_card_back', 'income_proof'].map((kind) => `documents.${kind} document_missing`),
    );
    const [front] = await handIn(b);
    await run(world, reviewer, 'documents.review', { customerId: b.customerId, documentId: front, verdict: 'rejected', comment: '看不清' });
    expect(await faultsOf(b, applicationId)).toEqual(['documents.id_card_front document_rejected']);
    await handIn(b);
    expect((await submit(b, applicationId)).state).toBe('submitted');
  });

  test('S4-02 amount and term are held at the product’s caps: the cap itself passes, a fen or a step more does not, nor does a month or part of one', async () => {
    const b = await ready(205);
    const rich = { declaredAnnualRevenueMinor: '9000000.00', declaredMonthlyIncomeMinor: '300000.00' };
    const at = (amountMinor: string, months: number) =>
      good(205, { ...rich, amountMinor, months, purposeBudget: [{ item: '进货', amountMinor: '200000.00' }] });
    const applicationId = await draft(b, at('100000.01', 12));
    expect(await faultsOf(b, applicationId)).toEqual(['amountMinor amount_high']);
    expect(await faultsOf(b, applicationId, { ...agreed, form: at('100100.00', 12) })).toEqual(['amountMinor amount_high']);
    expect(await faultsOf(b, applicationId, { ...agreed, form: at('100000.00', 13) })).toEqual(['months months_range']);
    await expect(submit(b, applicationId, { ...agreed, form: at('100000.00', 12 + 1 / 30) })).rejects.toMatchObject({
      code: 'platform.input_invalid',
    });
    expect((await submit(b, applicationId, { ...agreed, form: at('100000.00', 12) })).state).toBe('submitted');
  });

  test('S4-26 real estate, securities, equity, lending on and repaying other loans are refused at entry, in the text or hidden in the budget', async () => {
    const b = await ready(206);
    const applicationId = await draft(b, good(206));
    for (const text of ['首付买房', '投资股票', '收购股权', '转借他人', '偿还贷款'])
      expect(await faultsOf(b, applicationId, { ...agreed, form: good(206, { purposeText: text }) })).toEqual(['purposeText purpose_banned']);
    const hidden = good(206, {
      purposeBudget: [
        { item: '进货', amountMinor: '20000.00' },
        { item: '还信用卡', amountMinor: '10000.00' },
      ],
    });
    expect(await faultsOf(b, applicationId, { ...agreed, form: hidden })).toEqual(['purposeBudget.1.item purpose_banned']);
  });
});

describe('before anything is asked outside', () => {
  test('S4-50 the calculator shows the instalment against income, and without the applicant’s confirmation nothing is submitted', async () => {
    const b = await ready(207);
    const asked = {
      customerId: b.customerId,
      productCode: 'MICRO',
      amountMinor: '30000.00',
      months: 6,
      method: 'equal_instalment',
      annualRevenueMinor: '1200000.00',
    };
    const { affordability: a, acknowledgement } = await run(world, b, 'applications.affordability', { ...asked, monthlyIncomeMinor: '40000.00' });
    expect(a.instalmentMinor * 6n).toBeGreaterThan(3_000_000n);
    expect(a.dtiPpm).toBe((a.instalmentMinor * 1_000_000n + 3_999_999n) / 4_000_000n);
    expect(a.faults).toEqual([]);
    const tight = await run(world, b, 'applications.affordability', { ...asked, monthlyIncomeMinor: '6000.00' });
    expect(tight.affordability.faults).toContain('dti');
    expect(tight.affordability.fittingMinor).toBeLessThan(3_000_000n);
    const applicationId = await draft(b, good(207));
    expect(await faultsOf(b, applicationId, {})).toEqual(['acknowledgement acknowledgement_missing']);
    expect(await faultsOf(b, applicationId, { acknowledgement: { version: acknowledgement.version, accepted: false } })).toEqual([
      'acknowledgement acknowledgement_missing',
    ]);
    expect((await submit(b, applicationId, { acknowledgement: { version: acknowledgement.version, accepted: true } })).state).toBe('submitted');
  });

  test('S4-40 a fifth lender is refused, and so is more debt over all lenders than sales or income bear', async () => {
    const b = await ready(208);
    const lenders = (n: number, balanceMinor = '1000.00') =>
      Array.from({ length: n }, (_, i) => ({ lender: `贷款机构${i}`, balanceMinor, monthlyMinor: '100.00' }));
    const applicationId = await draft(b, good(208, { declaredDebts: lenders(4) }));
    expect(await faultsOf(b, applicationId)).toEqual(['declaredDebts too_many_lenders']);
    expect(await faultsOf(b, applicationId, { ...agreed, form: good(208, { declaredDebts: lenders(1, '900000.00') }) })).toEqual([
      'amountMinor over_debt',
    ]);
    expect((await submit(b, applicationId, { ...agreed, form: good(208, { declaredDebts: lenders(3) }) })).state).toBe('submitted');
  });

  test('S0-10 the self-check tells a likely result and what is missing for each product without any credit query', async () => {
    const b = await joinAs(world, 209);
    await fillProfile(world, b, 209);
    await world.work();
    await outside.reset();
    const q = {
      customerId: b.customerId,
      amountMinor: '30000.00',
      months: 6,
      method: 'equal_instalment',
      monthlyIncomeMinor: '40000.00',
      annualRevenueMinor: '1200000.00',
      purposeClass: 'BUSINESS',
    };
    const { products: answers, creditQuery } = await run(world, b, 'applications.eligibility', { ...q, purposeText: '进货' });
    const micro = answers.find((a: Seen) => a.productCode === 'MICRO');
    expect(micro.result).toBe('unclear');
    expect(micro.faults.map((f: Seen) => f.field)).toEqual(
      expect.arrayContaining(['consents.bureau', 'documents.id_card_front', 'documents.id_card_back']),
    );
    const firm = answers.find((a: Seen) => a.productCode === 'WORKING_CAPITAL');
    expect(firm.result).toBe('unlikely');
    await sign(world, b);
    await handIn(b);
    await world.work();
    await outside.reset();
    const again = await run(world, b, 'applications.eligibility', { ...q, purposeText: '进货' });
    expect(again.products.find((a: Seen) => a.productCode === 'MICRO')).toMatchObject({ result: 'likely', faults: [] });
    await world.work();
    expect(creditQuery).toBe(false);
    expect(await outside.calls()).toEqual([]);
  });

  test('S3-10 a form that is filled in is pre-screened and the likely pass is told within a minute, without a hard query', async () => {
    const b = await ready(210);
    await outside.reset();
    const started = performance.now();
    const applicationId = await draft(b, good(210));
    await world.work();
    const { application } = await tracked(b, b, applicationId);
    expect(application.preScreen.result).toBe('likely');
    expect(performance.now() - started).toBeLessThan(60_000);
    const { items } = await run(world, b, 'notifications.my_messages', { customerId: b.customerId });
    expect(items.filter((m: Seen) => m.template === 'application_pre_screened')).toHaveLength(1);
    expect((await outside.calls()).filter((c) => c.source === 'bureau')).toEqual([]);
    const other = await draft(
      b,
      good(210, { amountMinor: '100000.00', declaredMonthlyIncomeMinor: '3000.00', purposeBudget: [{ item: '进货', amountMinor: '100000.00' }] }),
    );
    await world.work();
    expect((await tracked(b, b, other)).application.preScreen.result).toBe('unlikely');
  });
});

describe('the path', () => {
  test('S3-07 the whole path runs from draft to payout, and every move that is not on the map is refused and changes nothing', async () => {
    const b = await ready(211);
    const applicationId = await draft(b, good(211));
    await submit(b, applicationId);
    for (const to of ['collecting', 'deciding', 'approved', 'contracted', 'paid_out'] as const)
      expect((await move(b, applicationId, to)).state).toBe(to);
    for (const from of APPLICATION_STATES) {
      await world.asOwner('update applications.application set state = $2 where id = $1', [applicationId, from]);
      for (const to of APPLICATION_STATES) {
        if (MOVES[from].includes(to)) continue;
        await expect(move(b, applicationId, to)).rejects.toMatchObject({ code: 'applications.illegal_state', facts: { state: from, to } });
      }
      expect((await tracked(b, b, applicationId)).application.state).toBe(from);
    }
    await world.asOwner(`update applications.application set state = 'paid_out' where id = $1`, [applicationId]);
  });

  test('a second application beside one that is under way is refused, also when both are sent at once', async () => {
    const b = await ready(212);
    const both = [await draft(b, good(212)), await draft(b, good(212))];
    const outcomes = await Promise.allSettled(both.map((id) => submit(b, id)));
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((outcomes.find((o) => o.status === 'rejected') as PromiseRejectedResult).reason.code).toBe('applications.one_open');
  });

  test('S3-01 every case has its map: each node with times, minutes and owner for staff; the applicant sees no owners', async () => {
    const b = await ready(213);
    await world.jumpTo('2026-03-03', 9 * 60);
    const applicationId = await draft(b, good(213));
    await world.jumpTo('2026-03-03', 9 * 60 + 20);
    await submit(b, applicationId);
    await move(b, applicationId, 'collecting');
    await world.jumpTo('2026-03-03', 9 * 60 + 50);
    await move(b, applicationId, 'deciding');
    await move(b, applicationId, 'declined', reviewer.id);
    const { path } = await tracked(risk, b, applicationId);
    expect(path.map((n: Seen) => [n.state, n.minutes, n.leftAt === null])).toEqual([
      ['draft', 20, false],
      ['submitted', 0, false],
      ['collecting', 30, false],
      ['deciding', 0, false],
      ['declined', 0, true],
    ]);
    expect([path[0].owner, path.at(-1).owner]).toEqual([b.customerId, reviewer.id]);
    for (const n of (await tracked(b, b, applicationId)).path) expect(n.owner).toBeNull();
  });

  test('a milestone stands at its first time with its evidence', async () => {
    const b = await ready(214);
    const applicationId = await draft(b, good(214));
    const mark = (evidence: string) =>
      world.rt.asSystem(
        't',
        (ctx) => markMilestone(ctx, { customerId: b.customerId, applicationId: applicationId as never, kind: 'signed', evidence }),
        b.customerId,
      );
    await mark('ctrt_1');
    await world.jumpTo('2026-03-04');
    await mark('ctrt_2');
    const { milestones } = await tracked(b, b, applicationId);
    expect(milestones).toMatchObject([{ kind: 'signed', evidence: 'ctrt_1' }]);
    expect(milestones[0].at.slice(0, 10)).toBe('2026-03-03');
  });

  test('S0-15 minutes of applying, approving and paying out are measured, the slowest is named, beside the product’s target', async () => {
    const b = await ready(215);
    await world.jumpTo('2026-03-05', 9 * 60);
    const applicationId = await draft(b, good(215));
    await world.jumpTo('2026-03-05', 9 * 60 + 15);
    await submit(b, applicationId);
    for (const to of ['collecting', 'deciding'] as const) await move(b, applicationId, to);
    await world.jumpTo('2026-03-05', 11 * 60 + 15);
    await move(b, applicationId, 'approved');
    await world.jumpTo('2026-03-05', 11 * 60 + 45);
    await world.rt.asSystem(
      't',
      (ctx) => markMilestone(ctx, { customerId: b.customerId, applicationId: applicationId as never, kind: 'disbursed', evidence: 'ordr_1' }),
      b.customerId,
    );
    const seen = await run(world, risk, 'applications.stage_times', { from: '2026-03-05', to: '2026-03-05' });
    expect(seen.stages.map((s: Seen) => [s.stage, s.p50Minutes])).toEqual([
      ['apply', 15],
      ['approve', 120],
      ['disburse', 30],
    ]);
    expect(seen.bottleneck).toBe('approve');
    expect(seen.targets).toEqual(expect.arrayContaining([{ productCode: 'MICRO', decisionMinutes: 1440 }]));
  });

  test('S4-46 a micro-loan is promised within 24 hours; past that the branch is alerted and the week’s chart counts it late', async () => {
    const b = await ready(216);
    await world.jumpTo('2026-03-09', 9 * 60);
    const applicationId = await draft(b, good(216));
    const { submittedAt, dueAt } = await submit(b, applicationId);
    expect(Date.parse(dueAt) - Date.parse(submittedAt)).toBe(24 * 3_600_000);
    await world.jumpTo('2026-03-10', 9 * 60 - 1);
    await world.work();
    const late = () =>
      world.asOwner<{ state: string }>(`select state from tasks.task where kind = 'decision_late' and subject = $1`, [applicationId]);
    expect(await late()).toEqual([]);
    await world.jumpTo('2026-03-10', 9 * 60 + 1);
    await world.work();
    expect(await late()).toEqual([{ state: 'open' }]);
    expect((await tracked(b, b, applicationId)).late).toBe(true);
    for (const to of ['collecting', 'deciding'] as const) await move(b, applicationId, to);
    expect(await late()).toEqual([{ state: 'open' }]);
    await move(b, applicationId, 'approved');
    expect(await late()).toEqual([{ state: 'done' }]); // Nobody is asked to hurry a case that is decided.
    const { weeks } = await run(world, risk, 'applications.decision_times', { from: '2026-03-09', to: '2026-03-15' });
    expect(weeks).toEqual([expect.objectContaining({ week: '2026-03-09', productCode: 'MICRO', cases: 1, within: 0, late: 1 })]);
  });
});
