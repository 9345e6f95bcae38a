import type { Table } from '../card/types.ts';
import { contentHash } from '../validate/folds.ts';
import { stackTables } from './stack.ts';
import { takeRows } from './table.ts';

/**
 * Keeps at most so many rows of a table that comes part by part: those whose content has the smallest numbers, so the choice depends on what stands in the
 * rows and not on their order. Never holds more than twice as many and one part. Rows that are equal in every column stay or go together.
 */
export class RowSampler {
  readonly #most: number;
  #kept: Table | undefined;
  #hash = new Float64Array(0);
  #line = Number.POSITIVE_INFINITY;
  #seen = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get held(): number {
    return this.#hash.length;
  }

  add(part: Table): void {
    this.#seen += part.rows;
    const hash = contentHash(part);
    const rows = Uint32Array.from(Array.from(hash.keys()).filter((i) => hash[i]! < this.#line));
    const chosen = takeRows(part, rows);
    this.#kept = this.#kept ? stackTables(this.#kept, chosen) : chosen;
    const all = new Float64Array(this.#hash.length + rows.length);
    all.set(this.#hash);
    rows.forEach((row, i) => {
      all[this.#hash.length + i] = hash[row]!;
    });
    this.#hash = all;
    if (this.#hash.length > 2 * this.#most) this.#narrow();
  }

  #narrow(): void {
    if (this.#hash.length <= this.#most) return;
    this.#line = this.#hash.toSorted()[this.#most]!;
    const rows = Uint32Array.from(Array.from(this.#hash.keys()).filter((i) => this.#hash[i]! < this.#line));
    this.#kept = takeRows(this.#kept!, rows);
    this.#hash = Float64Array.from(rows, (i) => this.#hash[i]!);
  }

  /** The chosen rows, in the order they came, and how many there were. */
  end(): { table: Table; seen: number } {
    this.#narrow();
    return { table: this.#kept ?? { rows: 0, columns: [] }, seen: this.#seen };
  }
}
