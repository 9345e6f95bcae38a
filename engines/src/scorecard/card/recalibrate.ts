import { refuseScorecard } from '../refusals.ts';
import { pdOf } from './pd.ts';
import type { Card } from './types.ts';

/** Whole points to add to every row so that the PDs of the rows sum to `bads`. */
export function levelShift(card: Card, points: ArrayLike<number>, bads: number, weights?: ArrayLike<number>): number {
  const expected = (shift: number): number => {
    let sum = 0;
    for (let i = 0; i < points.length; i += 1) sum += (weights ? weights[i]! : 1) * pdOf(card, points[i]! + shift);
    return sum;
  };
  const reach = 20 * card.pdo;
  let [low, high] = [-reach, reach];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (expected(middle) > bads) low = middle;
    else high = middle;
  }
  return Math.round(low) + 0;
}

/**
 * The card moved to a central tendency: `rate` is the bad rate the rows behind `points` are held to have over the stated performance window. All rows
 * move by the same whole points, so no loan changes its place and the scale keeps its meaning. Refuses scorecard.option_invalid outside 0 to 1.
 */
export function recalibrate(card: Card, points: ArrayLike<number>, rate: number): Card {
  if (!(rate > 0 && rate < 1))
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: 'rate', value: String(rate), form: '0 < rate < 1' } });
  const shift = levelShift(card, points, rate * points.length);
  const bands = card.scoreBands && { ...card.scoreBands, edges: card.scoreBands.edges.map((edge) => edge + shift) };
  return { ...card, basePoints: card.basePoints + shift, ...(bands ? { scoreBands: bands } : {}) };
}
