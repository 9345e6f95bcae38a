import { PPM } from '@tallystick/kernel';
import type { Attribute, Card, Reason } from './card/types.ts';
import { refuseScorecard } from './refusals.ts';

export type * from './card/types.ts';

export type Row = Readonly<Record<string, number | string | null | undefined>>;
export type Contribution = {
  readonly attribute: string;
  readonly value: number | string | null;
  /** Place of the bin in the attribute's list. */
  readonly bin: number;
  readonly points: number;
  /** How far below the attribute's best bin. */
  readonly lostPoints: number;
};
export type CardScore = {
  readonly points: number;
  readonly pdPpm: bigint;
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly (Reason & { readonly attribute: string; readonly lostPoints: number })[];
};

const REASONS = 4;

/**
 * Scores one row: points, the PD those points stand for, each attribute's share, and the up to four attributes that cost most.
 * Never NaN: absent, non-finite or wrongly typed values land in the `missing` bin, unseen categories in the `other` bin.
 */
export function scoreCard(card: Card, row: Row): CardScore {
  const contributions = card.attributes.map((attribute): Contribution => {
    const value = readable(attribute, row[attribute.name]);
    const bin = binOf(attribute, value);
    const points = attribute.bins[bin]?.points ?? 0;
    return { attribute: attribute.name, value, bin, points, lostPoints: bestPoints(attribute) - points };
  });
  const points = contributions.reduce((sum, c) => sum + c.points, card.basePoints);
  const reasons = contributions
    .map((c, i) => ({ c, bin: card.attributes[i]?.bins[c.bin] }))
    .filter(({ c }) => c.lostPoints > 0)
    .sort((a, b) => b.c.lostPoints - a.c.lostPoints)
    .slice(0, REASONS)
    .flatMap(({ c, bin }) => (bin ? [{ ...bin.reason, attribute: c.attribute, lostPoints: c.lostPoints }] : []));
  return { points, pdPpm: pdOfPoints(card, points), contributions, reasons };
}

/** One PD per integer score: 1 / (1 + baseOdds × 2^((points − baseScore) / pdo)), to the nearest ppm. */
export function pdOfPoints(card: Pick<Card, 'baseScore' | 'baseOdds' | 'pdo'>, points: number): bigint {
  const odds = card.baseOdds * 2 ** ((points - card.baseScore) / card.pdo);
  return BigInt(Math.round(Number(PPM) / (1 + odds)));
}

function readable(attribute: Attribute, value: number | string | null | undefined): number | string | null {
  if (attribute.kind === 'numeric') return typeof value === 'number' && Number.isFinite(value) ? value : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

function binOf(attribute: Attribute, value: number | string | null): number {
  if (value === null) return attribute.bins.findIndex((b) => b.missing);
  if (typeof value === 'number') return attribute.bins.findIndex((b) => !b.missing && value >= (b.lo ?? -Infinity) && value < (b.hi ?? Infinity));
  const seen = attribute.bins.findIndex((b) => b.values?.includes(value));
  return seen >= 0 ? seen : attribute.bins.findIndex((b) => b.other);
}

const bestPoints = (attribute: Attribute): number => Math.max(...attribute.bins.map((b) => b.points));

/**
 * Reads a card from JSON and proves that every value has exactly one bin. Refuses `scorecard.card_invalid` naming the attribute.
 */
export function parseCard(json: unknown): Card {
  const card = json as Card; // Checked field by field below; what is not named here is carried along (provenance, metrics).
  const fail = (where: string, problem: string) => refuseScorecard('scorecard.card_invalid', { facts: { where, problem } });
  if (typeof card?.id !== 'string' || typeof card.version !== 'string') throw fail('card', 'id and version are missing');
  if (![card.basePoints, card.baseScore].every(Number.isInteger)) throw fail('card', 'basePoints and baseScore must be whole numbers');
  if (!(card.pdo > 0) || !(card.baseOdds > 0)) throw fail('card', 'pdo and baseOdds must be positive');
  if (!Array.isArray(card.attributes) || card.attributes.length === 0) throw fail('card', 'no attributes');
  if (new Set(card.attributes.map((a) => a.name)).size !== card.attributes.length) throw fail('card', 'an attribute stands twice');
  for (const attribute of card.attributes) {
    const problem = attributeProblem(attribute);
    if (problem) throw fail(attribute.name, problem);
  }
  return card;
}

function attributeProblem(attribute: Attribute): string | undefined {
  const { bins, kind } = attribute;
  if (bins.filter((b) => b.missing).length !== 1) return 'needs exactly one bin for missing values';
  if (!bins.every((b) => Number.isInteger(b.points) && Number.isFinite(b.woe) && b.reason?.code))
    return 'a bin lacks whole points, a WOE or a reason';
  if (kind === 'category') {
    const values = bins.flatMap((b) => b.values ?? []);
    if (new Set(values).size !== values.length) return 'a category stands in two bins';
    return bins.filter((b) => b.other).length === 1 ? undefined : 'needs exactly one bin for values never seen';
  }
  const steps = bins.filter((b) => !b.missing);
  const joined = steps.every((b, i) =>
    i === 0 ? (b.lo ?? null) === null : typeof b.lo === 'number' && b.lo === steps[i - 1]?.hi && b.lo < (b.hi ?? Infinity),
  );
  return steps.length > 0 && joined && (steps.at(-1)?.hi ?? null) === null ? undefined : 'the bins leave a gap, overlap or do not reach both ends';
}
