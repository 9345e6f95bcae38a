import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Acts, accountOf, charge, entriesOf, money, product, rowsOf } from '../peers/account.ts';
import { standing } from './account.ts';
import { decimal } from './decimal.ts';
import type { Act } from './postings.ts';
import type { Product, Strategy } from './product.ts';

const day = toEpochDay;
/** 100.00 at 7 %: level instalment 17.01. Money beyond what is due goes to the last row; nothing else follows payments. */
const ahead = (change: Partial<Product> = {}): Product =>
  product({ recalculation: null, allocation: { standard: { ...product().allocation.standard, future: 'last' } }, ...change });
const columns = (p: Product, acts: Acts) => {
  const rows = rowsOf(accountOf(p, acts));
  return {
    principal: rows.map((row) => row.asked.principal),
    interest: rows.map((row) => row.asked.interest),
    paid: rows.map((row) => row.paid.principal),
  };
};

test('without recalculation a schedule stands whatever is paid', () => {
  const plain = columns(ahead(), []);
  expect(plain.principal).toEqual([1_643n, 1_652n, 1_662n, 1_672n, 1_681n, 1_690n]);
  expect(plain.interest).toEqual([58n, 49n, 39n, 29n, 20n, 10n]);
  expect(columns(ahead(), [['2024-02-01', money(3_000n)]])).toEqual({ ...plain, paid: [1_643n, 0n, 0n, 0n, 0n, 1_289n] });
});

test.each<[string, Partial<Product>, Act, interest: readonly bigint[]]>([
  ['a rate of nothing', {}, { kind: 'change_rate', rate: decimal('0') }, [58n, 24n, 0n, 0n, 0n]],
  ['a pause of a month', {}, { kind: 'pause', from: day('2024-02-15'), to: day('2024-03-14') }, [58n, 22n, 23n, 29n, 19n]],
  ['a charge-off without interest', { chargeOff: 'zero_interest' }, { kind: 'charge_off' }, [58n, 24n, 0n, 0n, 0n]],
])('%s after money for the last row: it asks for no less than it got, and principal still adds up', (_name, change, act, interest) => {
  const {
    principal,
    interest: got,
    paid,
  } = columns(ahead(change), [
    ['2024-02-01', money(3_400n)],
    ['2024-02-15', act],
  ]);
  expect(paid).toEqual([1_643n, 0n, 0n, 0n, 0n, 1_689n]);
  expect(principal.reduce((sum, minor) => sum + minor, 0n)).toBe(10_000n);
  expect(principal[5]! >= 1_689n && principal.every((minor, k) => minor >= paid[k]!)).toBe(true);
  expect(got.slice(0, 5)).toEqual(interest);
});

const strategy: Strategy = { due: ['penalty', 'fee', 'interest', 'principal'], ahead: ['principal', 'interest', 'penalty', 'fee'], splitAhead: true };
test('a named order takes charges that are due before money in advance, by buckets of its own', () => {
  const p = product({ recalculation: null, strategy });
  const paid = (acts: Acts) => rowsOf(accountOf(p, acts)).map(({ paid: own }) => [own.penalty, own.fee, own.interest, own.principal]);
  const fees: Acts = [
    ['2024-01-05', charge('2024-01-20', '2.00')],
    ['2024-01-05', charge('2024-01-20', '1.00', { penalty: true })],
    ['2024-01-05', charge('2024-02-20', '4.00')],
  ];
  // Before any is due: principal first; on the day both are due, they come first.
  expect(paid([...fees, ['2024-01-10', money(1_000n)]])[0]).toEqual([0n, 0n, 0n, 1_000n]);
  expect(paid([...fees, ['2024-01-20', money(1_000n)]])[0]).toEqual([100n, 200n, 0n, 700n]);
  expect(paid([...fees, ['2024-01-20', money(50n)]])[0]).toEqual([50n, 0n, 0n, 0n]);
  expect(paid([...fees, ['2024-02-01', money(1_000n)]])[0]).toEqual([100n, 200n, 58n, 642n]);
  // What was due is paid once: the charge of 20 February waits behind the principal of its row.
  expect(paid([...fees, ['2024-02-01', money(2_501n)]]).slice(0, 2)).toEqual([
    [100n, 200n, 58n, 1_643n],
    [0n, 0n, 0n, 500n],
  ]);
});

test('an accelerating charge-off gathers what later rows ask for and have got', () => {
  const p = product({
    rate: decimal('0'),
    count: 4,
    chargeOff: 'accelerate',
    allocation: { standard: { ...product().allocation.standard, future: 'last' } },
  });
  const account = accountOf(p, [
    ['2024-01-05', charge('2024-04-20', '5.00')],
    ['2024-01-06', { kind: 'waive_charge', target: 1 }],
    ['2024-02-01', money(3_000n)],
    ['2024-02-10', { kind: 'charge_off' }],
  ]);
  const rows = rowsOf(account);
  expect(rows.map((row) => row.due)).toEqual([day('2024-02-01'), day('2024-02-10')]);
  expect(rows[1]).toMatchObject({ asked: { principal: 7_500n, fee: 500n }, paid: { principal: 500n }, waived: { fee: 500n }, metOn: null });
  expect(entriesOf(account).at(-1)).toMatchObject({ type: 'charge_off', minor: 7_000n, portions: { principal: 7_000n, fee: 0n } });
  const late = accountOf(p, [['2024-05-01', { kind: 'charge_off' }]]);
  expect(rowsOf(late)).toHaveLength(4);
  expect(entriesOf(late).at(-1)).toMatchObject({ minor: 10_000n });
});

test('an interest refund gives back what the refunded money would have cost', () => {
  const refund = (minor: bigint, change: Partial<Product> = {}) => {
    const p = product({ interestRefundOn: ['merchant_refund'], ...change });
    const account = accountOf(p, [
      ['2024-01-11', { kind: 'disburse', minor: 5_000n }],
      ['2024-01-22', { kind: 'money', money: 'merchant_refund', minor }],
    ]);
    return entriesOf(account)
      .filter((entry) => entry.type === 'interest_refund')
      .map((entry) => entry.minor);
  };
  // 50.00 for eleven and 100.00 for 21 of 31 days at 7 %/12: the refund takes the first money lent first.
  expect(refund(15_000n)).toEqual([50n]);
  expect(refund(10_000n)).toEqual([40n]);
  expect(refund(5_000n)).toEqual([20n]);
  expect(refund(5_000n, { recalculation: null })).toEqual([]);
  expect(refund(5_000n, { interestRefundOn: [] })).toEqual([]);
});

test('a line is marked when its payment reaches something else today than when it was posted', () => {
  const account = (acts: Acts) => entriesOf(accountOf(product({ rate: decimal('0'), count: 4 }), acts)).map((entry) => [entry.type, entry.replayed]);
  expect(
    account([
      ['2024-02-01', money(2_500n)],
      ['2024-03-01', money(2_500n)],
    ]),
  ).toEqual([
    ['disbursement', false],
    ['repayment', false],
    ['repayment', false],
  ]);
  const p = product({ rate: decimal('0'), count: 4 });
  const late = accountOf(p, [
    ['2024-01-02', charge('2024-01-20', '1.00')],
    ['2024-02-01', money(100n)],
    ['2024-02-02', { kind: 'undo', target: 1 }],
  ]);
  expect(
    standing(late)
      .entries.filter((entry) => entry.type === 'repayment')
      .map((entry) => entry.replayed),
  ).toEqual([true]);
});
