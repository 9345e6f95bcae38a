import { fromEpochDay, toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { type Deed, type Deeds, daily, eventsOf, paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, type LoanTerms, payoffQuote, planFor, replay, whyRow } from '../index.ts';
import { extensionLimit } from './changes.ts';

const events = (t: LoanTerms, deeds: Deeds): LoanEvent[] => eventsOf([paidOut(t)], deeds);
const at = (t: LoanTerms, deeds: Deeds, asOf: string) => replay(t, events(t, deeds), asOf);
const repay = (amountMinor: bigint): Deed => ({ kind: 'repay', amountMinor });
const interest = (position: ReturnType<typeof replay>): bigint[] => position.rows.map((row) => row.interestMinor);

test.each<[string, Partial<LoanTerms>, string, accrued: bigint, due: bigint]>([
  ['no grace, on the first due day', {}, '2026-02-01', 0n, 31_000n],
  ['put off once, on the first due day', { graceInterest: 1 }, '2026-02-01', 31_000n, 0n],
  ['put off once, ten days later', { graceInterest: 1 }, '2026-02-11', 41_000n, 0n],
  ['put off once, when the second row has asked for both', { graceInterest: 1 }, '2026-03-11', 10_000n, 59_000n],
  ['put off twice, on the second due day', { graceInterest: 2 }, '2026-03-01', 59_000n, 0n],
  ['put off twice, ten days later', { graceInterest: 2 }, '2026-03-11', 69_000n, 0n],
  ['put off behind a down payment', { graceInterest: 1, principalMinor: 4_800_000n, downPaymentPpm: 250_000n }, '2026-02-11', 41_000n, 0n],
  [
    'put off behind a down payment, asked for',
    { graceInterest: 1, principalMinor: 4_800_000n, downPaymentPpm: 250_000n },
    '2026-03-11',
    10_000n,
    59_000n,
  ],
])('interest that is put off accrues and is owed at payoff: %s', (_name, change, day, accrued, due) => {
  const t = daily({ compoundOnInterest: false, ...change });
  const down: [string, Deed][] = t.downPaymentPpm === undefined ? [] : [['2026-01-01', repay(1_200_000n)]];
  const position = at(t, down, day);
  expect(position.balances).toMatchObject({ interestAccruedMinor: accrued, interestDueMinor: due, totalMinor: 3_600_000n + accrued + due });
  expect(position.accrued.interestMinor).toBe(accrued + due);
  expect(payoffQuote(t, events(t, down), day).payMinor).toBe(3_600_000n + accrued + due);
  const settled = at(t, [...down, [day, { kind: 'settle' }]], day);
  expect(settled).toMatchObject({ status: 'settled', accrued: { interestMinor: accrued + due } });
});

test('interest that is put off is asked for by the first row after it, by the last one, or by the first of a new plan', () => {
  const asked = (change: Partial<LoanTerms>) => planFor(daily(change)).rows.map((row) => row.interestMinor);
  expect(asked({})).toEqual([31_000n, 28_000n, 31_000n]);
  expect(asked({ graceInterest: 1 })).toEqual([0n, 59_000n, 31_000n]);
  expect(asked({ graceInterest: 2 })).toEqual([0n, 0n, 90_000n]);
  const down = { principalMinor: 4_800_000n, downPaymentPpm: 250_000n };
  expect(asked({ graceInterest: 1, ...down })).toEqual([0n, 0n, 59_000n, 31_000n]);
  const t = daily({ graceInterest: 1 });
  const replan: Deed = { kind: 'replan', plan: { count: 2 }, arrears: 'stay' };
  expect(interest(at(t, [['2026-02-11', replan]], '2026-02-11'))).toEqual([0n, 59_000n, 31_000n]);
  expect(interest(at(t, [['2026-03-11', replan]], '2026-03-11'))).toEqual([0n, 59_000n, 31_000n, 30_000n]);
});

const misuse = (amountMinor: bigint, to?: string): Deed => ({ kind: 'misuse', amountMinor, ...(to === undefined ? {} : { to }) });
test.each<[string, readonly (readonly [string, Deed])[], string, rows: readonly bigint[]]>([
  ['half the loan, before its end', [['2026-01-11', misuse(1_800_000n, '2026-01-21')]], '2026-01-16', [2_500n, 0n, 0n]],
  ['half the loan, on its last day', [['2026-01-11', misuse(1_800_000n, '2026-01-21')]], '2026-01-21', [5_000n, 0n, 0n]],
  ['half the loan, after its end', [['2026-01-11', misuse(1_800_000n, '2026-01-21')]], '2026-01-31', [5_000n, 0n, 0n]],
  ['without an end', [['2026-01-11', misuse(1_800_000n)]], '2026-02-01', [10_500n, 0n, 0n]],
  ['over a due day', [['2026-01-11', misuse(1_800_000n, '2026-02-11')]], '2026-02-21', [10_500n, 5_000n, 0n]],
  [
    'two at once, the later one noted first',
    [
      ['2026-01-15', misuse(900_000n, '2026-01-25')],
      ['2026-01-11', misuse(1_800_000n, '2026-01-21')],
    ],
    '2026-01-31',
    [7_500n, 0n, 0n],
  ],
  [
    'never on more than is lent',
    [
      ['2026-01-11', misuse(3_600_000n, '2026-01-21')],
      ['2026-01-11', misuse(3_600_000n, '2026-01-16')],
    ],
    '2026-01-31',
    [10_000n, 0n, 0n],
  ],
  [
    'on what is left after a prepayment',
    [
      ['2026-01-11', misuse(1_800_000n, '2026-01-31')],
      ['2026-01-21', { kind: 'prepay', amountMinor: 2_700_000n, mode: 'keep_term' }],
    ],
    '2026-01-31',
    [5_000n + 2_500n, 0n, 0n],
  ],
])('misused money bears its uplift while the misuse stands (REP-08): %s', (_name, deeds, day, rows) => {
  const t = daily({ misuseUpliftPpm: 1_000_000n, compoundOnInterest: false });
  const position = at(t, deeds, day);
  expect(position.rows.map((row) => row.penaltyMinor)).toEqual(rows);
  expect(position.accrued.penaltyMinor).toBe(rows[0]! + rows[1]!);
  const lines = whyRow(t, events(t, deeds), day, 1).lines.filter((line) => line.bucket === 'penalty');
  expect(lines.reduce((total, line) => total + line.minor, 0n)).toBe(rows[0]);
});

test.each<[string, Partial<LoanTerms>, readonly (readonly [string, Deed])[], compound: bigint]>([
  // 310.00 of interest overdue for the 28 days of February at 10 % and its half again.
  ['nothing happens', {}, [], 362n],
  ['misuse stands for ten days at 100 %', {}, [['2026-02-11', misuse(1n, '2026-02-21')]], 405n],
  ['the uplift of misuse is the lower one', { misuseUpliftPpm: 300_000n }, [['2026-02-11', misuse(1n, '2026-02-21')]], 362n],
  [
    'two misuses overlap',
    {},
    [
      ['2026-02-15', misuse(1n, '2026-02-25')],
      ['2026-02-11', misuse(1n, '2026-02-20')],
    ],
    422n,
  ],
  ['the rate doubles on 11 February', {}, [['2026-02-11', { kind: 'rate', ratePpm: 200_000n }]], 594n],
  ['half of it is paid on 15 February', {}, [['2026-02-15', repay(15_681n)]], 181n + 90n],
  ['the loan is within its grace days', { penaltyGraceDays: 28 }, [], 0n],
  ['the grace days are over', { penaltyGraceDays: 27 }, [], 362n],
  ['the rate of penalties is capped at 12 %', { penaltyCapPpm: 120_000n }, [], 289n],
])('compound interest on overdue interest (REP-08, REP-10): %s', (_name, change, deeds, compound) => {
  const t = daily({ misuseUpliftPpm: 1_000_000n, ...change });
  expect(at(t, deeds, '2026-03-01').rows[0]?.compoundMinor).toBe(compound);
});

test('days on which arrears were tolerated bear no penalty later, whatever else happened on the loan', () => {
  const t = daily({ arrearsToleranceMinor: 40_000n });
  // 310.00 from 1 February are tolerated; with 280.00 more on 1 March they are not: ten days at 15 % on each.
  const nothing = at(t, [], '2026-03-11');
  expect(nothing.rows.map((row) => row.compoundMinor)).toEqual([129n, 117n, 0n]);
  const recorded = at(t, [['2026-02-20', { kind: 'recover', amountMinor: 1n }]], '2026-03-11');
  expect(recorded.rows).toEqual(nothing.rows);
  expect(at(t, [], '2026-02-28')).toMatchObject({ daysPastDue: 0, overdueMinor: 31_000n, balances: { penaltyMinor: 0n } });
  expect(nothing.daysPastDue).toBe(38);
});

test('a chargeback after the last due day is owed again in the last row, and bears a penalty from its own day', () => {
  const t = daily({ method: 'bullet', count: 1 });
  const back: [string, Deed][] = [
    ['2026-02-01', repay(3_631_000n)],
    ['2026-02-11', { kind: 'chargeback', targetSeq: 1, amountMinor: 600_000n }],
  ];
  expect(at(t, back, '2026-02-10')).toMatchObject({ status: 'settled', balances: { totalMinor: 0n } });
  const position = at(t, back, '2026-02-21');
  expect(position).toMatchObject({ status: 'overdue', daysPastDue: 20, overdue: { principal: 600_000n, penalty: 2_500n } });
  expect(position.rows[0]).toMatchObject({ principalMinor: 4_200_000n, penaltyMinor: 2_500n, outstandingMinor: 602_500n });
});

test('an extension of a single payment moves its day by whole periods, and is asked for before that day (EXT-01)', () => {
  const due = (frequency: LoanTerms['frequency'], count: number, periods: number, on = '2026-01-20') =>
    at(daily({ method: 'bullet', frequency, count }), [[on, { kind: 'extend', periods, borrower: 'company' }]], on).rows.at(-1)?.due;
  expect(due({ unit: 'week', every: 2 }, 4, 1)).toBe('2026-03-12');
  expect(due({ unit: 'week', every: 2 }, 4, 4)).toBe('2026-04-23');
  expect(() => due({ unit: 'week', every: 2 }, 4, 5)).toThrow('loan.extension_too_long');
  expect(due({ unit: 'day', every: 30 }, 2, 1)).toBe('2026-04-01');
  expect(due({ unit: 'month', every: 2 }, 2, 1)).toBe('2026-07-01');
  expect(due({ unit: 'day', every: 30 }, 2, 1, '2026-03-01')).toBe('2026-04-01');
  expect(() => due({ unit: 'day', every: 30 }, 2, 1, '2026-03-02')).toThrow('loan.extension_too_late');
});

test.each<[string, maturity: string, 'company' | 'personal', limit: string]>([
  ['half a year, shorter in days', '2026-07-15', 'company', '2027-01-15'],
  ['a year', '2027-01-15', 'personal', '2028-01-15'],
  ['no whole months: as many days again', '2026-07-10', 'company', '2027-01-02'],
  ['two years: half of them', '2028-01-15', 'company', '2029-01-15'],
  ['five years: half of them', '2031-01-15', 'company', '2033-07-16'],
  ['more than five years: three', '2031-02-15', 'company', '2034-02-15'],
])('longest extension (EXT-01): %s', (_name, maturity, borrower, limit) => {
  expect(fromEpochDay(extensionLimit(terms(), toEpochDay(maturity), borrower))).toBe(limit);
});

test('a person whose loan runs for more than a year may extend it as agreed (EXT-01)', () => {
  expect(extensionLimit(terms(), toEpochDay('2027-01-16'), 'personal')).toBe(Number.POSITIVE_INFINITY);
});
