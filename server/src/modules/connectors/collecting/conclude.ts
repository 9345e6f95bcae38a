import { type CustomerId, type Instant, listed, plusMinutes } from '@tallystick/kernel';
import { SOURCE_WORDS } from '#modules/customers';
import { closeTasks, openTask } from '#modules/tasks';
import { type BranchId, type Ctx, sha256Hex } from '#platform';
import { collected } from '../events.ts';
import type { Source } from '../types.ts';
import { bySource, factsFor, heardOf } from './answers.ts';
import { featureSet, type SourceParts, writeFeatures } from './feature-set.ts';
import * as repo from './repo.ts';

/** Waits before a failed mandatory source is asked again, in minutes; after the last one a person has to decide. */
const RETRY_MINUTES = [1, 5, 30, 120];
/** Without a consent asking again is pointless. */
const isFinal = (s: repo.SourceRow): boolean => s.reason?.startsWith('customers.') ?? false;

/**
 * Where a gathering stands after its sources were settled: all answered is complete; only optional ones failed is partial; a mandatory one failed
 * waits for another round, or, when the rounds are over, fails and becomes work for a reviewer. Answers when to ask again, if so. `told` are the
 * answers when they were read already.
 */
export async function conclude(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow, told?: readonly SourceParts[]): Promise<Instant | undefined> {
  const sources = await repo.sourcesOf(ctx.tx, customerId, c.id);
  const failed = sources.filter((s) => s.state === 'failed');
  const blocking = failed.filter((s) => s.mandatory);
  const wait = RETRY_MINUTES[c.round - 1];
  if (blocking.length > 0 && wait !== undefined && !blocking.some(isFinal)) {
    const retryAt = plusMinutes(ctx.now, wait);
    await repo.moveCollection(ctx.tx, customerId, c.id, { state: 'waiting', round: c.round + 1, retryAt, finishedAt: null });
    return retryAt;
  }
  const outcome = blocking.length > 0 ? 'failed' : failed.length > 0 ? 'partial' : 'complete';
  await repo.moveCollection(ctx.tx, customerId, c.id, { state: outcome, round: c.round, retryAt: null, finishedAt: ctx.now });
  if (outcome === 'failed')
    await askReviewer(
      ctx,
      customerId,
      c,
      blocking.map((s) => s.source),
    );
  else await finish(ctx, customerId, c, told ?? bySource(sources, await heardOf(ctx, customerId, c.id)));
  if (c.purpose !== 'profile')
    await ctx.announce(collected, {
      customerId,
      collectionId: c.id,
      purpose: c.purpose,
      subject: c.subject,
      outcome,
      missing: failed.map((s) => s.source),
    });
  return undefined;
}

/** Freezes the features of a gathering that may be used. */
async function finish(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow, told: readonly SourceParts[]): Promise<void> {
  if (c.state !== 'collecting') await closeTasks(ctx, { customerId, kind: 'collection_failed', subject: c.id, outcome: 'collected' });
  const text = writeFeatures(featureSet(told, await factsFor(ctx, customerId), c.as_of));
  await repo.saveFeatures(ctx.tx, customerId, c.id, text, sha256Hex(text), ctx.now);
}

async function askReviewer(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow, missing: readonly Source[]): Promise<void> {
  if (c.purpose === 'profile') return;
  const said = listed(SOURCE_WORDS, missing);
  await openTask(ctx, {
    customerId,
    kind: 'collection_failed',
    subject: c.id,
    zh: `数据采集失败：${said.zh}，请重试或说明理由后豁免`,
    en: `Data could not be collected: ${said.en}. Retry, or waive with a reason`,
    ownerRole: 'REVIEWER',
    branchId: c.branch_id as BranchId,
    link: `/customers/${customerId}/collections/${c.id}`,
  });
}
