import { type CustomerId, type FieldFault, listed, Refusal } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { profileChanged } from '../events.ts';
import { refuse } from '../refusals.ts';
import * as repo from '../repo.ts';
import { closedBecause, completeness, displayName, itemsFor, type ProfileFacts, slotsFor } from '../rules.ts';
import { addTimeline } from '../timeline.ts';
import type { CustomerKind, CustomerSummary, FieldSource } from '../types.ts';
import { FIELD_WORDS } from '../words.ts';
import { FIELDS, type FieldName, fieldDef } from './fields.ts';

const place = (field: FieldName, customerId: CustomerId): string => `customers.field.${field}|${customerId}`;
export const sealField = (ctx: Ctx, customerId: CustomerId, field: FieldName, value: string): string =>
  ctx.vault.seal(place(field, customerId), value);
export const openField = (ctx: Ctx, customerId: CustomerId, field: FieldName, sealed: string): string =>
  ctx.vault.open(place(field, customerId), sealed);

/** The customer's row, locked; refuses platform.not_found. */
export async function lockedCustomer(ctx: Ctx, customerId: CustomerId): Promise<CustomerSummary> {
  const found = await repo.findCustomer(ctx.tx, customerId, true);
  if (!found) throw new Refusal('platform.not_found');
  return found;
}
/** The same for a change: refuses customers.locked and customers.closed too. */
export async function changeableCustomer(ctx: Ctx, customerId: CustomerId): Promise<CustomerSummary> {
  const found = await lockedCustomer(ctx, customerId);
  const why = closedBecause(found.state);
  if (why) throw refuse(why);
  return found;
}

/** The rows of a transaction are shared by its readings: each is opened once and forgotten with them. */
const opened = new WeakMap<repo.FieldRow, string>();
function openedOnce(ctx: Ctx, customerId: CustomerId, row: repo.FieldRow): string {
  const value = opened.get(row) ?? openField(ctx, customerId, row.field, row.sealed);
  opened.set(row, value);
  return value;
}
export async function valuesOf(ctx: Ctx, customerId: CustomerId): Promise<Map<FieldName, string>> {
  const rows = await repo.fieldsOf(ctx.tx, customerId);
  return new Map(rows.map((r) => [r.field, openedOnce(ctx, customerId, r)]));
}
export async function factsOf(ctx: Ctx, customerId: CustomerId, kind: CustomerKind): Promise<ProfileFacts> {
  return { kind, ...(await toldFacts(ctx, customerId)) };
}
async function toldFacts(ctx: Ctx, customerId: CustomerId): Promise<Omit<ProfileFacts, 'kind'>> {
  const [shops, fields] = await Promise.all([repo.shopsOf(ctx.tx, customerId), valuesOf(ctx, customerId)]);
  return { fields, shops: shops.map((s) => ({ shopName: s.shop_name })) };
}

export type FactValues = Readonly<Partial<Record<FieldName, string | null>>>;
/** Writes facts with their origin (null removes one), keeps before and after, and starts their checks again. Answers those that changed. */
export async function writeFields(
  ctx: Ctx,
  customerId: CustomerId,
  values: FactValues,
  from: { source: FieldSource; reference?: string },
): Promise<FieldName[]> {
  const now = new Map((await repo.fieldsOf(ctx.tx, customerId)).map((r) => [r.field, r]));
  const valueBefore = (field: FieldName): string | undefined => {
    const row = now.get(field);
    return row && openedOnce(ctx, customerId, row);
  };
  const changes = (Object.entries(values) as [FieldName, string | null | undefined][])
    .map(([field, value]) => ({ field, value, before: valueBefore(field) }))
    .filter((c) => c.value !== undefined && (c.before ?? null) !== c.value)
    .map((c) => ({ ...c, sealed: c.value == null ? null : sealField(ctx, customerId, c.field, c.value) }));
  if (changes.length === 0) return [];
  const rows = changes.map((c) => ({
    id: ctx.newId('fchg'),
    field: c.field,
    before_sealed: now.get(c.field)?.sealed ?? null,
    after_sealed: c.sealed,
  }));
  await repo.saveFields(ctx.tx, customerId, rows, { source: from.source, reference: from.reference ?? null, by: ctx.actor.id, at: ctx.now });
  const resets = [...new Set(changes.flatMap((c) => fieldDef(c.field).resets ?? []))];
  if (resets.length > 0) await repo.reopenChecks(ctx.tx, customerId, resets);
  for (const c of changes) if (c.before !== undefined) await releaseOldClaim(ctx, customerId, c.field, c.before);
  return changes.map((c) => c.field);
}
async function releaseOldClaim(ctx: Ctx, customerId: CustomerId, field: FieldName, before: string): Promise<void> {
  const kind = field === 'person.id_no' ? 'resident_id' : field === 'enterprise.uscc' ? 'uscc' : undefined;
  if (kind) await repo.releaseClaim(ctx.tx, kind, ctx.vault.blind(kind, before), customerId);
}

/**
 * Saves what a customer or a staff member entered. A customer cannot change what was verified: such fields come back as faults
 * customers.field_fixed, all at once and nothing is saved.
 */
export async function saveProfile(ctx: Ctx, customerId: CustomerId, values: FactValues, input: (field: FieldName) => string): Promise<void> {
  const found = await changeableCustomer(ctx, customerId);
  const own = ctx.actor.kind === 'borrower';
  if (own) await refuseVerified(ctx, customerId, values, input);
  const changed = await writeFields(ctx, customerId, values, { source: own ? 'typed' : 'staff' });
  if (changed.length > 0) await afterChange(ctx, found, changed);
}

async function refuseVerified(ctx: Ctx, customerId: CustomerId, values: FactValues, input: (field: FieldName) => string): Promise<void> {
  const passed = new Set((await repo.checksOf(ctx.tx, customerId)).filter((c) => c.state === 'passed').map((c) => c.item));
  if (passed.size === 0) return;
  const now = await valuesOf(ctx, customerId);
  const faults: FieldFault[] = [];
  for (const [name, value] of Object.entries(values) as [FieldName, string | null | undefined][]) {
    const fixed = (fieldDef(name).resets ?? []).some((item) => passed.has(item));
    if (fixed && value !== undefined && now.has(name) && now.get(name) !== value)
      faults.push({ field: input(name), code: 'customers.field_fixed', facts: { field: name } });
  }
  if (faults.length > 0) throw new Refusal('platform.input_invalid', { faults });
}

/** Brings completeness, name, list of checks and status up to date, closes conflicts that a change overtook, and tells the others. */
export async function afterChange(ctx: Ctx, found: CustomerSummary, changed: readonly FieldName[]): Promise<void> {
  await repo.closeOvertaken(ctx.tx, found.customerId, changed, ctx.now);
  await refresh(ctx, found.customerId);
  const said = listed(FIELD_WORDS, changed);
  await addTimeline(ctx, {
    customerId: found.customerId,
    kind: 'customers.profile_changed',
    subject: found.customerId,
    zh: `资料更新：${said.zh}`,
    en: `Profile changed: ${said.en}`,
  });
  await ctx.announce(profileChanged, { customerId: found.customerId, fields: [...changed] });
}

/** DRAFT becomes VERIFIED only when every point of the list has passed, and goes back when one no longer does (S3-22). */
export async function refresh(ctx: Ctx, customerId: CustomerId): Promise<void> {
  const [found, told, checked, papers] = await Promise.all([
    lockedCustomer(ctx, customerId),
    toldFacts(ctx, customerId),
    repo.checksOf(ctx.tx, customerId),
    papersOf(ctx, customerId),
  ]);
  const facts: ProfileFacts = { kind: found.kind, ...told };
  const wanted = itemsFor(facts);
  const checks = new Map(checked.map((c) => [c.item, c]));
  const fresh = wanted.filter((item) => !checks.has(item));
  if (fresh.length > 0) await repo.openChecks(ctx.tx, customerId, fresh);
  const verified = wanted.every((item) => checks.get(item)?.state === 'passed');
  const now = {
    kind: found.kind,
    displayName: displayName(facts),
    profileState: verified ? ('verified' as const) : ('draft' as const),
    completeness: completeness(facts, slotsFor(facts).filter(papers).length),
  };
  const same = found.displayName === now.displayName && found.profileState === now.profileState && found.completeness === now.completeness;
  if (!same) await repo.updateCustomer(ctx.tx, customerId, ctx.now, now);
  if (verified && found.profileState === 'draft')
    await addTimeline(ctx, {
      customerId,
      kind: 'customers.profile_verified',
      subject: customerId,
      zh: '资料核查全部通过',
      en: 'All checks of the profile have passed',
    });
}

/** Which papers are there: handed in and in date, or answered by their source. */
async function papersOf(ctx: Ctx, customerId: CustomerId): Promise<(slot: ReturnType<typeof slotsFor>[number]) => boolean> {
  const [filed, answered] = await Promise.all([repo.slotsOf(ctx.tx, customerId), repo.sourcesOf(ctx.tx, customerId)]);
  return (s) =>
    filed.some((f) => f.kind === s.kind && (f.valid_until === null || f.valid_until >= ctx.today)) ||
    (s.source !== null && answered.some((a) => a.source === s.source));
}
export const isFieldName = (name: string): name is FieldName => name in FIELDS;
