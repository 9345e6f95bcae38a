import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Acts, accountOf, charge, money, product, rowsOf } from '../../peers/account.ts';
import { decimal } from '../decimal.ts';
import type { Act } from '../postings.ts';
import type { Product } from '../product.ts';

/** 100.00 lent on 1 January 2024 at 36 % a year, planned at once over four rows of equal principal: 3.00 of interest in the first month. */
const planned = (change: Partial<Product> = {}): Product =>
  product({ schedule: 'cumulative', interestPer: 'period', equalPrincipal: true, rate: decimal('0.36'), count: 4, recalculation: null, ...change });
const asked = (p: Product, acts: Acts = []) => {
  const rows = rowsOf(accountOf(p, acts)).filter((row) => row.kind === 'normal');
  return [rows.map((row) => row.asked.principal), rows.map((row) => row.asked.interest)];
};
const quarters = [2_500n, 2_500n, 2_500n, 2_500n];
const lend = (minor: bigint): Act => ({ kind: 'disburse', minor });
const days = { interestPer: 'day', daysInMonth: 'actual' } as const;

test.each<[string, Partial<Product>, Acts, principal: readonly bigint[], interest: readonly bigint[]]>([
  ['months as twelfths', {}, [], quarters, [300n, 225n, 150n, 75n]],
  ['two months', { every: 2 }, [], quarters, [600n, 450n, 300n, 150n]],
  ['weeks as fifty-seconds', { unit: 'weeks', rate: decimal('0.52') }, [], quarters, [100n, 75n, 50n, 25n]],
  ['two weeks', { unit: 'weeks', every: 2, rate: decimal('0.52') }, [], quarters, [200n, 150n, 100n, 50n]],
  ['years', { unit: 'years', rate: decimal('0.1') }, [], quarters, [1_000n, 750n, 500n, 250n]],
  ['two years', { unit: 'years', every: 2, rate: decimal('0.1') }, [], quarters, [2_000n, 1_500n, 1_000n, 500n]],
  ['ten days over 360', { unit: 'days', every: 10 }, [], quarters, [100n, 75n, 50n, 25n]],
  [
    'ten days over a year of its own length, counted as 365',
    { unit: 'days', every: 10, rate: decimal('0.365'), daysInYear: 'actual' },
    [],
    quarters,
    [100n, 75n, 50n, 25n],
  ],
  ['actual days over 360', days, [], quarters, [310n, 218n, 155n, 75n]],
  ['30 days a month over 360', { interestPer: 'day' }, [], quarters, [300n, 225n, 150n, 75n]],
  ['60 days of two months', { interestPer: 'day', every: 2 }, [], quarters, [600n, 450n, 300n, 150n]],
  ['weeks by days', { interestPer: 'day', unit: 'weeks' }, [], quarters, [70n, 52n, 35n, 18n]],
  ['interest put off for two rows', { graceInterest: 2 }, [], quarters, [0n, 0n, 675n, 75n]],
  ['principal put off for two rows', { gracePrincipal: 2 }, [], [0n, 0n, 5_000n, 5_000n], [300n, 300n, 300n, 150n]],
  ['flat', { interest: 'flat' }, [], quarters, [300n, 300n, 300n, 300n]],
  ['flat with a remainder', { interest: 'flat', count: 3, rate: decimal('0.1') }, [], [3_333n, 3_333n, 3_334n], [83n, 83n, 84n]],
  ['flat in whole units', { interest: 'flat', count: 3, rate: decimal('0.1'), multipleMinor: 100n }, [], [3_317n, 3_317n, 3_366n], [83n, 83n, 84n]],
  [
    'flat with a down payment',
    { interest: 'flat', downPayment: { percent: decimal('20'), auto: false } },
    [],
    [2_000n, 2_000n, 2_000n, 2_000n],
    [300n, 300n, 300n, 300n],
  ],
  ['with a down payment', { downPayment: { percent: decimal('20'), auto: false } }, [], [2_000n, 2_000n, 2_000n, 2_000n], [240n, 180n, 120n, 60n]],
  ['money lent within the first month, by days', days, [['2024-01-16', lend(4_000n)]], [3_500n, 3_500n, 3_500n, 3_500n], [374n, 304n, 217n, 105n]],
  [
    'money lent within the first month, by whole periods',
    {},
    [['2024-01-16', lend(4_000n)]],
    [3_500n, 3_500n, 3_500n, 3_500n],
    [420n, 315n, 210n, 105n],
  ],
  [
    'money lent within the first month, by its part',
    { partialPeriods: true },
    [['2024-01-16', lend(4_000n)]],
    [3_500n, 3_500n, 3_500n, 3_500n],
    [362n, 315n, 210n, 105n],
  ],
  ['money lent on the due day', {}, [['2024-02-01', lend(4_000n)]], [3_500n, 3_500n, 3_500n, 3_500n], [300n, 315n, 210n, 105n]],
  [
    'a new rate from the day before the third row is due',
    {},
    [['2024-03-31', { kind: 'change_rate', rate: decimal('0.72') }]],
    quarters,
    [300n, 225n, 300n, 150n],
  ],
  [
    'a new rate on the day the third row is due',
    {},
    [['2024-04-01', { kind: 'change_rate', rate: decimal('0.72') }]],
    quarters,
    [300n, 225n, 150n, 150n],
  ],
])('a schedule planned at once (sections 3.9, 3.10): %s', (_name, change, acts, principal, interest) => {
  expect(asked(planned(change), acts)).toEqual([principal, interest]);
});

test.each<[string, Partial<Product>, level: bigint]>([
  // P·r / (1 − (1 + r)⁻⁴) for r = 3 %, 6 %, 1 %, 2 %, 10 %, 1 % and 0.7 %
  ['months', {}, 2_690n],
  ['two months', { every: 2 }, 2_886n],
  ['weeks', { unit: 'weeks', rate: decimal('0.52') }, 2_563n],
  ['two weeks', { unit: 'weeks', every: 2, rate: decimal('0.52') }, 2_626n],
  ['years', { unit: 'years', rate: decimal('0.1') }, 3_155n],
  ['two years', { unit: 'years', every: 2, rate: decimal('0.05') }, 3_155n],
  ['years of 365 days as themselves', { unit: 'years', rate: decimal('0.1'), daysInYear: 365 }, 3_155n],
  ['ten days', { unit: 'days', every: 10 }, 2_563n],
  ['weeks by days', { unit: 'weeks', interestPer: 'day' }, 2_544n],
  ['no rate', { rate: decimal('0') }, 2_500n],
  ['whole units', { multipleMinor: 100n }, 2_700n],
])('a level instalment planned at once (section 3.9): %s', (_name, change, level) => {
  const [principal = [], interest = []] = asked(planned({ equalPrincipal: false, ...change }));
  expect(principal.map((minor, k) => minor + (interest[k] ?? 0n)).slice(0, 3)).toEqual([level, level, level]);
  expect(principal.reduce((total, minor) => total + minor, 0n)).toBe(10_000n);
});

test.each<[string, { readonly prepayment?: 'reduce_count' }, Acts, principal: readonly bigint[]]>([
  ['nothing paid yet', {}, [], quarters],
  ['what was due', {}, [['2024-02-01', money(2_500n)]], quarters],
  ['less than was due', {}, [['2024-02-01', money(1_000n)]], quarters],
  ['more, with a lower instalment', {}, [['2024-02-01', money(4_000n)]], [4_000n, 2_000n, 2_000n, 2_000n]],
  ['more, within the second month', {}, [['2024-02-15', money(6_000n)]], [2_500n, 3_500n, 2_000n, 2_000n]],
  ['more, with fewer rows', { prepayment: 'reduce_count' }, [['2024-02-01', money(4_000n)]], [4_000n, 2_500n, 2_500n, 1_000n]],
  ['so much that a row is not needed', { prepayment: 'reduce_count' }, [['2024-02-01', money(5_000n)]], [5_000n, 2_500n, 2_500n]],
  ['everything', {}, [['2024-02-01', money(10_000n)]], [10_000n]],
  ['more than everything', {}, [['2024-02-01', money(10_500n)]], [10_000n]],
  [
    'money lent later',
    {},
    [
      ['2024-02-01', money(2_500n)],
      ['2024-02-15', lend(3_000n)],
    ],
    [3_250n, 3_250n, 3_250n, 3_250n],
  ],
])('a schedule that follows payments (section 3.13): %s', (_name, change, acts, principal) => {
  const recalculation = { rest: 'daily', payoffTill: 'day', onPastDue: false, prepayment: 'reduce_instalment', ...change } as const;
  const p = planned({ equalPrincipal: false, interestPer: 'day', rate: decimal('0'), recalculation });
  expect(asked(p, acts)[0]).toEqual(principal);
});

test.each<[string, 'daily' | 'period', Acts, principal: readonly bigint[], interest: readonly bigint[]]>([
  // 100.00 at 36 % for 31 of 360 days is 3.10; the level instalment at 3 % a month is 26.90. The first two rows, principal and interest.
  ['paid on its day', 'daily', [['2024-02-01', money(2_810n)]], [2_500n, 2_472n], [310n, 218n]],
  ['paid ten days early saves interest on what was paid', 'daily', [['2024-01-22', money(2_000n)]], [2_400n, 2_470n], [290n, 220n]],
  [
    'paid late, the schedule seen on 11 February: overdue principal earns ten days',
    'daily',
    [
      ['2024-02-01', money(310n)],
      ['2024-02-11', { kind: 'close_day' }],
    ],
    [2_380n, 2_445n],
    [310n, 245n],
  ],
  [
    'paid late, by whole periods: it earns to the end of the period',
    'period',
    [
      ['2024-02-01', money(310n)],
      ['2024-02-11', { kind: 'close_day' }],
    ],
    [2_380n, 2_400n],
    [310n, 290n],
  ],
])('interest of a schedule that follows payments (section 3.12): %s', (_name, rest, acts, principal, interest) => {
  const recalculation = { rest, payoffTill: 'day', onPastDue: true, prepayment: 'reduce_count' } as const;
  const p = planned({ ...days, equalPrincipal: false, recalculation, count: 4 });
  expect(asked(p, acts).map((column) => column.slice(0, 2))).toEqual([principal, interest]);
});

test('a charge and a later rate shape the whole of a planned schedule, wherever they were posted', () => {
  const early: Acts = [['2024-01-02', { kind: 'change_rate', rate: decimal('0') }]];
  expect(asked(planned(), early)[1]).toEqual([0n, 0n, 0n, 0n]);
  const fee = charge('2024-03-01', '10', { base: 'interest' });
  expect(rowsOf(accountOf(planned(), [['2024-01-05', fee]])).map((row) => row.asked.fee)).toEqual([0n, 75n, 0n, 0n]);
});

test('half a cent of a planned principal goes to the even one', () => {
  const odd = (change: Partial<Product>) => asked(planned({ count: 2, rate: decimal('0'), ...change }), [['2024-01-01', lend(1n)]])[0];
  for (const change of [{}, { equalPrincipal: false }, { interest: 'flat' }] as const) expect(odd(change)).toEqual([5_000n, 5_001n]);
});

test('flat, money lent on a due day is shared by that instalment as well', () => {
  expect(asked(planned({ interest: 'flat', rate: decimal('0') }), [['2024-02-01', lend(4_000n)]])[0]).toEqual([3_500n, 3_500n, 3_500n, 3_500n]);
});

test.each<[string, Partial<Product>]>([
  ['flat', { interest: 'flat' }],
  ['by whole periods', { interestPer: 'period' }],
  ['of equal principal', { equalPrincipal: true }],
  ['with principal put off', { gracePrincipal: 1 }],
  ['with interest put off', { graceInterest: 1 }],
])('a schedule %s stands whatever is paid ahead', (_name, change) => {
  const recalculation = { rest: 'daily', payoffTill: 'day', onPastDue: false, prepayment: 'reduce_instalment' } as const;
  const p = planned({ ...days, equalPrincipal: false, recalculation, ...change });
  expect(asked(p, [['2024-01-20', money(4_000n)]])).toEqual(asked(p));
});

test('a down payment is no payment ahead, and is not lent within the schedule', () => {
  const recalculation = { rest: 'daily', payoffTill: 'day', onPastDue: false, prepayment: 'reduce_instalment' } as const;
  const p = planned({ ...days, equalPrincipal: false, recalculation, rate: decimal('0'), downPayment: { percent: decimal('20'), auto: true } });
  expect(asked(p)[0]).toEqual([2_000n, 2_000n, 2_000n, 2_000n]);
  expect(asked(p, [['2024-02-01', money(2_600n)]])[0]).toEqual([2_600n, 1_800n, 1_800n, 1_800n]);
});

test('due dates count from the application, the first period from the day money was lent', () => {
  const rows = rowsOf(accountOf(planned({ scheduleFrom: toEpochDay('2023-12-15') }), []));
  expect(rows.slice(0, 2).map((row) => [row.from, row.due])).toEqual([
    [toEpochDay('2024-01-01'), toEpochDay('2024-01-15')],
    [toEpochDay('2024-01-15'), toEpochDay('2024-02-15')],
  ]);
});
