import type { CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { CallId, Source } from '../types.ts';

export type CallsFilter = {
  /** Only customers of this branch; null: of all. */
  readonly branchId: string | null;
  readonly source: string | null;
  readonly purpose: string | null;
  readonly hard: boolean | null;
  readonly failed: boolean | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
  readonly offset: number;
};
export type LoggedCall = {
  customerId: CustomerId;
  callId: CallId;
  source: Source;
  purpose: string;
  hard: boolean;
  consentId: string;
  consentHash: string;
  askedBy: string;
  askedAt: Instant;
  state: string | null;
  latencyMs: number | null;
  cost: bigint | null;
};
const FAILED = `a.state is not null and a.state not in ('ok', 'no_record')`;

/** Outside calls of all customers, newest first: on which consent each stood, for what, and what came of it. Days are the bank's (UTC+8). */
export async function searchCalls(tx: Tx, f: CallsFilter): Promise<{ items: LoggedCall[]; total: number }> {
  const body = `from connectors.call c left join connectors.answer a on a.customer_id = c.customer_id and a.call_id = c.id
    where ($1::text is null or c.source = $1) and ($2::text is null or c.purpose_code = $2) and ($3::boolean is null or c.hard = $3) and ($4::boolean is null or (${FAILED}) = $4)
      and ($7::text is null or exists (select from connectors.collection k where k.customer_id = c.customer_id and k.id = c.collection_id and k.branch_id = $7))
      and ($5::date is null or c.asked_at >= $5::date - interval '8 hours') and ($6::date is null or c.asked_at < $6::date + interval '16 hours')`;
  const params = [f.source, f.purpose, f.hard, f.failed, f.from, f.to, f.branchId];
  const items = await tx.query<LoggedCall>(
    `select /* batch */ c.customer_id as "customerId", c.id as "callId", c.source, c.purpose_code as purpose, c.hard, c.consent_id as "consentId",
       c.consent_hash as "consentHash", c.asked_by as "askedBy", c.asked_at as "askedAt", a.state, a.latency_ms as "latencyMs", a.cost_minor as cost
     ${body} order by c.asked_at desc, c.id limit $8 offset $9`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n ${body}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}
