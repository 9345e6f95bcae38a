import type { CalendarDate } from '@tallystick/kernel';
import { HOUSE } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { LeadRow } from './repo.ts';

/** Lists and sums over many leads and customers. */
export type LeadFilter = {
  readonly branchId: string | null;
  readonly state: string | null;
  readonly campaign: string | null;
  readonly ownerId: string | null;
  readonly mobileBlind: string | null;
  readonly sort: string;
  readonly limit: number;
  readonly offset: number;
};
const SORTS: Readonly<Record<string, string>> = { createdAt: 'created_at', state: 'state', campaign: 'campaign', needMinor: 'need_minor' };
export async function listLeads(tx: Tx, f: LeadFilter): Promise<{ items: LeadRow[]; total: number }> {
  const down = f.sort.startsWith('-');
  const column = SORTS[down ? f.sort.slice(1) : f.sort] ?? 'created_at';
  const where = `where customer_id = $1 and ($2::text is null or branch_id = $2) and ($3::text is null or state = $3) and ($4::text is null or campaign = $4)
    and ($5::text is null or owner_id = $5) and ($6::text is null or mobile_blind = $6)`;
  const params = [HOUSE, f.branchId, f.state, f.campaign, f.ownerId, f.mobileBlind];
  const items = await tx.query<LeadRow>(
    `select id, campaign, origin, name_sealed as "nameSealed", mobile_sealed as "mobileSealed", need_minor as "needMinor", note, branch_id as "branchId", owner_id as "ownerId", state,
       asked_times as "askedTimes", lost_reason as "lostReason", converted_to as "convertedTo", consented_at as "consentedAt", created_on as "createdOn", created_at as "createdAt", version
     from engagement.lead ${where} order by ${column} ${down ? 'desc' : 'asc'} nulls last, id limit $7 offset $8`,
    [...params, f.limit, f.offset],
  );
  const [count] = await tx.query<{ n: bigint }>(`select count(*) as n from engagement.lead ${where}`, params);
  return { items, total: Number(count?.n ?? 0n) };
}

export type Counted = { campaign: string; step: string; n: bigint };
export type Dropped = { campaign: string; step: string; reason: string; n: bigint };
type Span = { from: CalendarDate; to: CalendarDate; branchId: string | null };
/** Visits, leads and customers by campaign and step whose day lies in the span. Visits have no branch: they count only for the whole bank. */
export async function reportFunnel(tx: Tx, s: Span): Promise<Counted[]> {
  const visits =
    s.branchId === null
      ? await tx.query<Counted>(
          `select campaign, 'visit' as step, sum(visits)::bigint as n from engagement.visit where day between $1 and $2 group by campaign`,
          [s.from, s.to],
        )
      : [];
  const leads = await tx.query<Counted>(
    `select campaign, 'lead' as step, count(*) as n from engagement.lead where customer_id = $1 and created_on between $2 and $3 and ($4::text is null or branch_id = $4) group by campaign`,
    [HOUSE, s.from, s.to, s.branchId],
  );
  const steps = await tx.query<Counted>(
    `/* batch */ select campaign, step, count(*) as n from engagement.journey where reached_on between $1 and $2 and ($3::text is null or branch_id = $3) group by campaign, step`,
    [s.from, s.to, s.branchId],
  );
  return [...visits, ...leads, ...steps];
}
/** Why people did not go on, by campaign and the step they did not reach. */
export async function reportDropouts(tx: Tx, s: Span): Promise<Dropped[]> {
  const leads = await tx.query<Dropped>(
    `select campaign, 'join' as step, lost_reason as reason, count(*) as n from engagement.lead
     where customer_id = $1 and state = 'lost' and created_on between $2 and $3 and ($4::text is null or branch_id = $4) group by campaign, lost_reason`,
    [HOUSE, s.from, s.to, s.branchId],
  );
  const rest = await tx.query<Dropped>(
    `/* batch */ select campaign, before_step as step, reason, count(*) as n from engagement.dropout where dropped_on between $1 and $2 and ($3::text is null or branch_id = $3)
     group by campaign, before_step, reason`,
    [s.from, s.to, s.branchId],
  );
  return [...leads, ...rest];
}
