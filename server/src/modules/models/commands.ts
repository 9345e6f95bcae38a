import { parseCard } from '@tallystick/engines/scorecard';
import { z } from 'zod';
import { command, query, zDate, zInstant, zText } from '#platform';
import { refuse } from './refusals.ts';
import { findModel, listModels, type ModelRow, putLive } from './repo.ts';
import { registerCard } from './service.ts';
import { MODEL_PURPOSES, MODEL_STATES } from './types.ts';

const zLine = z.object({
  modelId: z.string(),
  version: z.string(),
  purpose: z.enum(MODEL_PURPOSES),
  kind: z.literal('scorecard'),
  name: z.object({ zh: z.string(), en: z.string() }),
  state: z.enum(MODEL_STATES),
  sha256: z.string(),
  owner: z.string(),
  registeredAt: zInstant,
  liveFrom: zDate.nullable(),
  retiredOn: zDate.nullable(),
  attributes: z.number(),
  /** As measured when the card was fitted: discrimination and calibration of each sample. */
  metrics: z.record(z.string(), z.unknown()),
});
const line = (r: ModelRow): z.output<typeof zLine> => {
  const card = JSON.parse(r.body) as { attributes: unknown[]; metrics?: Record<string, unknown> };
  return {
    modelId: r.id,
    version: r.version,
    purpose: r.purpose,
    kind: r.kind,
    name: { zh: r.name_zh, en: r.name_en },
    state: r.state,
    sha256: r.sha256,
    owner: r.owner,
    registeredAt: r.registered_at,
    liveFrom: r.live_from,
    retiredOn: r.retired_on,
    attributes: card.attributes.length,
    metrics: card.metrics ?? {},
  };
};
const one = { modelId: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/), version: z.string().regex(/^\d+\.\d+\.\d+$/) };

export const listAll = query({
  name: 'models.list',
  says: { zh: '模型登记簿：用途、版本、状态与检验指标', en: 'Register of models: purpose, version, state and measures' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({ items: z.array(zLine) }),
  run: async (ctx) => ({ items: (await listModels(ctx.tx)).map(line) }),
});

export const show = query({
  name: 'models.show',
  says: { zh: '模型详情：分箱、分值与来源', en: 'A model in full: bins, points and provenance' },
  allow: ['RISK_MANAGER', 'COMPLIANCE', 'PRODUCT_MANAGER', 'EXECUTIVE', 'REVIEWER', 'APPROVER'],
  input: z.object(one),
  output: z.object({ model: zLine, card: z.record(z.string(), z.unknown()) }),
  run: async (ctx, { modelId, version }) => {
    const row = await findModel(ctx.tx, modelId, version);
    if (!row) throw refuse('models.unknown', { facts: { model: `${modelId} ${version}` } });
    return { model: line(row), card: JSON.parse(row.body) as Record<string, unknown> };
  },
});

export const register = command({
  name: 'models.register',
  says: { zh: '登记一个验证过的模型版本（双人复核）', en: 'Register a validated version of a model (two persons)' },
  allow: ['RISK_MANAGER'],
  dual: true,
  input: z.object({
    purpose: z.enum(MODEL_PURPOSES),
    name: z.object({ zh: zText(80), en: zText(80) }),
    card: z.record(z.string(), z.unknown()),
  }),
  output: zLine,
  run: async (ctx, { purpose, name, card }) => {
    const { id, version } = parseCard(card);
    await registerCard(ctx, { purpose, name, card: parseCard(card), owner: ctx.maker?.id ?? ctx.actor.id, state: 'validated' });
    const row = await findModel(ctx.tx, id, version);
    if (!row) throw refuse('models.unknown', { facts: { model: `${id} ${version}` } });
    return line(row);
  },
});

export const goLive = command({
  name: 'models.put_live',
  says: { zh: '模型版本上线，原版本停用（双人复核）', en: 'Put a version live; the former one retires (two persons)' },
  allow: ['RISK_MANAGER'],
  dual: true,
  stepUp: true,
  input: z.object(one),
  output: z.object({ modelId: z.string(), version: z.string(), liveFrom: zDate }),
  run: async (ctx, { modelId, version }) => {
    const row = await findModel(ctx.tx, modelId, version, true);
    if (!row) throw refuse('models.unknown', { facts: { model: `${modelId} ${version}` } });
    if (row.state !== 'validated') throw refuse('models.not_validated', { facts: { state: row.state } });
    await putLive(ctx.tx, { id: modelId, version, purpose: row.purpose, on: ctx.today });
    await ctx.audit({ action: 'models.put_live', subject: modelId, after: { version, sha256: row.sha256 } });
    return { modelId, version, liveFrom: ctx.today };
  },
});
