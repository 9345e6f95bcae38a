import { type CustomerId, Refusal } from '@tallystick/kernel';
import type { z } from 'zod';
import { branches, staffById } from '#modules/access';
import type { Ctx } from '#platform';
import { consentsOf } from '../consents/repo.ts';
import { consentState } from '../consents/service.ts';
import { openLock } from '../locks/repo.ts';
import { FIELD_NAMES, type FieldName, fieldDef, maskField } from '../profile/fields.ts';
import { papersOf } from '../profile/papers.ts';
import { factsOf, isFieldName, openField } from '../profile/service.ts';
import * as repo from '../repo.ts';
import { keyRatios, missingFields } from '../rules.ts';
import type { STEPS, zMe, zProfile, zView } from '../schema.ts';
import { customer } from '../service.ts';
import { timelineOf } from '../timeline.ts';
import type { CustomerSummary } from '../types.ts';

/** What people see of a customer. Identifiers are masked for everybody, the customer included: a stolen phone shows no ID number. */
type Profile = z.output<typeof zProfile>;
const BLOCKS = ['person', 'enterprise', 'finance', 'payout'] as const;

export async function profileOf(ctx: Ctx, customerId: CustomerId): Promise<Profile> {
  const summary = await customer(ctx, customerId);
  const facts = await factsOf(ctx, customerId, summary.kind);
  const shops = await repo.shopsOf(ctx.tx, customerId);
  const sources = await repo.sourcesOf(ctx.tx, customerId);
  const lock = await openLock(ctx.tx, customerId);
  return {
    summary,
    blocks: await blocksOf(ctx, customerId),
    shops: shops.map((s) => ({ shopId: s.shop_id, platform: s.platform, shopName: s.shop_name, state: s.state, updatedAt: s.updated_at })),
    checks: await checksFor(ctx, customerId),
    missing: missingFields(facts),
    ratios: keyRatios(facts.fields),
    sources: sources.map((s) => ({ source: s.source, asOf: s.as_of, at: s.at, reference: s.reference })),
    manager: await managerCard(ctx, summary),
    lock: lock ? { id: lock.id, reasonCode: lock.reasonCode, lockedAt: lock.lockedAt, appealedAt: lock.appealedAt } : null,
  };
}

async function blocksOf(ctx: Ctx, customerId: CustomerId): Promise<Profile['blocks']> {
  const rows = await repo.fieldsOf(ctx.tx, customerId);
  const order = new Map(FIELD_NAMES.map((f, i) => [f, i]));
  return BLOCKS.map((block) => {
    const own = rows.filter((r) => fieldDef(r.field).block === block).sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
    const fields = own.map((r) => {
      const value = openField(ctx, customerId, r.field, r.sealed);
      const shown = maskField(r.field, value);
      return {
        field: r.field,
        value: shown,
        masked: shown !== value,
        source: r.source,
        reference: r.reference,
        updatedAt: r.updated_at,
        updatedBy: r.updated_by,
      };
    });
    const updatedAt =
      own
        .map((r) => r.updated_at)
        .sort()
        .at(-1) ?? null;
    return { block, updatedAt, sources: [...new Set(own.map((r) => r.source))].sort(), fields };
  });
}

/** To the customer a failed check reads "in review", whatever failed: nobody learns that a number belongs to another customer. */
async function checksFor(ctx: Ctx, customerId: CustomerId): Promise<Profile['checks']> {
  const rows = await repo.checksOf(ctx.tx, customerId);
  const toCustomer = ctx.actor.kind === 'borrower';
  const shown = toCustomer ? rows.filter((r) => r.item !== 'id_unique') : rows;
  const inDoubt = rows.some((r) => r.item === 'id_unique' && r.state === 'failed');
  return shown.map((r) => {
    const veiled = toCustomer && (r.state === 'failed' || (r.item === 'id_two_element' && inDoubt));
    const quiet = toCustomer && (veiled || r.state === 'open');
    return {
      item: r.item,
      state: veiled ? 'in_review' : r.state,
      source: quiet ? null : r.source,
      reference: quiet ? null : r.reference,
      why: toCustomer ? null : r.why,
      decidedBy: toCustomer ? null : r.decided_by,
      decidedAt: quiet ? null : r.decided_at,
    };
  });
}

/** The named relationship manager with the branch: the contact card of the portal. */
async function managerCard(ctx: Ctx, summary: CustomerSummary): Promise<Profile['manager']> {
  if (summary.managerId === null) return null;
  const staff = await staffById(ctx, summary.managerId);
  const branch = (await branches(ctx)).find((b) => b.id === summary.branchId);
  return { managerId: staff.id, name: staff.name, branchZh: branch?.nameZh ?? '', branchEn: branch?.nameEn ?? '' };
}

/** What the customer should do next, in order: the stage guidance beside the manager's card. */
export async function meOf(ctx: Ctx, customerId: CustomerId): Promise<z.output<typeof zMe>> {
  const profile = await profileOf(ctx, customerId);
  const live = new Set((await consentsOf(ctx.tx, customerId)).filter((c) => consentState(c, ctx.today) === 'live').map((c) => c.scope));
  const papers = await papersOf(ctx, customerId);
  const steps: (typeof STEPS)[number][] = [];
  if (profile.lock !== null && profile.lock.appealedAt === null) steps.push('appeal');
  if (!(['identity', 'bureau', 'court', 'registry', 'platform'] as const).every((s) => live.has(s))) steps.push('sign_consents');
  if (profile.missing.some((m) => m !== 'shops')) steps.push('fill_profile');
  if (profile.missing.includes('shops')) steps.push('add_shop');
  if (toHandIn(papers).length > 0) steps.push('hand_in_papers');
  if (profile.missing.length === 0 && profile.summary.profileState === 'draft') steps.push('wait_for_checks');
  if (steps.length === 0 || (steps.length === 1 && steps[0] === 'wait_for_checks')) steps.push('apply');
  return { profile, steps };
}
/** Kinds that really must be handed in: required, and neither there nor delivered by an interface. */
export const toHandIn = (papers: readonly { kind: string; required: boolean; state: string }[]): string[] =>
  papers.filter((p) => p.required && ['missing', 'rejected', 'expired'].includes(p.state)).map((p) => p.kind);

export async function consentViews(ctx: Ctx, customerId: CustomerId) {
  return (await consentsOf(ctx.tx, customerId)).map((c) => ({
    id: c.id,
    scope: c.scope,
    version: c.text_version,
    language: c.language,
    textHash: c.text_hash,
    signer: c.signer,
    signedAt: c.signed_at,
    ip: c.ip,
    device: c.device,
    validUntil: c.valid_until,
    withdrawnAt: c.withdrawn_at,
    state: consentState(c, ctx.today),
    signature: c.signature,
  }));
}

/** Customer 360: one answer for the whole page, the story's first lines included. */
export async function viewOf(ctx: Ctx, customerId: CustomerId): Promise<z.output<typeof zView>> {
  const conflicts = await repo.conflictsOf(ctx.tx, customerId);
  const shown = (field: FieldName, sealed: string): string => maskField(field, openField(ctx, customerId, field, sealed));
  return {
    profile: await profileOf(ctx, customerId),
    consents: await consentViews(ctx, customerId),
    conflicts: conflicts.map((c) => ({
      id: c.id as `conf_${string}`,
      field: c.field,
      declared: shown(c.field, c.declared_sealed),
      declaredSource: c.declared_source,
      found: shown(c.field, c.found_sealed),
      foundSource: c.found_source,
      reference: c.reference,
      state: c.state,
      resolution: c.resolution,
      why: c.why,
      openedAt: c.opened_at,
      resolvedAt: c.resolved_at,
      resolvedBy: c.resolved_by,
    })),
    papers: await papersOf(ctx, customerId),
    timeline: await timelineOf(ctx, customerId, 20, 0),
  };
}

/** What each fact was before and after, masked. */
export async function changesOf(ctx: Ctx, customerId: CustomerId, limit: number, offset: number) {
  const rows = await repo.changesOf(ctx.tx, customerId, limit, offset);
  const shown = (field: FieldName, sealed: string | null): string | null =>
    sealed === null ? null : maskField(field, openField(ctx, customerId, field, sealed));
  const items = rows.map((r) => ({
    id: r.id,
    field: r.field,
    before: shown(r.field, r.before_sealed),
    after: shown(r.field, r.after_sealed),
    source: r.source,
    reference: r.reference,
    changedBy: r.changed_by,
    at: r.at,
  }));
  return { items, total: await repo.countOf(ctx.tx, 'field_change', customerId) };
}

/** One value in full, for a reason that goes into the audit trail. Refuses platform.not_found. */
export async function unmask(ctx: Ctx, customerId: CustomerId, field: string, why: string): Promise<{ field: string; value: string }> {
  const row = (await repo.fieldsOf(ctx.tx, customerId)).find((r) => r.field === field);
  if (!row || !isFieldName(field)) throw new Refusal('platform.not_found');
  await ctx.audit({ action: 'customers.unmask', subject: field, customerId, why });
  return { field, value: openField(ctx, customerId, field, row.sealed) };
}
