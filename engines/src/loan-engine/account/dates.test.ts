import { fromEpochDay, toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { product } from '../peers/account.ts';
import { factor, type Move, type Period, periodsOf, stepFrom, unitFactor } from './dates.ts';
import { type Decimal, decimal, fromMinor, ONE, over, plus, times, toMinor, whole, ZERO } from './decimal.ts';
import { inOrder, type Posting } from './postings.ts';
import type { Product, Unit } from './product.ts';

const day = toEpochDay;
const text = ({ c, e }: Decimal): string => `${c}e${e}`;

test.each<[string, () => Decimal, string]>([
  ['a sum keeps the finer place', () => plus(decimal('1.5'), decimal('0.25')), '175e-2'],
  ['a sum the other way round', () => plus(decimal('0.25'), decimal('1.5')), '175e-2'],
  ['a sum of one place', () => plus(decimal('0.25'), decimal('1.50')), '175e-2'],
  ['a product', () => times(decimal('1.5'), decimal('0.25')), '375e-3'],
  ['a product cut to 19 digits, half to even', () => times(decimal('1000000000.5'), decimal('1000000001.5')), '1000000002000000001e0'],
  ['a product just below the limit', () => times(whole(9_999_999_999_999_999_999n), ONE), '9999999999999999999e0'],
  ['one at the limit', () => times(whole(10n ** 19n), ONE), '1000000000000000000e1'],
  ['a negative one at the limit', () => times(whole(-(10n ** 19n)), ONE), '-1000000000000000000e1'],
  ['a tie goes to the even digit', () => times(whole(10_000_000_000_000_000_005n), ONE), '1000000000000000000e1'],
  ['a tie to the even digit above', () => times(whole(10_000_000_000_000_000_015n), ONE), '1000000000000000002e1'],
  ['an exact quotient without trailing zeros', () => over(whole(1), whole(4)), '25e-2'],
  ['a whole quotient', () => over(whole(100), whole(5)), '20e0'],
  ['a quotient that is no finer than a unit keeps its zeros', () => over(whole(1_000), whole(1)), '1000e0'],
  ['an endless quotient', () => over(whole(1), whole(3)), '3333333333333333333e-19'],
  ['an endless quotient rounded up', () => over(whole(2), whole(3)), '6666666666666666667e-19'],
  ['a negative quotient', () => over(whole(-1), whole(4)), '-25e-2'],
  ['nothing over something', () => over(ZERO, whole(7)), '0e0'],
  ['a decimal over a decimal', () => over(decimal('0.3'), decimal('0.12')), '25e-1'],
  ['an amount in minor units', () => fromMinor(12_345n), '12345e-2'],
  ['a text without a fraction', () => decimal('12'), '12e0'],
])('arithmetic with 19 digits (section 3.1): %s', (_name, value, expected) => {
  expect(text(value())).toBe(expected);
});

test.each<[string, bigint]>([
  ['12', 1_200n],
  ['12.34', 1_234n],
  ['12.3', 1_230n],
  ['0.005', 0n],
  ['0.015', 2n],
  ['0.0151', 2n],
  ['0.0149', 1n],
])('%s in minor units, half to even', (value, minor) => {
  expect(toMinor(decimal(value))).toBe(minor);
});

test.each<[Unit, number, string]>([
  ['days', 3, '2024-02-03'],
  ['weeks', 2, '2024-02-14'],
  ['months', 1, '2024-02-29'],
  ['months', -1, '2023-12-31'],
  ['years', 1, '2025-01-31'],
])('%s: %i from 31 January 2024', (unit, steps, expected) => {
  expect(fromEpochDay(stepFrom(day('2024-01-31'), unit, steps))).toBe(expected);
});

const period = (from: string, due: string, units: Decimal | null = null): Period => ({ from: day(from), due: day(due), units });
const percent = decimal('0.36');
test.each<[string, Partial<Product>, Period, from: string, to: string, Decimal]>([
  ['a month of 30 days over 360', {}, period('2024-01-01', '2024-02-01'), '2024-01-01', '2024-02-01', decimal('0.03')],
  ['a part of it by days', {}, period('2024-01-01', '2024-02-01'), '2024-01-01', '2024-01-11', over(times(decimal('0.03'), whole(10)), whole(31))],
  ['no days', {}, period('2024-01-01', '2024-02-01'), '2024-01-11', '2024-01-11', ZERO],
  ['days backwards', {}, period('2024-01-01', '2024-02-01'), '2024-01-12', '2024-01-11', ZERO],
  ['actual days over 360', { daysInMonth: 'actual' }, period('2024-01-01', '2024-02-01'), '2024-01-01', '2024-02-01', decimal('0.031')],
  ['a week over 360', { unit: 'weeks' }, period('2024-01-01', '2024-01-08'), '2024-01-01', '2024-01-08', decimal('0.007')],
  ['ten days over 360', { unit: 'days', every: 10 }, period('2024-01-01', '2024-01-11'), '2024-01-01', '2024-01-11', decimal('0.01')],
  ['a year', { unit: 'years' }, period('2024-01-01', '2025-01-01'), '2024-01-01', '2025-01-01', percent],
  [
    'a month as a twelfth',
    { interestPer: 'period', daysInYear: 'actual' },
    period('2024-01-01', '2024-02-01'),
    '2024-01-01',
    '2024-02-01',
    decimal('0.03'),
  ],
  [
    'two weeks as fifty-seconds',
    { interestPer: 'period', unit: 'weeks', every: 2, rate: percent },
    period('2024-01-01', '2024-01-15'),
    '2024-01-01',
    '2024-01-15',
    times(percent, over(whole(2), whole(52))),
  ],
  ['a year as itself', { interestPer: 'period', unit: 'years' }, period('2024-01-01', '2025-01-01'), '2024-01-01', '2025-01-01', percent],
  [
    'days by period over the nominal year',
    { interestPer: 'period', unit: 'days', every: 10 },
    period('2024-01-01', '2024-01-11'),
    '2024-01-01',
    '2024-01-11',
    decimal('0.01'),
  ],
  [
    'a month over a leap year',
    { daysInYear: 'actual' },
    period('2024-01-01', '2024-02-01'),
    '2024-01-01',
    '2024-02-01',
    times(percent, over(whole(30), whole(366))),
  ],
  [
    'a month over a leap year where only leap periods count',
    { daysInYear: 'actual', leapPeriodOnly: true },
    period('2024-01-01', '2024-02-01'),
    '2024-01-01',
    '2024-02-01',
    times(percent, over(whole(30), whole(365))),
  ],
  ['a moved period counts its units', {}, period('2024-01-01', '2024-02-16', decimal('1.5')), '2024-01-01', '2024-02-16', decimal('0.045')],
])('what one unit earns: %s', (_name, change, p, from, to, expected) => {
  const got = factor(product(change), p, day(from), day(to), percent);
  expect(toMinor(times(got, whole(10n ** 12n)))).toBe(toMinor(times(expected, whole(10n ** 12n))));
});

test('the instalment formula takes one unit, even of a moved period; nothing is earned at no rate', () => {
  const moved = period('2024-01-01', '2024-02-16', decimal('1.5'));
  expect(toMinor(times(unitFactor(product(), moved, moved.from, moved.due, percent), whole(100)))).toBe(300n);
  expect(factor(product(), moved, moved.from, moved.due, ZERO)).toEqual(ZERO);
});

const actual = (change: Partial<Product>, from: string, to: string, span = period(from, to)): bigint =>
  toMinor(times(factor(product({ daysInMonth: 'actual', daysInYear: 'actual', ...change }), span, day(from), day(to), ONE), whole(10n ** 9n)));
const share = (...parts: readonly (readonly [days: number, year: number])[]): bigint =>
  toMinor(
    times(
      parts.reduce((sum, [days, year]) => plus(sum, over(whole(days), whole(year))), ZERO),
      whole(10n ** 9n),
    ),
  );
test.each<[string, () => bigint, () => bigint]>([
  ['within a leap year', () => actual({}, '2024-01-01', '2024-02-01'), () => share([31, 366])],
  ['over 31 December, which belongs to the next year', () => actual({}, '2023-12-01', '2024-02-01'), () => share([30, 365], [32, 366])],
  ['over 1 January, by choice', () => actual({ newYearSplit: true }, '2023-12-01', '2024-02-01'), () => share([31, 365], [31, 366])],
  ['over three years', () => actual({ newYearSplit: true }, '2023-12-01', '2025-02-01'), () => share([31, 365], [366, 366], [31, 365])],
  ['365 whatever the year', () => actual({ daysInYear: 365 }, '2024-01-01', '2024-02-01'), () => share([31, 365])],
  ['a period that holds 29 February', () => actual({ leapPeriodOnly: true }, '2024-02-01', '2024-03-01'), () => share([29, 366])],
  ['one due on 29 February', () => actual({ leapPeriodOnly: true }, '2024-01-29', '2024-02-29'), () => share([31, 366])],
  ['one that starts on it', () => actual({ leapPeriodOnly: true }, '2024-02-29', '2024-03-29'), () => share([29, 365])],
  ['one that ends the day before', () => actual({ leapPeriodOnly: true }, '2024-01-28', '2024-02-28'), () => share([31, 365])],
  ['one over the turn of the year', () => actual({ leapPeriodOnly: true }, '2023-12-01', '2024-03-01'), () => share([91, 366])],
  [
    'a part of a period that holds it',
    () => actual({ leapPeriodOnly: true }, '2024-02-01', '2024-02-11', period('2024-02-01', '2024-03-01')),
    () => share([10, 366]),
  ],
])('actual days as a part of the year (section 3.4): %s', (_name, got, expected) => {
  expect(got()).toBe(expected());
});

const due = (change: Partial<Product>, moves: readonly Move[] = [], extra = 0) =>
  periodsOf(product({ count: 3, ...change }), day('2024-01-31'), extra, moves).map(
    (p) => `${fromEpochDay(p.due)}${p.units === null ? '' : ' moved'}`,
  );
test('due dates: counted from the first, extended, moved with those after them, given one by one', () => {
  expect(due({})).toEqual(['2024-02-29', '2024-03-31', '2024-04-30']);
  expect(due({ every: 2 })).toEqual(['2024-03-31', '2024-05-31', '2024-07-31']);
  expect(due({}, [], 1)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']);
  expect(due({ every: 2 }, [{ from: day('2024-05-31'), to: day('2024-06-10') }])).toEqual(['2024-03-31', '2024-06-10 moved', '2024-08-10']);
  expect(due({}, [{ from: day('2024-03-01'), to: day('2024-06-10') }])).toEqual(['2024-02-29', '2024-03-31', '2024-04-30']);
  expect(due({ scheduleFrom: day('2024-01-15') })).toEqual(['2024-02-15', '2024-03-15', '2024-04-15']);
  const boundaries = ['2024-01-31', '2024-02-29', '2024-04-10', '2024-05-10'].map(day);
  expect(due({ boundaries })).toEqual(['2024-02-29', '2024-04-10 moved', '2024-05-10']);
  const twoMonths = ['2024-01-31', '2024-03-31', '2024-06-10', '2024-08-10'].map(day);
  expect(due({ boundaries: twoMonths, every: 2 })).toEqual(['2024-03-31', '2024-06-10 moved', '2024-08-10']);
});

test('a moved period is so many whole units and a part of the next', () => {
  const units = (to: string, every = 1): bigint => {
    const [, second] = periodsOf(product({ count: 3, every }), day('2024-01-01'), 0, [
      { from: stepFrom(day('2024-01-01'), 'months', 2 * every), to: day(to) },
    ]);
    return toMinor(times(second!.units!, whole(100)));
  };
  // From 1 February 2024: one month, a month and 10 of 31 days, ten of 29 days, two months.
  expect([units('2024-03-02'), units('2024-03-11'), units('2024-02-11'), units('2024-04-01')]).toEqual([10_323n, 13_226n, 3_448n, 20_000n]);
  // Two-monthly from 1 March 2024: 30 of 61 days; one unit and 30 of 61.
  expect([units('2024-03-31', 2), units('2024-05-31', 2)]).toEqual([4_918n, 14_918n]);
});

test('postings count by value day, then posting day, then number; a charge from its posting or its earlier due day', () => {
  const posting = (seq: number, on: string, postedOn: string, charged?: string): Posting => {
    const base = { seq, day: day(on), postedOn: day(postedOn) };
    if (charged === undefined) return { ...base, kind: 'reamortize' };
    return { ...base, kind: 'charge', penalty: false, timing: 'due_date', due: day(charged), base: 'flat', amount: ONE };
  };
  const all = [
    posting(1, '2024-02-10', '2024-02-12'),
    posting(2, '2024-02-10', '2024-02-11'),
    posting(4, '2024-02-09', '2024-02-20'),
    posting(3, '2024-02-10', '2024-02-11'),
    posting(5, '2024-02-01', '2024-02-11', '2024-03-01'),
    posting(6, '2024-02-20', '2024-02-20', '2024-02-05'),
  ];
  expect([...all].sort(inOrder).map((p) => p.seq)).toEqual([6, 4, 2, 3, 1, 5]);
  expect(
    [...all]
      .reverse()
      .sort(inOrder)
      .map((p) => p.seq),
  ).toEqual([6, 4, 2, 3, 1, 5]);
});
