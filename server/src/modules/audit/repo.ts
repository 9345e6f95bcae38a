import { type CustomerId, type Instant, must } from '@tallystick/kernel';
import type { Tx } from '#platform';
import { columnsOf } from './row-hash.ts';
import type { Anchor, AuditEvent, Block, Outcome, Seal } from './types.ts';

const COLUMNS = `e.customer_id as "customerId", e.id, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName", e.actor_roles as "actorRoles",
  e.maker_id as "makerId", e.branch_id as "branchId", e.command, e.action, e.subject, e.outcome, e.before::text as before, e.after::text as after, e.why, e.ip, e.device, e.request_id as "requestId"`;

export async function insertEvent(tx: Tx, e: AuditEvent): Promise<void> {
  tx.send(
    `insert into audit.event (customer_id, id, at, actor_kind, actor_id, actor_name, actor_roles, maker_id, branch_id, command, action, subject, outcome, before, after, why, ip, device, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    columnsOf(e),
  );
  tx.send('insert into audit.unsealed (customer_id, event_id) values ($1, $2)', [e.customerId, e.id]);
}

/** Locks the end of the chain; undefined when another sealer holds it. */
export async function lockHead(tx: Tx): Promise<Anchor | undefined> {
  const [head] = await tx.query<Anchor>('select no, hash from audit.head where single for update skip locked');
  return head;
}
export async function readHead(tx: Tx): Promise<Anchor> {
  const [head] = await tx.query<Anchor>('select no, hash from audit.head where single');
  return must(head, 'the audit chain has no end row');
}

export const batchUnsealed = (tx: Tx, limit: number): Promise<AuditEvent[]> =>
  tx.query<AuditEvent>(
    `select /* batch */ ${COLUMNS} from audit.unsealed u join audit.event e on e.customer_id = u.customer_id and e.id = u.event_id order by u.event_id, u.customer_id limit $1`,
    [limit],
  );

export async function batchWriteBlock(tx: Tx, b: Block, seals: readonly Seal[]): Promise<void> {
  const customers = seals.map((s) => s.customerId);
  const events = seals.map((s) => s.eventId);
  tx.send('insert into audit.block (no, previous_hash, root, count, sealed_at, hash) values ($1, $2, $3, $4, $5, $6)', [
    b.no,
    b.previousHash,
    b.root,
    b.count,
    b.sealedAt,
    b.hash,
  ]);
  tx.send(
    `insert into audit.seal (customer_id, event_id, block_no, place, row_hash)
     select c, e, $5, p, h from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as t(c, e, p, h)`,
    [customers, events, seals.map((s) => s.place), seals.map((s) => s.rowHash), b.no],
  );
  tx.send('delete /* batch */ from audit.unsealed u using unnest($1::text[], $2::text[]) as t(c, e) where u.customer_id = t.c and u.event_id = t.e', [
    customers,
    events,
  ]);
  tx.send('update audit.head set no = $1, hash = $2 where single', [b.no, b.hash]);
}

export const listBlocks = (tx: Tx, after: bigint, limit: number): Promise<Block[]> =>
  tx.query<Block>(
    'select no, previous_hash as "previousHash", root, count, sealed_at as "sealedAt", hash from audit.block where no > $1 order by no limit $2',
    [after, limit],
  );

/** The seals of a block with the acts they name; an act that is gone leaves its columns null. */
export async function batchSealed(tx: Tx, no: bigint): Promise<{ seal: Seal; event: AuditEvent | undefined }[]> {
  const rows = await tx.query<
    Omit<AuditEvent, 'customerId' | 'id'> & {
      id: string | null;
      sealCustomer: CustomerId;
      sealEvent: string;
      place: number;
      rowHash: string;
      customerId: CustomerId;
    }
  >(
    `select /* batch */ ${COLUMNS}, s.customer_id as "sealCustomer", s.event_id as "sealEvent", s.place, s.row_hash as "rowHash"
     from audit.seal s left join audit.event e on e.customer_id = s.customer_id and e.id = s.event_id where s.block_no = $1 order by s.place`,
    [no],
  );
  return rows.map(({ sealCustomer, sealEvent, place, rowHash, ...event }) => ({
    seal: { customerId: sealCustomer, eventId: sealEvent, place, rowHash },
    event: event.id === null ? undefined : (event as AuditEvent),
  }));
}
/** Acts that are neither sealed nor waiting to be: nobody's command wrote them. */
export const batchStrays = (tx: Tx): Promise<{ customerId: string; id: string }[]> =>
  tx.query(
    `select /* batch */ e.customer_id as "customerId", e.id from audit.event e
     left join audit.seal s on s.customer_id = e.customer_id and s.event_id = e.id left join audit.unsealed u on u.customer_id = e.customer_id and u.event_id = e.id
     where s.event_id is null and u.event_id is null limit 100`,
  );
/** Acts that wait to be sealed but are gone. */
export const batchLost = (tx: Tx): Promise<{ customerId: string; id: string }[]> =>
  tx.query(
    `select /* batch */ u.customer_id as "customerId", u.event_id as id from audit.unsealed u left join audit.event e on e.customer_id = u.customer_id and e.id = u.event_id where e.id is null limit 100`,
  );
export async function batchWaiting(tx: Tx): Promise<boolean> {
  return (await tx.query('select /* batch */ 1 from audit.unsealed limit 1')).length > 0;
}

export type TrailFilter = {
  readonly customerId?: CustomerId | undefined;
  readonly actorId?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly subject?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly branchId: string | null;
  readonly ascending: boolean;
  readonly limit: number;
  readonly offset: number;
};
const MATCHES = `($1::text is null or e.customer_id = $1) and ($2::text is null or e.actor_id = $2 or e.maker_id = $2) and ($3::text[] is null or e.action = any($3)) and ($4::text is null or e.subject = $4)
  and ($5::text is null or e.outcome = $5) and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7) and ($8::text is null or e.branch_id = $8)`;
export async function listTrail(tx: Tx, f: TrailFilter): Promise<{ items: (AuditEvent & { blockNo: bigint | null })[]; total: number }> {
  const params = [
    f.customerId ?? null,
    f.actorId ?? null,
    f.actions ?? null,
    f.subject ?? null,
    f.outcome ?? null,
    f.from ?? null,
    f.until ?? null,
    f.branchId,
  ];
  const order = f.ascending ? 'e.at, e.id' : 'e.at desc, e.id desc';
  const items = await tx.query<AuditEvent & { blockNo: bigint | null }>(
    `select /* batch */ ${COLUMNS}, s.block_no as "blockNo" from audit.event e left join audit.seal s on s.customer_id = e.customer_id and s.event_id = e.id
     where ${MATCHES} order by ${order} limit $9 offset $10`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select /* batch */ count(*) as n from audit.event e where ${MATCHES}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}

/** What the trail says was written about a subject, newest first: the JSON text of `after`. */
export async function recordedAfter(tx: Tx, customerId: CustomerId, action: string, subject: string): Promise<string | undefined> {
  const [row] = await tx.query<{ after: string | null }>(
    'select after::text as after from audit.event where customer_id = $1 and subject = $3 and action = $2 order by at desc, id desc limit 1',
    [customerId, action, subject],
  );
  return row?.after ?? undefined;
}
