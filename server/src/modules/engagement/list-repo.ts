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
