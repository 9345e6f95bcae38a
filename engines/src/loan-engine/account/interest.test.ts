import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Acts, accountOf, entriesOf, money, plain, product, rowsOf } from '../peers/account.ts';
import { type Account, openAccount, payoff, post, standing } from './account.ts';
import { decimal } from './decimal.ts';
import type { Act } from './postings.ts';
import type { Product } from './product.ts';
import type { Row } from './rows.ts';

const day = toEpochDay;
const columnsOf = (account: Account) => {
  const rows = rowsOf(account).filter((row) => row.kind === 'normal');
  return { principal: rows.map((row) => row.asked.principal), interest: rows.map((row) => row.asked.interest) };
};
const columns = (p: Product, acts: Acts = []) => columnsOf(accountOf(p, acts));
const lend = (minor: bigint): Act => ({ kind: 'disburse', minor });
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, minor) => sum + minor, 0n);

test('interest beyond the level instalment waits for the next ones, and the last takes what is left of it', () => {
  // 300 % a year: 25 % a month and a level instalment of 33.88. The first period lasts three months and earns 75.00.
  const { principal, interest } = columns(product({ rate: decimal('3'), recalculation: null }), [
    ['2024-01-02', { kind: 'move_due', from: day('2024-02-01'), to: day('2024-04-01') }],
  ]);
  expect(interest).toEqual([3_388n, 3_388n, 3_388n, 3_388n, 3_388n, 3_060n]);
  expect(principal).toEqual([0n, 0n, 0n, 0n, 0n, 10_000n]);
});

test('a move that names no due day moves nothing', () => {
  const moved = columns(product(), [['2024-01-02', { kind: 'move_due', from: day('2024-02-03'), to: day('2024-02-20') }]]);
  expect(moved).toEqual(columns(product()));
});

test('paid off at once, instalments to come ask for no more than is owed in all', () => {
  // At 100 % a year the level instalment is 21.85: four of them leave 12.60 for the fifth and nothing for the last.
  const account = accountOf(product({ rate: decimal('1') }), [['2024-01-01', money(10_000n)]]);
  expect(rowsOf(account).map((row) => row.paid.principal)).toEqual([2_185n, 2_185n, 2_185n, 2_185n, 1_260n, 0n]);
  expect(standing(account)).toMatchObject({ overpaid: 0n });
  expect(rowsOf(account).every((row) => row.asked.interest === 0n)).toBe(true);
});

test('a new rate holds from the day after it, before the first day, on a due day and after the last', () => {
  const twelve = { rate: decimal('0.12') };
  const changed = (on: string) => columns(product({ recalculation: null }), [[on, { kind: 'change_rate', rate: decimal('0.12') }]]);
  // 100.00 at 12 % over six months: 17.25 a month, 1.00 of interest in the first.
  expect(changed('2023-12-31')).toEqual(columns(product({ recalculation: null, ...twelve })));
  expect(changed('2024-01-01')).toEqual(columns(product({ recalculation: null, ...twelve })));
  const plan = columns(product({ recalculation: null }));
  const second = changed('2024-02-01');
  expect([second.interest[0], second.principal[0]]).toEqual([58n, 1_643n]);
  // 83.57 at 1 % a month over five months: 17.22, of which 0.84 is interest.
  expect([second.interest[1], second.principal[1]]).toEqual([84n, 1_638n]);
  expect(total(second.principal)).toBe(10_000n);
  expect(changed('2024-07-01')).toEqual(plan);
  expect(changed('2024-07-10')).toEqual(plan);
});

test('by whole periods, money lent within one counts from its start; by parts of a period from its day', () => {
  const p = (change: Partial<Product>) => product({ rate: decimal('0.12'), interestPer: 'period', recalculation: null, ...change });
  const first = (change: Partial<Product>) => columns(p(change), [['2024-01-16', lend(6_200n)]]).interest[0];
  // 1.00 on what was lent on the first day; 62.00 for the whole month or for 16 of its 31 days.
  expect([first({}), first({ partialPeriods: true }), first({ interestPer: 'day' })]).toEqual([162n, 132n, 132n]);
});

test('money lent on a due day is repaid with the instalments after it, on the last one with that', () => {
  const lent = (on: string) => columns(plain({ recalculation: null }), [[on, lend(3_000n)]]).principal;
  expect(lent('2024-01-31')).toEqual([3_250n, 3_250n, 3_250n, 3_250n]);
  expect(lent('2024-02-01')).toEqual([2_500n, 3_500n, 3_500n, 3_500n]);
  expect(lent('2024-04-02')).toEqual([2_500n, 2_500n, 2_500n, 5_500n]);
  expect(lent('2024-05-01')).toEqual([2_500n, 2_500n, 2_500n, 5_500n]);
});

test('money lent after a chargeback: what was put back stays with its instalment, the new money is spread', () => {
  const { principal } = columns(plain(), [
    ['2024-02-01', money(2_500n)],
    ['2024-02-05', { kind: 'chargeback', target: 1, minor: 1_000n }],
    ['2024-03-01', lend(3_000n)],
  ]);
  expect([total(principal), principal[0]]).toEqual([14_000n, 2_500n]);
  expect(principal[2]! - 2_500n).toBe(1_500n);
});

test('overdue principal earns to today, to the end of the period where all goes by whole ones, not at all by choice', () => {
  // 12 % a year, nothing paid: 16.25 of principal are overdue since 1 February, ten of 29 days have passed.
  const second = (recalculation: Partial<NonNullable<Product['recalculation']>>) => {
    const own = { rest: 'daily', payoffTill: 'day', onPastDue: true, prepayment: 'adjust_last', ...recalculation } as const;
    return columns(product({ rate: decimal('0.12'), recalculation: own }), [['2024-02-11', { kind: 'close_day' }]]).interest[1];
  };
  // 83.75 without what is overdue earn 0.84; 16.25 more earn 0.16 in the whole period and 0.05 in ten days.
  expect(second({ onPastDue: false })).toBe(84n);
  expect(second({})).toBe(89n);
  expect(second({ rest: 'period' })).toBe(89n);
  expect(second({ rest: 'period', payoffTill: 'period' })).toBe(100n);
});

test('where interest runs to the end of the period, a payoff costs the whole one, on its first day and after the last none more', () => {
  const p = product({ recalculation: { rest: 'daily', payoffTill: 'period', onPastDue: false, prepayment: 'adjust_last' } });
  const account = accountOf(p, [['2024-02-01', money(1_701n)]]);
  // 83.57 and 0.49 for all of February, whenever in it.
  expect([payoff(account, day('2024-02-02')), payoff(account, day('2024-02-29')), payoff(account, day('2024-03-01'))]).toEqual([
    8_406n,
    8_406n,
    8_406n,
  ]);
  expect(payoff(accountOf(p, []), day('2024-01-01'))).toBe(10_000n);
  const late = accountOf(p, [['2024-01-01', { kind: 'close_day' }]]);
  const all = columns(p);
  expect(payoff(late, day('2024-07-20'))).toBe(10_000n + total(all.interest));
});

test('an interest refund: the loan as if the refunded money had never been lent, other payments left where they were', () => {
  const refund = (first: string, acts: Acts) => {
    const account = openAccount(product({ interestRefundOn: ['merchant_refund'] }));
    const all: Acts = [[first, lend(10_000n)], ...acts];
    all.forEach(([on, act], k) => {
      post(account, { seq: k, postedOn: day(on), day: day(on), ...act });
    });
    return entriesOf(account)
      .filter((entry) => entry.type === 'interest_refund')
      .map((entry) => entry.minor);
  };
  // 100.00 for 21 and 50.00 for 11 of 31 days cost 0.50; the 30.00 that stay, for eleven days, 0.06.
  expect(
    refund('2024-01-01', [
      ['2024-01-11', lend(5_000n)],
      ['2024-01-22', money(12_000n, 'merchant_refund')],
    ]),
  ).toEqual([44n]);
  // Without the first money the loan starts in February: 0.69 by periods of 31 days, 50.00 for 17 of 29 days cost 0.17.
  expect(
    refund('2024-01-25', [
      ['2024-02-05', lend(5_000n)],
      ['2024-02-22', money(10_000n, 'merchant_refund')],
    ]),
  ).toEqual([52n]);
  // 19.91 of principal repaid on the 6th: 0.44 in all, against 10.00 for eleven days.
  expect(
    refund('2024-01-01', [
      ['2024-01-06', money(2_000n)],
      ['2024-01-11', lend(5_000n)],
      ['2024-01-22', money(12_000n, 'merchant_refund')],
    ]),
  ).toEqual([42n]);
  const asked = (refundInterest: boolean): Act => ({ kind: 'money', money: 'payout_refund', minor: 10_000n, refundInterest });
  expect(refund('2024-01-01', [['2024-01-22', asked(true)]])).toEqual([40n]);
  expect(refund('2024-01-01', [['2024-01-22', asked(false)]])).toEqual([]);
});

test('the first money is not taken back while other postings stand', () => {
  const acts: Acts = [
    ['2024-01-05', money(100n)],
    ['2024-01-06', { kind: 'undo', target: 0 }],
  ];
  expect(() => accountOf(plain(), acts)).toThrow(
    expect.objectContaining({ code: 'loan.event_before_disbursement', field: 'target', facts: { seq: 2 } }),
  );
  const later = accountOf(plain(), [
    ['2024-01-05', lend(4_000n)],
    ['2024-01-06', { kind: 'undo', target: 0 }],
  ]);
  expect(columnsOf(later).principal).toEqual([1_000n, 1_000n, 1_000n, 1_000n]);
});

test('an account that does not add up is told, never shown', () => {
  const own = plain({ recalculation: null });
  const shown = (change: (row: Row) => void) => () => {
    const account = accountOf(own, []);
    change(rowsOf(account)[0]!);
    return standing(account);
  };
  expect(shown(() => undefined)().rows).toHaveLength(4);
  expect(
    shown((row) => {
      row.asked.principal += 1n;
    }),
  ).toThrow('rows add up to the money lent');
  expect(
    shown((row) => {
      row.paid.fee = 1n;
    }),
  ).toThrow('no bucket is paid beyond what it asks');
});

test('an account all of whose money was taken back starts again with the next', () => {
  const account = accountOf(plain(), [
    ['2024-01-05', { kind: 'undo', target: 0 }],
    ['2024-02-01', lend(4_000n)],
  ]);
  expect(rowsOf(account).map((row) => [row.due, row.asked.principal])).toEqual([
    [day('2024-03-01'), 1_000n],
    [day('2024-04-01'), 1_000n],
    [day('2024-05-01'), 1_000n],
    [day('2024-06-01'), 1_000n],
  ]);
  expect(entriesOf(account).map((entry) => [entry.minor, entry.reverted])).toEqual([
    [10_000n, true],
    [4_000n, false],
  ]);
});
