import { type CalendarDate, type CustomerId, HOUSE, type Instant } from '@tallystick/kernel';
import type { BranchId, StaffId, Tx } from '#platform';
import type { Lead, LeadId, LeadState, LostReason, Page, Step } from './types.ts';

/** SQL of the schema `engagement`. Leads belong to the house: they are nobody's customer yet. */
export type Campaign = {
  code: string;
  nameZh: string;
  nameEn: string;
  channel: string;
  productCode: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
};
const CAMPAIGN = `code, name_zh as "nameZh", name_en as "nameEn", channel, product_code as "productCode", starts_on as "startsOn", ends_on as "endsOn"`;
export const campaigns = (tx: Tx): Promise<Campaign[]> =>
  tx.kept<Campaign>(`select ${CAMPAIGN} from engagement.campaign order by starts_on desc, code`);
export async function campaignOn(tx: Tx, code: string, on: CalendarDate): Promise<Campaign | undefined> {
  const [row] = await tx.kept<Campaign>(
    `select ${CAMPAIGN} from engagement.campaign where code = $1 and starts_on <= $2 and (ends_on is null or ends_on >= $2)`,
    [code, on],
  );
  return row;
}
export async function saveCampaign(tx: Tx, c: Campaign): Promise<void> {
  tx.send(
    `insert into engagement.campaign (code, name_zh, name_en, channel, product_code, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, channel = excluded.channel, product_code = excluded.product_code,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    [c.code, c.nameZh, c.nameEn, c.channel, c.productCode, c.startsOn, c.endsOn],
  );
}

export async function countVisit(tx: Tx, day: CalendarDate, campaign: string, page: Page): Promise<void> {
  tx.send(
    'insert into engagement.visit (day, campaign, page, visits) values ($1, $2, $3, 1) on conflict (day, campaign, page) do update set visits = visit.visits + 1',
    [day, campaign, page],
  );
}
/** One more use of the public form by an address; answers how many today. */
export async function countFormUse(tx: Tx, who: string, day: CalendarDate): Promise<number> {
  const [row] = await tx.query<{ used: number }>(
    'insert into engagement.form_use (who, day, used) values ($1, $2, 1) on conflict (who, day) do update set used = form_use.used + 1 returning used',
    [who, day],
  );
  return row?.used ?? 1;
}
export async function oldestFormUse(tx: Tx, before: CalendarDate): Promise<boolean> {
  return (await tx.query('select 1 from engagement.form_use where day < $1 limit 1', [before])).length > 0;
}
export async function forgetFormUse(tx: Tx, before: CalendarDate): Promise<void> {
  tx.send('delete from engagement.form_use where day < $1', [before]);
}

export type LeadRow = Lead & { readonly nameSealed: string; readonly mobileSealed: string };
const LEAD = `id, campaign, origin, name_sealed as "nameSealed", mobile_sealed as "mobileSealed", need_minor as "needMinor", note, branch_id as "branchId", owner_id as "ownerId", state,
  asked_times as "askedTimes", lost_reason as "lostReason", converted_to as "convertedTo", consented_at as "consentedAt", created_on as "createdOn", created_at as "createdAt", version`;
export async function openLeadOf(tx: Tx, mobileBlind: string, lock = false): Promise<LeadRow | undefined> {
  const [row] = await tx.query<LeadRow>(
    `select ${LEAD} from engagement.lead where customer_id = $1 and mobile_blind = $2 and state in ('new', 'contacted')${lock ? ' for update' : ''}`,
    [HOUSE, mobileBlind],
  );
  return row;
}
export async function findLead(tx: Tx, id: LeadId, lock = false): Promise<LeadRow | undefined> {
  const [row] = await tx.query<LeadRow>(`select ${LEAD} from engagement.lead where customer_id = $1 and id = $2${lock ? ' for update' : ''}`, [
    HOUSE,
    id,
  ]);
  return row;
}
export type NewLead = {
  id: LeadId;
  campaign: string;
  origin: 'landing' | 'staff';
  nameSealed: string;
  mobileSealed: string;
  mobileBlind: string;
  needMinor: bigint | null;
  note: string | null;
  consentVersion: string;
  consentHash: string;
  ip: string;
  branchId: BranchId;
  ownerId: StaffId | null;
  on: CalendarDate;
  at: Instant;
};
/** Answers false when an open lead of the same number is there already, also when it was made at the same moment. */
export async function insertLead(tx: Tx, l: NewLead): Promise<boolean> {
  const rows = await tx.query(
    `insert into engagement.lead (customer_id, id, campaign, origin, name_sealed, mobile_sealed, mobile_blind, need_minor, note, consent_version, consent_hash, consented_at, consent_ip,
       branch_id, owner_id, state, created_on, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'new', $16, $12, $12)
     on conflict (customer_id, mobile_blind) where state in ('new', 'contacted') do nothing returning id`,
    [
      HOUSE,
      l.id,
      l.campaign,
      l.origin,
      l.nameSealed,
      l.mobileSealed,
      l.mobileBlind,
      l.needMinor,
      l.note,
      l.consentVersion,
      l.consentHash,
      l.at,
      l.ip,
      l.branchId,
      l.ownerId,
      l.on,
    ],
  );
  return rows.length === 1;
}
export async function askAgain(tx: Tx, mobileBlind: string, at: Instant): Promise<void> {
  tx.send(
    `update engagement.lead set asked_times = asked_times + 1, updated_at = $3, version = version + 1 where customer_id = $1 and mobile_blind = $2 and state in ('new', 'contacted')`,
    [HOUSE, mobileBlind, at],
  );
}
export async function moveLead(
  tx: Tx,
  id: LeadId,
  to: { state: LeadState; lostReason: LostReason | null; convertedTo: CustomerId | null; note: string | null; at: Instant },
): Promise<void> {
  tx.send(
    `update engagement.lead set state = $3, lost_reason = $4, converted_to = $5, note = coalesce($6, note), updated_at = $7, version = version + 1 where customer_id = $1 and id = $2`,
    [HOUSE, id, to.state, to.lostReason, to.convertedTo, to.note, to.at],
  );
}

/** First time only: a later application does not move a customer back. */
export async function reach(
  tx: Tx,
  customerId: CustomerId,
  j: { step: Step; campaign: string; branchId: BranchId; on: CalendarDate; at: Instant },
): Promise<void> {
  tx.send(
    'insert into engagement.journey (customer_id, step, campaign, branch_id, reached_on, reached_at) values ($1, $2, $3, $4, $5, $6) on conflict (customer_id, step) do nothing',
    [customerId, j.step, j.campaign, j.branchId, j.on, j.at],
  );
}
export async function campaignOf(tx: Tx, customerId: CustomerId): Promise<string | undefined> {
  const [row] = await tx.query<{ campaign: string }>(`select campaign from engagement.journey where customer_id = $1 and step = 'join'`, [
    customerId,
  ]);
  return row?.campaign;
}
export async function hasReached(tx: Tx, customerId: CustomerId, step: Step): Promise<boolean> {
  return (await tx.query('select 1 from engagement.journey where customer_id = $1 and step = $2', [customerId, step])).length > 0;
}
export async function dropOut(
  tx: Tx,
  customerId: CustomerId,
  d: {
    subject: string;
    beforeStep: 'approve' | 'sign';
    reason: 'declined' | 'withdrawn' | 'expired';
    campaign: string;
    branchId: BranchId;
    on: CalendarDate;
    at: Instant;
  },
): Promise<void> {
  tx.send(
    `insert into engagement.dropout (customer_id, subject, before_step, reason, campaign, branch_id, dropped_on, dropped_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (customer_id, subject) do nothing`,
    [customerId, d.subject, d.beforeStep, d.reason, d.campaign, d.branchId, d.on, d.at],
  );
}
