import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { FieldName } from './profile/fields.ts';
import type { CheckItem, CustomerSummary, FieldSource, Platform } from './types.ts';

/** SQL of the schema `customers`, except consents (consent-repo.ts). */
type CustomerRow = {
  customer_id: CustomerId;
  kind: CustomerSummary['kind'];
  display_name: string;
  branch_id: CustomerSummary['branchId'];
  manager_id: CustomerSummary['managerId'];
  state: CustomerSummary['state'];
  state_before_lock: 'prospect' | 'active' | null;
  profile_state: CustomerSummary['profileState'];
  completeness: number;
  campaign: string | null;
  joined_on: CalendarDate;
  first_paid_out_on: CalendarDate | null;
};
const COLUMNS =
  'customer_id, kind, display_name, branch_id, manager_id, state, state_before_lock, profile_state, completeness, campaign, joined_on, first_paid_out_on';
const summaryOf = (r: CustomerRow): CustomerSummary => ({
  customerId: r.customer_id,
  kind: r.kind,
  displayName: r.display_name,
  branchId: r.branch_id,
  managerId: r.manager_id,
  state: r.state,
  profileState: r.profile_state,
  completeness: r.completeness,
  campaign: r.campaign,
  joinedOn: r.joined_on,
  firstPaidOutOn: r.first_paid_out_on,
});

export async function findCustomer(tx: Tx, customerId: CustomerId, lock = false): Promise<CustomerSummary | undefined> {
  const sql = `select ${COLUMNS} from customers.customer where customer_id = $1`;
  const [row] = await tx.kept<CustomerRow>(lock ? `${sql} for update` : sql, [customerId]); // Locked once, it stays locked.
  return row && summaryOf(row);
}
export async function insertCustomer(tx: Tx, c: CustomerSummary, at: Instant): Promise<void> {
  tx.send(
    `insert into customers.customer (customer_id, kind, display_name, branch_id, manager_id, state, profile_state, completeness, campaign, joined_on, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [c.customerId, c.kind, c.displayName, c.branchId, c.managerId, c.state, c.profileState, c.completeness, c.campaign, c.joinedOn, at],
  );
}
export async function updateCustomer(
  tx: Tx,
  customerId: CustomerId,
  at: Instant,
  set: { kind: string; displayName: string; profileState: string; completeness: number },
): Promise<void> {
  tx.send(
    `update customers.customer set kind = $2, display_name = $3, verified_at = case when $4 = 'verified' and profile_state = 'draft' then $6 else verified_at end,
       profile_state = $4, completeness = $5, updated_at = $6 where customer_id = $1`,
    [customerId, set.kind, set.displayName, set.profileState, set.completeness, at],
  );
}
export async function updateKind(tx: Tx, customerId: CustomerId, kind: string, at: Instant): Promise<void> {
  tx.send('update customers.customer set kind = $2, updated_at = $3 where customer_id = $1', [customerId, kind, at]);
}
export async function updateManager(tx: Tx, customerId: CustomerId, managerId: string, branchId: string, at: Instant): Promise<void> {
  tx.send('update customers.customer set manager_id = $2, branch_id = $3, updated_at = $4 where customer_id = $1', [
    customerId,
    managerId,
    branchId,
    at,
  ]);
}
/** Locking keeps the state to go back to; unlocking goes back. */
export async function updateLocked(tx: Tx, customerId: CustomerId, locked: boolean, at: Instant): Promise<void> {
  await tx.query(
    locked
      ? `update customers.customer set state_before_lock = state, state = 'locked', updated_at = $2 where customer_id = $1`
      : `update customers.customer set state = state_before_lock, state_before_lock = null, updated_at = $2 where customer_id = $1`,
    [customerId, at],
  );
}
export async function updateFirstPaidOut(tx: Tx, customerId: CustomerId, on: CalendarDate, at: Instant): Promise<void> {
  tx.send(
    `update customers.customer set first_paid_out_on = coalesce(first_paid_out_on, $2), state = case when state = 'prospect' then 'active' else state end,
       state_before_lock = case when state_before_lock = 'prospect' then 'active' else state_before_lock end, updated_at = $3 where customer_id = $1`,
    [customerId, on, at],
  );
}

// Claims: which customer an identifier belongs to.
export type ClaimKind = 'mobile' | 'resident_id' | 'uscc' | 'shop';
/** Takes a number for a customer; answers whose it is now (the taker's, or whoever was first). */
export async function claim(tx: Tx, kind: ClaimKind, value: string, customerId: CustomerId, at: Instant): Promise<CustomerId> {
  tx.send('insert into customers.claim (kind, value, customer_id, at) values ($1, $2, $3, $4) on conflict do nothing', [kind, value, customerId, at]);
  return (await claimant(tx, kind, value)) ?? customerId;
}
export async function claimant(tx: Tx, kind: ClaimKind, value: string): Promise<CustomerId | undefined> {
  const [row] = await tx.query<{ customer_id: CustomerId }>('select customer_id from customers.claim where kind = $1 and value = $2', [kind, value]);
  return row?.customer_id;
}
export async function releaseClaim(tx: Tx, kind: ClaimKind, value: string, customerId: CustomerId): Promise<void> {
  tx.send('delete from customers.claim where kind = $1 and value = $2 and customer_id = $3', [kind, value, customerId]);
}
export async function takeTurn(tx: Tx, what: string): Promise<bigint> {
  const [row] = await tx.query<{ taken: bigint }>(
    'insert into customers.turn (what, taken) values ($1, 1) on conflict (what) do update set taken = turn.taken + 1 returning taken',
    [what],
  );
  return row?.taken ?? 1n;
}

// Fields with their provenance.
export type FieldRow = { field: FieldName; sealed: string; source: FieldSource; reference: string | null; updated_by: string; updated_at: Instant };
export const fieldsOf = (tx: Tx, customerId: CustomerId): Promise<FieldRow[]> =>
  tx.kept<FieldRow>('select field, sealed, source, reference, updated_by, updated_at from customers.field where customer_id = $1 order by field', [
    customerId,
  ]);
export type ChangeRow = {
  id: string;
  field: FieldName;
  before_sealed: string | null;
  after_sealed: string | null;
  source: FieldSource;
  reference: string | null;
  changed_by: string;
  at: Instant;
};
/** Keeps what changed, and writes it: facts without a value after go. */
export async function saveFields(
  tx: Tx,
  customerId: CustomerId,
  changes: readonly Pick<ChangeRow, 'id' | 'field' | 'before_sealed' | 'after_sealed'>[],
  how: { source: FieldSource; reference: string | null; by: string; at: Instant },
): Promise<void> {
  const [fields, after] = [changes.map((c) => c.field), changes.map((c) => c.after_sealed)];
  tx.send(
    `insert into customers.field_change (customer_id, id, field, before_sealed, after_sealed, source, reference, changed_by, at)
     select $1, c.*, $2, $3, $4, $5 from unnest($6::text[], $7::text[], $8::text[], $9::text[]) c`,
    [customerId, how.source, how.reference, how.by, how.at, changes.map((c) => c.id), fields, changes.map((c) => c.before_sealed), after],
  );
  tx.send(
    `insert into customers.field (customer_id, field, sealed, source, reference, updated_by, updated_at)
     select $1, f.field, f.sealed, $2, $3, $4, $5 from unnest($6::text[], $7::text[]) f(field, sealed) where f.sealed is not null
     on conflict (customer_id, field) do update set sealed = excluded.sealed, source = excluded.source, reference = excluded.reference, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    [customerId, how.source, how.reference, how.by, how.at, fields, after],
  );
  const gone = changes.filter((c) => c.after_sealed === null).map((c) => c.field);
  if (gone.length > 0) await tx.query('delete from customers.field where customer_id = $1 and field = any($2)', [customerId, gone]);
}
export const changesOf = (tx: Tx, customerId: CustomerId, limit: number, offset: number): Promise<ChangeRow[]> =>
  tx.query<ChangeRow>(
    `select id, field, before_sealed, after_sealed, source, reference, changed_by, at from customers.field_change where customer_id = $1 order by at desc, id desc limit $2 offset $3`,
    [customerId, limit, offset],
  );
export async function countOf(tx: Tx, table: 'field_change' | 'timeline', customerId: CustomerId): Promise<number> {
  const [row] = await tx.query<{ n: bigint }>(`select count(*) as n from customers.${table} where customer_id = $1`, [customerId]);
  return Number(row?.n ?? 0n);
}

// Checks, shops, papers, source answers.
export type CheckRow = {
  item: CheckItem;
  state: 'open' | 'passed' | 'failed';
  source: string | null;
  reference: string | null;
  why: string | null;
  decided_by: string | null;
  decided_at: Instant | null;
};
export const checksOf = (tx: Tx, customerId: CustomerId): Promise<CheckRow[]> =>
  tx.kept<CheckRow>(
    'select item, state, source, reference, why, decided_by, decided_at from customers.check_item where customer_id = $1 order by item',
    [customerId],
  );
export async function saveCheck(tx: Tx, customerId: CustomerId, c: CheckRow): Promise<void> {
  tx.send(
    `insert into customers.check_item (customer_id, item, state, source, reference, why, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (customer_id, item) do update set state = excluded.state, source = excluded.source, reference = excluded.reference, why = excluded.why,
       decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [customerId, c.item, c.state, c.source, c.reference, c.why, c.decided_by, c.decided_at],
  );
}
/** Puts points on the list that are new to it. */
export async function openChecks(tx: Tx, customerId: CustomerId, items: readonly CheckItem[]): Promise<void> {
  tx.send(
    `insert into customers.check_item (customer_id, item, state) select $1, i, 'open' from unnest($2::text[]) i on conflict (customer_id, item) do nothing`,
    [customerId, items],
  );
}
/** Points whose fact changed start again; points that are not on this customer's list are left alone. */
export async function reopenChecks(tx: Tx, customerId: CustomerId, items: readonly CheckItem[]): Promise<void> {
  tx.send(
    `update customers.check_item set state = 'open', source = null, reference = null, why = null, decided_by = null, decided_at = null where customer_id = $1 and item = any($2)`,
    [customerId, items],
  );
}
export type ShopRow = {
  shop_id: string;
  platform: Platform;
  shop_name: string;
  state: 'declared' | 'owner_matched' | 'owner_differs' | 'removed';
  added_at: Instant;
  updated_at: Instant;
};
export const shopsOf = (tx: Tx, customerId: CustomerId): Promise<ShopRow[]> =>
  tx.kept<ShopRow>(
    `select shop_id, platform, shop_name, state, added_at, updated_at from customers.shop where customer_id = $1 and state <> 'removed' order by added_at, shop_id`,
    [customerId],
  );
export async function saveShop(tx: Tx, customerId: CustomerId, s: ShopRow): Promise<void> {
  tx.send(
    `insert into customers.shop (customer_id, shop_id, platform, shop_name, state, added_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (customer_id, shop_id) do update set platform = excluded.platform, shop_name = excluded.shop_name, state = excluded.state, updated_at = excluded.updated_at`,
    [customerId, s.shop_id, s.platform, s.shop_name, s.state, s.added_at, s.updated_at],
  );
}
export type SlotRow = { kind: string; document_id: string; valid_until: CalendarDate | null; filed_by: string; filed_at: Instant };
export const slotsOf = (tx: Tx, customerId: CustomerId): Promise<SlotRow[]> =>
  tx.kept<SlotRow>('select kind, document_id, valid_until, filed_by, filed_at from customers.document_slot where customer_id = $1 order by kind', [
    customerId,
  ]);
export async function saveSlot(tx: Tx, customerId: CustomerId, s: SlotRow): Promise<void> {
  tx.send(
    `insert into customers.document_slot (customer_id, kind, document_id, valid_until, filed_by, filed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (customer_id, kind) do update set document_id = excluded.document_id, valid_until = excluded.valid_until, filed_by = excluded.filed_by, filed_at = excluded.filed_at`,
    [customerId, s.kind, s.document_id, s.valid_until, s.filed_by, s.filed_at],
  );
}
export type SourceRow = { source: string; reference: string; as_of: CalendarDate; at: Instant };
export const sourcesOf = (tx: Tx, customerId: CustomerId): Promise<SourceRow[]> =>
  tx.kept<SourceRow>('select source, reference, as_of, at from customers.source_answer where customer_id = $1 order by source', [customerId]);
/** Keeps the newest call of each source; answers how many of them had not answered before. */
export async function saveSources(
  tx: Tx,
  customerId: CustomerId,
  answers: readonly Pick<SourceRow, 'source' | 'reference'>[],
  when: Pick<SourceRow, 'as_of' | 'at'>,
): Promise<number> {
  const fresh = await tx.query(
    `with known as (select source from customers.source_answer where customer_id = $1),
       saved as (insert into customers.source_answer (customer_id, source, reference, as_of, at) select $1, s.source, s.reference, $2, $3 from unnest($4::text[], $5::text[]) s(source, reference)
         on conflict (customer_id, source) do update set reference = excluded.reference, as_of = excluded.as_of, at = excluded.at returning source)
     select source from saved where source not in (select source from known)`,
    [customerId, when.as_of, when.at, answers.map((a) => a.source), answers.map((a) => a.reference)],
  );
  return fresh.length;
}

// Conflicts between what was declared and what a source says.
export type ConflictRow = {
  customer_id: CustomerId;
  id: string;
  branch_id: string;
  field: FieldName;
  declared_sealed: string;
  declared_source: FieldSource;
  found_sealed: string;
  found_source: FieldSource;
  reference: string | null;
  state: 'open' | 'resolved';
  resolution: 'keep_declared' | 'take_found' | 'overtaken' | null;
  why: string | null;
  opened_at: Instant;
  resolved_at: Instant | null;
  resolved_by: string | null;
};
const CONFLICT =
  'customer_id, id, branch_id, field, declared_sealed, declared_source, found_sealed, found_source, reference, state, resolution, why, opened_at, resolved_at, resolved_by';
export const conflictsOf = (tx: Tx, customerId: CustomerId): Promise<ConflictRow[]> =>
  tx.query<ConflictRow>(`select ${CONFLICT} from customers.field_conflict where customer_id = $1 order by opened_at desc, id`, [customerId]);
export async function lockConflict(tx: Tx, customerId: CustomerId, id: string): Promise<ConflictRow | undefined> {
  const [row] = await tx.query<ConflictRow>(`select ${CONFLICT} from customers.field_conflict where customer_id = $1 and id = $2 for update`, [
    customerId,
    id,
  ]);
  return row;
}
export async function insertConflict(tx: Tx, c: Omit<ConflictRow, 'state' | 'resolution' | 'why' | 'resolved_at' | 'resolved_by'>): Promise<void> {
  tx.send(
    `insert into customers.field_conflict (customer_id, id, branch_id, field, declared_sealed, declared_source, found_sealed, found_source, reference, state, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10)`,
    [c.customer_id, c.id, c.branch_id, c.field, c.declared_sealed, c.declared_source, c.found_sealed, c.found_source, c.reference, c.opened_at],
  );
}
export async function resolveConflictRow(
  tx: Tx,
  customerId: CustomerId,
  id: string,
  r: { resolution: string; why: string; by: string; at: Instant },
): Promise<void> {
  tx.send(
    `update customers.field_conflict set state = 'resolved', resolution = $3, why = $4, resolved_by = $5, resolved_at = $6 where customer_id = $1 and id = $2`,
    [customerId, id, r.resolution, r.why, r.by, r.at],
  );
}
export async function closeOvertaken(tx: Tx, customerId: CustomerId, fields: readonly FieldName[], at: Instant): Promise<void> {
  tx.send(
    `update customers.field_conflict set state = 'resolved', resolution = 'overtaken', resolved_at = $3 where customer_id = $1 and field = any($2) and state = 'open'`,
    [customerId, fields, at],
  );
}
