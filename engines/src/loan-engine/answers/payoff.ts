import { type CalendarDate, toEpochDay } from '@tallystick/kernel';
import { outstanding } from '../book/book.ts';
import type { LoanEvent } from '../book/events.ts';
import { accruedInterest } from '../book/position.ts';
import { bookOf, closingOf, creditOf } from '../book/replay.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** What closes a loan on one day, by what it is for. */
export type PayoffQuote = {
  readonly on: CalendarDate;
  readonly principalMinor: bigint;
  /** Fallen due and unpaid. */
  readonly interestDueMinor: bigint;
  /** Of the running period, to the day (民法典 677). */
  readonly interestAccruedMinor: bigint;
  /** 罚息 and 复利. */
  readonly penaltyMinor: bigint;
  readonly feeMinor: bigint;
  /** Only when the terms hold one. */
  readonly prepaymentFeeMinor: bigint;
  readonly totalMinor: bigint;
  /** Money already held for the borrower. */
  readonly creditMinor: bigint;
  /** What has to be paid: total less credit, never negative. A `settle` event of this amount on this day closes the loan. */
  readonly payMinor: bigint;
};

/** 提前结清试算 (REP-14): the amount that settles the loan on `on`, split. Events after `on` do not count. Refuses what replay refuses. */
export function payoffQuote(terms: LoanTerms, events: readonly LoanEvent[], on: CalendarDate): PayoffQuote {
  const book = bookOf(terms, events, on);
  const closing = closingOf(book, toEpochDay(on));
  const due = { principal: 0n, interest: 0n, penalty: 0n, fee: 0n };
  for (let row = book.firstOpen; row < book.fallen; row += 1) {
    due.principal += outstanding(book, row, 'principal');
    due.interest += outstanding(book, row, 'interest');
    due.penalty += outstanding(book, row, 'penalty');
    due.fee += outstanding(book, row, 'fee');
  }
  const totalMinor = due.principal + due.interest + due.penalty + due.fee + closing.total;
  const creditMinor = creditOf(book);
  return {
    on,
    principalMinor: due.principal + closing.principal,
    interestDueMinor: due.interest,
    interestAccruedMinor: closing.interest,
    penaltyMinor: due.penalty + closing.penalty,
    feeMinor: due.fee + closing.fee,
    prepaymentFeeMinor: closing.prepaymentFee,
    totalMinor,
    creditMinor,
    payMinor: totalMinor > creditMinor ? totalMinor - creditMinor : 0n,
  };
}

/**
 * Interest earned from the start to `on` (that day not counted), in minor units, gross of payments and waivers: what the day close
 * posts the difference of. Never falls from one day to the next; on a due day it is the sum of the rows fallen due.
 */
export function interestAccrued(terms: LoanTerms, events: readonly LoanEvent[], on: CalendarDate): bigint {
  return accruedInterest(bookOf(terms, events, on), toEpochDay(on));
}
