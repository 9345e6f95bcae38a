import { cellsOf } from '../bin/cells.ts';
import { binTable } from '../card/batch.ts';
import type { Attribute, Bin, Card, Column, Table } from '../card/types.ts';
import { reasonOf } from '../card/wording.ts';
import { cholesky, solve } from '../fit/cholesky.ts';
import type { AttributeHint, BuildRequest } from '../settings.ts';
import { columnOf, takeRows } from '../table/table.ts';
import { contentHash } from '../validate/folds.ts';

/** A way to part the population: the column's bins, and which of them go left. `promise`: what a Newton step says both sides would gain. */
export type Split = { readonly attribute: Attribute; readonly left: readonly number[]; readonly promise: number };

/** The split as a segmentation of two: left is segment 0. */
export const routeOf = ({ attribute, left }: Split) => ({
  splits: [attribute],
  tree: { split: 0, left, yes: { segment: 0 }, no: { segment: 1 } } as const,
});

/** Rows that are looked at to rank the candidates; the trial of a split uses all. */
const LOOKED_AT = 50_000;
const CELLS = 8;
/** Evidence of this many attributes, strongest first, may differ between the sides. */
const SLOPES = 12;
const FEW_LEVELS = 12;

/**
 * Ways to part the rows, most promising first. The card's own evidence is the model; for each cell of a candidate column the slope and bend of the
 * likelihood in every coefficient are summed, so that each cut is judged by two small systems and no fit is made.
 */
export function splitCandidates(request: BuildRequest, card: Card, names: readonly string[], least: { rows: number; bads: number }): Split[] {
  const { table, bad, weights } = sampleOf(request);
  const share = table.rows / request.table.rows;
  const slopes = slopesOf(card, table);
  const splits = names.flatMap((name) => {
    const column = columnOf(table, name);
    const cells = cellsOf(column, request.hints?.[name]?.specials ?? [], Math.max(2, share * least.rows * 0.2), CELLS);
    const sums = Array.from({ length: cells.size }, () => emptySums(slopes.size));
    for (let i = 0; i < table.rows; i += 1) addRow(sums[cells.codes[i]!]!, slopes, i, bad[i]!, weights?.[i] ?? 1);
    const [all, held] = [sums.reduce(joined), cells.levels.map((_, c) => c)];
    return sides(column, cells.ordered, held, sums).flatMap((side) => {
      const left = side.map((c) => sums[c]!).reduce(joined);
      const right = { ...all, ...less(all, left) };
      const small = [left, right].some((s) => s.rows < share * least.rows || s.bads < share * least.bads || s.rows - s.bads < share * least.bads);
      if (small) return [];
      const promise = Math.round(1e4 * (gainOf(left, slopes.size) + gainOf(right, slopes.size))) / 1e4;
      return [{ ...splitOf(column, cells, side, request.hints?.[name] ?? {}), promise }];
    });
  });
  return splits.sort((a, b) => b.promise - a.promise || (a.attribute.name < b.attribute.name ? -1 : 1));
}

function sampleOf({ table, bad, weights }: BuildRequest): Pick<BuildRequest, 'table' | 'bad' | 'weights'> {
  if (table.rows <= LOOKED_AT) return { table, bad, ...(weights ? { weights } : {}) };
  const hash = contentHash(table);
  const line = hash.toSorted()[LOOKED_AT]!;
  const rows = Uint32Array.from(Array.from(hash.keys()).filter((i) => hash[i]! < line));
  return {
    table: takeRows(table, rows),
    bad: Uint8Array.from(rows, (i) => bad[i]!),
    ...(weights ? { weights: Float64Array.from(rows, (i) => weights[i]!) } : {}),
  };
}

type Slopes = { readonly inputs: readonly Float64Array[]; readonly size: number; readonly pd: Float64Array };

/** The evidence of each row in the strongest attributes, and its PD by the card. */
function slopesOf(card: Card, table: Table): Slopes {
  const places = binTable(card, table);
  const points = new Float64Array(table.rows).fill(card.basePoints);
  card.attributes.forEach((a, j) => {
    for (let i = 0; i < points.length; i += 1) points[i]! += a.bins[places[j]![i]!]!.points;
  });
  const pd = points.map((p) => 1 / (1 + card.baseOdds * 2 ** ((p - card.baseScore) / card.pdo)));
  const inputs = card.attributes.slice(0, SLOPES).map((a, j) => Float64Array.from(places[j]!, (p) => a.bins[p]!.woe));
  return { inputs, size: inputs.length + 1, pd };
}

type Sums = { readonly slope: Float64Array; readonly bend: Float64Array; rows: number; bads: number };
const emptySums = (size: number): Sums => ({ slope: new Float64Array(size), bend: new Float64Array(size * size), rows: 0, bads: 0 });

function addRow(sums: Sums, { inputs, size, pd }: Slopes, i: number, bad: number, weight: number): void {
  const [rest, bend] = [weight * (bad - pd[i]!), weight * pd[i]! * (1 - pd[i]!)];
  for (let j = 0; j < size; j += 1) {
    const x = j === 0 ? 1 : inputs[j - 1]![i]!;
    sums.slope[j]! += rest * x;
    for (let k = 0; k <= j; k += 1) sums.bend[j * size + k]! += bend * x * (k === 0 ? 1 : inputs[k - 1]![i]!);
  }
  sums.rows += 1;
  sums.bads += bad;
}

const joined = (a: Sums, b: Sums): Sums => ({
  slope: a.slope.map((v, i) => v + b.slope[i]!),
  bend: a.bend.map((v, i) => v + b.bend[i]!),
  rows: a.rows + b.rows,
  bads: a.bads + b.bads,
});
const less = (a: Sums, b: Sums): Sums => ({
  slope: a.slope.map((v, i) => v - b.slope[i]!),
  bend: a.bend.map((v, i) => v - b.bend[i]!),
  rows: a.rows - b.rows,
  bads: a.bads - b.bads,
});

/** Half of slope × bend⁻¹ × slope: what one Newton step gains in log-likelihood. A hundredth more bend keeps what cannot be told apart at rest. */
function gainOf({ slope, bend }: Sums, size: number): number {
  const ridged = bend.map((v, at) => (at % (size + 1) === 0 ? v * 1.01 + 1 : v));
  const factor = cholesky(ridged, size);
  return factor ? solve(factor, size, slope).reduce((sum, step, j) => sum + (step * slope[j]!) / 2, 0) : 0;
}

/** Which cells go left: every cut of a number, what is missing alone, each of few levels alone, and the levels with most bads together. */
function sides(column: Column, ordered: number, levels: readonly number[], sums: readonly Sums[]): number[][] {
  const missing = [[sums.length - 1]];
  if (column.kind === 'numeric') return [...Array.from({ length: ordered - 1 }, (_, c) => Array.from({ length: c + 1 }, (__, k) => k)), ...missing];
  const rate = (c: number): number => sums[c]!.bads / Math.max(1, sums[c]!.rows);
  const risky = levels.toSorted((a, b) => rate(b) - rate(a) || a - b);
  const together = risky.slice(0, -1).map((_, k) => risky.slice(0, k + 1));
  const alone = levels.length <= FEW_LEVELS ? levels.map((c) => [c]) : [];
  return [...together, ...alone.filter(([c]) => c !== risky[0]), ...missing];
}

/** The split as bins of the card's own kind: left, right, codes, other, missing. All but the left ones go right. */
function splitOf(column: Column, cells: ReturnType<typeof cellsOf>, side: readonly number[], hint: AttributeHint): Omit<Split, 'promise'> {
  const ofMissing = side[0] === cells.missing;
  const held: Pick<Bin, 'lo' | 'hi' | 'special' | 'values' | 'other' | 'missing'>[] = [];
  if (column.kind === 'numeric') {
    const cut = ofMissing ? null : cells.cuts[side.length - 1]!;
    held.push({ lo: null, hi: cut });
    if (cut !== null) held.push({ lo: cut, hi: null });
    for (const code of cells.specials) held.push({ special: [code] });
  } else {
    if (!ofMissing) held.push({ values: side.map((c) => cells.levels[c]!).sort() });
    held.push({ other: true });
  }
  held.push({ missing: true });
  const bins = held.map((h): Bin => ({ ...h, woe: 0, points: 0, reason: reasonOf(column.name, column.kind, h, hint, 'SEG') }));
  const label = hint.label ?? { zh: column.name, en: column.name };
  return { attribute: { name: column.name, label, kind: column.kind, bins }, left: [ofMissing ? bins.length - 1 : 0] };
}
