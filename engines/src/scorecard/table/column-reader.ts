import type { Column } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import { numberOf, utf8 } from './text.ts';

/** Words that stand for "no value" in a column of numbers. In a column of texts they are levels like any other (NA is also Namibia). */
const NO_VALUE = new Set(['NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', '?', '-', '.']);
/** A column is numeric when at most this share of its values is text. */
const TEXT_SHARE = 0.1;
const FIRST_ROWS = 1 << 14;

/** Collects one column cell by cell: numbers as numbers, texts as codes into a dictionary that is keyed by bytes. */
export class ColumnReader {
  readonly name: string;
  #values = new Float64Array(FIRST_ROWS);
  #codes: Int32Array | undefined;
  #texts = 0;
  #numbers = 0;
  readonly #levels: string[] = [];
  readonly #keys: Uint8Array[] = [];
  #slots = new Int32Array(1 << 8).fill(-1);

  readonly #before: number;

  /** `before`: rows of the file above the first one that is put here, for the row a refusal names. */
  constructor(name: string, before = 0) {
    this.name = name;
    this.#before = before;
  }

  /** Takes the bytes of the next cell, already without quotes and outer spaces. */
  put(row: number, bytes: Uint8Array, from: number, to: number): void {
    if (row === this.#values.length) this.#grow();
    let value = Number.NaN;
    if (from < to) {
      value = numberOf(bytes, from, to);
      if (Number.isNaN(value)) this.#putText(row, bytes, from, to);
      else this.#numbers += 1;
    }
    this.#values[row] = value;
  }

  #grow(): void {
    const values = new Float64Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
    if (!this.#codes) return;
    const codes = new Int32Array(values.length).fill(-1, this.#codes.length);
    codes.set(this.#codes);
    this.#codes = codes;
  }

  #putText(row: number, bytes: Uint8Array, from: number, to: number): void {
    this.#codes ??= new Int32Array(this.#values.length).fill(-1);
    this.#codes[row] = this.#codeOf(row, bytes, from, to);
    this.#texts += 1;
  }

  #codeOf(row: number, bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let at = hash(bytes, from, to) & mask;
    for (let code = this.#slots[at]!; code >= 0; code = this.#slots[at]!) {
      if (equal(this.#keys[code]!, bytes, from, to)) return code;
      at = (at + 1) & mask;
    }
    const text = utf8(bytes, from, to);
    if (text === undefined || text.includes('\u0000'))
      throw refuseScorecard('scorecard.encoding', { facts: { column: this.name, row: this.#before + row + 1 } });
    this.#keys.push(bytes.slice(from, to));
    this.#levels.push(text);
    this.#slots[at] = this.#keys.length - 1;
    if (this.#keys.length * 2 > this.#slots.length) this.#rehash();
    return this.#keys.length - 1;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    this.#keys.forEach((key, code) => {
      let at = hash(key, 0, key.length) & (slots.length - 1);
      while (slots[at]! >= 0) at = (at + 1) & (slots.length - 1);
      slots[at] = code;
    });
    this.#slots = slots;
  }

  /** The column, numeric or category as its values say; `asCategory` when the user says so. */
  finish(rows: number, asCategory: boolean): Column {
    const noValue = this.#levels.map((level) => NO_VALUE.has(level));
    let words = 0;
    if (this.#texts > 0 && noValue.includes(true)) for (let i = 0; i < rows; i += 1) if (noValue[this.#codes![i]!]) words += 1;
    const texts = this.#texts - words;
    const numeric = !asCategory && (texts === 0 || texts <= TEXT_SHARE * (texts + this.#numbers)) && (this.#numbers > 0 || this.#texts === 0);
    if (numeric) return { name: this.name, kind: 'numeric', values: this.#values.slice(0, rows), unreadable: texts };
    return { name: this.name, kind: 'category', ...this.#asLevels(rows) };
  }

  #asLevels(rows: number): { codes: Int32Array; levels: string[] } {
    const codes = this.#codes?.slice(0, rows) ?? new Int32Array(rows).fill(-1);
    const known = new Map(this.#levels.map((level, code) => [level, code]));
    for (let i = 0; i < rows && this.#numbers > 0; i += 1) {
      const value = this.#values[i]!;
      if (Number.isNaN(value)) continue;
      const level = String(value);
      let code = known.get(level);
      if (code === undefined) {
        code = this.#levels.length;
        known.set(level, code);
        this.#levels.push(level);
      }
      codes[i] = code;
    }
    return { codes, levels: this.#levels };
  }
}

function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i += 1) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return h ^ (h >>> 15);
}

function equal(key: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (key.length !== to - from) return false;
  for (let i = 0; i < key.length; i += 1) if (key[i] !== bytes[from + i]) return false;
  return true;
}
