import { type CustomerId, HOUSE } from '@tallystick/kernel';
import { z } from 'zod';
import { customer, identity } from '#modules/customers';
import { type Ctx, job, zCustomerId } from '#platform';
import { campaignOrNone, convertLead } from '../leads.ts';
import * as repo from '../repo.ts';
import type { Step } from '../types.ts';

/** The lead belongs to the house and the customer to itself: one transaction each. */
export const convertLeadJob = job({
  name: 'engagement.convert_lead',
  payload: z.object({ joined: zCustomerId }),
  run: async (ctx, p) => convertLead(ctx, await blindOf(ctx, p.joined), p.joined),
});
const blindOf = async (ctx: Ctx, customerId: CustomerId): Promise<string> => ctx.vault.blind('mobile', (await identity(ctx, customerId)).mobile);

/** Somebody became a customer: counted for the campaign named at sign-in, else for the one of the lead. */
export async function onJoined(ctx: Ctx, e: { customerId: CustomerId; campaign: string | null }): Promise<void> {
  const lead = await repo.openLeadOf(ctx.tx, await blindOf(ctx, e.customerId));
  const { branchId } = await customer(ctx, e.customerId);
  const campaign = e.campaign === null ? (lead?.campaign ?? 'none') : await campaignOrNone(ctx, e.campaign);
  await repo.reach(ctx.tx, e.customerId, { step: 'join', campaign, branchId, on: ctx.today, at: ctx.now });
  if (lead) await ctx.enqueue(convertLeadJob, { joined: e.customerId }, { key: e.customerId, customerId: HOUSE });
}

/** A customer reached a step of the way for the first time. */
export async function reached(ctx: Ctx, customerId: CustomerId, step: Step): Promise<void> {
  const { branchId } = await customer(ctx, customerId);
  const campaign = (await repo.campaignOf(ctx.tx, customerId)) ?? 'none';
  await repo.reach(ctx.tx, customerId, { step, campaign, branchId, on: ctx.today, at: ctx.now });
}

/** An application ended without a loan. */
export async function dropped(ctx: Ctx, customerId: CustomerId, applicationId: string, reason: 'declined' | 'withdrawn' | 'expired'): Promise<void> {
  const { branchId } = await customer(ctx, customerId);
  const campaign = (await repo.campaignOf(ctx.tx, customerId)) ?? 'none';
  const beforeStep = reason !== 'declined' && (await repo.hasReached(ctx.tx, customerId, 'approve')) ? 'sign' : 'approve';
  await repo.dropOut(ctx.tx, customerId, { subject: applicationId, beforeStep, reason, campaign, branchId, on: ctx.today, at: ctx.now });
}
