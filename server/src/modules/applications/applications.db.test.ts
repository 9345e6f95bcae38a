import type { Refusal } from '@tallystick/kernel';
import { person } from '@tallystick/simulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeDocument } from '#modules/documents';
import { seedProducts } from '#modules/products';
import access from '#mount/access';
import audit from '#mount/audit';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import products from '#mount/products';
import tasks from '#mount/tasks';
import type { BranchId } from '#platform';
import { type Borrower, fillProfile, joinAs, makeBranch, makeStaff, openWorld, run, type StaffActor, sign, type World } from '#test';
import { application, markMilestone, setState } from './index.ts';
import mountApplications from './mount.ts';
import type { ApplicationId, ApplicationState } from './types.ts';

let world: World;
let branchId: BranchId;
let manager: StaffActor;
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, documents, customers, products, mountApplications]);
  await world.rt.asSystem('test', seedProducts);
  branchId = await makeBranch(world);
  manager = await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId);
});
afterAll(() => world.close());

const FORM = {
  amountMinor: '60000.00',
  months: 6,
  method: 'equal_instalment',
  purposeClass: 'BUSINESS',
  purposeText: '双11备货',
  purposeBudget: [{ item: '采购', amountMinor: '80000.00' }],
  declaredDebts: [],
  declaredAnnualRevenueMinor: '3600000.00',
  declaredMonthlyIncomeMinor: '40000.00',
};
const formOf = (n: number, change: object = {}) => ({ ...FORM, payoutAccountTail: person(n).card.slice(-4), ...change });
const AGREED = { version: '1.0.0', accepted: true };

async function hand(b: Borrower, kind: string): Promise<void> {
  await world.rt.asSystem(
    'test',
    (ctx) => storeDocument(ctx, { customerId: b.customerId, kind, name: `${kind}.pdf`, bytes: Buffer.from('%PDF-1.7\nx\n%%EOF'), source: 'upload' }),
    b.customerId,
  );
}
/** A merchant who has everything an application needs. */
async function ready(n: number): Promise<Borrower> {
  const b = await joinAs(world, n, { kind: 'merchant' });
  await fillProfile(world, b, n);
  await sign(world, b);
  for (const kind of ['id_card_front', 'id_card_back']) await hand(b, kind);
  return b;
}
const draft = async (b: Borrower, form: object, productCode = 'ECOM_MERCHANT_LOAN'): Promise<ApplicationId> =>
  (await run(world, b, 'applications.create', { customerId: b.customerId, productCode, form })).applicationId;
const submit = (b: Borrower, applicationId: ApplicationId, more: object = { acknowledgement: AGREED }) =>
  run(world, b, 'applications.submit', { customerId: b.customerId, applicationId, ...more });
const stateOf = (b: Borrower, id: ApplicationId) => world.rt.asSystem('t', async (ctx) => (await application(ctx, b.customerId, id)).state);
const move = (b: Borrower, applicationId: ApplicationId, ...states: ApplicationState[]) =>
  world.rt.asSystem(
    'test',
    async (ctx) => {
      for (const to of states) await setState(ctx, { customerId: b.customerId, applicationId, to });
    },
    b.customerId,
  );
const faultsOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => ['done'],
    (e: Refusal) => e.faults.map((f) => `${f.field} ${f.code}`),
  );

describe('a draft', () => {
  test('takes what there is, is resumed later, and refuses whoever saw an older version or is somebody else', async () => {
    const [b, stranger] = [await joinAs(world, 400, { kind: 'merchant' }), await joinAs(world, 401, { kind: 'merchant' })];
    const applicationId = await draft(b, {});
    const save = (who: Borrower | StaffActor, version: number, form: object) =>
      run(world, who, 'applications.save_draft', { customerId: b.customerId, applicationId, version, form });
    expect(await save(b, 1, { amountMinor: '60000.00' })).toMatchObject({ version: 2, state: 'draft', form: { amountMinor: 60_000_00n } });
    await expect(save(b, 1, { months: 6 })).rejects.toMatchObject({ code: 'platform.state_changed' });
    expect(await save(manager, 2, { amountMinor: '60000.00', months: 6 })).toMatchObject({ form: { amountMinor: 60_000_00n, months: 6 } });
    await expect(save(stranger, 3, {})).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(save(b, 3, { amountMinor: '12.345' })).rejects.toMatchObject({ code: 'platform.input_invalid' });
  });

  test('S3-09 S3-08 posted straight to submit with an invalid form answers every error in Chinese and stays a draft', async () => {
    const b = await joinAs(world, 402, { kind: 'merchant' });
    const applicationId = await draft(b, {});
    const operation = world.rt.operations.get('applications.submit');
    if (!operation) throw new Error('not mounted');
    const bad = {
      amountMinor: '100.00',
      months: 99,
      method: 'flat',
      purposeClass: 'HOUSING',
      purposeText: '炒股',
      purposeBudget: [],
      declaredDebts: [],
      declaredAnnualRevenueMinor: '0',
      declaredMonthlyIncomeMinor: '0',
    };
    const refused = (await world.rt
      .execute(operation, { actor: b, key: 'bad-form-1', input: { customerId: b.customerId, applicationId, form: bad } })
      .catch((e: unknown) => e)) as Refusal;
    expect(refused.code).toBe('applications.form_incomplete');
    const fields = refused.faults.map((f) => f.field);
    for (const field of [
      'amountMinor',
      'months',
      'method',
      'purposeClass',
      'purposeText',
      'purposeBudget',
      'payoutAccountTail',
      'acknowledgement',
      'consents.bureau',
      'documents.id_card_front',
    ]) {
      expect(fields).toContain(field);
    }
    const catalogue = Object.assign({}, ...world.rt.mounts.map((m) => m.refusals ?? {})) as Record<string, { zh: string }>;
    for (const f of refused.faults) if (f.code !== 'platform.field_missing') expect(catalogue[f.code]?.zh).toMatch(/[一-鿿]/);
    const kept = await run(world, b, 'applications.track', { customerId: b.customerId, applicationId });
    expect([kept.application.state, kept.application.form, kept.milestones]).toEqual(['draft', {}, []]);
  });
});

describe('a submission', () => {
  test('S0-48 S4-39 S4-50 needs every field, consent, paper and the confirmed calculation; then it is signed and the clock runs', async () => {
    const b = await joinAs(world, 403, { kind: 'merchant' });
    await fillProfile(world, b, 403);
    const applicationId = await draft(b, formOf(403));
    const wanted = await faultsOf(submit(b, applicationId, {}));
    expect(wanted).toContain('consents.bureau applications.consent_missing');
    expect(wanted).toContain('documents.id_card_front applications.document_missing');
    await sign(world, b);
    // What registry and tax office answer need not be handed in once they may be asked.
    expect(await faultsOf(submit(b, applicationId, {}))).toEqual([
      'documents.id_card_front applications.document_missing',
      'documents.id_card_back applications.document_missing',
      'acknowledgement applications.acknowledgement_missing',
    ]);
    for (const kind of ['id_card_front', 'id_card_back']) await hand(b, kind);
    expect(await faultsOf(submit(b, applicationId, { acknowledgement: { ...AGREED, accepted: false } }))).toEqual([
      'acknowledgement applications.acknowledgement_missing',
    ]);
    expect(await faultsOf(submit(b, applicationId, { acknowledgement: { version: '0.9', accepted: true } }))).toEqual([
      'acknowledgement applications.acknowledgement_changed',
    ]);
    const done = await submit(b, applicationId);
    expect(done).toMatchObject({
      state: 'submitted',
      attempt: 1,
      productVersion: 1,
      form: {
        amountMinor: 60_000_00n,
        months: 6,
        purposeText: '双11备货',
        method: 'equal_instalment',
        payoutAccountTail: person(403).card.slice(-4),
        declaredDebts: [],
      },
    });
    expect(Date.parse(done.dueAt) - Date.parse(done.submittedAt)).toBe(60 * 60_000);
    const { milestones, path } = await run(world, b, 'applications.track', { customerId: b.customerId, applicationId });
    expect(milestones.map((m: { kind: string }) => m.kind).sort()).toEqual(['authorised', 'submitted']);
    expect(milestones.find((m: { kind: string }) => m.kind === 'authorised').evidence.split(',')).toHaveLength(6);
    expect(path.map((n: { state: string; owner: string | null }) => [n.state, n.owner])).toEqual([
      ['draft', null],
      ['submitted', null],
    ]);
    expect(path.every((n: { zh: string; en: string }) => n.zh !== '' && n.en !== '')).toBe(true);
  });

  test('a signature covers every figure: whoever changes the form behind the product’s back is found', async () => {
    const b = await ready(404);
    const applicationId = await draft(b, formOf(404));
    await submit(b, applicationId);
    const verify = () => world.rt.asSystem('t', async (ctx) => mountApplications.verifies?.[0]?.run(ctx));
    expect(await verify()).toEqual([]);
    await world.asOwner(`update applications.application set form = replace(form, '6000000n', '9000000n') where id = $1`, [applicationId]);
    expect(await verify()).toEqual([`application ${applicationId} is not as it was signed`]);
    await world.asOwner(`update applications.application set form = replace(form, '9000000n', '6000000n') where id = $1`, [applicationId]);
    expect(await verify()).toEqual([]);
  });

  test('two drafts submitted at once: one goes through, the other waits its turn', async () => {
    const b = await ready(405);
    const ids = [await draft(b, formOf(405)), await draft(b, formOf(405)), await draft(b, formOf(405))];
    const results = await Promise.allSettled(ids.map((id) => submit(b, id)));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'applications.one_open' });
    const open = ids[results.findIndex((r) => r.status === 'fulfilled')] as ApplicationId;
    await run(world, b, 'applications.withdraw', { customerId: b.customerId, applicationId: open, why: '不需要了' });
    await submit(b, ids[results.findIndex((r) => r.status === 'rejected')] as ApplicationId);
  });

  test('S3-07 illegal moves are refused wherever they come from, and S3-01 the path keeps every node with its times and owner', async () => {
    const b = await ready(406);
    const applicationId = await draft(b, formOf(406));
    for (const to of ['approved', 'collecting', 'contracted', 'paid_out'] as const)
      await expect(move(b, applicationId, to)).rejects.toMatchObject({ code: 'applications.illegal_state' });
    await submit(b, applicationId);
    await expect(submit(b, applicationId)).rejects.toMatchObject({ code: 'applications.illegal_state' });
    await expect(run(world, b, 'applications.save_draft', { customerId: b.customerId, applicationId, version: 3, form: {} })).rejects.toMatchObject({
      code: 'applications.illegal_state',
    });
    await move(b, applicationId, 'collecting', 'deciding', 'approved');
    await expect(move(b, applicationId, 'declined')).rejects.toMatchObject({ code: 'applications.illegal_state' });
    await move(b, applicationId, 'contracted', 'paid_out');
    await expect(run(world, b, 'applications.withdraw', { customerId: b.customerId, applicationId, why: '晚了' })).rejects.toMatchObject({
      code: 'applications.illegal_state',
    });
    const { path } = await run(world, manager, 'applications.track', { customerId: b.customerId, applicationId });
    expect(path.map((n: { state: string }) => n.state)).toEqual([
      'draft',
      'submitted',
      'collecting',
      'deciding',
      'approved',
      'contracted',
      'paid_out',
    ]);
    for (const [i, n] of path.entries()) expect([n.owner !== null, n.leftAt ?? null]).toEqual([true, path[i + 1]?.enteredAt ?? null]);
  });

  test('a locked customer cannot apply', async () => {
    const b = await joinAs(world, 407, { kind: 'merchant' });
    await world.asOwner(`update customers.customer set state = 'locked', state_before_lock = 'prospect' where customer_id = $1`, [b.customerId]);
    await expect(draft(b, {})).rejects.toMatchObject({ code: 'applications.customer_locked' });
  });
});

describe('before anything is asked', () => {
  test('S0-10 the self-check names likely products and what is missing, and S4-50 the calculation shows the instalment against income; nobody outside is asked', async () => {
    const b = await joinAs(world, 408, { kind: 'merchant' });
    const loan = {
      customerId: b.customerId,
      amountMinor: '60000.00',
      months: 6,
      method: 'equal_instalment',
      monthlyIncomeMinor: '40000.00',
      annualRevenueMinor: '3600000.00',
    };
    const q = { ...loan, purposeClass: 'BUSINESS', purposeText: '备货' };
    const check = async (more: object = {}) =>
      Object.fromEntries(
        (await run(world, b, 'applications.eligibility', { ...q, ...more })).products.map((p: { productCode: string; result: string }) => [
          p.productCode,
          p.result,
        ]),
      );
    expect(await check()).toEqual({ ECOM_MERCHANT_LOAN: 'unclear', FIRST_LOAN: 'unclear', MICRO: 'unclear', WORKING_CAPITAL: 'unlikely' });
    await fillProfile(world, b, 408);
    await sign(world, b);
    for (const kind of ['id_card_front', 'id_card_back', 'income_proof']) await hand(b, kind);
    expect(await check()).toEqual({ ECOM_MERCHANT_LOAN: 'likely', FIRST_LOAN: 'likely', MICRO: 'likely', WORKING_CAPITAL: 'unlikely' });
    expect(await check({ monthlyIncomeMinor: '9000.00' })).toMatchObject({ ECOM_MERCHANT_LOAN: 'unlikely' });
    expect(await check({ otherLenders: 4 })).toMatchObject({ ECOM_MERCHANT_LOAN: 'unlikely' });
    const { affordability: a, acknowledgement } = await run(world, b, 'applications.affordability', {
      ...loan,
      productCode: 'ECOM_MERCHANT_LOAN',
      otherMonthlyMinor: '5000.00',
      otherDebtMinor: '50000.00',
    });
    expect([a.monthlyDebtMinor, a.totalDebtMinor, a.lenders, a.faults]).toEqual([a.instalmentMinor + 5_000_00n, 110_000_00n, 2, []]);
    expect(acknowledgement.version).toBe('1.0.0');
    expect(await world.asOwner('select count(*)::int as n from connectors.call')).toEqual([{ n: 0 }]);
  });

  test('a form that is filled in gets a first answer at once, by the bank’s own rules', async () => {
    const b = await ready(409);
    const applicationId = await draft(b, formOf(409));
    await world.work();
    const seen = async () => (await run(world, b, 'applications.track', { customerId: b.customerId, applicationId })).application.preScreen;
    expect((await seen())?.result).toBe('likely');
    await run(world, b, 'applications.save_draft', {
      customerId: b.customerId,
      applicationId,
      version: 1,
      form: formOf(409, { declaredMonthlyIncomeMinor: '100.00' }),
    });
    await world.work();
    expect((await seen())?.result).toBe('unlikely');
    expect(await world.asOwner('select count(*)::int as n from connectors.call')).toEqual([{ n: 0 }]);
  });
});

describe('the clock', () => {
  test('S4-46 a micro-loan has 24 hours; what passes them becomes urgent work, and the weekly figures tell; S0-15 minutes a stage show the bottleneck', async () => {
    await world.jumpTo('2026-04-06', 10 * 60);
    const [quick, slow] = [await ready(410), await ready(411)];
    for (const b of [quick, slow]) await hand(b, 'income_proof');
    const [a, s] = [await draft(quick, formOf(410), 'MICRO'), await draft(slow, formOf(411), 'MICRO')];
    await submit(quick, a);
    await submit(slow, s);
    expect(await run(world, quick, 'applications.track', { customerId: quick.customerId, applicationId: a })).toMatchObject({ late: false });
    await world.jumpTo('2026-04-06', 12 * 60);
    await move(quick, a, 'collecting', 'deciding', 'approved');
    await world.jumpTo('2026-04-07', 9 * 60 + 59);
    await world.work();
    const late = () =>
      world.asOwner<{ subject: string; priority: number }>(
        `select subject, priority from tasks.task where kind = 'decision_late' and state = 'open' and subject = any ($1)`,
        [[a, s]],
      );
    expect(await late()).toEqual([]);
    await world.jumpTo('2026-04-07', 10 * 60 + 2);
    await world.work();
    expect(await late()).toEqual([{ subject: s, priority: 1 }]);
    const overdue = (await run(world, manager, 'applications.list', { late: 'true' })).items.map((i: { applicationId: string }) => i.applicationId);
    expect([overdue.includes(s), overdue.includes(a)]).toEqual([true, false]);
    await world.jumpTo('2026-04-07', 16 * 60);
    await move(slow, s, 'collecting', 'deciding', 'declined');
    await world.jumpTo('2026-04-08', 12 * 60);
    await world.rt.asSystem(
      't',
      (ctx) => markMilestone(ctx, { customerId: quick.customerId, applicationId: a, kind: 'disbursed', evidence: 'loan_x' }),
      quick.customerId,
    );
    const span = { from: '2026-04-06', to: '2026-04-12' };
    const { weeks } = await run(world, manager, 'applications.decision_times', span);
    expect(weeks).toEqual([
      {
        week: '2026-04-06',
        productCode: 'MICRO',
        cases: 2,
        within: 1,
        late: 1,
        p50Minutes: expect.closeTo(960, 0),
        p95Minutes: expect.closeTo(1716, 0),
      },
    ]);
    const times = await run(world, manager, 'applications.stage_times', span);
    expect(times.stages.map((t: { stage: string; cases: number }) => [t.stage, t.cases])).toEqual([
      ['apply', 2],
      ['approve', 2],
      ['disburse', 1],
    ]);
    expect(times.stages[2].p50Minutes).toBeCloseTo(48 * 60, 0);
    expect([times.bottleneck, times.targets.find((t: { productCode: string }) => t.productCode === 'MICRO').decisionMinutes]).toEqual([
      'disburse',
      1_440,
    ]);
  });

  test('S0-41 what was asked for and what was approved stand side by side', async () => {
    await world.jumpTo('2026-05-11');
    const [b, c] = [await ready(412), await ready(413)];
    const [whole, part] = [await draft(b, formOf(412)), await draft(c, formOf(413))];
    await submit(b, whole);
    await submit(c, part);
    await move(b, whole, 'collecting', 'deciding');
    await move(c, part, 'collecting', 'deciding');
    const terms = { ratePpm: 60_000n, months: 6 };
    await world.rt.asSystem(
      't',
      (ctx) => setState(ctx, { customerId: b.customerId, applicationId: whole, to: 'approved', approved: { ...terms, amountMinor: 60_000_00n } }),
      b.customerId,
    );
    await world.rt.asSystem(
      't',
      (ctx) =>
        setState(ctx, { customerId: c.customerId, applicationId: part, to: 'counter_offered', approved: { ...terms, amountMinor: 30_000_00n } }),
      c.customerId,
    );
    const { rows } = await run(world, manager, 'applications.satisfaction', { from: '2026-05-11', to: '2026-05-11' });
    expect(rows).toEqual([
      { productCode: 'ECOM_MERCHANT_LOAN', cases: 2, approved: 2, requestedMinor: 120_000_00n, approvedMinor: 90_000_00n, ratioPpm: 750_000n },
    ]);
    const tracked = await run(world, c, 'applications.track', { customerId: c.customerId, applicationId: part });
    expect(tracked.application).toMatchObject({ form: { amountMinor: 60_000_00n }, approvedAmountMinor: 30_000_00n });
  });

  test('a draft that is left alone for thirty days is closed; one that was touched is not', async () => {
    await world.jumpTo('2026-06-01');
    const b = await joinAs(world, 414, { kind: 'merchant' });
    const [left, touched] = [await draft(b, {}), await draft(b, {})];
    await world.jumpTo('2026-06-20');
    await run(world, b, 'applications.save_draft', { customerId: b.customerId, applicationId: touched, version: 1, form: {} });
    const step = mountApplications.daily?.[0];
    const close = (day: string) =>
      world.rt.asSystem('t', async (ctx) => {
        for (const unit of (await step?.list(ctx, day)) ?? []) await step?.run({ ...ctx, customerId: unit.customerId }, unit, day);
      });
    await close('2026-07-01');
    expect([await stateOf(b, left), await stateOf(b, touched)]).toEqual(['draft', 'draft']);
    await close('2026-07-02');
    expect([await stateOf(b, left), await stateOf(b, touched)]).toEqual(['expired', 'draft']);
  });
});
