import { fromEpochDay, toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { dayParts, dueDays, partTo, periodsOf, YEAR } from './periods.ts';
import { agreedTimeline, changesWithin, rateOn, setCut, setRate, setRateWithin, yieldBetween } from './rates.ts';
import type { DayBase, LoanTerms } from './terms.ts';

const day = toEpochDay;
/** Parts of a year as a fraction of it, exactly. */
const part = (numerator: number, denominator: number): number => (YEAR / denominator) * numerator;

test.each<[DayBase, from: string, to: string, parts: number]>([
  [360, '2026-01-01', '2026-02-01', part(31, 360)],
  [364, '2026-01-01', '2026-02-01', part(31, 364)],
  [365, '2028-01-01', '2028-02-01', part(31, 365)],
  ['actual', '2027-12-01', '2028-02-01', part(30, 365) + part(32, 366)],
  ['actual', '2027-12-31', '2028-01-01', part(1, 366)],
  ['actual', '2027-12-30', '2027-12-31', part(1, 365)],
  ['actual', '2026-01-31', '2026-03-31', part(59, 365)],
  ['actual', '2028-11-30', '2029-01-31', part(31, 366) + part(31, 365)],
  ['actual_from_1_jan', '2027-12-01', '2028-02-01', part(31, 365) + part(31, 366)],
  ['actual_from_1_jan', '2027-12-31', '2028-01-01', part(1, 365)],
  ['actual_from_1_jan', '2027-06-01', '2029-06-01', part(214, 365) + part(366, 366) + part(151, 365)],
  ['leap_period', '2028-01-01', '2028-02-29', part(59, 366)],
  ['leap_period', '2028-01-01', '2028-02-28', part(58, 365)],
  ['leap_period', '2028-02-29', '2028-03-31', part(31, 365)],
  ['leap_period', '2027-06-01', '2028-06-01', part(366, 366)],
  ['leap_period', '2026-02-01', '2027-03-02', part(394, 365)],
  [360, '2026-01-01', '2026-01-01', 0],
])('day base %s from %s to %s (REP-04, REP-06)', (base, from, to, parts) => {
  expect(dayParts(base, day(from), day(to))).toBe(parts);
});

const row = (change: Partial<LoanTerms>, on: string, index = 0): number => {
  const t = terms(change);
  return partTo(t, periodsOf(t), index, day(on));
};
test.each<[string, Partial<LoanTerms>, on: string, index: number, parts: number]>([
  ['whole months are twelfths', { interestBasis: 'period' }, '2026-02-15', 0, part(1, 12)],
  ['odd days of a month count over the base', { interestBasis: 'period' }, '2026-01-25', 0, part(10, 360)],
  [
    'a month and odd days of a longer period',
    { interestBasis: 'period', frequency: { unit: 'month', every: 3 } },
    '2026-02-25',
    0,
    part(1, 12) + part(10, 360),
  ],
  ['the day before a whole month', { interestBasis: 'period', frequency: { unit: 'month', every: 3 } }, '2026-02-14', 0, part(30, 360)],
  ['weeks of that basis count by days', { interestBasis: 'period', frequency: { unit: 'week', every: 1 } }, '2026-01-18', 0, part(3, 360)],
  ['actual days', { interestBasis: 'actual' }, '2026-01-25', 0, part(10, 360)],
  ['after the due day the whole part stays', { interestBasis: 'actual' }, '2026-03-01', 0, part(31, 360)],
  ['30 days a month, shared by days', { interestBasis: 'days30' }, '2026-01-25', 0, Math.floor((part(30, 360) * 10) / 31)],
  ['30 days a month, whole', { interestBasis: 'days30' }, '2026-02-15', 0, part(30, 360)],
  ['30 days of 365', { interestBasis: 'days30', dayBase: 365 }, '2026-02-15', 0, part(30, 365)],
  ['30 days of a year without a number', { interestBasis: 'days30', dayBase: 'actual' }, '2026-02-15', 0, part(30, 365)],
  ['two weeks of seven days', { interestBasis: 'days30', frequency: { unit: 'week', every: 2 } }, '2026-01-29', 0, part(14, 360)],
  ['five days', { interestBasis: 'days30', frequency: { unit: 'day', every: 5 } }, '2026-01-20', 0, part(5, 360)],
  ['a twelfth', { interestBasis: 'fraction' }, '2026-02-15', 0, part(1, 12)],
  [
    'two twelfths, shared by days',
    { interestBasis: 'fraction', frequency: { unit: 'month', every: 2 } },
    '2026-01-25',
    0,
    Math.floor((part(2, 12) * 10) / 59),
  ],
  ['three fifty-seconds', { interestBasis: 'fraction', frequency: { unit: 'week', every: 3 } }, '2026-02-05', 0, part(3, 52)],
  ['days of a fraction count over the base', { interestBasis: 'fraction', frequency: { unit: 'day', every: 5 } }, '2026-01-20', 0, part(5, 360)],
  [
    'a short first period shares a full one',
    { interestBasis: 'fraction', firstDue: '2026-02-05' },
    '2026-02-05',
    0,
    Math.floor((part(1, 12) * 21) / 31),
  ],
  [
    'a long first period shares a full one',
    { interestBasis: 'days30', firstDue: '2026-03-05' },
    '2026-03-05',
    0,
    Math.floor((part(30, 360) * 49) / 28),
  ],
  ['the second period is a full one', { interestBasis: 'days30', firstDue: '2026-02-05' }, '2026-03-05', 1, part(30, 360)],
  [
    'a first week that is short',
    { interestBasis: 'fraction', frequency: { unit: 'week', every: 1 }, firstDue: '2026-01-18' },
    '2026-01-18',
    0,
    Math.floor((part(1, 52) * 3) / 7),
  ],
  ['a leap day counts for its whole period', { interestBasis: 'actual', dayBase: 'leap_period', start: '2028-02-15' }, '2028-02-20', 0, part(5, 366)],
  ['and not for the one before', { interestBasis: 'actual', dayBase: 'leap_period', start: '2028-01-15' }, '2028-01-20', 0, part(5, 365)],
  ['months step to the contract day', { interestBasis: 'period', start: '2026-01-31' }, '2026-03-30', 1, part(30, 360)],
  ['and are whole on it', { interestBasis: 'period', start: '2026-01-31' }, '2026-03-31', 1, part(1, 12)],
])('part of a year up to a day of a row: %s', (_name, change, on, index, parts) => {
  expect(row(change, on, index)).toBe(parts);
});

test.each<[string, Partial<LoanTerms>, due: readonly string[]]>([
  ['months from a month end', { start: '2026-01-31', count: 3 }, ['2026-02-28', '2026-03-31', '2026-04-30']],
  ['over a year end', { start: '2026-11-15', count: 3 }, ['2026-12-15', '2027-01-15', '2027-02-15']],
  ['a due day of its own', { dueDay: 31, count: 2 }, ['2026-02-28', '2026-03-31']],
  ['due day 28', { dueDay: 28, count: 2 }, ['2026-02-28', '2026-03-28']],
  ['due day 29', { dueDay: 29, count: 2 }, ['2026-02-28', '2026-03-29']],
  ['a first due date', { firstDue: '2026-01-20', count: 2 }, ['2026-01-20', '2026-02-20']],
  ['quarters', { frequency: { unit: 'month', every: 3 }, count: 2 }, ['2026-04-15', '2026-07-15']],
  ['two weeks', { frequency: { unit: 'week', every: 2 }, count: 2 }, ['2026-01-29', '2026-02-12']],
  ['ten days from a first due date', { frequency: { unit: 'day', every: 10 }, firstDue: '2026-01-20', count: 2 }, ['2026-01-20', '2026-01-30']],
  ['every date given', { dueDates: ['2026-02-03', '2026-02-20'], interestBasis: 'actual', count: 2 }, ['2026-02-03', '2026-02-20']],
])('due days: %s', (_name, change, due) => {
  expect(dueDays(terms(change)).map(fromEpochDay)).toEqual(due);
});

test('a bullet loan is one period of all its months, a down payment a first row without days', () => {
  const bullet = periodsOf(terms({ method: 'bullet', count: 6, interestBasis: 'days30' }));
  expect(bullet).toEqual({ from: [day('2026-01-15')], due: [day('2026-07-15')], part: [part(180, 360)], anchor: [15] });
  const down = periodsOf(terms({ downPaymentPpm: 100_000n, count: 2, dueDay: 20 }));
  expect(down.due.map(fromEpochDay)).toEqual(['2026-01-15', '2026-02-20', '2026-03-20']);
  expect(down).toMatchObject({ part: [0, part(1, 12) + part(5, 360), part(1, 12)], anchor: [15, 15, 20] });
  expect(periodsOf(terms({ downPaymentPpm: 0n, count: 2 })).due).toHaveLength(2);
  const given = terms({ dueDates: ['2026-02-03', '2026-02-20'], interestBasis: 'actual', count: 2 });
  expect(periodsOf(given).part).toEqual([part(19, 360), part(17, 360)]);
});

/** A timeline as pairs of day and rate, the first entry without its day. */
const told = (timeline: ReturnType<typeof agreedTimeline>) => timeline.map((t, k) => [k === 0 ? '' : fromEpochDay(t.day), t.ppm]);
const stepped = (): ReturnType<typeof agreedTimeline> =>
  agreedTimeline(
    terms({
      ratePpm: 10n,
      rates: [
        { from: '2026-02-01', ratePpm: 20n },
        { from: '2026-03-01', ratePpm: 30n },
      ],
    }),
  );

test('the rate on a day is that of the last change on or before it', () => {
  const timeline = stepped();
  expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2030-01-01'].map((on) => rateOn(timeline, day(on)))).toEqual([
    10n,
    20n,
    20n,
    30n,
    30n,
  ]);
  expect(changesWithin(timeline, day('2026-02-01'), day('2026-03-01'))).toEqual([]);
  expect(changesWithin(timeline, day('2026-01-31'), day('2026-03-02')).map(fromEpochDay)).toEqual(['2026-02-01', '2026-03-01']);
});

test.each<[string, (timeline: ReturnType<typeof agreedTimeline>) => void, readonly (readonly [string, bigint])[]]>([
  [
    'a new rate takes the place of what was agreed for later',
    (t) => setRate(t, day('2026-02-15'), 5n),
    [
      ['', 10n],
      ['2026-02-01', 20n],
      ['2026-02-15', 5n],
    ],
  ],
  [
    'a new rate on a day of change',
    (t) => setRate(t, day('2026-02-01'), 5n),
    [
      ['', 10n],
      ['2026-02-01', 5n],
    ],
  ],
  [
    'a rate less a cut, never below zero',
    (t) => setRate(t, day('2026-04-01'), 5n, 7n),
    [
      ['', 10n],
      ['2026-02-01', 20n],
      ['2026-03-01', 30n],
      ['2026-04-01', 0n],
    ],
  ],
  [
    'a cut holds on every rate agreed for later',
    (t) => setCut(t, day('2026-02-15'), 4n),
    [
      ['', 10n],
      ['2026-02-01', 20n],
      ['2026-02-15', 16n],
      ['2026-03-01', 26n],
    ],
  ],
  [
    'a cut on a day of change',
    (t) => setCut(t, day('2026-02-01'), 4n),
    [
      ['', 10n],
      ['2026-02-01', 16n],
      ['2026-03-01', 26n],
    ],
  ],
  [
    'a second cut counts from what was agreed, not from the first',
    (t) => {
      setCut(t, day('2026-02-10'), 4n);
      setCut(t, day('2026-02-20'), 6n);
    },
    [
      ['', 10n],
      ['2026-02-01', 20n],
      ['2026-02-10', 16n],
      ['2026-02-20', 14n],
      ['2026-03-01', 24n],
    ],
  ],
  [
    'a pause within one rate',
    (t) => setRateWithin(t, day('2026-02-05'), day('2026-02-10'), 0n),
    [
      ['', 10n],
      ['2026-02-01', 20n],
      ['2026-02-05', 0n],
      ['2026-02-10', 20n],
      ['2026-03-01', 30n],
    ],
  ],
  [
    'a pause over a change',
    (t) => setRateWithin(t, day('2026-01-20'), day('2026-02-10'), 0n),
    [
      ['', 10n],
      ['2026-01-20', 0n],
      ['2026-02-10', 20n],
      ['2026-03-01', 30n],
    ],
  ],
  [
    'a pause up to a change',
    (t) => setRateWithin(t, day('2026-02-05'), day('2026-03-01'), 0n),
    [
      ['', 10n],
      ['2026-02-01', 20n],
      ['2026-02-05', 0n],
      ['2026-03-01', 30n],
    ],
  ],
])('rates over time: %s', (_name, change, expected) => {
  const timeline = stepped();
  change(timeline);
  expect(told(timeline)).toEqual(expected);
});

test('what a row earns on one unit is each rate for its own days', () => {
  const t = terms({ interestBasis: 'actual', ratePpm: 10n, rates: [{ from: '2026-02-01', ratePpm: 20n }] });
  const earned = (from: string, to: string) => yieldBetween(t, periodsOf(t), agreedTimeline(t), 0, day(from), day(to));
  expect(earned('2026-01-15', '2026-02-15')).toBe(BigInt(part(17 * 10 + 14 * 20, 360)));
  expect(earned('2026-01-20', '2026-01-25')).toBe(BigInt(part(5 * 10, 360)));
  expect(earned('2026-02-01', '2026-02-11')).toBe(BigInt(part(10 * 20, 360)));
});
