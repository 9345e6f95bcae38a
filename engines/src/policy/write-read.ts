import { checkTable } from './check.ts';
import { refusePolicy } from './refusals.ts';
import type { Condition, DecisionTable, InputType, Value } from './table.ts';
import { readValue, writeValue } from './value.ts';

/** The table as JSON text: money "300000.00", rates in percent "50.0000". Same table, same bytes. */
export function writeTable(table: DecisionTable): string {
  const { id, version, effectiveFrom, effectiveTo, title, hit, inputs, rows, onMissing, otherwise } = table;
  const written = rows.map((row) => ({ ...row, when: mapConditions(row.when, inputs, (type, value) => writeValue(type, value as Value)) }));
  return JSON.stringify({ id, version, effectiveFrom, effectiveTo, title, hit, inputs, rows: written, onMissing, otherwise });
}

/** Reads and checks a table written by `writeTable`. Refuses `policy.unreadable` and everything `checkTable` refuses. */
export function readTable(text: string): DecisionTable {
  const raw = parsed(text);
  if (!Array.isArray(raw.rows) || typeof raw.inputs !== 'object')
    throw refusePolicy('policy.unreadable', { facts: { problem: 'rows or inputs missing' } });
  const rows = raw.rows.map((row) => ({
    ...row,
    when: mapConditions(row.when, raw.inputs, (type, value, input) => {
      const read = readValue(type, value);
      if (read === undefined) throw refusePolicy('policy.wrong_type', { facts: { row: row.id, input, type } });
      return read;
    }),
  }));
  const table = { ...raw, rows };
  checkTable(table);
  return table;
}

function parsed(text: string): DecisionTable {
  try {
    return JSON.parse(text);
  } catch {
    throw refusePolicy('policy.unreadable', { facts: { problem: 'not JSON' } });
  }
}

/** Rebuilds each condition with its values passed through `change`; inputs the table does not know are left for the check to name. */
function mapConditions(
  when: Readonly<Record<string, Condition>>,
  inputs: DecisionTable['inputs'],
  change: (type: InputType, value: unknown, input: string) => Value,
): Record<string, Condition> {
  const entries = Object.entries(when).map(([input, c]): [string, Condition] => {
    const type = inputs[input]?.type;
    if (type === undefined || c.op === 'missing') return [input, c];
    if (c.op === 'between') return [input, { op: c.op, from: change(type, c.from, input), to: change(type, c.to, input) }];
    if (c.op === 'in' || c.op === 'not_in') return [input, { op: c.op, values: c.values.map((v) => change(type, v, input)) }];
    return [input, { op: c.op, value: change(type, c.value, input) }];
  });
  return Object.fromEntries(entries);
}
