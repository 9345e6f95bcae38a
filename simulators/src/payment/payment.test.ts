import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enterprise, person } from '../people/people.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import { signature } from './callback.ts';

const SECRET = 'callback-secret';
const heard: { headers: IncomingHttpHeaders; text: string }[] = [];
const lender = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => {
    heard.push({ headers: request.headers, text });
    response.end('{}');
  });
});

let world: TestWorld;
beforeAll(async () => {
  await new Promise<void>((resolve) => lender.listen(0, '127.0.0.1', resolve));
  world = await testWorld({ callbackUrl: `http://127.0.0.1:${(lender.address() as AddressInfo).port}/callbacks`, callbackSecret: SECRET });
});
beforeEach(() => {
  heard.length = 0;
  return world.send('control', 'POST', '/reset');
});
afterAll(async () => {
  await world.stop();
  lender.close();
});

const payee = person(31);
const disbursement = (orderNo: string, more: object = {}) => ({
  order_no: orderNo,
  payer_acct: enterprise(1).account,
  payee_name: payee.name,
  payee_acct: payee.card,
  payee_bank_code: '102100099996',
  amount: '50000.00',
  purpose: '进货',
  entrusted_flag: false,
  channel: '超网',
  as_of: '2026-06-30',
  ...more,
});
const deduction = (orderNo: string, amount: string, more: object = {}) => ({
  order_no: orderNo,
  agreement_no: 'A1',
  account: payee.card,
  id_no: payee.idNo,
  amount,
  as_of: '2026-06-30',
  ...more,
});
const disburse = (orderNo: string, more: object = {}) => world.send('payment', 'POST', '/disburse', disbursement(orderNo, more));
const deduct = (orderNo: string, amount: string, more: object = {}) => world.send('payment', 'POST', '/deduct', deduction(orderNo, amount, more));
const set = (id: string, payment: object) => world.send('control', 'PUT', `/subjects/${id}`, { payment });
async function until(count: number) {
  for (let i = 0; i < 100 && heard.length < count; i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return heard.length;
}

test('a payout succeeds at once, with a reference and a time of its business day', async () => {
  const { status, body } = await disburse('D1');
  expect([status, body.state, body.code, body.amount, body.done_amount, body.business_date]).toEqual([
    200,
    'success',
    '0000',
    '50000.00',
    '50000.00',
    '2026-06-30',
  ]);
  expect(body.ref).toMatch(/^PAY\d{13}$/);
  expect(body.time).toMatch(/^2026-06-30T/);
});

test('the same order again is the same order, whatever the field order; another body is a conflict and changes nothing', async () => {
  const first = await disburse('D1');
  const again = await world.send('payment', 'POST', '/disburse', Object.fromEntries(Object.entries(disbursement('D1')).reverse()));
  expect(again).toMatchObject({ status: 200, text: first.text });
  expect(await disburse('D1', { amount: '60000.00' })).toMatchObject({ status: 409, body: { code: 'order_conflict' } });
  expect(await deduct('D1', '50000.00')).toMatchObject({ status: 409 });
  expect((await world.send('payment', 'GET', '/reconciliation?date=2026-06-30')).body).toMatchObject({ count: 1, disbursed: '50000.00' });
});

test('ten identical requests at once move the money once', async () => {
  await set(payee.card, { balance: '1000.00' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => deduct('C1', '400.00')));
  expect(new Set(answers.map((a) => a.text)).size).toBe(1);
  expect((await world.send('control', 'GET', `/subjects/${payee.card}`)).body.overrides.payment.balance).toBe('600.00');
});

test('a lost answer: the money moved, and asking by order number tells', async () => {
  await world.send('control', 'PUT', '/faults/payment', { mode: 'lost_answer', times: 1 });
  await expect(disburse('D2')).rejects.toThrow();
  expect((await world.send('control', 'GET', '/log?limit=1')).body.calls).toMatchObject([{ path: '/disburse', subject: 'D2', fault: 'lost_answer' }]);
  expect((await world.send('payment', 'GET', '/orders/D2')).body).toMatchObject({ order_no: 'D2', state: 'success' });
  expect(await world.send('payment', 'GET', '/orders/D3')).toMatchObject({ status: 404, body: { code: 'order_unknown' } });
});

test('a payout to an account of somebody else fails, and the check of payee and account says so before', async () => {
  expect((await disburse('D4', { payee_acct: person(32).card })).body).toMatchObject({
    state: 'failed',
    code: 'ACCOUNT_MISMATCH',
    ref: null,
    done_amount: '0.00',
  });
  const verify = (more: object) =>
    world.send('payment', 'POST', '/account/verify', { account: payee.card, name: payee.name, id_no: payee.idNo, mobile: payee.mobile, ...more });
  expect((await verify({})).body).toMatchObject({ matched: true, code: '0000' });
  expect((await verify({ account: person(32).card })).body).toMatchObject({ matched: false, code: 'ACCOUNT_MISMATCH' });
  expect((await verify({ mobile: '19900009999' })).body).toMatchObject({ matched: false, elements: { mobile: false, name: true } });
  expect((await verify({ account: '6222020200112233446' })).body.matched).toBe(true);
  await set(payee.idNo, { account_mismatch: true });
  expect((await verify({ account: '6222020200112233446' })).body.matched).toBe(false);
});

test('deductions draw on the balance that was set; a split takes what is there', async () => {
  await set(payee.idNo, { balance: '1000.00' });
  expect((await deduct('C1', '700.00')).body).toMatchObject({ state: 'success', done_amount: '700.00' });
  expect((await deduct('C2', '700.00')).body).toMatchObject({ state: 'failed', code: 'INSUFFICIENT_FUNDS', done_amount: '0.00' });
  expect((await deduct('C3', '700.00', { split: true })).body).toMatchObject({ state: 'success', done_amount: '300.00' });
  expect((await deduct('C4', '0.01')).body.code).toBe('INSUFFICIENT_FUNDS');
});

test('an account is empty for a while and suspended from a day on', async () => {
  await set(payee.card, { insufficient_from: '2026-06-01', insufficient_to: '2026-07-01', suspended_from: '2026-08-01' });
  const code = async (orderNo: string, asOf: string) => (await deduct(orderNo, '10.00', { as_of: asOf })).body.code;
  expect([await code('C1', '2026-05-31'), await code('C2', '2026-06-01'), await code('C3', '2026-07-01'), await code('C4', '2026-08-01')]).toEqual([
    '0000',
    'INSUFFICIENT_FUNDS',
    '0000',
    'ACCOUNT_SUSPENDED',
  ]);
});

test('a processing order ends by hand; a payout can come back later and shows in both days’ lists', async () => {
  await set(payee.card, { outcome: 'processing' });
  expect((await disburse('D5')).body).toMatchObject({ state: 'processing', ref: null });
  const move = (body: object) => world.send('control', 'PUT', '/orders/D5', body);
  expect((await move({ state: 'returned', date: '2026-07-02' })).status).toBe(409);
  expect((await move({ state: 'success' })).body).toMatchObject({ state: 'success', done_amount: '50000.00' });
  expect((await move({ state: 'returned', date: '2026-07-02', code: 'PAYEE_ACCOUNT_CLOSED' })).body).toMatchObject({
    state: 'returned',
    returned_on: '2026-07-02',
    done_amount: '0.00',
  });
  for (const date of ['2026-06-30', '2026-07-02']) {
    const list = (await world.send('payment', 'GET', `/reconciliation?date=${date}`)).body;
    expect([list.count, list.success_count, list.orders[0].state]).toEqual([1, 0, 'returned']);
  }
});

test('callbacks are signed over timestamp, nonce and body; a duplicate has the same event and another nonce', async () => {
  await world.send('control', 'PUT', '/faults/payment', { mode: 'duplicate_callback', times: 1 });
  await disburse('D6');
  expect(await until(2)).toBe(2);
  for (const { headers, text } of heard) {
    const [timestamp, nonce] = [String(headers['x-timestamp']), String(headers['x-nonce'])];
    expect(headers['x-signature']).toBe(signature(SECRET, timestamp, nonce, text));
    expect(JSON.parse(text)).toMatchObject({ event_id: 'D6:success', event: 'payment.order', order: { order_no: 'D6', state: 'success' } });
    expect(Math.abs(Date.now() - Number(timestamp))).toBeLessThan(5000);
  }
  expect(heard[0]?.text).toBe(heard[1]?.text);
  expect(heard[0]?.headers['x-nonce']).not.toBe(heard[1]?.headers['x-nonce']);
});

test('what happens to a shop is told by the platform and then true in its answers', async () => {
  const event = { shop_id: 'S40', event: 'punished', date: '2026-06-20' };
  expect((await world.send('control', 'POST', '/shop-events', event)).status).toBe(200);
  await until(1);
  expect(JSON.parse(heard[0]?.text ?? '')).toMatchObject({ event: 'shop.punished', shop: { shop_id: 'S40', date: '2026-06-20' } });
  const shop = await world.query('platform', 'shop', { type: 'shop', id_no: 'S40', name: '' });
  expect(shop.body.data.violation_grave).toBe(true);
  expect(shop.body.data.penalties[0]).toMatchObject({ code: 'A02', date: '2026-06-20', grave: true });
});

test('requests that cannot be read move nothing', async () => {
  const wrong = [
    { amount: '0.00' },
    { amount: '1.234' },
    { amount: 5 },
    { payee_acct: '6222029900000000001' },
    { as_of: '2026-06-31' },
    { payee_name: '' },
  ];
  for (const more of wrong) expect((await disburse('D7', more)).status).toBe(400);
  expect((await world.send('payment', 'GET', '/orders/D7')).status).toBe(404);
});

test('orders survive a crash, even one in the middle of a line', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'simulators-'));
  const first = await testWorld({ stateDir });
  const paid = await first.send('payment', 'POST', '/disburse', disbursement('D8'));
  await first.stop();
  const file = join(stateDir, 'payment-orders.jsonl');
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"order":{"order_no":"D9"`);
  const second = await testWorld({ stateDir });
  expect((await second.send('payment', 'POST', '/disburse', disbursement('D8'))).text).toBe(paid.text);
  expect((await second.send('payment', 'GET', '/orders/D9')).status).toBe(404);
  await second.stop();
  rmSync(stateDir, { recursive: true });
});
