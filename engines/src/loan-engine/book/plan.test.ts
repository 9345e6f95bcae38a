import { CHINA_CALENDAR, Refusal, sum, WorkingCalendar } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { planFor, workingDueDates } from '../index.ts';
import type { LoanTerms } from '../terms/terms.ts';

test('V1 等额本息: 120,000 at 6 % over 12 months', () => {
  const plan = planFor(terms({}));
  expect(plan.rows[0]).toEqual({
    no: 1,
    from: '2026-01-15',
    due: '2026-02-15',
    days: 31,
    principalMinor: 972_797n,
    interestMinor: 60_000n,
    totalMinor: 1_032_797n,
    balanceAfterMinor: 11_027_203n,
  });
  expect(plan.rows.slice(0, 11).every((row) => row.totalMinor === 1_032_797n)).toBe(true);
  expect(plan.rows[11]).toMatchObject({ principalMinor: 1_027_661n, interestMinor: 5_138n, totalMinor: 1_032_799n, balanceAfterMinor: 0n });
  expect(plan.interestMinor).toBe(393_566n);
});

test('V2 等额本金', () => {
  const plan = planFor(terms({ method: 'equal_principal' }));
  expect([plan.rows[0], plan.rows[1], plan.rows[11]].map((row) => row?.totalMinor)).toEqual([1_060_000n, 1_055_000n, 1_005_000n]);
  expect(plan.interestMinor).toBe(390_000n);
});

test('V3 先息后本', () => {
  const plan = planFor(terms({ method: 'interest_only' }));
  expect(plan.rows.map((row) => [row.interestMinor, row.principalMinor])).toEqual(plan.rows.map((row) => [60_000n, row.no < 12 ? 0n : 12_000_000n]));
  expect(plan.interestMinor).toBe(720_000n);
});

test('V4 到期一次还本付息: 100,000 at 6 % for 180 days on 360', () => {
  const plan = planFor(terms({ method: 'bullet', principalMinor: 10_000_000n, count: 1, frequency: { unit: 'day', every: 180 } }));
  expect(plan.rows).toHaveLength(1);
  expect(plan.rows[0]).toMatchObject({ days: 180, interestMinor: 300_000n, totalMinor: 10_300_000n, balanceAfterMinor: 0n });
});

test('V5 daily: 50,000 at 0.04 % a day for 37 days', () => {
  const daily = terms({ method: 'bullet', principalMinor: 5_000_000n, ratePpm: 400n * 360n, count: 37, frequency: { unit: 'day', every: 1 } });
  expect(planFor(daily).interestMinor).toBe(74_000n);
});

test('S2-19 the four methods, daily, weekly and quarterly periods, and a seasonal plan each give a preview that repays the loan to the cent', () => {
  for (const method of ['equal_instalment', 'equal_principal', 'interest_only', 'bullet'] as const) {
    for (const frequency of [
      { unit: 'day', every: 1 },
      { unit: 'week', every: 1 },
      { unit: 'month', every: 3 },
    ] as const) {
      const plan = planFor(terms({ method, frequency }));
      expect(sum(plan.rows.map((row) => row.principalMinor))).toBe(12_000_000n);
      expect(sum(plan.rows.map((row) => row.totalMinor))).toBe(plan.totalMinor);
      expect(plan.rows.at(-1)?.balanceAfterMinor).toBe(0n);
    }
  }
  const seasonal = planFor(
    terms({ method: 'interest_only', count: 3, interestBasis: 'actual', dueDates: ['2026-06-30', '2026-10-15', '2026-12-31'] }),
  );
  expect(seasonal.rows.map((row) => [row.due, row.days, row.interestMinor, row.principalMinor])).toEqual([
    ['2026-06-30', 166, 332_000n, 0n],
    ['2026-10-15', 107, 214_000n, 0n],
    ['2026-12-31', 77, 154_000n, 12_000_000n],
  ]);
});

test('S4-47 daily and weekly schedules: due dates moved over the National Day holiday, interest days follow, exact totals', () => {
  const calendar = new WorkingCalendar(CHINA_CALENDAR);
  const shown = (nominal: LoanTerms) =>
    planFor({ ...nominal, dueDates: workingDueDates(nominal, calendar) }).rows.map((row) => [
      row.due,
      row.days,
      row.principalMinor,
      row.interestMinor,
    ]);
  const shape = { method: 'equal_principal', interestBasis: 'actual' } as const;
  expect(shown(terms({ ...shape, start: '2026-09-28', count: 5, frequency: { unit: 'day', every: 1 } }))).toEqual([
    ['2026-09-29', 1, 2_400_000n, 2_000n],
    ['2026-09-30', 1, 2_400_000n, 1_600n],
    ['2026-10-08', 8, 2_400_000n, 9_600n],
    ['2026-10-08', 0, 2_400_000n, 0n],
    ['2026-10-08', 0, 2_400_000n, 0n],
  ]);
  expect(shown(terms({ ...shape, start: '2026-09-23', count: 3, frequency: { unit: 'week', every: 1 } }))).toEqual([
    ['2026-09-30', 7, 4_000_000n, 14_000n],
    ['2026-10-08', 8, 4_000_000n, 10_667n],
    ['2026-10-14', 6, 4_000_000n, 4_000n],
  ]);
});

test('first period of odd length: whole months by the month, odd days by the day (REP-06)', () => {
  const rows = planFor(terms({ method: 'interest_only', firstDue: '2026-02-20' })).rows;
  expect([rows[0]?.days, rows[0]?.interestMinor, rows[1]?.due, rows[1]?.interestMinor]).toEqual([36, 70_000n, '2026-03-20', 60_000n]);
  const short = planFor(terms({ method: 'interest_only', start: '2026-01-25', dueDay: 5 })).rows;
  expect([short[0]?.due, short[0]?.days, short[0]?.interestMinor]).toEqual(['2026-02-05', 11, 22_000n]);
  const byDay = planFor(terms({ method: 'interest_only', dayBase: 365 })).rows;
  expect(byDay[1]?.interestMinor).toBe(60_000n);
});

test('month ends do not drift: 31 Jan, 28 Feb, 31 Mar', () => {
  expect(planFor(terms({ start: '2026-01-31', count: 3 })).rows.map((row) => row.due)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
});

test('first instalments free of principal, and instalments in whole yuan', () => {
  const plan = planFor(terms({ gracePrincipal: 3, instalmentMultipleMinor: 100n }));
  expect(plan.rows.slice(0, 3).map((row) => row.principalMinor)).toEqual([0n, 0n, 0n]);
  expect(plan.rows.slice(3, 11).every((row) => row.totalMinor % 100n === 0n)).toBe(true);
  expect(plan.rows.at(-1)?.balanceAfterMinor).toBe(0n);
});

test('a rate of zero is shared principal', () => {
  expect(planFor(terms({ ratePpm: 0n, principalMinor: 1_000n, count: 3 })).rows.map((row) => row.totalMinor)).toEqual([333n, 333n, 334n]);
});

test.each<[string, string, Partial<LoanTerms>]>([
  ['loan.amount_invalid', 'principalMinor', { principalMinor: 0n }],
  ['loan.amount_invalid', 'principalMinor', { principalMinor: -5n }],
  ['loan.amount_invalid', 'instalmentMultipleMinor', { instalmentMultipleMinor: 0n }],
  ['loan.rate_invalid', 'ratePpm', { ratePpm: 10_000_001n }],
  ['loan.rate_invalid', 'ratePpm', { ratePpm: -1n }],
  ['loan.rate_invalid', 'penaltyUpliftPpm', { penaltyUpliftPpm: 1_000_001n }],
  ['loan.rate_invalid', 'prepaymentFeePpm', { prepaymentFeePpm: 100_001n }],
  ['loan.number_invalid', 'count', { count: 0 }],
  ['loan.number_invalid', 'count', { count: 1_201 }],
  ['loan.number_invalid', 'count', { count: 1.5 }],
  ['loan.number_invalid', 'frequency.every', { frequency: { unit: 'month', every: 0 } }],
  ['loan.number_invalid', 'dueDay', { dueDay: 32 }],
  ['loan.choice_invalid', 'method', { method: 'balloon' as 'bullet' }],
  ['loan.choice_invalid', 'dayBase', { dayBase: 366 as 365 }],
  ['loan.date_invalid', 'start', { start: '2026-02-30' }],
  ['loan.first_due_not_after_start', 'firstDue', { firstDue: '2026-01-15' }],
  ['loan.due_day_conflict', 'dueDay', { dueDay: 5, firstDue: '2026-02-20' }],
  ['loan.due_day_conflict', 'dueDay', { dueDay: 5, frequency: { unit: 'week', every: 1 } }],
  ['loan.due_dates_invalid', 'dueDates', { dueDates: ['2026-02-15'] }],
  ['loan.due_dates_invalid', 'dueDates', { count: 2, interestBasis: 'actual', dueDates: ['2026-03-15', '2026-02-15'] }],
  ['loan.term_too_long', 'count', { count: 1_200, frequency: { unit: 'month', every: 12 } }],
  ['loan.grace_too_long', 'gracePrincipal', { gracePrincipal: 12 }],
  ['loan.allocation_invalid', 'allocation', { allocation: ['fee', 'fee', 'interest', 'principal'] }],
])('refuses %s for %s before computing', (code, field, change) => {
  const refused = (() => {
    try {
      planFor(terms(change));
    } catch (error) {
      return error;
    }
    return undefined;
  })();
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ code, field });
});
