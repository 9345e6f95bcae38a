import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Column, CsvReader, columnOf, type Table, takeRows } from '@tallystick/engines/scorecard';

/** Where the public credit data stand: beside the repository, or where TALLY_CREDIT_DATA says. */
export const CREDIT_DATA = process.env['TALLY_CREDIT_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
export const haveCreditData = existsSync(join(CREDIT_DATA, 'german_credit.csv'));

export type CreditSet = {
  readonly file: string;
  readonly target: string;
  readonly bad: string;
  /** Running numbers, outcome fields and the lender's own score: never inputs. */
  readonly drop: readonly string[];
  /** Trains up to this value of the column, tests on what came later; without it, row index mod 10 < 7 trains. */
  readonly outOfTime?: { readonly column: string; readonly last: string };
};
const LENDER = ['issue_d', 'grade', 'sub_grade', 'installment'];
const SBA_OUTCOME = ['ChgOffDate', 'ChgOffPrinGr', 'Term', 'DisbursementDate', 'DisbursementGross', 'ApprovalDate', 'Zip3'];

export const CREDIT_SETS = {
  german: { file: 'german_credit.csv', target: 'creditability', bad: 'bad', drop: [] },
  hmeq: { file: 'hmeq.csv', target: 'BAD', bad: '1', drop: [] },
  taiwan: { file: 'taiwan_card.csv.gz', target: 'default_next_month', bad: '1', drop: ['ID'] },
  lc18: { file: 'lendingclub_2018.csv.gz', target: 'loan_status', bad: '1', drop: LENDER },
  lc18oot: { file: 'lendingclub_2018.csv.gz', target: 'loan_status', bad: '1', drop: LENDER, outOfTime: { column: 'issue_d', last: '2018-06' } },
  lc07: { file: 'lendingclub_2007_2011.csv.gz', target: 'loan_status', bad: 'Charged Off', drop: [] },
  sba: { file: 'sba_loans.csv.gz', target: 'MIS_Status', bad: 'CHGOFF', drop: SBA_OUTCOME },
  polish: { file: 'polish_bankruptcy_5year.csv.gz', target: 'class', bad: '1', drop: [] },
  olist: { file: 'olist_seller_behaviour.csv', target: 'is_inactive', bad: '1', drop: ['seller_id', 'future_orders'] },
} as const satisfies Record<string, CreditSet>;
export type CreditSetName = keyof typeof CREDIT_SETS;
export const CREDIT_SET_NAMES = Object.keys(CREDIT_SETS) as CreditSetName[];

export const creditBytes = (file: string): Uint8Array => {
  const bytes = readFileSync(join(CREDIT_DATA, file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

const levelAt = (column: Column, row: number): string => (column.kind === 'category' ? (column.levels[column.codes[row] ?? -1] ?? '') : '');

export type Sample = { readonly table: Table; readonly bad: Uint8Array };
/** Everything, training and test rows of one set, without the columns that are no inputs. */
export function readCreditSet(name: CreditSetName): { readonly all: Sample; readonly train: Sample; readonly test: Sample } {
  const set: CreditSet = CREDIT_SETS[name];
  const time = set.outOfTime?.column;
  const reader = new CsvReader({ ragged: 'refuse', categories: [set.target, ...(time ? [time] : [])] });
  reader.push(creditBytes(set.file));
  const { table } = reader.end();
  const [target, when] = [columnOf(table, set.target), time ? columnOf(table, time) : undefined];
  const inputs = { rows: table.rows, columns: table.columns.filter((c) => c.name !== set.target && !set.drop.includes(c.name)) };
  const bad = Uint8Array.from({ length: table.rows }, (_, i) => (levelAt(target, i) === set.bad ? 1 : 0));
  const trains = (i: number): boolean => (when && set.outOfTime ? levelAt(when, i) <= set.outOfTime.last : i % 10 < 7);
  const sample = (want: boolean): Sample => {
    const rows = Uint32Array.from(Array.from(bad.keys()).filter((i) => trains(i) === want));
    return { table: takeRows(inputs, rows), bad: Uint8Array.from(rows, (i) => bad[i] ?? 0) };
  };
  return { all: { table: inputs, bad }, train: sample(true), test: sample(false) };
}

/** Mean 0, standard deviation 1. */
export function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const spread = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
  return values.map((v) => (v - mean) / spread);
}
