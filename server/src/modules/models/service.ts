import { type Card, parseCard } from '@tallystick/engines/scorecard';
import type { Ctx } from '#platform';
import { refuse } from './refusals.ts';
import { findLive, findModel, type ModelRow } from './repo.ts';
import type { Model, ModelPurpose } from './types.ts';

const parsed = new Map<string, Card>();
/** A card's text never changes once registered, so its hash is a safe key for the parsed form. */
function cardOf(row: ModelRow): Card {
  const seen = parsed.get(row.sha256);
  if (seen) return seen;
  const card = parseCard(JSON.parse(row.body));
  parsed.set(row.sha256, card);
  return card;
}
const asModel = (row: ModelRow): Model => ({
  modelId: row.id,
  version: row.version,
  purpose: row.purpose,
  state: row.state,
  sha256: row.sha256,
  card: cardOf(row),
});

/** The model that decides today. Refuses models.none_live. */
export async function liveModel(ctx: Ctx, purpose: ModelPurpose): Promise<Model> {
  const row = await findLive(ctx.tx, purpose);
  if (!row) throw refuse('models.none_live', { facts: { purpose } });
  return asModel(row);
}
/** One version, live or not: for replays. Refuses models.unknown. */
export async function modelVersion(ctx: Ctx, modelId: string, version: string): Promise<Model> {
  const row = await findModel(ctx.tx, modelId, version);
  if (!row) throw refuse('models.unknown', { facts: { model: `${modelId} ${version}` } });
  return asModel(row);
}
