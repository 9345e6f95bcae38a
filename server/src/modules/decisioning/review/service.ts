import { bankMoment, type CustomerId, type Instant, instantMs, msBetween, plusHours, plusMs } from '@tallystick/kernel';
import { type ApplicationId, application, lockedApplication, moveDue, setState, submittedForm } from '#modules/applications';
import { addTimeline, customer } from '#modules/customers';
import { closeTasks, openTask } from '#modules/tasks';
import { type BranchId, type Ctx, refusePlatform, type StaffId } from '#platform';
import { newestRecord, recordById } from '../deciding/repo.ts';
import { latestRating } from '../service.ts';
import type { DecisionId, ReviewId } from '../types.ts';
import { refuse } from './refusals.ts';
import { findReview, insertReview, openReviewOf, wasReviewed, writeReview } from './repo.ts';
import type { Review, ReviewOutcome } from './types.ts';

/** Time a reviewer has at least, whatever is left of the promised time. */
const REVIEW_HOURS = 8;
/** How long after an automatic decline people can be asked for (PIPL art. 24; the bank's own period). */
const APPEAL_DAYS = 30;

export const reviewLink = (r: Pick<Review, 'customerId' | 'reviewId'>): string => `/reviews/${r.customerId}/${r.reviewId}`;
const later = (a: Instant, b: Instant): Instant => (instantMs(a) > instantMs(b) ? a : b);

/** Puts a case into people's hands: its row, and a task in the reviewers' queue with the clock. The application is in `reviewing` already. */
export async function openReview(
  ctx: Ctx,
  o: {
    customerId: CustomerId;
    applicationId: ApplicationId;
    decisionId: DecisionId;
    branchId: BranchId;
    kind: Review['kind'];
    appeal?: string;
  },
): Promise<ReviewId> {
  const a = await application(ctx, o.customerId, o.applicationId);
  const record = await recordById(ctx.tx, o.customerId, o.decisionId);
  if (!record) throw refusePlatform('platform.not_found');
  const form = submittedForm(a);
  const rating = record.ratingId === null ? undefined : await latestRating(ctx, o.customerId);
  const review: Review = {
    ...o,
    appeal: o.appeal ?? '',
    reviewId: ctx.newId('revw'),
    productCode: a.productCode,
    amountMinor: form.amountMinor,
    months: form.months,
    grade: rating?.ratingId === record.ratingId ? (rating?.grade ?? null) : null,
    riskLevel: record.riskLevel,
    state: 'open',
    outcome: null,
    reviewerId: null,
    approverRole: null,
    openedAt: ctx.now,
    dueAt: later(a.dueAt ?? ctx.now, plusHours(ctx.now, REVIEW_HOURS)),
    closedAt: null,
    version: 1,
  };
  await insertReview(ctx.tx, review);
  await openReviewerTask(ctx, review);
  return review.reviewId;
}
/** The reviewers' task, with the case's own clock; to the reviewer who has it already, if there is one. */
export async function openReviewerTask(ctx: Ctx, r: Review): Promise<void> {
  await openTask(ctx, {
    customerId: r.customerId,
    kind: 'review',
    subject: r.reviewId,
    zh: r.kind === 'appeal' ? '申请人要求人工复核' : '贷款申请待人工审查',
    en: r.kind === 'appeal' ? 'The applicant asks for a review by a person' : 'Loan application to review',
    ownerRole: 'REVIEWER',
    ...(r.reviewerId === null ? {} : { ownerId: r.reviewerId as StaffId }),
    branchId: r.branchId,
    dueAt: r.dueAt,
    priority: r.riskLevel === 'HIGH' ? 2 : 3,
    link: reviewLink(r),
  });
}

/** The case, held until the transaction ends, in one of the states. Refuses platform.not_found, decisioning.review_state. */
export async function lockedReview(ctx: Ctx, customerId: CustomerId, reviewId: ReviewId, ...states: readonly Review['state'][]): Promise<Review> {
  const r = await findReview(ctx.tx, customerId, reviewId, true);
  if (!r) throw refusePlatform('platform.not_found');
  if (!states.includes(r.state)) throw refuse('decisioning.review_state', { facts: { state: r.state } });
  return r;
}
/** Ends a case and what is open of it in the work lists. */
export async function closeReview(ctx: Ctx, r: Review, outcome: ReviewOutcome): Promise<Review> {
  const closed = await writeReview(ctx.tx, { ...r, state: 'closed', outcome, closedAt: ctx.now });
  for (const kind of ['review', 'approval', 'investigation']) await closeTasks(ctx, { customerId: r.customerId, kind, subject: r.reviewId, outcome });
  return closed;
}

/**
 * The applicant asks that people look at an automatic decline (PIPL art. 24): within thirty days, once a decision. Refuses decisioning.appeal_none,
 * decisioning.appeal_late, applications.one_open.
 */
export async function askHumanReview(ctx: Ctx, a: { customerId: CustomerId; applicationId: ApplicationId; why: string }): Promise<ReviewId> {
  const now = await lockedApplication(ctx, a.customerId, a.applicationId);
  const record = await newestRecord(ctx.tx, a.customerId, a.applicationId);
  if (now.state !== 'declined' || !record || record.attempt !== now.attempt || (await wasReviewed(ctx.tx, a.customerId, record.id)))
    throw refuse('decisioning.appeal_none');
  if (msBetween(now.decidedAt ?? record.madeAt, ctx.now) > APPEAL_DAYS * 86_400_000)
    throw refuse('decisioning.appeal_late', { facts: { days: APPEAL_DAYS } });
  await setState(ctx, { ...a, to: 'reviewing', zh: '您已申请人工复核', en: 'You asked for a review by a person' });
  await moveDue(ctx, { ...a, dueAt: plusHours(ctx.now, REVIEW_HOURS) });
  const { branchId } = await customer(ctx, a.customerId);
  const reviewId = await openReview(ctx, {
    customerId: a.customerId,
    applicationId: a.applicationId,
    decisionId: record.id,
    branchId,
    kind: 'appeal',
    appeal: a.why,
  });
  await addTimeline(ctx, {
    customerId: a.customerId,
    kind: 'decisioning.appealed',
    subject: a.applicationId,
    zh: '客户申请人工复核',
    en: 'The customer asked for a review by a person',
    link: reviewLink({ customerId: a.customerId, reviewId }),
  });
  return reviewId;
}

/** The applicant took the application back: the case needs no more work. */
export async function dropReview(ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId): Promise<void> {
  const r = await openReviewOf(ctx.tx, customerId, applicationId);
  if (r) await closeReview(ctx, r, 'withdrawn');
}

/** Lets the clock stand still: the promised time waits with it (S3-18). */
export async function stopClock(ctx: Ctx, r: Review): Promise<void> {
  await moveDue(ctx, { customerId: r.customerId, applicationId: r.applicationId, dueAt: null });
  await closeTasks(ctx, { customerId: r.customerId, kind: 'review', subject: r.reviewId, outcome: 'paused' });
}
/** Starts it again with the time that was left, never less than nothing. */
export async function startClock(ctx: Ctx, r: Review, pausedAt: Instant): Promise<Review> {
  const left = Math.max(0, msBetween(pausedAt, r.dueAt));
  const after = await writeReview(ctx.tx, { ...r, state: 'open', dueAt: plusMs(ctx.now, left) });
  await moveDue(ctx, { customerId: r.customerId, applicationId: r.applicationId, dueAt: after.dueAt });
  await openReviewerTask(ctx, after);
  return after;
}
/** The evening of a day, by the bank's clock. */
export const endOfDay = (day: string): Instant => bankMoment(day as never, 18 * 60);
