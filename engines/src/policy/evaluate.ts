import type { CalendarDate } from '@tallystick/kernel';
import type { Bilingual } from '../scorecard/index.ts';
import { refusePolicy } from './refusals.ts';
import { type Condition, type DecisionTable, type Inputs, OUTCOMES, type Outcome, type Value, type Verdict, type When } from './table.ts';
import { comparable, holds, valuesOf, writeValue } from './value.ts';

/** What is known of a case, by input name. null and undefined mean: not known. */
export type PolicyInput = Readonly<Record<string, Value | null | undefined>>;
type Written = string | number | boolean;
/** One condition against one value; `ok` is null when the value is not known. */
export type Check = {
  readonly input: string;
  readonly label: Bilingual;
  readonly op: Condition['op'];
  readonly threshold: readonly Written[];
  readonly value: Written | null;
  readonly ok: boolean | null;
};
/** What became of one row, whether or not it decided: which conditions held, against which values. */
export type RowTrace = {
  readonly row: string;
  readonly result: 'hit' | 'not_hit' | 'unknown';
  readonly code: string;
  readonly checks: readonly Check[];
};
export type Hit = Verdict & { readonly table: string; readonly row: string };
export type TableResult = {
  readonly table: string;
  readonly version: string;
  readonly outcome: Outcome;
  readonly hits: readonly Hit[];
  readonly trace: readonly RowTrace[];
};
/** The decision of several tables together. Plain JSON; equal input gives equal bytes. */
export type Decision = {
  readonly outcome: Outcome;
  readonly reasons: readonly Hit[];
  readonly trace: readonly { readonly table: string; readonly version: string; readonly rows: readonly RowTrace[] }[];
  readonly tableVersions: Readonly<Record<string, string>>;
};

/** Tests conditions one by one against what is known. Refuses `policy.input_type` for a value of another type than declared. */
export function checksOf(when: When, inputs: Inputs, input: PolicyInput): Check[] {
  return Object.entries(when).map(([name, condition]) => {
    const { type, zh, en } = inputs[name] ?? { type: 'text', zh: name, en: name };
    const raw = input[name] ?? null;
    const value = raw === null ? undefined : comparable(type, raw);
    if (raw !== null && value === undefined) throw refusePolicy('policy.input_type', { field: name, facts: { input: name, type } });
    const ok = condition.op === 'missing' ? raw === null : value === undefined ? null : holds(type, condition, value);
    const threshold = valuesOf(condition).map((v) => writeValue(type, v));
    return { input: name, label: { zh, en }, op: condition.op, threshold, value: raw === null ? null : writeValue(type, raw), ok };
  });
}

/** Evaluates the whole table and traces every row, also those after the deciding one. */
export function evaluateTable(table: DecisionTable, input: PolicyInput): TableResult {
  const trace = table.rows.map((row): RowTrace => {
    const checks = checksOf(row.when, table.inputs, input);
    const result = checks.some((c) => c.ok === false) ? 'not_hit' : checks.some((c) => c.ok === null) ? 'unknown' : 'hit';
    return { row: row.id, result, code: row.verdict.code, checks };
  });
  const found = table.rows.flatMap((row, i): Hit[] => {
    const result = trace[i]?.result;
    if (result === 'hit') return [{ ...row.verdict, table: table.id, row: row.id }];
    return result === 'unknown' && table.onMissing ? [missingHit(table, table.onMissing, row.id, trace[i]?.checks ?? [])] : [];
  });
  const hits = found.length === 0 ? [{ ...table.otherwise, table: table.id, row: 'otherwise' }] : table.hit === 'first' ? found.slice(0, 1) : found;
  return { table: table.id, version: table.version, outcome: worst(hits), hits, trace };
}

/** Says which inputs were not known: `{inputs}` in the text is filled with their names. */
function missingHit(table: DecisionTable, verdict: Verdict, row: string, checks: readonly Check[]): Hit {
  const absent = checks.filter((c) => c.ok === null);
  const fill = (text: string, language: 'zh' | 'en'): string =>
    text.replace('{inputs}', absent.map((c) => c.label[language]).join(language === 'zh' ? '、' : ', '));
  return { ...verdict, zh: fill(verdict.zh, 'zh'), en: fill(verdict.en, 'en'), table: table.id, row };
}

const worst = (hits: readonly Hit[]): Outcome => OUTCOMES[Math.max(...hits.map((h) => OUTCOMES.indexOf(h.outcome)))] ?? 'decline';

/**
 * Decides by several tables: the most severe outcome wins (pass < approve < counter_offer < refer < decline). Reasons are every hit that is not a mere
 * pass, most severe first, one per code.
 */
export function decide(input: PolicyInput, tables: readonly DecisionTable[]): Decision {
  const results = tables.map((t) => evaluateTable(t, input));
  const hits = results.flatMap((r) => r.hits);
  const told = hits.filter((h) => h.outcome !== 'pass').sort((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome));
  return {
    outcome: worst(hits),
    reasons: told.filter((h, i) => told.findIndex((x) => x.code === h.code && x.zh === h.zh) === i),
    trace: results.map((r) => ({ table: r.table, version: r.version, rows: r.trace })),
    tableVersions: Object.fromEntries(results.map((r) => [r.table, r.version])),
  };
}

/** The version of table `id` in force on a day. Refuses `policy.not_in_force`. */
export function tableInForce(tables: readonly DecisionTable[], id: string, on: CalendarDate): DecisionTable {
  const found = tables
    .filter((t) => t.id === id && t.effectiveFrom <= on && (t.effectiveTo === undefined || on < t.effectiveTo))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  if (!found) throw refusePolicy('policy.not_in_force', { facts: { table: id, on } });
  return found;
}
