import { PPM } from '@tallystick/kernel';
import { type FlatTrees, flatten, sumLeaves, wholePoints } from './card/flat-trees.ts';
import { isUnreadable, type Lookup, lookupOf, placeOf, type Value } from './card/lookup.ts';
import { pdOf } from './card/pd.ts';
import { lossesOf, outsideOf, segmentFinder } from './card/segments.ts';
import type { Card, Reason } from './card/types.ts';

export { parseCard } from './card/parse.ts';
export { pdOf } from './card/pd.ts';
export type * from './card/types.ts';

export type Row = Readonly<Record<string, Value>>;
export type Contribution = {
  readonly attribute: string;
  readonly value: number | string | null;
  /** Place of the bin in the attribute's list. */
  readonly bin: number;
  readonly points: number;
  /** How far below the attribute's best bin; for trees, below the average row. */
  readonly lostPoints: number;
};
export type CardScore = {
  readonly points: number;
  readonly pd: number;
  readonly pdPpm: bigint;
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly (Reason & { readonly attribute: string; readonly lostPoints: number })[];
};

const REASONS = 4;

/** A card made ready: score a row, or only its points, as often as you like. */
export type Scorer = {
  readonly score: (row: Row) => CardScore;
  readonly points: (row: Row) => number;
  /** Names of the attributes whose value could not be read and was taken as missing. */
  readonly unreadable: (row: Row) => string[];
};

type Ready = {
  readonly card: Card;
  readonly lookups: readonly Lookup[];
  readonly losses: readonly Int32Array[];
  readonly segment: ((row: Row) => number) | undefined;
  readonly outside: Int32Array;
  readonly trees: FlatTrees | undefined;
  readonly places: Uint8Array;
};

/** Makes a card ready. Never NaN: absent, unreadable and never-seen values each land in their documented bin. */
export function readyCard(card: Card): Scorer {
  const ready: Ready = {
    card,
    lookups: card.attributes.map(lookupOf),
    losses: card.attributes.map(lossesOf),
    segment: card.segmentation && segmentFinder(card.segmentation),
    outside: Int32Array.from(card.attributes, outsideOf),
    trees: card.trees && flatten(card.trees, card.attributes),
    places: new Uint8Array(card.attributes.length),
  };
  return {
    score: (row) => score(ready, row),
    points: (row) => {
      find(ready, row);
      return total(ready);
    },
    unreadable: (row) => card.attributes.flatMap((a, j) => (isUnreadable(ready.lookups[j]!, row[a.name]) ? [a.name] : [])),
  };
}

function find({ card, lookups, places, segment, outside }: Ready, row: Row): void {
  if (segment) {
    const own = segment(row);
    card.attributes.forEach((a, j) => {
      if (a.kind === 'segment') places[j] = own;
      else places[j] = outside[j]! >= 0 && a.segment !== own ? outside[j]! : placeOf(lookups[j]!, row[a.name]);
    });
    return;
  }
  for (let j = 0; j < lookups.length; j += 1) places[j] = placeOf(lookups[j]!, row[card.attributes[j]!.name]);
}

function total({ card, places, trees }: Ready): number {
  if (trees) return card.basePoints + wholePoints(sumLeaves(trees, places));
  let sum = card.basePoints;
  for (let j = 0; j < places.length; j += 1) sum += card.attributes[j]!.bins[places[j]!]!.points;
  return sum;
}

function score(ready: Ready, row: Row): CardScore {
  const { card, losses, places, trees } = ready;
  find(ready, row);
  const points = total(ready);
  const shares = new Float64Array(places.length);
  if (trees) sumLeaves(trees, places, shares);
  const contributions: Contribution[] = [];
  for (let j = 0; j < places.length; j += 1) {
    const attribute = card.attributes[j]!;
    const bin = places[j]!;
    const own = trees ? wholePoints(shares[j]!) : attribute.bins[bin]!.points;
    const lostPoints = trees ? Math.max(0, -own) : losses[j]![bin]!;
    contributions.push({
      attribute: attribute.name,
      value: attribute.bins[bin]!.missing ? null : (row[attribute.name] ?? null),
      bin,
      points: own,
      lostPoints,
    });
  }
  const pd = pdOf(card, points);
  return {
    points,
    pd,
    pdPpm: BigInt(Math.round(Number(PPM) * pd)),
    contributions: ready.segment ? contributions.filter((_, j) => places[j] !== ready.outside[j]) : contributions,
    reasons: reasonsOf(card, contributions),
  };
}

/** The up to four attributes that cost most; of equal ones the first in the card. */
function reasonsOf(card: Card, contributions: readonly Contribution[]): CardScore['reasons'] {
  const worst: number[] = [];
  for (let j = 0; j < contributions.length; j += 1) {
    const lost = contributions[j]!.lostPoints;
    if (lost <= 0) continue;
    let at = worst.length;
    while (at > 0 && contributions[worst[at - 1]!]!.lostPoints < lost) at -= 1;
    if (at >= REASONS) continue;
    worst.splice(at, 0, j);
    if (worst.length > REASONS) worst.pop();
  }
  return worst.map((j) => {
    const { attribute, bin, lostPoints } = contributions[j]!;
    const { code, zh, en } = card.attributes[j]!.bins[bin]!.reason;
    return { code, zh, en, attribute, lostPoints };
  });
}

const scorers = new WeakMap<Card, Scorer>();

/** Scores one row: points, the PD those points stand for, each attribute's share, and the up to four attributes that cost most. */
export function scoreCard(card: Card, row: Row): CardScore {
  const known = scorers.get(card) ?? readyCard(card);
  scorers.set(card, known);
  return known.score(row);
}

/** The same to the nearest ppm. */
export const pdOfPoints = (card: Pick<Card, 'baseScore' | 'baseOdds' | 'pdo' | 'pdCurve'>, points: number): bigint =>
  BigInt(Math.round(Number(PPM) * pdOf(card, points)));
