import { type EpochDay, must, PPM } from '@tallystick/kernel';
import { dayParts } from '../terms/periods.ts';
import { changesWithin, rateOn } from '../terms/rates.ts';
import { at, type Book, compoundOf, dueDay, layOpenRows, outstanding, owed, penaltyOf, rowOutstanding, trace } from './book.ts';
import { EXACT } from './plan.ts';

/** Arrears small enough to bear no penalty and count no days. */
export function tolerated(book: Book): boolean {
  const tolerance = book.terms.arrearsToleranceMinor ?? 0n;
  if (tolerance === 0n) return false;
  let total = 0n;
  for (let row = book.firstOpen; row < book.fallen; row += 1) total += rowOutstanding(book, row);
  return total <= tolerance;
}

/** The misuse that stands on a day, of the whole loan. */
const misusedOn = (book: Book, day: EpochDay): bigint =>
  book.misuse.reduce((total, m) => (m.from <= day && day < m.to ? total + m.minor : total), 0n);

/** Uplift on overdue amounts: that of the contract, or the misuse's where it stands and is higher; never both (REP-10). */
function overdueUplift(book: Book, day: EpochDay): bigint {
  const { penaltyUpliftPpm, misuseUpliftPpm = 0n } = book.terms;
  return misusedOn(book, day) > 0n && misuseUpliftPpm > penaltyUpliftPpm ? misuseUpliftPpm : penaltyUpliftPpm;
}

/** rate × (1 + uplift) in ppm², kept under the cap of the contract. */
function penaltyRate(book: Book, ppm: bigint, uplift: bigint): bigint {
  const rate = ppm * (PPM + uplift);
  const cap = (book.terms.penaltyCapPpm ?? 0n) * PPM;
  return cap > 0n && rate > cap ? cap : rate;
}

/** Days on which something about penalties changes between two days, both included. */
function stops(book: Book, from: EpochDay, to: EpochDay): EpochDay[] {
  const inside = [...changesWithin(book.timeline, from, to), ...book.misuse.flatMap((m) => [m.from, m.to])].filter((d) => d > from && d < to);
  return inside.length === 0 ? [from, to] : [from, ...new Set(inside.sort((a, b) => a - b)), to];
}

/**
 * Lets the penalty of one overdue row run up to `day`: 罚息 on its principal, 复利 on its interest (REP-08). Within the grace days nothing
 * runs; after them it runs from the due day. This is where a penalty is computed. A row is brought up to date when money reaches it
 * or someone looks, so arrears of many rows cost nothing in between.
 */
export function runRowPenalty(book: Book, row: number, day: EpochDay): void {
  const from = must(book.penaltyFrom[row], 'row within the book');
  if (day <= from || day - dueDay(book, row) <= book.terms.penaltyGraceDays) return;
  const principal = outstanding(book, row, 'principal');
  const interest = book.terms.compoundOnInterest ? outstanding(book, row, 'interest') : 0n;
  const days = stops(book, from, day);
  for (let k = 1; k < days.length; k += 1) runPenalty(book, row, must(days[k - 1], 'start'), must(days[k], 'stop'), principal, interest);
  book.penaltyFrom[row] = day;
  keepUnderCap(book, row);
}

/** Brings the penalties of all overdue rows up to a day. Arrears within the tolerance bear none. */
export function runPenalties(book: Book, day: EpochDay): void {
  const spared = book.firstOpen < book.fallen && tolerated(book);
  for (let row = book.firstOpen; row < book.fallen; row += 1) {
    if (!spared) runRowPenalty(book, row, day);
    else if (day - dueDay(book, row) > book.terms.penaltyGraceDays) book.penaltyFrom[row] = day;
  }
  runMisuse(book, day);
}

/** Whether penalties depend on the arrears as a whole, so that they run with every event. */
export const runsTogether = (book: Book): boolean => book.terms.costCapPpm !== undefined || (book.terms.arrearsToleranceMinor ?? 0n) > 0n;

/** One stretch of one row: both sums stay exact until their one rounding. */
function runPenalty(book: Book, row: number, from: EpochDay, to: EpochDay, principal: bigint, interest: bigint): void {
  const part = dayParts(book.terms.dayBase, from, to);
  const ppm = rateOn(book.timeline, from);
  const uplift = overdueUplift(book, from);
  const unit = penaltyRate(book, ppm, uplift) * BigInt(part);
  book.penaltyExact[row] = at(book.penaltyExact, row) + principal * unit;
  book.compoundExact[row] = at(book.compoundExact, row) + interest * unit;
  if (principal > 0n) trace(book, { row, what: 'penalty', from, to, base: principal, ppm, uplift, part });
  if (interest > 0n) trace(book, { row, what: 'compound', from, to, base: interest, ppm, uplift, part });
}

/** 挪用罚息: the uplift alone, on the misused part of what is not due, whose contract interest runs anyway (REP-08). */
export function runMisuse(book: Book, day: EpochDay): void {
  const from = book.misuseRunTo;
  if (day <= from) return;
  book.misuseRunTo = day;
  const row = Math.min(book.fallen, book.table.rows - 1);
  if (book.misuse.length === 0 || row < 0) return;
  const days = stops(book, from, day);
  for (let k = 1; k < days.length; k += 1) {
    const start = must(days[k - 1], 'start');
    const stop = must(days[k], 'stop');
    const misused = misusedOn(book, start);
    const base = misused < book.balance ? misused : book.balance;
    if (base === 0n) continue;
    const part = dayParts(book.terms.dayBase, start, stop);
    const ppm = rateOn(book.timeline, start);
    const uplift = book.terms.misuseUpliftPpm ?? 0n;
    book.penaltyExact[row] = at(book.penaltyExact, row) + base * ppm * uplift * BigInt(part);
    trace(book, { row, what: 'misuse', from: start, to: stop, base, ppm, uplift, part });
  }
  keepUnderCap(book, row);
}

/** What interest, fees and penalties may still come to under the cap on the cost of the whole loan; undefined when there is no cap. */
export function costRoom(book: Book): bigint | undefined {
  const cap = book.terms.costCapPpm;
  if (cap === undefined) return undefined;
  layOpenRows(book);
  let charged = book.prepaymentFees;
  for (let row = 0; row < book.table.rows; row += 1) charged += owed(book, row, 'interest') + owed(book, row, 'fee') + owed(book, row, 'penalty');
  return (book.disbursed * cap) / PPM - charged;
}

/** A penalty beyond the cap is not charged; what was paid or waived of it before stays. */
function keepUnderCap(book: Book, row: number): void {
  const room = costRoom(book);
  if (room === undefined || room >= 0n) return;
  const met = at(book.paid.penalty, row) + at(book.waived.penalty, row);
  const keep = penaltyOf(book, row) + compoundOf(book, row) + room;
  book.compoundExact[row] = 0n;
  book.penaltyExact[row] = (keep > met ? keep : met) * EXACT * PPM;
}
