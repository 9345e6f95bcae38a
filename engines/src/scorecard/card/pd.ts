import type { Card, PdKnot } from './types.ts';

type Scale = Pick<Card, 'baseScore' | 'baseOdds' | 'pdo' | 'pdCurve'>;

/** The points that the PD of a score is read at: the score itself, or what the card's curve gives it. */
export const levelAt = ({ pdCurve }: Pick<Card, 'pdCurve'>, points: number): number => (pdCurve ? along(pdCurve, points) : points);

/** Straight from knot to knot; beyond the outer knots the outer pieces go on. */
function along(curve: readonly PdKnot[], points: number): number {
  let k = 1;
  while (k < curve.length - 1 && points >= curve[k]!.points) k += 1;
  const [from, to] = [curve[k - 1]!, curve[k]!];
  return from.level + ((points - from.points) * (to.level - from.level)) / (to.points - from.points);
}

/** One PD per whole score: 1 / (1 + baseOdds × 2^((level − baseScore) / pdo)); the level is the score itself where the card has no curve. */
export const pdOf = (card: Scale, points: number): number => 1 / (1 + card.baseOdds * 2 ** ((levelAt(card, points) - card.baseScore) / card.pdo));
