import { divRound, type EpochDay, min } from '@tallystick/kernel';
import type { Bucket } from '../terms/terms.ts';
import type { AllocationRule, AllocationStep, FutureRule, Standing, Strategy } from './product.ts';
import { type Buckets, isOpen, noBuckets, open, pay, type Row } from './rows.ts';

/** What a payment does to the rows beyond taking their money: the account recomputes interest between two buckets. */
export type Payer = {
  /** Called before a bucket of a row ahead of its due day is paid. */
  readonly prepare: (row: Row, bucket: Bucket) => void;
  /** Called after a bucket was paid. */
  readonly done: (row: Row, bucket: Bucket, minor: bigint) => void;
};

/** One sum looking for rows to pay. */
export type Money = { readonly day: EpochDay; left: bigint; readonly portions: Buckets };
export const money = (day: EpochDay, minor: bigint): Money => ({ day, left: minor, portions: noBuckets() });

const standingOf = (row: Row, day: EpochDay): Standing => (row.due < day ? 'past_due' : row.due === day ? 'due' : 'in_advance');

function take(row: Row, bucket: Bucket, cash: Money, atMost: bigint, payer: Payer): bigint {
  if (cash.left === 0n || atMost === 0n) return 0n;
  if (row.due > cash.day) payer.prepare(row, bucket);
  const minor = pay(row, bucket, cash.day, min(atMost, cash.left));
  cash.left -= minor;
  cash.portions[bucket] += minor;
  if (minor > 0n) payer.done(row, bucket, minor);
  return minor;
}

/** Rows a step may pay: the oldest past due, the first due today, or those ahead that the rule names. */
function candidates(rows: readonly Row[], standing: Standing, future: FutureRule, cash: Money, wanted: (row: Row) => boolean): Row[] {
  const found = rows.filter((row) => standingOf(row, cash.day) === standing && wanted(row));
  if (standing !== 'in_advance' || future === 'next') return found.slice(0, 1);
  if (future === 'reamortize') return found;
  if (future === 'last') return found.slice(-1);
  const running = found.filter((row) => row.from <= cash.day);
  return running.length > 0 ? running.slice(0, 1) : found.slice(-1);
}

/** Pays one bucket of the chosen rows in equal parts, the last one taking the remainder. */
function payStep(chosen: readonly Row[], bucket: Bucket, cash: Money, payer: Payer): bigint {
  const even = divRound(cash.left, BigInt(chosen.length), 'half_even');
  const remainder = cash.left - even * BigInt(chosen.length);
  let paid = 0n;
  chosen.forEach((row, k) => {
    paid += take(row, bucket, cash, k === chosen.length - 1 ? even + remainder : even, payer);
  });
  return paid;
}

/** Finishes one row before the next: the steps of one standing together, row by row. */
function horizontally(rows: readonly Row[], rule: AllocationRule, cash: Money, payer: Payer): void {
  const standings = [...new Set(rule.order.map((step) => step.standing))];
  for (const standing of standings) {
    const steps = rule.order.filter((step) => step.standing === standing);
    while (cash.left > 0n) {
      const chosen = candidates(rows, standing, rule.future, cash, isOpen);
      if (chosen.length === 0) break;
      const before = cash.left;
      for (const { bucket } of steps) payStep(chosen, bucket, cash, payer);
      if (cash.left === before) break;
    }
  }
}

/** Finishes one bucket on every row before the next bucket. */
function vertically(rows: readonly Row[], rule: AllocationRule, cash: Money, payer: Payer): void {
  for (const { standing, bucket } of rule.order) {
    for (let paid = 1n; paid > 0n && cash.left > 0n; ) {
      const chosen = candidates(rows, standing, rule.future, cash, (row) => open(row, bucket) > 0n);
      paid = chosen.length === 0 ? 0n : payStep(chosen, bucket, cash, payer);
    }
  }
}

/** Allocates money by a rule of twelve buckets; what is left over is an overpayment. Reference conventions, section 3.18. */
export function allocate(rows: readonly Row[], rule: AllocationRule, way: 'horizontal' | 'vertical', cash: Money, payer: Payer): void {
  if (way === 'horizontal') horizontally(rows, rule, cash, payer);
  else vertically(rows, rule, cash, payer);
}

/**
 * Allocates money row by row in a named order. Within a row ahead of its due day, `splitAhead` strategies take the charges that are
 * due (`dueCharges`) first, then the rest in their order for money in advance.
 */
export function allocateInOrder(rows: readonly Row[], strategy: Strategy, cash: Money, dueCharges: Buckets, payer: Payer): void {
  for (const row of rows) {
    if (cash.left === 0n) return;
    if (row.due > cash.day && strategy.splitAhead) {
      for (const bucket of strategy.due) {
        if (bucket === 'penalty' || bucket === 'fee') dueCharges[bucket] -= take(row, bucket, cash, dueCharges[bucket], payer);
        else if (strategy.ahead[0] === bucket) take(row, bucket, cash, cash.left, payer);
      }
      for (const bucket of strategy.due) take(row, bucket, cash, cash.left, payer);
    } else for (const bucket of strategy.due) dueCharges[bucket] -= take(row, bucket, cash, cash.left, payer);
  }
}

/** The twelve steps of an order of buckets, past due first. */
export const stepsOf = (order: readonly Bucket[]): AllocationStep[] =>
  (['past_due', 'due', 'in_advance'] as const).flatMap((standing) => order.map((bucket) => ({ standing, bucket })));
