import type { Table } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import { ColumnReader } from './column-reader.ts';
import { utf8 } from './text.ts';

const [QUOTE, COMMA, NEWLINE, RETURN, SPACE, TAB] = [34, 44, 10, 13, 32, 9];
/** The longest record that is read: a quote that is never closed would otherwise swallow the file. */
const LONGEST_RECORD = 1 << 24;

export type CsvOptions = {
  /** Columns to read; all when left out. Others are skipped without being stored. */
  readonly only?: (name: string) => boolean;
  /** Columns whose numbers are codes: read as categories. */
  readonly categories?: readonly string[];
  /** What a row with too few or too many cells gets: a refusal naming the row, or a row of missing values told in `ragged`. */
  readonly ragged: 'refuse' | 'keep';
};
export type CsvResult = { readonly table: Table; readonly ragged: readonly number[] };

/**
 * Reads CSV (RFC 4180, UTF-8, header row) chunk by chunk into typed columns. An empty field is missing; a text among numbers is missing too, and
 * counted. Refuses scorecard.encoding, file_empty, header_twice, row_ragged, quote_open; each names column or row (counted from 1 after the header).
 */
export class CsvReader {
  readonly #options: CsvOptions;
  #columns: (ColumnReader | undefined)[] | undefined;
  #rows = 0;
  /** Rows that were taken away before those at hand. */
  #taken = 0;
  #ragged: number[] = [];
  #rest = new Uint8Array(0);
  /** Ends of the cells of the record at hand: from, to, has doubled quotes. */
  #cells = new Int32Array(3 * 64);
  #first = true;

  constructor(options: CsvOptions) {
    this.#options = options;
  }

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    if (this.#first && bytes.length >= 3) bytes = this.#withoutMark(bytes);
    const done = this.#records(bytes);
    this.#rest = bytes.slice(done);
    if (this.#rest.length > LONGEST_RECORD) throw refuseScorecard('scorecard.quote_open', { facts: { row: this.#taken + this.#rows + 1 } });
  }

  end(): CsvResult {
    if (this.#rest.length > 0) {
      const bytes = new Uint8Array(this.#rest.length + 1);
      bytes.set(this.#rest);
      bytes[this.#rest.length] = NEWLINE;
      if (this.#records(bytes) !== bytes.length) throw refuseScorecard('scorecard.quote_open', { facts: { row: this.#taken + this.#rows + 1 } });
    }
    if (!this.#columns || this.#taken + this.#rows === 0) throw refuseScorecard('scorecard.file_empty');
    return this.take();
  }

  /**
   * The whole rows read so far, which the reader then forgets: who takes them after each chunk needs memory for a chunk and not for the file. Places in
   * `ragged` count from the first row of this part. A column may be numeric in one part and a category in another; executors read both alike.
   */
  take(): CsvResult {
    const categories = new Set(this.#options.categories);
    const readers = this.#columns ?? [];
    const columns = readers.flatMap((reader) => (reader ? [reader.finish(this.#rows, categories.has(reader.name))] : []));
    const part = { table: { rows: this.#rows, columns }, ragged: this.#ragged };
    this.#taken += this.#rows;
    this.#columns = this.#columns?.map((reader) => reader && new ColumnReader(reader.name, this.#taken));
    this.#rows = 0;
    this.#ragged = [];
    return part;
  }

  #withoutMark(bytes: Uint8Array): Uint8Array {
    this.#first = false;
    const [a, b, c] = bytes;
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) throw refuseScorecard('scorecard.encoding', { facts: { column: '', row: 0 } });
    return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  }

  /** Takes all whole records; answers where the first unfinished one starts. */
  #records(bytes: Uint8Array): number {
    let start = 0;
    for (;;) {
      const end = this.#scan(bytes, start);
      if (end < 0) return start;
      this.#take(bytes, start, end);
      start = end + 1;
    }
  }

  #count = 0;
  /** Finds the cells of the record at `start`; answers the place of its line end, or -1 when it is not all there. */
  #scan(bytes: Uint8Array, start: number): number {
    const size = bytes.length;
    let [i, count] = [start, 0];
    for (;;) {
      if (3 * count + 3 > this.#cells.length) this.#widen();
      let [from, to, doubled] = [i, 0, 0];
      if (bytes[i] === QUOTE) {
        from = i + 1;
        for (i = from; ; i += 1) {
          if (i >= size) return -1;
          if (bytes[i] !== QUOTE) continue;
          if (bytes[i + 1] !== QUOTE) break;
          doubled = 1;
          i += 1;
        }
        to = i;
        i += 1;
        while (i < size && bytes[i] !== COMMA && bytes[i] !== NEWLINE) i += 1;
      } else {
        while (i < size && bytes[i] !== COMMA && bytes[i] !== NEWLINE) i += 1;
        to = i;
      }
      if (i >= size) return -1;
      this.#cells[3 * count] = from;
      this.#cells[3 * count + 1] = to;
      this.#cells[3 * count + 2] = doubled;
      count += 1;
      if (bytes[i] === NEWLINE) break;
      i += 1;
    }
    this.#count = count;
    return i;
  }

  #widen(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }

  #take(bytes: Uint8Array, start: number, end: number): void {
    const columns = this.#columns;
    const blank = end === start || (end === start + 1 && bytes[start] === RETURN);
    if (!columns) {
      if (!blank) this.#columns = this.#header(bytes);
      return;
    }
    if (blank && columns.length > 1) return;
    if (this.#count !== columns.length) {
      if (this.#options.ragged === 'refuse')
        throw refuseScorecard('scorecard.row_ragged', { facts: { row: this.#taken + this.#rows + 1, cells: this.#count, columns: columns.length } });
      this.#ragged.push(this.#rows);
      for (const column of columns) column?.put(this.#rows, bytes, 0, 0);
    } else for (let c = 0; c < columns.length; c += 1) if (columns[c]) this.#cell(columns[c]!, bytes, 3 * c);
    this.#rows += 1;
  }

  #cell(column: ColumnReader, bytes: Uint8Array, at: number): void {
    let [from, to] = [this.#cells[at]!, this.#cells[at + 1]!];
    while (from < to && blankByte(bytes[to - 1]!)) to -= 1;
    while (from < to && blankByte(bytes[from]!)) from += 1;
    if (this.#cells[at + 2] === 0) column.put(this.#rows, bytes, from, to);
    else {
      const plain = withoutDoubled(bytes, from, to);
      column.put(this.#rows, plain, 0, plain.length);
    }
  }

  #header(bytes: Uint8Array): (ColumnReader | undefined)[] {
    const names = Array.from({ length: this.#count }, (_, c) => {
      const plain = withoutDoubled(bytes, this.#cells[3 * c]!, this.#cells[3 * c + 1]!);
      const name = utf8(plain, 0, plain.length)?.trim();
      if (name === undefined || name.includes('\u0000')) throw refuseScorecard('scorecard.encoding', { facts: { column: `#${c + 1}`, row: 0 } });
      return name || `column_${c + 1}`;
    });
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw refuseScorecard('scorecard.header_twice', { facts: { column: twice } });
    return names.map((name) => ((this.#options.only?.(name) ?? true) ? new ColumnReader(name) : undefined));
  }
}

const blankByte = (byte: number): boolean => byte === SPACE || byte === RETURN || byte === TAB;

function withoutDoubled(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const out = new Uint8Array(to - from);
  let n = 0;
  for (let i = from; i < to; i += 1) {
    out[n] = bytes[i]!;
    n += 1;
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i += 1;
  }
  return out.subarray(0, n);
}
