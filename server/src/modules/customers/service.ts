import { type CustomerId, parseMoney, Refusal } from '@tallystick/kernel';
import { branches, branchForRegion, staffByRole } from '#modules/access';
import type { BranchId, Ctx, StaffId } from '#platform';
import { joined } from './events.ts';
import type { FieldName } from './profile/fields.ts';
import { changeableCustomer, lockedCustomer, refresh, valuesOf, writeFields } from './profile/service.ts';
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
  const [, f, shops] = await Promise.all([customer(ctx, customerId), valuesOf(ctx, customerId), repo.shopsOf(ctx.tx, customerId)]);
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
  await writeFields(ctx, own, { 'person.mobile': n.mobile }, { source: ctx.actor.kind === 'staff' ? 'staff' : 'typed' });
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
