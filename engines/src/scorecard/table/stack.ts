import type { CategoryColumn, Column, Table } from '../card/types.ts';
import { columnOf } from './table.ts';
import { levelOf } from './text.ts';

/** The rows of one table above those of another; the columns of the first. Refuses scorecard.column_unknown when the second lacks one. */
export function stackTables(above: Table, below: Table): Table {
  const rows = above.rows + below.rows;
  const columns = above.columns.map((column): Column => {
    const other = columnOf(below, column.name);
    if (column.kind === 'numeric' && other.kind === 'numeric') {
      const values = new Float64Array(rows);
      values.set(column.values);
      values.set(other.values, above.rows);
      return { ...column, values, unreadable: column.unreadable + other.unreadable };
    }
    return stackCategories(asCategory(column), asCategory(other), rows);
  });
  return { rows, columns };
}

function stackCategories(above: CategoryColumn, below: CategoryColumn, rows: number): CategoryColumn {
  const levels = [...above.levels];
  const known = new Map(levels.map((level, code) => [level, code]));
  const recoded = below.levels.map((level) => {
    const code = known.get(level);
    if (code !== undefined) return code;
    known.set(level, levels.length);
    return levels.push(level) - 1;
  });
  const codes = new Int32Array(rows);
  codes.set(above.codes);
  for (let i = 0; i < below.codes.length; i += 1) codes[above.codes.length + i] = below.codes[i]! < 0 ? -1 : recoded[below.codes[i]!]!;
  return { ...above, codes, levels };
}

function asCategory(column: Column): CategoryColumn {
  if (column.kind === 'category') return column;
  const known = new Map<string, number>();
  const codes = Int32Array.from(column.values, (value) => {
    const level = levelOf(value);
    if (level === '') return -1;
    if (!known.has(level)) known.set(level, known.size);
    return known.get(level) ?? -1;
  });
  return { name: column.name, kind: 'category', codes, levels: [...known.keys()] };
}
