import { CHINA_CALENDAR, sum, toEpochDay, WorkingCalendar } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import {
  annualCost,
  extensionLimit,
  floatingRate,
  type LoanEvent,
  type LprPublication,
  planCost,
  planFor,
  replay,
  repricingEvents,
  whyRow,
  workingDueDates,
} from '../index.ts';
import { paidOut, terms } from './specimen.ts';

/** Rules of the handbook with numbers, beside its vectors V1 to V7, APR-02 and APR-04, which stand with plan, replay and cost. */
const base = terms();
const LPR: readonly LprPublication[] = [
  { on: '2025-05-20', oneYearPpm: 30_000n, fiveYearPpm: 35_000n },
  { on: '2026-11-20', oneYearPpm: 28_000n, fiveYearPpm: 34_000n },
];

test('V1 to V3 add up: total interest 3,935.66, 3,900.00 and 7,200.00', () => {
  const interest = (['equal_instalment', 'equal_principal', 'interest_only'] as const).map((method) => planFor(terms({ method })).interestMinor);
  expect(interest).toEqual([393_566n, 390_000n, 720_000n]);
});

test('APR-01 cost counts the principal really occupied: the same fee costs more on instalments than on a bullet', () => {
  const fee = [{ on: base.start, amountMinor: 120_000n }];
  const extra = (method: 'equal_instalment' | 'bullet') => planCost(terms({ method }), fee).compoundPpm - planCost(terms({ method })).compoundPpm;
  expect(extra('bullet')).toBeLessThan(11_000n);
  expect(extra('equal_instalment')).toBeGreaterThan(18_000n);
});

test('APR-04 a flat 0.8 % a month is never shown as 9.6 %', () => {
  const plan = planFor(terms({ method: 'flat', principalMinor: 10_000_000n, ratePpm: 96_000n }));
  const flows = [{ period: 0, minor: 10_000_000n }, ...plan.rows.map((row) => ({ period: row.no, minor: -row.totalMinor }))];
  const { simplePpm, compoundPpm } = annualCost({ flows, periodsPerYear: 12 });
  expect([(simplePpm + 50n) / 100n, (compoundPpm + 50n) / 100n]).toEqual([1_727n, 1_871n]);
});

test('APR-05, APR-09 four times the one-year LPR of 3.0 % is 12.0 %', () => {
  expect(4n * floatingRate(LPR, { tenor: '1Y', spreadBp: 0n, repricing: 'fixed' }, '2026-07-20')).toBe(120_000n);
});

test('APR-07 under a ceiling of 24 % a penalty of 18 % × 1.5 = 27 % runs at 24 %', () => {
  const t = terms({ ratePpm: 180_000n, penaltyCapPpm: 240_000n, principalMinor: 1_000_000n, method: 'bullet', count: 1, compoundOnInterest: false });
  // 10,000 × 24 % × 15/360
  expect(replay(t, [paidOut(t)], '2026-03-02').rows[0]?.penaltyMinor).toBe(10_000n);
});

test('REP-05 a week bears 7/360 of the annual rate, or 7/365 by product', () => {
  const weekly = { frequency: { unit: 'week', every: 1 }, method: 'interest_only', count: 4, ratePpm: 72_000n, principalMinor: 36_500_000n } as const;
  expect([360, 365].map((dayBase) => planFor(terms({ ...weekly, dayBase: dayBase as 360 })).rows[0]?.interestMinor)).toEqual([51_100n, 50_400n]);
});

test('REP-06, REP-07 0.04 % a day is 14.40 % on 360 and 14.60 % on 365: the same interest, the base shown', () => {
  const daily = { method: 'bullet', principalMinor: 5_000_000n, count: 37, frequency: { unit: 'day', every: 1 } } as const;
  const on = (dayBase: 360 | 365, ratePpm: bigint) => planFor(terms({ ...daily, dayBase, ratePpm })).interestMinor;
  expect([on(360, 144_000n), on(365, 146_000n)]).toEqual([74_000n, 74_000n]);
  const { lines } = whyRow(terms({ ...daily, ratePpm: 144_000n }), [paidOut(terms({ ...daily }))], '2026-01-15', 1);
  expect(lines.find((line) => line.bucket === 'interest')?.formula).toBe('50,000.00 × 14.4000% × 37/360 = 740.000000');
});

test('REP-10 overdue and misused at once: the higher uplift, not the sum', () => {
  const t = terms({
    method: 'bullet',
    count: 1,
    ratePpm: 120_000n,
    principalMinor: 1_000_000n,
    misuseUpliftPpm: 1_000_000n,
    compoundOnInterest: false,
  });
  const misuse: LoanEvent = { on: '2026-02-15', seq: 1, kind: 'misuse', amountMinor: 1_000_000n };
  // 10,000 × 12 % × (1 + 100 %) × 15/360, against + 50 % without the misuse
  expect(replay(t, [paidOut(t), misuse], '2026-03-02').rows[0]?.penaltyMinor).toBe(10_000n);
  expect(replay(t, [paidOut(t)], '2026-03-02').rows[0]?.penaltyMinor).toBe(7_500n);
});

test('REP-11 a due day in the National Day holiday moves to the next working day and its interest days with it', () => {
  const t = terms({ start: '2026-09-03', count: 1, method: 'bullet', interestBasis: 'actual' });
  const dueDates = workingDueDates(t, new WorkingCalendar(CHINA_CALENDAR));
  expect([dueDates, planFor({ ...t, dueDates }).rows[0]?.days]).toEqual([['2026-10-08'], 35]);
});

test('REP-12, REP-13 LPR + 150 bp repriced on 1 January: the past stays, the new rate holds from its day', () => {
  const floating = { tenor: '1Y', spreadBp: 150n, repricing: 'new_year' } as const;
  const t = terms({ start: '2026-06-15', ratePpm: floatingRate(LPR, floating, '2026-06-15'), count: 12, interestBasis: 'actual' });
  const repriced = repricingEvents(LPR, floating, t.start, '2027-06-15', 1);
  expect(repriced).toEqual([{ on: '2027-01-01', seq: 1, kind: 'rate', ratePpm: 43_000n }]);
  const before = replay(t, [paidOut(t)], '2026-12-31');
  const after = replay(t, [paidOut(t), ...repriced], '2027-01-01');
  expect(after.rows.slice(0, 6).map((row) => row.interestMinor)).toEqual(before.rows.slice(0, 6).map((row) => row.interestMinor));
  expect([before.ratePpm, after.ratePpm]).toEqual([45_000n, 43_000n]);
  const lines = whyRow(t, [paidOut(t), ...repriced], '2027-01-01', 7).lines.filter((line) => line.bucket === 'interest');
  // The seventh row, 15 December to 15 January: 17 days at 4.5 %, 14 at 4.3 %.
  expect(lines.map((line) => line.formula.replace(/^.*? × | = .*$/g, ''))).toEqual(['4.5000% × 17/360', '4.3000% × 14/360']);
});

test.each<[string, number, 'company' | 'personal', string | null]>([
  ['one year, company: as long again', 12, 'company', '2028-01-15'],
  ['half a year, person: as long again', 6, 'personal', '2027-01-15'],
  ['three years, company: half of it', 36, 'company', '2030-07-17'],
  ['five years, company: half of it', 60, 'company', '2033-07-16'],
  ['ten years, company: three years', 120, 'company', '2039-01-15'],
  ['three years, person: what the product allows', 36, 'personal', null],
])('EXT-01 %s', (_name, months, borrower, last) => {
  const t = terms({ count: months });
  const maturity = toEpochDay(planFor(t).rows.at(-1)?.due ?? '');
  const limit = extensionLimit(t, maturity, borrower);
  expect(limit).toBe(last === null ? Number.POSITIVE_INFINITY : toEpochDay(last));
});

test('EXT-01 a loan of six months is extended by six months', () => {
  const half = terms({ count: 6 });
  const event: LoanEvent = { on: '2026-06-01', seq: 1, kind: 'extend', periods: 6, borrower: 'company' };
  expect(replay(half, [paidOut(half), event], '2026-06-01').rows.at(-1)?.due).toBe('2027-01-15');
});

test('EXT-01 the limit is counted from the term first agreed, over all extensions together', () => {
  const extend = (on: string, seq: number, periods: number): LoanEvent => ({ on, seq, kind: 'extend', periods, borrower: 'company' });
  const twice = replay(base, [paidOut(base), extend('2026-06-01', 1, 6), extend('2026-07-01', 2, 6)], '2026-07-01');
  expect(twice.rows.at(-1)?.due).toBe('2028-01-15');
  expect(() => replay(base, [paidOut(base), extend('2026-06-01', 1, 6), extend('2026-07-01', 2, 7)], '2026-07-01')).toThrow(
    expect.objectContaining({ code: 'loan.extension_too_long' }),
  );
  expect(sum(twice.rows.map((row) => row.principalMinor))).toBe(12_000_000n);
});
