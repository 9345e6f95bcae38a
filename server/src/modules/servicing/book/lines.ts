import type { LoanPosition } from '@tallystick/engines/loan-engine';
import { assert, sum } from '@tallystick/kernel';
import { type AccountCode, CHART, type JournalLine } from '#modules/ledger';

/** What the books hold of one loan, in minor units. Balances are what is owed; `paid…`, `cash` and `billed` count from the start. */
export type Books = {
  readonly principalMinor: bigint;
  /** Fallen due and unpaid, whether kept on the balance sheet or off it. */
  readonly interestMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly feeMinor: bigint;
  readonly creditMinor: bigint;
  readonly paidInterestMinor: bigint;
  readonly paidPenaltyMinor: bigint;
  readonly paidFeeMinor: bigint;
  /** Received less paid out. */
  readonly cashMinor: bigint;
  /** Interest that has fallen due since the start. */
  readonly billedMinor: bigint;
  /** The part of it that fell due while interest was kept on the balance sheet. */
  readonly billedOnBooksMinor: bigint;
  /** REP-15: interest and penalty of loans more than 90 days late are kept off the balance sheet. */
  readonly onBooks: boolean;
};
export const EMPTY_BOOKS: Books = {
  principalMinor: 0n,
  interestMinor: 0n,
  penaltyMinor: 0n,
  feeMinor: 0n,
  creditMinor: 0n,
  paidInterestMinor: 0n,
  paidPenaltyMinor: 0n,
  paidFeeMinor: 0n,
  cashMinor: 0n,
  billedMinor: 0n,
  billedOnBooksMinor: 0n,
  onBooks: true,
};

/** The books as a position asks for them. `before` carries what was billed on the balance sheet so far. */
export function booksOf(p: LoanPosition, before: Books, onBooks: boolean): Books {
  const paid = (bucket: string): bigint => sum(p.allocations.filter((a) => a.kind === 'paid' && a.bucket === bucket).map((a) => a.minor));
  const billedMinor = p.accrued.interestMinor - p.balances.interestAccruedMinor;
  return {
    principalMinor: p.balances.principalMinor,
    interestMinor: p.balances.interestDueMinor,
    penaltyMinor: p.balances.penaltyMinor,
    feeMinor: p.balances.feeMinor,
    creditMinor: p.creditMinor,
    paidInterestMinor: paid('interest'),
    paidPenaltyMinor: paid('penalty'),
    paidFeeMinor: paid('fee'),
    cashMinor: p.receivedMinor - p.disbursedMinor,
    billedMinor,
    billedOnBooksMinor: before.billedOnBooksMinor + (onBooks ? billedMinor - before.billedMinor : 0n),
    onBooks,
  };
}

/** What a bucket shows on and off the balance sheet. */
const on = (b: Books, owed: bigint): bigint => (b.onBooks ? owed : 0n);
const off = (b: Books, owed: bigint): bigint => (b.onBooks ? 0n : owed);

/**
 * The journal that takes the books from one state to the next: a difference, so a back-dated event, a reversal and a plain repayment are
 * posted by the same rule. Income is what is left of each bucket: interest that fell due was earned day by day by the house, so on the balance
 * sheet it only moves from accrued to receivable; off it, income is what is paid.
 */
export function linesBetween(before: Books, after: Books, subject: string): JournalLine[] {
  const change = (of: (b: Books) => bigint): bigint => of(after) - of(before);
  const interestOn = change((b) => on(b, b.interestMinor));
  const penaltyOn = change((b) => on(b, b.penaltyMinor));
  const interestOff = change((b) => off(b, b.interestMinor));
  const penaltyOff = change((b) => off(b, b.penaltyMinor));
  const billedOn = change((b) => b.billedOnBooksMinor);
  const fee = change((b) => b.feeMinor);
  // Above zero is debit.
  const moves: readonly (readonly [AccountCode, bigint])[] = [
    [CHART.clearing, change((b) => b.cashMinor)],
    [CHART.loanPrincipal, change((b) => b.principalMinor)],
    [CHART.interestReceivable, interestOn],
    [CHART.penaltyReceivable, penaltyOn],
    [CHART.feeReceivable, fee],
    [CHART.customerCredit, -change((b) => b.creditMinor)],
    [CHART.accruedInterest, -billedOn],
    [CHART.interestIncome, -(change((b) => b.paidInterestMinor) + interestOn - billedOn)],
    [CHART.penaltyIncome, -(change((b) => b.paidPenaltyMinor) + penaltyOn)],
    [CHART.feeIncome, -(change((b) => b.paidFeeMinor) + fee)],
    [CHART.offBalanceInterest, interestOff],
    [CHART.offBalancePenalty, penaltyOff],
    [CHART.offBalanceContra, -(interestOff + penaltyOff)],
  ];
  assert(sum(moves.map(([, minor]) => minor)) === 0n, 'the difference of two states of the books balances');
  return moves.flatMap(([account, minor]) =>
    minor === 0n ? [] : [{ account, side: minor > 0n ? ('debit' as const) : ('credit' as const), amountMinor: minor > 0n ? minor : -minor, subject }],
  );
}
