import type { Binned } from '../bin/attribute.ts';
import { scorePlaces } from '../card/batch.ts';
import { levelAt } from '../card/pd.ts';
import type { Card } from '../card/types.ts';
import type { Design } from '../fit/design.ts';

/** Rows taken together by whole score, lowest first: what calibration needs to know of them. Sums of weights, so no order of rows changes them. */
export type ScoreLevels = { readonly points: Float64Array; readonly goods: Float64Array; readonly bads: Float64Array };

export function scoreLevels(points: Int32Array, bad: Uint8Array, weights?: Float64Array): ScoreLevels {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < points.length; i += 1) {
    low = Math.min(low, points[i]!);
    high = Math.max(high, points[i]!);
  }
  const both = new Float64Array(points.length > 0 ? 2 * (high - low + 1) : 0);
  for (let i = 0; i < points.length; i += 1) both[2 * (points[i]! - low) + bad[i]!]! += weights ? weights[i]! : 1;
  const held = Array.from({ length: both.length / 2 }, (_, k) => k).filter((k) => both[2 * k]! + both[2 * k + 1]! > 0);
  const pick = (of: (k: number) => number): Float64Array => Float64Array.from(held, of);
  return { points: pick((k) => low + k), goods: pick((k) => both[2 * k]!), bads: pick((k) => both[2 * k + 1]!) };
}

/** The points of the training rows, by the builder's own cells and not by reading the card's bins again. */
export const ownPoints = (card: Card, kept: readonly Binned[]): Int32Array =>
  scorePlaces(
    card,
    kept.map((a) => a.cells.codes.map((c) => a.place[c]!)),
    kept[0]!.cells.codes.length,
  );

type Scale = Pick<Card, 'baseScore' | 'baseOdds' | 'pdo' | 'pdCurve'>;

/** Log-odds of good that the card's scale gives each level. */
export const logOddsOf = (card: Scale, { points }: ScoreLevels): Float64Array =>
  points.map((p) => Math.log(card.baseOdds) + ((levelAt(card, p) - card.baseScore) * Math.LN2) / card.pdo);

/** The levels as a regression of good on the given inputs. */
export const levelDesign = ({ goods, bads }: ScoreLevels, inputs: readonly Float64Array[]): Design => {
  const weights = goods.map((g, i) => g + bads[i]!);
  return { columns: [new Float64Array(goods.length).fill(1), ...inputs], outcome: goods.map((g, i) => g / weights[i]!), weights };
};

/** Log-likelihood of the levels under log-odds of good. */
export function likelihood({ goods, bads }: ScoreLevels, z: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < z.length; i += 1) {
    const e = Math.log1p(Math.exp(-Math.abs(z[i]!)));
    sum -= goods[i]! * (Math.max(-z[i]!, 0) + e) + bads[i]! * (Math.max(z[i]!, 0) + e);
  }
  return sum;
}
