import { type Cells, cellsOf, type Tally, tally } from '../bin/cells.ts';
import type { Column, Dropped, Warning } from '../card/types.ts';
import type { BuildRequest, Settings } from '../settings.ts';

/** A column that may be binned, with the counts of its cells. */
export type Candidate = { readonly cells: Cells; readonly counts: Tally };
export type Screened = { readonly candidates: readonly Candidate[]; readonly dropped: readonly Dropped[]; readonly warnings: readonly Warning[] };

/**
 * Cuts every column into cells and sets aside what can never be an attribute: nothing in it, one value only, an identifier, a category without levels
 * that repeat, a copy of another column, a protected attribute, and what gives the outcome away.
 */
export function screen(request: BuildRequest, settings: Settings): Screened {
  const { table, bad, weights, hints = {}, protectedNames = [] } = request;
  const rareRows = Math.max(settings.minRows, settings.minShare * 0.2 * table.rows);
  const dropped: Dropped[] = [];
  const warnings: Warning[] = [];
  const kept: Candidate[] = [];
  for (const column of table.columns) {
    const { name } = column;
    if (protectedNames.includes(name)) {
      dropped.push({ name, why: 'protected', value: 0, cost: 0 });
      continue;
    }
    const cells = cellsOf(column, hints[name]?.specials ?? [], rareRows, settings.cells);
    const counts = tally(cells.codes, cells.size, bad, weights);
    const why = unusable(column, cells);
    if (why) {
      dropped.push({ name, why, value: cells.distinct, cost: 0 });
      continue;
    }
    const ranks = aloneAuc(counts);
    if (ranks > settings.leakAuc) {
      dropped.push({ name, why: 'leak', value: ranks, cost: 0 });
      warnings.push({ code: 'leak', name, value: ranks });
      continue;
    }
    kept.push({ cells, counts });
  }
  return { ...withoutCopies(kept, dropped, warnings), warnings };
}

function unusable(column: Column, cells: Cells): Dropped['why'] | undefined {
  if (cells.distinct === 0) return 'all_missing';
  const anyMissing = cells.codes.includes(cells.missing);
  if (cells.distinct === 1 && !anyMissing && cells.specials.length === 0) return 'constant';
  if (column.kind === 'category')
    return column.levels.every((l) => DATE.test(l)) ? 'identifier' : cells.levels.length === 0 ? 'too_many_levels' : undefined;
  return isCounter(column.values, cells.distinct) ? 'identifier' : undefined;
}

const WIDEST_GAPS = 4;
/** A date says when, not who: it would be a proxy of the vintage. */
const DATE = /^\d{4}-\d{2}(-\d{2})?$/;

/** A running number: every row another whole number, with no more gaps than a split into training and test rows leaves. */
function isCounter(values: Float64Array, distinct: number): boolean {
  if (distinct !== values.length || distinct < 100) return false;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value % 1 !== 0) return false;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least < WIDEST_GAPS * distinct;
}

/** AUC of the cells ordered by their bad rates, each pulled to the average by twenty rows: how well the attribute alone tells the outcome. */
function aloneAuc({ goods, bads }: Tally): number {
  const [allGoods, allBads] = [goods.reduce((a, b) => a + b, 0), bads.reduce((a, b) => a + b, 0)];
  const average = allBads / (allGoods + allBads);
  const rate = (c: number): number => (bads[c]! + 20 * average) / (goods[c]! + bads[c]! + 20);
  const order = Array.from(goods, (_, c) => c).sort((a, b) => rate(a) - rate(b) || a - b);
  let [wins, below] = [0, 0];
  for (const c of order) {
    wins += bads[c]! * (below + goods[c]! / 2);
    below += goods[c]!;
  }
  return wins / (allGoods * allBads);
}

function withoutCopies(kept: readonly Candidate[], dropped: Dropped[], warnings: Warning[]): Pick<Screened, 'candidates' | 'dropped'> {
  const seen = new Map<string, Candidate[]>();
  const candidates: Candidate[] = [];
  for (const one of [...kept].sort((a, b) => (a.cells.name < b.cells.name ? -1 : 1))) {
    const key = `${one.cells.size} ${one.counts.goods.join()} ${one.counts.bads.join()}`;
    const alike = seen.get(key) ?? [];
    const twin = alike.find((other) => sameBytes(other.cells.codes, one.cells.codes));
    if (twin) {
      dropped.push({ name: one.cells.name, why: 'duplicate', value: 1, against: twin.cells.name, cost: 0 });
      warnings.push({ code: 'duplicate', name: one.cells.name, value: 1 });
      continue;
    }
    seen.set(key, [...alike, one]);
    candidates.push(one);
  }
  return { candidates, dropped };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
