import { type Card, parseCard } from '@tallystick/engines/scorecard';
import { type Ctx, sha256Hex } from '#platform';
import { refuse } from './refusals.ts';
import { findLive, findModel, insertModel, type ModelRow } from './repo.ts';
import type { Model, ModelPurpose, ModelState } from './types.ts';

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

/** Writes one version of a card into the register, with the hash of its text. A version is registered once: refuses models.known. */
export async function registerCard(
  ctx: Ctx,
  m: { purpose: ModelPurpose; name: { zh: string; en: string }; card: Card; owner: string; state: Exclude<ModelState, 'retired'> },
): Promise<void> {
  const body = JSON.stringify(m.card);
  const made = await insertModel(ctx.tx, {
    id: m.card.id,
    version: m.card.version,
    purpose: m.purpose,
    kind: 'scorecard',
    name_zh: m.name.zh,
    name_en: m.name.en,
    state: m.state,
    body,
    sha256: sha256Hex(body),
    owner: m.owner,
    registered_at: ctx.now,
    live_from: m.state === 'live' ? ctx.today : null,
  });
  if (!made) throw refuse('models.known', { field: 'card', facts: { model: `${m.card.id} ${m.card.version}` } });
}
