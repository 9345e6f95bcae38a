import { assert, type CalendarDate, type EpochDay, fromEpochDay, must, toEpochDay } from '@tallystick/kernel';
import { rateOn } from '../terms/rates.ts';
import { BUCKETS, type Bucket, type LoanTerms } from '../terms/terms.ts';
import { type Book, compoundOf, dueDay, outstanding, owed, penaltyOf, putOffInterest, rowOutstanding, runningInterest } from './book.ts';
import { instalmentCharges } from './charges.ts';
import type { LoanEvent } from './events.ts';
import { tolerated } from './penalty.ts';
import type { PlanRow } from './plan.ts';
import { bookOf, creditOf } from './replay.ts';

/** Minor units per bucket. */
export type Amounts = Readonly<Record<Bucket, bigint>>;

export type PositionRow = PlanRow & {
  /** Charged, and of a row to come what it will be charged as it falls due. */
  readonly feeMinor: bigint;
  /** 罚息 on overdue principal. */
  readonly penaltyMinor: bigint;
  /** 复利 on overdue interest; paid from the penalty bucket. */
  readonly compoundMinor: bigint;
  readonly paid: Amounts;
  readonly waived: Amounts;
  readonly outstanding: Amounts;
  readonly outstandingMinor: bigint;
  /** Day of the last payment or waiver that reached the row; null while none did. */
  readonly paidOn: CalendarDate | null;
  readonly status: 'upcoming' | 'due' | 'overdue' | 'paid';
};

export type AllocationLine = {
  readonly seq: number;
  readonly on: CalendarDate;
  /** Row of the plan, or 0 for what was repaid ahead of the schedule (principal, and its fee). */
  readonly row: number;
  readonly bucket: Bucket;
  /** `capitalised` became principal of a new plan, `written_off` was given up: neither is money. */
  readonly kind: 'paid' | 'waived' | 'capitalised' | 'written_off';
  readonly minor: bigint;
};

/** Everything there is to know about a loan at the end of one day. All amounts in minor units. */
export type LoanPosition = {
  readonly asOf: CalendarDate;
  /** `pending`: nothing paid out yet. `overdue`: something due before `asOf` is unpaid. `settled`: nothing is owed any more. */
  readonly status: 'pending' | 'active' | 'overdue' | 'settled' | 'charged_off' | 'written_off';
  /** Instalments of the plan as it stands; principal repaid ahead of it is `prepaidMinor`. Rows + prepaid = disbursed. */
  readonly rows: readonly PositionRow[];
  readonly disbursedMinor: bigint;
  /** Less what was refunded. */
  readonly receivedMinor: bigint;
  readonly prepaidMinor: bigint;
  /** Money held for the borrower: waits for the next due day, or is an overpayment once settled. */
  readonly creditMinor: bigint;
  readonly balances: {
    readonly principalMinor: bigint;
    readonly interestDueMinor: bigint;
    readonly interestAccruedMinor: bigint;
    readonly penaltyMinor: bigint;
    readonly feeMinor: bigint;
    /** All of the above. */
    readonly totalMinor: bigint;
  };
  /** Unpaid of rows due before `asOf`. */
  readonly overdue: Amounts;
  readonly overdueMinor: bigint;
  /** Calendar days from the oldest unpaid due date to `asOf`; zero on the due day itself. */
  readonly daysPastDue: number;
  /** First row due on or after `asOf` that is not paid. */
  readonly nextDue: { readonly no: number; readonly on: CalendarDate; readonly amountMinor: bigint } | null;
  /** Cumulative from the start, for accrual postings: gross of payments and waivers. Interest includes the running row's. */
  readonly accrued: { readonly interestMinor: bigint; readonly penaltyMinor: bigint; readonly compoundMinor: bigint; readonly feeMinor: bigint };
  readonly allocations: readonly AllocationLine[];
  /** Settlements whose money did not suffice when their day is replayed; the money paid what was due and waits. */
  readonly shortSettlements: readonly { readonly seq: number; readonly missingMinor: bigint }[];
  /** Arrears that became principal of a new plan, what a write-off gave up, and what came in after it. */
  readonly capitalisedMinor: bigint;
  readonly writtenOffMinor: bigint;
  readonly recoveredMinor: bigint;
  /** Contract rate in force. */
  readonly ratePpm: bigint;
};

const pick = (columns: Readonly<Record<Bucket, bigint[]>>, row: number): Amounts => ({
  fee: must(columns.fee[row], 'row'),
  penalty: must(columns.penalty[row], 'row'),
  interest: must(columns.interest[row], 'row'),
  principal: must(columns.principal[row], 'row'),
});

function rowOf(book: Book, row: number, balanceAfterMinor: bigint, asOf: EpochDay): PositionRow {
  const from = must(book.periods.from[row], 'row');
  const due = dueDay(book, row);
  const principalMinor = owed(book, row, 'principal');
  const interestMinor = owed(book, row, 'interest');
  const toCome = row >= book.fallen ? instalmentCharges(book, row) : 0n;
  const open: Amounts = {
    fee: outstanding(book, row, 'fee') + toCome,
    penalty: outstanding(book, row, 'penalty'),
    interest: outstanding(book, row, 'interest'),
    principal: outstanding(book, row, 'principal'),
  };
  const outstandingMinor = open.fee + open.penalty + open.interest + open.principal;
  const paidOn = book.paidOn[row] ?? null;
  return {
    no: row + 1,
    from: fromEpochDay(from),
    due: fromEpochDay(due),
    days: due - from,
    principalMinor,
    interestMinor,
    totalMinor: principalMinor + interestMinor,
    balanceAfterMinor,
    feeMinor: owed(book, row, 'fee') + toCome,
    penaltyMinor: penaltyOf(book, row),
    compoundMinor: compoundOf(book, row),
    paid: pick(book.paid, row),
    waived: pick(book.waived, row),
    outstanding: open,
    outstandingMinor,
    paidOn: paidOn === null ? null : fromEpochDay(paidOn),
    status: row >= book.fallen ? 'upcoming' : outstandingMinor === 0n ? 'paid' : due < asOf ? 'overdue' : 'due',
  };
}

function rowsOf(book: Book, asOf: EpochDay): PositionRow[] {
  const rows: PositionRow[] = [];
  let balance = book.balance;
  for (let row = 0; row < book.table.rows; row += 1) {
    if (row >= book.fallen) balance -= owed(book, row, 'principal');
    rows.push(rowOf(book, row, row < book.fallen ? must(book.balanceAfter[row], 'row') : balance, asOf));
  }
  return rows;
}

/** Interest earned to the day: rows fallen due, and the running row to the day. */
export function accruedInterest(book: Book, day: EpochDay): bigint {
  let total = runningInterest(book, day) + putOffInterest(book);
  for (let row = 0; row < book.fallen; row += 1) total += owed(book, row, 'interest');
  return total;
}

function accruedOf(book: Book, day: EpochDay): LoanPosition['accrued'] {
  let penaltyMinor = 0n;
  let compoundMinor = 0n;
  let feeMinor = book.prepaymentFees;
  for (let row = 0; row < book.table.rows; row += 1) {
    feeMinor += owed(book, row, 'fee');
    if (row > book.fallen) continue;
    penaltyMinor += penaltyOf(book, row);
    compoundMinor += compoundOf(book, row);
  }
  return { interestMinor: accruedInterest(book, day), penaltyMinor, compoundMinor, feeMinor };
}

/** Unpaid amounts of the rows from `firstOpen` up to and without `end`. */
function unpaid(book: Book, end: number): Amounts {
  const total: Record<Bucket, bigint> = { fee: 0n, penalty: 0n, interest: 0n, principal: 0n };
  for (let row = book.firstOpen; row < end; row += 1) for (const bucket of BUCKETS) total[bucket] += outstanding(book, row, bucket);
  return total;
}

function balancesOf(book: Book, due: Amounts, day: EpochDay): LoanPosition['balances'] {
  const principalMinor = due.principal + book.balance;
  const interestAccruedMinor = runningInterest(book, day) + putOffInterest(book);
  const penaltyMinor = due.penalty + (book.fallen < book.table.rows ? outstanding(book, book.fallen, 'penalty') : 0n);
  const feeMinor = due.fee + (book.fallen < book.table.rows ? outstanding(book, book.fallen, 'fee') : 0n);
  return {
    principalMinor,
    interestDueMinor: due.interest,
    interestAccruedMinor,
    penaltyMinor,
    feeMinor,
    totalMinor: principalMinor + due.interest + interestAccruedMinor + penaltyMinor + feeMinor,
  };
}

function nextDueOf(book: Book, asOf: EpochDay): LoanPosition['nextDue'] {
  for (let row = Math.max(0, book.fallen - 1); row < book.table.rows; row += 1) {
    const amountMinor = rowOutstanding(book, row) + (row >= book.fallen ? instalmentCharges(book, row) : 0n);
    if (dueDay(book, row) >= asOf && amountMinor > 0n) return { no: row + 1, on: fromEpochDay(dueDay(book, row)), amountMinor };
  }
  return null;
}

/** What must hold of any book, in production too: principal adds up, no bucket is overpaid, every unit received is accounted for. */
function checkBook(book: Book): void {
  let principal = book.prepaid;
  for (let row = 0; row < book.table.rows; row += 1) {
    principal += owed(book, row, 'principal');
    for (const bucket of BUCKETS) assert(outstanding(book, row, bucket) >= 0n, 'no bucket is paid beyond what it owes');
  }
  const lent = book.disbursed + book.chargedBack + book.capitalised;
  assert(principal === lent, 'rows and prepayments add up to the money lent, put back and capitalised');
  let used = creditOf(book);
  for (const allocation of book.allocations) if (allocation.kind === 'paid') used += allocation.minor;
  assert(used === book.received, 'money received is allocated or held');
}

function statusOf(book: Book, settled: boolean, overdueMinor: bigint): LoanPosition['status'] {
  if (book.disbursed === 0n) return 'pending';
  if (book.writtenOff !== null) return 'written_off';
  if (settled) return 'settled';
  if (book.chargedOffOn !== null) return 'charged_off';
  return overdueMinor > 0n ? 'overdue' : 'active';
}

/**
 * The loan at the end of `asOf`, by replaying its dated events. Pure: the same terms and events give the same bytes. Events after
 * `asOf` do not count; a reversal takes its target out on every day. Amounts in minor units, rounded as the terms say.
 * Refuses what checkTerms refuses, and loan.event_invalid, event_before_start, event_seq_duplicate, event_before_disbursement,
 * over_disbursed, disbursed_after_maturity, target_missing, method_fixed, refund_above_credit.
 */
export function replay(terms: LoanTerms, events: readonly LoanEvent[], asOf: CalendarDate): LoanPosition {
  const book = bookOf(terms, events, asOf);
  const day = toEpochDay(asOf);
  if (book.disbursed > 0n) checkBook(book);
  let lateRows = book.fallen;
  while (lateRows > 0 && dueDay(book, lateRows - 1) >= day) lateRows -= 1;
  const overdue = unpaid(book, lateRows);
  const overdueMinor = overdue.fee + overdue.penalty + overdue.interest + overdue.principal;
  const balances = balancesOf(book, unpaid(book, book.fallen), day);
  const pending = book.disbursed === 0n;
  const settled = book.fallen >= book.table.rows && balances.totalMinor === 0n;
  return {
    asOf,
    status: statusOf(book, settled, overdueMinor),
    rows: pending ? [] : rowsOf(book, day),
    disbursedMinor: book.disbursed,
    receivedMinor: book.received,
    prepaidMinor: book.prepaid,
    creditMinor: creditOf(book),
    balances,
    overdue,
    overdueMinor,
    daysPastDue: overdueMinor > 0n && !tolerated(book) ? day - dueDay(book, book.firstOpen) : 0,
    nextDue: pending ? null : nextDueOf(book, day),
    accrued: accruedOf(book, day),
    allocations: book.allocations.map((a) => ({ ...a, on: fromEpochDay(a.on) })),
    shortSettlements: book.shortSettlements,
    capitalisedMinor: book.capitalised,
    writtenOffMinor: book.writtenOff ?? 0n,
    recoveredMinor: book.recovered,
    ratePpm: rateOn(book.timeline, day),
  };
}
