import { type Binned, type DraftBin, ivOf, woeOf } from '../bin/attribute.ts';
import { tally } from '../bin/cells.ts';
import { spreadOf } from '../calibrate/pd-curve.ts';
import type { AttributeFit, Build, Dropped, TreeNode } from '../card/types.ts';
import { refuseScorecard } from '../refusals.ts';
import { type Laid, layOut } from './additive.ts';
import { begin, slopes } from './boost.ts';
import { type Grown, growTree, offsetsOf } from './grow.ts';
import { built, cardOf, recordOf } from './points.ts';
import type { Prepared } from './prepare.ts';

/** Boosted trees that keep every trend, written out as nodes over documented bins with whole thousandths of points. */
export function fitTrees(prepared: Prepared, shrink = 1): Build {
  const { settings: s, request, attributes } = prepared;
  const laid = attributes
    .map(layOut)
    .map((l, j): Laid => (attributes[j]!.cells.kind === 'category' ? { ...l, column: { ...l.column, trend: 0 } } : l));
  const columns = laid.map((l) => l.column);
  const offsets = offsetsOf(columns);
  const { intercept, z } = begin(request.bad, prepared.weights);
  const [gradient, hessian] = [new Float64Array(z.length), new Float64Array(z.length)];
  const grow = { leaves: s.treeLeaves, rate: s.treeRate, minRows: s.treeMinRows, ridge: s.boostRidge };
  const grown: Grown[] = [];
  for (let round = 0; round < s.treeRounds; round += 1) {
    slopes(z, request.bad, gradient, hessian, prepared.weights);
    grown.push(growTree(columns, offsets, { gradient, hessian }, grow, z));
  }
  const timid = written(prepared, laid, grown, intercept, 1);
  const scale = spreadOf(timid, prepared) * shrink;
  const { card, kept, dropped } = written(prepared, laid, grown, intercept, scale);
  const fits = kept.map((a): AttributeFit => ({ name: a.cells.name, iv: a.iv, coefficient: 0, standardError: 0 }));
  return built(card, recordOf(prepared, 'trees', kept, fits, -intercept, dropped, shrink), kept, prepared);
}

/** The trees as nodes, their values `scale` times as large. */
function written(prepared: Prepared, laid: readonly Laid[], grown: readonly Grown[], intercept: number, scale: number) {
  const { attributes } = prepared;
  const cuts = attributes.map(() => new Set<number>());
  for (const tree of grown) noteCuts(tree, laid, cuts);
  const dropped: Dropped[] = [...prepared.dropped];
  const kept: Binned[] = [];
  const newPlace = new Int32Array(attributes.length).fill(-1);
  attributes.forEach((a, j) => {
    if (cuts[j]!.size === 0) dropped.push({ name: a.cells.name, why: 'no_gain', value: a.iv, cost: a.iv });
    else newPlace[j] = kept.push(rebinned(prepared, a, cuts[j]!)) - 1;
  });
  if (kept.length === 0) throw refuseScorecard('scorecard.nothing_left');
  const factor = (scale * 1000 * prepared.settings.pdo) / Math.LN2;
  const trees = grown.map((tree) => nodeOf(tree, laid, kept, newPlace, factor));
  const none = kept.map((a) => a.bins.map(() => 0));
  return { card: { ...cardOf(prepared, 'trees', kept, none, -intercept), trees }, kept, dropped };
}

/** Remembers the places of the order before which a tree cut; place 0 stands for "asked at all". */
function noteCuts(node: Grown, laid: readonly Laid[], cuts: readonly Set<number>[]): void {
  if (!node.left || !node.yes || !node.no) return;
  const { ordered } = laid[node.column]!.column;
  const cut = node.left.subarray(0, ordered).indexOf(0);
  cuts[node.column]!.add(cut < 0 ? 0 : cut);
  noteCuts(node.yes, laid, cuts);
  noteCuts(node.no, laid, cuts);
}

/** The attribute with one bin between any two cuts a tree made; categories keep their bins. */
function rebinned(prepared: Prepared, a: Binned, cuts: ReadonlySet<number>): Binned {
  if (a.cells.kind === 'category') return a;
  const { goods, bads, request } = prepared;
  const { cells } = a;
  const counts = tally(cells.codes, cells.size, request.bad, prepared.weights);
  const starts = [0, ...[...cuts].filter((c) => c > 0).sort((x, y) => x - y)];
  const place = new Uint8Array(cells.size);
  const bins: DraftBin[] = [];
  const add = (from: number, to: number, held: Partial<DraftBin>): void => {
    place.fill(bins.length, from, to);
    const [g, b] = [counts.goods, counts.bads].map((side) => side.subarray(from, to).reduce((sum, n) => sum + n, 0)) as [number, number];
    bins.push({ ...held, goods: g, bads: b, woe: g + b > 0 ? woeOf(g, b, goods, bads) : 0 });
  };
  const edge = (c: number): number => cells.cuts[c - 1]!;
  starts.forEach((from, i) => {
    const to = starts[i + 1] ?? cells.ordered;
    add(from, to, { lo: i === 0 ? null : edge(from), hi: to === cells.ordered ? null : edge(to) });
  });
  for (const [k, value] of cells.specials.entries()) add(cells.ordered + k, cells.ordered + k + 1, { special: [value] });
  add(cells.missing, cells.missing + 1, { missing: true });
  return { ...a, bins, place, iv: ivOf(bins, goods, bads) };
}

function nodeOf(node: Grown, laid: readonly Laid[], kept: readonly Binned[], newPlace: Int32Array, factor: number): TreeNode {
  const milliPoints = Math.round(-factor * node.value) + 0;
  if (!node.left || !node.yes || !node.no) return { milliPoints };
  const attribute = newPlace[node.column]!;
  const { place, cells } = kept[attribute]!;
  const { at } = laid[node.column]!;
  const left = new Set<number>();
  for (let c = 0; c < cells.size; c += 1) if (node.left[at[c]!] === 1) left.add(place[c]!);
  return {
    milliPoints,
    attribute,
    left: [...left].sort((x, y) => x - y),
    yes: nodeOf(node.yes, laid, kept, newPlace, factor),
    no: nodeOf(node.no, laid, kept, newPlace, factor),
  };
}
