import type { CalendarDate, CustomerId, Id, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { FieldName } from '../profile/fields.ts';
import type { CustomerSummary } from '../types.ts';

/** Lists for staff, over many customers. */
export type CustomerFilter = {
  readonly branchId: string | null;
  readonly customerId: string | null;
  /** Only these customers; null: no such bound. */
  readonly ids: readonly string[] | null;
  readonly words: string | null;
  readonly kind: string | null;
  readonly state: string | null;
  readonly profileState: string | null;
  readonly managerId: string | null;
  readonly sort: string;
  readonly limit: number;
  readonly offset: number;
};
const SORTS: Readonly<Record<string, string>> = { joinedOn: 'joined_on', displayName: 'display_name', completeness: 'completeness', state: 'state' };
const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

export async function listCustomers(tx: Tx, f: CustomerFilter): Promise<{ items: CustomerSummary[]; total: number }> {
  const down = f.sort.startsWith('-');
  const column = SORTS[down ? f.sort.slice(1) : f.sort] ?? 'joined_on';
  const where = `where ($1::text is null or branch_id = $1) and ($2::text is null or customer_id = $2) and ($3::text is null or display_name ilike $3)
    and ($4::text is null or kind = $4) and ($5::text is null or state = $5) and ($6::text is null or profile_state = $6) and ($7::text is null or manager_id = $7)
    and ($8::text[] is null or customer_id = any($8))`;
  const params = [f.branchId, f.customerId, f.words === null ? null : like(f.words), f.kind, f.state, f.profileState, f.managerId, f.ids];
  const items = await tx.query<CustomerSummary>(
    `/* batch */ select customer_id as "customerId", kind, display_name as "displayName", branch_id as "branchId", manager_id as "managerId", state, profile_state as "profileState",
       completeness, campaign, joined_on as "joinedOn", first_paid_out_on as "firstPaidOutOn"
     from customers.customer ${where} order by ${column} ${down ? 'desc' : 'asc'}, customer_id limit $9 offset $10`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`/* batch */ select count(*) as n from customers.customer ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}

export type OpenConflict = {
  customerId: CustomerId;
  displayName: string;
  id: Id<'conf'>;
  field: FieldName;
  declaredSource: string;
  foundSource: string;
  openedAt: Instant;
};
/** The conflict queue of a branch, oldest first. */
export async function listOpenConflicts(
  tx: Tx,
  branchId: string | null,
  limit: number,
  offset: number,
): Promise<{ items: OpenConflict[]; total: number }> {
  const items = await tx.query<OpenConflict>(
    `/* batch */ select f.customer_id as "customerId", c.display_name as "displayName", f.id, f.field, f.declared_source as "declaredSource", f.found_source as "foundSource", f.opened_at as "openedAt"
     from customers.field_conflict f join customers.customer c on c.customer_id = f.customer_id
     where f.state = 'open' and ($1::text is null or f.branch_id = $1) order by f.opened_at, f.id limit $2 offset $3`,
    [branchId, limit, offset],
  );
  const [count] = await tx.query<{ n: bigint }>(
    `/* batch */ select count(*) as n from customers.field_conflict where state = 'open' and ($1::text is null or branch_id = $1)`,
    [branchId],
  );
  return { items, total: Number(count?.n ?? 0n) };
}

export type ProfileQuality = {
  customers: number;
  verified: number;
  averageCompleteness: number;
  openConflicts: number;
  joinedFrom: CalendarDate | null;
};
/** How good the customer data are as a whole: part of the data-quality score (S1-44). */
export async function reportQuality(tx: Tx, branchId: string | null): Promise<ProfileQuality> {
  const [row] = await tx.query<{ n: bigint; verified: bigint; completeness: number | null; from: CalendarDate | null }>(
    `/* batch */ select count(*) as n, count(*) filter (where profile_state = 'verified') as verified, (sum(completeness) / greatest(count(*), 1))::int as completeness, min(joined_on) as from
     from customers.customer where ($1::text is null or branch_id = $1) and state <> 'closed'`,
    [branchId],
  );
  const { total } = await listOpenConflicts(tx, branchId, 1, 0);
  return {
    customers: Number(row?.n ?? 0n),
    verified: Number(row?.verified ?? 0n),
    averageCompleteness: row?.completeness ?? 0,
    openConflicts: total,
    joinedFrom: row?.from ?? null,
  };
}
