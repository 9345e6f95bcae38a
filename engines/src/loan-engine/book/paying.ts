import type { EpochDay } from '@tallystick/kernel';
import type { Bucket } from '../terms/terms.ts';
import { type Book, dueDay, type Money, outstanding, record, rowOutstanding } from './book.ts';
import { runRowPenalty } from './penalty.ts';

/** The agreed order on a day: another one may hold while the loan is long past due. */
function orderOn(book: Book, day: EpochDay): readonly Bucket[] {
  const late = book.terms.lateAllocation;
  return late !== undefined && day - dueDay(book, book.firstOpen) > late.afterDays ? late.order : book.terms.allocation;
}

/** Uses one sum on what has fallen due: oldest row first, buckets in the sum's own order or the agreed one (REP-09). */
export function payDue(book: Book, day: EpochDay, money: Money): void {
  while (book.firstOpen < book.fallen) {
    const row = book.firstOpen;
    runRowPenalty(book, row, day);
    for (const bucket of money.order ?? orderOn(book, day)) {
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

/** Uses waiting money, oldest first, on what has fallen due. */
export function useCredit(book: Book, day: EpochDay): void {
  for (let first = book.credit[0]; first !== undefined && book.firstOpen < book.fallen; first = book.credit[0]) {
    payDue(book, day, first);
    if (first.left > 0n) return;
    book.credit.shift();
  }
}
