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
import { application, setState } from './index.ts';
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

  test('a locked customer cannot apply', async () => {
    const b = await joinAs(world, 407, { kind: 'merchant' });
    await world.asOwner(`update customers.customer set state = 'locked', state_before_lock = 'prospect' where customer_id = $1`, [b.customerId]);
    await expect(draft(b, {})).rejects.toMatchObject({ code: 'applications.customer_locked' });
  });
});

describe('over time', () => {
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

  test('a withdrawn application can be followed by another', async () => {
    const b = await ready(415);
    const applicationId = await draft(b, formOf(415));
    await submit(b, applicationId);
    const withdraw = (why: string) => run(world, b, 'applications.withdraw', { customerId: b.customerId, applicationId, why });
    expect((await withdraw('暂不需要')).state).toBe('withdrawn');
    await expect(withdraw('再次')).rejects.toMatchObject({ code: 'applications.illegal_state' });
    expect((await submit(b, await draft(b, formOf(415)))).state).toBe('submitted');
  });
});
