import { divRound, type EpochDay, max, must, sum } from '@tallystick/kernel';
import type { Period } from '../dates.ts';
import { type Decimal, fromMinor, over, plus, times, toMinor, whole, ZERO } from '../decimal.ts';
import { toMultiple } from '../model.ts';
import type { Of, Posting } from '../postings.ts';
import type { Product } from '../product.ts';
import { type Row, rowsOf } from '../rows.ts';
import { cumulativeLevel, partOf } from './level.ts';
import { recalculatedRows } from './recalculated.ts';

type Lent = { readonly day: EpochDay; readonly minor: bigint };

function rateOf(product: Product, postings: readonly Posting[], period: Period): Decimal {
  let rate = product.rate;
  // A new rate holds for the instalment due on its day and those after it; the posting carries the day before.
  for (const p of postings) if (p.kind === 'change_rate' && period.due > p.day) rate = p.rate;
  return rate;
}

/** Flat: equal shares of all interest on everything lent; the last row takes both remainders (section 3.10). */
function flatRows(product: Product, periods: readonly Period[], lent: readonly Lent[], postings: readonly Posting[], down: bigint): Row[] {
  const rows = rowsOf(periods);
  const n = periods.length;
  const all = fromMinor(sum(lent.map((l) => l.minor)));
  let total = ZERO;
  for (const period of periods) total = plus(total, partOf(product, period, period.due - period.from));
  const share = over(total, whole(n));
  let exact = ZERO;
  let interestLeft = 0n;
  let principalLeft = sum(lent.map((l) => l.minor)) - down;
  periods.forEach((period, k) => {
    const row = must(rows[k], 'row');
    const own = times(times(all, rateOf(product, postings, period)), share);
    exact = plus(exact, own);
    const interest = k === n - 1 ? toMinor(exact) - interestLeft : toMinor(own);
    interestLeft += interest;
    const known = sum(lent.filter((l) => l.day <= period.due).map((l) => l.minor)) - down;
    const even = divRound(known, BigInt(n), 'half_even');
    const principal = toMultiple(product, even) + toMultiple(product, interest) - interest;
    row.asked.interest = interest;
    row.asked.principal = k === n - 1 ? principalLeft : principal;
    principalLeft -= row.asked.principal;
  });
  return rows;
}

/** Interest of a period on what is owed at its start and, from its own day, on what is lent within it. */
function periodInterest(product: Product, period: Period, rate: Decimal, opening: bigint, lent: readonly Lent[]): bigint {
  let exact = times(times(fromMinor(opening), rate), partOf(product, period, period.due - period.from));
  for (const { day, minor } of lent) {
    if (day <= period.from || day >= period.due) continue;
    const days = product.partialPeriods || product.interestPer === 'day' ? period.due - day : period.due - period.from;
    exact = plus(exact, times(times(fromMinor(minor), rate), partOf(product, period, days)));
  }
  return toMinor(exact);
}

const lentBetween = (lent: readonly Lent[], after: EpochDay, to: EpochDay): bigint =>
  sum(lent.filter((l) => l.day > after && l.day <= to).map((l) => l.minor));

/** Declining: interest on the balance, a level amount or equal principal, grace on either, the last row takes the rest (section 3.9). */
function decliningRows(product: Product, periods: readonly Period[], lent: readonly Lent[], postings: readonly Posting[], down: bigint): Row[] {
  const rows = rowsOf(periods);
  const total = sum(lent.map((l) => l.minor)) - down;
  const open = periods.length - product.gracePrincipal;
  const level = product.equalPrincipal ? divRound(total, BigInt(open), 'half_even') : cumulativeLevel(product, total, open);
  const start = must(periods[0], 'period').from;
  let balance = lentBetween(lent, Number.NEGATIVE_INFINITY, start) - down;
  let deferred = 0n;
  let left = total;
  periods.forEach((period, k) => {
    const row = must(rows[k], 'row');
    const interest = periodInterest(product, period, rateOf(product, postings, period), balance, lent);
    const planned = k < product.gracePrincipal ? 0n : product.equalPrincipal ? level : level - interest;
    row.asked.principal = k === periods.length - 1 ? left : max(planned, 0n);
    deferred += interest;
    if (k >= product.graceInterest) {
      row.asked.interest = deferred;
      deferred = 0n;
    }
    balance += lentBetween(lent, period.from, period.due) - row.asked.principal;
    left -= row.asked.principal;
  });
  return rows;
}

/** Share of each disbursement that falls due at once: section 3.11. */
export const downPaymentOf = (product: Product, minor: bigint): bigint =>
  product.downPayment === null ? 0n : toMultiple(product, toMinor(over(times(fromMinor(minor), product.downPayment.percent), whole(100))));

/** The rows of a cumulative schedule: planned at once from everything lent and every change of rate, or following payments. */
export function cumulativeRows(
  product: Product,
  periods: readonly Period[],
  lent: readonly Of<'disburse'>[],
  postings: readonly Posting[],
  seen: readonly EpochDay[],
): Row[] {
  const down = sum(lent.map((l) => downPaymentOf(product, l.minor)));
  const paid = postings.flatMap((p) =>
    p.kind === 'money' && p.minor !== null && p.money !== 'down_payment' ? [{ day: p.day, minor: p.minor }] : [],
  );
  const follows = product.recalculation !== null && product.interest === 'declining' && product.interestPer === 'day' && paid.length > 0;
  if (follows && product.gracePrincipal === 0 && product.graceInterest === 0 && !product.equalPrincipal) {
    const rates = periods.map((period) => rateOf(product, postings, period));
    const net = lent.map((l) => ({ day: l.day, minor: l.minor - downPaymentOf(product, l.minor) }));
    const start = must(periods[0], 'period').from;
    const within = (period: Period): bigint => lentBetween(net, period.from === start ? Number.NEGATIVE_INFINITY : period.from, period.due);
    return recalculatedRows(product, periods, rates, within, { paid, seen });
  }
  const plan = product.interest === 'flat' ? flatRows : decliningRows;
  return plan(product, periods, lent, postings, down);
}
