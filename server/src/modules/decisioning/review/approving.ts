import { type CustomerId, formatMoney } from '@tallystick/kernel';
import { assertAuthority, assertOtherPerson } from '#modules/access';
import { setState } from '#modules/applications';
import { closeTasks } from '#modules/tasks';
import { type Ctx, refusePlatform, type StaffRole } from '#platform';
import { grantApproval } from '../deciding/approvals.ts';
import { finishDecision } from '../deciding/outcome.ts';
import type { ReviewId } from '../types.ts';
import { authorityCase, type CaseFile, caseFile, matrixFor } from './case/case-file.ts';
import { judge } from './case/judging.ts';
import { refuse } from './refusals.ts';
import { insertOpinion, writeReview } from './repo.ts';
import { COMMITTEE_ABOVE_MINOR, deviates, needsCommittee, nextRole } from './rules.ts';
import { closeReview, lockedReview, openReviewerTask } from './service.ts';
import { type CaseTerms, PERSON_REASONS, type Review } from './types.ts';
import { blank, openApprovalTask, type Said } from './work.ts';

type One = { readonly customerId: CustomerId; readonly reviewId: ReviewId; readonly version: number };

/** The recommended case, held, as the approver saw it; neither the reviewer's nor the maker's own. Refuses platform.state_changed, access.maker_cannot_check. */
async function forDecision(ctx: Ctx, one: One): Promise<{ review: Review; file: CaseFile }> {
  const review = await lockedReview(ctx, one.customerId, one.reviewId, 'recommended');
  if (review.version !== one.version) throw refusePlatform('platform.state_changed');
  const file = await caseFile(ctx, review);
  for (const maker of [review.reviewerId, file.application.createdBy]) if (maker !== null) assertOtherPerson(ctx, maker);
  return { review, file };
}

/** The acting person may decide these terms. Refuses access.over_authority, decisioning.high_risk_committee. Answers level and version of the matrix. */
async function authorised(ctx: Ctx, file: CaseFile, terms: CaseTerms | null): Promise<string> {
  const as = terms ?? { amountMinor: file.review.amountMinor, guarantee: 'CREDIT' as const };
  const c = authorityCase(file, as, terms !== null && deviates(terms, matrixFor(file, terms)));
  const path = await assertAuthority(ctx, c);
  const roles: readonly StaffRole[] = ctx.actor.kind === 'staff' ? ctx.actor.roles : [];
  if (terms !== null && needsCommittee(file.record.riskLevel, c.exposureMinor) && !roles.includes('COMMITTEE') && !roles.includes('EXECUTIVE'))
    throw refuse('decisioning.high_risk_committee', { facts: { limit: formatMoney(COMMITTEE_ABOVE_MINOR) } });
  return `${path.level}@${path.matrixVersion}`;
}

/**
 * The approver's decision with all its figures (S0-56): approved as asked, other terms offered, or declined with reasons. Within authority, by another
 * person than reviewer and maker, once. The approval is the only thing that may later be signed and paid out against.
 */
export async function decideCase(ctx: Ctx, one: One, said: Said): Promise<Review> {
  const { review, file } = await forDecision(ctx, one);
  const judged = judge(file, said);
  const authority = await authorised(ctx, file, judged.terms);
  await insertOpinion(ctx.tx, review.customerId, { ...(await blank(ctx, review)), ...said, ...judged, stage: 'approval', authority });
  const key = { customerId: review.customerId, applicationId: review.applicationId, decisionId: review.decisionId };
  const outcome = ({ approve: 'approved', counter_offer: 'counter_offered', reject: 'declined' } as const)[said.conclusion];
  if (judged.terms !== null) {
    const state = outcome === 'approved' ? 'standing' : 'offered';
    const by = { source: 'person', state, approvedBy: ctx.actor.id } as const;
    await grantApproval(ctx, { ...key, ...judged.terms, ...by, attempt: file.record.attempt, conditions: said.conditions });
  }
  const reasons = PERSON_REASONS.filter((r) => said.reasonCodes.includes(r.code));
  await finishDecision(ctx, { ...key, outcome, reasons: outcome === 'approved' ? [] : reasons, owner: ctx.actor.id });
  return closeReview(ctx, review, outcome);
}

/** The approver gives the case back to the reviewer, or passes it to the next level, with the reasons. */
export async function passCase(
  ctx: Ctx,
  one: One,
  said: { conclusion: 'return' | 'escalate'; reasonCodes: readonly string[]; opinion: string },
): Promise<Review> {
  const { review } = await forDecision(ctx, one);
  await insertOpinion(ctx.tx, review.customerId, { ...(await blank(ctx, review)), ...said, stage: 'approval' });
  await closeTasks(ctx, { customerId: review.customerId, kind: 'approval', subject: review.reviewId, outcome: said.conclusion });
  return said.conclusion === 'return' ? backToReviewer(ctx, review) : upward(ctx, review);
}
async function backToReviewer(ctx: Ctx, review: Review): Promise<Review> {
  const after = await writeReview(ctx.tx, { ...review, state: 'open', approverRole: null });
  await setState(ctx, {
    customerId: review.customerId,
    applicationId: review.applicationId,
    to: 'reviewing',
    zh: '审批人要求补充审查',
    en: 'The approver asks for more review',
  });
  await openReviewerTask(ctx, after);
  return after;
}
async function upward(ctx: Ctx, review: Review): Promise<Review> {
  const role = nextRole(review.approverRole ?? 'APPROVER');
  if (role === undefined) throw refuse('decisioning.no_higher_level');
  const after = await writeReview(ctx.tx, { ...review, approverRole: role });
  await openApprovalTask(ctx, after, null);
  return after;
}
