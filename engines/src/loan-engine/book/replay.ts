import { type CalendarDate, divRound, type EpochDay, formatMoney, must, PPM, toEpochDay } from '@tallystick/kernel';
import { refuse } from '../terms/refusals.ts';
import { type Bucket, checkTerms, type LoanTerms } from '../terms/terms.ts';
import {
  type Book,
  chargeFee,
  closeStretch,
  emptyBook,
  layOpenRows,
  type Money,
  outstanding,
  putOffInterest,
  record,
  replan,
  rowOutstanding,
  runningInterest,
  skipPaid,
} from './book.ts';
import { accelerate, capitalise, changeRate, chargeback, chargeOff, extend, newPlan, noteMisuse, pauseInterest, writeOff } from './changes.ts';
import { chargeForMoneyOut, chargeOverdue, feeOf } from './charges.ts';
import { type ActingEvent, actingEvents, type LoanEvent } from './events.ts';
import { fallDue, fallDueAtOnce } from './falling-due.ts';
import { useCredit } from './paying.ts';
import { runMisuse, runPenalties, runsTogether } from './penalty.ts';
import { downPaymentOf } from './plan.ts';

type Of<K extends ActingEvent['kind']> = Extract<ActingEvent, { kind: K }>;

/** Principal (re)planned while a flat loan's interest is fixed would no longer be the flat loan that was agreed. */
function refuseFixedMethod(book: Book): void {
  if (book.terms.method === 'flat') throw refuse('loan.method_fixed', { field: 'kind' });
}

/** Principal not repaid: what a revolving line has in use. */
function owedPrincipal(book: Book): bigint {
  let total = book.balance;
  for (let row = book.firstOpen; row < book.fallen; row += 1) total += outstanding(book, row, 'principal');
  return total;
}

function disburse(book: Book, day: EpochDay, event: Of<'disburse'>): void {
  const { terms } = book;
  if (book.disbursed > 0n) refuseFixedMethod(book);
  const { principalMinor } = book.agreed;
  const drawn = terms.revolving === true ? owedPrincipal(book) : book.disbursed;
  if (drawn + event.amountMinor > principalMinor) {
    throw refuse('loan.over_disbursed', { field: 'amountMinor', facts: { principal: formatMoney(principalMinor) } });
  }
  const down = downPaymentOf(terms, event.amountMinor);
  // The down-payment row stands on the start day; money paid out later has none.
  if (down > 0n && event.on !== terms.start) throw refuse('loan.event_invalid', { field: 'on', facts: { seq: event.seq, field: 'on' } });
  if (book.fallen >= book.table.rows) throw refuse('loan.disbursed_after_maturity', { field: 'on', facts: { on: event.on } });
  closeStretch(book, day);
  // A loan whose principal was all prepaid had its empty rows cut off; new money needs them again.
  if (book.balance === 0n) book.table.rows = book.periods.due.length;
  book.disbursed += event.amountMinor;
  book.balance += event.amountMinor - down;
  book.lent = book.balance;
  replan(book);
  chargeForMoneyOut(book, day, event.amountMinor, book.disbursed === event.amountMinor);
  if (down === 0n) return;
  // The down-payment row has no days, so it fell due before the money went out: what it asks for is added now.
  book.table.principal[0] = (book.table.principal[0] ?? 0n) + down;
  book.balanceAfter[0] = book.balance;
  book.firstOpen = 0;
}

/** Fee on principal repaid before its due day (REP-14). */
export const prepaymentFee = (terms: LoanTerms, principal: bigint): bigint => divRound(principal * terms.prepaymentFeePpm, PPM, terms.rounding);

export type Closing = Readonly<Record<'principal' | 'interest' | 'fee' | 'penalty' | 'prepaymentFee' | 'total', bigint>>;

/** What would close the loan today beyond what has fallen due, and the parts of it. */
export function closingOf(book: Book, day: EpochDay): Closing {
  const running = book.fallen < book.table.rows;
  const interest = runningInterest(book, day) + putOffInterest(book);
  const fee = running ? outstanding(book, book.fallen, 'fee') : 0n;
  const onPrincipal = prepaymentFee(book.terms, book.balance);
  const penalty = running ? outstanding(book, book.fallen, 'penalty') : 0n;
  const total = book.balance + interest + fee + onPrincipal + penalty;
  return { principal: book.balance, interest, fee, penalty, prepaymentFee: onPrincipal, total };
}

/** Sum of all that has fallen due and is not paid. Rows below `firstOpen` owe nothing. */
export function totalDue(book: Book): bigint {
  let total = 0n;
  for (let row = book.firstOpen; row < book.fallen; row += 1) total += rowOutstanding(book, row);
  return total;
}
export const creditOf = (book: Book): bigint => book.credit.reduce((total, c) => total + c.left, 0n);

function receive(book: Book, seq: number, minor: bigint, order?: readonly Bucket[]): Money {
  const money = { seq, left: minor, order };
  book.received += minor;
  book.credit.push(money);
  return money;
}

function close(book: Book, day: EpochDay): void {
  if (book.fallen < book.table.rows) fallDueAtOnce(book, day, prepaymentFee(book.terms, book.balance));
  useCredit(book, day);
}

/** Largest principal that, with its fee, fits into `money`. */
function principalWithin(terms: LoanTerms, money: bigint): bigint {
  let principal = (money * PPM) / (PPM + terms.prepaymentFeePpm) + 1n;
  while (principal + prepaymentFee(terms, principal) > money) principal -= 1n;
  return principal;
}

/** 部分提前还款: what is due first, then principal ahead of schedule. Interest so far stays with the running row (REP-14, 民法典 677). */
function prepay(book: Book, day: EpochDay, event: Of<'prepay'>): void {
  refuseFixedMethod(book);
  const money = receive(book, event.seq, event.amountMinor);
  useCredit(book, day);
  if (money.left === 0n || book.fallen >= book.table.rows) return;
  if (book.terms.revolving !== true && money.left >= closingOf(book, day).total) {
    close(book, day);
    return;
  }
  const within = principalWithin(book.terms, money.left);
  const principal = within < book.balance ? within : book.balance;
  if (principal === 0n) return;
  const fee = prepaymentFee(book.terms, principal);
  closeStretch(book, day, event.mode);
  book.balance -= principal;
  book.prepaid += principal;
  book.prepaymentFees += fee;
  money.left -= principal + fee;
  record(book, { seq: event.seq, on: day, row: 0, bucket: 'principal', kind: 'paid', minor: principal });
  if (fee > 0n) record(book, { seq: event.seq, on: day, row: 0, bucket: 'fee', kind: 'paid', minor: fee });
  if (money.left === 0n) book.credit.splice(book.credit.indexOf(money), 1);
  replan(book, event.mode);
}

/** 提前结清. Money that falls short (say, an earlier payment was reversed) pays what is due and waits; the gap is told, never hidden. */
function settle(book: Book, day: EpochDay, event: Of<'settle'>): void {
  const payoff = totalDue(book) + closingOf(book, day).total;
  const held = creditOf(book);
  const minor = event.amountMinor ?? (payoff > held ? payoff - held : 0n);
  if (minor > 0n) receive(book, event.seq, minor);
  if (held + minor >= payoff) close(book, day);
  else book.shortSettlements.push({ seq: event.seq, missingMinor: payoff - held - minor });
}

/** 减免: at most what is due of the bucket today, oldest row first. */
function waive(book: Book, day: EpochDay, event: Of<'waive'>): void {
  let left = event.amountMinor;
  for (let row = book.firstOpen; row < book.fallen && left > 0n; row += 1) {
    const open = outstanding(book, row, event.bucket);
    const minor = open < left ? open : left;
    if (minor <= 0n) continue;
    left -= minor;
    record(book, { seq: event.seq, on: day, row: row + 1, bucket: event.bucket, kind: 'waived', minor });
  }
  skipPaid(book);
}

/** 退还溢缴款: what was received last and is held goes back first. Refuses loan.refund_above_credit. */
function refund(book: Book, _day: EpochDay, event: Of<'refund'>): void {
  const held = creditOf(book);
  if (event.amountMinor > held) throw refuse('loan.refund_above_credit', { field: 'amountMinor', facts: { held: formatMoney(held) } });
  let left = event.amountMinor;
  while (left > 0n) {
    const last = must(book.credit.at(-1), 'credit that is held');
    const minor = last.left < left ? last.left : left;
    last.left -= minor;
    left -= minor;
    if (last.left === 0n) book.credit.pop();
  }
  book.received -= event.amountMinor;
}

type Handlers = { readonly [K in ActingEvent['kind']]: (book: Book, day: EpochDay, event: Of<K>) => void };

/** What each kind of event does. To add a kind: its form in events.ts, its handler here, its words in the README. */
const HANDLERS: Handlers = {
  disburse,
  repay: (book, _day, event) => void receive(book, event.seq, event.amountMinor, event.order),
  prepay,
  settle,
  waive,
  fee: (book, day, event) => chargeFee(book, day, feeOf(book, event)),
  capitalise(book, day, event) {
    refuseFixedMethod(book);
    capitalise(book, day, event);
  },
  rate(book, day, event) {
    refuseFixedMethod(book);
    changeRate(book, day, event);
  },
  pause(book, day, event) {
    refuseFixedMethod(book);
    pauseInterest(book, day, event);
  },
  extend,
  replan: newPlan,
  accelerate,
  misuse: noteMisuse,
  charge_off: chargeOff,
  write_off: writeOff,
  recover(book, _day, event) {
    book.recovered += event.amountMinor;
  },
  refund,
  chargeback(book, day, event) {
    refuseFixedMethod(book);
    chargeback(book, day, event);
  },
};

function apply(book: Book, day: EpochDay, event: ActingEvent): void {
  if (event.kind !== 'disburse' && book.disbursed === 0n) throw refuse('loan.event_before_disbursement', { field: 'on', facts: { seq: event.seq } });
  const handler = HANDLERS[event.kind] as (book: Book, day: EpochDay, event: ActingEvent) => void;
  handler(book, day, event);
  useCredit(book, day);
}

/** Events that reach overdue rows through payments only, which bring each row's penalty up to date by themselves. */
const LEAVES_ARREARS: ReadonlySet<ActingEvent['kind']> = new Set(['disburse', 'repay', 'prepay', 'fee', 'rate', 'refund', 'recover']);

/** The loan's book at the end of `asOf`: every instalment and event up to that day, in order. See `replay` for what is refused. */
export function bookOf(terms: LoanTerms, events: readonly LoanEvent[], asOf: CalendarDate, traced = false): Book {
  checkTerms(terms);
  const acting = actingEvents(terms, events, asOf);
  const book = emptyBook(terms, traced);
  for (const event of acting) {
    const day = toEpochDay(event.on);
    fallDue(book, day);
    chargeOverdue(book, day);
    if (runsTogether(book) || !LEAVES_ARREARS.has(event.kind)) runPenalties(book, day);
    else runMisuse(book, day);
    apply(book, day, event);
  }
  const last = toEpochDay(asOf);
  fallDue(book, last);
  chargeOverdue(book, last);
  runPenalties(book, last);
  layOpenRows(book);
  return book;
}
