import type { Column, Table } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import type { BuildRequest } from '../settings.ts';
import { takeRows } from '../table/table.ts';
import { levelOf } from '../table/text.ts';

const [ONE, TWO] = [0x9e3779b1, 0x85ebca6b];
const mixed = (h: number): number => {
  let x = Math.imul(h ^ (h >>> 16), TWO);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
};

function textHash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mixed(h);
}

/**
 * Adds the hash of each cell to that of its row. Sums know no order, so neither the order nor the names of the columns count; a number counts as its text,
 * so that it is the same whether its column was read as numbers or as levels.
 */
function addCells(column: Column, one: Int32Array, two: Int32Array): void {
  const add = (i: number, ofOne: number, ofTwo: number): void => {
    one[i]! += ofOne;
    two[i]! += ofTwo;
  };
  if (column.kind === 'category') {
    const hashes = ['', ...column.levels].map((level) => [textHash(level, ONE), textHash(level, TWO)] as const);
    for (let i = 0; i < one.length; i += 1) add(i, ...hashes[column.codes[i]! + 1]!);
    return;
  }
  for (let i = 0; i < one.length; i += 1) {
    const level = levelOf(column.values[i]!);
    add(i, textHash(level, ONE), textHash(level, TWO));
  }
}

/** A number for each row that depends on nothing but what stands in the row: equal rows have equal numbers, wherever they stand. */
export function contentHash(table: Table): Float64Array {
  const [one, two] = [new Int32Array(table.rows), new Int32Array(table.rows)];
  for (const column of table.columns) addCells(column, one, two);
  return Float64Array.from(one, (h, i) => (mixed(h) >>> 0) * 2 ** 21 + (mixed(two[i]!) >>> 11));
}

/**
 * Parts rows into `folds` parts with an equal share of bads each, by the content of the rows and not by their order; rows that are equal in every column
 * and in the outcome stay together, so that none is judged by its twin. Refuses scorecard.option_invalid when there are fewer goods or bads than folds.
 */
export function foldsOf(table: Table, bad: Uint8Array, folds: number): Uint8Array {
  const hash = contentHash(table);
  const sides = [0, 1].map((side) =>
    dealt(
      hash.filter((_, i) => bad[i] === side),
      folds,
    ),
  );
  const fewest = Math.min(...sides.map((s) => s.size), 100);
  if (!Number.isInteger(folds) || folds < 2 || folds > fewest)
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: 'folds', value: String(folds), form: `2 … ${fewest}` } });
  return Uint8Array.from(hash, (h, i) => sides[bad[i]!]!.get(h)!);
}

/** Each content, in the order of its number, goes to the fold that has the fewest rows so far. */
function dealt(hash: Float64Array, folds: number): Map<number, number> {
  const rows = new Float64Array(folds >= 1 ? folds : 1);
  const fold = new Map<number, number>();
  for (const h of hash.sort()) {
    const at = fold.get(h) ?? rows.indexOf(Math.min(...rows));
    fold.set(h, at);
    rows[at]! += 1;
  }
  return fold;
}

/** The same build on some of its rows. */
export const partOf = (request: BuildRequest, rows: Uint32Array): BuildRequest => ({
  ...request,
  table: takeRows(request.table, rows),
  bad: Uint8Array.from(rows, (i) => request.bad[i]!),
  ...(request.weights ? { weights: Float64Array.from(rows, (i) => request.weights![i]!) } : {}),
});
