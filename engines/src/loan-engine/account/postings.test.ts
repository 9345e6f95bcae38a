import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Acts, accountOf, charge, entriesOf, money, plain, product, rowsOf } from '../peers/account.ts';
import { type Account, payoff, standing } from './account.ts';
import type { Act } from './postings.ts';
import type { Product } from './product.ts';

const asked = (account: Account, bucket: 'principal' | 'interest' | 'fee' | 'penalty') => rowsOf(account).map((row) => row.asked[bucket]);
const paid = (account: Account) => rowsOf(account).map((row) => row.paid.principal);

test.each<[string, Act, fees: readonly bigint[]]>([
  ['an amount', charge('2024-02-10', '5.00'), [0n, 500n, 0n, 0n]],
  ['on a due day, which belongs to its instalment', charge('2024-02-01', '5.00'), [500n, 0n, 0n, 0n]],
  ['on the day after it', charge('2024-02-02', '5.00'), [0n, 500n, 0n, 0n]],
  ['on the first day', charge('2024-01-01', '5.00'), [500n, 0n, 0n, 0n]],
  ['after maturity, in a row of its own', charge('2024-06-01', '5.00'), [0n, 0n, 0n, 0n, 500n]],
  ['two percent of all principal', charge('2024-02-10', '2', { base: 'principal' }), [0n, 200n, 0n, 0n]],
  ['two percent of the money lent', charge('2024-02-10', '2', { base: 'disbursed' }), [0n, 200n, 0n, 0n]],
  ['two percent of principal and interest', charge('2024-02-10', '2', { base: 'principal_and_interest' }), [0n, 200n, 0n, 0n]],
  ['two percent of interest, of which there is none', charge('2024-02-10', '2', { base: 'interest' }), [0n, 0n, 0n, 0n]],
  ['two percent of the principal of every instalment', charge('2024-02-10', '2', { base: 'principal', each: true }), [50n, 50n, 50n, 50n]],
  ['an amount with every instalment', charge('2024-02-10', '1.00', { each: true }), [100n, 100n, 100n, 100n]],
])('a charge: %s', (_name, act, fees) => {
  expect(asked(accountOf(plain(), [['2024-01-05', act]]), 'fee')).toEqual(fees);
  expect(asked(accountOf(plain(), [['2024-01-05', { ...act, penalty: true } as Act]]), 'penalty')).toEqual(fees);
});

test('two charges after maturity share a row that reaches to the later one', () => {
  const account = accountOf(plain(), [
    ['2024-01-05', charge('2024-06-01', '5.00')],
    ['2024-01-06', charge('2024-07-01', '1.00')],
    ['2024-01-07', charge('2024-06-15', '0.50')],
  ]);
  const last = rowsOf(account).at(-1);
  expect(last).toMatchObject({ kind: 'extra', from: toEpochDay('2024-05-01'), due: toEpochDay('2024-07-01'), asked: { fee: 650n } });
  expect(rowsOf(account)).toHaveLength(5);
});

test('a charge on interest takes that of all instalments, one with every instalment its own', () => {
  const p = product();
  const interest = asked(accountOf(p, []), 'interest');
  const total = interest.reduce((sum, minor) => sum + minor, 0n);
  const all = accountOf(p, [['2024-01-01', charge('2024-02-10', '100', { base: 'interest' })]]);
  expect(asked(all, 'fee')[1]).toBe(total);
  const each = accountOf(p, [['2024-01-01', charge('2024-02-10', '100', { base: 'interest', each: true })]]);
  expect(asked(each, 'fee')).toEqual(interest);
  const both = accountOf(p, [['2024-01-01', charge('2024-02-10', '100', { base: 'principal_and_interest' })]]);
  expect(asked(both, 'fee')[1]).toBe(10_000n + total);
  const principal = accountOf(p, [['2024-01-01', charge('2024-02-10', '100', { base: 'principal' })]]);
  expect(asked(principal, 'fee')[1]).toBe(10_000n);
  const lent = accountOf(p, [['2024-01-01', charge('2024-02-10', '100', { base: 'disbursed' })]]);
  expect(asked(lent, 'fee')[1]).toBe(10_000n);
});

test('a charge is waived as far as it is open, adjusted by money of its own kind, and paid by money held', () => {
  const posted = charge('2024-02-01', '5.00');
  const waived = accountOf(plain(), [
    ['2024-01-05', posted],
    ['2024-02-01', money(300n)],
    ['2024-02-02', { kind: 'waive_charge', target: 1 }],
  ]);
  expect(rowsOf(waived)[0]).toMatchObject({ paid: { fee: 300n }, waived: { fee: 200n }, asked: { fee: 500n } });
  expect(entriesOf(waived).at(-1)).toMatchObject({ type: 'charge_waiver', minor: 200n, portions: { fee: 200n, principal: 0n } });
  const two = accountOf(plain(), [
    ['2024-01-05', charge('2024-02-01', '1.00')],
    ['2024-01-05', charge('2024-02-01', '4.00')],
    ['2024-01-06', { kind: 'waive_charge', target: 2 }],
  ]);
  expect(rowsOf(two)[0]).toMatchObject({ asked: { fee: 500n }, waived: { fee: 400n } });
  const twice = accountOf(plain(), [
    ['2024-01-05', charge('2024-02-01', '1.00')],
    ['2024-01-05', charge('2024-02-01', '4.00')],
    ['2024-01-06', { kind: 'waive_charge', target: 1 }],
    ['2024-01-07', { kind: 'waive_charge', target: 1 }],
  ]);
  expect(rowsOf(twice)[0]).toMatchObject({ asked: { fee: 500n }, waived: { fee: 100n } });
  const adjusted = accountOf(plain(), [
    ['2024-01-05', posted],
    ['2024-02-01', { kind: 'adjust_charge', target: 1, minor: 500n }],
  ]);
  expect(entriesOf(adjusted).at(-1)).toMatchObject({ type: 'charge_adjustment', minor: 500n, portions: { fee: 500n } });
  const held = accountOf(plain(), [
    ['2024-02-01', money(10_700n)],
    ['2024-02-05', charge('2024-02-10', '5.00')],
  ]);
  expect(standing(held).overpaid).toBe(200n);
  expect(entriesOf(held)[1]).toMatchObject({ minor: 10_700n, overpaid: 200n, portions: { fee: 500n, principal: 10_000n } });
});

test.each<[string, Partial<Product>, Act, minor: bigint, paid: readonly bigint[]]>([
  ['the next instalment', {}, money(3_000n), 3_000n, [2_500n, 500n, 0n, 0n]],
  ['the last one', { allocation: { standard: { ...product().allocation.standard, future: 'last' } } }, money(3_000n), 3_000n, [2_500n, 0n, 0n, 500n]],
  [
    'the running one, then the last',
    { allocation: { standard: { ...product().allocation.standard, future: 'next_last' } } },
    money(6_000n),
    6_000n,
    [2_500n, 2_500n, 0n, 1_000n],
  ],
  [
    'all of them alike',
    { allocation: { standard: { ...product().allocation.standard, future: 'reamortize' } } },
    money(3_100n),
    3_100n,
    [2_500n, 200n, 200n, 200n],
  ],
])('money beyond what is due goes to %s', (_name, change, act, minor, rows) => {
  for (const processing of ['horizontal', 'vertical'] as const) {
    const account = accountOf(plain({ processing, ...change }), [['2024-02-01', act]]);
    expect(paid(account)).toEqual(rows);
    expect(entriesOf(account).at(-1)).toMatchObject({ minor, overpaid: 0n, balance: 10_000n - minor });
  }
});

test('a payment notes what of it was early and what was late, and the day a row was met', () => {
  const rows = rowsOf(
    accountOf(plain(), [
      ['2024-01-15', money(2_000n)],
      ['2024-02-10', money(3_000n)],
      ['2024-03-01', money(2_000n)],
    ]),
  );
  expect(rows.map((row) => [row.paidAhead, row.paidLate, row.metOn])).toEqual([
    [2_000n, 500n, toEpochDay('2024-02-10')],
    [2_500n, 0n, toEpochDay('2024-02-10')],
    [2_000n, 0n, null],
    [0n, 0n, null],
  ]);
});

test('what is paid too much is held, given back, taken by a chargeback, and lent out again', () => {
  const held: Acts = [['2024-02-01', money(10_300n)]];
  expect(standing(accountOf(plain(), held)).overpaid).toBe(300n);
  const given = accountOf(plain(), [...held, ['2024-02-05', { kind: 'refund_credit', minor: 200n }]]);
  expect(standing(given).overpaid).toBe(100n);
  expect(entriesOf(given).at(-1)).toMatchObject({ type: 'credit_refund', minor: 200n, overpaid: 200n, portions: { principal: 0n } });
  const more = accountOf(plain(), [...held, ['2024-02-05', { kind: 'refund_credit', minor: 500n }]]);
  expect(standing(more).overpaid).toBe(0n);
  expect(entriesOf(more).at(-1)).toMatchObject({ overpaid: 300n, portions: { principal: 200n } });
  const back = accountOf(plain(), [...held, ['2024-02-05', { kind: 'chargeback', target: 1, minor: 500n }]]);
  expect(standing(back).overpaid).toBe(0n);
  expect(entriesOf(back).at(-1)).toMatchObject({ type: 'chargeback', minor: 500n, overpaid: 300n });
  const row = rowsOf(back).find((r) => r.due === toEpochDay('2024-03-01'));
  expect([row?.asked.principal, row?.credited.principal, row?.paid.principal]).toEqual([3_000n, 500n, 2_800n]);
  const again = accountOf(plain(), [...held, ['2024-02-05', { kind: 'disburse', minor: 1_200n }]]);
  expect(standing(again).overpaid).toBe(0n);
  expect(asked(again, 'principal').reduce((sum, minor) => sum + minor, 0n)).toBe(11_200n);
});

test('a chargeback by buckets takes back what its payment paid, less earlier ones of the same payment', () => {
  const p = product({ creditOrder: ['fee', 'interest', 'penalty', 'principal'] });
  const back = (target: number, minor: bigint): Act => ({ kind: 'chargeback', target, minor });
  const portions = (acts: Acts) =>
    entriesOf(accountOf(p, [['2024-01-05', charge('2024-02-01', '5.00')], ['2024-02-01', money(2_201n)], ['2024-03-01', money(1_701n)], ...acts]))
      .filter((entry) => entry.type === 'chargeback')
      .map((entry) => [entry.portions.fee, entry.portions.interest, entry.portions.principal]);
  // The first payment paid 5.00 of the fee, 0.58 of interest and 16.43 of principal.
  expect(portions([['2024-03-05', back(2, 540n)]])).toEqual([[500n, 40n, 0n]]);
  expect(
    portions([
      ['2024-03-05', back(2, 540n)],
      ['2024-03-06', back(2, 100n)],
    ]),
  ).toEqual([
    [500n, 40n, 0n],
    [0n, 18n, 82n],
  ]);
  expect(
    portions([
      ['2024-03-05', back(3, 10n)],
      ['2024-03-06', back(2, 540n)],
    ]),
  ).toEqual([
    [0n, 10n, 0n],
    [500n, 40n, 0n],
  ]);
});

test('principal lent after a re-amortisation is spread over the rows to come', () => {
  const acts: Acts = [
    ['2024-02-10', { kind: 'reamortize' }],
    ['2024-02-15', { kind: 'disburse', minor: 1_000n }],
  ];
  const account = accountOf(plain(), acts);
  // 25.00 unpaid went to the three rows to come in parts of 8.33, the last 8.34; then 10.00 in parts of 3.33, the last 3.34.
  expect(asked(account, 'principal')).toEqual([0n, 3_666n, 3_666n, 3_668n]);
  expect(entriesOf(account).map((entry) => [entry.type, entry.minor, entry.balance])).toEqual([
    ['disbursement', 10_000n, 10_000n],
    ['reamortize', 2_500n, 10_000n],
    ['disbursement', 1_000n, 11_000n],
  ]);
  const nothing = accountOf(plain(), [['2024-05-01', { kind: 'reamortize' }]]);
  expect(asked(nothing, 'principal')).toEqual([2_500n, 2_500n, 2_500n, 2_500n]);
  expect(entriesOf(nothing).at(-1)).toMatchObject({ type: 'reamortize', minor: 0n });
});

test('re-aging: unpaid principal in new rows, charges with the row that holds their day, earlier rows keep what was paid', () => {
  const reage: Act = { kind: 'reage', start: toEpochDay('2024-03-15'), every: 1, unit: 'months', count: 3 };
  const account = accountOf(plain(), [
    ['2024-01-05', charge('2024-04-20', '5.00')],
    ['2024-01-05', charge('2024-03-20', '1.00', { penalty: true })],
    ['2024-02-01', money(1_000n)],
    ['2024-03-01', reage],
  ]);
  expect(rowsOf(account).map((row) => [row.from, row.due, row.asked.principal, row.asked.fee, row.asked.penalty])).toEqual([
    [toEpochDay('2024-01-01'), toEpochDay('2024-02-01'), 1_000n, 0n, 0n],
    [toEpochDay('2024-02-01'), toEpochDay('2024-03-15'), 3_000n, 0n, 0n],
    [toEpochDay('2024-03-15'), toEpochDay('2024-04-15'), 3_000n, 0n, 100n],
    [toEpochDay('2024-04-15'), toEpochDay('2024-05-15'), 3_000n, 500n, 0n],
  ]);
  expect(entriesOf(account).at(-1)).toMatchObject({ type: 'reage', minor: 9_000n, portions: { principal: 9_000n } });
  expect(rowsOf(account)[0]?.metOn).toBe(toEpochDay('2024-03-01'));
});

test('undoing a payment takes what came with it; the quoted payoff, with or without interest, closes the account', () => {
  for (const p of [plain(), plain({ recalculation: null }), product(), product({ recalculation: null })]) {
    const account = accountOf(p, [
      ['2024-02-01', money(1_701n)],
      ['2024-02-10', money(500n)],
      ['2024-02-11', { kind: 'undo', target: 2 }],
    ]);
    expect(entriesOf(account).map((entry) => [entry.type, entry.reverted])).toEqual([
      ['disbursement', false],
      ['repayment', false],
      ['repayment', true],
    ]);
    const due = payoff(account, toEpochDay('2024-02-15'));
    const closed = accountOf(p, [
      ['2024-02-01', money(1_701n)],
      ['2024-02-15', money(null)],
    ]);
    expect(entriesOf(closed).at(-1)).toMatchObject({ minor: due, overpaid: 0n });
    expect(rowsOf(closed).every((row) => row.metOn !== null)).toBe(true);
  }
});
