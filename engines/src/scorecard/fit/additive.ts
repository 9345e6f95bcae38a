import type { Binned, DraftBin } from '../bin/attribute.ts';
import { ivOf, woeOf } from '../bin/attribute.ts';
import { tally } from '../bin/cells.ts';
import { spreadOf } from '../calibrate/pd-curve.ts';
import type { AttributeFit, Build, Dropped } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import { type BoostColumn, boostAdditive } from './boost.ts';
import { built, cardOf, recordOf } from './points.ts';
import type { Prepared } from './prepare.ts';

/** An attribute laid out for boosting: `at` leads from a cell to its place in the order. */
export type Laid = { readonly column: BoostColumn; readonly at: Uint8Array };

/** Numbers keep their order and trend; categories stand in the order of their bins' evidence, safest first. */
export function layOut(a: Binned): Laid {
  const { cells } = a;
  if (cells.kind === 'numeric') {
    const trend = a.trend === 'rising' || a.trend === 'peak' ? 1 : -1;
    const at = Uint8Array.from({ length: cells.size }, (_, c) => c);
    return { at, column: { codes: cells.codes, ordered: cells.ordered, size: cells.size, trend, ...turnOf(a) } };
  }
  const rank = cells.levels.map((_, c) => c).sort((x, y) => a.place[x]! - a.place[y]! || x - y);
  const at = Uint8Array.from({ length: cells.size }, (_, c) => c);
  // Levels of one bin share a place: what was merged for want of rows stays merged.
  for (const c of rank) at[c] = a.place[c]!;
  const ordered = rank.length === 0 ? 1 : at[rank.at(-1)!]! + 1;
  at[cells.other] = ordered;
  at[cells.missing] = ordered + 1;
  const codes = cells.codes.map((c) => at[c]!);
  return { at, column: { codes, ordered, size: ordered + 2, trend: 1 } };
}

/** Where a one-turn shape turns: after the cells of its best or worst bin. */
function turnOf(a: Binned): { turn?: number } {
  if (a.trend !== 'peak' && a.trend !== 'valley') return {};
  const sign = a.trend === 'peak' ? -1 : 1;
  const ranges = a.bins.filter((b) => b.lo !== undefined);
  const top = ranges.reduce((best, b, i) => (sign * b.woe > sign * ranges[best]!.woe ? i : best), 0);
  let turn = 1;
  for (let c = 0; c < a.cells.ordered; c += 1) if (a.place[c]! <= top) turn = c + 1;
  return { turn };
}

/** The additive card: one step function an attribute by monotone boosting, written out as points. */
export function fitAdditive(prepared: Prepared, shrink = 1): Build {
  const { settings: s, request, attributes } = prepared;
  const laid = attributes.map(layOut);
  const boost = { rounds: s.boostRounds, rate: s.boostRate, minRows: s.boostMinRows, ridge: s.boostRidge };
  const { intercept, shapes, silent } = boostAdditive(
    laid.map((l) => l.column),
    request.bad,
    boost,
    prepared.weights,
  );
  const told = { laid, intercept, shapes, silent };
  const timid = written(prepared, told, 1);
  // Small steps stop short of what the rows say: the points are spread until their log-odds are those of the rows, then drawn together for rows not seen.
  const scale = spreadOf(timid, prepared) * shrink;
  const { card, kept, base, dropped } = written(prepared, told, scale);
  const fits = kept.map((a): AttributeFit => ({ name: a.cells.name, iv: a.iv, coefficient: 0, standardError: 0 }));
  return built(card, recordOf(prepared, 'additive', kept, fits, base, dropped, shrink), kept, prepared);
}

type Boosted = ReturnType<typeof boostAdditive> & { readonly laid: readonly Laid[] };

/** The steps as points, `scale` times as large. */
function written(prepared: Prepared, { laid, intercept, shapes, silent }: Boosted, scale: number) {
  const { settings: s, request, attributes, goods, bads } = prepared;
  const factor = (scale * s.pdo) / Math.LN2;
  const dropped: Dropped[] = [...prepared.dropped];
  const kept: Binned[] = [];
  const shares: number[][] = [];
  let base = -intercept;
  attributes.forEach((a, j) => {
    const counts = tally(a.cells.codes, a.cells.size, request.bad, prepared.weights);
    const shape = shapes[j]!;
    const mean = meanOf(shape, laid[j]!, counts);
    base -= mean;
    // What too few rows fell in to be judged carries no evidence: it stands at the mean.
    const points = Array.from(laid[j]!.at, (place) => (silent[j]![place] === 1 ? 0 : Math.round(-factor * (shape[place]! - mean)) + 0));
    // A level that was never seen shares this place, and may not be rewarded for being unknown.
    if (a.cells.kind === 'category') points[a.cells.other] = Math.min(0, points[a.cells.other]!);
    if (points.every((p) => p === 0)) {
      dropped.push({ name: a.cells.name, why: 'no_gain', value: a.iv, cost: a.iv });
      return;
    }
    const stepped = mergeSteps(a, points, counts, goods, bads);
    kept.push(stepped.binned);
    shares.push(stepped.points);
  });
  if (kept.length === 0) throw refuseScorecard('scorecard.nothing_left');
  return { card: cardOf(prepared, 'additive', kept, shares, base), kept, base, dropped };
}

type Counts = ReturnType<typeof tally>;

function meanOf(shape: Float64Array, { at }: Laid, { goods, bads }: Counts): number {
  let [sum, all] = [0, 0];
  for (let c = 0; c < at.length; c += 1) {
    sum += shape[at[c]!]! * (goods[c]! + bads[c]!);
    all += goods[c]! + bads[c]!;
  }
  return sum / all;
}

/** Neighbouring cells with the same points become one bin; bins that stand apart stay apart. */
function mergeSteps(a: Binned, points: readonly number[], counts: Counts, goods: number, bads: number): { binned: Binned; points: number[] } {
  const { cells } = a;
  const place = new Uint8Array(cells.size);
  const bins: DraftBin[] = [];
  const of: number[] = [];
  const add = (members: readonly number[], held: Partial<DraftBin>): void => {
    const [g, b] = [counts.goods, counts.bads].map((side) => members.reduce((sum, c) => sum + side[c]!, 0)) as [number, number];
    for (const c of members) place[c] = bins.length;
    of.push(points[members[0]!]!);
    bins.push({ ...held, goods: g, bads: b, woe: g + b > 0 ? woeOf(g, b, goods, bads) : 0 });
  };
  if (cells.kind === 'numeric') {
    for (let from = 0; from < cells.ordered; ) {
      let to = from + 1;
      while (to < cells.ordered && points[to] === points[from]) to += 1;
      const edge = (c: number): number => cells.cuts[c - 1]!;
      add(
        Array.from({ length: to - from }, (_, k) => from + k),
        { lo: from === 0 ? null : edge(from), hi: to === cells.ordered ? null : edge(to) },
      );
      from = to;
    }
    for (const [k, value] of cells.specials.entries()) add([cells.ordered + k], { special: [value] });
  } else {
    const groups = Map.groupBy(cells.levels.keys(), (c) => points[c]!);
    for (const [, members] of [...groups].sort(([x], [y]) => y - x)) add(members, { values: members.map((c) => cells.levels[c]!) });
    add([cells.other], { other: true });
  }
  add([cells.missing], { missing: true });
  const iv = ivOf(bins, goods, bads);
  return { binned: { ...a, bins, place, iv }, points: of };
}
