import { refuseScorecard } from '../refusals.ts';
import type { Attribute, Card, PdKnot, SegmentNode, TreeNode } from './types.ts';

/** Reads a card from JSON and proves that every value has exactly one bin. Refuses `scorecard.card_invalid` naming the attribute. */
export function parseCard(json: unknown): Card {
  const card = json as Card; // Checked field by field below; what is not named here is carried along (provenance, metrics).
  const fail = (where: string, problem: string) => refuseScorecard('scorecard.card_invalid', { facts: { where, problem } });
  if (typeof card?.id !== 'string' || typeof card.version !== 'string') throw fail('card', 'id and version are missing');
  if (![card.basePoints, card.baseScore].every(Number.isInteger)) throw fail('card', 'basePoints and baseScore must be whole numbers');
  if (!(card.pdo > 0) || !(card.baseOdds > 0)) throw fail('card', 'pdo and baseOdds must be positive');
  if (!Array.isArray(card.attributes) || card.attributes.length === 0) throw fail('card', 'no attributes');
  if (new Set(card.attributes.map((a) => `${a.segment ?? ''}/${a.name}`)).size !== card.attributes.length)
    throw fail('card', 'an attribute stands twice');
  for (const attribute of card.attributes) {
    const problem = attributeProblem(attribute);
    if (problem) throw fail(attribute.name, problem);
  }
  if ((card.kind === 'trees') !== (card.trees !== undefined)) throw fail('card', 'a card of kind trees, and no other, holds trees');
  if (!(card.trees ?? []).every((tree) => soundTree(tree, card.attributes)))
    throw fail('trees', 'a node names no attribute, no bin or no whole points');
  const problem = segmentProblem(card);
  if (problem) throw fail('segmentation', problem);
  if (card.pdCurve && !soundCurve(card.pdCurve)) throw fail('pdCurve', 'needs two knots or more whose points and levels both rise');
  return card;
}

function segmentProblem({ segmentation, attributes, trees }: Card): string | undefined {
  if (!segmentation)
    return attributes.some((a) => a.kind === 'segment' || a.segment !== undefined) ? 'attributes of segments, but nothing parts them' : undefined;
  if (trees) return 'trees part the population themselves';
  const [first, ...others] = attributes;
  if (first?.kind !== 'segment' || others.some((a) => a.kind === 'segment')) return 'the first attribute, and no other, must be the segment';
  const count = first.bins.length;
  if (others.some((a) => !(Number.isInteger(a.segment) && a.segment! >= 0 && a.segment! < count))) return 'an attribute belongs to no segment';
  const split = segmentation.splits.find((s) => s.kind === 'segment' || attributeProblem(s));
  if (split) return `${split.name}: ${attributeProblem(split) ?? 'a split must read a column'}`;
  const found = new Set<number>();
  const sound = (node: SegmentNode): boolean => {
    if (!('split' in node)) return found.add(node.segment) && Number.isInteger(node.segment) && node.segment >= 0 && node.segment < count;
    const bins = segmentation.splits[node.split]?.bins.length ?? 0;
    return node.left.every((place) => Number.isInteger(place) && place >= 0 && place < bins) && sound(node.yes) && sound(node.no);
  };
  return sound(segmentation.tree) && found.size === count ? undefined : 'the tree names no split, no bin or not every segment';
}

const soundCurve = (curve: readonly PdKnot[]): boolean =>
  curve.length > 1 &&
  curve.every(
    (k, i) =>
      Number.isFinite(k.level) && Number.isInteger(k.points) && (i === 0 || (k.points > curve[i - 1]!.points && k.level > curve[i - 1]!.level)),
  );

function attributeProblem(attribute: Attribute): string | undefined {
  const { bins, kind } = attribute;
  if (bins.length > 255) return 'has more than 255 bins';
  if (bins.filter((b) => b.outside).length !== (attribute.segment === undefined ? 0 : 1))
    return 'needs one bin for rows of other segments if it belongs to one';
  if (kind === 'segment')
    return bins.every((b) => Number.isInteger(b.points) && b.reason?.code) ? undefined : 'a segment lacks whole points or a name';
  if (bins.filter((b) => b.missing).length !== 1) return 'needs exactly one bin for missing values';
  if (!bins.every((b) => Number.isInteger(b.points) && Number.isFinite(b.woe) && b.reason?.code))
    return 'a bin lacks whole points, a WOE or a reason';
  if (kind === 'category') {
    const values = bins.flatMap((b) => b.values ?? []);
    if (new Set(values).size !== values.length) return 'a category stands in two bins';
    return bins.filter((b) => b.other).length === 1 ? undefined : 'needs exactly one bin for values never seen';
  }
  const specials = bins.flatMap((b) => b.special ?? []);
  if (!specials.every(Number.isFinite) || new Set(specials).size !== specials.length) return 'a special code stands in two bins or is no number';
  const steps = bins.filter((b) => !b.missing && !b.special && !b.outside);
  const joined = steps.every((b, i) =>
    i === 0 ? (b.lo ?? null) === null : typeof b.lo === 'number' && b.lo === steps[i - 1]?.hi && b.lo < (b.hi ?? Infinity),
  );
  return steps.length > 0 && joined && (steps.at(-1)?.hi ?? null) === null ? undefined : 'the bins leave a gap, overlap or do not reach both ends';
}

function soundTree(node: TreeNode, attributes: readonly Attribute[]): boolean {
  if (!Number.isInteger(node.milliPoints)) return false;
  if (!('attribute' in node)) return true;
  const bins = attributes[node.attribute]?.bins.length ?? 0;
  return (
    node.left.every((place) => Number.isInteger(place) && place >= 0 && place < bins) &&
    soundTree(node.yes, attributes) &&
    soundTree(node.no, attributes)
  );
}
