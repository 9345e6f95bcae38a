import { divRound, type EpochDay, max, min, must, sum } from '@tallystick/kernel';
import { factor, type Period, unitFactor } from './dates.ts';
import { type Decimal, fromMinor, ONE, over, plus, times, toMinor, whole, ZERO } from './decimal.ts';
import type { Product } from './product.ts';

type Dated<T> = { readonly day: EpochDay } & T;

/** The instalments of an account whose interest follows its balance. */
export type Instalment = {
  period: Period;
  /** Level amount, and what it was before the last row took the difference. */
  amount: bigint;
  agreed: bigint;
  paidPrincipal: bigint;
  paidInterest: bigint;
  /** Put back by chargebacks and refunds of credit. */
  creditedPrincipal: bigint;
  creditedInterest: bigint;
};

/** Everything interest depends on: instalments, and what changed the balance or the rate on which day. */
export type Model = {
  readonly product: Product;
  instalments: Instalment[];
  /** Lent, and principal that moved (repaid below zero, put back above it), each on its own day. */
  lent: Dated<{ readonly minor: bigint }>[];
  moved: Dated<{ readonly minor: bigint }>[];
  rates: Dated<{ readonly rate: Decimal }>[];
  pauses: { readonly from: EpochDay; readonly to: EpochDay }[];
  readonly datesMoved: boolean;
};

/** What each instalment comes to. `closing` is the balance after it when it is paid as planned. */
export type Figures = { readonly interest: bigint[]; readonly principal: bigint[]; readonly closing: bigint[] };

/** The day up to which overdue principal earns interest, and a day after which the instalments up to `index` earn nothing (a payment ahead). */
export type View = { readonly until: EpochDay | null; readonly cut?: { readonly index: number; readonly day: EpochDay } };

/** As everything is paid on its day. */
export const PLANNED: View = { until: null };

export function emptyModel(product: Product, periods: readonly Period[], datesMoved: boolean): Model {
  const instalments = periods.map((period) => ({
    period,
    amount: 0n,
    agreed: 0n,
    paidPrincipal: 0n,
    paidInterest: 0n,
    creditedPrincipal: 0n,
    creditedInterest: 0n,
  }));
  return { product, instalments, lent: [], moved: [], rates: [], pauses: [], datesMoved };
}

const nonNegative = (a: bigint): bigint => max(a, 0n);
const at = (model: Model, index: number): Instalment => must(model.instalments[index], 'instalment');

/** A change on a day belongs to the period that ends with it; the first period also holds its first day. */
export const indexOf = (model: Model, day: EpochDay): number => model.instalments.findIndex(({ period }) => day <= period.due);

function rateOn(model: Model, day: EpochDay): Decimal {
  let rate = model.product.rate;
  for (const change of model.rates) if (change.day <= day) rate = change.rate;
  return rate;
}

const paused = (model: Model, from: EpochDay, to: EpochDay): boolean => model.pauses.some((p) => from >= p.from && to <= p.to);

/** Days within a period on which something changes, in order, ending with `end`. */
function cuts(model: Model, index: number, end: EpochDay, also: EpochDay | null): EpochDay[] {
  const { from } = at(model, index).period;
  const first = index === 0;
  const days = new Set<EpochDay>([end]);
  const add = (day: EpochDay): void => {
    if (day < end && (first ? day >= from : day > from)) days.add(day);
  };
  for (const change of model.lent) add(change.day);
  for (const change of model.moved) add(change.day);
  for (const change of model.rates) add(change.day);
  for (const pause of model.pauses) {
    add(pause.from);
    add(pause.to);
  }
  if (also !== null) add(also);
  return [...days].sort((a, b) => a - b);
}

const changeOn = (changes: readonly Dated<{ readonly minor: bigint }>[], day: EpochDay): bigint =>
  changes.reduce((total, c) => (c.day === day ? total + c.minor : total), 0n);

/** Interest of one stretch: its share, by days, of what the balance would earn from its start to the due day. */
function stretchInterest(model: Model, period: Period, from: EpochDay, to: EpochDay, balance: bigint): Decimal {
  if (to <= from || balance === 0n || paused(model, from, to)) return ZERO;
  const whole_ = factor(model.product, period, from, period.due, rateOn(model, from));
  return times(over(times(fromMinor(balance), whole_), whole(period.due - from)), whole(to - from));
}

/** Sum of the interest of a period's stretches, and the balance at its end. */
function runPeriod(model: Model, index: number, opening: bigint, view: View, overdue: bigint): { interest: Decimal; balance: bigint } {
  const { period } = at(model, index);
  const flat = model.product.interest === 'flat';
  const { cut } = view;
  const end = cut !== undefined && index <= cut.index ? Math.max(period.from, Math.min(cut.day, period.due)) : period.due;
  const stop = view.until !== null && view.until > period.from && view.until <= period.due ? view.until : null;
  let balance = opening;
  let interest = ZERO;
  let from = period.from;
  for (const day of cuts(model, index, end, stop)) {
    interest = plus(interest, stretchInterest(model, period, from, day, flat ? flatBase(model, from) : balance));
    balance += changeOn(model.lent, day) + changeOn(model.moved, day);
    if (day === stop) balance -= overdue;
    from = day;
  }
  return { interest, balance };
}

/** Flat interest is counted on what was lent up to the stretch. */
const flatBase = (model: Model, day: EpochDay): bigint => model.lent.reduce((total, c) => (c.day <= day ? total + c.minor : total), 0n);

/** Due interest and principal of an instalment once its own interest is known: section 3.13. */
function split(instalment: Instalment, earned: bigint, last: boolean): { interest: bigint; principal: bigint } {
  const due = instalment.amount + instalment.creditedPrincipal + instalment.creditedInterest;
  const ahead = instalment.paidPrincipal > nonNegative(due - earned);
  const interest = max(ahead ? instalment.paidInterest : last ? earned : min(earned, due), instalment.paidInterest);
  return { interest, principal: max(due - interest, instalment.paidPrincipal, 0n) };
}

/** What every instalment comes to with its present level amount, seen from a day. */
export function figures(model: Model, view: View): Figures {
  const result: Figures = { interest: [], principal: [], closing: [] };
  let opening = 0n;
  let carried = 0n;
  let overdue = 0n;
  const count = model.instalments.length;
  for (let k = 0; k < count; k += 1) {
    const instalment = at(model, k);
    const run = runPeriod(model, k, opening, view, overdue);
    const earned = nonNegative(toMinor(run.interest) + instalment.creditedInterest + carried);
    const { interest, principal } = split(instalment, earned, k === count - 1);
    carried = earned - interest;
    // Where interest does not follow payments, the balance is the planned one.
    const unpaid = model.product.recalculation === null ? principal : principal - instalment.paidPrincipal;
    result.interest.push(interest);
    result.principal.push(principal);
    opening = run.balance - unpaid;
    result.closing.push(opening);
    if (view.until !== null && instalment.period.due < view.until) {
      opening += unpaid;
      overdue += unpaid;
    }
  }
  return result;
}

const fullyPaid = (i: Instalment): boolean => i.amount + i.creditedPrincipal + i.creditedInterest === i.paidPrincipal + i.paidInterest;

/** The last open instalment takes the difference between what is owed in all and the level amounts: section 3.6. */
export function settleLast(model: Model, view: View): void {
  const lent = model.lent.reduce((total, c) => total + c.minor, 0n);
  for (let tries = 0; tries <= model.instalments.length; tries += 1) {
    const owed = lent + sum(figures(model, view).interest);
    const planned = sum(model.instalments.map((i) => i.amount + i.creditedInterest));
    const unpaid = model.instalments.filter((i) => !fullyPaid(i)).at(-1);
    const open = unpaid ?? must(model.instalments.at(-1), 'last instalment');
    open.amount += owed - planned;
    const paid = open.paidPrincipal + open.paidInterest - open.creditedPrincipal - open.creditedInterest;
    if (open.amount >= paid) return;
    open.amount = paid;
  }
}

/** To the product's multiple, half to even. */
export function toMultiple(product: Product, amount: bigint): bigint {
  const unit = product.multipleMinor;
  return unit === null ? amount : divRound(amount, unit, 'half_even') * unit;
}

/** 1 + the factors of a period's stretches: what the instalment formula takes. */
function growth(model: Model, index: number): Decimal {
  const { period } = at(model, index);
  let total = ONE;
  let from = period.from;
  for (const day of cuts(model, index, period.due, null)) {
    total = plus(total, unitFactor(model.product, period, from, day, rateOn(model, from)));
    from = day;
  }
  return total;
}

function lentWithin(model: Model, index: number): bigint {
  return model.lent.reduce((total, c) => (indexOf(model, c.day) === index ? total + c.minor : total), 0n);
}

/** P × ∏(1 + f) / Σ over the periods from `first` on, to cents and to the multiple. */
function annuity(model: Model, first: number, opening: bigint): bigint {
  let product = ONE;
  let total = ONE;
  for (let k = first; k < model.instalments.length; k += 1) {
    const g = growth(model, k);
    product = times(product, g);
    if (k > first) total = plus(ONE, times(total, g));
  }
  return toMinor(over(times(product, fromMinor(opening)), total));
}

/** Level amount of a flat account: principal and all interest in equal parts. */
function flatAmount(model: Model, first: number, opening: bigint): bigint {
  const interest = sum(figures(model, PLANNED).interest.slice(first));
  return toMinor(over(fromMinor(opening + interest), whole(model.instalments.length - first)));
}

const gapOf = (amounts: readonly bigint[]): bigint => (amounts.at(-1) ?? 0n) - (amounts.at(-2) ?? 0n);
const abs = (a: bigint): bigint => (a < 0n ? -a : a);

/** Gives instalments a level amount, never less than what was paid on them. */
function setLevel(instalments: readonly Instalment[], amount: bigint): void {
  for (const i of instalments) i.amount = max(amount, i.paidPrincipal + i.paidInterest - i.creditedPrincipal - i.creditedInterest);
}

/** Evening-out of a last instalment that is out of line: section 3.6. */
function evenOut(model: Model, first: number): void {
  const open = model.instalments.slice(first);
  const n = open.length;
  for (let tries = 0; tries < 3 && n > 1; tries += 1) {
    const before = open.map((i) => i.amount);
    const gap = gapOf(before);
    if (abs(gap) <= BigInt(Math.floor(n / 2))) return;
    const level = must(before.at(-2), 'level amount');
    const amount = toMultiple(model.product, level + toMinor(over(fromMinor(gap), whole(n))));
    if (amount === level) return;
    setLevel(open, amount);
    settleLast(model, PLANNED);
    if (abs(gapOf(open.map((i) => i.amount))) >= abs(gap)) {
      open.forEach((i, k) => {
        i.amount = must(before[k], 'amount');
      });
      return;
    }
    for (const i of open) i.agreed = i.amount;
  }
}

/** Agrees level amounts on the instalments from `first` on: on the loan as it stands. */
export function relevel(model: Model, first: number): void {
  const open = model.instalments.slice(first);
  for (const i of open) i.amount = 0n;
  const opening = (first === 0 ? 0n : must(figures(model, PLANNED).closing[first - 1], 'opening')) + lentWithin(model, first);
  const level = model.product.interest === 'flat' ? flatAmount(model, first, opening) : annuity(model, first, opening);
  const amount = toMultiple(model.product, level);
  for (const i of open) i.agreed = amount;
  setLevel(open, amount);
  settleLast(model, PLANNED);
  if (!model.datesMoved && model.product.interest === 'declining') evenOut(model, first);
}

/** New level amounts after money was lent: agreed as if nothing had been repaid, then laid over what was. */
export function relevelLent(model: Model, first: number): void {
  const plan: Model = {
    ...model,
    moved: model.moved.filter((change) => change.minor > 0n),
    instalments: model.instalments.map((i) => ({ ...i, paidPrincipal: 0n, paidInterest: 0n })),
  };
  relevel(plan, first);
  const open = model.instalments.slice(first);
  open.forEach((i, k) => {
    const planned = must(plan.instalments[first + k], 'instalment');
    setLevel([i], planned.amount);
    i.agreed = planned.agreed;
  });
  settleLast(model, PLANNED);
}

/** Instalment from which a change on a day is re-levelled: the one it falls into, the next when it falls on its due day; else the last. */
export function firstAffected(model: Model, day: EpochDay): number {
  const index = model.instalments.findIndex(({ period }) => day < period.due);
  return index < 0 ? model.instalments.length - 1 : index;
}

/** Payable interest and principal of an instalment when money comes on `day`, ahead of its due day: section 3.13. */
export function payable(model: Model, index: number, day: EpochDay): { interest: bigint; principal: bigint } {
  const copy: Model = { ...model, instalments: model.instalments.map((i) => ({ ...i })) };
  const view: View = { until: day, cut: { index, day } };
  const openCount = copy.instalments.filter((i) => !fullyPaid(i)).length;
  settleLast(copy, view);
  const own = at(copy, index);
  if (openCount > 1 && day <= own.period.from) own.amount = own.agreed;
  const all = figures(copy, view);
  // Never more than is owed in all: the last instalments may ask for less than they agreed.
  const owed = sum(copy.lent.map((c) => c.minor)) + sum(copy.instalments.map((i) => i.creditedPrincipal - i.paidPrincipal));
  const principal = min(must(all.principal[index], 'principal'), own.paidPrincipal + nonNegative(owed));
  return { interest: must(all.interest[index], 'interest'), principal };
}
