import { levelsOf, type Values } from '../measures/index.ts';

export type SwapCell = { readonly loans: number; readonly bads: number; readonly badRate: number };
/** Who is treated differently when `now` replaces `before`: swapped in = approved only now, swapped out = approved only before. */
export type SwapSet = {
  readonly approvedByBoth: SwapCell;
  readonly swappedIn: SwapCell;
  readonly swappedOut: SwapCell;
  readonly declinedByBoth: SwapCell;
};

/**
 * The strictest risk line under which at least `approvalRate` of the loans lie, as approval flags: the share approved is never less, and is more
 * only by loans that tie on the line.
 */
export function approveShare(risk: Values, approvalRate: number): Uint8Array {
  const levels = levelsOf(risk, new Uint8Array(risk.length));
  let [below, line] = [0, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < levels.risk.length && below < approvalRate * levels.goods - 1e-9; i += 1) {
    below += levels.good[i]!;
    line = levels.risk[i]!;
  }
  return Uint8Array.from({ length: risk.length }, (_, i) => (risk[i]! <= line ? 1 : 0));
}

/** Swap set of two decisions on the same loans (1 = approved). `bad` of a loan that was never lent is an inference (a share is allowed) and should be said to be one. */
export function swapSet(before: Values, now: Values, bad: Values, weight?: Values): SwapSet {
  const cell = (b: 0 | 1, n: 0 | 1): SwapCell => {
    let [loans, bads] = [0, 0];
    for (let i = 0; i < bad.length; i += 1) {
      if (before[i] !== b || now[i] !== n) continue;
      const w = weight === undefined ? 1 : weight[i]!;
      loans += w;
      bads += w * bad[i]!;
    }
    return { loans, bads, badRate: loans === 0 ? 0 : bads / loans };
  };
  return { approvedByBoth: cell(1, 1), swappedIn: cell(0, 1), swappedOut: cell(1, 0), declinedByBoth: cell(0, 0) };
}
