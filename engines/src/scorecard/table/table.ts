import type { CategoryColumn, Column, NumericColumn, Table } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import { levelOf } from './text.ts';

/** The column of that name. Refuses scorecard.column_unknown with the names there are. */
export function columnOf(table: Table, name: string): Column {
  const found = table.columns.find((c) => c.name === name);
  if (found) return found;
  const names = table.columns.map((c) => c.name);
  throw refuseScorecard('scorecard.column_unknown', { facts: { column: name, columns: names.slice(0, 40).join(', ') } });
}

/** The chosen rows, in the order given. */
export function takeRows(table: Table, rows: Uint32Array): Table {
  return {
    rows: rows.length,
    columns: table.columns.map((column): Column => {
      if (column.kind === 'numeric') return { ...column, values: gather(column.values, new Float64Array(rows.length), rows) };
      return { ...column, codes: gather(column.codes, new Int32Array(rows.length), rows) };
    }),
  };
}

function gather<A extends Float64Array | Int32Array>(from: A, to: A, rows: Uint32Array): A {
  for (let i = 0; i < rows.length; i += 1) to[i] = from[rows[i]!]!;
  return to;
}

/** The value of one cell as an executor takes it: a number, a level, or null when missing. */
export function cellOf(column: Column, row: number): number | string | null {
  if (column.kind === 'category') return column.levels[column.codes[row]!] ?? null;
  const value = column.values[row]!;
  return Number.isNaN(value) ? null : value;
}

/** A table from rows of plain values; a column is numeric when every value in it is a number. */
export function tableOf(rows: readonly Readonly<Record<string, number | string | null | undefined>>[], names: readonly string[]): Table {
  const columns = names.map((name): Column => {
    const cells = rows.map((row) => row[name]);
    const numeric = cells.every((c) => typeof c !== 'string' || c === '');
    return numeric ? numbers(name, cells) : levels(name, cells);
  });
  return { rows: rows.length, columns };
}

function numbers(name: string, cells: readonly (number | string | null | undefined)[]): NumericColumn {
  const values = Float64Array.from(cells, (c) => (typeof c === 'number' && Number.isFinite(c) ? c + 0 : Number.NaN));
  return { name, kind: 'numeric', values, unreadable: 0 };
}

function levels(name: string, cells: readonly (number | string | null | undefined)[]): CategoryColumn {
  const known = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const level = levelOf(cell);
    if (level === '') return -1;
    if (!known.has(level)) known.set(level, known.size);
    return known.get(level) ?? -1;
  });
  return { name, kind: 'category', codes, levels: [...known.keys()] };
}
