import { plusHours } from '@tallystick/kernel';
import { reportQuality } from '#modules/customers';
import { branchScope, type Ctx, reportJobs } from '#platform';
import { SOURCES } from '../types.ts';
import { reportCollections, reportSources } from './repo.ts';

/**
 * Integration health, job status and data quality on one page. The quality score (0 to 100, rounded down) is the mean of three percentages: how
 * complete profiles are, how many are verified, and how many have no open conflict.
 */
export async function health(ctx: Ctx, hours: number) {
  const since = plusHours(ctx.now, -hours);
  const branchId = branchScope(ctx.actor);
  const seen = new Map((await reportSources(ctx.tx, since)).map((s) => [s.source, s]));
  const quality = await reportQuality(ctx.tx, branchId);
  const none = { calls: 0, succeeded: 0, p95LatencyMs: null, costMinor: 0n, lastAnswerAt: null, lastFailureAt: null, lastFailure: null };
  return {
    since,
    sources: SOURCES.map((source) => ({ ...(seen.get(source) ?? { source, ...none }) })),
    collections: await reportCollections(ctx.tx, since, branchId),
    jobs: await reportJobs(ctx),
    quality: { ...quality, score: qualityScore(quality) },
  };
}

/** Null while there is no customer to judge by. */
export function qualityScore(q: { customers: number; verified: number; averageCompleteness: number; openConflicts: number }): number | null {
  if (q.customers === 0) return null;
  const verified = Math.floor((q.verified * 100) / q.customers);
  const clean = Math.max(0, 100 - Math.floor((q.openConflicts * 100) / q.customers));
  return Math.floor((q.averageCompleteness + verified + clean) / 3);
}
