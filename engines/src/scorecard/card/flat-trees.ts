import type { Attribute, TreeNode } from './types.ts';

/** Trees laid flat: one entry a node, for a walk without objects. */
export type FlatTrees = {
  readonly roots: Int32Array;
  /** Attribute asked, or -1 at a leaf. */
  readonly attribute: Int32Array;
  readonly yes: Int32Array;
  readonly no: Int32Array;
  readonly milliPoints: Int32Array;
  /** For node n and place p: left[n * 256 + p] is 1 when the row goes to `yes`. */
  readonly left: Uint8Array;
  readonly attributes: number;
};

export function flatten(trees: readonly TreeNode[], attributes: readonly Attribute[]): FlatTrees {
  const nodes: TreeNode[] = [];
  const children: [number, number][] = [];
  const add = (node: TreeNode): number => {
    const at = nodes.push(node) - 1;
    children[at] = [-1, -1];
    if ('attribute' in node) children[at] = [add(node.yes), add(node.no)];
    return at;
  };
  const roots = Int32Array.from(trees, add);
  const left = new Uint8Array(nodes.length * 256);
  for (const [at, node] of nodes.entries()) if ('attribute' in node) for (const place of node.left) left[at * 256 + place] = 1;
  return {
    roots,
    attribute: Int32Array.from(nodes, (n) => ('attribute' in n ? n.attribute : -1)),
    yes: Int32Array.from(children, (c) => c[0]),
    no: Int32Array.from(children, (c) => c[1]),
    milliPoints: Int32Array.from(nodes, (n) => n.milliPoints),
    left,
    attributes: attributes.length,
  };
}

/** Sum of the leaves of one row, in thousandths of a point. With `shares`, each step down is added to the attribute that was asked. */
export function sumLeaves(trees: FlatTrees, places: Uint8Array, shares?: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < trees.roots.length; t += 1) {
    let at = trees.roots[t]!;
    for (let asked = trees.attribute[at]!; asked >= 0; asked = trees.attribute[at]!) {
      const next = trees.left[at * 256 + places[asked]!] === 1 ? trees.yes[at]! : trees.no[at]!;
      if (shares) shares[asked]! += trees.milliPoints[next]! - trees.milliPoints[at]!;
      at = next;
    }
    sum += trees.milliPoints[at]!;
  }
  return sum;
}

/** Thousandths to whole points, halves up: the same in every executor. */
export const wholePoints = (milliPoints: number): number => Math.floor((milliPoints + 500) / 1000);
