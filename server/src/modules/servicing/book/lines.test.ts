import { type LoanEvent, type LoanTerms, replay } from '@tallystick/engines/loan-engine';
import { describe, expect, test } from 'vitest';
import { CHART } from '#modules/ledger';
import { type Books, booksOf, EMPTY_BOOKS, linesBetween } from './lines.ts';

const terms: LoanTerms = {
  currency: 'CNY',
  principalMinor: 12_000_000n,
  ratePpm: 60_000n,
  method: 'equal_instalment',
  count: 12,
  frequency: { unit: 'month', every: 1 },
  start: '2026-03-02',
  interestBasis: 'period',
  dayBase: 360,
  rounding: 'half_up',
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 0,
  compoundOnInterest: true,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepaymentFeePpm: 0n,
};
const paid: LoanEvent = { kind: 'disburse', on: '2026-03-02', seq: 1, amountMinor: 12_000_000n };
const at = (on: string, events: LoanEvent[], before: Books = EMPTY_BOOKS, onBooks = true): Books =>
  booksOf(replay(terms, [paid, ...events], on), before, onBooks);
const shown = (before: Books, after: Books): Record<string, bigint> =>
  Object.fromEntries(linesBetween(before, after, 'loan_1').map((l) => [l.account, l.side === 'debit' ? l.amountMinor : -l.amountMinor]));

describe('the journal between two states of a loan', () => {
  const opened = at('2026-03-02', []);
  test('pays out principal against clearing', () => {
    expect(shown(EMPTY_BOOKS, opened)).toEqual({ [CHART.loanPrincipal]: 12_000_000n, [CHART.clearing]: -12_000_000n });
  });
  test('a repayment on its day moves interest from accrued, and principal', () => {
    const after = at('2026-04-02', [{ kind: 'repay', on: '2026-04-02', seq: 2, amountMinor: 1_032_797n }], opened);
    expect(shown(opened, after)).toEqual({ [CHART.clearing]: 1_032_797n, [CHART.loanPrincipal]: -972_797n, [CHART.accruedInterest]: -60_000n });
  });
  test('falling due unpaid makes interest receivable; days late make penalty income', () => {
    const due = at('2026-04-02', [], opened);
    expect(shown(opened, due)).toEqual({ [CHART.interestReceivable]: 60_000n, [CHART.accruedInterest]: -60_000n });
    const late = at('2026-04-12', [], due);
    // 9 % a year on 9,727.97 principal for ten days, and on 600.00 interest.
    expect(shown(due, late)).toEqual({ [CHART.penaltyReceivable]: 2_432n + 150n, [CHART.penaltyIncome]: -2_582n });
  });
  test('off the balance sheet income is reversed, and comes back only as it is paid', () => {
    const due = at('2026-04-02', [], opened);
    const off = at('2026-04-02', [], due, false);
    expect(shown(due, off)).toEqual({
      [CHART.interestReceivable]: -60_000n,
      [CHART.interestIncome]: 60_000n,
      [CHART.offBalanceInterest]: 60_000n,
      [CHART.offBalanceContra]: -60_000n,
    });
    const part = at('2026-04-02', [{ kind: 'repay', on: '2026-04-02', seq: 2, amountMinor: 20_000n }], off, false);
    expect(shown(off, part)).toEqual({
      [CHART.clearing]: 20_000n,
      [CHART.interestIncome]: -20_000n,
      [CHART.offBalanceInterest]: -20_000n,
      [CHART.offBalanceContra]: 20_000n,
    });
  });
  test('an overpayment is owed to the borrower, a waiver comes off income', () => {
    const due = at('2026-04-02', [], opened);
    const over = at('2026-04-02', [{ kind: 'repay', on: '2026-04-02', seq: 2, amountMinor: 1_040_000n }], due);
    expect(shown(due, over)[CHART.customerCredit]).toBe(-7_203n);
    const waived = at('2026-04-02', [{ kind: 'waive', on: '2026-04-02', seq: 2, bucket: 'interest', amountMinor: 10_000n }], due);
    expect(shown(due, waived)).toEqual({ [CHART.interestReceivable]: -10_000n, [CHART.interestIncome]: 10_000n });
  });
  test('going back on an event posts the exact opposite', () => {
    const after = at('2026-04-02', [{ kind: 'repay', on: '2026-04-02', seq: 2, amountMinor: 1_032_797n }], opened);
    const back = at(
      '2026-04-02',
      [
        { kind: 'repay', on: '2026-04-02', seq: 2, amountMinor: 1_032_797n },
        { kind: 'reverse', on: '2026-04-02', seq: 3, targetSeq: 2 },
      ],
      after,
    );
    const total = { ...shown(opened, after) };
    for (const [account, minor] of Object.entries(shown(after, back))) total[account] = (total[account] ?? 0n) + minor;
    const due = shown(opened, at('2026-04-02', [], opened));
    expect(Object.fromEntries(Object.entries(total).filter(([, v]) => v !== 0n))).toEqual(due);
  });
});
