import { formatMoney, formatPercent, parseDate, parseMoney, parsePercent, toEpochDay } from '@tallystick/kernel';
import { gradeRank, isGrade } from '../rating/index.ts';
import type { Condition, InputType, Value } from './table.ts';

/** A value brought to a form that compares: whole numbers for everything ordered, the text itself otherwise. */
export type Comparable = bigint | string;

/** undefined when the value is not of the type. Grades count upwards from D, so that greater is better. */
export function comparable(type: InputType, value: unknown): Comparable | undefined {
  switch (type) {
    case 'money':
    case 'ppm':
      return typeof value === 'bigint' ? value : undefined;
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? BigInt(value) : undefined;
    case 'grade':
      return typeof value === 'string' && isGrade(value) ? BigInt(-gradeRank(value)) : undefined;
    case 'date':
      return typeof value === 'string' && parseDate(value) !== undefined ? BigInt(toEpochDay(value)) : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
  }
}

/** The written form: money "300000.00", rates in percent "50.0000", the rest as it is. */
export function writeValue(type: InputType, value: Value): string | number | boolean {
  if (typeof value !== 'bigint') return value;
  return type === 'money' ? formatMoney(value) : formatPercent(value);
}

/** Reads the written form; undefined when it is not of the type. */
export function readValue(type: InputType, raw: unknown): Value | undefined {
  const value =
    type === 'money' || type === 'ppm' ? (typeof raw === 'string' ? (type === 'money' ? parseMoney(raw) : parsePercent(raw)) : undefined) : raw;
  return comparable(type, value) === undefined ? undefined : (value as Value); // comparable() has just proven the type.
}

/** All values a condition names. */
export function valuesOf(condition: Condition): readonly Value[] {
  if (condition.op === 'missing') return [];
  if (condition.op === 'between') return [condition.from, condition.to];
  return condition.op === 'in' || condition.op === 'not_in' ? condition.values : [condition.value];
}

/** The values a condition admits: a span (null = open), a list, or everything but a list. */
type Extent =
  | { readonly kind: 'span'; readonly lo: bigint | null; readonly hi: bigint | null }
  | { readonly kind: 'in'; readonly of: readonly Comparable[] }
  | { readonly kind: 'not_in'; readonly of: readonly Comparable[] }
  | { readonly kind: 'missing' };

function extent(type: InputType, condition: Condition): Extent {
  const of = valuesOf(condition).map((v) => comparable(type, v) ?? '');
  const [first, second] = [typeof of[0] === 'bigint' ? of[0] : 0n, typeof of[1] === 'bigint' ? of[1] : 0n];
  switch (condition.op) {
    case 'missing':
      return { kind: 'missing' };
    case 'eq':
    case 'in':
      return { kind: 'in', of };
    case 'not_in':
      return { kind: 'not_in', of };
    case 'between':
      return { kind: 'span', lo: first, hi: second };
    case 'lt':
      return { kind: 'span', lo: null, hi: first - 1n };
    case 'le':
      return { kind: 'span', lo: null, hi: first };
    case 'gt':
      return { kind: 'span', lo: first + 1n, hi: null };
    case 'ge':
      return { kind: 'span', lo: first, hi: null };
  }
}

const within = (e: Extent, x: Comparable): boolean => {
  if (e.kind === 'missing') return false;
  if (e.kind === 'span') return typeof x === 'bigint' && (e.lo === null || x >= e.lo) && (e.hi === null || x <= e.hi);
  return e.of.includes(x) === (e.kind === 'in');
};

/** Whether a known value passes. */
export const holds = (type: InputType, condition: Condition, value: Comparable): boolean => within(extent(type, condition), value);

/** Whether every value that passes `narrow` also passes `wide`. */
export function covers(type: InputType, wide: Condition, narrow: Condition): boolean {
  const [w, n] = [extent(type, wide), extent(type, narrow)];
  if (n.kind === 'missing' || w.kind === 'missing') return n.kind === w.kind;
  if (n.kind === 'in') return n.of.every((x) => within(w, x));
  if (n.kind === 'not_in') return w.kind === 'not_in' && w.of.every((x) => n.of.includes(x));
  if (w.kind === 'not_in') return w.of.every((x) => !within(n, x));
  return w.kind === 'span' && (w.lo === null || (n.lo !== null && n.lo >= w.lo)) && (w.hi === null || (n.hi !== null && n.hi <= w.hi));
}
