import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHART } from '#modules/ledger';
import { type Ask, type Borrower, type Json, type Lending, openLending } from '../../../../test/lending.ts';

let bank: Lending;
const officer = (): ReturnType<Lending['staff']> => bank.staff('DISBURSEMENT');
beforeAll(async () => {
  bank = await openLending();
});
afterAll(() => bank.close());

type Signed = { b: Borrower; contractId: string; payoutId: string; key: { customerId: string; payoutId: string } };
const keyed = (b: Borrower, s: { contractId: string; payoutId: string }): Signed => ({
  b,
  ...s,
  key: { customerId: b.customerId, payoutId: s.payoutId },
});
async function signed(n: number, ask: Ask = {}): Promise<Signed> {
  const b = await bank.borrower(n);
  return keyed(b, await bank.signed(b, ask));
}
const release = (key: object, more: object = {}, who = officer()): Promise<Json> => bank.call(who, 'servicing.release_payout', { ...key, ...more });
const page = (key: object): Promise<Json> => bank.call(officer(), 'servicing.show_payout', key);
const openConditions = async (key: object): Promise<string[]> => (await page(key)).conditions.filter((c: Json) => !c.met).map((c: Json) => c.code);
const balanceOf = async (customerId: string, subject: string): Promise<Record<string, string>> => {
  const { balances } = await bank.call(officer(), 'ledger.list_customer_journals', { customerId, subject });
  return Object.fromEntries((balances as Json[]).map((b) => [b.account, b.balanceMinor]));
};

describe('a payout', () => {
  test('S0-57 shows approved, available, need and cap, and no amount above the smallest of them gets a contract', async () => {
    const { key, b } = await signed(10, { amountMinor: 10_000_000n, needMinor: 4_050_000n });
    const { limits, payout } = await page(key);
    expect(limits).toEqual({
      approvedMinor: '100000.00',
      availableMinor: '100000.00',
      needMinor: '40500.00',
      capMinor: '3000000.00',
      mostMinor: '40500.00',
    });
    expect(Number(payout.amountMinor)).toBeLessThanOrEqual(40_500);
    const { items } = await bank.call(b.actor, 'contracts.list_own', { customerId: b.customerId });
    expect(items[0].limits.mostMinor).toBe('40500.00');
  });
  test('waits while a condition is open and says which', async () => {
    const { key } = await signed(11);
    expect(await openConditions(key)).toEqual([]);
    await bank.world.asOwner(`update servicing.payout set payee_check = 'waiting' where id = $1`, [key.payoutId]);
    expect(await openConditions(key)).toEqual(['payee_matched']);
    await expect(release(key)).rejects.toMatchObject({ code: 'servicing.conditions_open', facts: { open: 'payee_matched' } });
  });
  test('an approval that ended, or says something else than the contract, holds the money back', async () => {
    const { key } = await signed(12);
    await bank.world.asOwner(`update decisioning.approval set state = 'ended' where customer_id = $1`, [key.customerId]);
    expect(await openConditions(key)).toEqual(['approval_stands']);
    await bank.world.asOwner(`update decisioning.approval set state = 'standing', rate_ppm = 70000 where customer_id = $1`, [key.customerId]);
    expect(await openConditions(key)).toEqual(['approval_stands']);
    await expect(release(key)).rejects.toMatchObject({ code: 'servicing.conditions_open' });
  });
  test('a customer who is locked gets nothing until the lock is lifted', async () => {
    const { key } = await signed(17);
    await bank.world.asOwner(`update customers.customer set state = 'locked' where customer_id = $1`, [key.customerId]);
    expect(await openConditions(key)).toEqual(['customer_in_order']);
    await expect(release(key)).rejects.toMatchObject({ code: 'servicing.conditions_open' });
  });
  test('S3-20 goes by transfer to the registered account only; cash and cheque are refused', async () => {
    const { key } = await signed(13);
    for (const method of ['cash', 'cheque'])
      await expect(release(key, { method })).rejects.toMatchObject({ code: 'servicing.method_not_lawful', field: 'method' });
    await expect(bank.world.asOwner(`update servicing.payout set method = 'cash' where id = $1`, [key.payoutId])).rejects.toMatchObject({
      code: '23514',
    });
    expect((await release(key, { method: 'transfer' })).state).toBe('ordered');
  });
  test('less than the principal is never paid out', async () => {
    const { key } = await signed(14);
    await bank.world.asOwner('update servicing.payout set net_minor = net_minor - 1 where id = $1', [key.payoutId]);
    expect(await openConditions(key)).toEqual(['net_equals_principal']);
    await expect(release(key)).rejects.toMatchObject({
      code: 'servicing.net_below_principal',
      facts: { net: '119,999.99', principal: '120,000.00' },
    });
  });
  test('whoever approved the case does not pay it out', async () => {
    const { key } = await signed(15, { approvedBy: 'staf_both' });
    await expect(release(key, {}, bank.staff('DISBURSEMENT', 'staf_both'))).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
    expect((await release(key)).state).toBe('ordered');
  });
  test('needs the second factor again', async () => {
    const { key } = await signed(16);
    await expect(release(key, {}, { ...officer(), steppedUpAt: null } as never)).rejects.toMatchObject({ code: 'platform.step_up_needed' });
  });
});

describe('the payee', () => {
  test('S4-31 an account whose four elements differ gets nothing; a new account is tried with a small payment first', async () => {
    const b = await bank.borrower(20);
    await bank.control('PUT', `/subjects/${b.idNo}`, { payment: { account_mismatch: true } });
    const { key, payoutId } = keyed(b, await bank.signed(b));
    expect(await openConditions(key)).toContain('payee_matched');
    await expect(release(key)).rejects.toMatchObject({ code: 'servicing.conditions_open' });
    await bank.control('DELETE', `/subjects/${b.idNo}`);
    await bank.call(officer(), 'servicing.recheck_payee', key);
    await bank.world.work();
    expect(await openConditions(key)).toEqual([]);
    const { items } = await bank.call(officer(), 'connectors.list_payments', { customerId: b.customerId });
    expect(items.map((o: Json) => [o.kind, o.amount, o.state])).toContainEqual(['disburse', '0.01', 'success']);
    expect(await balanceOf(b.customerId, payoutId)).toEqual({ [CHART.clearing]: '-0.01', [CHART.operatingExpense]: '0.01' });
    await release(key);
    await bank.world.work();
    // The same account again: proven, so no second trial.
    const again = await bank.signed(b);
    expect((await bank.payout(b, again.contractId)).trialState).toBe('not_needed');
  });
  test("S0-59 above the threshold the money goes to a counterparty whose account answered a trial, and the rail's reference comes back", async () => {
    const { key, b, contractId } = await signed(21, { amountMinor: 60_000_000n });
    expect((await page(key)).payout.mode).toBe('entrusted');
    expect(await openConditions(key)).toEqual(['payee_matched', 'trial_payment']);
    const supplier = { name: '示例供应商有限公司', account: '6222020200112233446', bankCode: '102100099996' };
    await bank.call(bank.staff('RELATIONSHIP_MANAGER'), 'servicing.set_counterparty', { ...key, ...supplier });
    await bank.world.work();
    const before = await page(key);
    expect(before.conditions.every((c: Json) => c.met)).toBe(true);
    expect(before.payee.account).toBe('**** 3446');
    await release(key);
    await bank.world.work();
    const paid = await bank.payout(b, contractId);
    expect(paid).toMatchObject({ state: 'paid', railRef: expect.stringMatching(/.+/) });
    const { orders } = (await (await fetch(`${bank.simulators.urls.payment}/reconciliation?date=2026-03-02`)).json()) as Json;
    expect(orders.find((o: Json) => o.order_no === paid.orderNo)).toMatchObject({ amount: '600000.00', state: 'success' });
  });
  test('S0-59 several payouts within the window count together for the threshold', async () => {
    const { b, key } = await signed(22, { amountMinor: 30_000_000n });
    await release(key);
    await bank.world.work();
    const second = await bank.signed(b, { amountMinor: 21_000_000n });
    expect((await bank.payout(b, second.contractId)).mode).toBe('entrusted');
  });
});

describe('the order', () => {
  test('S0-50 success writes loan, plan, posting, reminders and audit row in one transaction', async () => {
    const { b, contractId, key } = await signed(30);
    await release(key);
    const tables = ['servicing.loan', 'servicing.loan_state', 'servicing.loan_event', 'servicing.instalment', 'servicing.reminder'];
    const rows = async (): Promise<number[]> =>
      Promise.all(tables.map(async (t) => (await bank.world.asOwner(`select 1 from ${t} where customer_id = $1`, [b.customerId])).length));
    expect(await rows()).toEqual([0, 0, 0, 0, 0]);
    // The last write of the transaction fails: nothing of it may stay.
    await bank.world.asOwner(`create function pg_temp_refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
    await bank.world.asOwner('create trigger planted before insert on servicing.reminder for each statement execute function pg_temp_refuse()');
    await bank.world.work();
    expect(await rows()).toEqual([0, 0, 0, 0, 0]);
    expect(await balanceOf(b.customerId, 'any')).toEqual({});
    expect((await bank.payout(b, contractId)).state).toBe('ordered');
    await bank.world.asOwner('drop trigger planted on servicing.reminder');
    await bank.world.jumpTo('2026-03-02', 9 * 60 + 30);
    await bank.world.work();
    const { loanId } = await bank.payout(b, contractId);
    expect(await rows()).toEqual([1, 1, 1, 12, 12]);
    expect(await balanceOf(b.customerId, loanId)).toEqual({ [CHART.clearing]: '-120000.00', [CHART.loanPrincipal]: '120000.00' });
    const written = await bank.world.asOwner<{ x: string }>(
      `select xmin::text as x from servicing.loan where id = $1 union select xmin::text from servicing.loan_event where loan_id = $1 union select xmin::text from servicing.reminder where loan_id = $1
       union select xmin::text from ledger.journal where reference = $1 union select xmin::text from audit.event where action = 'servicing.loan_opened' and subject = $1`,
      [loanId],
    );
    expect(new Set(written.map((w) => w.x)).size).toBe(1);
  });
  test('of many who release at once one does, with same and with different keys', async () => {
    const { b, key } = await signed(31);
    const same = randomUUID();
    const results = await Promise.allSettled([
      ...[1, 2, 3].map(() => bank.call(officer(), 'servicing.release_payout', key, same)),
      ...[1, 2, 3].map(() => release(key)),
    ]);
    const won = results.filter((r) => r.status === 'fulfilled').length;
    expect([1, 3]).toContain(won); // One key's three answers are one effect.
    for (const r of results) if (r.status === 'rejected') expect(r.reason.code).toBe('servicing.payout_state');
    await bank.world.work();
    const { items } = await bank.call(officer(), 'connectors.list_payments', { customerId: b.customerId });
    expect(items.filter((o: Json) => o.amount === '120000.00')).toHaveLength(1);
    expect((await bank.call(b.actor, 'servicing.list_own_loans', { customerId: b.customerId })).total).toBe(1);
  });
  test('a failed order comes back to the queue with its reason, frees the line, and is released under a number of its own', async () => {
    const { b, key, contractId } = await signed(32);
    await bank.control('PUT', `/subjects/${b.card}`, { payment: { outcome: 'failed', fail_code: 'PAYEE_ACCOUNT_CLOSED' } });
    const first = await release(key);
    const line = async (): Promise<string> => (await bank.call(officer(), 'credit-lines.show', { customerId: b.customerId })).line.availableMinor;
    expect(await line()).toBe('0.00');
    await bank.world.work();
    const back = await bank.payout(b, contractId);
    expect([back.state, back.faultCode, back.attempt, back.orderNo === first.orderNo]).toEqual(['open', 'PAYEE_ACCOUNT_CLOSED', 2, false]);
    expect(await line()).toBe('120000.00');
    await bank.control('DELETE', `/subjects/${b.card}`);
    await release(key);
    await bank.world.work();
    expect((await bank.payout(b, contractId)).state).toBe('paid');
  });
  test('an unknown outcome waits, is asked about by its number and never sent again', async () => {
    const { b, key, contractId } = await signed(33);
    await bank.control('PUT', '/faults/payment', { mode: 'lost_answer', times: 1 });
    await release(key);
    await bank.world.work();
    const waiting = await bank.payout(b, contractId);
    expect(waiting.state).toBe('ordered');
    await expect(release(key)).rejects.toMatchObject({ code: 'servicing.payout_state', facts: { state: 'ordered' } });
    await bank.world.jumpTo('2026-03-02', 10 * 60);
    await bank.world.work();
    expect((await bank.payout(b, contractId)).state).toBe('paid');
    const { orders } = (await (await fetch(`${bank.simulators.urls.payment}/reconciliation?date=2026-03-02`)).json()) as Json;
    expect(orders.filter((o: Json) => o.order_no === waiting.orderNo)).toHaveLength(1);
  });
  test('money that the receiving bank sends back undoes the loan and calls a person', async () => {
    const { b, key, contractId } = await signed(34);
    await release(key);
    await bank.world.work();
    const paid = await bank.payout(b, contractId);
    await bank.control('PUT', `/orders/${paid.orderNo}`, { state: 'returned', code: 'PAYEE_ACCOUNT_CLOSED', date: '2026-03-02' });
    const { paymentReturned } = await import('#modules/connectors');
    await bank.world.rt.inTx({ actor: officer(), customerId: b.customerId }, (ctx) =>
      ctx.announce(paymentReturned, {
        customerId: b.customerId,
        orderNo: paid.orderNo,
        subject: paid.id,
        kind: 'disburse',
        amountMinor: 12_000_000n,
        code: 'PAYEE_ACCOUNT_CLOSED',
        returnedOn: '2026-03-02',
      }),
    );
    await bank.world.work();
    expect((await bank.payout(b, contractId)).state).toBe('stopped');
    expect(Object.values(await balanceOf(b.customerId, paid.loanId)).every((v) => v === '0.00')).toBe(true);
    expect((await bank.call(officer(), 'credit-lines.show', { customerId: b.customerId })).line.usedMinor).toBe('0.00');
  });
  test('every book fits after all of this', async () => {
    expect(await bank.faults()).toEqual([]);
  });
});

test('S0-38 each step of the way to the account has its moment, and the promise stands beside it', async () => {
  // This one goes all the way, certificates included.
  const b = await bank.borrower(40);
  const { contractId } = await bank.approved(b);
  await bank.sign(b, contractId);
  const { key } = keyed(b, { contractId, payoutId: (await bank.payout(b, contractId)).id });
  await bank.world.jumpTo('2026-03-02', 11 * 60);
  await release(key);
  await bank.world.work();
  const { pipeline, minutesToAccount, targetDueOn } = await bank.call(b.actor, 'servicing.show_payout', key);
  expect(pipeline.map((s: Json) => s.step)).toEqual(['approved', 'signed', 'prepared', 'checked', 'released', 'paid']);
  expect(pipeline.every((s: Json) => s.at !== null)).toBe(true);
  const released = pipeline.find((s: Json) => s.step === 'released');
  expect([released.minutes > 0, minutesToAccount >= released.minutes, targetDueOn]).toEqual([true, true, '2026-03-04']);
  expect((await bank.payout(b, contractId)).late).toBe(false);
});

test('a payout that passed its promise stands out in the queue; one that is stopped is paid no more', async () => {
  const { key } = await signed(41);
  await bank.world.jumpTo('2026-03-05');
  const { items } = await bank.call(officer(), 'servicing.list_payouts', { late: 'true' });
  expect(items.map((p: Json) => p.id)).toContain(key.payoutId);
  await bank.call(bank.staff('RISK_MANAGER'), 'servicing.stop_payout', { ...key, reason: '资料不实' });
  await expect(release(key)).rejects.toMatchObject({ code: 'servicing.payout_state', facts: { state: 'stopped' } });
  await bank.world.jumpTo('2026-03-02');
});
