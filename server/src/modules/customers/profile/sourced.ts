import { type CalendarDate, type CustomerId, listed, Refusal } from '@tallystick/kernel';
import { closeTasks, openTask } from '#modules/tasks';
import type { Ctx } from '#platform';
import { refuse } from '../refusals.ts';
import * as repo from '../repo.ts';
import { sameFact } from '../rules.ts';
import { addTimeline } from '../timeline.ts';
import type { CheckItem, CustomerSummary, FieldSource } from '../types.ts';
import { CHECK_WORDS, FIELD_WORDS, SOURCE_WORDS } from '../words.ts';
import { AUTHORITY, type FieldName } from './fields.ts';
import { afterChange, changeableCustomer, lockedCustomer, openField, refresh, sealField, valuesOf, writeFields } from './service.ts';

/** Notes which sources answered about a customer, and by which call: papers that a source stands for are no longer needed. */
export async function recordAnswers(
  ctx: Ctx,
  a: { customerId: CustomerId; asOf: CalendarDate; answers: readonly { source: Said; reference: string }[] },
): Promise<void> {
  if (a.answers.length === 0) return;
  await lockedCustomer(ctx, a.customerId);
  if ((await repo.saveSources(ctx.tx, a.customerId, a.answers, { as_of: a.asOf, at: ctx.now })) > 0) await refresh(ctx, a.customerId);
}
type Said = Exclude<FieldSource, 'typed' | 'staff'>;

/**
 * Takes in what a source says about a customer: fills what is empty, replaces what an equal or lesser source said before, and opens a conflict
 * for a person where it contradicts what was typed. `reference` is the call it came from. Papers that the source stands for are no longer needed.
 */
export async function recordSourced(
  ctx: Ctx,
  s: {
    customerId: CustomerId;
    source: Said;
    reference: string;
    asOf: CalendarDate;
    values: Partial<Record<FieldName, string>>;
  },
): Promise<void> {
  const found = await lockedCustomer(ctx, s.customerId);
  const isNew = (await repo.saveSources(ctx.tx, s.customerId, [s], { as_of: s.asOf, at: ctx.now })) > 0;
  if (!isNew && Object.keys(s.values).length === 0) return;
  const now = new Map((await repo.fieldsOf(ctx.tx, s.customerId)).map((r) => [r.field, r]));
  const filling: Partial<Record<FieldName, string>> = {};
  for (const [field, value] of Object.entries(s.values) as [FieldName, string][]) {
    const row = now.get(field);
    const before = row && openField(ctx, s.customerId, field, row.sealed);
    if (before !== undefined && sameFact(before, value)) continue;
    if (row === undefined || (AUTHORITY[row.source] > AUTHORITY.staff && AUTHORITY[s.source] >= AUTHORITY[row.source])) filling[field] = value;
    else await openConflict(ctx, found, row, value, s);
  }
  const filled = await writeFields(ctx, s.customerId, filling, { source: s.source, reference: s.reference });
  if (isNew || filled.length > 0) await refresh(ctx, s.customerId);
  const said = listed(FIELD_WORDS, filled);
  if (filled.length > 0)
    await addTimeline(ctx, {
      customerId: s.customerId,
      kind: 'customers.prefilled',
      subject: s.reference,
      zh: `${SOURCE_WORDS[s.source].zh}数据自动填入：${said.zh}`,
      en: `Filled in from ${SOURCE_WORDS[s.source].en}: ${said.en}`,
    });
}

async function openConflict(
  ctx: Ctx,
  found: CustomerSummary,
  row: repo.FieldRow,
  value: string,
  s: { source: FieldSource; reference: string },
): Promise<void> {
  const { customerId } = found;
  const open = (await repo.conflictsOf(ctx.tx, customerId)).filter((c) => c.field === row.field && c.found_source === s.source);
  // The same contradiction is asked about once, also when it was answered before.
  if (open.some((c) => c.resolution !== 'overtaken' && sameFact(openField(ctx, customerId, c.field, c.found_sealed), value))) return;
  const id = ctx.newId('conf');
  await repo.insertConflict(ctx.tx, {
    customer_id: customerId,
    id,
    branch_id: found.branchId,
    field: row.field,
    declared_sealed: row.sealed,
    declared_source: row.source,
    found_sealed: sealField(ctx, customerId, row.field, value),
    found_source: s.source,
    reference: s.reference,
    opened_at: ctx.now,
  });
  await openTask(ctx, {
    customerId,
    kind: 'field_conflict',
    subject: id,
    zh: `资料冲突待处理：${FIELD_WORDS[row.field].zh}（${SOURCE_WORDS[s.source].zh}）`,
    en: `Conflicting data: ${FIELD_WORDS[row.field].en} (${SOURCE_WORDS[s.source].en})`,
    ownerRole: 'RELATIONSHIP_MANAGER',
    ...(found.managerId && { ownerId: found.managerId }),
    branchId: found.branchId,
    link: `/customers/${customerId}?tab=conflicts`,
  });
}

/** Decides a conflict: keep what was declared, or take what the source says. Refuses platform.not_found, customers.conflict_resolved. */
export async function resolveConflict(
  ctx: Ctx,
  r: { customerId: CustomerId; conflictId: string; resolution: 'keep_declared' | 'take_found'; why: string },
): Promise<void> {
  const found = await changeableCustomer(ctx, r.customerId);
  const conflict = await repo.lockConflict(ctx.tx, r.customerId, r.conflictId);
  if (!conflict) throw new Refusal('platform.not_found');
  if (conflict.state === 'resolved') throw refuse('customers.conflict_resolved');
  await repo.resolveConflictRow(ctx.tx, r.customerId, r.conflictId, { resolution: r.resolution, why: r.why, by: ctx.actor.id, at: ctx.now });
  await closeTasks(ctx, { customerId: r.customerId, kind: 'field_conflict', subject: r.conflictId, outcome: r.resolution });
  if (r.resolution === 'keep_declared') return;
  const value = openField(ctx, r.customerId, conflict.field, conflict.found_sealed);
  const from = { source: conflict.found_source, ...(conflict.reference !== null && { reference: conflict.reference }) };
  if ((await writeFields(ctx, r.customerId, { [conflict.field]: value }, from)).length > 0) await afterChange(ctx, found, [conflict.field]);
}

export type CheckResult = {
  readonly customerId: CustomerId;
  readonly item: CheckItem;
  readonly outcome: 'passed' | 'failed';
  readonly source: string;
  readonly reference: string;
  readonly why?: string;
  /** For shop_owner: which shop. The item passes when every shop has. */
  readonly shopId?: string;
};
/**
 * Writes how a point of the verification list came out. A proven identifier is claimed for this customer only now, so nobody can occupy another
 * person's number; when somebody else holds it, the point fails and staff look into it.
 */
export async function recordCheck(ctx: Ctx, c: CheckResult): Promise<void> {
  const found = await lockedCustomer(ctx, c.customerId);
  const passed = new Set((await repo.checksOf(ctx.tx, c.customerId)).filter((i) => i.state === 'passed').map((i) => i.item));
  if (OWNED.has(c.item) && !isProven(passed)) return;
  if (c.outcome === 'passed' && (await stillStands(ctx, c, passed))) return;
  if (c.shopId !== undefined) await saveResult(ctx, found, { ...c, outcome: await recordShopOwner(ctx, c, c.shopId) });
  else if (c.item === 'registry_legal_person') await saveResult(ctx, found, await claimed(ctx, c, 'enterprise.uscc', 'uscc'));
  else {
    await saveResult(ctx, found, c);
    if (c.item === 'id_two_element' && c.outcome === 'passed')
      await saveResult(ctx, found, await claimed(ctx, { ...c, item: 'id_unique' }, 'person.id_no', 'resident_id'));
  }
  await refresh(ctx, c.customerId);
}

/** What belongs to a person can be proven only once the person is: until then these points stay as they are and are asked again. */
const OWNED: ReadonlySet<CheckItem> = new Set(['registry_legal_person', 'shop_owner']);
const isProven = (passed: ReadonlySet<CheckItem>): boolean => passed.has('id_two_element') && passed.has('id_unique');

/** The same came out before and nothing it rests on changed since (a change opens the point again): it stands, on the evidence it was decided by. */
async function stillStands(ctx: Ctx, c: CheckResult, passed: ReadonlySet<CheckItem>): Promise<boolean> {
  if (!passed.has(c.item) || (c.item === 'id_two_element' && !passed.has('id_unique'))) return false;
  return c.shopId === undefined || (await repo.shopsOf(ctx.tx, c.customerId)).some((s) => s.shop_id === c.shopId && s.state === 'owner_matched');
}

/** A passed check holds only when the number could be claimed too. */
async function claimed(ctx: Ctx, c: CheckResult, field: FieldName, kind: 'uscc' | 'resident_id'): Promise<CheckResult> {
  const value = (await valuesOf(ctx, c.customerId)).get(field);
  if (c.outcome === 'failed' || value === undefined) return c;
  const holder = await repo.claim(ctx.tx, kind, ctx.vault.blind(kind, value), c.customerId, ctx.now);
  return holder === c.customerId ? c : { ...c, outcome: 'failed', why: 'held_by_another_customer' };
}

async function recordShopOwner(ctx: Ctx, c: CheckResult, shopId: string): Promise<'passed' | 'failed'> {
  const shops = await repo.shopsOf(ctx.tx, c.customerId);
  const shop = shops.find((s) => s.shop_id === shopId);
  if (!shop) return 'failed';
  const mine = c.outcome === 'passed' && (await repo.claim(ctx.tx, 'shop', ctx.vault.blind('shop', shopId), c.customerId, ctx.now)) === c.customerId;
  await repo.saveShop(ctx.tx, c.customerId, { ...shop, state: mine ? 'owner_matched' : 'owner_differs', updated_at: ctx.now });
  return mine && shops.every((s) => s.shop_id === shopId || s.state === 'owner_matched') ? 'passed' : 'failed';
}

const saveCheck = (ctx: Ctx, c: Omit<CheckResult, 'shopId'>): Promise<void> =>
  repo.saveCheck(ctx.tx, c.customerId, {
    item: c.item,
    state: c.outcome,
    source: c.source,
    reference: c.reference,
    why: c.why ?? null,
    decided_by: ctx.actor.id,
    decided_at: ctx.now,
  });
/** One result of the list; a failed one becomes work for the relationship manager. */
export async function saveResult(ctx: Ctx, found: CustomerSummary, c: Omit<CheckResult, 'shopId'>): Promise<void> {
  const before = (await repo.checksOf(ctx.tx, c.customerId)).find((i) => i.item === c.item)?.state ?? 'open';
  await saveCheck(ctx, c);
  if (c.outcome === 'passed' && before === 'open') return; // Nobody was asked to look into it.
  const task = { customerId: c.customerId, kind: 'profile_check', subject: `${c.customerId}:${c.item}` };
  if (c.outcome === 'passed') await closeTasks(ctx, { ...task, outcome: 'passed' });
  else
    await openTask(ctx, {
      ...task,
      zh: `资料核查未通过：${CHECK_WORDS[c.item].zh}`,
      en: `A check of the profile failed: ${CHECK_WORDS[c.item].en}`,
      ownerRole: 'RELATIONSHIP_MANAGER',
      ...(found.managerId && { ownerId: found.managerId }),
      branchId: found.branchId,
      link: `/customers/${c.customerId}?tab=checks`,
    });
}
