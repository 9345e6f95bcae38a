import { type CalendarDate, type CustomerId, type Instant, must } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { CallId, CollectionId, CollectionState, Purpose, Source, SourceState } from '../types.ts';

export type PolicyRow = { source: Source; mandatory: boolean; reason_code: string; hard: boolean };
export const policyOn = (tx: Tx, purpose: Purpose, on: CalendarDate): Promise<PolicyRow[]> =>
  tx.kept<PolicyRow>(
    `select distinct on (source) source, mandatory, reason_code, hard from connectors.source_policy
     where purpose = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2) order by source, effective_from desc`,
    [purpose, on],
  );
/** A dated number or word of the bank's policy. */
export async function parameterOn(tx: Tx, name: string, on: CalendarDate): Promise<string> {
  const [row] = await tx.kept<{ value: string }>(
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
  tx.send(
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
  tx.send('update connectors.collection set state = $3, round = $4, retry_at = $5, finished_at = $6 where customer_id = $1 and id = $2', [
    customerId,
    id,
    to.state,
    to.round,
    to.retryAt,
    to.finishedAt,
  ]);
}

export type SourceRow = { source: Source; mandatory: boolean; state: SourceState; reason: string | null; settled_at: Instant | null };
export async function insertSources(
  tx: Tx,
  customerId: CustomerId,
  id: CollectionId,
  sources: readonly { source: Source; mandatory: boolean }[],
): Promise<void> {
  tx.send(
    `insert into connectors.collection_source (customer_id, collection_id, source, mandatory, state)
     select $1, $2, s.source, s.mandatory, 'pending' from unnest($3::text[], $4::boolean[]) s(source, mandatory)
     on conflict (customer_id, collection_id, source) do nothing`,
    [customerId, id, sources.map((s) => s.source), sources.map((s) => s.mandatory)],
  );
}
export const sourcesOf = (tx: Tx, customerId: CustomerId, id: CollectionId): Promise<SourceRow[]> =>
  tx.kept<SourceRow>(
    'select source, mandatory, state, reason, settled_at from connectors.collection_source where customer_id = $1 and collection_id = $2 order by source',
    [customerId, id],
  );
/** Sources that a gathering of the same day for another purpose than the profile is about to ask, or asking. */
export async function sourcesUnderWay(tx: Tx, customerId: CustomerId, asOf: CalendarDate): Promise<Source[]> {
  const rows = await tx.query<{ source: Source }>(
    `select distinct s.source from connectors.collection c join connectors.collection_source s on s.customer_id = c.customer_id and s.collection_id = c.id
     where c.customer_id = $1 and c.state = 'collecting' and c.purpose <> 'profile' and c.as_of = $2 and s.state = 'pending'`,
    [customerId, asOf],
  );
  return rows.map((r) => r.source);
}
/** A gathering for the profile whose questions are not written down yet, held: it can be asked to bring more. */
export async function lockUnaskedProfile(tx: Tx, customerId: CustomerId): Promise<CollectionId | undefined> {
  const open = await tx.query<{ id: CollectionId }>(
    `select id from connectors.collection where customer_id = $1 and purpose = 'profile' and state = 'collecting' order by asked_at, id for update`,
    [customerId],
  );
  if (open.length === 0) return undefined;
  const ids = open.map((c) => c.id);
  const asked = await tx.query<{ id: CollectionId }>(
    'select distinct collection_id as id from connectors.call where customer_id = $1 and collection_id = any($2)',
    [customerId, ids],
  );
  return ids.find((id) => !asked.some((a) => a.id === id));
}
export async function settleSources(
  tx: Tx,
  customerId: CustomerId,
  id: CollectionId,
  settled: readonly { source: Source; state: SourceState; reason: string | null }[],
  how: { at: Instant; by: string },
): Promise<void> {
  tx.send(
    `update connectors.collection_source s set state = n.state, reason = n.reason, settled_at = $3, settled_by = $4
     from unnest($5::text[], $6::text[], $7::text[]) n(source, state, reason) where s.customer_id = $1 and s.collection_id = $2 and s.source = n.source`,
    [customerId, id, how.at, how.by, settled.map((n) => n.source), settled.map((n) => n.state), settled.map((n) => n.reason)],
  );
}

export type CallRow = {
  id: CallId;
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
/**
 * Writes the questions of a round down before they are put; a question that is there already keeps its first id, so a second worker asks under the
 * same request id. Answers the ids in the order of the questions.
 */
export async function keepCalls(tx: Tx, customerId: CustomerId, id: CollectionId, round: number, calls: readonly CallRow[]): Promise<CallId[]> {
  const made = await tx.query<Pick<CallRow, 'id' | 'source' | 'kind' | 'part'>>(
    `insert into connectors.call (customer_id, id, collection_id, round, source, kind, part, consent_id, consent_hash, purpose_code, reason_code, hard, fields, source_url, asked_by, as_of, asked_at)
     select $1, c.id, $2, $3, c.source, c.kind, c.part, c.consent_id, c.consent_hash, c.purpose_code, c.reason_code, c.hard, c.fields, c.source_url, c.asked_by, c.as_of, c.asked_at
     from jsonb_to_recordset($4::jsonb) c(id text, source text, kind text, part text, consent_id text, consent_hash text, purpose_code text, reason_code text, hard boolean, fields text,
       source_url text, asked_by text, as_of date, asked_at timestamptz)
     on conflict (customer_id, collection_id, round, source, kind, part) do nothing returning id, source, kind, part`,
    [customerId, id, round, JSON.stringify(calls)],
  );
  const kept =
    made.length === calls.length
      ? made
      : await tx.query<Pick<CallRow, 'id' | 'source' | 'kind' | 'part'>>(
          'select id, source, kind, part from connectors.call where customer_id = $1 and collection_id = $2 and round = $3',
          [customerId, id, round],
        );
  return calls.map((c) => must(kept.find((k) => k.source === c.source && k.kind === c.kind && k.part === c.part)?.id, 'a question just written'));
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
/** Keeps what came back; `sealed` is the raw text, sealed, where there was one. */
export async function insertAnswers(tx: Tx, customerId: CustomerId, answers: readonly (AnswerRow & { sealed: string | null })[]): Promise<void> {
  const rows = answers.map((a) => ({ ...a, cost_minor: String(a.cost_minor), sealed: undefined }));
  tx.send(
    `insert into connectors.answer (customer_id, call_id, source, state, tries, latency_ms, cost_minor, payload_hash, missing, fetched_at, answered_at)
     select $1, a.call_id, a.source, a.state, a.tries, a.latency_ms, a.cost_minor, a.payload_hash, a.missing, a.fetched_at, a.answered_at
     from jsonb_to_recordset($2::jsonb) a(call_id text, source text, state text, tries int, latency_ms int, cost_minor bigint, payload_hash text, missing text, fetched_at timestamptz, answered_at timestamptz)`,
    [customerId, JSON.stringify(rows)],
  );
  const whole = answers.filter((a) => a.sealed !== null);
  tx.send('insert into connectors.payload (customer_id, call_id, sealed) select $1, * from unnest($2::text[], $3::text[])', [
    customerId,
    whole.map((a) => a.call_id),
    whole.map((a) => a.sealed),
  ]);
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
  tx.send(
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
  collection_id: CollectionId;
  round: number;
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
