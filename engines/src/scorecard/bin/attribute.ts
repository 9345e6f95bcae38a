import type { Forced, Trend } from '../card/types.ts';
import type { Cells, Tally } from './cells.ts';
import { type Block, bestBins, type Limits, monotoneBlocks, oneTurnBlocks, trendOf } from './shapes.ts';

/** A bin before it has points: what it holds and whether it is weighed by its own rows (if not, it carries no evidence: WOE 0). */
export type DraftBin = {
  readonly lo?: number | null;
  readonly hi?: number | null;
  readonly special?: readonly number[];
  readonly values?: readonly string[];
  readonly missing?: true;
  readonly other?: true;
  readonly goods: number;
  readonly bads: number;
  readonly woe: number;
};
/** An attribute with its bins; `place` leads from a cell to its bin. */
export type Binned = {
  readonly cells: Cells;
  readonly bins: readonly DraftBin[];
  readonly place: Uint8Array;
  readonly iv: number;
  readonly trend: Trend;
  readonly forced: readonly Forced[];
};
export type Direction = 'auto' | 'monotone' | 'rising' | 'falling' | 'peak' | 'valley';
export type BinSettings = Limits & {
  readonly direction: Direction;
  /** A turn is taken (and declared) when monotone bins keep less than this share of the information value of one-turn bins. */
  readonly turnKeeps: number;
  /** Fewer missing rows than this carry no evidence. */
  readonly minApart: number;
  /** Missing values are no evidence, whatever the rows say. */
  readonly neutral?: boolean;
};

const SMOOTHING = 0.5;

/** Chooses the bins of one attribute. `goods` and `bads` are the totals of the training rows. */
export function binAttribute(cells: Cells, counts: Tally, goods: number, bads: number, settings: BinSettings): Binned {
  return cells.kind === 'numeric' ? binNumeric(cells, counts, goods, bads, settings) : binCategory(cells, counts, goods, bads, settings);
}

/** ln(share of goods / share of bads), half a loan added to each count, to six places. */
export const woeOf = (g: number, b: number, goods: number, bads: number): number =>
  round6(Math.log((g + SMOOTHING) / goods / ((b + SMOOTHING) / bads)));
const round6 = (x: number): number => Math.round(x * 1e6) / 1e6 + 0;
/** Information value of blocks, with the same half loan as their WOE. */
const evidenceOf = (blocks: readonly { readonly goods: number; readonly bads: number }[], goods: number, bads: number): number =>
  blocks.reduce((sum, b) => sum + (b.goods / goods - b.bads / bads) * woeOf(b.goods, b.bads, goods, bads), 0);

function blocksOf(counts: Tally, from: number, to: number): Block[] {
  const out: Block[] = [];
  for (let c = from; c < to; c += 1) {
    const [goods, bads] = [counts.goods[c]!, counts.bads[c]!];
    // A cell without weight joins the one before it.
    if (goods + bads > 0) out.push({ from: out.length === 0 ? from : c, to: c + 1, goods, bads });
    else if (out.length > 0) out[out.length - 1] = { ...out[out.length - 1]!, to: c + 1 };
  }
  return out;
}

/** Monotone in the better direction, or with one turn when that was asked for or monotone bins would lose too much. */
function shaped(cells: readonly Block[], goods: number, bads: number, s: BinSettings): { blocks: Block[]; turned: boolean; free: number } {
  const merged = (blocks: Block[]): Block[] => bestBins(blocks, s);
  const value = (blocks: readonly Block[]): number => evidenceOf(blocks, goods, bads);
  const better = (a: Block[], b: Block[]): Block[] => (value(b) > value(a) ? b : a);
  if (s.direction === 'rising' || s.direction === 'falling') {
    const blocks = merged(monotoneBlocks(cells, s.direction));
    return { blocks, turned: false, free: value(better(merged(monotoneBlocks(cells, 'rising')), merged(monotoneBlocks(cells, 'falling')))) };
  }
  if (s.direction === 'peak' || s.direction === 'valley') {
    const blocks = merged(oneTurnBlocks(cells, s.direction));
    return { blocks, turned: true, free: value(blocks) };
  }
  const monotone = better(merged(monotoneBlocks(cells, 'rising')), merged(monotoneBlocks(cells, 'falling')));
  const turned = cells.length < 3 ? monotone : better(merged(oneTurnBlocks(cells, 'peak')), merged(oneTurnBlocks(cells, 'valley')));
  const turns = s.direction === 'auto' && value(monotone) < s.turnKeeps * value(turned) && !isMonotone(trendOf(turned));
  return { blocks: turns ? turned : monotone, turned: turns, free: Math.max(value(turned), value(monotone)) };
}

const isMonotone = (trend: Trend): boolean => trend === 'rising' || trend === 'falling';

function binNumeric(cells: Cells, counts: Tally, goods: number, bads: number, s: BinSettings): Binned {
  const { blocks, turned, free } = shaped(blocksOf(counts, 0, cells.ordered), goods, bads, s);
  const place = new Uint8Array(cells.size);
  const bins: DraftBin[] = [];
  if (blocks.length === 0) bins.push({ lo: null, hi: null, goods: 0, bads: 0, woe: 0 });
  blocks.forEach((b, i) => {
    for (let c = i === 0 ? 0 : b.from; c < (i === blocks.length - 1 ? cells.ordered : blocks[i + 1]!.from); c += 1) place[c] = i;
    const edge = (c: number): number => cells.cuts[c - 1]!;
    const [lo, hi] = [i === 0 ? null : edge(b.from), i === blocks.length - 1 ? null : edge(blocks[i + 1]!.from)];
    bins.push({ lo, hi, goods: b.goods, bads: b.bads, woe: woeOf(b.goods, b.bads, goods, bads) });
  });
  cells.specials.forEach((value, k) => {
    place[cells.ordered + k] = bins.length;
    bins.push({ special: [value], ...apart(counts, cells.ordered + k, goods, bads, s) });
  });
  place[cells.missing] = bins.length;
  bins.push({ missing: true, ...apart(counts, cells.missing, goods, bads, s.neutral ? { ...s, minApart: Number.POSITIVE_INFINITY } : s) });
  const iv = ivOf(bins, goods, bads);
  const trend = trendOf(blocks);
  const forced: Forced[] = [];
  const kept = evidenceOf(blocks, goods, bads);
  const note = (what: Forced['what'], value: number): unknown =>
    forced.push({ name: cells.name, what, ivFree: round6(free), ivKept: round6(kept), value: round6(value) });
  if (turned)
    note(
      'one_turn',
      cells.cuts[(blocks.find((_, i) => i > 0 && trendOf(blocks.slice(0, i + 1)) !== trendOf(blocks.slice(0, 2)))?.from ?? 1) - 1] ?? 0,
    );
  else if (free - kept > 1e-9) note('monotone', free - kept);
  if (cells.unreadable > 0) note('unreadable_as_missing', cells.unreadable);
  const absent = counts.goods[cells.missing]! + counts.bads[cells.missing]!;
  if (absent > 0 && absent < s.minApart) note('missing_neutral', absent);
  return { cells, bins, place, iv, trend, forced };
}

/** The figures of a bin that stands apart: its own WOE, or none when too few rows are in it. */
function apart(counts: Tally, cell: number, goods: number, bads: number, s: BinSettings): { goods: number; bads: number; woe: number } {
  const [g, b] = [counts.goods[cell]!, counts.bads[cell]!];
  return { goods: g, bads: b, woe: g + b >= s.minApart ? woeOf(g, b, goods, bads) : 0 };
}

export const ivOf = (bins: readonly DraftBin[], goods: number, bads: number): number =>
  round6(bins.reduce((sum, b) => sum + (b.goods / goods - b.bads / bads) * b.woe, 0));

/** Levels in order of their bad rate (pulled to the average by ten rows), neighbours merged like cells. */
function binCategory(cells: Cells, counts: Tally, goods: number, bads: number, s: BinSettings): Binned {
  const average = bads / (goods + bads);
  const rate = (c: number): number => (counts.bads[c]! + 10 * average) / (counts.goods[c]! + counts.bads[c]! + 10);
  const order = cells.levels
    .map((_, c) => c)
    .filter((c) => counts.goods[c]! + counts.bads[c]! > 0)
    .sort((a, b) => rate(a) - rate(b) || a - b);
  const blocks = order.map((c, i): Block => ({ from: i, to: i + 1, goods: counts.goods[c]!, bads: counts.bads[c]! }));
  const merged = bestBins(blocks, s);
  const place = new Uint8Array(cells.size).fill(merged.length);
  const bins: DraftBin[] = merged.map((b, i) => {
    const members = order.slice(b.from, b.to);
    for (const c of members) place[c] = i;
    const values = members.map((c) => cells.levels[c]!).sort();
    return { values, goods: b.goods, bads: b.bads, woe: woeOf(b.goods, b.bads, goods, bads) };
  });
  const rest = apart(counts, cells.other, goods, bads, s);
  // A level that was never seen shares this bin, and may not be rewarded for being unknown.
  bins.push({ other: true, ...rest, woe: Math.min(0, rest.woe) });
  place[cells.missing] = bins.length;
  bins.push({ missing: true, ...apart(counts, cells.missing, goods, bads, s.neutral ? { ...s, minApart: Number.POSITIVE_INFINITY } : s) });
  const iv = ivOf(bins, goods, bads);
  const rare = cells.distinct - cells.levels.length;
  const forced: Forced[] = rare > 0 ? [{ name: cells.name, what: 'rare_levels_merged', ivFree: iv, ivKept: iv, value: rare }] : [];
  return { cells, bins, place, iv, trend: 'none', forced };
}
