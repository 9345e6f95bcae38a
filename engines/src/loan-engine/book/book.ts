import { divRound, type EpochDay, must, PPM, toEpochDay } from '@tallystick/kernel';
import { type Periods, partTo, periodsOf } from '../terms/periods.ts';
import { agreedTimeline, changesWithin, rateOn, type Timeline, yieldBetween } from '../terms/rates.ts';
import type { Bucket, LoanTerms } from '../terms/terms.ts';
import { askingRow, EXACT, emptyTable, fill, type Table } from './plan.ts';

/** One payment or waiver reaching one bucket of one row. Row 0 is ahead of the schedule: prepaid principal and its fee. */
export type Allocation = {
  readonly seq: number;
  readonly on: EpochDay;
  readonly row: number;
  readonly bucket: Bucket;
  /** `capitalised` became principal of a new plan, `written_off` was given up: neither is money. */
  readonly kind: 'paid' | 'waived' | 'capitalised' | 'written_off';
  readonly minor: bigint;
};

/** One stretch of days in which a row's bucket grew at one rate on one amount: the raw matter of "why this number". */
export type Stretch = {
  readonly row: number;
  readonly what: 'interest' | 'penalty' | 'compound' | 'misuse' | 'fee';
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly base: bigint;
  /** Contract rate of the stretch. */
  readonly ppm: bigint;
  /** Uplift of a penalty's stretch; zero elsewhere. */
  readonly uplift: bigint;
  readonly part: number;
};

/** One sum received, as far as it is not used yet, and its own order of allocation if it has one. */
export type Money = { readonly seq: number; left: bigint; readonly order: readonly Bucket[] | undefined };

/**
 * A loan in the middle of its replay: columns over rows. Rows below `fallen` have fallen due and never change their amounts
 * again; row `fallen` is running; `balance` is the principal that has not fallen due.
 */
export type Book = {
  /** Terms first agreed, and those in force: a new plan replaces them from its day. */
  readonly agreed: LoanTerms;
  terms: LoanTerms;
  readonly periods: Periods;
  readonly table: Table;
  /** Contract rates over time, as known so far. */
  readonly timeline: Timeline;
  fallen: number;
  firstOpen: number;
  balance: bigint;
  /** What a flat loan's interest is counted on. */
  lent: bigint;
  /** The running row's interest up to `earnedTo`, exact, before the balance last changed. */
  earned: bigint;
  earnedTo: EpochDay;
  disbursed: bigint;
  received: bigint;
  /** Put back by chargebacks; made principal of a new plan. */
  chargedBack: bigint;
  capitalised: bigint;
  recovered: bigint;
  chargedOffOn: EpochDay | null;
  writtenOff: bigint | null;
  /** The cut of a streak in force. */
  cutPpm: bigint;
  /** A change of balance whose new rows have not been laid yet, and whether they keep the instalment. */
  stale: Keep | null;
  readonly misuse: { readonly from: EpochDay; readonly to: EpochDay; readonly minor: bigint }[];
  misuseRunTo: EpochDay;
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
  readonly credit: Money[];
  /** Rows and agreed charges for being late that were charged already. */
  readonly lateCharged: Set<string>;
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
    agreed: terms,
    terms,
    periods,
    table: emptyTable(periods),
    timeline: agreedTimeline(terms),
    fallen: 0,
    firstOpen: 0,
    balance: 0n,
    lent: 0n,
    earned: 0n,
    earnedTo: toEpochDay(terms.start),
    disbursed: 0n,
    received: 0n,
    chargedBack: 0n,
    capitalised: 0n,
    recovered: 0n,
    chargedOffOn: null,
    writtenOff: null,
    cutPpm: 0n,
    stale: null,
    misuse: [],
    misuseRunTo: toEpochDay(terms.start),
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
    lateCharged: new Set(),
    allocations: [],
    shortSettlements: [],
    stretches: traced ? [] : undefined,
  };
}

export const at = (column: readonly bigint[], row: number): bigint => must(column[row], 'row within the book');
export const dueDay = (book: Book, row: number): EpochDay => must(book.periods.due[row], 'row within the book');

/** Penalty sums carry the uplift's ppm too, so they too are exact until their rounding. */
const PENALTY_EXACT = EXACT * PPM;

/** 罚息 on principal and 复利 on interest of one row, each rounded once from its exact running sum (REP-08). */
export const penaltyOf = (book: Book, row: number): bigint => divRound(at(book.penaltyExact, row), PENALTY_EXACT, book.terms.rounding);
export const compoundOf = (book: Book, row: number): bigint => divRound(at(book.compoundExact, row), PENALTY_EXACT, book.terms.rounding);

export function owed(book: Book, row: number, bucket: Bucket): bigint {
  if (bucket === 'fee') return at(book.fee, row);
  if (bucket === 'penalty')
    return book.penaltyExact[row] === 0n && book.compoundExact[row] === 0n ? 0n : penaltyOf(book, row) + compoundOf(book, row);
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
  const to = Math.min(day, dueDay(book, book.fallen));
  return book.earned + interestBase(book) * yieldBetween(book.terms, book.periods, book.timeline, book.fallen, book.earnedTo, to);
}

/** Interest accrued and not due: the running row's, to `day` (民法典 677 counts these days). Reaches the row's interest on its due day. */
export function runningInterest(book: Book, day: EpochDay): bigint {
  if (book.fallen >= book.table.rows) return 0n;
  // Flat interest is what the row says, which may be less than what the days earn: the row has to be laid to be asked.
  if (isFlat(book)) layOpenRows(book);
  const rounded = divRound(earnedExact(book, day), EXACT, book.terms.rounding);
  if (book.stale !== null) return rounded;
  const whole = at(book.table.interest, book.fallen) + (book.table.putOff[book.fallen] ?? 0n);
  return rounded > whole ? whole : rounded;
}

/** Interest of rows fallen due that the interest grace has put off and that no row has asked for yet. */
export function putOffInterest(book: Book): bigint {
  if ((book.terms.graceInterest ?? 0) === 0 || book.fallen > askingRow(book.terms) || book.fallen >= book.table.rows) return 0n;
  return book.table.putOff.slice(0, book.fallen).reduce((total, p) => total + p, 0n);
}

export const trace = (book: Book, stretch: Stretch): void => {
  if (stretch.to > stretch.from || stretch.what === 'fee') book.stretches?.push(stretch);
};

/** The running row's stretches from the last change of balance to `to`, one for each rate. */
export function stretchesTo(book: Book, row: number, from: EpochDay, to: EpochDay, base: bigint): Stretch[] {
  const { terms, periods, timeline } = book;
  const stops = [from, ...changesWithin(timeline, from, to), to];
  return stops.slice(1).map((stop, k) => {
    const start = must(stops[k], 'start');
    const part = partTo(terms, periods, row, stop) - partTo(terms, periods, row, start);
    return { row, what: 'interest' as const, from: start, to: stop, base, ppm: rateOn(timeline, start), uplift: 0n, part };
  });
}

/** How open rows are planned anew: to the same end unless something else is said, or with the same instalment. */
export type Keep = 'keep_term' | 'keep_instalment';

/** Closes the running stretch at `day`: the balance or the rate is about to change, and the open rows to be planned anew the given way. */
export function closeStretch(book: Book, day: EpochDay, keep: Keep = 'keep_term'): void {
  if (book.stale !== null && book.stale !== keep) layOpenRows(book);
  if (book.fallen >= book.table.rows) return;
  if (book.stretches !== undefined) for (const s of stretchesTo(book, book.fallen, book.earnedTo, day, interestBase(book))) trace(book, s);
  book.earned = earnedExact(book, day);
  book.earnedTo = day;
}

/** Notes that the open rows are to be planned anew from the present balance. They are laid when someone looks or the running row falls due. */
export function replan(book: Book, keep: Keep = 'keep_term'): void {
  book.stale = keep;
}

/** Lays the open rows if a change of balance is waiting. Several changes within one row are laid once: only the last balance matters. */
export function layOpenRows(book: Book): void {
  const mode = book.stale;
  if (mode === null) return;
  book.stale = null;
  if (book.fallen >= book.table.rows) return;
  fill(book.terms, book.periods, book.table, {
    row: book.fallen,
    balance: book.balance,
    earned: book.earned,
    earnedTo: book.earnedTo,
    timeline: book.timeline,
    keepInstalment: mode === 'keep_instalment',
  });
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

/** Moves on to the oldest row that still owes something. */
export function skipPaid(book: Book): void {
  while (book.firstOpen < book.fallen && rowOutstanding(book, book.firstOpen) === 0n) book.firstOpen += 1;
}

/** A fee joins the row whose (from, due] holds its day; after the last due day the last row. */
export function chargeFee(book: Book, day: EpochDay, minor: bigint): void {
  const dueToday = book.fallen > 0 && dueDay(book, book.fallen - 1) === day;
  const row = dueToday ? book.fallen - 1 : Math.min(book.fallen, book.table.rows - 1);
  addFee(book, row, day, minor);
  if (row < book.firstOpen) book.firstOpen = row;
}

/** Writes a fee into a row. */
export function addFee(book: Book, row: number, day: EpochDay, minor: bigint): void {
  if (minor === 0n) return;
  book.fee[row] = at(book.fee, row) + minor;
  trace(book, { row, what: 'fee', from: day, to: day, base: minor, ppm: 0n, uplift: 0n, part: 0 });
}
