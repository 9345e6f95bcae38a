import { sum } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, type NewPlan, planFor, replay, statement } from '../index.ts';

const base = terms();
const lent = paidOut(base);
const onTime = (rows: number): LoanEvent[] =>
  planFor(base)
    .rows.slice(0, rows)
    .map((row, k) => ({ on: row.due, seq: k + 1, kind: 'repay', amountMinor: row.totalMinor }));
/** Two instalments paid, then new terms on 1 April. */
const changed = (plan: NewPlan) =>
  replay(base, [lent, ...onTime(2), { on: '2026-04-01', seq: 9, kind: 'replan', plan, arrears: 'stay' }], '2026-04-01').rows.slice(2);
const BALANCE = 10_049_542n;

test.each<[string, NewPlan, { rows: number; first: string; last: string }]>([
  ['a due date', { firstDue: '2026-04-25' }, { rows: 10, first: '2026-04-25', last: '2027-01-25' }],
  ['extra instalments', { count: 16 }, { rows: 16, first: '2026-04-15', last: '2027-07-15' }],
  ['fewer instalments', { count: 4 }, { rows: 4, first: '2026-04-15', last: '2026-07-15' }],
  ['the frequency', { frequency: { unit: 'week', every: 2 }, firstDue: '2026-04-15' }, { rows: 10, first: '2026-04-15', last: '2026-08-19' }],
  ['a date put in and one taken out', { dueDates: ['2026-04-15', '2026-04-30', '2026-06-15'] }, { rows: 3, first: '2026-04-15', last: '2026-06-15' }],
  ['a rate', { ratePpm: 30_000n }, { rows: 10, first: '2026-04-15', last: '2027-01-15' }],
  ['grace on principal', { gracePrincipal: 2 }, { rows: 10, first: '2026-04-15', last: '2027-01-15' }],
  ['the method', { method: 'interest_only' }, { rows: 10, first: '2026-04-15', last: '2027-01-15' }],
])('P118 reschedule: %s', (_name, plan, { rows, first, last }) => {
  const open = changed(plan);
  expect([open.length, open[0]?.due, open.at(-1)?.due]).toEqual([rows, first, last]);
  expect(sum(open.map((row) => row.principalMinor))).toBe(BALANCE);
  expect(open.at(-1)?.balanceAfterMinor).toBe(0n);
  // What was earned before the change stays in the first row: 100,495.42 × 6 % × 17/360 of interest, whatever comes after.
  expect(open[0]?.interestMinor).toBeGreaterThanOrEqual(28_474n);
});

test('P118 a lower rate costs less from its day, grace repays later, interest only repays last', () => {
  expect(changed({ ratePpm: 30_000n })[1]?.interestMinor).toBeLessThan((changed({})[1]?.interestMinor ?? 0n) / 2n + 100n);
  expect(
    changed({ gracePrincipal: 2 })
      .slice(0, 3)
      .map((row) => row.principalMinor > 0n),
  ).toEqual([false, false, true]);
  expect(changed({ method: 'interest_only' }).at(-1)?.principalMinor).toBe(BALANCE);
});

test('P118 an extension is asked for before maturity and kept within its limit', () => {
  const extend = (on: string, periods: number): LoanEvent[] => [lent, { on, seq: 1, kind: 'extend', periods, borrower: 'company' }];
  expect(replay(base, extend('2026-04-20', 12), '2026-04-20').rows).toHaveLength(24);
  expect(() => replay(base, extend('2026-04-20', 13), '2026-04-20')).toThrow(expect.objectContaining({ code: 'loan.extension_too_long' }));
  expect(() => replay(base, extend('2027-01-16', 1), '2027-01-16')).toThrow(expect.objectContaining({ code: 'loan.extension_too_late' }));
});

test('P119 re-age: what is overdue is spread over new instalments and the days past due end', () => {
  const aged = replay(
    base,
    [lent, { on: '2026-05-01', seq: 1, kind: 'replan', plan: { count: 18, firstDue: '2026-06-01' }, arrears: 'capitalise' }],
    '2026-05-01',
  );
  expect(replay(base, [lent], '2026-05-01').daysPastDue).toBe(75);
  expect(aged).toMatchObject({ daysPastDue: 0, overdueMinor: 0n, status: 'active' });
  const fresh = aged.rows.filter((row) => row.status === 'upcoming');
  expect([fresh.length, fresh[0]?.due]).toEqual([18, '2026-06-01']);
  expect(sum(fresh.map((row) => row.principalMinor))).toBe(12_000_000n + aged.capitalisedMinor);
});

test('P119 re-amortise: unpaid principal joins the instalments to come, their dates stay', () => {
  const before = replay(base, [lent], '2026-05-01');
  const after = replay(base, [lent, { on: '2026-05-01', seq: 1, kind: 'replan', plan: {}, arrears: 'principal' }], '2026-05-01');
  expect(after.rows.map((row) => row.due)).toEqual(before.rows.map((row) => row.due));
  expect(after.overdue.principal).toBe(0n);
  // Interest and penalty of the rows fallen due stay due.
  expect([after.overdue.interest, after.overdue.penalty]).toEqual([before.overdue.interest, before.overdue.penalty]);
  expect(sum(after.rows.slice(3).map((row) => row.principalMinor))).toBe(12_000_000n);
});

test('P119 termination makes everything due on its day; a pause frees its days of interest', () => {
  const ended = replay(base, [lent, ...onTime(2), { on: '2026-04-01', seq: 9, kind: 'accelerate' }], '2026-04-01');
  expect(ended.rows.at(-1)).toMatchObject({ no: 3, due: '2026-04-01', principalMinor: BALANCE, interestMinor: 28_474n });
  const daily = terms({ interestBasis: 'actual' });
  const paused = replay(daily, [paidOut(daily), { on: '2026-01-20', seq: 1, kind: 'pause', to: '2026-01-29' }], '2026-02-15');
  // 120,000 × 6 % × (31 − 10)/360
  expect(paused.rows[0]?.interestMinor).toBe(42_000n);
});

test('P119 a payment holiday: nothing due for three months, then the same number of instalments', () => {
  const holiday = changed({ firstDue: '2026-07-15' });
  expect([holiday.length, holiday[0]?.due]).toEqual([10, '2026-07-15']);
});

test('P124 a revolving line: drawn, repaid, drawn again up to its limit, interest by days on what is in use, with a statement', () => {
  const line = terms({ method: 'interest_only', revolving: true, interestBasis: 'actual', principalMinor: 10_000_000n });
  const draw = (on: string, seq: number, amountMinor: bigint): LoanEvent => ({ on, seq, kind: 'disburse', amountMinor });
  const back = (on: string, seq: number, amountMinor: bigint): LoanEvent => ({ on, seq, kind: 'prepay', amountMinor, mode: 'keep_term' });
  const events = [draw('2026-01-15', 0, 6_000_000n), back('2026-01-25', 1, 6_000_000n), draw('2026-02-04', 2, 10_000_000n)];
  // 60,000 × 10 days, nothing for ten days, 100,000 × 11 days, at 6 % on 360
  expect(replay(line, events, '2026-02-15').rows[0]?.interestMinor).toBe(10_000n + 18_333n);
  expect(() => replay(line, [...events, draw('2026-02-05', 3, 1n)], '2026-02-05')).toThrow(expect.objectContaining({ code: 'loan.over_disbursed' }));
  expect(statement(line, events, '2026-01-15', '2026-02-15').map((l) => [l.on, l.kind, l.principalAfterMinor])).toEqual([
    ['2026-01-15', 'disburse', 6_000_000n],
    ['2026-01-25', 'prepay', 0n],
    ['2026-02-04', 'disburse', 10_000_000n],
  ]);
});
