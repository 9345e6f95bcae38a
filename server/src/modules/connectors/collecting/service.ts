import { assert, type CustomerId, Refusal } from '@tallystick/kernel';
import { customer, requireConsents } from '#modules/customers';
import { type Ctx, sha256Hex } from '#platform';
import { refuse } from '../refusals.ts';
import type { CollectionId, CollectionStatus, MerchantFeatures, Purpose, Source } from '../types.ts';
import { conclude } from './conclude.ts';
import { readFeatures } from './feature-set.ts';
import { collectJob } from './job.ts';
import * as repo from './repo.ts';
import { sourceDef } from './sources.ts';

/**
 * Starts gathering data about a customer from the sources that the purpose needs (or those named), as a job. `subject` is what it is for, an
 * application or loan id. Refuses customers.consent_missing, consent_expired, consent_withdrawn before anything is asked.
 */
export async function collect(
  ctx: Ctx,
  c: { customerId: CustomerId; purpose: Purpose; subject: string; sources?: readonly Source[] },
): Promise<CollectionId> {
  const found = await customer(ctx, c.customerId);
  const policy = (await repo.policyOn(ctx.tx, c.purpose, ctx.today)).filter((p) => c.sources === undefined || c.sources.includes(p.source));
  assert(policy.length > 0, `no source is meant for ${c.purpose}`);
  await requireConsents(
    ctx,
    c.customerId,
    policy.map((p) => sourceDef(p.source).scope),
  );
  const id = ctx.newId('coll');
  await repo.insertCollection(ctx.tx, c.customerId, {
    id,
    branch_id: found.branchId,
    purpose: c.purpose,
    subject: c.subject,
    as_of: ctx.today,
    asked_by: ctx.actor.id,
    asked_at: ctx.now,
  });
  await repo.insertSources(ctx.tx, c.customerId, id, policy);
  await ctx.enqueue(collectJob, { customerId: c.customerId, collectionId: id }, { key: `${id}:1`, customerId: c.customerId });
  return id;
}

async function row(ctx: Ctx, customerId: CustomerId, id: CollectionId, lock = false): Promise<repo.CollectionRow> {
  const found = await repo.findCollection(ctx.tx, customerId, id, lock);
  if (!found) throw new Refusal('platform.not_found');
  return found;
}

/** The features of a finished gathering, each with its lineage; the same for ever. Refuses platform.not_found. */
export async function features(ctx: Ctx, customerId: CustomerId, collectionId: CollectionId): Promise<MerchantFeatures> {
  const kept = await repo.findFeatures(ctx.tx, customerId, collectionId);
  if (!kept) throw new Refusal('platform.not_found');
  assert(sha256Hex(kept.text) === kept.hash, `the features of ${collectionId} were changed`);
  return readFeatures(kept.text);
}

/** How far a gathering is, source by source, with reasons. Refuses platform.not_found. */
export async function collectionStatus(ctx: Ctx, customerId: CustomerId, collectionId: CollectionId): Promise<CollectionStatus> {
  return statusOf(ctx, customerId, await row(ctx, customerId, collectionId));
}
export async function statusOf(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow): Promise<CollectionStatus> {
  const sources = await repo.sourcesOf(ctx.tx, customerId, c.id);
  return {
    collectionId: c.id,
    purpose: c.purpose,
    subject: c.subject,
    state: c.state,
    round: c.round,
    asOf: c.as_of,
    askedAt: c.asked_at,
    retryAt: c.retry_at,
    finishedAt: c.finished_at,
    sources: sources.map((s) => ({ source: s.source, mandatory: s.mandatory, state: s.state, reason: s.reason, settledAt: s.settled_at })),
  };
}

/**
 * A rating may start only when every mandatory source is collected, knows nothing, or was waived with a reason. Refuses connectors.not_collected
 * with facts missing.
 */
export async function assertCollected(ctx: Ctx, customerId: CustomerId, collectionId: CollectionId): Promise<void> {
  const { sources } = await collectionStatus(ctx, customerId, collectionId);
  const missing = sources.filter((s) => s.mandatory && (s.state === 'pending' || s.state === 'failed')).map((s) => s.source);
  if (missing.length > 0) throw refuse('connectors.not_collected', { facts: { missing: missing.join(', ') } });
}

/** Goes on without a source that failed, for a stated reason. Refuses platform.not_found, connectors.nothing_to_waive. */
export async function waiveSource(ctx: Ctx, w: { customerId: CustomerId; collectionId: CollectionId; source: Source; why: string }): Promise<void> {
  const c = await row(ctx, w.customerId, w.collectionId, true);
  const own = (await repo.sourcesOf(ctx.tx, w.customerId, c.id)).find((s) => s.source === w.source);
  if (own?.state !== 'failed' || (c.state !== 'waiting' && c.state !== 'failed')) throw refuse('connectors.nothing_to_waive');
  await repo.settleSources(ctx.tx, w.customerId, c.id, [{ source: w.source, state: 'waived', reason: w.why }], { at: ctx.now, by: ctx.actor.id });
  const others = (await repo.sourcesOf(ctx.tx, w.customerId, c.id)).filter((s) => s.mandatory && s.state === 'failed');
  if (others.length === 0) await conclude(ctx, w.customerId, c);
}

/** Asks the failed sources once more, now. Refuses platform.not_found, connectors.nothing_to_retry. */
export async function retryCollection(ctx: Ctx, customerId: CustomerId, collectionId: CollectionId): Promise<void> {
  const c = await row(ctx, customerId, collectionId, true);
  if (c.state !== 'waiting' && c.state !== 'failed') throw refuse('connectors.nothing_to_retry');
  const round = c.state === 'failed' ? c.round + 1 : c.round; // A waiting one has its next round already.
  await repo.moveCollection(ctx.tx, customerId, c.id, { state: 'waiting', round, retryAt: ctx.now, finishedAt: null });
  await ctx.enqueue(collectJob, { customerId, collectionId }, { key: `${c.id}:${round}:${ctx.newId('turn')}`, customerId });
}
