import { type Card, type CardScore, type Row, scoreCard } from '../card.ts';

/** What must be known before points may speak: attributes that may not be missing, and how many of the card's attributes at least. */
export type MinimumData = { readonly required: readonly string[]; readonly fewestKnown: number };
export type MicroScore =
  | { readonly path: 'automatic'; readonly score: CardScore; readonly known: number }
  /** A person decides: the score would say what the bank does not know. `missing` is what to ask for, the required first. */
  | { readonly path: 'manual'; readonly known: number; readonly missing: readonly string[] };

/** Scores a row with thin data, or sends it to a person when the minimum is not met. A value counts as known when it has a bin of its own. */
export function scoreThinData(card: Card, row: Row, minimum: MinimumData): MicroScore {
  const score = scoreCard(card, row);
  const unknown = score.contributions.filter((c, i) => card.attributes[i]?.bins[c.bin]?.missing).map((c) => c.attribute);
  const known = card.attributes.length - unknown.length;
  const required = minimum.required.filter((name) => unknown.includes(name));
  if (required.length === 0 && known >= minimum.fewestKnown) return { path: 'automatic', score, known };
  return { path: 'manual', known, missing: [...required, ...unknown.filter((name) => !required.includes(name))] };
}
