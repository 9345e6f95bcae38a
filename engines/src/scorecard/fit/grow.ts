import type { BoostColumn } from './boost.ts';

/** A grown node. `left` tells for each place of the asked column whether the row goes to `yes`. `value` is in log-odds of bad, shrunk already. */
export type Grown = {
  readonly value: number;
  readonly column: number;
  readonly left: Uint8Array | undefined;
  readonly yes: Grown | undefined;
  readonly no: Grown | undefined;
};
export type GrowSettings = { readonly leaves: number; readonly rate: number; readonly minRows: number; readonly ridge: number };
export type Slopes = { readonly gradient: Float64Array; readonly hessian: Float64Array };

type Sums = { readonly figures: Float64Array; readonly rows: Uint32Array };
type Bounds = { readonly low: number; readonly high: number };
type Leaf = {
  readonly rows: Uint32Array;
  readonly sums: Sums;
  readonly g: number;
  readonly h: number;
  readonly bounds: Bounds;
  readonly best: Split | undefined;
  node: { value: number; column: number; left: Uint8Array | undefined; yes: Grown | undefined; no: Grown | undefined };
};
type Split = {
  readonly gain: number;
  readonly column: number;
  readonly cut: number;
  readonly apartLeft: boolean;
  readonly low: number;
  readonly high: number;
  readonly way: number;
};

const MIN_GAIN = 1e-6;
const within = (v: number, b: Bounds): number => Math.min(b.high, Math.max(b.low, v));

/** Where each column's places begin in the sums. */
export const offsetsOf = (columns: readonly BoostColumn[]): Int32Array => {
  const out = new Int32Array(columns.length + 1);
  columns.forEach((c, j) => {
    out[j + 1] = out[j]! + c.size;
  });
  return out;
};

/**
 * One tree, the best leaf split first. A split against its column's trend is never taken, and what lies on either side stays on its side of their
 * middle further down, so the tree keeps every trend. Adds the tree's values to `z`.
 */
export function growTree(columns: readonly BoostColumn[], offsets: Int32Array, slopes: Slopes, s: GrowSettings, z: Float64Array): Grown {
  const rows = Uint32Array.from({ length: z.length }, (_, i) => i);
  const root = leafOf(
    columns,
    offsets,
    slopes,
    rows,
    sumUp(columns, offsets, slopes, rows),
    { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
    s,
  );
  const leaves = [root];
  while (leaves.length < s.leaves) {
    let at = -1;
    leaves.forEach((leaf, i) => {
      if (leaf.best && (at < 0 || leaf.best.gain > leaves[at]!.best!.gain)) at = i;
    });
    if (at < 0) break;
    leaves.splice(at, 1, ...divide(leaves[at]!, columns, offsets, slopes, s));
  }
  for (const leaf of leaves) for (const i of leaf.rows) z[i]! += leaf.node.value;
  return root.node;
}

function sumUp(columns: readonly BoostColumn[], offsets: Int32Array, { gradient, hessian }: Slopes, rows: Uint32Array): Sums {
  const size = offsets[columns.length]!;
  const sums = { figures: new Float64Array(2 * size), rows: new Uint32Array(size) };
  for (let j = 0; j < columns.length; j += 1) {
    const { codes } = columns[j]!;
    const start = offsets[j]!;
    const { figures, rows: counts } = sums;
    for (let k = 0; k < rows.length; k += 1) {
      const i = rows[k]!;
      const at = start + codes[i]!;
      figures[2 * at]! += gradient[i]!;
      figures[2 * at + 1]! += hessian[i]!;
      counts[at]! += 1;
    }
  }
  return sums;
}

const lessThe = (all: Sums, part: Sums): Sums => ({
  figures: all.figures.map((f, i) => f - part.figures[i]!),
  rows: all.rows.map((n, i) => n - part.rows[i]!),
});

function leafOf(
  columns: readonly BoostColumn[],
  offsets: Int32Array,
  _: Slopes,
  rows: Uint32Array,
  sums: Sums,
  bounds: Bounds,
  s: GrowSettings,
): Leaf {
  let [g, h] = [0, 0];
  for (let at = 0; at < columns[0]!.size; at += 1) {
    g += sums.figures[2 * at]!;
    h += sums.figures[2 * at + 1]!;
  }
  const value = s.rate * within(g / (h + s.ridge), bounds);
  let best: Split | undefined;
  for (let j = 0; j < columns.length; j += 1) {
    const found = bestSplit(columns[j]!, j, offsets[j]!, sums, g, h, rows.length, bounds, s);
    if (found && (!best || found.gain > best.gain)) best = found;
  }
  return { rows, sums, g, h, bounds, best, node: { value, column: -1, left: undefined, yes: undefined, no: undefined } };
}

/** What a leaf of sums g, h and value v takes off the loss. */
const worth = (g: number, h: number, v: number, ridge: number): number => 2 * g * v - (h + ridge) * v * v;

function bestSplit(
  c: BoostColumn,
  j: number,
  start: number,
  sums: Sums,
  g: number,
  h: number,
  n: number,
  bounds: Bounds,
  s: GrowSettings,
): Split | undefined {
  const { figures, rows } = sums;
  let [ag, ah, an] = [0, 0, 0];
  for (let at = start + c.ordered; at < start + c.size; at += 1) {
    ag += figures[2 * at]!;
    ah += figures[2 * at + 1]!;
    an += rows[at]!;
  }
  const own = worth(g, h, within(g / (h + s.ridge), bounds), s.ridge);
  let best: Split | undefined;
  const offer = (cut: number, apartLeft: boolean, lg: number, lh: number, ln: number, way: number): void => {
    if (ln < s.minRows || n - ln < s.minRows) return;
    const low = within(lg / (lh + s.ridge), bounds);
    const high = within((g - lg) / (h - lh + s.ridge), bounds);
    if (way !== 0 && (high - low) * way < 0) return;
    const gain = worth(lg, lh, low, s.ridge) + worth(g - lg, h - lh, high, s.ridge) - own;
    if (gain > MIN_GAIN && (!best || gain > best.gain)) best = { gain, column: j, cut, apartLeft, low, high, way };
  };
  let [lg, lh, ln] = [0, 0, 0];
  for (let cut = 1; cut <= c.ordered; cut += 1) {
    const at = start + cut - 1;
    if (rows[at] === 0 && cut < c.ordered) continue;
    lg += figures[2 * at]!;
    lh += figures[2 * at + 1]!;
    ln += rows[at]!;
    const way = cut === c.ordered ? 0 : c.turn !== undefined && cut >= c.turn ? -c.trend : c.trend;
    offer(cut, false, lg, lh, ln, way);
    if (an > 0 && cut < c.ordered) offer(cut, true, lg + ag, lh + ah, ln + an, way);
  }
  return best;
}

function divide(leaf: Leaf, columns: readonly BoostColumn[], offsets: Int32Array, slopes: Slopes, s: GrowSettings): [Leaf, Leaf] {
  const split = leaf.best!;
  const column = columns[split.column]!;
  const left = sidesOf(split, column, leaf.sums.rows.subarray(offsets[split.column]!, offsets[split.column + 1]!));
  const [yesRows, noRows] = parted(leaf.rows, column.codes, left);
  const [less, more] = yesRows.length <= noRows.length ? [yesRows, noRows] : [noRows, yesRows];
  const small = sumUp(columns, offsets, slopes, less);
  const large = lessThe(leaf.sums, small);
  const middle = (split.low + split.high) / 2;
  const below = { low: leaf.bounds.low, high: Math.min(leaf.bounds.high, middle) };
  const above = { low: Math.max(leaf.bounds.low, middle), high: leaf.bounds.high };
  const [yesBounds, noBounds] = split.way === 0 ? [leaf.bounds, leaf.bounds] : split.way > 0 ? [below, above] : [above, below];
  const make = (rows: Uint32Array, bounds: Bounds): Leaf => leafOf(columns, offsets, slopes, rows, rows === less ? small : large, bounds, s);
  const [yes, no] = less === yesRows ? [make(less, yesBounds), make(more, noBounds)] : [make(more, yesBounds), make(less, noBounds)];
  Object.assign(leaf.node, { column: split.column, left, yes: yes.node, no: no.node });
  return [yes, no];
}

/**
 * Which places go left. A place that stands alone and that no row of the leaf fell in (a missing bin that is empty, a level never seen) is no evidence:
 * it goes with the more numerous side.
 */
function sidesOf(split: Split, column: BoostColumn, rows: Uint32Array): Uint8Array {
  const left = Uint8Array.from({ length: column.size }, (_, p) => (p < column.ordered ? Number(p < split.cut) : Number(split.apartLeft)));
  let [lefts, all] = [0, 0];
  for (let p = 0; p < column.size; p += 1) {
    all += rows[p]!;
    lefts += left[p]! * rows[p]!;
  }
  for (let p = column.ordered; p < column.size; p += 1) if (rows[p] === 0) left[p] = Number(2 * lefts > all);
  return left;
}

function parted(rows: Uint32Array, codes: Uint8Array, left: Uint8Array): [Uint32Array, Uint32Array] {
  let count = 0;
  for (let k = 0; k < rows.length; k += 1) count += left[codes[rows[k]!]!]!;
  const [yes, no] = [new Uint32Array(count), new Uint32Array(rows.length - count)];
  let [y, n] = [0, 0];
  for (let k = 0; k < rows.length; k += 1) {
    const i = rows[k]!;
    if (left[codes[i]!] === 1) {
      yes[y] = i;
      y += 1;
    } else {
      no[n] = i;
      n += 1;
    }
  }
  return [yes, no];
}
