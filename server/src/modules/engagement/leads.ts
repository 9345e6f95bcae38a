import { type CustomerId, HOUSE, Refusal } from '@tallystick/kernel';
import { branches, branchForRegion } from '#modules/access';
import { consentWording } from '#modules/customers';
import { closeTasks, openTask } from '#modules/tasks';
import { type BranchId, branchScope, type Ctx, type StaffId } from '#platform';
import { refuse } from './refusals.ts';
import * as repo from './repo.ts';
import { leadMove } from './rules.ts';
import type { LeadId, LeadState, LostReason } from './types.ts';

/** Forms a day from one address; a shop or a branch may share one. */
const FORMS_A_DAY = 20;
export const leadPlace = (what: 'name' | 'mobile', id: LeadId): string => `engagement.lead.${what}|${id}`;

export type LeadForm = {
  readonly name: string;
  readonly mobile: string;
  readonly campaign: string;
  readonly needMinor: bigint | null;
  readonly note: string | null;
  readonly region: string | null;
  readonly consent: { readonly version: string; readonly hash: string };
};
/** A campaign that runs today; whatever else is asked for counts as no campaign. */
export const campaignOrNone = async (ctx: Ctx, code: string | null): Promise<string> =>
  code !== null && (await repo.campaignOn(ctx.tx, code, ctx.today)) ? code : 'none';

/**
 * Keeps somebody's wish to be contacted, with the consent as it was shown. A number that asks again, and a number of a customer, get the same
 * answer as any other. Refuses engagement.too_many, customers.consent_text_changed.
 */
export async function takeLead(ctx: Ctx, f: LeadForm, origin: 'landing' | 'staff'): Promise<void> {
  await consentWording(ctx, { scope: 'contact', ...f.consent });
  if (origin === 'landing' && (await repo.countFormUse(ctx.tx, ctx.vault.mac('form_use', ctx.origin.ip), ctx.today)) > FORMS_A_DAY)
    throw refuse('engagement.too_many');
  const mobileBlind = ctx.vault.blind('mobile', f.mobile);
  const id = ctx.newId('lead');
  const { branchId, ownerId } = await whoCares(ctx, f.region);
  const fresh = await repo.insertLead(ctx.tx, {
    id,
    campaign: await campaignOrNone(ctx, f.campaign),
    origin,
    nameSealed: ctx.vault.seal(leadPlace('name', id), f.name),
    mobileSealed: ctx.vault.seal(leadPlace('mobile', id), f.mobile),
    mobileBlind,
    needMinor: f.needMinor,
    note: f.note,
    consentVersion: f.consent.version,
    consentHash: f.consent.hash,
    ip: ctx.origin.ip,
    branchId,
    ownerId,
    on: ctx.today,
    at: ctx.now,
  });
  if (!fresh) return repo.askAgain(ctx.tx, mobileBlind, ctx.now);
  await openTask(ctx, {
    customerId: HOUSE,
    kind: 'lead',
    subject: id,
    zh: '联系新线索',
    en: 'Contact a new lead',
    ownerRole: 'RELATIONSHIP_MANAGER',
    ...(ownerId === null ? { ownerId: 'least_loaded' as const } : { ownerId }),
    branchId,
    link: `/leads/${id}`,
  });
}

/** The staff member who enters a lead keeps it; else the branch of the region, or the first one, and its least busy manager. */
async function whoCares(ctx: Ctx, region: string | null): Promise<{ branchId: BranchId; ownerId: StaffId | null }> {
  const own = branchScope(ctx.actor);
  if (own !== null && ctx.actor.kind === 'staff') return { branchId: own, ownerId: ctx.actor.id };
  const branchId = region === null ? (await branches(ctx))[0]?.id : await branchForRegion(ctx, region);
  if (branchId === undefined) throw new Refusal('customers.no_branch');
  return { branchId, ownerId: null };
}

async function lockedLead(ctx: Ctx, id: LeadId): Promise<repo.LeadRow> {
  const lead = await repo.findLead(ctx.tx, id, true);
  const branch = branchScope(ctx.actor);
  if (!lead || (branch !== null && lead.branchId !== branch)) throw new Refusal('platform.not_found');
  return lead;
}

/** Moves a lead on by hand. Refuses platform.not_found, platform.state_changed, engagement.lead_closed, engagement.lead_lost_reason. */
export async function moveLead(
  ctx: Ctx,
  m: { leadId: LeadId; to: 'contacted' | 'lost'; lostReason: LostReason | null; note: string | null; version: number },
): Promise<void> {
  const lead = await lockedLead(ctx, m.leadId);
  const no = leadMove(lead.state, m.to, m.lostReason);
  if (no) throw refuse(no);
  if (lead.version !== m.version) throw new Refusal('platform.state_changed');
  await settle(ctx, lead, { state: m.to, lostReason: m.to === 'lost' ? m.lostReason : null, convertedTo: null, note: m.note });
}

/** A lead who joined with the same number is converted. */
export async function convertLead(ctx: Ctx, mobileBlind: string, customerId: CustomerId): Promise<void> {
  const lead = await repo.openLeadOf(ctx.tx, mobileBlind, true);
  if (lead) await settle(ctx, lead, { state: 'converted', lostReason: null, convertedTo: customerId, note: null });
}

async function settle(
  ctx: Ctx,
  lead: repo.LeadRow,
  to: { state: LeadState; lostReason: LostReason | null; convertedTo: CustomerId | null; note: string | null },
): Promise<void> {
  await repo.moveLead(ctx.tx, lead.id, { ...to, at: ctx.now });
  await closeTasks(ctx, { customerId: HOUSE, kind: 'lead', subject: lead.id, outcome: to.state });
}
