import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Acts, accountOf, charge, entriesOf, money, plain, product, rowsOf } from '../peers/account.ts';
import { stepsOf } from './allocation.ts';
import { decimal } from './decimal.ts';
import type { Act } from './postings.ts';
import type { FutureRule, Product } from './product.ts';

const day = toEpochDay;
const rowsAfter = (p: Product, acts: Acts) => rowsOf(accountOf(p, acts));
const asked = (p: Product, acts: Acts) => rowsAfter(p, acts).map((row) => row.asked.principal);
const ahead = (future: FutureRule): Partial<Product> => ({ allocation: { standard: { ...product().allocation.standard, future } } });
const lend = (minor: bigint): Act => ({ kind: 'disburse', minor });
const reage = (start: string, count: number): Act => ({ kind: 'reage', start: day(start), every: 1, unit: 'months', count });
const reamortize: Act = { kind: 'reamortize' };
const writeOff: Act = { kind: 'charge_off' };

test('re-amortising on a due day moves what is due that day too; half a cent goes to the even one', () => {
  expect(asked(plain(), [['2024-03-01', reamortize]])).toEqual([0n, 0n, 5_000n, 5_000n]);
  // 33.33 in two parts of 16.665: 16.66 and the rest.
  expect(asked(plain({ count: 3 }), [['2024-02-01', reamortize]])).toEqual([0n, 4_999n, 5_001n]);
});

test('re-amortising looks at the day: interest on what is overdue is counted up to it', () => {
  // 16.43 of principal are overdue from 1 February; 100.00 at 7 %/12 earn 0.58 in the second month as well.
  const rows = rowsAfter(product(), [['2024-03-01', reamortize]]);
  expect(rows.slice(0, 3).map((row) => row.asked.interest)).toEqual([58n, 58n, 39n]);
  const aged = rowsAfter(product(), [['2024-03-01', reage('2024-03-15', 2)]]);
  expect(aged[0]?.asked.interest).toBe(58n);
  // The instalment due that day is replaced as well; the last of the two new ones takes over the interest of the four after it.
  expect(aged.slice(1).map((row) => row.asked.interest)).toEqual([58n, 39n + 29n + 20n + 10n]);
});

test('after re-amortising or re-aging a schedule stands: nothing earns, no rate, pause or charge-off changes it', () => {
  for (const recalculation of [null, product().recalculation]) {
    const p = product({ recalculation, chargeOff: 'zero_interest' });
    const first: Acts = [
      ['2024-02-01', money(1_701n)],
      ['2024-02-10', reamortize],
    ];
    const before = rowsAfter(p, first);
    const later: Acts = [
      ['2024-02-11', { kind: 'change_rate', rate: decimal('0.5') }],
      ['2024-02-12', { kind: 'pause', from: day('2024-02-13'), to: day('2024-02-20') }],
      ['2024-02-13', writeOff],
    ];
    expect(rowsAfter(p, [...first, ...later])).toEqual(before);
    expect(entriesOf(accountOf(p, [...first, ...later])).at(-1)).toMatchObject({ type: 'charge_off', portions: { principal: 8_357n } });
  }
});

test('money lent after re-amortising goes to the instalments after its day, all of it to the last when none is left', () => {
  const lent = (on: string, minor: bigint, change: Partial<Product> = {}) =>
    asked(plain(change), [
      ['2024-01-02', reamortize],
      [on, lend(minor)],
    ]);
  expect(lent('2024-03-01', 1_001n)).toEqual([2_500n, 2_500n, 3_000n, 3_001n]);
  // 10.01 in two parts of 5.005: 5.00 and the rest; 10.03: 5.015 is 5.02 and the rest.
  expect(lent('2024-03-01', 1_003n)).toEqual([2_500n, 2_500n, 3_002n, 3_001n]);
  expect(lent('2024-05-01', 1_000n)).toEqual([2_500n, 2_500n, 2_500n, 3_500n]);
  // In tens, half to even: 25.00 is 20.00 and 45.00 is 40.00, so that the last one takes all of it.
  expect(lent('2024-03-01', 1_000n, { multipleMinor: 1_000n })).toEqual([2_000n, 2_000n, 2_000n, 5_000n]);
  // A fifth falls due at once, the rest is spread; a charge after maturity takes no part. The first down payment was due before.
  const down = plain({ downPayment: { percent: decimal('20'), auto: false } });
  const rows = rowsAfter(down, [
    ['2024-01-02', charge('2024-06-01', '1.00')],
    ['2024-01-02', reamortize],
    ['2024-03-02', lend(1_000n)],
  ]);
  expect(rows.map((row) => [row.kind, row.asked.principal])).toEqual([
    ['down', 0n],
    ['normal', 2_500n],
    ['normal', 2_500n],
    ['down', 200n],
    ['normal', 2_900n],
    ['normal', 2_900n],
    ['extra', 0n],
  ]);
});

test.each<[string, Partial<Product>, Acts]>([
  [
    'money lent',
    {},
    [
      ['2024-01-02', reamortize],
      ['2024-01-20', money(2_500n)],
      ['2024-01-25', lend(400n)],
    ],
  ],
  [
    'a charge',
    { recalculation: null },
    [
      ['2024-01-20', money(2_500n)],
      ['2024-01-25', charge('2024-01-30', '1.00')],
    ],
  ],
  [
    'a chargeback',
    { recalculation: null },
    [
      ['2024-01-20', money(2_500n)],
      ['2024-01-25', { kind: 'chargeback', target: 1, minor: 100n }],
    ],
  ],
])('a row that was met and gets more to pay through %s is met on the later day', (_name, change, acts) => {
  expect(rowsAfter(plain(change), acts)[0]?.metOn).toBeNull();
  expect(rowsAfter(plain(change), [...acts, ['2024-01-31', money(100n)]])[0]?.metOn).toBe(day('2024-01-31'));
});

test('a row is met on the day its last charge is waived, and a later row again when re-amortising gave it more', () => {
  const waived = rowsAfter(plain({ recalculation: null }), [
    ['2024-01-05', charge('2024-01-20', '1.00')],
    ['2024-02-01', money(2_500n)],
    ['2024-02-10', { kind: 'waive_charge', target: 1 }],
  ]);
  expect(waived[0]).toMatchObject({ asked: { fee: 100n }, waived: { fee: 0n }, paid: { fee: 100n, principal: 2_400n }, metOn: null });
  const last = plain({
    recalculation: null,
    allocation: { standard: { order: stepsOf(['principal', 'interest', 'fee', 'penalty']), future: 'last' } },
  });
  expect(
    rowsAfter(last, [
      ['2024-01-05', charge('2024-01-20', '1.00')],
      ['2024-02-01', money(2_500n)],
      ['2024-02-10', { kind: 'waive_charge', target: 1 }],
    ])[0],
  ).toMatchObject({
    waived: { fee: 100n },
    metOn: day('2024-02-10'),
  });
  const again: Acts = [
    ['2024-01-20', money(2_500n)],
    ['2024-02-10', reamortize],
    ['2024-02-20', money(834n)],
  ];
  const rows = rowsAfter(plain({ recalculation: null, ...ahead('last') }), again);
  expect(rows[3]).toMatchObject({ asked: { principal: 3_334n }, paid: { principal: 3_334n }, metOn: day('2024-02-20') });
});

test('a charge-off tells what is open on its day, interest on what is overdue included', () => {
  // 0.58 in the second month instead of 0.49, for 16.43 that were not paid on 1 February.
  const entry = entriesOf(accountOf(product(), [['2024-03-01', writeOff]])).at(-1);
  expect(entry).toMatchObject({ type: 'charge_off', minor: 10_214n, portions: { interest: 58n + 58n + 39n + 29n + 20n + 10n, principal: 10_000n } });
});

test('re-aging in fewer rows: what the old rows bore goes with them, open charges to the row that holds their day or to the last', () => {
  const rows = rowsAfter(plain(), [
    ['2024-01-05', charge('2024-05-01', '5.00')],
    ['2024-01-05', charge('2024-04-15', '0.30', { penalty: true })],
    ['2024-01-05', charge('2024-03-02', '0.70')],
    ['2024-01-05', charge('2024-04-10', '0.20')],
    ['2024-01-06', { kind: 'waive_charge', target: 4 }],
    ['2024-02-01', money(2_500n)],
    ['2024-02-10', { kind: 'reage', start: day('2024-03-15'), every: 1, unit: 'months', count: 3 }],
  ]);
  const fields = (own: typeof rows) =>
    own.map((row) => [row.kind, row.from, row.due, row.asked.principal, row.asked.fee, row.asked.penalty, row.waived.fee]);
  expect(fields(rows)).toEqual([
    ['normal', day('2024-01-01'), day('2024-02-01'), 2_500n, 0n, 0n, 0n],
    ['normal', day('2024-02-01'), day('2024-03-15'), 2_500n, 70n, 0n, 0n],
    ['normal', day('2024-03-15'), day('2024-04-15'), 2_500n, 0n, 30n, 0n],
    ['normal', day('2024-04-15'), day('2024-05-15'), 2_500n, 520n, 0n, 20n],
  ]);
});

test('re-aging moves no charge that was waived or paid: the row that took its money keeps it', () => {
  const aged = (acts: Acts) =>
    rowsAfter(plain({ processing: 'vertical' }), [['2024-01-05', charge('2024-03-05', '0.20')], ...acts, ['2024-02-10', reage('2024-03-15', 2)]])
      .slice(1)
      .map((row) => [row.asked.fee, row.paid.fee, row.waived.fee]);
  const none = [0n, 0n, 0n];
  expect(aged([])).toEqual([[20n, 0n, 0n], none]);
  expect(aged([['2024-01-06', { kind: 'waive_charge', target: 1 }]])).toEqual([none, [20n, 0n, 20n]]);
  expect(aged([['2024-01-10', money(20n)]])).toEqual([none, [20n, 20n, 0n]]);
  expect(aged([['2024-01-10', money(15n)]])).toEqual([
    [5n, 0n, 0n],
    [15n, 15n, 0n],
  ]);
});

test('re-aging leaves a charge of every instalment with the rows that took them over, and what is met stays met', () => {
  const each = rowsAfter(plain(), [
    ['2024-01-05', charge('2024-01-05', '1.00', { each: true })],
    ['2024-02-10', reage('2024-03-15', 2)],
  ]);
  // The first row is due; of the three to come the last two share the second new row.
  expect(each.map((row) => row.asked.fee)).toEqual([100n, 100n, 200n]);
  const paidOff = rowsAfter(plain(), [
    ['2024-02-01', money(10_000n)],
    ['2024-02-10', reage('2024-03-15', 1)],
  ]);
  expect(paidOff.map((row) => [row.asked.principal, row.paid.principal, row.metOn])).toEqual([
    [2_500n, 2_500n, day('2024-02-01')],
    [7_500n, 7_500n, day('2024-02-10')],
  ]);
  // 0.05 in two rows: half a cent to the even one.
  const odd = rowsAfter(plain(), [
    ['2024-02-01', money(9_995n)],
    ['2024-02-10', reage('2024-03-15', 2)],
  ]);
  expect(odd.slice(1).map((row) => row.asked.principal - row.paid.principal)).toEqual([2n, 3n]);
});

test('re-aging counts from the last instalment that stays, not from a down payment after it', () => {
  const p = plain({ downPayment: { percent: decimal('20'), auto: false } });
  const rows = rowsAfter(p, [
    ['2024-02-15', lend(1_000n)],
    ['2024-02-20', reage('2024-03-15', 1)],
  ]);
  expect(rows.map((row) => [row.kind, row.from, row.due])).toEqual([
    ['down', day('2024-01-01'), day('2024-01-01')],
    ['normal', day('2024-01-01'), day('2024-02-01')],
    ['down', day('2024-02-15'), day('2024-02-15')],
    ['normal', day('2024-02-01'), day('2024-03-15')],
  ]);
});

test('an accelerating charge-off on a due day gathers the rows after it; a charge after maturity and what was met wait for their money', () => {
  const p = plain({ chargeOff: 'accelerate', ...ahead('next') });
  const rows = rowsAfter(p, [
    ['2024-01-05', charge('2024-06-01', '1.00')],
    ['2024-02-01', writeOff],
  ]);
  expect(rows.map((row) => [row.kind, row.due, row.asked.principal, row.asked.fee])).toEqual([
    ['normal', day('2024-02-01'), 2_500n, 0n],
    ['normal', day('2024-02-01'), 7_500n, 0n],
    ['extra', day('2024-06-01'), 0n, 100n],
  ]);
  const met: Acts = [
    ['2024-02-01', money(5_000n)],
    ['2024-02-10', writeOff],
  ];
  expect(rowsAfter(p, met)[1]).toMatchObject({ due: day('2024-02-10'), metOn: null });
  expect(rowsAfter(p, [...met, ['2024-02-20', money(5_000n)]])[1]?.metOn).toBe(day('2024-02-20'));
  const after = rowsAfter(p, [
    ['2024-01-05', charge('2024-06-01', '1.00')],
    ['2024-05-10', writeOff],
  ]);
  expect(after.map((row) => row.due)).toEqual(['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'].map(day));
});
