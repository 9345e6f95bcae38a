import type { CategoryColumn, Column, NumericColumn } from '../card/types.ts';

/**
 * A column cut fine, before any bin is chosen: for each row the place of its cell. Numeric: quantile cells in rising order, then one cell a special
 * code, then missing. Category: one cell a level (in the order of their texts), then rare levels, then missing. At most 256 cells.
 */
export type Cells = {
  readonly name: string;
  readonly kind: 'numeric' | 'category';
  readonly codes: Uint8Array;
  /** Numeric: where each quantile cell but the first begins. */
  readonly cuts: Float64Array;
  readonly specials: readonly number[];
  /** Category: the levels that have a cell of their own. */
  readonly levels: readonly string[];
  /** Cells that hold values: quantile cells, or levels with a cell of their own. */
  readonly ordered: number;
  readonly missing: number;
  /** Category: where rare and never-seen levels go. */
  readonly other: number;
  readonly size: number;
  readonly distinct: number;
  readonly unreadable: number;
};

export const MAX_CELLS = 200;
const MAX_LEVELS = 240;
/** The widest range of whole numbers that is counted by value instead of sorted. */
const COUNTED_RANGE = 1 << 22;

/** Cuts a column. `rareRows`: a level with fewer rows has no cell of its own. The same values in any order give the same cells. */
export function cellsOf(column: Column, specials: readonly number[], rareRows: number, maxCells = MAX_CELLS): Cells {
  return column.kind === 'numeric' ? numericCells(column, specials, maxCells) : categoryCells(column, rareRows);
}

function numericCells(column: NumericColumn, specials: readonly number[], maxCells: number): Cells {
  const { name, values, unreadable } = column;
  const codes = new Uint8Array(values.length);
  const sorted = [...specials].sort((a, b) => a - b);
  const range = wholeRange(values, sorted);
  const { starts, distinct, table } = range ? countedStarts(values, sorted, range, maxCells) : sortedStarts(values, sorted, maxCells);
  const cuts = Float64Array.from(starts.slice(1), ([before, from]) => roundest(before, from));
  const ordered = Math.max(1, starts.length);
  const missing = ordered + sorted.length;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value !== 0) codes[i] = missing;
    else if (sorted.length > 0 && sorted.includes(value)) codes[i] = ordered + sorted.indexOf(value);
    else codes[i] = table && range ? table[value - range.from]! : placeIn(cuts, value);
  }
  return {
    name,
    kind: 'numeric',
    codes,
    cuts,
    specials: sorted,
    levels: [],
    ordered,
    missing,
    other: missing,
    size: missing + 1,
    distinct,
    unreadable,
  };
}

/** How many cuts are at or below the value. */
export function placeIn(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Range = { readonly from: number; readonly to: number };
type Starts = { readonly starts: (readonly [before: number, from: number])[]; readonly distinct: number; readonly table?: Uint8Array };

function wholeRange(values: Float64Array, specials: readonly number[]): Range | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value !== 0 || (specials.length > 0 && specials.includes(value))) continue;
    if (Math.floor(value) !== value) return undefined;
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return to >= from && to - from < COUNTED_RANGE && to - from <= 64 * values.length + 1024 ? { from, to } : undefined;
}

function countedStarts(values: Float64Array, specials: readonly number[], { from, to }: Range, maxCells: number): Starts {
  const counts = new Uint32Array(to - from + 1);
  let rows = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value !== 0 || (specials.length > 0 && specials.includes(value))) continue;
    counts[value - from]! += 1;
    rows += 1;
  }
  const cutter = quantileCutter(rows, maxCells);
  for (let v = 0; v < counts.length; v += 1) if (counts[v]! > 0) cutter.value(v + from, counts[v]!);
  const { starts, distinct } = cutter.done();
  const table = new Uint8Array(counts.length);
  const ends = [...starts.slice(1).map(([, first]) => first - from), table.length];
  for (const [cell, end] of ends.entries()) table.fill(cell, cell === 0 ? 0 : ends[cell - 1]!, end);
  return { starts, distinct, table };
}

function sortedStarts(values: Float64Array, specials: readonly number[], maxCells: number): Starts {
  const kept = values.filter((v) => v - v === 0 && !specials.includes(v)).sort();
  const cutter = quantileCutter(kept.length, maxCells);
  for (let i = 0; i < kept.length; ) {
    const value = kept[i]!;
    const start = i;
    while (i < kept.length && kept[i] === value) i += 1;
    cutter.value(value, i - start);
  }
  return cutter.done();
}

/** Takes distinct values upwards with their counts and starts a new cell once the last one holds its share of the rows. */
function quantileCutter(rows: number, maxCells: number) {
  const starts: [number, number][] = [];
  let [seen, before, distinct] = [0, Number.NEGATIVE_INFINITY, 0];
  let boundary = 0;
  return {
    value(value: number, count: number): void {
      distinct += 1;
      if (seen >= boundary || starts.length === 0) {
        starts.push([before, value]);
        boundary = (Math.floor((seen * maxCells) / rows) + 1) * (rows / maxCells);
      }
      seen += count;
      before = value;
    },
    done: () => ({ starts: starts.slice(0, maxCells), distinct }),
  };
}

/** The shortest decimal in (before, from]: a cut people can read that parts the same rows. */
export function roundest(before: number, from: number): number {
  if (!Number.isFinite(before) || before >= from) return from;
  for (let places = -Math.floor(Math.log10(from - before)) - 1; places < 17; places += 1) {
    const unit = 10 ** Math.abs(places);
    const rounded = places >= 0 ? Math.floor(from * unit) / unit : Math.floor(from / unit) * unit;
    if (rounded > before && rounded <= from) return rounded + 0;
  }
  return from;
}

function categoryCells(column: CategoryColumn, rareRows: number): Cells {
  const { name, levels } = column;
  const counts = new Uint32Array(levels.length);
  for (let i = 0; i < column.codes.length; i += 1) if (column.codes[i]! >= 0) counts[column.codes[i]!]! += 1;
  const kept = levels
    .map((level, code) => ({ level, code, count: counts[code]! }))
    .filter((l) => l.count >= rareRows)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1))
    .slice(0, MAX_LEVELS)
    .sort((a, b) => (a.level < b.level ? -1 : 1));
  const [other, missing] = [kept.length, kept.length + 1];
  const cellOf = new Uint8Array(levels.length + 1).fill(other);
  for (const [cell, { code }] of kept.entries()) cellOf[code] = cell;
  cellOf[levels.length] = missing;
  const codes = new Uint8Array(column.codes.length);
  for (let i = 0; i < codes.length; i += 1) codes[i] = cellOf[column.codes[i]! < 0 ? levels.length : column.codes[i]!]!;
  const distinct = counts.reduce((n, c) => n + (c > 0 ? 1 : 0), 0);
  const own = kept.map((l) => l.level);
  const ordered = kept.length;
  return {
    name,
    kind: 'category',
    codes,
    cuts: new Float64Array(0),
    specials: [],
    levels: own,
    ordered,
    missing,
    other,
    size: missing + 1,
    distinct,
    unreadable: 0,
  };
}

/** Goods and bads of each cell: sums of weights, which are multiples of 2^-20 so that no order of rows changes them. */
export type Tally = { readonly goods: Float64Array; readonly bads: Float64Array };

export function tally(codes: Uint8Array, size: number, bad: Uint8Array, weights?: Float64Array): Tally {
  const both = new Float64Array(2 * size);
  if (weights) for (let i = 0; i < codes.length; i += 1) both[2 * codes[i]! + bad[i]!]! += weights[i]!;
  else for (let i = 0; i < codes.length; i += 1) both[2 * codes[i]! + bad[i]!]! += 1;
  return {
    goods: Float64Array.from({ length: size }, (_, c) => both[2 * c]!),
    bads: Float64Array.from({ length: size }, (_, c) => both[2 * c + 1]!),
  };
}
