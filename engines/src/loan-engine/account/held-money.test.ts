import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Acts, accountOf, charge, entriesOf, money, plain, product, rowsOf } from '../peers/account.ts';
import type { Bucket } from '../terms/terms.ts';
import { payoff, standing } from './account.ts';
import { decimal } from './decimal.ts';
import type { Product } from './product.ts';

const asked = (p: Product, acts: Acts) => rowsOf(accountOf(p, acts)).map((row) => row.asked.principal);
const overpaid = (p: Product, acts: Acts): bigint => standing(accountOf(p, acts)).overpaid;
/** 3.00 more than the 100.00 that were lent. */
const held: Acts = [['2024-02-01', money(10_300n)]];

test.each<[string, Partial<Product>]>([
  ['all as principal', {}],
  ['in its own order of buckets', { creditOrder: ['fee', 'penalty', 'interest', 'principal'] }],
  ['on a schedule that does not follow payments', { recalculation: null }],
])('a chargeback of less than is held takes it from there, and no instalment asks for it: %s', (_name, change) => {
  const account = accountOf(plain(change), [...held, ['2024-02-05', { kind: 'chargeback', target: 1, minor: 200n }]]);
  expect(standing(account).overpaid).toBe(100n);
  expect(entriesOf(account).at(-1)).toMatchObject({ type: 'chargeback', minor: 200n, overpaid: 200n });
  expect(rowsOf(account).every((row) => row.credited.principal === 0n && row.metOn === toEpochDay('2024-02-01'))).toBe(true);
});

test('what was paid off costs nothing more, and held money does not make it less than nothing', () => {
  expect(payoff(accountOf(plain(), held), toEpochDay('2024-02-05'))).toBe(0n);
  expect(payoff(accountOf(product({ recalculation: null }), [['2024-02-01', money(20_000n)]]), toEpochDay('2024-02-05'))).toBe(0n);
});

test('held money pays a new charge in the name of the payments that brought it, oldest first; what was given back is not there', () => {
  const acts: Acts = [
    ['2024-02-01', money(10_300n)],
    ['2024-02-02', { kind: 'refund_credit', minor: 100n }],
    ['2024-02-03', money(400n)],
    ['2024-02-05', charge('2024-02-10', '10.00')],
  ];
  const lines = (own: Acts) => entriesOf(accountOf(plain(), own)).map((entry) => [entry.type, entry.portions.fee, entry.overpaid]);
  // 6.00 are held. The first payment brought 3.00 and gives them, the second the other 3.00.
  expect(lines(acts)).toEqual([
    ['disbursement', 0n, 0n],
    ['repayment', 300n, 0n],
    ['credit_refund', 0n, 100n],
    ['repayment', 300n, 100n],
  ]);
  expect(overpaid(plain(), acts)).toBe(0n);
  const less: Acts = [...acts.slice(0, 3), ['2024-02-05', charge('2024-02-10', '5.00')]];
  expect(lines(less).map(([, fee]) => fee)).toEqual([0n, 300n, 0n, 200n]);
  expect(overpaid(plain(), less)).toBe(100n);
  // After a refund of nearly all, the payment has less to give than it brought.
  const most: Acts = [
    ['2024-02-01', money(10_700n)],
    ['2024-02-02', { kind: 'refund_credit', minor: 500n }],
    ['2024-02-05', charge('2024-02-10', '5.00')],
  ];
  expect(rowsOf(accountOf(plain(), most))[1]).toMatchObject({ asked: { fee: 500n }, paid: { fee: 200n } });
  expect(overpaid(plain(), most)).toBe(0n);
});

test('a refund of credit of just what is held asks for nothing; one beyond it is principal again', () => {
  const back = (minor: bigint): Acts => [...held, ['2024-02-05', { kind: 'refund_credit', minor }]];
  expect(asked(plain(), back(300n))).toEqual(asked(plain(), held));
  const more = accountOf(plain({ recalculation: null }), back(400n));
  // 4.00 are put back on the instalment of 1 March, of which the 3.00 that were held pay their part.
  expect(rowsOf(more)[1]).toMatchObject({ asked: { principal: 2_900n }, paid: { principal: 2_800n }, credited: { principal: 400n }, metOn: null });
  expect(entriesOf(more).at(-1)).toMatchObject({ balance: 100n, portions: { principal: 100n } });
});

test('a chargeback by buckets never takes back more than was paid, whichever other payments were taken back', () => {
  const order: readonly Bucket[] = ['fee', 'interest', 'penalty', 'principal'];
  const portions = (acts: Acts) =>
    entriesOf(accountOf(product({ creditOrder: order }), [['2024-02-01', money(1_701n)], ['2024-03-01', money(1_701n)], ...acts]))
      .filter((entry) => entry.type === 'chargeback')
      .map((entry) => [entry.portions.interest, entry.portions.principal]);
  // The payments paid 0.58 and 0.49 of interest.
  expect(
    portions([
      ['2024-03-05', { kind: 'chargeback', target: 2, minor: 30n }],
      ['2024-03-06', { kind: 'chargeback', target: 1, minor: 60n }],
    ]),
  ).toEqual([
    [30n, 0n],
    [58n, 2n],
  ]);
});

test('put back on the next instalment; on the last due day on the last; after it in a row of its own that reaches to its latest day', () => {
  const back = (...days: string[]): Acts => [
    ['2024-02-01', money(2_500n)],
    ...days.map((day) => [day, { kind: 'chargeback', target: 1, minor: 100n }] as const),
  ];
  const rows = (...days: string[]) => rowsOf(accountOf(plain({ recalculation: null }), back(...days))).map((row) => row.credited.principal);
  expect(rows('2024-02-01')).toEqual([0n, 100n, 0n, 0n]);
  expect(rows('2024-02-29')).toEqual([0n, 100n, 0n, 0n]);
  expect(rows('2024-03-01')).toEqual([0n, 0n, 100n, 0n]);
  expect(rows('2024-05-01')).toEqual([0n, 0n, 0n, 100n]);
  expect(rows('2024-05-02')).toEqual([0n, 0n, 0n, 0n, 100n]);
  const late = rowsOf(
    accountOf(plain({ recalculation: null }), [
      ['2024-01-05', charge('2024-07-01', '1.00')],
      ...back('2024-05-20')
        .slice(1)
        .map(([day, act]) => [day, { ...act, target: 0 }] as const),
    ]),
  );
  expect(late[4]).toMatchObject({
    kind: 'extra',
    from: toEpochDay('2024-05-01'),
    due: toEpochDay('2024-07-01'),
    asked: { fee: 100n, principal: 100n },
  });
});

test('what a chargeback put back stays on its row when the plan changes later', () => {
  const p = product({ recalculation: null, creditOrder: ['interest', 'principal', 'fee', 'penalty'] });
  const before: Acts = [
    ['2024-02-01', money(1_701n)],
    ['2024-02-05', { kind: 'chargeback', target: 1, minor: 100n }],
  ];
  // 0.58 of interest and 0.42 of principal come on top of the 0.49 and 16.52 of the instalment of 1 March.
  const second = { asked: { interest: 107n, principal: 1_694n }, credited: { interest: 58n, principal: 42n } };
  expect(rowsOf(accountOf(p, before))[1]).toMatchObject(second);
  const same = accountOf(p, [...before, ['2024-02-15', { kind: 'change_rate', rate: decimal('0.07') }]]);
  expect(rowsOf(same)[1]).toMatchObject(second);
});

test('a row that was paid ahead and then got more to pay asks for no less than was paid when the plan changes', () => {
  const account = accountOf(plain({ recalculation: null }), [
    ['2024-02-01', money(5_000n)],
    ['2024-02-05', { kind: 'chargeback', target: 1, minor: 500n }],
    ['2024-02-15', { kind: 'change_rate', rate: decimal('0') }],
  ]);
  expect(rowsOf(account).map((row) => [row.asked.principal, row.paid.principal])).toEqual([
    [2_500n, 2_500n],
    [3_000n, 2_500n],
    [2_500n, 0n],
    [2_500n, 0n],
  ]);
});

test('a down payment that held money already covers is not asked for again', () => {
  const p = plain({ downPayment: { percent: decimal('20'), auto: true } });
  const account = accountOf(p, [
    ['2024-02-01', money(10_000n)],
    ['2024-02-15', { kind: 'disburse', minor: 5_000n }],
  ]);
  // 20.00 were paid at once and 100.00 later: 20.00 are held, 10.00 of which pay the down payment, the rest the next instalment.
  expect(entriesOf(account).map((entry) => [entry.type, entry.minor])).toEqual([
    ['disbursement', 10_000n],
    ['down_payment', 2_000n],
    ['repayment', 10_000n],
    ['disbursement', 5_000n],
  ]);
  expect(standing(account).overpaid).toBe(0n);
  const down = rowsOf(account).filter((row) => row.kind === 'down');
  expect(down.map((row) => [row.due, row.asked.principal, row.paid.principal])).toEqual([
    [toEpochDay('2024-01-01'), 2_000n, 2_000n],
    [toEpochDay('2024-02-15'), 1_000n, 1_000n],
  ]);
});
