import { type CustomerId, parseMoney, Refusal } from '@tallystick/kernel';
import { branches, branchForRegion, endBorrowerSessions, staffByRole } from '#modules/access';
import { closeTasks, openTask } from '#modules/tasks';
import type { BranchId, Ctx, StaffId } from '#platform';
import { joined } from './events.ts';
import type { FieldName } from './fields.ts';
import * as lockRepo from './lock-repo.ts';
import { changeableCustomer, lockedCustomer, refresh, valuesOf, writeField } from './profile.ts';
import { refuse } from './refusals.ts';
import * as repo from './repo.ts';
import { addTimeline } from './timeline.ts';
import type { CustomerKind, CustomerSummary, Identity } from './types.ts';

/** The customer's standing facts. Refuses platform.not_found. */
export async function customer(ctx: Ctx, customerId: CustomerId): Promise<CustomerSummary> {
  const found = await repo.findCustomer(ctx.tx, customerId);
  if (!found) throw new Refusal('platform.not_found');
  return found;
}

/** Unsealed identity, for outside calls, contracts and payments; never into logs, job payloads or outputs. Refuses platform.not_found. */
export async function identity(ctx: Ctx, customerId: CustomerId): Promise<Identity> {
  await customer(ctx, customerId);
  const f = await valuesOf(ctx, customerId);
  const shops = await repo.shopsOf(ctx.tx, customerId);
  const [account, bankCode] = [f.get('payout.account'), f.get('payout.bank_code')];
  return {
    name: f.get('person.name') ?? null,
    idNo: f.get('person.id_no') ?? null,
    mobile: f.get('person.mobile') ?? '',
    enterpriseName: f.get('enterprise.name') ?? null,
    uscc: f.get('enterprise.uscc') ?? null,
    legalPerson: f.get('enterprise.legal_person') ?? null,
    shops: shops.map((s) => ({ shopId: s.shop_id, platform: s.platform, shopName: s.shop_name })),
    declared: {
      annualRevenueMinor: amount(f, 'finance.annual_revenue'),
      netProfitMinor: amount(f, 'finance.net_profit'),
      totalAssetsMinor: amount(f, 'finance.total_assets'),
      totalLiabilitiesMinor: amount(f, 'finance.total_liabilities'),
    },
    payoutAccount: account !== undefined && bankCode !== undefined ? { account, bankCode } : null,
  };
}

const amount = (f: ReadonlyMap<FieldName, string>, field: FieldName): bigint | null => parseMoney(f.get(field) ?? '') ?? null;

export type NewCustomer = {
  readonly mobile: string;
  readonly kind: CustomerKind;
  /** Administrative region code ("330106"): decides the branch. Without it branches take turns. */
  readonly region?: string;
  readonly campaign?: string;
  readonly branchId?: BranchId;
  readonly managerId?: StaffId;
};
/**
 * The customer of a mobile number; opened now when there is none, with a branch and a named relationship manager. Two at once get one.
 * Refuses customers.no_branch.
 */
export async function openCustomer(ctx: Ctx, n: NewCustomer): Promise<{ customerId: CustomerId; opened: boolean }> {
  const own = ctx.newId('cust');
  const holder = await repo.claim(ctx.tx, 'mobile', ctx.vault.blind('mobile', n.mobile), own, ctx.now);
  if (holder !== own) return { customerId: holder, opened: false };
  const branchId = n.branchId ?? (n.region === undefined ? await nextBranch(ctx) : await branchForRegion(ctx, n.region));
  const managerId = n.managerId ?? (await nextManager(ctx, branchId));
  await repo.insertCustomer(
    ctx.tx,
    {
      customerId: own,
      kind: n.kind,
      displayName: '…',
      branchId,
      managerId,
      state: 'prospect',
      profileState: 'draft',
      completeness: 0,
      campaign: n.campaign ?? null,
      joinedOn: ctx.today,
      firstPaidOutOn: null,
    },
    ctx.now,
  );
  await writeField(ctx, own, 'person.mobile', n.mobile, { source: ctx.actor.kind === 'staff' ? 'staff' : 'typed' });
  await refresh(ctx, own);
  await addTimeline(ctx, {
    customerId: own,
    kind: 'customers.joined',
    subject: own,
    zh: '成为客户，已分配专属客户经理',
    en: 'Became a customer; a relationship manager was assigned',
  });
  await ctx.announce(joined, { customerId: own, campaign: n.campaign ?? null });
  return { customerId: own, opened: true };
}

async function nextBranch(ctx: Ctx): Promise<BranchId> {
  const all = await branches(ctx);
  const turn = await repo.takeTurn(ctx.tx, 'branch');
  const branch = all[Number(turn % BigInt(Math.max(all.length, 1)))];
  if (!branch) throw refuse('customers.no_branch');
  return branch.id;
}
async function nextManager(ctx: Ctx, branchId: BranchId): Promise<StaffId | null> {
  const managers = await staffByRole(ctx, 'RELATIONSHIP_MANAGER', branchId);
  if (managers.length === 0) return null;
  return managers[Number((await repo.takeTurn(ctx.tx, `manager:${branchId}`)) % BigInt(managers.length))]?.id ?? null;
}

/**
 * Locks an account: it can still be read, nothing can be applied for. Reversible, and the customer can appeal. `evidence` names a document or
 * case. Locking twice keeps the first lock. Refuses customers.closed.
 */
export async function lockAccount(ctx: Ctx, l: { customerId: CustomerId; reasonCode: string; evidence: string }): Promise<void> {
  const found = await lockedCustomer(ctx, l.customerId);
  if (found.state === 'closed') throw refuse('customers.closed');
  if (found.state === 'locked') return;
  await repo.updateLocked(ctx.tx, l.customerId, true, ctx.now);
  await lockRepo.insertLock(ctx.tx, l.customerId, {
    id: ctx.newId('lock'),
    reasonCode: l.reasonCode,
    evidence: l.evidence,
    by: ctx.actor.id,
    at: ctx.now,
  });
  await endBorrowerSessions(ctx, l.customerId, 'locked');
  await addTimeline(ctx, {
    customerId: l.customerId,
    kind: 'customers.locked',
    subject: l.customerId,
    zh: `账户锁定：${l.reasonCode}`,
    en: `Account locked: ${l.reasonCode}`,
  });
}
/** Opens a locked account again; refuses customers.not_locked. */
export async function unlockAccount(ctx: Ctx, u: { customerId: CustomerId; why: string }): Promise<void> {
  const found = await lockedCustomer(ctx, u.customerId);
  if (found.state !== 'locked') throw refuse('customers.not_locked');
  await repo.updateLocked(ctx.tx, u.customerId, false, ctx.now);
  await lockRepo.releaseLocks(ctx.tx, u.customerId, { by: ctx.actor.id, at: ctx.now, why: u.why });
  await closeTasks(ctx, { customerId: u.customerId, kind: 'lock_appeal', subject: u.customerId, outcome: 'released' });
  await addTimeline(ctx, {
    customerId: u.customerId,
    kind: 'customers.unlocked',
    subject: u.customerId,
    zh: '账户已解除锁定',
    en: 'The account was unlocked',
  });
}
/** What the customer says to a lock: a task for somebody who did not lock. Refuses customers.not_locked, customers.appeal_made. */
export async function appealLock(ctx: Ctx, customerId: CustomerId, text: string): Promise<void> {
  const found = await lockedCustomer(ctx, customerId);
  const open = await lockRepo.openLock(ctx.tx, customerId);
  if (found.state !== 'locked' || !open) throw refuse('customers.not_locked');
  if (open.appealedAt !== null) throw refuse('customers.appeal_made');
  await lockRepo.saveAppeal(ctx.tx, customerId, open.id, ctx.vault.seal(`customers.lock.appeal|${customerId}`, text), ctx.now);
  await openTask(ctx, {
    customerId,
    kind: 'lock_appeal',
    subject: customerId,
    zh: '账户锁定申诉',
    en: 'Appeal against a locked account',
    ownerRole: 'COMPLIANCE',
    branchId: found.branchId,
    link: `/customers/${customerId}`,
  });
}

/** A loan of ours was paid out: the customer is active, and from now on no first-time borrower (FST-03). */
export async function markFirstPaidOut(ctx: Ctx, customerId: CustomerId, on: CustomerSummary['joinedOn']): Promise<void> {
  await lockedCustomer(ctx, customerId);
  await repo.updateFirstPaidOut(ctx.tx, customerId, on, ctx.now);
}

/** Which form the customer fills in. */
export async function chooseKind(ctx: Ctx, customerId: CustomerId, kind: CustomerKind): Promise<void> {
  await changeableCustomer(ctx, customerId);
  await repo.updateKind(ctx.tx, customerId, kind, ctx.now);
  await refresh(ctx, customerId);
}
