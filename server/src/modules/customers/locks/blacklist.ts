import type { CalendarDate, CustomerId, Instant } from '@tallystick/kernel';
import { staffById } from '#modules/access';
import type { Ctx, StaffId } from '#platform';
import { openField } from '../profile/service.ts';
import * as repo from '../repo.ts';
import { DECEIT, type ListingState } from '../types.ts';
import { appealSeal } from './repo.ts';

/** Whether a lock says that the customer deceived the bank: no sign-in, and the own proven identifiers go on the internal list. */
export const isDeceit = (reasonCode: string): boolean => (DECEIT as readonly string[]).includes(reasonCode);

export type Listing = { lockId: string; reasonCode: string; evidence: string; by: string; checkedBy: string; endsOn: CalendarDate | null };
/** Lists what is proven to belong to the customer. What was only typed may be somebody else's, who has done nothing. */
export async function blacklist(ctx: Ctx, customerId: CustomerId, l: Listing): Promise<void> {
  ctx.tx.send(
    `insert into customers.blacklist (kind, value, lock_id, customer_id, reason_code, evidence, added_by, checked_by, added_at, ends_on)
     select kind, value, $2, customer_id, $3, $4, $5, $6, $7, $8 from customers.claim where customer_id = $1`,
    [customerId, l.lockId, l.reasonCode, l.evidence, l.by, l.checkedBy, ctx.now, l.endsOn],
  );
}
export async function liftBlacklist(ctx: Ctx, l: { lockId: string; why: string }): Promise<void> {
  ctx.tx.send('update customers.blacklist set lifted_by = $2, lifted_at = $3, lift_why = $4 where lock_id = $1 and lifted_at is null', [
    l.lockId,
    ctx.actor.id,
    ctx.now,
    l.why,
  ]);
}

/** Whether anything the customer names (ID, firm, its legal representative, phone, shop) is on the internal list. */
export async function onBlacklist(ctx: Ctx, customerId: CustomerId): Promise<boolean> {
  const kinds = { 'person.id_no': 'resident_id', 'enterprise.legal_person_id': 'resident_id', 'enterprise.uscc': 'uscc', 'person.mobile': 'mobile' };
  const named: (readonly [string, string])[] = [];
  for (const row of await repo.fieldsOf(ctx.tx, customerId)) {
    const kind = kinds[row.field as keyof typeof kinds];
    if (kind !== undefined) named.push([kind, ctx.vault.blind(kind, openField(ctx, customerId, row.field, row.sealed))]);
  }
  for (const shop of await repo.shopsOf(ctx.tx, customerId)) named.push(['shop', ctx.vault.blind('shop', shop.shop_id)]);
  const hits = await ctx.tx.query(
    `select 1 as n from customers.blacklist b join unnest($1::text[], $2::text[]) as n(kind, value) on n.kind = b.kind and n.value = b.value
     where b.lifted_at is null and (b.ends_on is null or b.ends_on >= $3) limit 1`,
    [named.map(([kind]) => kind), named.map(([, value]) => value), ctx.today],
  );
  return hits.length > 0;
}

export type ListedRow = {
  customerId: CustomerId;
  displayName: string;
  lockId: string;
  reasonCode: (typeof DECEIT)[number];
  evidence: string;
  identifiers: repo.ClaimKind[];
  state: ListingState;
  /** Names of the two who listed the customer. */
  addedBy: string;
  checkedBy: string;
  addedAt: Instant;
  endsOn: CalendarDate | null;
  appeal: string | null;
  appealedAt: Instant | null;
  liftedAt: Instant | null;
  liftWhy: string | null;
};
/** The internal list, one row a lock, newest first, with what the customer says to it. */
export async function listBlacklist(
  ctx: Ctx,
  f: { state: ListingState | null; limit: number; offset: number },
): Promise<{ items: ListedRow[]; total: number }> {
  const state = `case when b.lifted_at is not null then 'lifted' when b.ends_on < $4 then 'ended' else 'standing' end`;
  const rows = await ctx.tx.query<ListedRow & { total: number }>(
    `select /* batch */ b.customer_id as "customerId", c.display_name as "displayName", b.lock_id as "lockId", b.reason_code as "reasonCode", b.evidence,
       array_agg(b.kind order by b.kind) as identifiers, ${state} as state, b.added_by as "addedBy", b.checked_by as "checkedBy", b.added_at as "addedAt",
       b.ends_on as "endsOn", l.appeal, l.appealed_at as "appealedAt", b.lifted_at as "liftedAt", b.lift_why as "liftWhy", count(*) over ()::int as total
     from customers.blacklist b join customers.customer c on c.customer_id = b.customer_id
       join customers.lock l on l.customer_id = b.customer_id and l.id = b.lock_id
     where $3::text is null or ${state} = $3
     group by b.customer_id, c.display_name, b.lock_id, b.reason_code, b.evidence, b.added_by, b.checked_by, b.added_at, b.ends_on, l.appeal, l.appealed_at, b.lifted_at, b.lift_why
     order by b.added_at desc limit $1 offset $2`,
    [f.limit, f.offset, f.state, ctx.today],
  );
  const items: ListedRow[] = [];
  for (const { total: _, ...row } of rows)
    items.push({
      ...row,
      addedBy: (await staffById(ctx, row.addedBy as StaffId)).name,
      checkedBy: (await staffById(ctx, row.checkedBy as StaffId)).name,
      appeal: row.appeal === null ? null : ctx.vault.open(appealSeal(row.customerId), row.appeal),
    });
  return { items, total: rows[0]?.total ?? 0 };
}
