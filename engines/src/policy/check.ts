import { refusePolicy } from './refusals.ts';
import type { DecisionTable, TableRow, Verdict } from './table.ts';
import { comparable, covers, valuesOf } from './value.ts';

/**
 * Proves a table sound before it can be used. Refuses `policy.no_rows`, `policy.duplicate_row`, `policy.unknown_input`, `policy.wrong_type`,
 * `policy.text_missing` and, where the first hit wins, `policy.unreachable_row` for a row that an earlier one covers.
 */
export function checkTable(table: DecisionTable): void {
  if (table.rows.length === 0) throw refusePolicy('policy.no_rows', { facts: { table: table.id } });
  const ids = new Set<string>();
  for (const row of table.rows) {
    if (ids.has(row.id)) throw refusePolicy('policy.duplicate_row', { facts: { table: table.id, row: row.id } });
    ids.add(row.id);
    checkRow(table, row);
  }
  for (const verdict of [table.otherwise, ...(table.onMissing ? [table.onMissing] : [])]) checkText('otherwise', verdict);
  if (table.hit === 'first') for (const [j, row] of table.rows.entries()) checkReachable(table, row, table.rows.slice(0, j));
}

function checkRow(table: DecisionTable, row: TableRow): void {
  for (const [input, condition] of Object.entries(row.when)) {
    const type = table.inputs[input]?.type;
    if (type === undefined) throw refusePolicy('policy.unknown_input', { facts: { row: row.id, input } });
    const ordered = type !== 'text' && type !== 'boolean';
    const fits = ordered || ['eq', 'in', 'not_in', 'missing'].includes(condition.op);
    const empty = (condition.op === 'in' || condition.op === 'not_in') && condition.values.length === 0;
    if (!fits || empty || valuesOf(condition).some((v) => comparable(type, v) === undefined)) {
      throw refusePolicy('policy.wrong_type', { facts: { row: row.id, input, type } });
    }
  }
  checkText(row.id, row.verdict);
}

function checkText(row: string, verdict: Verdict): void {
  if (!verdict.code || !verdict.zh || !verdict.en) throw refusePolicy('policy.text_missing', { facts: { row } });
}

function checkReachable(table: DecisionTable, row: TableRow, earlier: readonly TableRow[]): void {
  const by = earlier.find((before) =>
    Object.entries(before.when).every(([input, wide]) => {
      const narrow = row.when[input];
      return narrow !== undefined && covers(table.inputs[input]?.type ?? 'text', wide, narrow);
    }),
  );
  if (by) throw refusePolicy('policy.unreachable_row', { facts: { row: row.id, by: by.id } });
}
