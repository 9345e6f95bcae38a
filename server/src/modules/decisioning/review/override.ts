import { compareGrades, type Grade, gradeGroup, type Override, overrideGrade, type RatingResult } from '@tallystick/engines/rating';
import { assert, type CustomerId } from '@tallystick/kernel';
import { assertAuthority, assertOtherPerson } from '#modules/access';
import { application, submittedForm } from '#modules/applications';
import { addTimeline } from '#modules/customers';
import { readCanonical } from '#modules/products';
import { closeTasks, openTask } from '#modules/tasks';
import { type Ctx, refusePlatform } from '#platform';
import { gradeChanged } from '../events.ts';
import { ratingFile } from '../rating/repo.ts';
import type { StoredRating } from '../rating/store.ts';
import type { RatingId, ReviewId } from '../types.ts';
import { caseFile } from './case/case-file.ts';
import { refuse } from './refusals.ts';
import { decideOverride, findOverride, insertOverride, writeGrade } from './repo.ts';
import { lockedReview, reviewLink } from './service.ts';
import type { GradeOverride, Review } from './types.ts';

/** Stands for the second person while the change is only asked for: everything else is checked at once. */
const SOMEBODY_ELSE = 'somebody else';

/**
 * Asks for another grade than the model's (S0-22): one notch up at most and never above a cap, for another person to decide; down at once, with a reason.
 * Refuses rating.override_too_far, rating.override_above_cap, decisioning.override_open, decisioning.override_same, decisioning.no_rating.
 */
export async function askOverride(ctx: Ctx, o: { customerId: CustomerId; reviewId: ReviewId; grade: Grade; reason: string }): Promise<GradeOverride> {
  const r = await lockedReview(ctx, o.customerId, o.reviewId, 'open', 'paused');
  if (r.reviewerId !== ctx.actor.id) throw refuse(r.reviewerId === null ? 'decisioning.review_unclaimed' : 'decisioning.review_taken');
  const { record } = await caseFile(ctx, r);
  const ratingId = record.ratingId as RatingId | null;
  const change = await changeOf(ctx, o.customerId, ratingId, { grade: o.grade, reason: o.reason, askedBy: ctx.actor.id, approvedBy: SOMEBODY_ELSE });
  if (change.direction === 'none') throw refuse('decisioning.override_same', { field: 'grade' });
  const down = change.direction === 'down';
  const asked: GradeOverride = {
    overrideId: ctx.newId('govr'),
    customerId: o.customerId,
    ratingId: ratingId as RatingId,
    applicationId: r.applicationId,
    fromGrade: change.from,
    toGrade: change.to,
    direction: change.direction,
    reason: change.reason,
    state: down ? 'approved' : 'asked',
    askedBy: ctx.actor.id,
    askedAt: ctx.now,
    decidedBy: down ? ctx.actor.id : null,
    decidedAt: down ? ctx.now : null,
  };
  if (!(await insertOverride(ctx.tx, r.branchId, asked))) throw refuse('decisioning.override_open');
  if (down) await tellOverride(ctx, asked);
  else await openOverrideTask(ctx, r, asked);
  return asked;
}

async function changeOf(
  ctx: Ctx,
  customerId: CustomerId,
  ratingId: RatingId | null,
  request: Parameters<typeof overrideGrade>[1],
): Promise<Override> {
  const file = ratingId === null ? undefined : await ratingFile(ctx.tx, customerId, ratingId);
  const rating: RatingResult | null = file === undefined ? null : readCanonical<StoredRating>(file.body).rating;
  if (rating === null) throw refusePlatform('platform.not_found');
  return overrideGrade(rating, request);
}
async function openOverrideTask(ctx: Ctx, r: Review, o: GradeOverride): Promise<void> {
  await openTask(ctx, {
    customerId: o.customerId,
    kind: 'grade_override',
    subject: o.overrideId,
    zh: `等级调整申请：${o.fromGrade} → ${o.toGrade}`,
    en: `Change of grade: ${o.fromGrade} → ${o.toGrade}`,
    ownerRole: 'APPROVER',
    branchId: r.branchId,
    link: reviewLink(r),
  });
}

/** Another person with authority over the case, as it would be with the better grade, decides a change upward. Refuses access.maker_cannot_check, access.over_authority, decisioning.override_closed. */
export async function decideGradeOverride(ctx: Ctx, d: { customerId: CustomerId; overrideId: string; approve: boolean }): Promise<GradeOverride> {
  const o = await findOverride(ctx.tx, d.customerId, d.overrideId);
  if (!o) throw refusePlatform('platform.not_found');
  if (o.state !== 'asked') throw refuse('decisioning.override_closed');
  assertOtherPerson(ctx, o.askedBy);
  if (d.approve) {
    await changeOf(ctx, d.customerId, o.ratingId, { grade: o.toGrade, reason: o.reason, askedBy: o.askedBy, approvedBy: ctx.actor.id });
    const a = await amountOf(ctx, o);
    await assertAuthority(ctx, { exposureMinor: a.amountMinor, gradeGroup: gradeGroup(o.fromGrade), secured: false, productCode: a.productCode });
  }
  const state = d.approve ? 'approved' : 'refused';
  await decideOverride(ctx.tx, { customerId: d.customerId, id: d.overrideId, state, by: ctx.actor.id, at: ctx.now });
  await closeTasks(ctx, { customerId: d.customerId, kind: 'grade_override', subject: d.overrideId, outcome: state });
  const after: GradeOverride = { ...o, state, decidedBy: ctx.actor.id, decidedAt: ctx.now };
  if (d.approve) await tellOverride(ctx, after);
  return after;
}
async function amountOf(ctx: Ctx, o: GradeOverride): Promise<{ amountMinor: bigint; productCode: string }> {
  assert(o.applicationId !== null, 'a change of grade belongs to an application');
  const a = await application(ctx, o.customerId, o.applicationId);
  return { amountMinor: submittedForm(a).amountMinor, productCode: a.productCode };
}
const GROUPS = ['AAA', 'AA', 'A', 'OTHER'];
async function tellOverride(ctx: Ctx, o: GradeOverride): Promise<void> {
  if (o.applicationId !== null) await writeGrade(ctx.tx, o.customerId, o.applicationId, o.toGrade);
  const down = GROUPS.indexOf(gradeGroup(o.toGrade)) - GROUPS.indexOf(gradeGroup(o.fromGrade));
  await ctx.announce(gradeChanged, {
    customerId: o.customerId,
    ratingId: o.ratingId,
    before: o.fromGrade,
    after: o.toGrade,
    direction: compareGrades(o.toGrade, o.fromGrade) < 0 ? 'up' : 'down',
    groupsDown: Math.max(0, down),
  });
  await addTimeline(ctx, {
    customerId: o.customerId,
    kind: 'decisioning.grade_overridden',
    subject: o.overrideId,
    zh: `人工调整信用等级：${o.fromGrade} → ${o.toGrade}`,
    en: `Grade changed by judgement: ${o.fromGrade} → ${o.toGrade}`,
  });
}
