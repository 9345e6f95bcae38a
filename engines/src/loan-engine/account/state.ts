import { type EpochDay, min, must } from '@tallystick/kernel';
import type { Bucket } from '../terms/terms.ts';
import { allocate, allocateInOrder, type Money, money, type Payer } from './allocation.ts';
import { cumulativeRows } from './cumulative/schedule.ts';
import { periodsOf } from './dates.ts';
import { emptyModel, figures, indexOf, type Model, payable, settleLast } from './model.ts';
import type { Of, Posting } from './postings.ts';
import type { AllocationRule, MoneyKind, Product } from './product.ts';
import { type Buckets, newRow, noBuckets, open, type Row, rowsOf, sortRows, touch } from './rows.ts';

/** What one posting did: a line of the account's statement. */
export type Entry = {
  readonly posting: Posting;
  readonly type: EntryType;
  minor: bigint;
  portions: Buckets;
  overpaid: bigint;
  balance: bigint;
};
export type EntryType = MoneyKind | 'disbursement' | 'chargeback' | 'credit_refund' | 'charge_waiver' | 'charge_off' | 'reage' | 'reamortize';

/** A charge and where its amounts stand: one row, or every instalment. */
export type Charge = { readonly posting: Of<'charge'>; readonly shares: { readonly row: Row; minor: bigint }[] };

/** An account in the middle of its replay. Postings are applied in order; nothing looks ahead but the schedule's own dates. */
export type State = {
  readonly product: Product;
  /** Null where the rows stand by themselves: a cumulative schedule, or one re-aged or re-amortised. */
  model: Model | null;
  readonly rows: Row[];
  /** Rows of the model's instalments, one for one. */
  readonly lines: readonly Row[];
  readonly entries: Entry[];
  readonly charges: Charge[];
  readonly lent: { readonly day: EpochDay; readonly minor: bigint }[];
  overpaid: bigint;
  balance: bigint;
  chargedOff: EpochDay | null;
};

export const recalculates = (state: State): boolean => state.model !== null && state.product.recalculation !== null;

/** An account before its first posting counts: the schedule's dates stand, nothing is lent yet. `seen` are its business days so far. */
export function freshState(product: Product, postings: readonly Posting[], seen: readonly EpochDay[]): State {
  const lent = postings.filter((p): p is Of<'disburse'> => p.kind === 'disburse');
  const start = Math.min(...lent.map((p) => p.day));
  const moves = postings.filter((p): p is Of<'move_due'> => p.kind === 'move_due');
  const extra = postings.reduce((total, p) => (p.kind === 'extend' ? total + p.terms : total), 0);
  // Where due dates count from the application, so does the first period; nothing is owed in it until money is lent.
  const origin = product.schedule === 'progressive' ? (product.scheduleFrom ?? start) : start;
  const periods = periodsOf(product, origin, extra, moves);
  const model =
    product.schedule === 'progressive'
      ? emptyModel(
          product,
          periods,
          periods.some((period) => period.units !== null),
        )
      : null;
  const lines = rowsOf(periods);
  const rows = product.schedule === 'cumulative' ? cumulativeRows(product, periods, lent, postings, seen) : [...lines];
  return { product, model, rows, lines, entries: [], charges: [], lent: [], overpaid: 0n, balance: 0n, chargedOff: null };
}

/** Writes what the model says into the rows, with overdue principal earning up to `until`. */
export function refresh(state: State, until: EpochDay | null, day: EpochDay | null): void {
  const { model } = state;
  if (model === null) return;
  const { recalculation } = state.product;
  const known = state.chargedOff ?? until;
  const wholePeriods = recalculation?.rest === 'period' && recalculation.payoffTill === 'period';
  const upTo = known !== null && wholePeriods ? periodEnd(state, known) : known;
  const view = { until: recalculation?.onPastDue === true ? upTo : null };
  if (state.product.recalculation !== null) settleLast(model, view);
  const all = figures(model, view);
  const own = state.product.recalculation === null;
  state.lines.forEach((row, k) => {
    row.asked.principal = must(all.principal[k], 'principal') + (own ? row.credited.principal : 0n);
    row.asked.interest = must(all.interest[k], 'interest') + (own ? row.credited.interest : 0n);
    if (day !== null) touch(row, day);
  });
}

/** Brings the rows of an account whose interest follows payments up to a day; other schedules stand. */
export function follow(state: State, day: EpochDay, until = day): void {
  if (recalculates(state)) refresh(state, until, day);
}

/** Tells a model that does not follow payments what has been paid, before its amounts change: no row then asks for less than it got. */
export function notePaid(state: State): void {
  if (state.model === null || recalculates(state)) return;
  state.lines.forEach((row, k) => {
    const instalment = must(state.model?.instalments[k], 'instalment');
    const own = (bucket: Bucket): bigint => row.paid[bucket] - row.credited[bucket];
    instalment.paidPrincipal = own('principal') > 0n ? own('principal') : 0n;
    instalment.paidInterest = own('interest') > 0n ? own('interest') : 0n;
  });
}

/** The end of the period a day lies within, the day itself on a boundary or after maturity. */
function periodEnd(state: State, day: EpochDay): EpochDay {
  const { model } = state;
  const running = model?.instalments[indexOf(model, day)];
  return running === undefined || day <= running.period.from ? day : running.period.due;
}

/** Day a payment counts from for interest: its own, or the end of the running period. */
const payDay = (state: State, day: EpochDay): EpochDay => (state.product.recalculation?.payoffTill === 'period' ? periodEnd(state, day) : day);

/** What the model does between two buckets of a payment: interest to the day before, the lower balance after. */
export function payerOf(state: State, day: EpochDay): Payer {
  const { model } = state;
  const indexOfRow = (row: Row): number => (recalculates(state) ? state.lines.indexOf(row) : -1);
  return {
    prepare(row, bucket) {
      const index = indexOfRow(row);
      if (model === null || index < 0 || (bucket !== 'interest' && bucket !== 'principal')) return;
      row.asked[bucket] = payable(model, index, payDay(state, day))[bucket];
    },
    done(row, bucket, minor) {
      const index = indexOfRow(row);
      if (model === null || index < 0 || (bucket !== 'interest' && bucket !== 'principal')) return;
      const instalment = must(model.instalments[index], 'instalment');
      if (bucket === 'interest') instalment.paidInterest += minor;
      else {
        instalment.paidPrincipal += minor;
        model.moved.push({ day: movedOn(state, row, day), minor: -minor });
      }
      refresh(state, payDay(state, day), day);
    },
  };
}

/** Day from which repaid principal stops earning. */
function movedOn(state: State, row: Row, day: EpochDay): EpochDay {
  if (row.due >= day) return payDay(state, day);
  if (state.product.recalculation?.onPastDue !== true) return row.due;
  return payDay(state, day);
}

const ruleFor = (product: Product, kind: MoneyKind): AllocationRule => product.allocation[kind] ?? product.allocation.standard;

/** Charges due up to a day and not paid, of the whole account: what a named strategy takes before money in advance. */
function dueCharges(state: State, day: EpochDay): Buckets {
  const due = noBuckets();
  for (const { posting, shares } of state.charges) {
    if (posting.due > day) continue;
    const bucket = posting.penalty ? 'penalty' : 'fee';
    for (const { row, minor } of shares) due[bucket] += min(open(row, bucket), minor);
  }
  return due;
}

/** Lets a sum pay the rows; what is left over stays in it. */
export function payRows(state: State, kind: MoneyKind, day: EpochDay, minor: bigint): Money {
  follow(state, day, payDay(state, day));
  const cash = money(day, minor);
  const payer = payerOf(state, day);
  if (state.product.strategy !== null) allocateInOrder(state.rows, state.product.strategy, cash, dueCharges(state, day), payer);
  else allocate(state.rows, ruleFor(state.product, kind), state.product.processing, cash, payer);
  return cash;
}

/** Uses money the borrower has paid too much on what is owed now. */
export function useOverpaid(state: State, day: EpochDay): void {
  if (state.overpaid === 0n) return;
  state.overpaid = payRows(state, 'repayment', day, state.overpaid).left;
}

export function record(state: State, posting: Posting, type: EntryType, minor: bigint, portions: Buckets, overpaid = 0n): Entry {
  const entry: Entry = { posting, type, minor, portions, overpaid, balance: state.balance };
  state.entries.push(entry);
  return entry;
}

/** First instalment after a day; else the row after maturity, made when there is none; on the last due day the last instalment. */
export function rowAfter(state: State, day: EpochDay): Row {
  const regular = state.rows.filter((row) => row.kind === 'normal');
  const next = regular.find((row) => row.due > day);
  return next ?? extraRow(state, day);
}

/** The row after maturity: it reaches to the latest day asked for. */
export function extraRow(state: State, day: EpochDay): Row {
  const last = must(state.rows.filter((row) => row.kind !== 'down').at(-1), 'last row');
  if (last.kind === 'extra') {
    if (day > last.due) last.due = day;
    return last;
  }
  if (last.due >= day) return last;
  const row = newRow('extra', last.due, day);
  state.rows.push(row);
  sortRows(state.product, state.rows);
  return row;
}

/** Puts an amount back on a row, of which the model hears when interest follows the balance. */
export function credit(state: State, row: Row, bucket: Bucket, day: EpochDay, minor: bigint): void {
  if (minor === 0n) return;
  row.credited[bucket] += minor;
  row.asked[bucket] += minor;
  const instalment = recalculates(state) ? state.model?.instalments[state.lines.indexOf(row)] : undefined;
  if (instalment === undefined || state.model === null) return;
  if (bucket === 'interest') instalment.creditedInterest += minor;
  if (bucket === 'principal') {
    instalment.creditedPrincipal += minor;
    state.model.moved.push({ day, minor });
  }
}
