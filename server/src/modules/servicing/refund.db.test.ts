import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { paymentReturned } from '#modules/connectors';
import { makeStaff, type StaffActor } from '#test';
import { type Borrower, type Json, type Lending, openLending } from '../../../test/lending.ts';

/** Loans of 30,000.00 paid out on 2 March 2026, settled the same day over the counter with 40,000.00: 10,000.00 is the borrower's. */
const TODAY = '2026-03-02';
type Story = { b: Borrower; key: { customerId: string; loanId: string } };
let bank: Lending;
let maker: StaffActor;
let checker: StaffActor;
beforeAll(async () => {
  bank = await openLending({ day: TODAY });
  maker = await makeStaff(bank.world, ['DISBURSEMENT']);
  checker = await makeStaff(bank.world, ['DISBURSEMENT']);
});
afterAll(() => bank.close());
afterEach(async () => {
  expect(await bank.faults()).toEqual([]);
});
const show = (s: Story): Promise<Json> => bank.call(s.b.actor, 'servicing.show_loan', s.key);
const book = (s: Story, amount: string): Promise<Json> =>
  bank.call(maker, 'servicing.record_repayment', { ...s.key, amount, valueOn: TODAY, reference: `cash-${s.key.loanId}`, intent: 'settle' });
async function begin(n: number): Promise<Story> {
  const b = await bank.borrower(n);
  const { loanId } = await bank.plant(b, { amountMinor: 3_000_000n, months: 3 });
  return { b, key: { customerId: b.customerId, loanId } };
}
async function overpaid(n: number): Promise<Story> {
  const s = await begin(n);
  await book(s, '40000.00');
  expect((await show(s)).loan).toMatchObject({ status: 'settled', creditMinor: '10000.00' });
  return s;
}
const ask = (s: Story, amount: string): Promise<Json> => bank.call(maker, 'servicing.refund_credit', { ...s.key, amount, reason: '多还，申请退回' });
/** Asked by one, agreed by another. */
async function refund(s: Story, amount: string): Promise<void> {
  const { requestId } = await ask(s, amount);
  await bank.call(checker, 'access.approve_request', { customerId: s.b.customerId, requestId });
  await bank.world.work();
}
const returned = (s: Story, order: { orderNo: string; kind: 'disburse' | 'deduct'; amountMinor: bigint }): Promise<void> =>
  bank.world.rt.inTx({ actor: maker, customerId: s.b.customerId }, (ctx) =>
    ctx.announce(paymentReturned, { customerId: s.b.customerId, subject: s.key.loanId, code: 'PAYEE_ACCOUNT_CLOSED', returnedOn: TODAY, ...order }),
  );
const refunds = (s: Story): Promise<{ order_no: string; state: string }[]> =>
  bank.world.asOwner('select order_no, state from servicing.refund where customer_id = $1 order by order_no', [s.b.customerId]);
const tasks = (s: Story): Promise<{ kind: string }[]> =>
  bank.world.asOwner(`select kind from tasks.task where customer_id = $1 and state = 'open' and (kind like '%refund%' or kind like '%returned')`, [
    s.b.customerId,
  ]);

test('what was paid too much goes back to the own account: two persons, one order, off the books when it arrived', async () => {
  const s = await overpaid(400);
  const { requestId } = await ask(s, '10000.00');
  await expect(bank.call(maker, 'access.approve_request', { customerId: s.b.customerId, requestId })).rejects.toMatchObject({
    code: 'access.maker_cannot_check',
  });
  expect(await refunds(s)).toEqual([]);
  await bank.call(checker, 'access.approve_request', { customerId: s.b.customerId, requestId });
  await bank.world.work();
  const { loan, transactions } = await show(s);
  expect(loan).toMatchObject({ status: 'settled', creditMinor: '0.00' });
  expect(transactions[0]).toMatchObject({ kind: 'refund', amountMinor: '10000.00', channel: 'rail' });
  const { journals } = await bank.call(bank.staff('COMPLIANCE'), 'ledger.list_customer_journals', {
    customerId: s.b.customerId,
    subject: s.key.loanId,
  });
  const lines = journals.find((j: Json) => j.kind === 'refund').lines.map((l: Json) => `${l.side} ${l.amountMinor}`);
  expect(lines.sort()).toEqual(['credit 10000.00', 'debit 10000.00']);
  const { items } = await bank.call(maker, 'connectors.list_payments', { customerId: s.b.customerId });
  const own = items.find((o: Json) => o.subject === s.key.loanId);
  expect([own.kind, own.amount, own.accountTail, own.state]).toEqual(['disburse', '10000.00', s.b.card.slice(-4), 'success']);
  await expect(ask(s, '0.01')).rejects.toMatchObject({ code: 'servicing.nothing_overpaid', facts: { overpaid: '0.00' } });
});

test('nothing overpaid is refused before anybody is asked: a running loan, a loan settled to the fen, more than is held', async () => {
  const running = await begin(401);
  await expect(ask(running, '1.00')).rejects.toMatchObject({ code: 'servicing.nothing_overpaid', field: 'amount' });
  await book(running, '30000.00');
  await expect(ask(running, '0.01')).rejects.toMatchObject({ code: 'servicing.nothing_overpaid' });
  const s = await overpaid(402);
  await expect(ask(s, '10000.01')).rejects.toMatchObject({ code: 'servicing.nothing_overpaid', facts: { overpaid: '10,000.00' } });
  expect(await refunds(s)).toEqual([]);
});

test('while one is under way there is no second; one that fails leaves the money held and a task', async () => {
  const s = await overpaid(403);
  await bank.control('PUT', `/subjects/${s.b.card}`, { payment: { outcome: 'processing' } });
  await refund(s, '4000.00');
  const { requestId } = await ask(s, '6000.00');
  await expect(bank.call(checker, 'access.approve_request', { customerId: s.b.customerId, requestId })).rejects.toMatchObject({
    code: 'servicing.payment_pending',
  });
  const [order] = await refunds(s);
  await bank.control('PUT', `/orders/${order?.order_no}`, { state: 'failed', code: 'PAYEE_ACCOUNT_CLOSED' });
  bank.world.clock.moveTo(TODAY, 12 * 60);
  await bank.world.work();
  expect([(await refunds(s))[0]?.state, (await show(s)).loan.creditMinor, await tasks(s)]).toEqual([
    'failed',
    '10000.00',
    [{ kind: 'refund_failed' }],
  ]);
});

test('a refund that comes back is held again; a repayment that was refunded cannot be taken back by staff', async () => {
  const s = await overpaid(404);
  await refund(s, '10000.00');
  const [first] = await refunds(s);
  await returned(s, { orderNo: first?.order_no ?? '', kind: 'disburse', amountMinor: 1_000_000n });
  await bank.world.work();
  expect([(await refunds(s))[0]?.state, (await show(s)).loan.creditMinor, await tasks(s)]).toEqual([
    'returned',
    '10000.00',
    [{ kind: 'refund_failed' }],
  ]);
  await refund(s, '10000.00');
  const { transactions } = await show(s);
  const settled = transactions.find((t: Json) => t.kind === 'settle');
  await expect(
    bank
      .call(maker, 'servicing.reverse_repayment', { ...s.key, seq: settled.seq, reason: '误记' })
      .then(async ({ requestId }: Json) => bank.call(checker, 'access.approve_request', { customerId: s.b.customerId, requestId })),
  ).rejects.toMatchObject({ code: 'loan.refund_above_credit' });
});

test('a deduction that arrived after the loan was settled is refunded; when the bank then takes it back, a person decides', async () => {
  const s = await begin(405);
  await bank.control('PUT', `/subjects/${s.b.card}`, { payment: { outcome: 'processing' } });
  const { orderNo } = await bank.call(s.b.actor, 'servicing.pay', { ...s.key, amount: '20000.00' });
  await bank.world.work();
  await book(s, '30000.00');
  await bank.control('PUT', `/orders/${orderNo}`, { state: 'success' });
  await bank.control('PUT', `/subjects/${s.b.card}`, {});
  bank.world.clock.moveTo(TODAY, 18 * 60);
  await bank.world.work();
  expect((await show(s)).loan).toMatchObject({ status: 'settled', creditMinor: '20000.00' });
  await refund(s, '20000.00');
  await returned(s, { orderNo, kind: 'deduct', amountMinor: 2_000_000n });
  await bank.world.work();
  expect((await show(s)).loan).toMatchObject({ status: 'settled', creditMinor: '0.00' });
  expect(await tasks(s)).toEqual([{ kind: 'deduction_returned' }]);
  expect(await bank.world.asOwner('select name from platform.job where attempts > 0')).toEqual([]);
});
