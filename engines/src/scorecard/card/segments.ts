import { columnOf } from '../table/table.ts';
import { type Lookup, lookupOf, placeOf, placesOf, type Value } from './lookup.ts';
import type { Attribute, Card, Segmentation, SegmentNode, Table } from './types.ts';

/** Everything that reads a column: what parts the segments, and the attributes. A column may stand here more than once. */
export const inputsOf = (card: Card): readonly Attribute[] => [
  ...(card.segmentation?.splits ?? []),
  ...card.attributes.filter((a) => a.kind !== 'segment'),
];

/** How many points each bin is below the best of its attribute: what a reason weighs. The segment itself and rows outside of it are no reason. */
export function lossesOf({ bins, kind }: Attribute): Int32Array {
  const best = Math.max(...bins.map((b) => (b.outside ? Number.NEGATIVE_INFINITY : b.points)));
  return Int32Array.from(bins, (b) => (b.outside || kind === 'segment' ? 0 : best - b.points));
}

/** The segment of a row whose bins in the splits are known. */
export function segmentAt(tree: SegmentNode, places: ArrayLike<number>): number {
  let node = tree;
  while ('split' in node) node = node.left.includes(places[node.split]!) ? node.yes : node.no;
  return node.segment;
}

/** A segmentation made ready for single rows. */
export function segmentFinder({ splits, tree }: Segmentation): (row: Readonly<Record<string, Value>>) => number {
  const lookups = splits.map(lookupOf);
  const places = new Uint8Array(splits.length);
  return (row) => {
    for (let s = 0; s < splits.length; s += 1) places[s] = placeOf(lookups[s]!, row[splits[s]!.name]);
    return segmentAt(tree, places);
  };
}

/** The segment of every row. */
export function segmentsOf({ splits, tree }: Segmentation, table: Table): Uint8Array {
  const places = splits.map((s) => placesOf(lookupOf(s), columnOf(table, s.name), new Uint8Array(table.rows)));
  return Uint8Array.from({ length: table.rows }, (_, i) =>
    segmentAt(
      tree,
      places.map((p) => p[i]!),
    ),
  );
}

/** Place of the bin for rows of other segments; -1 for an attribute of all rows. */
export const outsideOf = (attribute: Attribute): number => attribute.bins.findIndex((b) => b.outside);

/** The bins of one attribute for every row, rows of other segments set apart. */
export function placesWithin(attribute: Attribute, segment: Uint8Array, lookup: Lookup, table: Table): Uint8Array {
  const places = placesOf(lookup, columnOf(table, attribute.name), new Uint8Array(table.rows));
  const outside = outsideOf(attribute);
  if (outside >= 0) for (let i = 0; i < places.length; i += 1) if (segment[i] !== attribute.segment) places[i] = outside;
  return places;
}
