import type { Trend } from '../card/types.ts';

/** A run of neighbouring cells that will be one bin: from the cell `from` to before `to`, with its goods and bads. */
export type Block = { readonly from: number; readonly to: number; readonly goods: number; readonly bads: number };

const risk = (b: Block): number => b.bads / (b.goods + b.bads);
const joined = (a: Block, b: Block): Block => ({ from: a.from, to: b.to, goods: a.goods + b.goods, bads: a.bads + b.bads });

/** Pool adjacent violators: the coarsest blocks whose bad rates rise (or fall) strictly. Any merging of neighbours keeps the trend. */
export function monotoneBlocks(cells: readonly Block[], trend: 'rising' | 'falling'): Block[] {
  const out: Block[] = [];
  for (const cell of cells) {
    let next = cell;
    for (let last = out.at(-1); last && (trend === 'rising' ? risk(last) >= risk(next) : risk(last) <= risk(next)); last = out.at(-1)) {
      next = joined(last, next);
      out.pop();
    }
    out.push(next);
  }
  return out;
}

/** Binomial log-likelihood of a block with its own rate. */
const part = (goods: number, bads: number): number => {
  const rows = goods + bads;
  return (goods > 0 ? goods * Math.log(goods / rows) : 0) + (bads > 0 ? bads * Math.log(bads / rows) : 0);
};

/** The best one-turn blocks: risk rises to a peak and falls again (or the reverse for a valley). Every turning cell is tried. */
export function oneTurnBlocks(cells: readonly Block[], trend: 'peak' | 'valley'): Block[] {
  const [first, second] = trend === 'peak' ? (['rising', 'falling'] as const) : (['falling', 'rising'] as const);
  const ahead = runningLikelihood(cells, first);
  // Falling to the right is rising to the left: the reversed cells take the first direction again.
  const behind = runningLikelihood([...cells].reverse(), first);
  let [turn, top] = [0, Number.NEGATIVE_INFINITY];
  for (let t = 1; t < cells.length; t += 1) {
    const gain = ahead[t]! + behind[cells.length - t]!;
    if (gain > top) [turn, top] = [t, gain];
  }
  return [...monotoneBlocks(cells.slice(0, turn), first), ...monotoneBlocks(cells.slice(turn), second)];
}

/** The log-likelihood of the pooled first t cells, for every t. */
function runningLikelihood(cells: readonly Block[], trend: 'rising' | 'falling'): Float64Array {
  const out = new Float64Array(cells.length + 1);
  const stack: { goods: number; bads: number; gain: number }[] = [];
  let sum = 0;
  cells.forEach((cell, i) => {
    let { goods, bads } = cell;
    for (let last = stack.at(-1); last; last = stack.at(-1)) {
      const difference = last.bads * (goods + bads) - bads * (last.goods + last.bads);
      if (trend === 'rising' ? difference < 0 : difference > 0) break;
      goods += last.goods;
      bads += last.bads;
      sum -= last.gain;
      stack.pop();
    }
    const gain = part(goods, bads);
    stack.push({ goods, bads, gain });
    sum += gain;
    out[i + 1] = sum;
  });
  return out;
}

export type Limits = { readonly maxBins: number; readonly minRows: number; readonly minOutcomes: number; readonly price: number };

/**
 * The best way to merge neighbouring blocks: exact dynamic programming over all cuts for the largest log-likelihood less `price` for each bin, with at
 * most `maxBins`, each of `minRows` rows and at least `minOutcomes` goods and bads.
 */
export function bestBins(blocks: readonly Block[], limits: Limits): Block[] {
  const n = blocks.length;
  const goods = new Float64Array(n + 1);
  const bads = new Float64Array(n + 1);
  blocks.forEach((b, i) => {
    goods[i + 1] = goods[i]! + b.goods;
    bads[i + 1] = bads[i]! + b.bads;
  });
  const most = Math.min(limits.maxBins, n);
  const best = Array.from({ length: most + 1 }, () => new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY));
  const cut = Array.from({ length: most + 1 }, () => new Int32Array(n + 1));
  best[0]![0] = 0;
  for (let to = 1; to <= n; to += 1) {
    for (let from = 0; from < to; from += 1) {
      const [g, b] = [goods[to]! - goods[from]!, bads[to]! - bads[from]!];
      if (g + b < limits.minRows || g < limits.minOutcomes || b < limits.minOutcomes) continue;
      const gain = part(g, b) - limits.price;
      for (let k = 1; k <= most; k += 1) {
        const total = best[k - 1]![from]! + gain;
        if (total <= best[k]![to]!) continue;
        best[k]![to] = total;
        cut[k]![to] = from;
      }
    }
  }
  let k = 0;
  for (let tried = 1; tried <= most; tried += 1) if (k === 0 || best[tried]![n]! > best[k]![n]!) k = tried;
  if (k === 0 || best[k]![n] === Number.NEGATIVE_INFINITY) return n === 0 ? [] : [blocks.reduce(joined)];
  const out: Block[] = [];
  for (let to = n; to > 0; k -= 1) {
    const from = cut[k]![to]!;
    out.unshift(blocks.slice(from, to).reduce(joined));
    to = from;
  }
  return out;
}

/** The trend of blocks that are already shaped. */
export function trendOf(blocks: readonly Block[]): Trend {
  const steps = blocks.slice(1).map((b, i) => Math.sign(risk(b) - risk(blocks[i]!)));
  if (steps.every((s) => s >= 0)) return 'rising';
  if (steps.every((s) => s <= 0)) return 'falling';
  return steps[0]! > 0 ? 'peak' : 'valley';
}
