import { divRound, type EpochDay, min, must, sum } from '@tallystick/kernel';
import { downPaymentOf } from './cumulative/schedule.ts';
import { fromMinor, over, times, toMinor, whole } from './decimal.ts';
import { firstAffected, type Model, PLANNED, relevel, relevelLent, settleLast, toMultiple } from './model.ts';
import type { ChargeBase, Of, Posting } from './postings.ts';
import { ROW_BUCKETS } from './product.ts';
import { chargeOff, reage, reamortize } from './restructure.ts';
import { type Buckets, newRow, noBuckets, open, type Row, sortRows, totalOf, touch } from './rows.ts';
import { credit, extraRow, follow, notePaid, payRows, record, refresh, rowAfter, type State, useOverpaid } from './state.ts';

/** Spreads principal over the rows still to come, in equal parts to the multiple; the last one takes the remainder. */
function spread(state: State, day: EpochDay, minor: bigint): void {
  const rows = state.rows.filter((row) => row.kind === 'normal' && row.due > day);
  const target = rows.length > 0 ? rows : state.rows.filter((row) => row.kind === 'normal').slice(-1);
  const part = divRound(minor, BigInt(target.length), 'half_even');
  let left = minor;
  for (const row of target) {
    const next = toMultiple(state.product, row.asked.principal + part);
    left -= next - row.asked.principal;
    row.asked.principal = next;
    touch(row, day);
  }
  must(target.at(-1), 'last row').asked.principal += left;
}

/** Where interest goes by whole periods, money lent within one counts from its start: section 3.5. */
function earningFrom(model: Model, index: number, day: EpochDay): EpochDay {
  const { product } = model;
  const from = must(model.instalments[index], 'instalment').period.from;
  return product.interestPer === 'period' && !product.partialPeriods ? from : day;
}

function disburse(state: State, posting: Of<'disburse'>): void {
  const { day, minor } = posting;
  const down = downPaymentOf(state.product, minor);
  state.lent.push({ day, minor });
  if (down > 0n) {
    const row = newRow('down', day, day);
    row.asked.principal = down;
    state.rows.push(row);
    sortRows(state.product, state.rows);
  }
  if (state.model !== null) {
    notePaid(state);
    refresh(state, day, null);
    const first = firstAffected(state.model, day);
    state.model.lent.push({ day: earningFrom(state.model, first, day), minor: minor - down });
    relevelLent(state.model, first);
    refresh(state, day, day);
  } else if (state.product.schedule === 'progressive') spread(state, day, minor - down);
  state.balance += minor;
  record(state, posting, 'disbursement', minor, noBuckets());
  useOverpaid(state, day);
}

function receive(state: State, posting: Of<'money'>): void {
  const minor = posting.minor ?? 0n;
  const cash = payRows(state, posting.money, posting.day, minor);
  state.overpaid += cash.left;
  state.balance -= cash.portions.principal;
  record(state, posting, posting.money, minor, cash.portions, cash.left);
}

function baseOf(state: State, base: ChargeBase, rows: readonly Row[]): bigint {
  if (base === 'disbursed') return sum(state.lent.map((l) => l.minor));
  const principal = sum(rows.map((row) => row.asked.principal));
  const interest = sum(rows.map((row) => row.asked.interest));
  return base === 'principal' ? principal : base === 'interest' ? interest : principal + interest;
}

const chargeAmount = (state: State, { base, amount }: Of<'charge'>, rows: readonly Row[]): bigint =>
  base === 'flat' ? toMinor(amount) : toMinor(over(times(fromMinor(baseOf(state, base, rows)), amount), whole(100)));

/** The instalment whose (from, due] holds a charge's due day; the first one includes its start day; after maturity a row of its own. */
function chargeRow(state: State, due: EpochDay): Row {
  const rows = state.rows.filter((row) => row.kind !== 'down');
  return rows.find((row) => due <= row.due) ?? extraRow(state, due);
}

function charge(state: State, posting: Of<'charge'>): void {
  const instalments = state.rows.filter((row) => row.kind === 'normal');
  const rows = posting.timing === 'per_instalment' ? instalments : [chargeRow(state, posting.due)];
  const shares = rows.map((row) => ({ row, minor: chargeAmount(state, posting, posting.timing === 'per_instalment' ? [row] : instalments) }));
  for (const { row, minor } of shares) {
    row.asked[posting.penalty ? 'penalty' : 'fee'] += minor;
    touch(row, posting.postedOn);
  }
  state.charges.push({ posting, shares });
  useOverpaidOf(state);
}

/** Money paid too much pays a new charge in the name of the payment that brought it. */
function useOverpaidOf(state: State): void {
  for (const entry of state.entries) {
    if (state.overpaid === 0n) return;
    if (entry.overpaid === 0n || entry.posting.kind !== 'money') continue;
    const minor = min(entry.overpaid, state.overpaid);
    const cash = payRows(state, entry.posting.money, entry.posting.day, minor);
    const used = minor - cash.left;
    state.overpaid -= used;
    entry.overpaid -= used;
    for (const bucket of ROW_BUCKETS) entry.portions[bucket] += cash.portions[bucket];
    state.balance -= cash.portions.principal;
  }
}

function waiveCharge(state: State, posting: Of<'waive_charge'>): void {
  const found = must(
    state.charges.find((c) => c.posting.seq === posting.target),
    'charge',
  );
  const bucket = found.posting.penalty ? 'penalty' : 'fee';
  const portions = noBuckets();
  for (const share of found.shares) {
    const { row } = share;
    const waived = min(open(row, bucket), share.minor);
    share.minor -= waived;
    row.waived[bucket] += waived;
    portions[bucket] += waived;
    touch(row, posting.day);
  }
  record(state, posting, 'charge_waiver', totalOf(portions), portions);
}

/** How a chargeback is put back: the portions of the payment it takes back, in the product's order, less earlier chargebacks of it. */
function chargebackPortions(state: State, posting: Of<'chargeback'>, minor: bigint): Buckets {
  const portions = noBuckets();
  const order = state.product.creditOrder;
  if (order === null) return { ...portions, principal: minor };
  const original = state.entries.find((e) => e.posting.seq === posting.target);
  let left = minor;
  for (const bucket of order) {
    const before = state.entries.filter((e) => e.posting.kind === 'chargeback' && e.posting.target === posting.target);
    const paid = (original?.portions[bucket] ?? 0n) - sum(before.map((e) => e.portions[bucket]));
    portions[bucket] = min(paid, left);
    left -= portions[bucket];
  }
  return portions;
}

function chargeback(state: State, posting: Of<'chargeback'>): void {
  const { day, minor } = posting;
  follow(state, day);
  const fromOverpaid = min(state.overpaid, minor);
  const portions = chargebackPortions(state, posting, state.product.creditOrder === null ? minor - fromOverpaid : minor);
  putBack(state, day, state.product.creditOrder === null ? { ...portions, principal: minor } : portions, fromOverpaid);
  state.balance += portions.principal;
  record(state, posting, 'chargeback', minor, portions, fromOverpaid);
}

/** Puts amounts back on the next instalment and lets money held for the borrower pay them. */
function putBack(state: State, day: EpochDay, portions: Buckets, fromOverpaid: bigint): void {
  if (totalOf(portions) === 0n || totalOf(portions) === fromOverpaid) {
    state.overpaid -= fromOverpaid;
    return;
  }
  const row = rowAfter(state, day);
  for (const bucket of ROW_BUCKETS) credit(state, row, bucket, day, portions[bucket]);
  follow(state, day);
  touch(row, day);
  if (fromOverpaid === 0n) return;
  state.overpaid -= fromOverpaid;
  payRows({ ...state, rows: [row] }, 'repayment', day, fromOverpaid);
}

function refundCredit(state: State, posting: Of<'refund_credit'>): void {
  const { day, minor } = posting;
  follow(state, day);
  const fromOverpaid = min(state.overpaid, minor);
  const portions = { ...noBuckets(), principal: minor - fromOverpaid };
  putBack(state, day, { ...noBuckets(), principal: minor }, fromOverpaid);
  state.balance += portions.principal;
  record(state, posting, 'credit_refund', minor, portions, fromOverpaid);
}

function changeRate(state: State, posting: Of<'change_rate'>): void {
  if (state.model === null) return;
  notePaid(state);
  refresh(state, posting.day, null);
  state.model.rates.push({ day: posting.day, rate: posting.rate });
  relevel(state.model, firstAffected(state.model, posting.day));
  refresh(state, posting.day, posting.day);
}

/** Both days named are free of interest: section 3.16. The instalment stays, the last one takes the difference. */
function pause(state: State, posting: Of<'pause'>): void {
  if (state.model === null) return;
  notePaid(state);
  state.model.pauses.push({ from: posting.from - 1, to: posting.to });
  settleLast(state.model, PLANNED);
  refresh(state, posting.day, posting.day);
}

type Handlers = { readonly [K in Posting['kind']]?: (state: State, posting: Of<K>) => void };

/** What each kind of posting does. Kinds that only shape the schedule's dates are read when the state is made. */
const HANDLERS: Handlers = {
  disburse,
  money: receive,
  adjust_charge: (state, posting) => receive(state, { ...posting, kind: 'money', money: 'charge_adjustment' }),
  charge,
  waive_charge: waiveCharge,
  chargeback,
  refund_credit: refundCredit,
  change_rate: changeRate,
  pause,
  reage,
  reamortize,
  charge_off: chargeOff,
};

/** Applies one posting to a state that has seen everything before it. */
export function apply(state: State, posting: Posting): void {
  const handler = HANDLERS[posting.kind] as ((state: State, posting: Posting) => void) | undefined;
  handler?.(state, posting);
}
