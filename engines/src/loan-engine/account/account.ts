import { assert, type EpochDay, fromEpochDay, must, sum } from '@tallystick/kernel';
import { refuse } from '../terms/refusals.ts';
import { apply } from './apply.ts';
import { checkPosting, checkProduct } from './check.ts';
import { inOrder, type Of, type Posting } from './postings.ts';
import { type Product, ROW_BUCKETS } from './product.ts';
import { type Buckets, noBuckets, open, openTotal, type Row, totalOf } from './rows.ts';
import { type Entry, freshState, recalculates, refresh, type State } from './state.ts';

/** A product's account and everything posted to it so far. `taken` are postings that count, `undone` lines of those that no longer do. */
export type Account = {
  readonly product: Product;
  taken: Posting[];
  undone: Entry[];
  state: State | null;
  /** What each posting reached when it was first posted, by its number: replayed ones reach something else today. */
  readonly first: Map<number, string>;
  /** Business days on which something was posted or the day was closed; the last one is today. */
  readonly seen: EpochDay[];
};

/** An account of a product, nothing posted yet. Refuses what checkProduct refuses. */
export function openAccount(product: Product): Account {
  checkProduct(product);
  return { product, taken: [], undone: [], state: null, first: new Map(), seen: [] };
}

/** The state after all of `postings`, in the order in which they count; or after those up to `last`. */
function replayed(product: Product, postings: readonly Posting[], seen: readonly EpochDay[], last?: Posting): State {
  const ordered = [...postings].sort(inOrder);
  const state = freshState(product, ordered, seen);
  if (product.schedule === 'cumulative') for (const p of ordered) if (p.kind === 'charge') apply(state, p);
  for (const posting of ordered) {
    if (posting.kind === 'charge' && product.schedule === 'cumulative') continue;
    applyWhole(product, state, posting, ordered);
    if (posting === last) break;
  }
  return state;
}

/** Applies a posting, and the interest refund that a refund brings with it. */
function applyWhole(product: Product, state: State, posting: Posting, ordered: readonly Posting[]): void {
  if (posting.kind !== 'money') {
    apply(state, posting);
    return;
  }
  const wanted = posting.refundInterest ?? product.interestRefundOn.includes(posting.money);
  const refund = wanted && recalculates(state) ? interestRefund(product, posting, ordered) : 0n;
  apply(state, posting);
  if (refund > 0n) apply(state, { ...posting, money: 'interest_refund', minor: refund, seq: posting.seq + 0.5 });
}

/** Interest to a day on the account as it stands, paid and payable. */
function interestTo(product: Product, postings: readonly Posting[], day: EpochDay): bigint {
  if (!postings.some((p) => p.kind === 'disburse')) return 0n;
  const state = replayed(product, postings, []);
  apply(state, { seq: Number.MAX_SAFE_INTEGER, postedOn: day, day, kind: 'money', money: 'repayment', minor: ENOUGH });
  return state.rows.reduce((total, row) => total + row.paid.interest, 0n);
}

const ENOUGH = 10n ** 15n;

/** Interest to the refund's day, less the same had the refunded money never been lent: section 3.17. */
function interestRefund(product: Product, posting: Of<'money'>, ordered: readonly Posting[]): bigint {
  const before = ordered.filter((p) => inOrder(p, posting) < 0);
  let left = posting.minor ?? 0n;
  const less: Posting[] = [];
  for (const p of before) {
    if (p.kind !== 'disburse' || left === 0n) less.push(p);
    else if (p.minor > left) {
      less.push({ ...p, minor: p.minor - left });
      left = 0n;
    } else left -= p.minor;
  }
  return interestTo(product, before, posting.day) - interestTo(product, less, posting.day);
}

/** What pays the account off on a day: the engine pays more than enough and sees what was used. */
export function payoff(account: Account, day: EpochDay): bigint {
  const state = replayed(account.product, account.taken, account.seen);
  if (!recalculates(state)) return sum(state.rows.map(openTotal));
  const before = state.overpaid;
  apply(state, { seq: Number.MAX_SAFE_INTEGER, postedOn: day, day, kind: 'money', money: 'repayment', minor: ENOUGH });
  return ENOUGH - (state.overpaid - before);
}

const today = (account: Account): EpochDay => account.seen.at(-1) ?? Number.MIN_SAFE_INTEGER;
/** Whether a cumulative schedule follows payments, so that it is planned anew with each. */
const follows = (product: Product): boolean => product.schedule === 'cumulative' && product.recalculation !== null;

const rebuilds = (account: Account, posting: Posting): boolean => {
  if (account.state === null || ['move_due', 'extend'].includes(posting.kind)) return true;
  if (account.product.schedule === 'cumulative' && ['disburse', 'charge', 'change_rate'].includes(posting.kind)) return true;
  if (posting.kind === 'money' && follows(account.product)) return true;
  return account.taken.some((p) => inOrder(p, posting) > 0);
};

/** Posts one thing: appended when it counts last, otherwise the account is replayed with it in its place. Refuses what checkPosting refuses. */
export function post(account: Account, posting: Posting): void {
  checkPosting(account.taken, posting);
  if (posting.postedOn > today(account)) account.seen.push(posting.postedOn);
  if (posting.kind === 'close_day') {
    if (follows(account.product) && account.state !== null) account.state = replayed(account.product, account.taken, account.seen);
    return;
  }
  if (posting.kind === 'undo') {
    undo(account, posting);
    return;
  }
  if (posting.kind === 'disburse') checkOpen(account, posting);
  const known = posting.kind === 'money' && posting.minor === null ? { ...posting, minor: payoff(account, posting.day) } : posting;
  const again = rebuilds(account, known);
  account.taken.push(known);
  if (again || account.state === null) account.state = replayed(account.product, account.taken, account.seen);
  else applyWhole(account.product, account.state, known, account.taken);
  noteReach(account);
  if (posting.kind === 'disburse' && account.product.downPayment?.auto === true) payDown(account, posting);
}

const reach = (entry: Entry): string => [...ROW_BUCKETS.map((bucket) => entry.portions[bucket]), entry.minor].join(' ');
/** Notes what new lines of the statement reached. */
function noteReach(account: Account): void {
  for (const entry of account.state?.entries ?? []) if (!account.first.has(entry.posting.seq)) account.first.set(entry.posting.seq, reach(entry));
}

/** Money is lent while an instalment is still to come. */
function checkOpen(account: Account, posting: Of<'disburse'>): void {
  const last = account.state?.rows.filter((row) => row.kind === 'normal').at(-1);
  if (last !== undefined && posting.day > last.due)
    throw refuse('loan.disbursed_after_maturity', { field: 'day', facts: { on: fromEpochDay(posting.day) } });
}

/** An automatic down payment: what the disbursement's own row asks for on its day, once money paid too much has been used. */
function payDown(account: Account, posting: Of<'disburse'>): void {
  const state = replayed(account.product, account.taken, account.seen, posting);
  const row = state.rows.filter((r) => r.kind === 'down' && r.due === posting.day).at(-1);
  const minor = openTotal(must(row, 'down payment row'));
  if (minor === 0n) return;
  post(account, { seq: posting.seq + 0.25, postedOn: posting.postedOn, day: posting.day, kind: 'money', money: 'down_payment', minor });
}

/** 冲正: the target and what came with it count as never posted; its line stays in the statement as it was. */
function undo(account: Account, posting: Of<'undo'>): void {
  const gone = (seq: number): boolean => Math.floor(seq) === posting.target;
  const left = account.taken.filter((p) => !gone(p.seq));
  if (left.length > 0 && !left.some((p) => p.kind === 'disburse'))
    throw refuse('loan.event_before_disbursement', { field: 'target', facts: { seq: posting.seq } });
  for (const entry of must(account.state, 'state').entries) if (gone(entry.posting.seq)) account.undone.push(entry);
  account.taken = left;
  account.state = left.length === 0 ? null : replayed(account.product, account.taken, account.seen);
}

/** A line of the statement. `replayed`: it reaches something else than when it was posted. */
export type Line = Entry & { readonly reverted: boolean; readonly replayed: boolean };
export type Standing = {
  readonly rows: readonly Row[];
  readonly entries: readonly Line[];
  readonly overpaid: bigint;
};

/** The account as it stands on its last business day: rows brought up to the day, the statement in order. */
export function standing(account: Account): Standing {
  const state = must(account.state, 'a posted account');
  if (recalculates(state)) refresh(state, today(account), null);
  for (const row of state.rows) if (openTotal(row) > 0n) row.metOn = null;
  checkState(state);
  const lines = (own: readonly Entry[], reverted: boolean): Line[] =>
    own.map((e) => ({ ...e, reverted, replayed: account.first.get(e.posting.seq) !== reach(e) }));
  const entries = [...lines(state.entries, false), ...lines(account.undone, true)];
  entries.sort((a, b) => a.posting.day - b.posting.day || a.posting.postedOn - b.posting.postedOn || a.posting.seq - b.posting.seq);
  return { rows: state.rows, entries, overpaid: state.overpaid };
}

/** What must hold of any account, in production too. */
function checkState(state: State): void {
  const lent = state.lent.reduce((total, l) => total + l.minor, 0n);
  const asked: Buckets = noBuckets();
  let credited = 0n;
  for (const row of state.rows) {
    asked.principal += row.asked.principal;
    credited += row.credited.principal;
    for (const bucket of ['penalty', 'fee', 'interest', 'principal'] as const)
      assert(open(row, bucket) >= 0n, 'no bucket is paid beyond what it asks');
  }
  assert(asked.principal - credited === lent, 'rows add up to the money lent');
  assert(totalOf(asked) >= 0n, 'amounts stay in range');
}
