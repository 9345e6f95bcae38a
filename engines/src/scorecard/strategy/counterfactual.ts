import type { Bilingual, Card } from '../card/types.ts';
import { type Row, scoreCard } from '../card.ts';

/** One attribute that would have to stand in another bin, and the points that brings. */
export type Change = { readonly attribute: string; readonly to: Bilingual; readonly gain: number };

/**
 * The fewest changes that lift a row to `points`: the attributes that cost most go to their best bin, the last one only as far as is needed. `fixed` names
 * what nobody can change. Undefined when even all of it is not enough; empty when the row is there already. Not for trees, whose bins have no points.
 */
export function counterfactual(card: Card, row: Row, points: number, fixed: readonly string[] = []): readonly Change[] | undefined {
  const scored = scoreCard(card, row);
  const segment = card.segmentation && scored.contributions[0]?.bin;
  const open = scored.contributions.filter((c) => c.lostPoints > 0 && !fixed.includes(c.attribute)).toSorted((a, b) => b.lostPoints - a.lostPoints);
  const changes: Change[] = [];
  let missing = points - scored.points;
  for (const { attribute: name, points: own, lostPoints } of open) {
    if (missing <= 0) break;
    const attribute = card.attributes.find((a) => a.name === name && (a.segment === undefined || a.segment === segment))!;
    const better = attribute.bins
      .filter((b) => !b.outside && !b.missing && !b.other && !b.special && b.points > own)
      .toSorted((a, b) => a.points - b.points);
    const target = better.find((b) => b.points - own >= Math.min(missing, lostPoints)) ?? better.at(-1);
    if (!target) continue;
    changes.push({ attribute: name, to: { zh: target.reason.zh, en: target.reason.en }, gain: target.points - own });
    missing -= target.points - own;
  }
  return missing > 0 ? undefined : changes;
}
