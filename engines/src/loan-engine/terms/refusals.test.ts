import { CHINA_CALENDAR, type Refusal, type RefusalEntry, told, WorkingCalendar } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import {
  effectiveInterest,
  irrPerPeriod,
  type LoanEvent,
  type LoanTerms,
  loanRefusals,
  lprOn,
  planFor,
  replay,
  shiftDueDates,
  whyPlanRow,
} from '../index.ts';

const base = terms();
const lent = paidOut(base);
const plan = (change: Partial<LoanTerms>) => () => planFor(terms(change));
const played =
  (events: readonly LoanEvent[], change: Partial<LoanTerms> = {}) =>
  () =>
    replay(terms(change), events, '2027-06-01');
const repay = (on: string, seq: number, amountMinor: bigint): LoanEvent => ({ on, seq, kind: 'repay', amountMinor });
const act = (event: Record<string, unknown>): LoanEvent => ({ on: '2026-03-01', seq: 1, ...event }) as unknown as LoanEvent;
const one = (event: Record<string, unknown>) => played([lent, act(event)]);
const settled: LoanEvent = { on: '2026-03-01', seq: 1, kind: 'settle' };

/** What cannot be, the field and the code that say so, and how it is asked. */
const CANNOT: readonly [what: string, code: keyof typeof loanRefusals, field: string, ask: () => unknown][] = [
  ['an amount of zero', 'loan.amount_invalid', 'principalMinor', plan({ principalMinor: 0n })],
  ['a negative amount', 'loan.amount_invalid', 'principalMinor', plan({ principalMinor: -1n })],
  ['an amount beyond the system', 'loan.amount_invalid', 'principalMinor', plan({ principalMinor: 10n ** 19n })],
  ['a balloon of the whole loan', 'loan.amount_invalid', 'shape', plan({ shape: { kind: 'balloon', minor: 12_000_000n } })],
  ['instalments in multiples of nothing', 'loan.amount_invalid', 'instalmentMultipleMinor', plan({ instalmentMultipleMinor: 0n })],
  ['a fee as large as the loan', 'loan.amount_invalid', 'feeMinor', () => effectiveInterest(base, 12_000_000n)],
  ['no instalment', 'loan.number_invalid', 'count', plan({ count: 0 })],
  ['half an instalment', 'loan.number_invalid', 'count', plan({ count: 1.5 })],
  ['a count that is no number', 'loan.number_invalid', 'count', plan({ count: Number.NaN })],
  ['more instalments than the bound', 'loan.number_invalid', 'count', plan({ count: 1_201 })],
  ['a due day that no month has', 'loan.number_invalid', 'dueDay', plan({ dueDay: 32 })],
  ['grace days beyond the bound', 'loan.number_invalid', 'penaltyGraceDays', plan({ penaltyGraceDays: 91 })],
  ['a moratorium on the last row', 'loan.number_invalid', 'principalFreeRows', plan({ principalFreeRows: [12] })],
  ['a negative rate', 'loan.rate_invalid', 'ratePpm', plan({ ratePpm: -1n })],
  ['a rate beyond the bound', 'loan.rate_invalid', 'ratePpm', plan({ ratePpm: 10_000_001n })],
  ['a later rate beyond the bound', 'loan.rate_invalid', 'rates', plan({ rates: [{ from: '2026-02-01', ratePpm: 10_000_001n }] })],
  ['an uplift above 100 %', 'loan.rate_invalid', 'penaltyUpliftPpm', plan({ penaltyUpliftPpm: 1_000_001n })],
  ['a prepayment fee above 10 %', 'loan.rate_invalid', 'prepaymentFeePpm', plan({ prepaymentFeePpm: 100_001n })],
  ['a down payment of everything', 'loan.rate_invalid', 'downPaymentPpm', plan({ downPaymentPpm: 1_000_000n })],
  ['a discount above the rate', 'loan.rate_invalid', 'streak', plan({ streak: [{ periods: 3, cutPpm: 60_001n }] })],
  ['shares that leave nothing for the last row', 'loan.rate_invalid', 'shape', plan({ shape: { kind: 'fixed_share', ppm: 100_000n } })],
  ['a method that does not exist', 'loan.choice_invalid', 'method', plan({ method: 'rule78' as 'flat' })],
  ['a day base that does not exist', 'loan.choice_invalid', 'dayBase', plan({ dayBase: 361 as 360 })],
  ['a revolving loan with instalments', 'loan.choice_invalid', 'method', plan({ revolving: true })],
  ['a start that no calendar has', 'loan.date_invalid', 'start', plan({ start: '2026-02-30' })],
  [
    'rates out of order',
    'loan.date_invalid',
    'rates',
    plan({
      rates: [
        { from: '2026-03-01', ratePpm: 1n },
        { from: '2026-02-01', ratePpm: 1n },
      ],
    }),
  ],
  ['a first due date before the disbursement', 'loan.first_due_not_after_start', 'firstDue', plan({ firstDue: '2026-01-14' })],
  ['a first due date on the disbursement', 'loan.first_due_not_after_start', 'firstDue', plan({ firstDue: '2026-01-15' })],
  ['two answers to which day of the month', 'loan.due_day_conflict', 'dueDay', plan({ dueDay: 20, firstDue: '2026-02-15' })],
  ['fewer due dates than instalments', 'loan.due_dates_invalid', 'dueDates', plan({ interestBasis: 'actual', dueDates: ['2026-02-15'] })],
  [
    'due dates out of order',
    'loan.due_dates_invalid',
    'dueDates',
    plan({ count: 2, interestBasis: 'actual', dueDates: ['2026-03-15', '2026-02-15'] }),
  ],
  [
    'a plan by hand that does not add up',
    'loan.plan_does_not_close',
    'shape',
    plan({ count: 2, shape: { kind: 'custom', principalMinor: [1n, 2n] } }),
  ],
  ['a last due date beyond 2199', 'loan.term_too_long', 'count', plan({ count: 1_200, frequency: { unit: 'month', every: 12 } })],
  ['grace on principal as long as the loan', 'loan.grace_too_long', 'gracePrincipal', plan({ gracePrincipal: 12 })],
  ['grace on interest as long as the loan', 'loan.grace_too_long', 'graceInterest', plan({ graceInterest: 12 })],
  ['an order with a bucket missing', 'loan.allocation_invalid', 'allocation', plan({ allocation: ['fee', 'interest', 'principal'] })],
  ['an order with a bucket twice', 'loan.allocation_invalid', 'allocation', plan({ allocation: ['fee', 'fee', 'interest', 'principal'] })],
  [
    'a late order with a bucket missing',
    'loan.allocation_invalid',
    'lateAllocation.order',
    plan({ lateAllocation: { afterDays: 90, order: ['fee'] } }),
  ],
  ['a charge of nothing', 'loan.charge_invalid', 'charges.0.amountMinor', plan({ charges: [{ when: 'tranche', amountMinor: 0n }] })],
  [
    'a charge above the whole',
    'loan.charge_invalid',
    'charges.0.sharePpm',
    plan({ charges: [{ when: 'tranche', sharePpm: 1_000_001n, of: 'lent' }] }),
  ],
  [
    'days late for a charge that is not',
    'loan.charge_invalid',
    'charges.0.afterDays',
    plan({ charges: [{ when: 'tranche', amountMinor: 1n, afterDays: 1 }] }),
  ],
  ['money of nothing', 'loan.event_invalid', 'amountMinor', one({ kind: 'repay', amountMinor: 0n })],
  ['an event on a day that does not exist', 'loan.event_invalid', 'on', one({ kind: 'repay', on: '2026-02-30', amountMinor: 1n })],
  ['an event that does not exist', 'loan.event_invalid', 'kind', one({ kind: 'forget' })],
  [
    'a payment by an order with a bucket twice',
    'loan.event_invalid',
    'order',
    one({ kind: 'repay', amountMinor: 1n, order: ['fee', 'fee', 'fee', 'fee'] }),
  ],
  ['a waiver of principal', 'loan.event_invalid', 'bucket', one({ kind: 'waive', bucket: 'principal', amountMinor: 1n })],
  ['a pause that ends before it begins', 'loan.event_invalid', 'to', one({ kind: 'pause', to: '2026-02-28' })],
  ['a new plan with no instalment', 'loan.event_invalid', 'plan.count', one({ kind: 'replan', plan: { count: 0 }, arrears: 'stay' })],
  [
    'a new plan that begins in the past',
    'loan.event_invalid',
    'plan.firstDue',
    one({ kind: 'replan', plan: { firstDue: '2026-03-01' }, arrears: 'stay' }),
  ],
  ['two events with one number', 'loan.event_seq_duplicate', 'seq', played([lent, repay('2026-03-01', 0, 1n)])],
  ['an event before the loan', 'loan.event_before_start', 'on', played([lent, repay('2026-01-14', 1, 1n)])],
  ['a repayment before any disbursement', 'loan.event_before_disbursement', 'on', played([repay('2026-02-01', 1, 1n)])],
  ['a tranche over the approved amount', 'loan.over_disbursed', 'amountMinor', one({ kind: 'disburse', amountMinor: 1n })],
  ['money out after the last due date', 'loan.disbursed_after_maturity', 'on', played([{ ...lent, on: '2027-01-15' }])],
  ['an extension after maturity', 'loan.extension_too_late', 'on', one({ kind: 'extend', on: '2027-01-16', periods: 1, borrower: 'company' })],
  ['an extension beyond its limit', 'loan.extension_too_long', 'periods', one({ kind: 'extend', periods: 13, borrower: 'company' })],
  ['a refund of more than is held', 'loan.refund_above_credit', 'amountMinor', one({ kind: 'refund', amountMinor: 1n })],
  ['a reversal of what is not there', 'loan.target_missing', 'targetSeq', one({ kind: 'reverse', targetSeq: 7 })],
  ['a chargeback of what is no payment', 'loan.target_missing', 'targetSeq', one({ kind: 'chargeback', targetSeq: 0, amountMinor: 1n })],
  [
    'a chargeback of a payment that was reversed',
    'loan.target_missing',
    'targetSeq',
    played([
      lent,
      repay('2026-02-01', 1, 9n),
      act({ seq: 2, kind: 'chargeback', targetSeq: 1, amountMinor: 9n }),
      act({ seq: 3, kind: 'reverse', targetSeq: 1 }),
    ]),
  ],
  [
    'chargebacks of more than the payment',
    'loan.event_invalid',
    'amountMinor',
    played([lent, repay('2026-02-01', 1, 9n), act({ seq: 2, kind: 'chargeback', targetSeq: 1, amountMinor: 10n })]),
  ],
  [
    'a prepayment of a flat loan',
    'loan.method_fixed',
    'kind',
    played([lent, act({ kind: 'prepay', amountMinor: 1n, mode: 'keep_term' })], { method: 'flat' }),
  ],
  ['a new rate of a flat loan', 'loan.method_fixed', 'kind', played([lent, act({ kind: 'rate', ratePpm: 1n })], { method: 'flat' })],
  [
    'a cost added after everything fell due',
    'loan.disbursed_after_maturity',
    'on',
    played([lent, settled, act({ seq: 2, kind: 'capitalise', amountMinor: 1n })]),
  ],
  ['the working of a row that is not there', 'loan.row_missing', 'no', () => whyPlanRow(base, 13)],
  ['an annual cost of nothing', 'loan.cost_unsolvable', 'flows', () => irrPerPeriod([])],
  ['the prime rate before any was published', 'loan.lpr_unknown', 'lpr', () => lprOn([], '1Y', '2026-01-01')],
];

function refusalOf(ask: () => unknown): Refusal {
  try {
    ask();
  } catch (error) {
    return error as Refusal;
  }
  return expect.unreachable();
}

test.each(CANNOT)('refused before anything is computed, in a text with nothing left blank: %s', (_what, code, field, ask) => {
  const refusal = refusalOf(ask);
  expect(refusal).toMatchObject({ code, field });
  const { zh, en } = told(loanRefusals[code], refusal.facts);
  expect(`${zh}${en}`).not.toMatch(/[{}]/);
});

test('a due date moved in a year that has no calendar is refused', () => {
  const calendar = new WorkingCalendar(CHINA_CALENDAR);
  expect(() => shiftDueDates(['2099-10-01'], calendar, 'next')).toThrow(expect.objectContaining({ code: 'calendar.year_unknown' }));
});

test('every refusal of the engine is shown by an example and says in both languages what to do', () => {
  expect([...new Set(CANNOT.map(([, code]) => code))].sort()).toEqual(Object.keys(loanRefusals).sort());
  for (const { zh, en, status } of Object.values<RefusalEntry>(loanRefusals)) {
    expect([zh.endsWith('。'), en.endsWith('.'), status >= 404]).toEqual([true, true, true]);
  }
});

test('all faults of the terms are told at once', () => {
  const { faults } = refusalOf(plan({ principalMinor: 0n, ratePpm: -1n, allocation: [] }));
  expect(faults.map((fault) => fault.field)).toEqual(['principalMinor', 'ratePpm', 'allocation']);
});
