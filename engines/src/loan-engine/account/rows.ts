import { type EpochDay, min } from '@tallystick/kernel';
import type { Bucket } from '../terms/terms.ts';
import type { Period } from './dates.ts';
import { type Product, ROW_BUCKETS } from './product.ts';

export type Buckets = Record<Bucket, bigint>;
export const noBuckets = (): Buckets => ({ penalty: 0n, fee: 0n, interest: 0n, principal: 0n });
export const totalOf = (b: Buckets): bigint => b.penalty + b.fee + b.interest + b.principal;

/** One line of the schedule: what it asks for and what has come in. */
export type Row = {
  /** `extra` rows lie after maturity (charges, chargebacks); `down` rows have no days. */
  readonly kind: 'normal' | 'down' | 'extra';
  from: EpochDay;
  due: EpochDay;
  readonly asked: Buckets;
  readonly paid: Buckets;
  readonly waived: Buckets;
  /** Part of `asked` that a chargeback or a refund of credit put back. */
  readonly credited: Buckets;
  paidAhead: bigint;
  paidLate: bigint;
  /** Day on which nothing was owed any more; null while something is. */
  metOn: EpochDay | null;
};

export function newRow(kind: Row['kind'], from: EpochDay, due: EpochDay): Row {
  return {
    kind,
    from,
    due,
    asked: noBuckets(),
    paid: noBuckets(),
    waived: noBuckets(),
    credited: noBuckets(),
    paidAhead: 0n,
    paidLate: 0n,
    metOn: null,
  };
}
export const rowsOf = (periods: readonly Period[]): Row[] => periods.map(({ from, due }) => newRow('normal', from, due));

export const open = (row: Row, bucket: Bucket): bigint => row.asked[bucket] - row.paid[bucket] - row.waived[bucket];
export function openTotal(row: Row): bigint {
  let total = 0n;
  for (const bucket of ROW_BUCKETS) total += open(row, bucket);
  return total;
}
export const isOpen = (row: Row): boolean => openTotal(row) > 0n;

/** Notes the day a row was met, and forgets it when something is owed again. */
export function touch(row: Row, day: EpochDay): void {
  if (openTotal(row) > 0n) row.metOn = null;
  else row.metOn ??= day;
}

/** Pays one bucket of a row with at most `minor`; says how much it took. */
export function pay(row: Row, bucket: Bucket, day: EpochDay, minor: bigint): bigint {
  const taken = min(open(row, bucket), minor);
  if (taken <= 0n) return 0n;
  row.paid[bucket] += taken;
  if (day < row.due) row.paidAhead += taken;
  if (day > row.due) row.paidLate += taken;
  touch(row, day);
  return taken;
}

/** Rows in the order of the table: by due day; a down payment after an instalment due that day, before it on cumulative schedules. */
export function sortRows(product: Product, rows: Row[]): void {
  const rank = (row: Row): number => (row.kind === 'down' ? (product.schedule === 'progressive' ? 1 : -1) : row.kind === 'extra' ? 2 : 0);
  rows.sort((a, b) => a.due - b.due || rank(a) - rank(b));
}
