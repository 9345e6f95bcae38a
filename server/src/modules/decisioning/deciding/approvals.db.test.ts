import { person } from '@tallystick/simulators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApplicationId, type ApplicationState, application, setState } from '#modules/applications';
import { storeDocument } from '#modules/documents';
import { seedProducts } from '#modules/products';
import access from '#mount/access';
import applications from '#mount/applications';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import customers from '#mount/customers';
import documents from '#mount/documents';
import models from '#mount/models';
import notifications from '#mount/notifications';
import products from '#mount/products';
import tasks from '#mount/tasks';
import { type Borrower, fillProfile, joinAs, makeBranch, openWorld, run, sign, type World } from '#test';
import { approvalOf, assertApproved } from '../index.ts';
import mountDecisioning from '../mount.ts';
import { expireApprovals, grantApproval, type NewApproval } from './approvals.ts';
import { insertRecord } from './repo.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld([audit, access, tasks, notifications, documents, customers, connectors, products, applications, models, mountDecisioning]);
  await world.rt.asSystem('test', seedProducts);
  await makeBranch(world);
});
afterAll(() => world.close());

/** A submitted application, moved on by hand: what the rules would have said does not matter here. */
async function submitted(n: number): Promise<{ b: Borrower; applicationId: ApplicationId }> {
  const b = await joinAs(world, n, { kind: 'merchant' });
  await fillProfile(world, b, n);
  await sign(world, b);
  for (const kind of ['id_card_front', 'id_card_back'])
    await world.rt.asSystem(
      't',
      (ctx) =>
        storeDocument(ctx, { customerId: b.customerId, kind, name: `${kind}.pdf`, bytes: Buffer.from('%PDF-1.7\nx\n%%EOF'), source: 'upload' }),
      b.customerId,
    );
  const form = {
    amountMinor: '60000.00',
    months: 6,
    method: 'equal_instalment',
    purposeClass: 'BUSINESS',
    purposeText: '备货',
    purposeBudget: [{ item: '采购', amountMinor: '60000.00' }],
    payoutAccountTail: person(n).card.slice(-4),
    declaredDebts: [],
    declaredAnnualRevenueMinor: '3600000.00',
    declaredMonthlyIncomeMinor: '40000.00',
  };
  const { applicationId } = await run(world, b, 'applications.create', { customerId: b.customerId, productCode: 'ECOM_MERCHANT_LOAN', form });
  await run(world, b, 'applications.submit', { customerId: b.customerId, applicationId, acknowledgement: { version: '1.0.0', accepted: true } });
  await world.asOwner('delete from platform.job');
  return { b, applicationId };
}
const move = (b: Borrower, applicationId: ApplicationId, ...states: ApplicationState[]) =>
  world.rt.asSystem(
    't',
    async (ctx) => {
      for (const to of states) await setState(ctx, { customerId: b.customerId, applicationId, to });
    },
    b.customerId,
  );
const grant = (b: Borrower, applicationId: ApplicationId, state: NewApproval['state']) =>
  world.rt.asSystem(
    't',
    async (ctx) => {
      const decisionId = ctx.newId('deci');
      await insertRecord(ctx.tx, {
        customerId: b.customerId,
        branchId: 'bran_x',
        id: decisionId,
        applicationId,
        attempt: 1,
        ratingId: null,
        outcome: 'approve',
        riskLevel: 'LOW',
        record: '{}',
        sha256: 'x',
        madeAt: ctx.now,
      });
      return grantApproval(ctx, {
        customerId: b.customerId,
        applicationId,
        decisionId,
        attempt: 1,
        source: 'auto',
        state,
        amountMinor: 50_000_00n,
        ratePpm: 60_000n,
        months: 6,
        guarantee: 'CREDIT',
        conditions: [],
        approvedBy: 'system',
      });
    },
    b.customerId,
  );
const ask = (b: Borrower, applicationId: ApplicationId, change: object = {}) =>
  world.rt.asSystem(
    't',
    (ctx) => assertApproved(ctx, { customerId: b.customerId, applicationId, amountMinor: 50_000_00n, ratePpm: 60_000n, months: 6, ...change }),
    b.customerId,
  );

test('S4-52 nothing may be lent on an application that was not assessed, even when its state says approved', async () => {
  const { b, applicationId } = await submitted(500);
  await expect(ask(b, applicationId)).rejects.toMatchObject({ code: 'decisioning.not_approved' });
  await move(b, applicationId, 'collecting', 'deciding', 'approved');
  await expect(ask(b, applicationId)).rejects.toMatchObject({ code: 'decisioning.not_approved' });
  // An approval cannot be written without the decision record it rests on.
  await expect(
    world.asOwner(
      `insert into decisioning.approval (customer_id, id, branch_id, application_id, attempt, decision_id, source, state, amount_minor, rate_ppm, months, irr_ppm, guarantee, conditions, approved_by, approved_at, valid_until, sha256)
       values ($1, 'appr_x', '', $2, 1, 'deci_none', 'auto', 'standing', 1, 1, 1, 1, 'CREDIT', '[]', 'x', now(), '2099-01-01', 'x')`,
      [b.customerId, applicationId],
    ),
  ).rejects.toMatchObject({ code: '23503' });
});

test('an approval holds for its amount, rate and term, and for thirty days; a counter-offer holds for nothing until it is accepted', async () => {
  const { b, applicationId } = await submitted(501);
  await move(b, applicationId, 'collecting', 'deciding', 'approved');
  await grant(b, applicationId, 'offered');
  await expect(ask(b, applicationId)).rejects.toMatchObject({ code: 'decisioning.not_approved' });
  await world.asOwner(`update decisioning.approval set state = 'standing' where application_id = $1`, [applicationId]);
  expect(await ask(b, applicationId)).toMatchObject({ amountMinor: 50_000_00n, validUntil: '2026-04-01' });
  for (const [change, what] of [
    [{ amountMinor: 50_000_01n }, 'amount'],
    [{ months: 7 }, 'months'],
    [{ ratePpm: 60_001n }, 'rate'],
    [{ ratePpm: 59_999n }, 'rate'],
  ] as const)
    await expect(ask(b, applicationId, change)).rejects.toMatchObject({ code: 'decisioning.beyond_approval', facts: { what } });
  await expect(ask(b, applicationId, { amountMinor: 1n, months: 1 })).resolves.toBeDefined();
  await world.jumpTo('2026-04-01');
  await expect(ask(b, applicationId)).resolves.toBeDefined();
  await world.jumpTo('2026-04-02');
  await expect(ask(b, applicationId)).rejects.toMatchObject({ code: 'decisioning.approval_expired' });
});

test('close of business ends what nobody took up, and the customer may apply again; a signed contract is left alone', async () => {
  await world.jumpTo('2026-05-01');
  const [left, signed] = [await submitted(502), await submitted(503)];
  for (const a of [left, signed]) {
    await move(a.b, a.applicationId, 'collecting', 'deciding', 'approved');
    await grant(a.b, a.applicationId, 'standing');
  }
  await move(signed.b, signed.applicationId, 'contracted');
  const close = (day: string) =>
    world.rt.asSystem('t', async (ctx) => {
      const units = (await expireApprovals.list(ctx, day)).filter((u) => u.customerId === left.b.customerId || u.customerId === signed.b.customerId);
      for (const unit of units) await expireApprovals.run({ ...ctx, customerId: unit.customerId }, unit, day);
      return units.length;
    });
  expect(await close('2026-05-31')).toBe(0);
  expect(await close('2026-06-01')).toBe(2);
  expect(await close('2026-06-02')).toBe(0);
  const state = (a: typeof left) => world.rt.asSystem('t', async (ctx) => (await application(ctx, a.b.customerId, a.applicationId)).state);
  expect([await state(left), await state(signed)]).toEqual(['expired', 'contracted']);
  expect(await world.rt.asSystem('t', (ctx) => approvalOf(ctx, left.b.customerId, left.applicationId))).toBeUndefined();
});
