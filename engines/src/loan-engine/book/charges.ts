import { divRound, type EpochDay, PPM } from '@tallystick/kernel';
import type { Charge, FeeAmount, FeeBase } from '../terms/charges.ts';
import { addFee, type Book, chargeFee, dueDay, layOpenRows, outstanding, rowOutstanding } from './book.ts';
import { costRoom, tolerated } from './penalty.ts';

/** Principal not repaid, due or not, when a row begins: of one to come, without the principal of those before it. */
function principalLeft(book: Book, row: number): bigint {
  let total = book.balance;
  for (let k = book.firstOpen; k < book.fallen; k += 1) total += outstanding(book, k, 'principal');
  for (let k = book.fallen; k < row; k += 1) total -= outstanding(book, k, 'principal');
  return total;
}

function baseOf(book: Book, of: FeeBase, row: number): bigint {
  if (of === 'lent') return book.disbursed;
  if (of === 'outstanding') return principalLeft(book, row);
  const principal = outstanding(book, row, 'principal');
  const interest = outstanding(book, row, 'interest');
  return of === 'principal_due' ? principal : of === 'interest_due' ? interest : principal + interest;
}
const shareOf = (book: Book, base: bigint, sharePpm: bigint): bigint => divRound(base * sharePpm, PPM, book.terms.rounding);
const amountOf = (book: Book, fee: FeeAmount, row: number): bigint =>
  'amountMinor' in fee ? fee.amountMinor : shareOf(book, baseOf(book, fee.of, row), fee.sharePpm);

/** An amount kept under the cap on the cost of the loan. */
function underCap(book: Book, asked: bigint): bigint {
  const room = costRoom(book);
  return room !== undefined && asked > room ? (room > 0n ? room : 0n) : asked;
}

/** What a charge on a day comes to: shares of a row are those of the running one. */
export function feeOf(book: Book, fee: FeeAmount): bigint {
  layOpenRows(book);
  return underCap(book, amountOf(book, fee, Math.min(book.fallen, book.table.rows - 1)));
}

const agreed = (book: Book, when: Charge['when']): readonly Charge[] => (book.terms.charges ?? []).filter((charge) => charge.when === when);

/** Charges of money going out; they fall due with the running row, and at once where a down payment does. */
export function chargeForMoneyOut(book: Book, day: EpochDay, minor: bigint, first: boolean): void {
  for (const charge of [...(first ? agreed(book, 'disbursement') : []), ...agreed(book, 'tranche')])
    chargeFee(book, day, underCap(book, 'amountMinor' in charge ? charge.amountMinor : shareOf(book, minor, charge.sharePpm)));
}

/** What a row to come will be charged as it falls due, by the plan as it stands. */
export function instalmentCharges(book: Book, row: number): bigint {
  return agreed(book, 'instalment').reduce((total, charge) => total + amountOf(book, charge, row), 0n);
}

/** Charges of a row on its due day. */
export function chargeInstalment(book: Book, row: number): void {
  if (book.terms.charges !== undefined) addFee(book, row, dueDay(book, row), underCap(book, instalmentCharges(book, row)));
}

/** Charges of rows that are still unpaid so many days after their due day: once for each row. Arrears within the tolerance bear none. */
export function chargeOverdue(book: Book, day: EpochDay): void {
  if (book.terms.charges === undefined || tolerated(book)) return;
  for (let row = book.firstOpen; row < book.fallen; row += 1) {
    for (const [k, charge] of agreed(book, 'overdue').entries()) {
      const after = dueDay(book, row) + (charge.afterDays ?? 0);
      if (day <= after || book.lateCharged.has(`${row} ${k}`) || rowOutstanding(book, row) === 0n) continue;
      book.lateCharged.add(`${row} ${k}`);
      addFee(book, row, after + 1, underCap(book, amountOf(book, charge, row)));
    }
  }
}
