import type { EpochDay } from '@tallystick/kernel';
import { type Book, outstanding, record, rowOutstanding } from './book.ts';
import { runRowPenalty } from './penalty.ts';

/** Uses one sum on what has fallen due: oldest row first, buckets in the agreed order (REP-09). */
export function payDue(book: Book, day: EpochDay, money: { readonly seq: number; left: bigint }): void {
  while (book.firstOpen < book.fallen) {
    const row = book.firstOpen;
    runRowPenalty(book, row, day);
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

/** Uses waiting money, oldest first, on what has fallen due. */
export function useCredit(book: Book, day: EpochDay): void {
  for (let first = book.credit[0]; first !== undefined && book.firstOpen < book.fallen; first = book.credit[0]) {
    payDue(book, day, first);
    if (first.left > 0n) return;
    book.credit.shift();
  }
}
