import { compareGrades, type Grade, type GradeGroup, gradeGroup } from '@tallystick/engines/rating';
import type { CustomerId } from '@tallystick/kernel';
import { staffByRole } from '#modules/access';
import { addTimeline, customer, identity } from '#modules/customers';
import { notify, notifyStaff } from '#modules/notifications';
import { canonicalJson } from '#modules/products';
import { type Ctx, sha256Hex } from '#platform';
import type { DecisionInput, DecisionOutput, Versions } from '../deciding/decide.ts';
import { gradeChanged } from '../events.ts';
import type { RatingId } from '../types.ts';
import { insertRating, newestRating } from './repo.ts';

const GROUPS: readonly GradeGroup[] = ['AAA', 'AA', 'A', 'OTHER'];
export type StoredRating = {
  readonly reasons: DecisionOutput['reasons'];
  readonly rating: NonNullable<DecisionOutput['rating']> | null;
  readonly unrated: string | null;
};

/** Keeps a rating with a snapshot of what it was computed from; a grade other than before is told to the customer and to later modules. */
export async function storeRating(
  ctx: Ctx,
  r: {
    customerId: CustomerId;
    branchId: string;
    collectionId: string;
    why: string;
    input: Pick<DecisionInput, 'facts' | 'creditRow' | 'features'>;
    output: Pick<DecisionOutput, 'rating' | 'unrated' | 'riskLevel'>;
    versions: Versions;
  },
): Promise<RatingId> {
  const before = await newestRating(ctx.tx, r.customerId, gradeGroup);
  const id: RatingId = ctx.newId('rate');
  const { rating, unrated } = r.output;
  const input = canonicalJson({ facts: r.input.facts, creditRow: r.input.creditRow, features: r.input.features });
  const body: StoredRating = { reasons: rating?.reasons ?? [], rating, unrated };
  await insertRating(ctx.tx, {
    customerId: r.customerId,
    id,
    branchId: r.branchId,
    collectionId: r.collectionId,
    why: r.why,
    state: rating ? 'rated' : 'insufficient',
    grade: rating?.grade ?? null,
    gradeGroup: rating ? gradeGroup(rating.grade) : null,
    scoreTenths: rating?.totalTenths ?? null,
    pdPpm: rating?.pdPpm ?? null,
    riskLevel: r.output.riskLevel,
    input,
    inputHash: sha256Hex(input),
    body: canonicalJson(body),
    modelId: r.versions.model.id,
    modelVersion: r.versions.model.version,
    parametersVersion: r.versions.rating.version,
    ratedOn: ctx.today,
    ratedAt: ctx.now,
    expiresOn: rating?.expiresOn ?? null,
  });
  if (rating && before && before.grade !== rating.grade) await tellChange(ctx, r.customerId, id, before.grade, rating.grade);
  return id;
}

async function tellChange(ctx: Ctx, customerId: CustomerId, ratingId: RatingId, before: Grade, after: Grade): Promise<void> {
  const down = GROUPS.indexOf(gradeGroup(after)) - GROUPS.indexOf(gradeGroup(before));
  await ctx.announce(gradeChanged, {
    customerId,
    ratingId,
    before,
    after,
    direction: compareGrades(after, before) < 0 ? 'up' : 'down',
    groupsDown: Math.max(0, down),
  });
  await addTimeline(ctx, {
    customerId,
    kind: 'decisioning.grade_changed',
    subject: ratingId,
    zh: `信用等级 ${before} → ${after}`,
    en: `Grade ${before} → ${after}`,
  });
  const { mobile } = await identity(ctx, customerId);
  await notify(ctx, {
    customerId,
    template: 'grade_changed',
    params: { from: before, to: after },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
    link: '/grade',
  });
  await tellStaff(ctx, customerId, before, after);
}

/** The customer's manager, and the reviewers and post-loan officers of the branch, hear of it once each (S3-34). */
async function tellStaff(ctx: Ctx, customerId: CustomerId, before: Grade, after: Grade): Promise<void> {
  const { managerId, branchId, displayName } = await customer(ctx, customerId);
  const officers = [...(await staffByRole(ctx, 'REVIEWER', branchId)), ...(await staffByRole(ctx, 'POST_LOAN', branchId))];
  for (const staffId of new Set([...(managerId === null ? [] : [managerId]), ...officers.map((s) => s.id)])) {
    await notifyStaff(ctx, {
      staffId,
      template: 'staff_alert',
      params: { subject: displayName, text: `信用等级 ${before} → ${after} / grade ${before} → ${after}` },
      link: `/customers/${customerId}`,
    });
  }
}
