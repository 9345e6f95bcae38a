import { parseMoney, sum } from '@tallystick/kernel';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#platform';
import { makeStaff } from '#test';
import { type Json, type Lending, openLending } from '../../../../test/lending.ts';

/** Loans of 120,000.00 at 6 % over twelve months, paid out on 2 March 2026: 10,327.97 a month, due on the 2nd. Accounts are empty. */
let bank: Lending;
type Key = { customerId: string; loanId: string };
let extended: Key;
let restructured: Key;
let hoping: Key & { actor: Actor };

async function begin(n: number): Promise<Key & { actor: Actor }> {
  const b = await bank.borrower(n);
  const { loanId } = await bank.plant(b);
  await bank.control('PUT', `/subjects/${b.card}`, { payment: { balance: '0.00' } });
  return { customerId: b.customerId, loanId, actor: b.actor };
}
beforeAll(async () => {
  bank = await openLending();
  const keyOf = ({ customerId, loanId }: Key): Key => ({ customerId, loanId });
  [extended, restructured, hoping] = [keyOf(await begin(300)), keyOf(await begin(301)), await begin(302)];
});
afterAll(() => bank.close());
afterEach(async () => {
  expect(await bank.faults()).toEqual([]);
});

const show = (key: Key): Promise<Json> => bank.call(bank.staff('POST_LOAN'), 'servicing.show_loan', key);
const principalOf = (rows: Json[]): bigint => sum(rows.map((r) => parseMoney(r.principalMinor) ?? 0n));
/** One person asks, another agrees. */
async function agreed(key: Key, change: object): Promise<Json> {
  const maker = { ...(await makeStaff(bank.world, ['POST_LOAN'])), steppedUpAt: '2999-01-01T00:00:00.000Z' } as Actor;
  const { requestId } = await bank.call(maker, 'servicing.change_plan', { ...key, ...change, reason: '经营暂时困难' });
  const request = { customerId: key.customerId, requestId };
  await expect(bank.call(maker, 'access.approve_request', request)).rejects.toMatchObject({ code: 'access.maker_cannot_check' });
  await bank.call(bank.staff('RISK_MANAGER'), 'access.approve_request', request);
  return show(key);
}

test('an extension adds periods within the limit of the law, costs what the preview said, and moves nothing in the books', async () => {
  await bank.untilDay('2026-03-12', true);
  const asked = (periods: number): Promise<Json> =>
    bank.call(bank.staff('RISK_MANAGER'), 'servicing.preview_change', { ...extended, kind: 'extend', periods });
  await expect(asked(13)).rejects.toMatchObject({ code: 'loan.extension_too_long' });
  const refused = bank.call(bank.staff('POST_LOAN'), 'servicing.change_plan', { ...extended, kind: 'extend', periods: 13, reason: '不可能' });
  await expect(refused, 'before anybody else is asked').rejects.toMatchObject({ code: 'loan.extension_too_long' });
  const preview = await asked(6);
  expect([preview.before.instalments, preview.after.instalments, preview.after.lastDueOn]).toEqual([12, 18, '2027-09-02']);
  expect(preview.savedMinor).toMatch(/^-/);

  const journals = () => bank.world.asOwner('select id from ledger.journal where customer_id = $1', [extended.customerId]);
  const before = await journals();
  const { rows, transactions, loan } = await agreed(extended, { kind: 'extend', periods: 6 });
  expect(await journals()).toEqual(before);
  expect(rows).toEqual(preview.rows);
  expect(principalOf(rows)).toBe(12_000_000n);
  expect(transactions[0]).toMatchObject({ kind: 'extend', amountMinor: null, reference: 'extension' });
  expect(loan).toMatchObject({ status: 'active', principalMinor: '120000.00', nextDueOn: '2026-04-02', nextDueMinor: preview.after.nextMinor });
});

test('a borrower asks for an extension: what cannot be is refused, post-loan staff decline with a reason or grant it by the new plan', async () => {
  const { actor, ...key } = hoping;
  const ask = (periods: number): Promise<Json> => bank.call(actor, 'servicing.ask_extension', { ...key, periods, reason: '货款晚回' });
  const newest = async (): Promise<Json> => (await bank.call(actor, 'servicing.show_loan', key)).extension;
  const tasks = async (): Promise<string[]> =>
    (await bank.call(bank.staff('POST_LOAN'), 'tasks.list_of_customer', { customerId: key.customerId })).items
      .filter((t: Json) => t.kind === 'extension')
      .map((t: Json) => `${t.ownerRole} ${t.state}`);
  const decline = (reason: string): Promise<Json> => bank.call(bank.staff('POST_LOAN'), 'servicing.decline_extension', { ...key, reason });
  expect(await newest()).toBeNull();
  await expect(ask(13)).rejects.toMatchObject({ code: 'loan.extension_too_long' });
  await expect(decline('没有申请')).rejects.toMatchObject({ code: 'servicing.extension_not_asked' });
  await ask(6);
  await expect(ask(3)).rejects.toMatchObject({ code: 'servicing.extension_pending' });
  expect([await tasks(), (await newest()).state]).toEqual([['POST_LOAN open'], 'asked']);
  await decline('请先还清欠息');
  expect(await newest()).toMatchObject({ periods: 6, state: 'declined', answer: '请先还清欠息' });
  const inbox = (await bank.call(actor, 'notifications.my_messages', { customerId: key.customerId })).items;
  expect(inbox[0]).toMatchObject({ template: 'extension_declined', link: `/loans/${key.loanId}` });
  await ask(3);
  const { rows, extension } = await agreed(key, { kind: 'extend', periods: 3 });
  expect([rows.length, extension.state, (await tasks()).filter((t) => t.endsWith('open'))]).toEqual([15, 'granted', []]);
});

test('a restructuring repays what is open in new instalments; overdue principal joins them, overdue interest stays due', async () => {
  await bank.untilDay('2026-05-05', true);
  const late = await show(restructured);
  expect(late.loan).toMatchObject({ stage: 'M2', daysPastDue: 32 });
  const { rows, loan, transactions } = await agreed(restructured, { kind: 'restructure', periods: 24, arrears: 'principal' });
  expect(principalOf(rows)).toBe(12_000_000n);
  expect(rows.slice(0, 2).map((r: Json) => [r.principalMinor, r.outstanding.interest])).toEqual([
    ['0.00', late.rows[0].outstanding.interest],
    ['0.00', late.rows[1].outstanding.interest],
  ]);
  expect(rows).toHaveLength(26);
  expect(rows[2]).toMatchObject({ dueOn: '2026-06-02', status: 'upcoming' });
  expect(loan).toMatchObject({ principalMinor: '120000.00', interestMinor: late.loan.interestMinor });
  expect(transactions[0]).toMatchObject({ kind: 'replan', reference: 'restructuring' });
});

test('after some weeks of closes the changed loans settle by their quotes, and nobody changes a settled one', async () => {
  await bank.untilDay('2026-06-03', true);
  for (const key of [extended, restructured]) {
    const { payMinor } = await bank.call(bank.staff('DISBURSEMENT'), 'servicing.quote_payoff', key);
    const money = { ...key, amount: payMinor, intent: 'settle', valueOn: '2026-06-03', reference: `last ${key.loanId}` };
    await bank.call(bank.staff('DISBURSEMENT'), 'servicing.record_repayment', money);
    expect((await show(key)).loan).toMatchObject({ status: 'settled', principalMinor: '0.00', creditMinor: '0.00' });
    const again = bank.call(bank.staff('POST_LOAN'), 'servicing.preview_change', { ...key, kind: 'restructure', periods: 6 });
    await expect(again).rejects.toMatchObject({ code: 'servicing.loan_settled' });
  }
});
