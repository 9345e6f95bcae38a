import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { CallId, CollectionId, CollectionState, Purpose, Source, SourceState } from '../types.ts';

export type PolicyRow = { source: Source; mandatory: boolean; reason_code: string; hard: boolean };
export const policyOn = (tx: Tx, purpose: Purpose, on: CalendarDate): Promise<PolicyRow[]> =>
  tx.query<PolicyRow>(
    `select distinct on (source) source, mandatory, reason_code, hard from connectors.source_policy
     where purpose = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2) order by source, effective_from desc`,
    [purpose, on],
  );
/** A dated number or word of the bank's policy. */
export async function parameterOn(tx: Tx, name: string, on: CalendarDate): Promise<string> {
  const [row] = await tx.query<{ value: string }>(
    'select value from connectors.parameter where name = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2) order by effective_from desc limit 1',
    [name, on],
  );
  if (!row) throw new Error(`no parameter ${name} on ${on}`);
  return row.value;
}

export type CollectionRow = {
  id: CollectionId;
  branch_id: string;
  purpose: Purpose;
  subject: string;
  state: CollectionState;
  round: number;
  as_of: CalendarDate;
  asked_by: string;
  asked_at: Instant;
  retry_at: Instant | null;
  finished_at: Instant | null;
};
const COLLECTION = 'id, branch_id, purpose, subject, state, round, as_of, asked_by, asked_at, retry_at, finished_at';
export async function insertCollection(
  tx: Tx,
  customerId: CustomerId,
  c: Pick<CollectionRow, 'id' | 'branch_id' | 'purpose' | 'subject' | 'as_of' | 'asked_by' | 'asked_at'>,
): Promise<void> {
  await tx.query(
    `insert into connectors.collection (customer_id, id, branch_id, purpose, subject, state, as_of, asked_by, asked_at) values ($1, $2, $3, $4, $5, 'collecting', $6, $7, $8)`,
    [customerId, c.id, c.branch_id, c.purpose, c.subject, c.as_of, c.asked_by, c.asked_at],
  );
}
export async function findCollection(tx: Tx, customerId: CustomerId, id: CollectionId, lock = false): Promise<CollectionRow | undefined> {
  const [row] = await tx.query<CollectionRow>(
    `select ${COLLECTION} from connectors.collection where customer_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [customerId, id],
  );
  return row;
}
export const collectionsOf = (tx: Tx, customerId: CustomerId, limit: number, offset: number): Promise<CollectionRow[]> =>
  tx.query<CollectionRow>(
    `select ${COLLECTION} from connectors.collection where customer_id = $1 order by asked_at desc, id desc limit $2 offset $3`,
    [customerId, limit, offset],
  );
export async function countCollections(tx: Tx, customerId: CustomerId): Promise<number> {
  const [row] = await tx.query<{ n: bigint }>('select count(*) as n from connectors.collection where customer_id = $1', [customerId]);
  return Number(row?.n ?? 0n);
}
export async function moveCollection(
  tx: Tx,
  customerId: CustomerId,
  id: CollectionId,
  to: { state: CollectionState; round: number; retryAt: Instant | null; finishedAt: Instant | null },
): Promise<void> {
  await tx.query('update connectors.collection set state = $3, round = $4, retry_at = $5, finished_at = $6 where customer_id = $1 and id = $2', [
    customerId,
    id,
    to.state,
    to.round,
    to.retryAt,
    to.finishedAt,
  ]);
}

export type SourceRow = { source: Source; mandatory: boolean; state: SourceState; reason: string | null; settled_at: Instant | null };
export async function insertSource(tx: Tx, customerId: CustomerId, id: CollectionId, s: { source: Source; mandatory: boolean }): Promise<void> {
  await tx.query(
    `insert into connectors.collection_source (customer_id, collection_id, source, mandatory, state) values ($1, $2, $3, $4, 'pending')`,
    [customerId, id, s.source, s.mandatory],
  );
}
export const sourcesOf = (tx: Tx, customerId: CustomerId, id: CollectionId): Promise<SourceRow[]> =>
  tx.query<SourceRow>(
    'select source, mandatory, state, reason, settled_at from connectors.collection_source where customer_id = $1 and collection_id = $2 order by source',
    [customerId, id],
  );
export async function settleSource(
  tx: Tx,
  customerId: CustomerId,
  id: CollectionId,
  s: { source: Source; state: SourceState; reason: string | null; at: Instant; by: string },
): Promise<void> {
  await tx.query(
    'update connectors.collection_source set state = $4, reason = $5, settled_at = $6, settled_by = $7 where customer_id = $1 and collection_id = $2 and source = $3',
    [customerId, id, s.source, s.state, s.reason, s.at, s.by],
  );
}

export type CallRow = {
  id: CallId;
  collection_id: CollectionId;
  round: number;
  source: Source;
  kind: string;
  part: string;
  consent_id: string;
  consent_hash: string;
  purpose_code: string;
  reason_code: string;
  hard: boolean;
  fields: string;
  source_url: string;
  asked_by: string;
  as_of: CalendarDate;
  asked_at: Instant;
};
/** Writes a question down before it is put; the same question of a round keeps its first id, so a second worker asks under the same request id. */
export async function keepCall(tx: Tx, customerId: CustomerId, c: CallRow): Promise<CallId> {
  await tx.query(
    `insert into connectors.call (customer_id, id, collection_id, round, source, kind, part, consent_id, consent_hash, purpose_code, reason_code, hard, fields, source_url, asked_by, as_of, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict (customer_id, collection_id, round, source, kind, part) do nothing`,
    [
      customerId,
      c.id,
      c.collection_id,
      c.round,
      c.source,
      c.kind,
      c.part,
      c.consent_id,
      c.consent_hash,
      c.purpose_code,
      c.reason_code,
      c.hard,
      c.fields,
      c.source_url,
      c.asked_by,
      c.as_of,
      c.asked_at,
    ],
  );
  const [row] = await tx.query<{ id: CallId }>(
    'select id from connectors.call where customer_id = $1 and collection_id = $2 and round = $3 and source = $4 and kind = $5 and part = $6',
    [customerId, c.collection_id, c.round, c.source, c.kind, c.part],
  );
  return row?.id ?? c.id;
}
export type AnswerRow = {
  call_id: CallId;
  source: Source;
  state: string;
  tries: number;
  latency_ms: number;
  cost_minor: bigint;
  payload_hash: string | null;
  missing: string | null;
  fetched_at: Instant | null;
  answered_at: Instant;
};
export async function insertAnswer(tx: Tx, customerId: CustomerId, a: AnswerRow, sealed: string | null): Promise<void> {
  await tx.query(
    `insert into connectors.answer (customer_id, call_id, source, state, tries, latency_ms, cost_minor, payload_hash, missing, fetched_at, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [customerId, a.call_id, a.source, a.state, a.tries, a.latency_ms, a.cost_minor, a.payload_hash, a.missing, a.fetched_at, a.answered_at],
  );
  if (sealed !== null)
    await tx.query('insert into connectors.payload (customer_id, call_id, sealed) values ($1, $2, $3)', [customerId, a.call_id, sealed]);
}

export type KeptAnswer = {
  call_id: CallId;
  source: Source;
  kind: string;
  part: string;
  state: string;
  missing: string | null;
  sealed: string | null;
};
/** The newest answer to each question of a gathering, with what was kept of it. */
export const newestAnswers = (tx: Tx, customerId: CustomerId, id: CollectionId): Promise<KeptAnswer[]> =>
  tx.query<KeptAnswer>(
    `select distinct on (c.source, c.kind, c.part) c.id as call_id, c.source, c.kind, c.part, a.state, a.missing, p.sealed
     from connectors.call c join connectors.answer a on a.customer_id = c.customer_id and a.call_id = c.id
     left join connectors.payload p on p.customer_id = c.customer_id and p.call_id = c.id
     where c.customer_id = $1 and c.collection_id = $2 order by c.source, c.kind, c.part, c.round desc`,
    [customerId, id],
  );

export async function saveFeatures(tx: Tx, customerId: CustomerId, id: CollectionId, text: string, hash: string, at: Instant): Promise<void> {
  await tx.query(
    'insert into connectors.feature_set (customer_id, collection_id, features, hash, made_at) values ($1, $2, $3, $4, $5) on conflict (customer_id, collection_id) do nothing',
    [customerId, id, text, hash, at],
  );
}
export async function findFeatures(tx: Tx, customerId: CustomerId, id: CollectionId): Promise<{ text: string; hash: string } | undefined> {
  const [row] = await tx.query<{ text: string; hash: string }>(
    'select features::text as text, hash from connectors.feature_set where customer_id = $1 and collection_id = $2',
    [customerId, id],
  );
  return row;
}

export type CallView = CallRow & {
  state: string | null;
  tries: number | null;
  latency_ms: number | null;
  cost_minor: bigint | null;
  payload_hash: string | null;
  answered_at: Instant | null;
};
/** The log of calls of a customer, newest first: what was asked on which consent, and what came of it. */
export const callsOf = (tx: Tx, customerId: CustomerId, limit: number, offset: number): Promise<CallView[]> =>
  tx.query<CallView>(
    `select c.id, c.collection_id, c.round, c.source, c.kind, c.part, c.consent_id, c.consent_hash, c.purpose_code, c.reason_code, c.hard, c.fields, c.source_url, c.asked_by, c.as_of, c.asked_at,
       a.state, a.tries, a.latency_ms, a.cost_minor, a.payload_hash, a.answered_at
     from connectors.call c left join connectors.answer a on a.customer_id = c.customer_id and a.call_id = c.id
     where c.customer_id = $1 order by c.asked_at desc, c.id desc limit $2 offset $3`,
    [customerId, limit, offset],
  );
export async function countCalls(tx: Tx, customerId: CustomerId): Promise<number> {
  const [row] = await tx.query<{ n: bigint }>('select count(*) as n from connectors.call where customer_id = $1', [customerId]);
  return Number(row?.n ?? 0n);
}
