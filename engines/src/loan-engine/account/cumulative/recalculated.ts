import { type EpochDay, max, min, must } from '@tallystick/kernel';
import type { Period } from '../dates.ts';
import { type Decimal, fromMinor, plus, times, toMinor, ZERO } from '../decimal.ts';
import type { Product } from '../product.ts';
import { newRow, type Row } from '../rows.ts';
import { cumulativeLevel, partOf } from './level.ts';

/** Money that came in, and the business days on which the schedule was recalculated. */
export type History = { readonly paid: readonly { readonly day: EpochDay; readonly minor: bigint }[]; readonly seen: readonly EpochDay[] };

const paidBy = (history: History, day: EpochDay): bigint => history.paid.reduce((total, p) => (p.day <= day ? total + p.minor : total), 0n);

/** Principal of the rows so far that money up to a day has not reached, interest of each row first. */
function overduePrincipal(rows: readonly Row[], money: bigint): bigint {
  let left = money;
  let open = 0n;
  for (const { asked } of rows) {
    left -= min(asked.interest, left);
    const paid = min(asked.principal, left);
    left -= paid;
    open += asked.principal - paid;
  }
  return open;
}

/** Last day up to which overdue principal earns within a period: where the schedule was recalculated in it, to that day or to its end. */
function overdueUntil(product: Product, period: Period, history: History): EpochDay {
  const last = history.seen.reduce((latest, day) => (day > period.from && day <= period.due && day > latest ? day : latest), period.from);
  return last > period.from && product.recalculation?.rest === 'period' ? period.due : last;
}

/** Interest of a period: on the balance, less what was paid ahead from its day, plus overdue principal as far as it earns. */
function interestOf(product: Product, period: Period, rate: Decimal, balance: bigint, rows: readonly Row[], history: History): bigint {
  const due = rows.reduce((total, row) => total + row.asked.principal + row.asked.interest, 0n);
  const until = overdueUntil(product, period, history);
  const inside = [...history.paid.map((p) => p.day), until].filter((day) => day > period.from && day < period.due);
  const days = [...new Set([period.from, ...inside, period.due])].sort((a, b) => a - b);
  let exact = ZERO;
  for (let k = 1; k < days.length; k += 1) {
    const from = must(days[k - 1], 'day');
    const to = must(days[k], 'day');
    const money = paidBy(history, from);
    const ahead = max(money - due, 0n);
    const overdue = to <= until ? overduePrincipal(rows, money) : 0n;
    const owed = balance - ahead + overdue;
    if (owed > 0n) exact = plus(exact, times(times(fromMinor(owed), rate), partOf(product, period, to - from)));
  }
  return toMinor(exact);
}

/**
 * A declining cumulative schedule that follows payments (sections 3.12 and 3.13): what comes in beyond the due amounts of a row is
 * repaid in that row, and the rest keeps its instalment over fewer rows or its rows with a new instalment.
 */
export function recalculatedRows(
  product: Product,
  periods: readonly Period[],
  rates: readonly Decimal[],
  lent: (period: Period) => bigint,
  history: History,
): Row[] {
  const rows: Row[] = [];
  let balance = 0n;
  let due = 0n;
  const total = periods.reduce((sum, period) => sum + lent(period), 0n);
  let level = cumulativeLevel(product, total, periods.length);
  let waiting = total;
  for (const [k, period] of periods.entries()) {
    balance += k === 0 ? lent(period) : 0n;
    waiting -= lent(period);
    const interest = interestOf(product, period, must(rates[k], 'rate'), balance, rows, history);
    if (k > 0) balance += lent(period);
    const row = newRow('normal', period.from, period.due);
    const planned = max(level - interest, 0n);
    const paid = paidBy(history, period.due) - due - interest;
    const wanted = max(paid, planned);
    const last = k === periods.length - 1 || (wanted >= balance && waiting === 0n);
    row.asked.interest = interest;
    row.asked.principal = last ? balance : wanted;
    rows.push(row);
    balance -= row.asked.principal;
    due += row.asked.principal + interest;
    if (balance === 0n && waiting === 0n) break;
    if (paid > planned && product.recalculation?.prepayment !== 'reduce_count')
      level = cumulativeLevel(product, balance + waiting, periods.length - k - 1);
  }
  return rows;
}
