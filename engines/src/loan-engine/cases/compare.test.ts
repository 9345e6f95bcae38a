import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeCase } from '../index.ts';

type Table = Record<string, unknown>[];
type Sample = Record<string, unknown> & {
  product: Record<string, unknown>;
  transactions: Record<string, unknown>[];
  expectedSchedule: Table;
  expectedTransactions: Table;
  expectedLoan: Record<string, unknown>;
};
/** A case with a down payment, a penalty and an overpayment that holds all three tables. */
const sample = (): Sample => {
  const lines = readFileSync(new URL('./fineract-sample.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return JSON.parse(lines.find((line) => line.includes('"fin-loan-c2943-t3"'))!) as Sample;
};
const judged = (change: (c: Sample) => void) => {
  const c = sample();
  change(c);
  return judgeCase(JSON.stringify(c));
};

test('every cell of every table counts: one that is changed is told as the first difference', () => {
  const { expectedSchedule, expectedTransactions, expectedLoan } = sample();
  const cells = [
    ...expectedSchedule.flatMap((row, k) => Object.keys(row).map((field) => ['schedule', k, field, row[field]] as const)),
    ...expectedTransactions.flatMap((row, k) => Object.keys(row).map((field) => ['transaction', k, field, row[field]] as const)),
    ...Object.keys(expectedLoan).map((field) => ['loan', 0, field, expectedLoan[field]] as const),
  ];
  expect(cells.length).toBeGreaterThan(60);
  for (const [name, k, field, value] of cells) {
    const verdict = judged((c) => {
      const table = name === 'schedule' ? c.expectedSchedule : name === 'transaction' ? c.expectedTransactions : [c.expectedLoan];
      table[k]![field] = 'wrong';
    });
    expect([verdict.verdict, verdict.difference]).toEqual(['differs', `${name} ${k + 1}, ${field}: ${String(value)}, expected wrong`]);
    expect(verdict.result).not.toBeNull();
  }
});

test('an empty cell asks for nothing, but for the day a row was met where payments are shown', () => {
  expect(judged((c) => Object.assign(c.expectedSchedule[0]!, { principal: null, from: undefined })).verdict).toBe('match');
  expect(judged((c) => Object.assign(c.expectedSchedule[0]!, { paidOn: null })).difference).toBe('schedule 1, paidOn: 2023-09-01, expected none');
  expect(judged((c) => Object.assign(c.expectedSchedule[0]!, { paidOn: null, paid: null })).verdict).toBe('match');
});

test('a row too few, a case that expects nothing, and one that cannot be played', () => {
  const { length } = sample().expectedSchedule;
  expect(judged((c) => c.expectedSchedule.pop()).difference).toBe(`schedule: ${length} rows, expected ${length - 1}`);
  expect(judged((c) => c.expectedTransactions.push({})).difference).toMatch(/^transaction: \d rows, expected \d$/);
  const none = { expectedSchedule: null, expectedTransactions: null, expectedLoan: null };
  const played = judged((c) => Object.assign(c, none));
  expect(played).toMatchObject({ id: 'fin-loan-c2943-t3', family: 'charges', verdict: 'played', difference: null });
  expect(played.result?.loan).toEqual(sample().expectedLoan);
  const alone = (name: keyof typeof none) => judged((c) => Object.assign(c, { ...none, [name]: sample()[name] })).verdict;
  expect([alone('expectedSchedule'), alone('expectedTransactions'), alone('expectedLoan')]).toEqual(['match', 'match', 'match']);
  expect(judged((c) => Object.assign(c.transactions[0]!, { type: 'gift' }))).toEqual({
    id: 'fin-loan-c2943-t3',
    family: 'charges',
    verdict: 'differs',
    difference: 'unknown transaction type gift',
    result: null,
  });
});

const after = (transactions: readonly Record<string, unknown>[], product: Record<string, unknown> = {}) =>
  judged((c) => {
    Object.assign(c, { expectedSchedule: null, expectedTransactions: null, expectedLoan: null });
    Object.assign(c.product, product);
    c.transactions.splice(1, 1, ...transactions.map((t, k) => ({ seq: 3 + k, postedOn: '2023-09-20', date: '2023-09-20', ...t })));
  }).result!;

test('waivers and adjustments of a charge, and the words of a charge-off, are read from a case', () => {
  const waived = after([{ type: 'waiveCharge', targetSeq: 2 }]).transactions.at(-1);
  expect(waived).toMatchObject({ type: 'Waive loan charges', amount: '20.00', penalties: '20.00' });
  const adjusted = after([{ type: 'chargeAdjustment', targetSeq: 2, amount: '20.00' }]).transactions.at(-1);
  expect(adjusted).toMatchObject({ type: 'Charge Adjustment', amount: '20.00' });
  const rows = (chargeOffBehaviour: string | null) =>
    after([{ type: 'chargeOff' }], { chargeOffBehaviour, interestType: 'declining' }).schedule.length;
  expect(rows(null)).toBe(rows('ZERO_INTEREST'));
  expect(rows('ACCELERATE_MATURITY')).toBeLessThan(rows(null));
});

/** 1,000.00 at 3 % a month over three months: level instalment 353.53, interest 30.00, 20.29 and 10.30. */
const monthly = {
  interestType: 'declining',
  annualRatePct: '36',
  daysInYear: 360,
  daysInMonth: 30,
  interestCalcPeriod: 'daily',
  repayEvery: 1,
  repayUnit: 'months',
  downPayment: { enabled: false },
  interestRecalculation: { enabled: true, restFrequency: 'daily', advancePaymentStrategy: 'adjustLastUnpaidPeriod' },
  paymentAllocation: [],
};

test('the words of a product decide: charge-off without interest, processing left open, multiples of nothing, due dates from the application', () => {
  const interest = (chargeOffBehaviour: string | null) =>
    after([{ type: 'chargeOff' }], { ...monthly, chargeOffBehaviour }).schedule.map((row) => row.interest);
  expect(interest('ZERO_INTEREST')).toEqual(['19.00', '0.00', '0.00']);
  expect(interest(null)).toEqual(['30.00', '20.29', '10.30']);
  // 350.00 on 5 November find two rows past due, the penalty on the second: row by row it waits, by buckets it goes first.
  const penalties = (scheduleProcessing: string | null) =>
    after([{ type: 'repayment', postedOn: '2023-11-05', date: '2023-11-05', amount: '350.00' }], { ...monthly, scheduleProcessing }).transactions.at(
      -1,
    )?.penalties;
  expect([penalties(null), penalties('horizontal'), penalties('vertical')]).toEqual(['0.00', '0.00', '20.00']);
  const plan = (product: Record<string, unknown>) => after([], { ...monthly, ...product }).schedule;
  expect(plan({ installmentAmountInMultiplesOf: 0 })).toEqual(plan({}));
  expect(plan({ installmentAmountInMultiplesOf: 10 })[0]?.totalDue).toBe('350.00');
  const submitted = judged((c) => {
    Object.assign(c, { expectedSchedule: null, expectedTransactions: null, expectedLoan: null, loan: { submittedOn: '2023-08-16' } });
    Object.assign(c.product, monthly, { repaymentStartDateType: 'submitted' });
  }).result?.schedule;
  expect(submitted?.map((row) => [row.from, row.due]).slice(0, 2)).toEqual([
    ['2023-08-16', '2023-09-16'],
    ['2023-09-16', '2023-10-16'],
  ]);
});

test('a refund gives interest back when it says so, else when its kind does; a payoff without an amount closes the loan', () => {
  const refund = (change: Record<string, unknown>, interestRefundTypes: readonly string[] = []) =>
    after([{ type: 'payoutRefund', amount: '100.00', ...change }], { ...monthly, interestRefundTypes })
      .transactions.filter((line) => line.type === 'Interest Refund')
      .map((line) => line.amount);
  // 3 % of 100.00 for 19 of 30 days.
  expect(refund({ interestRefundCalculation: true })).toEqual(['1.90']);
  expect(refund({})).toEqual([]);
  expect(refund({}, ['PAYOUT_REFUND'])).toEqual(['1.90']);
  expect(refund({}, ['MERCHANT_ISSUED_REFUND', 'GIFT'])).toEqual([]);
  expect(refund({ interestRefundCalculation: false }, ['PAYOUT_REFUND'])).toEqual([]);
  // 1,000.00, 19.00 of interest and the penalty of 20.00 that is still to come.
  const paid = after([{ type: 'payOff' }], monthly);
  expect(paid.transactions.at(-1)).toMatchObject({ type: 'Repayment', amount: '1039.00', interest: '19.00', penalties: '20.00' });
  expect(paid.loan).toEqual({ status: 'CLOSED_OBLIGATIONS_MET', outstanding: '0.00', overpaid: '0.00' });
});

test('of two sums lent on a day, each down payment lists its own', () => {
  const { result } = judged((c) => {
    Object.assign(c, { expectedSchedule: null, expectedTransactions: null, expectedLoan: null, transactions: [] });
    (c.disbursements as unknown[]).push({ seq: 5, postedOn: '2023-09-01', date: '2023-09-01', amount: '400.00' });
  });
  expect(result?.schedule.map((row) => [row.principal, row.balance])).toEqual([
    ['250.00', '750.00'],
    ['100.00', '1050.00'],
    ['350.00', '700.00'],
    ['350.00', '350.00'],
    ['350.00', '0.00'],
  ]);
});
