import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type Column,
  type CsvOptions,
  CsvReader,
  type CsvResult,
  columnOf,
  RowSampler,
  refuseScorecard,
  sharesAsOutcomes,
  type Table,
  takeRows,
} from '@tallystick/engines/scorecard';

/** Reads a CSV file, gzipped when its name says so, without holding its text in memory. */
export async function readTable(file: string, options: CsvOptions): Promise<CsvResult> {
  const reader = new CsvReader(options);
  for await (const chunk of bytesOf(file)) reader.push(chunk);
  return reader.end();
}

/** The same part by part: rows are held for one chunk of the file at a time. */
export async function* readParts(file: string, options: CsvOptions): AsyncGenerator<CsvResult> {
  const reader = new CsvReader(options);
  for await (const chunk of bytesOf(file, 1 << 18)) {
    reader.push(chunk);
    const part = reader.take();
    if (part.table.rows > 0) yield part;
  }
  const last = reader.end();
  if (last.table.rows > 0) yield last;
}

/** At most so many rows of the file, chosen by their content: the file may be larger than memory. */
export async function readSample(file: string, options: CsvOptions, most: number): Promise<{ table: Table; seen: number }> {
  const sampler = new RowSampler(most);
  for await (const part of readParts(file, options)) sampler.add(part.table);
  return sampler.end();
}

async function* bytesOf(file: string, chunkSize = 1 << 20): AsyncGenerator<Uint8Array> {
  if (!existsSync(file)) throw refuseScorecard('scorecard.file_missing', { facts: { file } });
  const source = createReadStream(file, { highWaterMark: chunkSize });
  const stream = file.endsWith('.gz') ? source.pipe(createGunzip({ chunkSize })) : source;
  source.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('Z_')) throw refuseScorecard('scorecard.file_damaged', { facts: { file } });
    throw error;
  }
}

/** The level of a category column in one row; '' when it is missing. */
export const levelAt = (column: Column, row: number): string => (column.kind === 'category' ? (column.levels[column.codes[row] ?? -1] ?? '') : '');

export type Labelled = {
  readonly inputs: Table;
  readonly bad: Uint8Array;
  readonly months?: Column;
  readonly weights?: Float64Array;
  /** The target itself, where it is a share. */
  readonly share?: Float64Array;
};
export type Split = { readonly mod: number; readonly below: number } | { readonly column: string; readonly last: string };
export type Parts = { readonly train: Labelled; readonly test: Labelled; readonly rejects: Table };

/** `mod10<7`: row index (from 0) mod 10 below 7 trains. */
export function parseSplit(text: string): Split {
  const [, mod, below] = /^mod(\d+)<(\d+)$/.exec(text) ?? [];
  if (!mod || !below) throw refuseScorecard('scorecard.option_invalid', { facts: { option: '--split', value: text, form: 'mod10<7' } });
  return { mod: Number(mod), below: Number(below) };
}

/** `issue_d:2018-06`: rows up to that value train, later ones test. */
export function parseOutOfTime(text: string): Split {
  const at = text.lastIndexOf(':');
  if (at <= 0 || at === text.length - 1)
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: '--oot', value: text, form: 'COLUMN:YYYY-MM' } });
  return { column: text.slice(0, at), last: text.slice(at + 1) };
}

/** Outcome by row: 1 bad, 0 good, -1 not known. Refuses scorecard.bad_value_unknown with the values there are. */
export function outcomes(table: Table, target: string, badValue: string): Int8Array {
  const column = columnOf(table, target);
  assertBadValue(target, badValue, column.kind === 'category' ? column.levels : []);
  return outcomesIn(column, badValue);
}
/** The same of one part of a file, in which the bad value may be absent. */
export function outcomesIn(column: Column, badValue: string): Int8Array {
  if (column.kind !== 'category') return new Int8Array(column.values.length).fill(-1);
  const bad = column.levels.indexOf(badValue);
  return Int8Array.from(column.codes, (code) => (code >= 0 ? Number(code === bad) : -1));
}
export function assertBadValue(target: string, badValue: string, values: readonly string[]): void {
  if (!values.includes(badValue))
    throw refuseScorecard('scorecard.bad_value_unknown', { facts: { column: target, value: badValue, values: values.slice(0, 20).join(', ') } });
}

/** A target of shares: known where there is a number. Refuses scorecard.share_invalid outside 0 to 1. */
export function sharesKnown(table: Table, target: string): Int8Array {
  const column = columnOf(table, target);
  const wrong = column.kind === 'numeric' ? column.values.findIndex((v) => v < 0 || v > 1) : 0;
  if (column.kind !== 'numeric' || wrong >= 0 || column.unreadable > 0)
    throw refuseScorecard('scorecard.share_invalid', { facts: { column: target, row: wrong + 1 } });
  return Int8Array.from(column.values, (v) => (Number.isNaN(v) ? -1 : 0));
}

/** A sample of shares as one of past loans: every row twice, as bad with its share and as good with the rest. */
export function sharesSpread({ inputs, months, weights, share }: Labelled): Labelled {
  const spread = sharesAsOutcomes({ table: inputs, share: share ?? new Float64Array(inputs.rows), ...(weights ? { weights } : {}) });
  const twice = Uint32Array.from({ length: 2 * inputs.rows }, (_, i) => i % inputs.rows);
  const dated = months && takeRows({ rows: inputs.rows, columns: [months] }, twice).columns[0];
  return { inputs: spread.table, bad: spread.bad, weights: spread.weights, ...(dated ? { months: dated } : {}) };
}

/** Parts the rows with an outcome into training and test rows; rows without one are applicants that were turned away. */
export function partRows(
  table: Table,
  of: {
    outcome: Int8Array;
    split: Split;
    drop: ReadonlySet<string>;
    month: string | undefined;
    weight: string | undefined;
    share: string | undefined;
  },
): Parts {
  const { split, outcome } = of;
  const when = 'column' in split ? columnOf(table, split.column) : undefined;
  const trains = (i: number): boolean =>
    'mod' in split
      ? i % split.mod < split.below
      : levelAt(when as Column, i) !== '' && levelAt(when as Column, i).slice(0, split.last.length) <= split.last;
  const [train, test, rejects]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < table.rows; i += 1) (outcome[i] === -1 ? rejects : trains(i) ? train : test).push(i);
  const told = 'mod' in split ? `mod${split.mod}<${split.below}` : `${split.column}:${split.last}`;
  if (train.length === 0 || test.length === 0)
    throw refuseScorecard('scorecard.split_empty', { facts: { split: told, train: train.length, test: test.length } });
  const inputs: Table = { rows: table.rows, columns: table.columns.filter((c) => !of.drop.has(c.name)) };
  const part = (rows: readonly number[]): Labelled => {
    const at = Uint32Array.from(rows);
    const [months, weight, share] = [of.month, of.weight, of.share].map((name) =>
      name ? takeRows({ rows: table.rows, columns: [columnOf(table, name)] }, at).columns[0] : undefined,
    );
    return {
      inputs: takeRows(inputs, at),
      bad: Uint8Array.from(at, (i) => outcome[i] ?? 0),
      ...(months ? { months } : {}),
      ...(weight ? { weights: weightsOf(weight) } : {}),
      ...(share?.kind === 'numeric' ? { share: share.values } : {}),
    };
  };
  return { train: part(train), test: part(test), rejects: takeRows(inputs, Uint32Array.from(rejects)) };
}

/** The weights in a column. Refuses scorecard.weight_invalid. */
export function weightsOf(column: Column): Float64Array {
  const bad = column.kind === 'numeric' ? column.values.findIndex((v) => !(v >= 0)) : 0;
  if (column.kind !== 'numeric' || bad >= 0) throw refuseScorecard('scorecard.weight_invalid', { facts: { column: column.name, row: bad + 1 } });
  return column.values;
}
