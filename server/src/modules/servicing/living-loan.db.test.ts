import { randomUUID } from 'node:crypto';
import { formatMoney, must, parseMoney, sum } from '@tallystick/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paymentReturned } from '#modules/connectors';
import type { Actor } from '#platform';
import { makeStaff } from '#test';
import { type Ask, type Borrower, type Json, type Lending, openLending } from '../../../test/lending.ts';

/**
 * Stories of loans of 120,000.00 at 6 % over twelve months, all paid out on 2 March 2026 (handbook V1: 10,327.97 a month, due on the 2nd). The
 * tests follow the calendar. Accounts are empty unless the story fills them. After each story the books fit.
 */
type Story = { b: Borrower; loanId: string; key: { customerId: string; loanId: string } };
const STORIES = [
  'settle',
  'part',
  'reverse',
  'keepTerm',
  'keepInstalment',
  'credit',
  'race',
  'waive',
  'lost',
  'debit',
  'stages',
  'why',
  'backdate',
  'list',
] as const;
type Name = (typeof STORIES)[number] | 'off';
const DUE = '2026-04-02';
let bank: Lending;
const stories = {} as Record<Name, Story>;
const stepped = (actor: Actor): Actor => ({ ...actor, steppedUpAt: '2999-01-01T00:00:00.000Z' }) as Actor;
const officer = (): ReturnType<Lending['staff']> => bank.staff('DISBURSEMENT');
const show = (s: Story): Promise<Json> => bank.call(s.b.actor, 'servicing.show_loan', s.key);

async function begin(n: number, ask: Ask = {}): Promise<Story> {
  const b = await bank.borrower(n);
  const { loanId } = await bank.plant(b, ask);
  await bank.control('PUT', `/subjects/${b.card}`, { payment: { balance: '0.00' } });
  return { b, loanId, key: { customerId: b.customerId, loanId } };
}
beforeAll(async () => {
  bank = await openLending();
  for (const [i, name] of STORIES.entries()) stories[name] = await begin(100 + i);
  stories.off = await begin(150, { amountMinor: 3_000_000n, months: 3 });
});
afterAll(() => bank.close());
afterEach(async () => {
  expect(await bank.faults()).toEqual([]);
});

/** What the next rating is told of the loan. */
const lateness = (s: Story): Promise<Json[]> =>
  bank.world.asOwner('select no, due_on::text, paid_on::text from decisioning.late_instalment where customer_id = $1 and loan_id = $2 order by no', [
    s.b.customerId,
    s.loanId,
  ]);
const minor = (amount: string): bigint => must(parseMoney(amount), amount);
const balance = (s: Story, amount: string): Promise<Json> => bank.control('PUT', `/subjects/${s.b.card}`, { payment: { balance: amount } });
/** The borrower pays from an account that has the money. */
async function pay(s: Story, amount: string, more: object = {}): Promise<Json> {
  await balance(s, '9999999.00');
  const told = await bank.call(s.b.actor, 'servicing.pay', { ...s.key, amount, ...more });
  await bank.world.work();
  await balance(s, '0.00');
  return told;
}
const book = (s: Story, amount: string, valueOn: string, more: object = {}): Promise<Json> =>
  bank.call(officer(), 'servicing.record_repayment', { ...s.key, amount, valueOn, reference: `bank-${randomUUID().slice(0, 8)}`, ...more });

test('on 12 March: settled early by the quoted amount, line free, certificate in the papers, nothing owed', async () => {
  await bank.untilDay('2026-03-12', true);
  const s = stories.settle;
  const quote = await bank.call(s.b.actor, 'servicing.quote_payoff', s.key);
  expect([quote.principalMinor, quote.interestAccruedMinor, quote.payMinor]).toEqual(['120000.00', '200.00', '120200.00']); // Ten days of 360.
  const settle = (amount: string, intent: string): Promise<Json> => bank.call(s.b.actor, 'servicing.pay', { ...s.key, amount, intent });
  await expect(settle('120199.99', 'settle')).rejects.toMatchObject({ code: 'servicing.quote_changed', facts: { payoff: '120,200.00' } });
  await expect(settle('120200.01', 'repay')).rejects.toMatchObject({ code: 'servicing.more_than_owed' });
  await pay(s, quote.payMinor, { intent: 'settle' });
  expect((await show(s)).loan).toMatchObject({ status: 'settled', principalMinor: '0.00', settledOn: '2026-03-12', nextDueOn: null });
  expect((await bank.call(officer(), 'credit-lines.show', { customerId: s.b.customerId })).line.usedMinor).toBe('0.00');
  const papers = await bank.world.asOwner('select kind, media_type from documents.document where customer_id = $1 and subject = $2', [
    s.b.customerId,
    s.loanId,
  ]);
  expect(papers).toEqual([{ kind: 'settlement_certificate', media_type: 'application/pdf' }]);
  await expect(settle('1.00', 'repay')).rejects.toMatchObject({ code: 'servicing.loan_settled' });
});

test('S4-33 borrowers are reminded three days before an instalment, once', async () => {
  const { customerId } = stories.list.b;
  const reminders = async (): Promise<number> =>
    (
      await bank.world.asOwner(`select 1 from notifications.message where customer_id = $1 and template = 'payment_due' and channel = 'in_app'`, [
        customerId,
      ])
    ).length;
  await bank.untilDay('2026-03-30', true);
  expect(await reminders()).toBe(0);
  await bank.untilDay('2026-03-31');
  expect(await reminders()).toBe(1);
  await bank.untilDay(DUE);
  expect(await reminders()).toBe(1);
});

describe('on the due day', () => {
  test('part of an instalment pays interest first, the rest of it the next time', async () => {
    const s = stories.part;
    await pay(s, '5000.00');
    expect((await show(s)).rows[0]).toMatchObject({
      status: 'due',
      outstandingMinor: '5327.97',
      paid: { interest: '600.00', principal: '4400.00', fee: '0.00', penalty: '0.00' },
    });
    await pay(s, '5327.97');
    expect((await show(s)).rows[0]).toMatchObject({ status: 'paid', paidOn: DUE });
  });
  test('a reversed payment counts as never made; a second person agrees when it is large', async () => {
    const s = stories.reverse;
    await pay(s, '300.00');
    await pay(s, '10027.97');
    const [large, small] = (await show(s)).transactions;
    const maker = stepped(await makeStaff(bank.world, ['DISBURSEMENT']));
    const reverse = (seq: number): Promise<Json> => bank.call(maker, 'servicing.reverse_repayment', { ...s.key, seq, reason: '重复入账' });
    expect((await reverse(small.seq)).loan).toMatchObject({ principalMinor: '110572.03', nextDueMinor: '300.00' });
    await expect(reverse(small.seq)).rejects.toMatchObject({ code: 'servicing.not_a_repayment' });
    const asked = await reverse(large.seq);
    expect([Object.keys(asked), (await show(s)).loan.principalMinor]).toEqual([['requestId'], '110572.03']);
    await bank.call(bank.staff('DISBURSEMENT', 'staf_second'), 'access.approve_request', { customerId: s.b.customerId, requestId: asked.requestId });
    const after = await show(s);
    expect(after.loan).toMatchObject({ principalMinor: '120000.00', interestMinor: '600.00', nextDueMinor: '10327.97' });
    expect(after.transactions.filter((t: Json) => t.reversed).map((t: Json) => t.seq)).toEqual([large.seq, small.seq]);
  });
  test.each(['keep_term', 'keep_instalment'] as const)('principal repaid early (%s) changes the plan as the preview said', async (mode) => {
    const s = mode === 'keep_term' ? stories.keepTerm : stories.keepInstalment;
    await pay(s, '10327.97');
    const preview = await bank.call(s.b.actor, 'servicing.preview_prepayment', { ...s.key, amount: '50000.00', mode });
    expect((await show(s)).loan.principalMinor).toBe('110272.03');
    await pay(s, '50000.00', { intent: 'prepay', mode });
    const { loan, rows } = await show(s);
    expect(loan.principalMinor).toBe('60272.03');
    expect(rows).toEqual(preview.rows);
    expect(parseMoney(preview.savedMinor)).toBeGreaterThan(0n);
    if (mode === 'keep_term') expect([rows.length, Number(rows[1].totalMinor) < 5_700]).toEqual([12, true]);
    else expect([rows.length < 8, rows[1].totalMinor]).toEqual([true, '10327.97']);
  });
  test('money beyond what is due is held for the borrower', async () => {
    const s = stories.credit;
    await book(s, '15000.00', DUE);
    expect((await show(s)).loan).toMatchObject({ creditMinor: '4672.03', principalMinor: '110272.03' });
  });
  test('of many payments at once one is ordered, whatever the keys, and money counts once', async () => {
    const s = stories.race;
    await balance(s, '9999999.00');
    const same = randomUUID();
    const ask = (key: string): Promise<Json> => bank.call(s.b.actor, 'servicing.pay', { ...s.key, amount: '10327.97' }, key);
    const results = await Promise.allSettled([ask(same), ask(same), ask(same), ...Array.from({ length: 5 }, () => ask(randomUUID()))]);
    expect(new Set(results.flatMap((r) => (r.status === 'fulfilled' ? [r.value.orderNo] : []))).size).toBe(1);
    for (const r of results) if (r.status === 'rejected') expect(r.reason.code).toBe('servicing.payment_pending');
    await bank.world.work();
    const { loan, transactions } = await show(s);
    expect([loan.principalMinor, loan.creditMinor, transactions.filter((t: Json) => t.kind === 'repay').length]).toEqual(['110272.03', '0.00', 1]);
  });
  test("a deduction that the payer's bank takes back counts as never made", async () => {
    const s = stories.race;
    const [{ orderNo }] = (await show(s)).deductions;
    const told = {
      customerId: s.b.customerId,
      orderNo,
      subject: s.loanId,
      kind: 'deduct' as const,
      amountMinor: 1_032_797n,
      code: 'PAYER_DISPUTED',
      returnedOn: DUE,
    };
    await bank.world.rt.inTx({ actor: officer(), customerId: s.b.customerId }, (ctx) => ctx.announce(paymentReturned, told));
    await bank.world.work();
    const { loan, transactions, deductions } = await show(s);
    expect([loan.principalMinor, loan.interestMinor, transactions.find((t: Json) => t.kind === 'repay').reversed]).toEqual([
      '120000.00',
      '600.00',
      true,
    ]);
    expect(deductions[0]).toMatchObject({ state: 'failed', faultCode: 'PAYER_DISPUTED' });
  });
  test('the same bank reference is booked once', async () => {
    const s = stories.waive;
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => book(s, '1000.00', DUE, { reference: 'bank-4711' })));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect(r.reason.code).toBe('servicing.reference_used');
    expect((await show(s)).loan.nextDueMinor).toBe('9327.97');
  });
  test('an answer that was lost is asked for by its number; the money counts from the day it was asked for', async () => {
    const s = stories.lost;
    await bank.control('PUT', '/faults/payment', { mode: 'lost_answer', times: 1 });
    await pay(s, '10327.97');
    expect((await show(s)).deductions[0].state).toBe('ordered');
    await expect(bank.call(s.b.actor, 'servicing.pay', { ...s.key, amount: '10.00' })).rejects.toMatchObject({ code: 'servicing.payment_pending' });
    bank.world.clock.moveTo(DUE, 10 * 60);
    await bank.world.work();
    const { loan, transactions } = await show(s);
    expect([loan.principalMinor, transactions[0].valueOn]).toEqual(['110272.03', DUE]);
  });
  test('S0-30 the habit panel shows on-time share, streak, next due and what the next instalment on time does to the score', async () => {
    const s = stories.part;
    const habit = await bank.call(s.b.actor, 'servicing.repayment_habit', { customerId: s.b.customerId });
    expect(habit).toMatchObject({ dueCount: 1, onTimeCount: 1, streak: 1, onTimePpm: '100.0000', nextDueOn: '2026-05-02', nextDueMinor: '10327.97' });
    expect(habit).toMatchObject({ discountBp: 0, nextStep: { instalments: 3, discountBp: 10 } });
    expect(habit.scoreWithNextOnTime).toBeGreaterThan(habit.behaviourScore);
  });
});

test('due instalments are debited at close of business, and again the next day when the account was empty', async () => {
  const s = stories.debit;
  await bank.untilDay('2026-04-03');
  expect((await show(s)).deductions.map((d: Json) => [d.source, d.state, d.faultCode, d.amountMinor])).toEqual([
    ['auto', 'failed', 'INSUFFICIENT_FUNDS', '10327.97'],
  ]);
  await balance(s, '9999999.00');
  await bank.untilDay('2026-04-04');
  const { loan, deductions, rows } = await show(s);
  expect(deductions.map((d: Json) => d.state).sort()).toEqual(['failed', 'success']);
  expect([loan.status, rows[0].paidOn]).toEqual(['active', '2026-04-03']);
  // What was asked for did not hold the penalty of the day after: it stays due.
  expect([rows[0].penaltyMinor, rows[0].compoundMinor]).toEqual(['2.43', '0.15']);
});

describe('S2-61 a loan whose borrower is late', () => {
  const at = async (day: string, expected: object, leap = false): Promise<void> => {
    const closed = await bank.untilDay(day, leap);
    expect(closed?.closed ?? true, JSON.stringify(closed?.steps.filter((x) => x.fault))).toBe(true);
    expect((await show(stories.stages)).loan, day).toMatchObject(expected);
  };
  test('is in the first stage up to a week after the due day, in the second from the eighth day on', async () => {
    await at('2026-04-05', { status: 'overdue', stage: 'M0', daysPastDue: 2, overdueSince: DUE, overdueMinor: '10333.13' });
    await at('2026-04-10', { stage: 'M0', daysPastDue: 7 }, true);
    await at('2026-04-11', { stage: 'M1', daysPastDue: 8 });
  });
});

test('every amount of an instalment is explained by lines that add up to it, and a statement adds up too', async () => {
  const s = stories.why;
  const { rows } = await show(s);
  for (const row of rows.slice(0, 3)) {
    const why = await bank.call(s.b.actor, 'servicing.explain', { ...s.key, no: row.no });
    const total = (bucket: string): bigint =>
      why.lines.filter((k: Json) => k.bucket === bucket).reduce((sum: bigint, k: Json) => sum + (parseMoney(k.minor) ?? 0n), 0n);
    expect([total('principal'), total('interest')]).toEqual([parseMoney(row.principalMinor), parseMoney(row.interestMinor)]);
    expect(total('penalty')).toBe((parseMoney(row.penaltyMinor) ?? 0n) + (parseMoney(row.compoundMinor) ?? 0n));
    expect(why.lines.every((k: Json) => k.zh !== '' && k.en !== '' && k.formula !== '' && k.rule !== '')).toBe(true);
  }
  await pay(s, '10350.00');
  const statement = await bank.call(s.b.actor, 'servicing.statement', s.key);
  expect([statement.openingMinor, statement.paidOutMinor, statement.receivedMinor]).toEqual(['0.00', '120000.00', '10350.00']);
  expect(statement.closingMinor).toBe((await show(s)).loan.principalMinor);
  // Nine days late: 9 % a year on 9,727.97 and on 600.00; what is left of 10,350.00 is held for the next instalment.
  expect(statement.paid).toEqual({ fee: '0.00', penalty: '23.24', interest: '600.00', principal: '9726.76' });
  const [opening, out, down, closing] = [statement.openingMinor, statement.paidOutMinor, statement.paid.principal, statement.closingMinor].map(minor);
  expect((opening ?? 0n) + (out ?? 0n) - (down ?? 0n)).toBe(closing);
  expect(sum(Object.values(statement.paid as Record<string, string>).map(minor)) + minor(statement.heldMinor)).toBe(minor(statement.receivedMinor));
});

describe('ten days after the due day', () => {
  test('a payment that was late to reach the books counts from its value date: penalty goes back, income is corrected', async () => {
    const s = stories.backdate;
    await bank.untilDay('2026-04-13');
    expect((await show(s)).loan).toMatchObject({ stage: 'M1', daysPastDue: 10, penaltyMinor: '25.82' });
    expect(await lateness(s)).toEqual([{ no: 1, due_on: DUE, paid_on: null }]);
    await book(s, '10327.97', DUE);
    expect(await lateness(s)).toEqual([]);
    const { loan, transactions } = await show(s);
    expect(loan).toMatchObject({ status: 'active', stage: 'current', penaltyMinor: '0.00', creditMinor: '0.00', principalMinor: '110272.03' });
    expect([transactions[0].valueOn, transactions[0].postedOn]).toEqual([DUE, '2026-04-13']);
    for (const day of ['2026-04-14', '2026-03-01'])
      await expect(book(s, '1.00', day)).rejects.toMatchObject({ code: 'servicing.value_date_outside' });
  });
  test('a waiver takes penalty off what is due, by two persons', async () => {
    const s = stories.waive;
    const { requestId } = await bank.call(stepped(await makeStaff(bank.world, ['POST_LOAN'])), 'servicing.waive', {
      ...s.key,
      bucket: 'penalty',
      amount: '20.00',
      reason: '客户遭遇灾害',
    });
    await bank.call(bank.staff('RISK_MANAGER'), 'access.approve_request', { customerId: s.b.customerId, requestId });
    expect((await show(s)).rows[0]).toMatchObject({ waived: { penalty: '20.00', interest: '0.00', principal: '0.00', fee: '0.00' } });
  });
});

describe('in May', () => {
  test('S2-61 the stage rises with the days, everything is paid oldest first, and the loan is current again', async () => {
    const s = stories.stages;
    await bank.untilDay('2026-05-03', true);
    expect((await show(s)).loan).toMatchObject({ stage: 'M1', daysPastDue: 30 });
    await bank.untilDay('2026-05-05');
    expect((await show(s)).loan).toMatchObject({ stage: 'M2', daysPastDue: 32 });
    const told = await bank.world.asOwner('select no from servicing.missed_instalment where loan_id = $1 order by no', [s.loanId]);
    expect(told).toEqual([{ no: 1 }, { no: 2 }]);
    await book(s, '21000.00', '2026-05-05');
    expect(await lateness(s)).toEqual([
      { no: 1, due_on: DUE, paid_on: '2026-05-05' },
      { no: 2, due_on: '2026-05-02', paid_on: '2026-05-05' },
    ]);
    const { loan, rows, transactions } = await show(s);
    expect(loan).toMatchObject({ status: 'active', stage: 'current', overdueMinor: '0.00', daysPastDue: 0, penaltyMinor: '0.00' });
    // 9 % a year on 9,727.97 and on 600.00 for 33 days; on 9,776.61 and 551.36 for three.
    expect(rows.slice(0, 2).map((r: Json) => [r.penaltyMinor, r.compoundMinor])).toEqual([
      ['80.26', '4.95'],
      ['7.33', '0.41'],
    ]);
    expect(transactions[0].allocation.map((a: Json) => `${a.row} ${a.bucket}`)).toEqual([
      '1 penalty',
      '1 interest',
      '1 principal',
      '2 penalty',
      '2 interest',
      '2 principal',
    ]);
  });
  test('money that was held paid the second instalment on its own day', async () => {
    const s = stories.credit;
    const { loan, rows } = await show(s);
    expect([rows[1].paid.interest, rows[1].paid.principal, loan.creditMinor]).toEqual(['551.36', '4120.67', '0.00']);
  });
  test('S0-30 a late instalment ends the streak and lowers the score', async () => {
    const { customerId } = stories.part.b;
    const late = await bank.call(stories.part.b.actor, 'servicing.repayment_habit', { customerId });
    expect(late).toMatchObject({ dueCount: 2, streak: 0, longestStreak: 1, lateCount: 1, onTimePpm: '50.0000', discountBp: 0 });
    const { overdue } = await show(stories.part);
    await pay(stories.part, formatMoney(sum(Object.values(overdue as Record<string, string>).map((v) => parseMoney(v) ?? 0n))));
    const caughtUp = await bank.call(stories.part.b.actor, 'servicing.repayment_habit', { customerId });
    expect(caughtUp.behaviourScore).toBeGreaterThan(late.behaviourScore);
    expect(caughtUp.streak).toBe(0);
  });
  test('loans are listed by stage, due date and number, within the branch', async () => {
    const s = stories.stages;
    const { loan } = await show(s);
    const list = (filter: object, who = bank.staff('POST_LOAN')): Promise<Json> => bank.call(who, 'servicing.list_loans', filter);
    expect((await list({ text: loan.loanNo.toLowerCase() })).items.map((l: Json) => l.id)).toEqual([s.loanId]);
    expect((await list({ dueFrom: loan.nextDueOn, dueTo: loan.nextDueOn, status: 'active' })).items.map((l: Json) => l.id)).toContain(s.loanId);
    expect((await list({ stage: 'M4', text: loan.loanNo })).total).toBe(0);
    const late = (await list({ sort: '-late', limit: '5' })).items.map((l: Json) => l.daysPastDue);
    expect(late).toEqual([...late].sort((a, b) => b - a));
    const elsewhere = { ...bank.staff('POST_LOAN'), branchId: 'bran_00000000000000000000000000' } as ReturnType<Lending['staff']>;
    expect((await list({}, elsewhere)).total).toBe(0);
    await expect(bank.call(elsewhere, 'servicing.show_loan', s.key)).rejects.toMatchObject({ code: 'platform.not_found' });
  });
});

test('interest is kept off the balance sheet beyond ninety days late, and comes back as it is paid', async () => {
  const s = stories.off;
  const balances = async (): Promise<Record<string, string>> => {
    const all = (await bank.call(officer(), 'ledger.list_customer_journals', { customerId: s.b.customerId, subject: s.loanId })).balances as Json[];
    return Object.fromEntries(all.map((x) => [x.account, x.balanceMinor]));
  };
  await bank.untilDay('2026-07-02', true);
  expect((await show(s)).loan).toMatchObject({ stage: 'M3', daysPastDue: 90, onBooks: true });
  await bank.untilDay('2026-07-03');
  expect((await show(s)).loan).toMatchObject({ daysPastDue: 91, stage: 'M4', onBooks: false });
  const off = await balances();
  expect([off['1133'], off['1134']]).toEqual(['0.00', '0.00']);
  expect(parseMoney(off['9011'] ?? '0')).toBeGreaterThan(0n);
  const { payMinor } = await bank.call(s.b.actor, 'servicing.quote_payoff', s.key);
  await book(s, payMinor, '2026-07-03');
  expect((await show(s)).loan).toMatchObject({ status: 'settled', onBooks: true, principalMinor: '0.00' });
  const after = await balances();
  expect([after['9011'], after['9012'], after['9091'], after['1301']]).toEqual(['0.00', '0.00', '0.00', '0.00']);
});

test('what happened to a loan only grows, and a forged figure is found', async () => {
  const { loanId } = stories.list;
  for (const table of ['loan', 'loan_event'])
    await expect(bank.world.asOwner(`delete from servicing.${table}`)).rejects.toMatchObject({ code: 'TL001' });
  const forge = (what: string, more = ''): Promise<unknown> => bank.world.asOwner(`update servicing.${what} where loan_id = $1 ${more}`, [loanId]);
  await forge('loan_state set principal_minor = principal_minor - 1');
  expect(await bank.faults()).toEqual([expect.stringMatching(new RegExp(`^${loanId}: principal is .*the ledger says`))]);
  await forge('loan_state set principal_minor = principal_minor + 1');
  await forge('instalment set principal_minor = principal_minor + 1', 'and no = 3');
  expect(await bank.faults()).toEqual([`the plan of ${loanId} does not add up to its principal`]);
  await forge('instalment set principal_minor = principal_minor - 1', 'and no = 3');
});
