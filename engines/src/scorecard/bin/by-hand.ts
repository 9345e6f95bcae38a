import type { Table, Trend } from '../card/types.ts';
import type { AttributeHint } from '../settings.ts';
import { columnOf } from '../table/table.ts';
import { type Binned, type DraftBin, ivOf, woeOf } from './attribute.ts';
import { type Cells, cellsOf, placeIn, tally } from './cells.ts';

type Sample = { readonly bad: Uint8Array; readonly weights: Float64Array | undefined; readonly goods: number; readonly bads: number };

/** Bins exactly as a person set them: `cuts` of a numeric attribute, `groups` of a category; what is left over goes to the other bin. */
export function binByHand(table: Table, name: string, hint: AttributeHint, sample: Sample): Binned {
  const column = columnOf(table, name);
  const cells = column.kind === 'numeric' ? handCells(column.values, name, hint) : cellsOf(column, [], 1);
  const counts = tally(cells.codes, cells.size, sample.bad, sample.weights);
  const groups = column.kind === 'numeric' ? Array.from({ length: cells.ordered }, (_, c) => [c]) : groupCells(cells, hint.groups ?? []);
  const place = new Uint8Array(cells.size);
  const evidence = (members: readonly number[]): Pick<DraftBin, 'goods' | 'bads' | 'woe'> => {
    const [g, b] = [counts.goods, counts.bads].map((side) => members.reduce((sum, c) => sum + side[c]!, 0)) as [number, number];
    return { goods: g, bads: b, woe: g + b > 0 ? woeOf(g, b, sample.goods, sample.bads) : 0 };
  };
  const bins: DraftBin[] = groups.map((members, i) => {
    for (const c of members) place[c] = i;
    const range = { lo: i === 0 ? null : cells.cuts[i - 1]!, hi: cells.cuts[i] ?? null };
    return { ...(column.kind === 'numeric' ? range : { values: members.map((c) => cells.levels[c]!) }), ...evidence(members) };
  });
  const apart = (cell: number, what: Partial<DraftBin>): void => {
    place[cell] = bins.length;
    bins.push({ ...what, ...evidence([cell]) });
  };
  for (const [k, value] of cells.specials.entries()) apart(cells.ordered + k, { special: [value] });
  if (column.kind === 'category') {
    const grouped = new Set(groups.flat());
    const rest = cells.levels.map((_, c) => c).filter((c) => !grouped.has(c));
    for (const c of rest) place[c] = bins.length;
    place[cells.other] = bins.length;
    bins.push({ other: true, ...evidence([...rest, cells.other]) });
  }
  apart(cells.missing, { missing: true });
  const iv = ivOf(bins, sample.goods, sample.bads);
  const forced = [{ name, what: 'manual_bins', ivFree: iv, ivKept: iv, value: groups.length }] as const;
  return { cells, bins, place, iv, trend: column.kind === 'numeric' ? handTrend(bins) : 'none', forced };
}

function handCells(values: Float64Array, name: string, hint: AttributeHint): Cells {
  const cuts = Float64Array.from(hint.cuts ?? []).sort();
  const specials = [...(hint.specials ?? [])].sort((a, b) => a - b);
  const ordered = cuts.length + 1;
  const missing = ordered + specials.length;
  const codes = Uint8Array.from(values, (v) =>
    Number.isFinite(v) ? (specials.includes(v) ? ordered + specials.indexOf(v) : placeIn(cuts, v)) : missing,
  );
  return {
    name,
    kind: 'numeric',
    codes,
    cuts,
    specials,
    levels: [],
    ordered,
    missing,
    other: missing,
    size: missing + 1,
    distinct: ordered,
    unreadable: 0,
  };
}

const groupCells = (cells: Cells, groups: readonly (readonly string[])[]): number[][] =>
  groups.map((group) => group.map((level) => cells.levels.indexOf(level)).filter((c) => c >= 0)).filter((members) => members.length > 0);

function handTrend(bins: readonly DraftBin[]): Trend {
  const steps = bins.flatMap((b) => (b.lo === undefined ? [] : [b.woe])).map((woe, i, all) => (i === 0 ? 0 : Math.sign(all[i - 1]! - woe)));
  const moves = steps.filter((s) => s !== 0);
  if (moves.every((s) => s > 0)) return 'rising';
  if (moves.every((s) => s < 0)) return 'falling';
  return moves[0]! > 0 ? 'peak' : 'valley';
}
