import { calibrationLine, type Values } from '../measures/index.ts';
import { refuseScorecard } from '../refusals.ts';
import { levelAt, pdOf } from './pd.ts';
import type { Card } from './types.ts';

/** Whole points to add to every row so that the PDs of the rows sum to `bads`. */
export const levelShift = (card: Card, points: ArrayLike<number>, bads: number, weights?: ArrayLike<number>): number =>
  Math.round(exactShift(card, points, bads, weights)) + 0;

/** Points, to a hundredth, to add to the level of every row for the same. */
export function exactShift(card: Card, points: ArrayLike<number>, bads: number, weights?: ArrayLike<number>): number {
  const straight = { baseScore: card.baseScore, baseOdds: card.baseOdds, pdo: card.pdo };
  const levels = Float64Array.from(points, (p) => levelAt(card, p));
  const expected = (shift: number): number => {
    let sum = 0;
    for (let i = 0; i < levels.length; i += 1) sum += (weights ? weights[i]! : 1) * pdOf(straight, levels[i]! + shift);
    return sum;
  };
  const reach = 20 * card.pdo;
  let [low, high] = [-reach, reach];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (expected(middle) > bads) low = middle;
    else high = middle;
  }
  return low;
}

/** What PDs are to be true to: a bad rate held to be the lasting one, or the outcomes of recent rows; with `slope` their spread too. */
export type Target = { readonly rate: number } | { readonly bad: Values; readonly weight?: Values; readonly slope?: boolean };
export type Recalibration = {
  readonly card: Card;
  /** New log-odds of bad = intercept + slope × old. */
  readonly intercept: number;
  readonly slope: number;
  /** PD before and after at scores from the lowest to the highest of the rows. */
  readonly pds: readonly { readonly points: number; readonly before: number; readonly after: number }[];
};

/**
 * The card with PDs made true again over the rows behind `points`. Every loan keeps its points, its place and its reasons, and cut-offs in points stay
 * what they are: only the scale moves, `baseOdds` for the level and, with a slope, `pdo` for the spread. A level sums the PDs to the rate exactly; a slope
 * is Cox's (`calibrationLine`). Refuses scorecard.option_invalid for a rate outside 0 to 1 and scorecard.slope_wrong when recent rows rank the other way.
 */
export function recalibrate(card: Card, points: Values, target: Target): Recalibration {
  const old = Float64Array.from(points, (p) => pdOf(card, p));
  const { intercept, slope } =
    'bad' in target && target.slope ? calibrationLine(old, target.bad, target.weight) : { intercept: levelOf(old, target), slope: 1 };
  if (!(slope > 0)) throw refuseScorecard('scorecard.slope_wrong', { facts: { slope: slope.toFixed(3) } });
  const baseOdds = significant(Math.exp(slope * Math.log(card.baseOdds) - intercept));
  const moved: Card = { ...card, baseOdds, pdo: slope === 1 ? card.pdo : significant(card.pdo / slope) };
  const [low, high] = Array.from(points).reduce(([l, h], p) => [Math.min(l, p), Math.max(h, p)], [Infinity, -Infinity]);
  const step = Math.max(1, Math.round((high - low) / SHOWN));
  const shown = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, k) => low + k * step);
  return { card: moved, intercept, slope, pds: shown.map((p) => ({ points: p, before: pdOf(card, p), after: pdOf(moved, p) })) };
}

/** A PD whose log-odds are raised. */
const lifted = (pd: number, by: number): number => 1 / (1 + Math.exp(-by) * (1 / pd - 1));
const SHOWN = 12;
const significant = (value: number): number => Number(value.toPrecision(12));

/** What must be added to the log-odds of bad so that the PDs sum to the bads. */
function levelOf(old: Float64Array, target: Target): number {
  const weight = 'bad' in target ? target.weight : undefined;
  const mean = (of: (i: number) => number): number => {
    let [sum, all] = [0, 0];
    for (let i = 0; i < old.length; i += 1) {
      sum += (weight?.[i] ?? 1) * of(i);
      all += weight?.[i] ?? 1;
    }
    return sum / all;
  };
  const rate = 'bad' in target ? mean((i) => target.bad[i]!) : target.rate;
  if (!(rate > 0 && rate < 1))
    throw refuseScorecard('scorecard.option_invalid', { facts: { option: 'rate', value: String(rate), form: '0 < rate < 1' } });
  let [low, high] = [-40, 40];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (mean((i) => lifted(old[i]!, middle)) > rate) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
