import { addMonths, type EpochDay, fromEpochDay, must, toEpochDay } from '@tallystick/kernel';
import { periodsOf } from '../terms/periods.ts';
import { setRate, setRateWithin } from '../terms/rates.ts';
import { refuse } from '../terms/refusals.ts';
import { BUCKETS, checkTerms, type LoanTerms } from '../terms/terms.ts';
import { at, type Book, closeStretch, dueDay, layOpenRows, outstanding, record, replan, skipPaid } from './book.ts';
import type { ActingEvent, NewPlan } from './events.ts';
import { fallDueAtOnce } from './falling-due.ts';
import { askingRow, EXACT } from './plan.ts';

type Of<K extends ActingEvent['kind']> = Extract<ActingEvent, { kind: K }>;

/** 重定价: the new contract rate from the day on; what was earned before stays (REP-12). */
export function changeRate(book: Book, day: EpochDay, event: Of<'rate'>): void {
  closeStretch(book, day);
  setRate(book.timeline, day, event.ratePpm, book.cutPpm);
  replan(book);
}

/** 停息: no interest from the day up to and including `to`. The instalment stays and the end may come earlier. */
export function pauseInterest(book: Book, day: EpochDay, event: Of<'pause'>): void {
  closeStretch(book, day, 'keep_instalment');
  setRateWithin(book.timeline, day, toEpochDay(event.to) + 1, 0n);
  replan(book, 'keep_instalment');
}

/** Takes what is overdue into the new plan: its principal, and when capitalised everything else too. Returns nothing; the balance grows. */
function takeArrears(book: Book, day: EpochDay, event: { readonly seq: number }, all: boolean): void {
  let moved = 0n;
  for (let row = 0; row < book.fallen; row += 1) {
    const principal = outstanding(book, row, 'principal');
    book.table.principal[row] = at(book.table.principal, row) - principal;
    moved += principal;
    book.balanceAfter[row] = at(book.balanceAfter, row) + moved;
    for (const bucket of all ? BUCKETS : []) {
      const minor = outstanding(book, row, bucket);
      if (minor === 0n) continue;
      record(book, { seq: event.seq, on: day, row: row + 1, bucket, kind: 'capitalised', minor });
      book.capitalised += minor;
      book.balance += minor;
    }
  }
  book.balance += moved;
  skipPaid(book);
}

/** The terms of what is still open: those in force, with what the new plan says, from the day on. */
function remainingTerms(book: Book, day: EpochDay, plan: NewPlan): LoanTerms {
  const { dueDay: ownDay, firstDue: _first, dueDates: _dates, shape: _shape, downPaymentPpm: _down, principalFreeRows: _free, ...kept } = book.terms;
  const running = book.fallen < book.table.rows;
  const open = Math.max(1, book.table.rows - book.fallen);
  const count = plan.dueDates?.length ?? plan.count ?? (book.terms.method === 'bullet' ? 1 : open);
  const frequency = plan.frequency ?? book.terms.frequency;
  const nextDue = running ? fromEpochDay(dueDay(book, book.fallen)) : undefined;
  const first = plan.firstDue ?? (plan.frequency === undefined ? nextDue : undefined);
  const anchor = ownDay ?? Number(book.terms.start.slice(8));
  // The running row goes on from its own first day, so that a month stays a month whatever day it is changed on.
  const keepsRow = running && (first !== undefined || plan.dueDates !== undefined);
  return {
    ...kept,
    ...(plan.method === undefined ? {} : { method: plan.method }),
    ...(plan.shape === undefined ? {} : { shape: plan.shape }),
    ...(plan.principalFreeRows === undefined ? {} : { principalFreeRows: plan.principalFreeRows }),
    ...(plan.dueDates === undefined ? (first === undefined ? {} : { firstDue: first }) : { dueDates: plan.dueDates }),
    ...(plan.firstDue === undefined && frequency.unit === 'month' && plan.dueDates === undefined ? { dueDay: anchor } : {}),
    start: fromEpochDay(keepsRow ? must(book.periods.from[book.fallen], 'running row') : day),
    principalMinor: book.balance,
    count,
    frequency,
    gracePrincipal: plan.gracePrincipal ?? 0,
    graceInterest: 0,
  };
}

/** Replaces the rows still to come. The first of them keeps the interest its predecessor has earned, and the charges of the old rows. */
function layNewRows(book: Book, day: EpochDay, next: LoanTerms): void {
  const from = book.fallen;
  const charges = book.fee.slice(from).reduce((total, fee) => total + fee, 0n);
  const misuse = book.penaltyExact.slice(from).reduce((total, exact) => total + exact, 0n);
  const waiting = book.table.putOff.slice(0, from).reduce((total, p) => total + p, 0n);
  const periods = periodsOf(next);
  for (const column of [book.periods.from, book.periods.due, book.periods.part, book.periods.anchor]) column.length = from;
  for (let k = 0; k < periods.due.length; k += 1) {
    book.periods.from.push(must(periods.from[k], 'row'));
    book.periods.due.push(must(periods.due[k], 'row'));
    book.periods.part.push(must(periods.part[k], 'row'));
    book.periods.anchor.push(must(periods.anchor[k], 'row'));
  }
  const rows = from + periods.due.length;
  const sums = [book.fee, book.penaltyExact, book.compoundExact, book.balanceAfter, book.table.principal, book.table.interest];
  for (const column of [...sums, ...BUCKETS.flatMap((b) => [book.paid[b], book.waived[b]])]) {
    column.length = from;
    while (column.length < rows) column.push(0n);
  }
  book.penaltyFrom.length = from;
  book.penaltyFrom.push(...periods.due);
  book.paidOn.length = from;
  while (book.paidOn.length < rows) book.paidOn.push(null);
  book.fee[from] = charges;
  book.penaltyExact[from] = misuse;
  if (from <= askingRow(book.terms)) book.earned += waiting * EXACT;
  book.table.putOff.length = 0;
  book.terms = { ...next, gracePrincipal: from + (next.gracePrincipal ?? 0), ...shifted(next, from) };
  book.table.rows = rows;
  book.earnedTo = day;
  book.lent = book.balance;
  book.stale = 'keep_term';
  layOpenRows(book);
}

/** A plan's own row numbers count from its first row; the book's count from the loan's. */
function shifted(next: LoanTerms, by: number): Partial<LoanTerms> {
  const { shape, principalFreeRows } = next;
  const free = principalFreeRows === undefined ? {} : { principalFreeRows: principalFreeRows.map((row) => row + by) };
  if (shape?.kind !== 'custom') return free;
  return { ...free, shape: { kind: 'custom', principalMinor: [...Array.from({ length: by }, () => 0n), ...shape.principalMinor] } };
}

/** 变更还款计划: what is open from the day on is repaid by new terms. */
export function newPlan(book: Book, day: EpochDay, event: Of<'replan'>): void {
  layOpenRows(book);
  closeStretch(book, day);
  if (event.arrears !== 'stay') takeArrears(book, day, event, event.arrears === 'capitalise');
  if (event.plan.ratePpm !== undefined) {
    book.cutPpm = 0n;
    setRate(book.timeline, day, event.plan.ratePpm);
  }
  const next = remainingTerms(book, day, event.plan);
  if (book.balance === 0n) return;
  const plain = next.firstDue === undefined ? next : withoutDueDay(next);
  checkTerms(next.dueDates === undefined ? plain : { ...plain, interestBasis: 'actual' });
  layNewRows(book, day, next);
}
const withoutDueDay = ({ dueDay: _, ...terms }: LoanTerms): LoanTerms => terms;

/**
 * Longest day a loan may be extended to: EXT-01, counted from the term first agreed: in days, and for a term of whole months in months
 * too, whichever is later, so that a half-year loan may have another half year.
 */
export function extensionLimit(terms: LoanTerms, maturity: EpochDay, borrower: 'company' | 'personal'): EpochDay {
  const days = maturity - toEpochDay(terms.start);
  const months = monthsBetween(terms, maturity);
  const later = (count: number): EpochDay => toEpochDay(addMonths(fromEpochDay(maturity), count));
  const whole = toEpochDay(addMonths(terms.start, months)) === maturity;
  if (months <= 12) return Math.max(maturity + days, whole ? later(months) : 0);
  if (borrower === 'personal') return Number.POSITIVE_INFINITY;
  return months <= 60 ? Math.max(maturity + Math.floor(days / 2), whole ? later(Math.floor(months / 2)) : 0) : later(36);
}
const monthsBetween = (terms: LoanTerms, maturity: EpochDay): number => {
  let months = 0;
  while (toEpochDay(addMonths(terms.start, months)) < maturity) months += 1;
  return months;
};

/** 展期: asked for before maturity and within its limit (EXT-01); the same terms over more periods. */
export function extend(book: Book, day: EpochDay, event: Of<'extend'>): void {
  const maturity = must(periodsOf(book.agreed).due.at(-1), 'maturity');
  if (book.fallen >= book.table.rows) throw refuse('loan.extension_too_late', { field: 'on', facts: { seq: event.seq } });
  const open = book.table.rows - book.fallen;
  const bullet = book.terms.method === 'bullet';
  const plan: NewPlan = bullet ? { firstDue: fromEpochDay(laterDue(book, event.periods)) } : { count: open + event.periods };
  const limit = extensionLimit(book.agreed, maturity, event.borrower);
  const end = must(periodsOf(remainingTerms(book, day, plan)).due.at(-1), 'new maturity');
  if (end > limit) throw refuse('loan.extension_too_long', { field: 'periods', facts: { seq: event.seq, limit: fromEpochDay(limit) } });
  newPlan(book, day, { on: event.on, seq: event.seq, kind: 'replan', plan, arrears: 'stay' });
}

/** The last due day moved on by so many periods of the contract. */
function laterDue(book: Book, periods: number): EpochDay {
  const due = dueDay(book, book.table.rows - 1);
  const { unit, every } = book.terms.frequency;
  if (unit === 'month') return toEpochDay(addMonths(fromEpochDay(due), periods * every));
  return due + periods * every * (unit === 'week' ? 7 : 1);
}

/** 提前到期: all of it is due today, without a fee for paying early. */
export function accelerate(book: Book, day: EpochDay): void {
  if (book.fallen < book.table.rows) fallDueAtOnce(book, day, 0n);
}

/** 挪用: from the day on the amount bears the misuse uplift. */
export function noteMisuse(book: Book, day: EpochDay, event: Of<'misuse'>): void {
  book.misuse.push({ from: day, to: event.to === undefined ? Number.POSITIVE_INFINITY : toEpochDay(event.to), minor: event.amountMinor });
}

/** 核销前转表外: by the contract interest goes on, stops, or everything falls due. */
export function chargeOff(book: Book, day: EpochDay): void {
  book.chargedOffOn = day;
  const way = book.terms.chargeOff ?? 'regular';
  if (way === 'regular') return;
  closeStretch(book, day, 'keep_instalment');
  if (way === 'accelerate') accelerate(book, day);
  setRate(book.timeline, day, 0n);
  replan(book, 'keep_instalment');
}

/** 核销: all that is owed is given up; what comes in later is a recovery. */
export function writeOff(book: Book, day: EpochDay, event: Of<'write_off'>): void {
  accelerate(book, day);
  let total = 0n;
  for (let row = 0; row < book.fallen; row += 1) {
    for (const bucket of BUCKETS) {
      const minor = outstanding(book, row, bucket);
      if (minor > 0n) record(book, { seq: event.seq, on: day, row: row + 1, bucket, kind: 'written_off', minor });
      total += minor;
    }
  }
  book.writtenOff = (book.writtenOff ?? 0n) + total;
  skipPaid(book);
}

/** A cost added to the principal of the rows to come. */
export function capitalise(book: Book, day: EpochDay, event: Of<'capitalise'>): void {
  if (book.fallen >= book.table.rows) throw refuse('loan.disbursed_after_maturity', { field: 'on', facts: { on: event.on } });
  closeStretch(book, day);
  book.capitalised += event.amountMinor;
  book.balance += event.amountMinor;
  replan(book);
}

/** A payment taken back: the amount is owed again as principal of the rows to come, or of the last row when none is left. */
export function chargeback(book: Book, day: EpochDay, event: Of<'chargeback'>): void {
  book.chargedBack += event.amountMinor;
  if (book.fallen < book.table.rows) {
    closeStretch(book, day);
    book.balance += event.amountMinor;
    replan(book);
    return;
  }
  const row = book.table.rows - 1;
  book.table.principal[row] = at(book.table.principal, row) + event.amountMinor;
  book.firstOpen = Math.min(book.firstOpen, row);
  book.penaltyFrom[row] = day;
}
