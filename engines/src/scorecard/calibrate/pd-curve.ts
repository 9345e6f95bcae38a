import { Refusal } from '@tallystick/kernel';
import type { Binned } from '../bin/attribute.ts';
import { exactShift } from '../card/recalibrate.ts';
import type { Build, Card, PdKnot } from '../card/types.ts';
import { fitNonNegative, solveLogistic } from '../fit/logistic.ts';
import type { Prepared } from '../fit/prepare.ts';
import { levelDesign, likelihood, logOddsOf, ownPoints, type ScoreLevels, scoreLevels } from './score-levels.ts';

/** The turns of the curve: where the line may change its slope, at a quarter, a half and three quarters of the information. */
const TURNS = [0.25, 0.5, 0.75] as const;
/** What the likelihood ratio of three free turns reaches by chance once in a hundred times: χ² with three degrees of freedom. */
const REFUTED = 11.345;
/** Fewest goods and bads between two turns. */
const LEAST = 50;
/** The curve rises by at least this many points a point, so that every score keeps a PD of its own. */
const LEAST_SLOPE = 0.1;
const hundredth = (v: number): number => Math.round(v * 100) / 100 + 0;

/**
 * Where a straight line between score and log-odds is refuted by the rows a card was built on (likelihood ratio at 1 %), the card gets a curve of four
 * pieces from which the PD is read. The curve tells only how far the rows depart from their own straight
 * line, so the slope of the scale stays as it is; and it sums the PDs to the bads, which whole base points can only come near to. No row changes its place.
 */
export function calibrated({ card, record, points }: Build, bad: Uint8Array, weights?: Float64Array): Build {
  const levels = scoreLevels(points, bad, weights);
  const curve = curveOf(card, levels);
  if (!curve) return { card, record, points };
  const total = levels.goods.map((g, i) => g + levels.bads[i]!);
  const shift = exactShift({ ...card, pdCurve: curve }, levels.points, sum(levels.bads), total);
  return { card: { ...card, pdCurve: curve.map((k) => ({ ...k, level: hundredth(k.level + shift) })) }, record, points };
}

const sum = (values: Float64Array): number => values.reduce((all, v) => all + v, 0);

/**
 * Slope of the rows' log-odds of good on the log-odds the score stands for: under 1, the score is too spread out. 1 where the score parts goods from bads
 * without fault, so that no slope is steep enough.
 */
export function slopeOf(card: Card, levels: ScoreLevels): number {
  try {
    return solveLogistic(levelDesign(levels, [logOddsOf(card, levels)])).coefficients[0]!;
  } catch (problem) {
    if (problem instanceof Refusal) return 1;
    throw problem;
  }
}

/** How far the points of a boosted card are to be spread until their log-odds are those of its rows. */
export const spreadOf = (drawn: { readonly card: Card; readonly kept: readonly Binned[] }, { request, settings, weights }: Prepared): number =>
  settings.calibrate === 0 ? 1 : slopeOf(drawn.card, scoreLevels(ownPoints(drawn.card, drawn.kept), request.bad, weights));

function curveOf(card: Card, levels: ScoreLevels): PdKnot[] | undefined {
  const turns = turnsOf(card, levels);
  if (!turns) return undefined;
  const z = logOddsOf(card, levels);
  const line = solveLogistic(levelDesign(levels, [z]));
  const slope = line.coefficients[0]!;
  if (!(slope > 0)) return undefined;
  const straight = (p: number): number => line.intercept + slope * logOdds(card, p);
  const pieces = piecesOf(turns);
  const inputs = pieces.map((piece) => levels.points.map((p) => (piece(p) * Math.LN2) / card.pdo));
  const { beta } = fitNonNegative(levelDesign(levels, inputs));
  const bent = (p: number): number => pieces.reduce((all, piece, j) => all + (beta[j + 1]! * piece(p) * Math.LN2) / card.pdo, beta[0]!);
  const gain = likelihood(levels, levels.points.map(bent)) - likelihood(levels, levels.points.map(straight));
  if (2 * gain < REFUTED) return undefined;
  const [first, last] = [turns[0]! - card.pdo, turns.at(-1)! + card.pdo];
  const knots: PdKnot[] = [];
  for (const points of [first, ...turns, last]) {
    const level = points + ((bent(points) - straight(points)) / slope) * (card.pdo / Math.LN2);
    const before = knots.at(-1);
    knots.push({ points, level: hundredth(before ? Math.max(level, before.level + LEAST_SLOPE * (points - before.points)) : level) });
  }
  return knots;
}

const logOdds = (card: Card, points: number): number => Math.log(card.baseOdds) + ((points - card.baseScore) * Math.LN2) / card.pdo;

/** Scores at which the information Σ pd × (1 − pd) is parted evenly; undefined when some piece would hold too few goods or bads. */
function turnsOf(card: Card, levels: ScoreLevels): number[] | undefined {
  const information = logOddsOf(card, levels).map(
    (z, i) => ((levels.goods[i]! + levels.bads[i]!) * Math.exp(-Math.abs(z))) / (1 + Math.exp(-Math.abs(z))) ** 2,
  );
  const all = sum(information);
  const turns: number[] = [];
  let [done, goods, bads] = [0, 0, 0];
  for (let i = 0; i < information.length; i += 1) {
    done += information[i]!;
    goods += levels.goods[i]!;
    bads += levels.bads[i]!;
    if (turns.length === TURNS.length || done < TURNS[turns.length]! * all) continue;
    if (goods < LEAST || bads < LEAST) return undefined;
    turns.push(levels.points[i]!);
    [goods, bads] = [0, 0];
  }
  return goods < LEAST || bads < LEAST ? undefined : turns;
}

/** How far a score goes within each piece between the turns: their sum is the score, up to a constant. */
function piecesOf(turns: readonly number[]): ((p: number) => number)[] {
  const pieces = turns.slice(1).map((to, k) => (p: number) => Math.min(to, Math.max(turns[k]!, p)) - turns[k]!);
  return [(p) => Math.min(0, p - turns[0]!), ...pieces, (p) => Math.max(0, p - turns.at(-1)!)];
}
