import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { product } from '../peers/account.ts';
import { openAccount, payoff, post, standing } from './account.ts';
import { stepsOf } from './allocation.ts';
import { decimal } from './decimal.ts';
import type { Act, Posting } from './postings.ts';
import type { Product } from './product.ts';

let seq = 0;
const posting = (day: string, act: Act, postedOn = day): Posting => {
  seq += 1;
  return { seq, postedOn: toEpochDay(postedOn), day: toEpochDay(day), ...act };
};
const lend = (day = '2024-01-01', minor = 10_000n): Posting => posting(day, { kind: 'disburse', minor });
const money = (day: string, minor: bigint, postedOn = day): Posting => posting(day, { kind: 'money', money: 'repayment', minor }, postedOn);
const played = (p: Product, postings: readonly Posting[]) => {
  const account = openAccount(p);
  for (const one of postings) post(account, one);
  return account;
};

test('a charge-off without interest afterwards: the running row keeps what it has earned, later rows bear none, the last takes the rest', () => {
  const { rows } = standing(
    played(product({ chargeOff: 'zero_interest' }), [lend(), money('2024-02-01', 1_701n), posting('2024-02-15', { kind: 'charge_off' })]),
  );
  // 83.57 at 7 %/12 for 14 of 29 days is 0.24 (section 3, L)
  expect(rows[1]?.asked.interest).toBe(24n);
  expect(rows.slice(2).map((row) => row.asked.interest)).toEqual([0n, 0n, 0n, 0n]);
  expect(rows.reduce((total, row) => total + row.asked.principal, 0n)).toBe(10_000n);
});

test('an accelerating charge-off makes everything due that day, with interest to the day', () => {
  const { rows, entries } = standing(
    played(product({ chargeOff: 'accelerate' }), [lend(), money('2024-02-01', 1_701n), posting('2024-02-15', { kind: 'charge_off' })]),
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({ due: toEpochDay('2024-02-15'), asked: { principal: 8_357n, interest: 24n } });
  expect(entries.at(-1)).toMatchObject({ type: 'charge_off', minor: 8_381n });
});

test('a waived charge is owed no more and its row is met', () => {
  const charge = posting('2024-01-10', {
    kind: 'charge',
    penalty: true,
    timing: 'due_date',
    due: toEpochDay('2024-01-20'),
    base: 'flat',
    amount: decimal('5.00'),
  });
  const { rows, entries } = standing(played(product(), [lend(), charge, posting('2024-01-12', { kind: 'waive_charge', target: charge.seq })]));
  expect(rows[0]).toMatchObject({ asked: { penalty: 500n }, waived: { penalty: 500n } });
  expect(entries.at(-1)).toMatchObject({ type: 'charge_waiver', minor: 500n });
});

test('next then last: the running instalment first, then from the end', () => {
  const rule = { order: stepsOf(['penalty', 'fee', 'interest', 'principal']), future: 'next_last' as const };
  const { rows } = standing(played(product({ rate: decimal('0'), allocation: { standard: rule } }), [lend(), money('2024-01-15', 4_000n)]));
  expect(rows.map((row) => row.paid.principal)).toEqual([1_667n, 0n, 0n, 0n, 666n, 1_667n]);
});

test('a back-dated payment gives the same account as one posted in time, and an undone one leaves only its line', () => {
  const inTime = standing(played(product(), [lend(), money('2024-02-01', 1_701n), money('2024-03-01', 1_701n)]));
  const late = standing(played(product(), [lend(), money('2024-03-01', 1_701n), money('2024-02-01', 1_701n, '2024-03-01')]));
  expect(late.rows).toEqual(inTime.rows);
  const wrong = money('2024-02-20', 900n);
  const undone = standing(
    played(product(), [
      lend(),
      money('2024-02-01', 1_701n),
      wrong,
      posting('2024-03-01', { kind: 'undo', target: wrong.seq }),
      money('2024-03-01', 1_701n),
    ]),
  );
  expect(undone.rows).toEqual(inTime.rows);
  expect(undone.entries.filter((e) => e.reverted)).toHaveLength(1);
});

test('the quoted payoff closes the account', () => {
  const account = played(product(), [lend(), money('2024-02-01', 1_701n)]);
  const minor = payoff(account, toEpochDay('2024-02-15'));
  expect(minor).toBe(8_381n);
  post(account, money('2024-02-15', minor));
  const { rows, overpaid } = standing(account);
  expect(overpaid).toBe(0n);
  expect(rows.every((row) => row.metOn !== null)).toBe(true);
});

test('terms and postings that cannot be are refused with their field', () => {
  const refused = (work: () => unknown): { code: string; field?: string } => {
    try {
      work();
    } catch (error) {
      return error as { code: string; field?: string };
    }
    return { code: 'nothing' };
  };
  expect(refused(() => openAccount(product({ count: 0 })))).toMatchObject({ code: 'loan.number_invalid', field: 'count' });
  expect(refused(() => openAccount(product({ rate: decimal('11') })))).toMatchObject({ code: 'loan.rate_invalid', field: 'rate' });
  expect(refused(() => openAccount(product({ gracePrincipal: 6 })))).toMatchObject({ code: 'loan.grace_too_long', field: 'gracePrincipal' });
  const [, ...missing] = stepsOf(['penalty', 'fee', 'interest', 'principal']);
  expect(refused(() => openAccount(product({ allocation: { standard: { order: missing, future: 'next' } } })))).toMatchObject({
    code: 'loan.allocation_invalid',
  });
  expect(refused(() => played(product(), [money('2024-01-01', 5n)]))).toMatchObject({ code: 'loan.event_before_disbursement' });
  expect(refused(() => played(product(), [lend(), money('2024-01-05', 0n)]))).toMatchObject({ code: 'loan.event_invalid', field: 'minor' });
  expect(refused(() => played(product(), [lend(), posting('2024-01-05', { kind: 'undo', target: 77_777 })]))).toMatchObject({
    code: 'loan.target_missing',
  });
});

test('period boundaries given one by one: a moved day makes its period irregular, the ones after it follow from it (section 3.3)', () => {
  const days = ['2024-01-01', '2024-02-18', '2024-03-18', '2024-04-18', '2024-05-18', '2024-06-18', '2024-07-18'];
  const { rows } = standing(played(product({ rate: decimal('0.094822'), boundaries: days.map(toEpochDay), recalculation: null }), [lend()]));
  // The figures of a reschedule of the first due date by 17 days: 1 17/29 units of interest, the instalment of a regular loan, no evening-out.
  expect(rows.map((row) => row.asked.interest)).toEqual([125n, 66n, 53n, 40n, 27n, 14n]);
  expect(rows.map((row) => row.asked.principal + row.asked.interest)).toEqual([1_713n, 1_713n, 1_713n, 1_713n, 1_713n, 1_760n]);
});

test('due dates counted from the application: the first period starts there, and interest with the money', () => {
  const p = product({ scheduleFrom: toEpochDay('2024-01-01'), rate: decimal('0.12'), recalculation: null });
  const { rows } = standing(played(p, [lend('2024-01-16')]));
  expect(rows[0]).toMatchObject({ from: toEpochDay('2024-01-01'), due: toEpochDay('2024-02-01') });
  // 100 at 1 % a month for 16 of 31 days
  expect(rows[0]?.asked.interest).toBe(52n);
});
