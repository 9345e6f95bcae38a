import { CHINA_CALENDAR, WorkingCalendar } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { cropPlan, dueDatesBy, floatingRate, lprOn, planFor, repricingEvents, shiftDueDates } from '../index.ts';

test('twice a month, month ends, n-th weekdays and a fixed length', () => {
  expect(dueDatesBy({ kind: 'semi_monthly', days: [16, 1] }, '2026-01-10', 4)).toEqual(['2026-01-16', '2026-02-01', '2026-02-16', '2026-03-01']);
  expect(dueDatesBy({ kind: 'month_end', everyMonths: 1 }, '2026-01-31', 3)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  expect(dueDatesBy({ kind: 'nth_weekday', nth: 2, weekday: 3, everyMonths: 1 }, '2026-01-20', 2)).toEqual(['2026-02-11', '2026-03-11']);
  expect(dueDatesBy({ kind: 'nth_weekday', nth: -1, weekday: 5, everyMonths: 3 }, '2026-01-01', 2)).toEqual(['2026-01-30', '2026-04-24']);
  expect(dueDatesBy({ kind: 'fixed_length', everyMonths: 1, lengthDays: 75 }, '2026-01-15', 3)).toEqual(['2026-02-15', '2026-03-15', '2026-03-31']);
});

test('five rules for a due date on a holiday; interest runs to the moved day (REP-11)', () => {
  // 31 January 2026 is a Saturday; the Spring Festival of 2026 is 15 to 23 February.
  const dates = ['2026-01-31', '2026-02-16'];
  const by = (shift: Parameters<typeof shiftDueDates>[2]) => shiftDueDates(dates, new WorkingCalendar(CHINA_CALENDAR), shift);
  expect(by('stay')).toEqual(dates);
  expect(by('next')).toEqual(['2026-02-02', '2026-02-24']);
  expect(by('previous')).toEqual(['2026-01-30', '2026-02-14']);
  expect(by('next_in_month')).toEqual(['2026-01-30', '2026-02-24']);
  expect(by('previous_in_month')).toEqual(['2026-01-30', '2026-02-14']);
  const dueDates = by('next');
  const plan = planFor(terms({ count: 2, dueDates, interestBasis: 'actual' }));
  // 120,000 × 6 % × 18/360 from 15 January to 2 February
  expect(plan.rows[0]).toMatchObject({ due: '2026-02-02', days: 18, interestMinor: 36_000n });
});

test('a crop calendar: interest every quarter, principal after harvest', () => {
  const { dueDates, principalMinor } = cropPlan({
    principalMinor: 10_000_000n,
    start: '2026-03-01',
    graceMonths: 6,
    harvests: [
      { on: '2026-09-20', sharePpm: 600_000n },
      { on: '2026-11-10', sharePpm: 400_000n },
    ],
    interestEveryMonths: 3,
  });
  expect(dueDates).toEqual(['2026-06-01', '2026-09-01', '2026-09-20', '2026-11-10']);
  expect(principalMinor).toEqual([0n, 0n, 6_000_000n, 4_000_000n]);
  const seasonal = terms({
    principalMinor: 10_000_000n,
    start: '2026-03-01',
    count: 4,
    dueDates,
    interestBasis: 'actual',
    shape: { kind: 'custom', principalMinor },
  });
  expect(planFor(seasonal).rows.map((r) => r.principalMinor)).toEqual(principalMinor);
  expect(() => planFor({ ...seasonal, shape: { kind: 'custom', principalMinor: [1n, 2n, 3n, 4n] } })).toThrow('loan.plan_does_not_close');
});

const table = [
  { on: '2025-05-20', oneYearPpm: 30_000n, fiveYearPpm: 35_000n },
  { on: '2026-08-20', oneYearPpm: 29_000n, fiveYearPpm: 34_000n },
];

test('LPR + bp: the last publication counts, repricing on 1 January, on the anniversary or every so many months (REP-12, REP-13)', () => {
  expect(lprOn(table, '1Y', '2026-08-19')).toBe(30_000n);
  expect(floatingRate(table, { tenor: '5Y', spreadBp: -20n, repricing: 'fixed' }, '2026-08-20')).toBe(32_000n);
  expect(() => lprOn(table, '1Y', '2025-05-19')).toThrow('loan.lpr_unknown');
  const days = (repricing: Parameters<typeof repricingEvents>[1]['repricing']) =>
    repricingEvents(table, { tenor: '1Y', spreadBp: 115n, repricing }, '2026-03-15', '2027-04-01', 10).map((e) => [
      e.on,
      'ratePpm' in e ? e.ratePpm : 0n,
    ]);
  expect(days('new_year')).toEqual([['2027-01-01', 40_500n]]);
  expect(days('anniversary')).toEqual([['2027-03-15', 40_500n]]);
  expect(days({ everyMonths: 6 })).toEqual([
    ['2026-09-15', 40_500n],
    ['2027-03-15', 40_500n],
  ]);
  expect(days('fixed')).toEqual([]);
});
