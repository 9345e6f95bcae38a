import { isMobile, isResidentId, isUscc } from '@tallystick/kernel';
import { staffById } from '#modules/access';
import { branchScope, type Ctx, command, query } from '#platform';
import { changeableCustomer, lockedCustomer, refresh } from '../profile/service.ts';
import { resolveConflict, saveResult } from '../profile/sourced.ts';
import { refuse } from '../refusals.ts';
import * as repo from '../repo.ts';
import { MANUAL_ITEMS } from '../rules.ts';
import * as s from '../schema.ts';
import { openCustomer } from '../service.ts';
import { addTimeline, timelineOf } from '../timeline.ts';
import { listCustomers, listOpenConflicts } from './repo.ts';
import { changesOf, unmask, viewOf } from './service.ts';

const done = { done: true } as const;
const READERS = [
  'RELATIONSHIP_MANAGER',
  'REVIEWER',
  'APPROVER',
  'COMMITTEE',
  'POST_LOAN',
  'COLLECTOR',
  'RISK_MANAGER',
  'COMPLIANCE',
  'EXECUTIVE',
  'SERVICE_AGENT',
  'DISBURSEMENT',
] as const;

/** A search word that is a whole identifier finds its customer through the blind index; anything else looks into public names. */
async function searched(ctx: Ctx, q: string | undefined): Promise<{ customerId: string | null; words: string | null }> {
  if (q === undefined) return { customerId: null, words: null };
  const word = q.replace(/\s/g, '').toUpperCase();
  const kind = isMobile(word) ? 'mobile' : isResidentId(word) ? 'resident_id' : isUscc(word) ? 'uscc' : undefined;
  if (kind) return { customerId: (await repo.claimant(ctx.tx, kind, ctx.vault.blind(kind, word))) ?? 'none', words: null };
  const shopOwner = await repo.claimant(ctx.tx, 'shop', ctx.vault.blind('shop', q));
  if (shopOwner ?? q.startsWith('cust_')) return { customerId: shopOwner ?? q, words: null };
  return { customerId: null, words: q };
}

export const list = query({
  name: 'customers.list',
  says: { zh: '客户列表', en: 'List customers' },
  allow: READERS,
  input: s.zListCustomers,
  output: s.zCustomers,
  run: async (ctx, f) =>
    listCustomers(ctx.tx, {
      branchId: branchScope(ctx.actor),
      ...(await searched(ctx, f.q)),
      ids: f.ids?.split(',') ?? null,
      kind: f.kind ?? null,
      state: f.state ?? null,
      profileState: f.profileState ?? null,
      managerId: f.managerId ?? null,
      sort: f.sort ?? '-joinedOn',
      limit: f.limit,
      offset: f.offset,
    }),
});
export const view = query({
  name: 'customers.view',
  says: { zh: '客户360', en: 'Customer 360' },
  allow: READERS,
  input: s.zOwn,
  output: s.zView,
  run: (ctx, i) => viewOf(ctx, i.customerId),
});
export const timeline = query({
  name: 'customers.timeline',
  says: { zh: '客户时间线', en: 'Timeline of a customer' },
  allow: READERS,
  input: s.zTimelineInput,
  output: s.zTimeline,
  run: (ctx, i) => timelineOf(ctx, i.customerId, i.limit, i.offset),
});
export const changes = query({
  name: 'customers.list_changes',
  says: { zh: '资料变更记录（前后值）', en: 'Changes of the profile, before and after' },
  allow: READERS,
  input: s.zTimelineInput,
  output: s.zChanges,
  run: (ctx, i) => changesOf(ctx, i.customerId, i.limit, i.offset),
});
export const conflictQueue = query({
  name: 'customers.list_conflicts',
  says: { zh: '资料冲突队列', en: 'Queue of conflicting data' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER', 'COMPLIANCE'],
  input: s.zListConflicts,
  output: s.zOpenConflicts,
  run: (ctx, i) => listOpenConflicts(ctx.tx, branchScope(ctx.actor), i.limit, i.offset),
});
export const resolve = command({
  name: 'customers.resolve_conflict',
  says: { zh: '处理资料冲突', en: 'Resolve conflicting data' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER'],
  input: s.zResolve,
  output: s.zOk,
  run: async (ctx, i) => {
    await resolveConflict(ctx, i);
    return done;
  },
});
export const decideCheck = command({
  name: 'customers.decide_check',
  says: { zh: '人工核查项结论（如电话回访）', en: 'Decide a check that people make (call-back)' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER', 'COMPLIANCE'],
  input: s.zDecideCheck,
  output: s.zOk,
  run: async (ctx, i) => {
    const found = await changeableCustomer(ctx, i.customerId);
    if (!MANUAL_ITEMS.has(i.item)) throw refuse('customers.check_not_manual');
    if (!(await repo.checksOf(ctx.tx, i.customerId)).some((c) => c.item === i.item)) throw refuse('customers.check_not_listed');
    await saveResult(ctx, found, {
      customerId: i.customerId,
      item: i.item,
      outcome: i.outcome,
      source: 'staff',
      reference: ctx.actor.id,
      why: i.why,
    });
    await refresh(ctx, i.customerId);
    return done;
  },
});
export const unmaskField = query({
  name: 'customers.unmask',
  says: { zh: '查看完整信息（须说明理由，留痕）', en: 'See one value in full; the reason is recorded' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER', 'COLLECTOR', 'COMPLIANCE'],
  stepUp: true,
  input: s.zUnmask,
  output: s.zUnmasked,
  run: (ctx, i) => unmask(ctx, i.customerId, i.field, i.why),
});
export const add = command({
  name: 'customers.add',
  says: { zh: '柜面新建客户', en: 'Open a customer at the counter' },
  allow: ['RELATIONSHIP_MANAGER'],
  input: s.zAddCustomer,
  output: s.zAdded,
  run: async (ctx, i) => {
    const branchId = branchScope(ctx.actor) ?? i.branchId;
    const { customerId, opened } = await openCustomer(ctx, {
      mobile: i.mobile,
      kind: i.kind,
      ...(branchId !== undefined && { branchId }),
      ...(i.region !== undefined && { region: i.region }),
      ...(i.campaign !== undefined && { campaign: i.campaign }),
    });
    if (!opened) throw refuse('customers.identifier_in_use', { field: 'mobile' });
    return { customerId };
  },
});
export const assign = command({
  name: 'customers.assign_manager',
  says: { zh: '指派客户经理', en: 'Assign a relationship manager' },
  allow: ['APPROVER', 'ADMIN', 'COMPLIANCE'],
  input: s.zAssign,
  output: s.zOk,
  run: async (ctx, i) => {
    const found = await lockedCustomer(ctx, i.customerId);
    const staff = await staffById(ctx, i.managerId);
    await repo.updateManager(ctx.tx, i.customerId, staff.id, staff.branchId ?? found.branchId, ctx.now);
    await addTimeline(ctx, {
      customerId: i.customerId,
      kind: 'customers.manager_assigned',
      subject: staff.id,
      zh: `客户经理变更：${staff.name}`,
      en: `Relationship manager: ${staff.name}`,
    });
    return done;
  },
});
