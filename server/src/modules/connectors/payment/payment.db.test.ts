import { type CustomerId, instantMs } from '@tallystick/kernel';
import { callbackSignature, person } from '@tallystick/simulators';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import access from '#mount/access';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import customers from '#mount/customers';
import documents from '#mount/documents';
import notifications from '#mount/notifications';
import tasks from '#mount/tasks';
import { ANONYMOUS, hears, mount } from '#platform';
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
import { buildApp } from '../../../http/app.ts';
import { accountChecked, orderPayment, paymentOrder, paymentReturned, paymentSettled, verifyAccount } from '../index.ts';
import { differences, reconcileStep } from './reconcile.ts';

const SECRET = 'callback-secret-for-tests';
let world: World;
let outside: Outside;
let b: Borrower;
let cashier: StaffActor;
type Heard = { event: string; orderNo?: string; state?: string; code?: string; doneMinor?: bigint };
let heard: Heard[] = [];
const keep = (event: string) => async (_ctx: unknown, e: object) => void heard.push({ event, ...e });
const listener = mount({
  name: 'test',
  hears: [
    hears(paymentSettled, 'test.settled', keep('settled')),
    hears(paymentReturned, 'test.returned', keep('returned')),
    hears(accountChecked, 'test.checked', keep('checked')),
  ],
});

beforeAll(async () => {
  outside = await openOutside();
  world = await openWorld([audit, access, tasks, notifications, documents, customers, connectors, listener], { env: outside.env, day: '2026-06-30' });
  const branchId = await makeBranch(world);
  await makeStaff(world, ['RELATIONSHIP_MANAGER'], branchId);
  cashier = await makeStaff(world, ['DISBURSEMENT']);
  b = await joinAs(world, 200);
  await sign(world, b);
  await fillProfile(world, b, 200, { firm: false, shop: false });
  await world.work();
});
afterAll(async () => {
  await world.close();
  await outside.close();
});
let minute = 9 * 60;
beforeEach(async () => {
  await outside.reset();
  heard = [];
  minute += 1;
  await world.jumpTo('2026-06-30', minute);
});

let orders = 0;
const order = async (more: object = {}): Promise<string> => {
  orders += 1;
  const orderNo = `D${orders}`;
  const p = person(200);
  await world.rt.asSystem(
    'test',
    (ctx) =>
      orderPayment(ctx, {
        customerId: b.customerId,
        orderNo,
        kind: 'disburse',
        amountMinor: 5_000_000n,
        account: p.card,
        bankCode: '102100099996',
        payeeName: p.name,
        purpose: '进货',
        subject: `loan_${orderNo}`,
        ...more,
      }),
    b.customerId,
  );
  return orderNo;
};
const stateOf = (orderNo: string) => world.rt.asSystem('test', (ctx) => paymentOrder(ctx, b.customerId, orderNo));
const waitMinutes = async (minutes: number) => {
  minute += minutes;
  await world.jumpTo('2026-06-30', minute);
  await world.work();
};
const sends = async (orderNo: string) => (await outside.calls()).filter((c) => c.source === 'payment' && c.body?.['order_no'] === orderNo);

describe('an order', () => {
  test('is settled once, with what the rail says', async () => {
    const no = await order();
    await world.work();
    expect(await stateOf(no)).toMatchObject({
      state: 'success',
      doneMinor: 5_000_000n,
      settledOn: '2026-06-30',
      accountTail: person(200).card.slice(-4),
    });
    expect(heard).toMatchObject([{ event: 'settled', orderNo: no, state: 'success', doneMinor: 5_000_000n, subject: `loan_${no}` }]);
    expect(await sends(no)).toHaveLength(1);
  });
  test('given twice with one number is one order; with other content it is refused, also for another customer', async () => {
    const no = await order();
    orders -= 1;
    await order();
    orders -= 1;
    await expect(order({ amountMinor: 1n })).rejects.toMatchObject({ code: 'connectors.order_conflict' });
    const other = await joinAs(world, 201);
    orders -= 1;
    await expect(order({ customerId: other.customerId })).rejects.toMatchObject({ code: 'connectors.order_conflict' });
    await world.work();
    expect(await sends(no)).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });
  test('whose answer is lost is asked about and never sent again', async () => {
    await outside.fault('payment', { mode: 'lost_answer', times: 1 });
    const no = await order();
    await world.work();
    expect((await stateOf(no)).state).toBe('unknown');
    expect(heard).toEqual([]);
    await waitMinutes(1);
    expect((await stateOf(no)).state).toBe('success');
    expect(await sends(no)).toHaveLength(1);
    expect(heard).toMatchObject([{ event: 'settled', state: 'success' }]);
  });
  test('that the rail never saw fails after repeated questions, not before', async () => {
    await outside.fault('payment', { mode: 'error', times: 1 });
    const no = await order();
    await world.work();
    for (let i = 0; i < 3; i += 1) await waitMinutes(3);
    expect((await stateOf(no)).state).toBe('unknown');
    await waitMinutes(15);
    expect(await stateOf(no)).toMatchObject({ state: 'failed', code: 'NOT_RECEIVED' });
    expect(heard).toMatchObject([{ event: 'settled', state: 'failed', code: 'NOT_RECEIVED', doneMinor: 0n }]);
    expect(await sends(no)).toHaveLength(1);
  });
  test('found marked as sent by a second worker is asked about, not sent', async () => {
    const no = await order();
    await world.asOwner(`update connectors.payment_order set state = 'sent', sent_at = ordered_at where order_no = $1`, [no]);
    await world.work();
    expect(await sends(no)).toEqual([]);
  });
  test('under way is asked about until its end; a return after the success is told too', async () => {
    await outside.about(person(200).card, { payment: { outcome: 'processing' } });
    const no = await order();
    await world.work();
    expect((await stateOf(no)).state).toBe('sent');
    await outside.moveOrder(no, { state: 'success' });
    await waitMinutes(1);
    expect((await stateOf(no)).state).toBe('success');
    await outside.moveOrder(no, { state: 'returned', code: 'PAYEE_ACCOUNT_CLOSED', date: '2026-06-30' });
    await world.rt.asSystem('test', (ctx) => reconcileStep.run(ctx, { customerId: b.customerId, id: '2026-06-30' }, '2026-06-30'));
    await world.work();
    await waitMinutes(1);
    expect(await stateOf(no)).toMatchObject({ state: 'returned', returnedOn: '2026-06-30' });
    expect(heard.map((h) => h.event)).toEqual(['settled', 'returned']);
  });
  test("of a deduction may take a part when that is asked for, and fails with the rail's code when there is nothing", async () => {
    await outside.about(person(200).idNo, { payment: { balance: '300.00' } });
    const part = await order({ kind: 'deduct', amountMinor: 88_000n, partial: true });
    await world.work();
    expect(await stateOf(part)).toMatchObject({ state: 'success', doneMinor: 30_000n });
    const none = await order({ kind: 'deduct', amountMinor: 88_000n });
    await world.work();
    expect(await stateOf(none)).toMatchObject({ state: 'failed', code: 'INSUFFICIENT_FUNDS', doneMinor: 0n });
  });
});

describe('a callback', () => {
  const call = (body: string, more: Partial<{ timestamp: string; nonce: string; signature: string }> = {}) => {
    const timestamp = more.timestamp ?? String(instantMs(world.clock.wall()));
    const nonce = more.nonce ?? `nonce-${Math.random()}`;
    return run(world, ANONYMOUS, 'connectors.payment_callback', {
      timestamp,
      nonce,
      signature: more.signature ?? callbackSignature(SECRET, timestamp, nonce, body),
      body,
    });
  };
  const bodyFor = (orderNo: string, more: object = {}) =>
    JSON.stringify({
      event_id: `${orderNo}:success`,
      event: 'payment.order',
      order: {
        order_no: orderNo,
        kind: 'disburse',
        state: 'success',
        amount: '50000.00',
        done_amount: '50000.00',
        ref: 'PAY1',
        code: '0000',
        business_date: '2026-06-30',
        returned_on: null,
        ...more,
      },
    });
  const open = async () => {
    await outside.fault('payment', { mode: 'timeout', times: 1 });
    const no = await order();
    await world.work();
    expect((await stateOf(no)).state).toBe('unknown');
    return no;
  };
  test('settles an open order once, however often it comes', async () => {
    const no = await open();
    for (let i = 0; i < 3; i += 1) expect(await call(bodyFor(no))).toEqual({ received: true });
    await world.work();
    expect((await stateOf(no)).state).toBe('success');
    expect(heard).toMatchObject([{ event: 'settled', state: 'success' }]);
  });
  test('is refused alike when the signature, the time or the nonce is wrong, and changes nothing', async () => {
    const no = await open();
    const body = bodyFor(no);
    const old = String(instantMs(world.clock.wall()) - 6 * 60_000);
    const tries = [
      () => call(body, { signature: 'a'.repeat(64) }),
      () =>
        call(`${body} `, { signature: callbackSignature(SECRET, String(instantMs(world.clock.wall())), 'nonce-0001', body), nonce: 'nonce-0001' }),
      () => call(body, { timestamp: old }),
      () => call(body, { timestamp: 'soon' }),
    ];
    for (const t of tries) await expect(t()).rejects.toMatchObject({ code: 'connectors.callback_refused', facts: {} });
    expect((await stateOf(no)).state).toBe('unknown');
    await call(body, { nonce: 'nonce-used' });
    await expect(call(body, { nonce: 'nonce-used' })).rejects.toMatchObject({ code: 'connectors.callback_refused' });
  });
  test("that contradicts the books changes nothing and becomes work; one for a stranger's order tells nothing", async () => {
    const no = await order();
    await world.work();
    heard = [];
    await call(bodyFor(no, { state: 'failed', code: 'X', done_amount: '0.00' }));
    await call(bodyFor(no, { amount: '1.00' }));
    await world.work();
    expect((await stateOf(no)).state).toBe('success');
    expect(heard).toEqual([]);
    expect(await world.asOwner(`select 1 from tasks.task where kind = 'payment_doubt' and subject = $1`, [no])).toHaveLength(1);
    expect(await call(bodyFor('D-unknown'))).toEqual({ received: true });
  });
});

test('over HTTP the signature is checked over the very bytes that were sent', async () => {
  const app = await buildApp(world.rt);
  const send = (payload: string, signed: string) => {
    const [timestamp, nonce] = [String(instantMs(world.clock.wall())), `nonce-${Math.random()}`];
    const headers = {
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': callbackSignature(SECRET, timestamp, nonce, signed),
    };
    return app.inject({ method: 'POST', url: '/api/callbacks/payment', headers, payload });
  };
  const spaced = '{ "event_id":"e1",\n "event": "shop.closed" }';
  expect((await send(spaced, spaced)).json()).toEqual({ received: true });
  const refused = await send(spaced, JSON.stringify(JSON.parse(spaced)));
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'connectors.callback_refused']);
  expect((await app.inject({ method: 'POST', url: '/api/callbacks/payment', payload: {} })).statusCode).toBe(422);
  await app.close();
});

describe('the daily reconciliation', () => {
  test("compares the rail's list with our orders and tells a person of what differs", async () => {
    await world.jumpTo('2026-07-02');
    const [good, lost] = [await order(), await order()];
    await world.work();
    await world.asOwner('delete from connectors.payment_event where order_no = $1', [lost]).catch(() => undefined);
    await world.asOwner(`update connectors.payment_order set amount_minor = 1 where order_no = $1`, [lost]);
    const ghost = await order();
    await world.asOwner(`delete from platform.job where name = 'connectors.send_payment'`);
    const list = () => world.rt.asSystem('test', (ctx) => reconcileStep.list(ctx, '2026-07-02'));
    const [unit] = await list();
    expect(unit?.id).toBe('2026-07-02');
    await world.rt.asSystem('test', (ctx) => reconcileStep.run(ctx, { customerId: 'cust_1' as CustomerId, id: '2026-07-02' }, '2026-07-02'));
    expect(await list()).toEqual([]);
    await world.work();
    const { items } = await run(world, cashier, 'connectors.list_reconciliations', {});
    expect(items[0]).toMatchObject({ date: '2026-07-02', state: 'differs', ownCount: 3, railCount: 2 });
    expect(items[0].differences).toEqual([
      { orderNo: lost, what: 'amount', own: '1', rail: '5000000' },
      { orderNo: ghost, what: 'missing_at_rail', own: 'created', rail: null },
    ]);
    expect(items[0].differences.some((d: { orderNo: string }) => d.orderNo === good)).toBe(false);
    expect(await world.asOwner(`select 1 from tasks.task where kind = 'reconciliation' and subject = '2026-07-02'`)).toHaveLength(1);
  });
  test('knows every way two lists can differ', () => {
    const own = { customer_id: 'cust_1' as CustomerId, kind: 'disburse' as const, amount_minor: 100n, done_minor: 100n };
    const rail = {
      kind: 'disburse' as const,
      amount: 100n,
      done_amount: 100n,
      ref: null,
      code: '0000',
      business_date: '2026-07-02',
      returned_on: null,
    };
    const found = differences(
      [
        { ...own, order_no: 'same', state: 'success' },
        { ...own, order_no: 'moving', state: 'sent' },
        { ...own, order_no: 'behind', state: 'unknown' },
        { ...own, order_no: 'gone', state: 'success' },
        { ...own, order_no: 'never', state: 'failed' },
      ],
      [
        { ...rail, order_no: 'same', state: 'success' },
        { ...rail, order_no: 'moving', state: 'processing' },
        { ...rail, order_no: 'behind', state: 'failed' },
        { ...rail, order_no: 'ghost', state: 'success' },
        { ...rail, order_no: 'older', state: 'returned', business_date: '2026-07-01' },
      ],
      '2026-07-02',
    );
    expect(found.map((d) => `${d.orderNo} ${d.what}`)).toEqual(['behind state', 'gone missing_at_rail', 'ghost missing_here', 'older state']);
  });
});

test('the payout account is compared by four elements, under the identity consent only', async () => {
  await world.rt.asSystem('test', (ctx) => verifyAccount(ctx, { customerId: b.customerId, subject: 'loan_x' }));
  await world.work();
  expect(heard).toMatchObject([{ event: 'checked', state: 'matched' }]);
  await outside.about(person(200).card, { payment: { account_mismatch: true } });
  await world.rt.asSystem('test', (ctx) => verifyAccount(ctx, { customerId: b.customerId, subject: 'loan_x' }));
  await world.work();
  expect(heard.at(-1)).toMatchObject({ state: 'differs' });
  await run(world, b, 'customers.withdraw_consent', { customerId: b.customerId, scope: 'identity' });
  await outside.reset();
  await expect(world.rt.asSystem('test', (ctx) => verifyAccount(ctx, { customerId: b.customerId, subject: 'loan_x' }))).rejects.toMatchObject({
    code: 'customers.consent_withdrawn',
  });
  await world.work();
  expect(await outside.calls()).toEqual([]);
});
