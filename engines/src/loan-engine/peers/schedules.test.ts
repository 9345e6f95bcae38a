import { CHINA_CALENDAR, sum, WorkingCalendar } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { cropPlan, dueDatesBy, type LoanEvent, type LoanTerms, planCost, planFor, replay, shiftDueDates } from '../index.ts';
import { accountOf, product, rowsOf } from './account.ts';

const base = terms();
const column = <K extends 'principalMinor' | 'interestMinor' | 'totalMinor' | 'due' | 'days'>(t: LoanTerms, key: K) =>
  planFor(t).rows.map((row) => row[key]);
const distinct = (amounts: readonly unknown[]): number => new Set(amounts).size;

test('P68 equal instalment and equal principal', () => {
  expect(distinct(column(base, 'totalMinor').slice(0, -1))).toBe(1);
  expect(column(terms({ method: 'equal_principal' }), 'principalMinor')).toEqual(Array.from({ length: 12 }, () => 1_000_000n));
});

test('P69 balloon, interest only, optimised over uneven days, a share of principal, a payment plan by hand', () => {
  const balloon = planFor(terms({ shape: { kind: 'balloon', minor: 4_000_000n } })).rows;
  expect(distinct(balloon.slice(0, -1).map((row) => row.totalMinor))).toBe(1);
  expect(balloon.at(-2)?.balanceAfterMinor).toBeGreaterThan(4_000_000n);
  expect(column(terms({ method: 'interest_only' }), 'principalMinor').slice(0, -1)).toEqual(Array.from({ length: 11 }, () => 0n));
  // Months of 28 to 31 days, interest by days: still one level instalment.
  const optimised = planFor(terms({ interestBasis: 'actual' })).rows;
  expect([distinct(optimised.slice(0, -1).map((row) => row.totalMinor)), distinct(optimised.map((row) => row.days))]).toEqual([1, 3]);
  const shares = column(terms({ shape: { kind: 'fixed_share', ppm: 50_000n } }), 'principalMinor');
  expect([shares[0], shares[10], shares[11]]).toEqual([600_000n, 600_000n, 5_400_000n]);
  const principalMinor = [2_000_000n, 0n, 10_000_000n];
  expect(column(terms({ count: 3, shape: { kind: 'custom', principalMinor } }), 'principalMinor')).toEqual(principalMinor);
  // Maize: interest every three months, principal after two harvests of 40 % and the rest.
  const crop = cropPlan({
    principalMinor: 12_000_000n,
    start: '2026-03-01',
    graceMonths: 5,
    harvests: [
      { on: '2026-09-30', sharePpm: 400_000n },
      { on: '2026-11-15', sharePpm: 600_000n },
    ],
    interestEveryMonths: 3,
  });
  const seasonal = terms({
    start: '2026-03-01',
    interestBasis: 'actual',
    count: crop.dueDates.length,
    dueDates: crop.dueDates,
    shape: { kind: 'custom', principalMinor: crop.principalMinor },
  });
  expect(planFor(seasonal).rows.map((row) => [row.due, row.principalMinor])).toEqual([
    ['2026-06-01', 0n],
    ['2026-09-01', 0n],
    ['2026-09-30', 4_800_000n],
    ['2026-11-15', 7_200_000n],
  ]);
});

test('P69 step-up and step-down instalments', () => {
  const step = (ppm: bigint) => column(terms({ shape: { kind: 'step', ppm, every: 6 } }), 'totalMinor');
  const [up, down] = [step(200_000n), step(-200_000n)];
  expect([distinct(up.slice(0, 6)), distinct(up.slice(6, 11)), distinct(down.slice(0, 6))]).toEqual([1, 1, 1]);
  expect(Number(up[6]) / Number(up[0])).toBeCloseTo(1.2, 6);
  expect(Number(down[6]) / Number(down[0])).toBeCloseTo(0.8, 6);
});

test.each<[string, LoanTerms['frequency'], string]>([
  ['daily', { unit: 'day', every: 1 }, '2026-01-16'],
  ['weekly', { unit: 'week', every: 1 }, '2026-01-22'],
  ['two-weekly', { unit: 'week', every: 2 }, '2026-01-29'],
  ['monthly', { unit: 'month', every: 1 }, '2026-02-15'],
  ['two-monthly', { unit: 'month', every: 2 }, '2026-03-15'],
  ['quarterly', { unit: 'month', every: 3 }, '2026-04-15'],
  ['half-yearly', { unit: 'month', every: 6 }, '2026-07-15'],
  ['yearly', { unit: 'month', every: 12 }, '2027-01-15'],
])('P70 %s', (_name, frequency, first) => {
  const plan = planFor(terms({ frequency, count: 3 }));
  expect(plan.rows[0]?.due).toBe(first);
  expect(sum(plan.rows.map((row) => row.principalMinor))).toBe(12_000_000n);
});

test('P70 whole term, twice a month, month end, n-th weekday, day of the month', () => {
  expect(column(terms({ method: 'bullet' }), 'due')).toEqual(['2027-01-15']);
  expect(dueDatesBy({ kind: 'semi_monthly', days: [1, 16] }, '2026-01-15', 4)).toEqual(['2026-01-16', '2026-02-01', '2026-02-16', '2026-03-01']);
  expect(dueDatesBy({ kind: 'month_end', everyMonths: 1 }, '2026-01-15', 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  const tuesday = dueDatesBy({ kind: 'nth_weekday', nth: 2, weekday: 2, everyMonths: 1 }, '2026-01-15', 3);
  expect(tuesday).toEqual(['2026-02-10', '2026-03-10', '2026-04-14']);
  expect(dueDatesBy({ kind: 'nth_weekday', nth: -1, weekday: 5, everyMonths: 1 }, '2026-01-15', 2)).toEqual(['2026-01-30', '2026-02-27']);
  expect(column(terms({ dueDay: 31, count: 3 }), 'due')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  const plan = planFor(terms({ count: 3, interestBasis: 'actual', dueDates: tuesday }));
  expect(plan.rows.map((row) => row.days)).toEqual([26, 28, 35]);
});

test('P71 a schedule of fixed length ends on its day', () => {
  const dueDates = dueDatesBy({ kind: 'fixed_length', everyMonths: 1, lengthDays: 100 }, '2026-01-15', 12);
  expect(dueDates).toEqual(['2026-02-15', '2026-03-15', '2026-04-15', '2026-04-25']);
  expect(sum(column(terms({ count: 4, interestBasis: 'actual', dueDates }), 'days').map(BigInt))).toBe(100n);
});

test('P72 instalments edited by hand on a running loan; a plan that does not close is refused', () => {
  const edit = (principalMinor: bigint[]): LoanEvent => ({
    on: '2026-03-01',
    seq: 1,
    kind: 'replan',
    arrears: 'principal',
    plan: { dueDates: ['2026-03-20', '2026-06-20', '2026-07-05'], shape: { kind: 'custom', principalMinor } },
  });
  const edited = replay(base, [paidOut(base), edit([1_000_000n, 5_000_000n, 6_000_000n])], '2026-03-01');
  expect(edited.rows.slice(1).map((row) => [row.due, row.principalMinor])).toEqual([
    ['2026-03-20', 1_000_000n],
    ['2026-06-20', 5_000_000n],
    ['2026-07-05', 6_000_000n],
  ]);
  expect(() => replay(base, [paidOut(base), edit([1_000_000n, 5_000_000n, 6_000_001n])], '2026-03-01')).toThrow(
    expect.objectContaining({ code: 'loan.plan_does_not_close' }),
  );
});

test('P73 five shift rules over holidays; interest runs to the moved day; a year without a calendar is refused', () => {
  const calendar = new WorkingCalendar(CHINA_CALENDAR);
  const moved = (day: string) =>
    (['stay', 'next', 'previous', 'next_in_month', 'previous_in_month'] as const).map((shift) => shiftDueDates([day], calendar, shift)[0]);
  expect(moved('2026-10-03')).toEqual(['2026-10-03', '2026-10-08', '2026-09-30', '2026-10-08', '2026-10-08']);
  expect(moved('2026-01-31')).toEqual(['2026-01-31', '2026-02-02', '2026-01-30', '2026-01-30', '2026-01-30']);
  const dueDates = shiftDueDates(['2026-10-03'], calendar, 'next');
  const plan = planFor(terms({ method: 'bullet', start: '2026-09-03', count: 1, interestBasis: 'actual', dueDates }));
  // 120,000 × 6 % × 35/360
  expect(plan.rows[0]).toMatchObject({ days: 35, interestMinor: 70_000n });
  expect(() => shiftDueDates(['2040-10-01'], calendar, 'next')).toThrow(expect.objectContaining({ code: 'calendar.year_unknown' }));
});

test('P74 grace on principal, on paying interest, on interest itself, and a moratorium that recurs', () => {
  expect(column(terms({ gracePrincipal: 3 }), 'principalMinor').slice(0, 3)).toEqual([0n, 0n, 0n]);
  const putOff = planFor(terms({ gracePrincipal: 3, graceInterest: 3 })).rows;
  expect(putOff.slice(0, 4).map((row) => row.interestMinor)).toEqual([0n, 0n, 0n, 240_000n]);
  const free = planFor(terms({ gracePrincipal: 2, ratePpm: 0n, rates: [{ from: '2026-03-15', ratePpm: 60_000n }] })).rows;
  expect(free.slice(0, 3).map((row) => row.interestMinor)).toEqual([0n, 0n, 60_000n]);
  const winters = column(terms({ count: 24, principalFreeRows: [1, 12, 13] }), 'principalMinor');
  expect(winters.map((principal) => principal === 0n).flatMap((zero, k) => (zero ? [k + 1] : []))).toEqual([1, 12, 13]);
});

test('P75 a broken first period: short or long with equal instalments, or its interest alone in a row of its own', () => {
  for (const firstDue of ['2026-01-31', '2026-03-10']) expect(distinct(column(terms({ firstDue }), 'totalMinor').slice(0, -1))).toBe(1);
  const own = planFor(terms({ firstDue: '2026-01-31', count: 13, gracePrincipal: 1 })).rows;
  // 16 odd days: 120,000 × 6 % × 16/360
  expect(own[0]).toMatchObject({ days: 16, principalMinor: 0n, interestMinor: 32_000n });
  expect(distinct(own.slice(1, -1).map((row) => row.totalMinor))).toBe(1);
});

test('P76 interest recalculated: prepaid principal stops earning, overdue principal goes on, by days or by whole periods', () => {
  const late = accountOf(product(), [['2024-02-15', { kind: 'close_day' }]]);
  // 83.57 earns 0.49 and the overdue 16.43 another 14 of 29 days
  expect(rowsOf(late)[1]?.asked.interest).toBe(53n);
  const rest = product({ recalculation: { rest: 'period', payoffTill: 'period', onPastDue: true, prepayment: 'adjust_last' } });
  // To the end of the running period: a whole 0.58 on 100.00
  expect(rowsOf(accountOf(rest, [['2024-02-15', { kind: 'close_day' }]]))[1]?.asked.interest).toBe(58n);
  expect(rowsOf(accountOf(product({ recalculation: null }), [['2024-02-15', { kind: 'close_day' }]]))[1]?.asked.interest).toBe(49n);
  const early = accountOf(product(), [['2024-01-15', { kind: 'money', money: 'repayment', minor: 1_701n }]]);
  // 0.26 to the day, the rest principal; what period 1 still earns moves on: 0.49 + 0.27
  expect(
    rowsOf(early)
      .slice(0, 2)
      .map((row) => [row.paid.interest, row.paid.principal, row.asked.interest]),
  ).toEqual([
    [26n, 1_675n, 26n],
    [0n, 0n, 76n],
  ]);
});

test('P76 unpaid interest compounds, at the contract rate where no uplift is agreed', () => {
  const t = terms({ method: 'interest_only', ratePpm: 120_000n, principalMinor: 2_000_000n, penaltyUpliftPpm: 0n });
  // 200.00 of interest, 15 days late: 200 × 12 % × 15/360
  expect(replay(t, [paidOut(t)], '2026-03-02').rows[0]).toMatchObject({ interestMinor: 20_000n, compoundMinor: 100n });
  expect(replay({ ...t, compoundOnInterest: false }, [paidOut(t)], '2026-03-02').rows[0]?.compoundMinor).toBe(0n);
});

test.each<[string, Partial<LoanTerms>, bigint]>([
  ['actual/365', { dayBase: 365 }, 31_000n],
  ['actual/360', { dayBase: 360 }, 31_431n],
  ['actual/364', { dayBase: 364 }, 31_085n],
  ['30/360', { dayBase: 360, interestBasis: 'days30' }, 30_417n],
  ['30/365', { dayBase: 365, interestBasis: 'days30' }, 30_000n],
  ['a twelfth', { interestBasis: 'period' }, 30_417n],
  ['actual/actual in a leap year', { dayBase: 'actual', start: '2024-03-15' }, 30_915n],
  ['366 only for a period with 29 February: with', { dayBase: 'leap_period', start: '2024-02-15' }, 28_921n],
  ['366 only for a period with 29 February: without', { dayBase: 'leap_period', start: '2024-03-15' }, 31_000n],
])('P77 day count %s', (_name, change, interest) => {
  // 100,000.00 at 3.65 % for one month
  const t = terms({ principalMinor: 10_000_000n, ratePpm: 36_500n, method: 'bullet', count: 1, interestBasis: 'actual', ...change });
  expect(planFor(t).interestMinor).toBe(interest);
});

test('P78 rounding mode, instalments in multiples, where the remainder falls', () => {
  const half = { principalMinor: 100n, ratePpm: 60_000n, method: 'bullet', count: 1 } as const;
  const modes = (['floor', 'half_even', 'half_up', 'ceil'] as const).map((rounding) => planFor(terms({ ...half, rounding })).interestMinor);
  expect(modes).toEqual([0n, 0n, 1n, 1n]);
  const yuan = column(terms({ instalmentMultipleMinor: 100n }), 'totalMinor');
  expect(yuan.slice(0, -1).every((total) => total === 1_032_800n)).toBe(true);
  expect(yuan.at(-1)).toBeLessThan(1_032_800n);
  const odd = { principalMinor: 7_500n, ratePpm: 123_000n, count: 5, interestBasis: 'days30', rounding: 'half_even' } as const;
  const gap = (evenOut: boolean): number => {
    const totals = column(terms({ ...odd, evenOut }), 'totalMinor');
    return Math.abs(Number((totals.at(-1) ?? 0n) - (totals[0] ?? 0n)));
  };
  expect([gap(false), gap(true)]).toEqual([3, 2]);
});

test('P79 the preview is the plan the loan then has', () => {
  const shown = planFor(base).rows;
  const lent = replay(base, [paidOut(base)], base.start).rows;
  expect(lent.map(({ due, principalMinor, interestMinor }) => [due, principalMinor, interestMinor])).toEqual(
    shown.map(({ due, principalMinor, interestMinor }) => [due, principalMinor, interestMinor]),
  );
});

test('P80 the annual cost with every fee: simple labelled apart from compound', () => {
  const plain = planCost(base);
  const withFee = planCost(base, [{ on: base.start, amountMinor: 120_000n }]);
  // 6 % paid monthly is 6.17 % compounded, 6.19 % by the days of these months; a fee of 1 % up front is close to 2 % more over the year.
  expect([plain.simplePpm / 100n, plain.compoundPpm / 100n]).toEqual([601n, 619n]);
  expect(withFee.compoundPpm - plain.compoundPpm).toBeGreaterThan(18_000n);
  expect(withFee.compoundPpm - plain.compoundPpm).toBeLessThan(21_000n);
});
