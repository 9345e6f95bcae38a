import type { CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { CollectionId, Source } from '../types.ts';

export type SourceHealth = {
  source: Source;
  calls: number;
  succeeded: number;
  p95LatencyMs: number | null;
  costMinor: bigint;
  lastAnswerAt: Instant | null;
  lastFailureAt: Instant | null;
  lastFailure: string | null;
};
const GOOD = `('ok', 'no_record')`;
/** How each source did since a moment: share of good answers, the 95th percentile of latency, the last failure. */
export async function reportSources(tx: Tx, since: Instant): Promise<SourceHealth[]> {
  const rows = await tx.query<{
    source: Source;
    calls: bigint;
    succeeded: bigint;
    p95: number | null;
    cost: bigint;
    last_at: Instant | null;
    failed_at: Instant | null;
    failure: string | null;
  }>(
    `/* batch */ select source, count(*) as calls, count(*) filter (where state in ${GOOD}) as succeeded, (percentile_disc(0.95) within group (order by latency_ms))::int as p95,
       sum(cost_minor)::bigint as cost, max(answered_at) as last_at, max(answered_at) filter (where state not in ${GOOD}) as failed_at,
       (array_agg(state order by answered_at desc) filter (where state not in ${GOOD}))[1] as failure
     from connectors.answer where answered_at >= $1 group by source order by source`,
    [since],
  );
  return rows.map((r) => ({
    source: r.source,
    calls: Number(r.calls),
    succeeded: Number(r.succeeded),
    p95LatencyMs: r.p95,
    costMinor: r.cost,
    lastAnswerAt: r.last_at,
    lastFailureAt: r.failed_at,
    lastFailure: r.failure,
  }));
}

export type CollectionHealth = { open: number; waiting: number; failed: number; fullSetP95Ms: number | null };
/** Gatherings that are under way or stuck, and how long a whole set of checks takes: the slowest call of each round, 95th percentile. */
export async function reportCollections(tx: Tx, since: Instant, branchId: string | null): Promise<CollectionHealth> {
  const [states] = await tx.query<{ open: bigint; waiting: bigint; failed: bigint }>(
    `/* batch */ select count(*) filter (where state = 'collecting') as open, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed
     from connectors.collection where state in ('collecting', 'waiting', 'failed') and ($1::text is null or branch_id = $1)`,
    [branchId],
  );
  const [set] = await tx.query<{ p95: number | null }>(
    `/* batch */ select (percentile_disc(0.95) within group (order by slowest))::int as p95 from (
       select max(a.latency_ms) as slowest from connectors.call c join connectors.answer a on a.customer_id = c.customer_id and a.call_id = c.id
       where a.answered_at >= $1 and c.purpose_code in ('offer', 'application') group by c.customer_id, c.collection_id, c.round) rounds`,
    [since],
  );
  return {
    open: Number(states?.open ?? 0n),
    waiting: Number(states?.waiting ?? 0n),
    failed: Number(states?.failed ?? 0n),
    fullSetP95Ms: set?.p95 ?? null,
  };
}

export type StuckCollection = {
  customerId: CustomerId;
  collectionId: CollectionId;
  purpose: string;
  subject: string;
  state: string;
  retryAt: Instant | null;
  failing: string;
};
/** Gatherings that wait or failed, with the sources to blame: the queue for reviewers. */
export const listStuck = (tx: Tx, branchId: string | null, limit: number, offset: number): Promise<StuckCollection[]> =>
  tx.query<StuckCollection>(
    `/* batch */ select c.customer_id as "customerId", c.id as "collectionId", c.purpose, c.subject, c.state, c.retry_at as "retryAt",
       coalesce(string_agg(s.source || ': ' || coalesce(s.reason, ''), '; ' order by s.source), '') as failing
     from connectors.collection c left join connectors.collection_source s on s.customer_id = c.customer_id and s.collection_id = c.id and s.state = 'failed'
     where c.state in ('waiting', 'failed') and ($1::text is null or c.branch_id = $1) group by c.customer_id, c.id order by c.asked_at limit $2 offset $3`,
    [branchId, limit, offset],
  );
