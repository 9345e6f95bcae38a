import { columnOf } from '../table/table.ts';
import { type FlatTrees, flatten, sumLeaves, wholePoints } from './flat-trees.ts';
import { lookupOf, placesOf } from './lookup.ts';
import { lossesOf, placesWithin, segmentsOf } from './segments.ts';
import type { Card, Table } from './types.ts';

/** Places of the bins of every row, column by column in the order of the card's attributes. */
export type Places = readonly Uint8Array[];

/** Finds every bin. Refuses scorecard.column_unknown when the table lacks an attribute of the card. */
export function binTable(card: Card, table: Table): Places {
  const segment = card.segmentation && segmentsOf(card.segmentation, table);
  return card.attributes.map((attribute) => {
    if (segment) return attribute.kind === 'segment' ? segment : placesWithin(attribute, segment, lookupOf(attribute), table);
    return placesOf(lookupOf(attribute), columnOf(table, attribute.name), new Uint8Array(table.rows));
  });
}

/** Points of every row. */
export function scorePlaces(card: Card, places: Places, rows: number): Int32Array {
  const points = new Int32Array(rows).fill(card.basePoints);
  if (card.trees) return treePoints(flatten(card.trees, card.attributes), places, points);
  for (const [j, { bins }] of card.attributes.entries()) {
    const own = Int32Array.from(bins, (b) => b.points);
    const at = places[j]!;
    for (let i = 0; i < rows; i += 1) points[i]! += own[at[i]!]!;
  }
  return points;
}

function treePoints(trees: FlatTrees, places: Places, points: Int32Array): Int32Array {
  const row = new Uint8Array(places.length);
  for (let i = 0; i < points.length; i += 1) {
    for (let j = 0; j < row.length; j += 1) row[j] = places[j]![i]!;
    points[i]! += wholePoints(sumLeaves(trees, row));
  }
  return points;
}

/** Points of every row of a table, column by column. */
export const scoreTable = (card: Card, table: Table): Int32Array => scorePlaces(card, binTable(card, table), table.rows);

/** The reasons of every row: the attribute (its place in the card) that cost most, then the next; -1 when no more costs anything. */
export function reasonTable(card: Card, places: Places, rows: number, most = 4): Int16Array {
  const out = new Int16Array(rows * most).fill(-1);
  const lost = card.trees ? treeLosses(flatten(card.trees, card.attributes), places, rows) : undefined;
  const tables = card.attributes.map(lossesOf);
  const costs = new Int32Array(most);
  for (let i = 0; i < rows; i += 1) {
    let count = 0;
    const start = i * most;
    for (let j = 0; j < tables.length; j += 1) {
      const cost = lost ? lost[i * tables.length + j]! : tables[j]![places[j]![i]!]!;
      if (cost <= 0 || (count === most && cost <= costs[most - 1]!)) continue;
      let at = count < most ? count : most - 1;
      for (; at > 0 && costs[at - 1]! < cost; at -= 1) {
        costs[at] = costs[at - 1]!;
        out[start + at] = out[start + at - 1]!;
      }
      costs[at] = cost;
      out[start + at] = j;
      if (count < most) count += 1;
    }
  }
  return out;
}

function treeLosses(trees: FlatTrees, places: Places, rows: number): Int32Array {
  const size = places.length;
  const out = new Int32Array(rows * size);
  const row = new Uint8Array(size);
  const shares = new Float64Array(size);
  for (let i = 0; i < rows; i += 1) {
    shares.fill(0);
    for (let j = 0; j < size; j += 1) row[j] = places[j]![i]!;
    sumLeaves(trees, row, shares);
    for (let j = 0; j < size; j += 1) out[i * size + j] = Math.max(0, -wholePoints(shares[j]!));
  }
  return out;
}
