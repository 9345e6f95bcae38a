import { gradeGroup } from '@tallystick/engines/rating';
import { type CustomerId, formatMoney, formatPercent } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import type { Ctx } from '#platform';
import { findApproval } from './deciding/repo.ts';
import { liveOffer, newestRating } from './rating/repo.ts';
import { refuse } from './refusals.ts';
import type { Approval, Offer, RatingCase } from './types.ts';

/** The customer's newest rating that came to a grade; undefined when there is none. It may have expired: see `expiresOn`. */
export const latestRating = (ctx: Ctx, customerId: CustomerId): Promise<RatingCase | undefined> => newestRating(ctx.tx, customerId, gradeGroup);

/** The pre-approved offer that stands today, of one product or the largest of any. */
export const currentOffer = (ctx: Ctx, customerId: CustomerId, productCode: string | null = null): Promise<Offer | undefined> =>
  liveOffer(ctx.tx, customerId, productCode, ctx.today);

/** What may be lent on an application; undefined when nothing (any more). */
export const approvalOf = (ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId): Promise<Approval | undefined> =>
  findApproval(ctx.tx, customerId, applicationId);

/**
 * Nothing is signed or paid out against a decision: the approval stands today, the amount and the term are within it, the rate is the approved one.
 * Refuses decisioning.not_approved, approval_expired, beyond_approval.
 */
export async function assertApproved(
  ctx: Ctx,
  asked: { customerId: CustomerId; applicationId: ApplicationId; amountMinor: bigint; ratePpm: bigint; months: number },
): Promise<Approval> {
  const approval = await findApproval(ctx.tx, asked.customerId, asked.applicationId);
  if (approval?.state !== 'standing') throw refuse('decisioning.not_approved');
  if (ctx.today > approval.validUntil) throw refuse('decisioning.approval_expired', { facts: { until: approval.validUntil } });
  const beyond = (what: string, approved: string, wanted: string) =>
    refuse('decisioning.beyond_approval', { facts: { what, approved, asked: wanted } });
  if (asked.amountMinor > approval.amountMinor) throw beyond('amount', formatMoney(approval.amountMinor), formatMoney(asked.amountMinor));
  if (asked.months > approval.months) throw beyond('months', String(approval.months), String(asked.months));
  if (asked.ratePpm !== approval.ratePpm) throw beyond('rate', formatPercent(approval.ratePpm), formatPercent(asked.ratePpm));
  return approval;
}
