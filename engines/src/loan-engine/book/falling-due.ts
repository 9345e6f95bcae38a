import type { EpochDay } from '@tallystick/kernel';
import { partTo } from '../terms/periods.ts';
import { setCut } from '../terms/rates.ts';
import {
  at,
  type Book,
  closeStretch,
  dueDay,
  interestBase,
  layOpenRows,
  replan,
  rowOutstanding,
  runningInterest,
  skipPaid,
  stretchesTo,
  trace,
} from './book.ts';
import { chargeInstalment } from './charges.ts';
import { useCredit } from './paying.ts';
import { runMisuse, runPenalties, runsTogether } from './penalty.ts';
import { askingRow } from './plan.ts';

/** Lets every row due on or before `day` fall due; waiting money pays it on its own due day. One closed early, or of a loan not paid out, bears no charge. */
export function fallDue(book: Book, day: EpochDay, early = false): void {
  while (book.fallen < book.table.rows && dueDay(book, book.fallen) <= day) {
    layOpenRows(book);
    const row = book.fallen;
    const due = dueDay(book, row);
    // What was tolerated up to here may be too much with this row: those days stay free.
    if (runsTogether(book)) runPenalties(book, due);
    else runMisuse(book, due);
    if (book.stretches !== undefined) for (const s of stretchesTo(book, row, book.earnedTo, due, interestBase(book))) trace(book, s);
    if (!early && book.disbursed > 0n) chargeInstalment(book, row);
    book.balance -= at(book.table.principal, row);
    book.balanceAfter[row] = book.balance;
    book.fallen = row + 1;
    book.earned = 0n;
    book.earnedTo = due;
    useCredit(book, due);
    skipPaid(book);
    if (book.terms.streak !== undefined) applyStreak(book, row, due);
  }
}

/** Instalments in a row, up to and without `row`, that were paid by their due day. */
function onTimeBefore(book: Book, row: number): number {
  let count = 0;
  for (let k = row - 1; k >= 0 && rowOutstanding(book, k) === 0n && (book.paidOn[k] ?? 0) <= dueDay(book, k); k -= 1) count += 1;
  return count;
}

/** 按时还款优惠: the best cut the streak has earned holds from this due day on; it is gone with the first overdue instalment. */
function applyStreak(book: Book, row: number, due: EpochDay): void {
  const streak = onTimeBefore(book, row);
  const cut = (book.terms.streak ?? []).reduce((best, tier) => (tier.periods <= streak && tier.cutPpm > best ? tier.cutPpm : best), 0n);
  if (cut === book.cutPpm) return;
  book.cutPpm = cut;
  setCut(book.timeline, due, cut);
  replan(book);
}

/** Everything left falls due today: the running row becomes the last, with interest to the day, all principal and the fee agreed. */
export function fallDueAtOnce(book: Book, day: EpochDay, fee: bigint): void {
  layOpenRows(book);
  const row = book.fallen;
  const interest = runningInterest(book, day);
  const waiting = book.table.putOff.slice(0, row).reduce((total, p) => total + p, 0n);
  closeStretch(book, day, 'keep_instalment');
  book.table.interest[row] = interest + (row <= askingRow(book.terms) ? waiting : 0n);
  book.table.principal[row] = book.balance;
  book.table.rows = row + 1;
  book.periods.part[row] = partTo(book.terms, book.periods, row, day);
  book.periods.due[row] = day;
  book.penaltyFrom[row] = day;
  if (fee > 0n) {
    book.fee[row] = at(book.fee, row) + fee;
    trace(book, { row, what: 'fee', from: day, to: day, base: fee, ppm: 0n, uplift: 0n, part: 0 });
  }
  // Charges of rows that no longer come are due with the last one.
  for (let later = row + 1; later < book.fee.length; later += 1) {
    book.fee[row] = at(book.fee, row) + at(book.fee, later);
    book.fee[later] = 0n;
  }
  fallDue(book, day, true);
}
