import { divRound, type EpochDay, must, PPM, toEpochDay } from '@tallystick/kernel';
import { dayParts, type Periods, partTo, periodsOf } from './periods.ts';
import { EXACT, emptyTable, exactInterest, fill, type Table } from './plan.ts';
import type { Bucket, LoanTerms } from './terms.ts';

/** One payment or waiver reaching one bucket of one row. Row 0 is ahead of the schedule: prepaid principal and its fee. */
export type Allocation = {
  readonly seq: number;
  readonly on: EpochDay;
  readonly row: number;
  readonly bucket: Bucket;
  readonly kind: 'paid' | 'waived';
  readonly minor: bigint;
};

/** One stretch of days in which a row's bucket grew at one rate on one amount: the raw matter of "why this number". */
export type Stretch = {
  readonly row: number;
  readonly what: 'interest' | 'penalty' | 'compound' | 'fee';
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly base: bigint;
  readonly part: number;
};

/**
 * A loan in the middle of its replay: columns over rows. Rows below `fallen` have fallen due and never change their amounts
 * again; row `fallen` is running; `balance` is the principal that has not fallen due.
 */
export type Book = {
  readonly terms: LoanTerms;
  readonly periods: Periods;
  readonly table: Table;
  fallen: number;
  firstOpen: number;
  balance: bigint;
  /** What a flat loan's interest is counted on. */
  lent: bigint;
  /** The running row's interest up to `earnedTo`, exact, before the balance last changed. */
  earned: bigint;
  earnedPart: number;
  earnedTo: EpochDay;
  disbursed: bigint;
  received: bigint;
  prepaid: bigint;
  prepaymentFees: bigint;
  readonly fee: bigint[];
  readonly penaltyExact: bigint[];
  readonly compoundExact: bigint[];
  readonly penaltyFrom: EpochDay[];
  readonly paid: Readonly<Record<Bucket, bigint[]>>;
  readonly waived: Readonly<Record<Bucket, bigint[]>>;
  readonly paidOn: (EpochDay | null)[];
  readonly balanceAfter: bigint[];
  /** Money received and not yet used, oldest first. It waits for the next due day. */
  readonly credit: { readonly seq: number; left: bigint }[];
  readonly allocations: Allocation[];
  readonly shortSettlements: { seq: number; missingMinor: bigint }[];
  readonly stretches: Stretch[] | undefined;
};

/** `traced` keeps the stretches for explanations; a plain replay does without. */
export function emptyBook(terms: LoanTerms, traced: boolean): Book {
  const periods = periodsOf(terms);
  const zeros = (): bigint[] => periods.due.map(() => 0n);
  const columns = (): Record<Bucket, bigint[]> => ({ fee: zeros(), penalty: zeros(), interest: zeros(), principal: zeros() });
  return {
    terms,
    periods,
    table: emptyTable(periods),
    fallen: 0,
    firstOpen: 0,
    balance: 0n,
    lent: 0n,
    earned: 0n,
    earnedPart: 0,
    earnedTo: toEpochDay(terms.start),
    disbursed: 0n,
    received: 0n,
    prepaid: 0n,
    prepaymentFees: 0n,
    fee: zeros(),
    penaltyExact: zeros(),
    compoundExact: zeros(),
    penaltyFrom: [...periods.due],
    paid: columns(),
    waived: columns(),
    paidOn: periods.due.map(() => null),
    balanceAfter: zeros(),
    credit: [],
    allocations: [],
    shortSettlements: [],
    stretches: traced ? [] : undefined,
  };
}

const at = (column: readonly bigint[], row: number): bigint => must(column[row], 'row within the book');
export const dueDay = (book: Book, row: number): EpochDay => must(book.periods.due[row], 'row within the book');

/** Penalty sums carry the uplift's ppm too, so they too are exact until their rounding. */
const PENALTY_EXACT = EXACT * PPM;
const penaltyRate = (terms: LoanTerms): bigint => terms.ratePpm * (PPM + terms.penaltyUpliftPpm);

/** 罚息 on principal and 复利 on interest of one row, each rounded once from its exact running sum (REP-08). */
export const penaltyOf = (book: Book, row: number): bigint => divRound(at(book.penaltyExact, row), PENALTY_EXACT, book.terms.rounding);
export const compoundOf = (book: Book, row: number): bigint => divRound(at(book.compoundExact, row), PENALTY_EXACT, book.terms.rounding);

export function owed(book: Book, row: number, bucket: Bucket): bigint {
  if (bucket === 'fee') return at(book.fee, row);
  if (bucket === 'penalty') return penaltyOf(book, row) + compoundOf(book, row);
  return at(bucket === 'interest' ? book.table.interest : book.table.principal, row);
}
export const outstanding = (book: Book, row: number, bucket: Bucket): bigint =>
  owed(book, row, bucket) - at(book.paid[bucket], row) - at(book.waived[bucket], row);
export function rowOutstanding(book: Book, row: number): bigint {
  return outstanding(book, row, 'fee') + outstanding(book, row, 'penalty') + outstanding(book, row, 'interest') + outstanding(book, row, 'principal');
}

const isFlat = (book: Book): boolean => book.terms.method === 'flat';
/** What the running row's interest is counted on. */
export const interestBase = (book: Book): bigint => (isFlat(book) ? book.lent : book.balance);

/** Interest the running row has earned up to `day`, exact and unrounded. */
function earnedExact(book: Book, day: EpochDay): bigint {
  const part = partTo(book.terms, book.periods, book.fallen, day) - book.earnedPart;
  return book.earned + exactInterest(interestBase(book), book.terms.ratePpm, part);
}

/** Interest accrued and not due: the running row's, to `day` (民法典 677 counts these days). Reaches the row's interest on its due day. */
export function runningInterest(book: Book, day: EpochDay): bigint {
  if (book.fallen >= book.table.rows) return 0n;
  const rounded = divRound(earnedExact(book, day), EXACT, book.terms.rounding);
  const whole = at(book.table.interest, book.fallen);
  return rounded > whole ? whole : rounded;
}

const trace = (book: Book, stretch: Stretch): void => {
  if (stretch.to > stretch.from || stretch.what === 'fee') book.stretches?.push(stretch);
};

/** Closes the running stretch at `day`: the balance is about to change. */
export function closeStretch(book: Book, day: EpochDay): void {
  const part = partTo(book.terms, book.periods, book.fallen, day);
  trace(book, { row: book.fallen, what: 'interest', from: book.earnedTo, to: day, base: interestBase(book), part: part - book.earnedPart });
  book.earned = earnedExact(book, day);
  book.earnedPart = part;
  book.earnedTo = day;
}

/** Plans the open rows anew from the present balance. */
export function replan(book: Book, keepInstalment: boolean): void {
  fill(book.terms, book.periods, book.table, {
    row: book.fallen,
    balance: book.balance,
    earned: book.earned,
    earnedPart: book.earnedPart,
    keepInstalment,
  });
}

/** Lets the penalty of overdue rows run up to `day`. Within the grace days nothing runs; after them it runs from the due day (REP-08). */
export function runPenalties(book: Book, day: EpochDay): void {
  const { terms } = book;
  for (let row = book.firstOpen; row < book.fallen; row += 1) {
    const from = must(book.penaltyFrom[row], 'row within the book');
    if (day <= from || day - dueDay(book, row) <= terms.penaltyGraceDays) continue;
    const part = dayParts(terms.dayBase, from, day);
    const principal = outstanding(book, row, 'principal');
    const interest = terms.compoundOnInterest ? outstanding(book, row, 'interest') : 0n;
    book.penaltyExact[row] = at(book.penaltyExact, row) + exactInterest(principal, penaltyRate(terms), part);
    book.compoundExact[row] = at(book.compoundExact, row) + exactInterest(interest, penaltyRate(terms), part);
    if (principal > 0n) trace(book, { row, what: 'penalty', from, to: day, base: principal, part });
    if (interest > 0n) trace(book, { row, what: 'compound', from, to: day, base: interest, part });
    book.penaltyFrom[row] = day;
  }
}

/** Uses one sum on what has fallen due: oldest row first, buckets in the agreed order (REP-09). */
export function payDue(book: Book, day: EpochDay, money: { readonly seq: number; left: bigint }): void {
  while (book.firstOpen < book.fallen) {
    const row = book.firstOpen;
    for (const bucket of book.terms.allocation) {
      const open = outstanding(book, row, bucket);
      const minor = open < money.left ? open : money.left;
      if (minor <= 0n) continue;
      money.left -= minor;
      record(book, { seq: money.seq, on: day, row: row + 1, bucket, kind: 'paid', minor });
    }
    if (rowOutstanding(book, row) > 0n) return;
    book.firstOpen += 1;
  }
}

/** Writes an allocation and moves its row's column. */
export function record(book: Book, allocation: Allocation): void {
  book.allocations.push(allocation);
  const row = allocation.row - 1;
  if (row < 0) return;
  const column = (allocation.kind === 'paid' ? book.paid : book.waived)[allocation.bucket];
  column[row] = at(column, row) + allocation.minor;
  book.paidOn[row] = allocation.on;
}

/** Uses waiting money, oldest first, on what has fallen due. */
export function useCredit(book: Book, day: EpochDay): void {
  for (let first = book.credit[0]; first !== undefined && book.firstOpen < book.fallen; first = book.credit[0]) {
    payDue(book, day, first);
    if (first.left > 0n) return;
    book.credit.shift();
  }
}

/** Lets every row due on or before `day` fall due; waiting money pays it on its own due day. */
export function fallDue(book: Book, day: EpochDay): void {
  while (book.fallen < book.table.rows && dueDay(book, book.fallen) <= day) {
    const row = book.fallen;
    const due = dueDay(book, row);
    const part = must(book.periods.part[row], 'row') - book.earnedPart;
    trace(book, { row, what: 'interest', from: book.earnedTo, to: due, base: interestBase(book), part });
    book.balance -= at(book.table.principal, row);
    book.balanceAfter[row] = book.balance;
    book.fallen = row + 1;
    book.earned = 0n;
    book.earnedPart = 0;
    book.earnedTo = due;
    useCredit(book, due);
    skipPaid(book);
  }
}

/** Moves on to the oldest row that still owes something. */
export function skipPaid(book: Book): void {
  while (book.firstOpen < book.fallen && rowOutstanding(book, book.firstOpen) === 0n) book.firstOpen += 1;
}

/** A fee joins the row whose (from, due] holds its day; after the last due day the last row. */
export function chargeFee(book: Book, day: EpochDay, minor: bigint): void {
  const dueToday = book.fallen > 0 && dueDay(book, book.fallen - 1) === day;
  const row = dueToday ? book.fallen - 1 : Math.min(book.fallen, book.table.rows - 1);
  book.fee[row] = at(book.fee, row) + minor;
  if (row < book.firstOpen) book.firstOpen = row;
  trace(book, { row, what: 'fee', from: day, to: day, base: minor, part: 0 });
}

/** Everything left falls due today: the running row becomes the last, with interest to the day, all principal and the fee agreed. */
export function fallDueAtOnce(book: Book, day: EpochDay, fee: bigint): void {
  const row = book.fallen;
  const interest = runningInterest(book, day);
  closeStretch(book, day);
  book.table.interest[row] = interest;
  book.table.principal[row] = book.balance;
  book.table.rows = row + 1;
  book.periods.due[row] = day;
  book.periods.part[row] = book.earnedPart;
  book.penaltyFrom[row] = day;
  if (fee > 0n) {
    book.fee[row] = at(book.fee, row) + fee;
    trace(book, { row, what: 'fee', from: day, to: day, base: fee, part: 0 });
  }
  fallDue(book, day);
}
