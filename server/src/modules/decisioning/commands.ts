import { gradeGroup } from '@tallystick/engines/rating';
import { z } from 'zod';
import { application, lockedApplication, setState } from '#modules/applications';
import { products } from '#modules/products';
import { command, query, refusePlatform, zCustomerId, zDate, zId, zInstant } from '#platform';
import { gather } from './deciding/flow.ts';
import { finishDecision } from './deciding/outcome.ts';
import { replayDecision, storedDecision } from './deciding/replay.ts';
import { findApproval, newestRecord, newestRun, writeApprovalState, writeRun } from './deciding/repo.ts';
import { refreshRating } from './rating/flow.ts';
import { newestRating, ratingsOf } from './rating/repo.ts';
import { refuse } from './refusals.ts';
import { wasReviewed } from './review/repo.ts';
import { zDecisionView, zFeature, zOffer, zProgress, zRatingView, zReason } from './schema.ts';
import { RISK_LEVELS } from './types.ts';
import { applicationProgress, decisionPage, gradePage, offersPage } from './view.ts';

const STAFF = ['RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'COMMITTEE', 'RISK_MANAGER', 'POST_LOAN', 'COMPLIANCE'] as const;
const own = { customerId: zCustomerId };
const place = { ...own, applicationId: zId('appl') };

export const requestOffer = command({
  name: 'decisioning.request_offer',
  says: { zh: '请求评级与预授信（不留硬查询）', en: 'Ask for a grade and an offer (no hard query)' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: z.object(own),
  output: z.object(own),
  run: async (ctx, i) => {
    await refreshRating(ctx, i.customerId, 'asked');
    return i;
  },
});
export const showGrade = query({
  name: 'decisioning.show_grade',
  says: { zh: '信用等级：分项、扣分原因、提升建议、数据来源', en: 'Grade: sub-scores, what holds it down, what would help, data with sources' },
  allow: ['BORROWER', ...STAFF],
  input: z.object({ ...own, ratingId: zId('rate').optional() }),
  output: z.object({ rating: zRatingView.nullable(), features: z.array(zFeature), progress: zProgress }),
  run: (ctx, i) => gradePage(ctx, i.customerId, i.ratingId ?? null),
});
export const listRatings = query({
  name: 'decisioning.list_ratings',
  says: { zh: '历次评级', en: 'Ratings over time' },
  allow: ['BORROWER', ...STAFF],
  input: z.object(own),
  output: z.object({
    items: z.array(
      z.object({
        id: zId('rate'),
        state: z.string(),
        grade: z.string().nullable(),
        scoreTenths: z.number().nullable(),
        riskLevel: z.enum(RISK_LEVELS).nullable(),
        why: z.string(),
        ratedOn: zDate,
        expiresOn: zDate.nullable(),
        modelVersion: z.string(),
      }),
    ),
    total: z.number(),
    current: z.object({ grade: z.string(), gradeGroup: z.string() }).nullable(),
  }),
  run: async (ctx, i) => {
    const items = await ratingsOf(ctx.tx, i.customerId);
    const current = await newestRating(ctx.tx, i.customerId, gradeGroup);
    return { items, total: items.length, current: current ? { grade: current.grade, gradeGroup: current.gradeGroup } : null };
  },
});
export const showOffers = query({
  name: 'decisioning.show_offers',
  says: { zh: '预授信方案：额度、利率构成、期限、综合成本', en: 'Offers: limit, price line by line, term, all-in cost' },
  allow: ['BORROWER', ...STAFF],
  input: z.object(own),
  output: z.object({ items: z.array(zOffer), total: z.number(), progress: zProgress }),
  run: async (ctx, i) =>
    offersPage(
      ctx,
      i.customerId,
      (await products(ctx)).map((p) => p.code),
    ),
});
export const showDecision = query({
  name: 'decisioning.show_decision',
  says: { zh: '决策解释：输入、规则、版本、回放校验', en: 'A decision opened up: inputs, rules, versions, replay' },
  allow: STAFF,
  input: z.object(place),
  output: zDecisionView,
  run: (ctx, i) => decisionPage(ctx, i.customerId, { applicationId: i.applicationId }),
});
export const replay = query({
  name: 'decisioning.replay',
  says: { zh: '回放决策并逐字节比较', en: 'Compute a decision again and compare the bytes' },
  allow: ['REVIEWER', 'APPROVER', 'RISK_MANAGER', 'COMPLIANCE'],
  input: z.object({ ...own, decisionId: zId('deci') }),
  output: z.object({ equal: z.boolean(), sealed: z.boolean(), sha256: z.string(), replayedSha256: z.string() }),
  run: (ctx, i) => replayDecision(ctx, i.customerId, i.decisionId),
});
export const showOutcome = query({
  name: 'decisioning.show_outcome',
  says: { zh: '申请结果与主要原因', en: 'The outcome of an application and its main reasons' },
  allow: ['BORROWER', ...STAFF],
  input: z.object(place),
  output: z.object({
    state: z.string(),
    reasons: z.array(zReason),
    decidedAt: zInstant.nullable(),
    automatic: z.boolean(),
    mayAskHuman: z.boolean(),
    progress: zProgress,
  }),
  run: async (ctx, i) => {
    const a = await application(ctx, i.customerId, i.applicationId);
    const row = await newestRecord(ctx.tx, i.customerId, i.applicationId);
    const reasons = row ? storedDecision(row).output.reasons.map(({ code, zh, en }) => ({ code, zh, en })) : [];
    const automatic = row !== undefined && row.outcome !== 'refer' && !(await wasReviewed(ctx.tx, i.customerId, row.id));
    return {
      state: a.state,
      reasons,
      decidedAt: a.decidedAt,
      automatic,
      mayAskHuman: a.state === 'declined' && automatic,
      progress: await applicationProgress(ctx, i.customerId, i.applicationId),
    };
  },
});
export const acceptCounter = command({
  name: 'decisioning.accept_counter_offer',
  says: { zh: '接受调整后的方案', en: 'Accept the other terms' },
  allow: ['BORROWER'],
  input: z.object(place),
  output: z.object(place),
  run: async (ctx, i) => {
    const approval = await findApproval(ctx.tx, i.customerId, i.applicationId);
    await lockedApplication(ctx, i.customerId, i.applicationId);
    if (approval?.state !== 'offered') throw refuse('decisioning.nothing_offered');
    if (ctx.today > approval.validUntil) throw refuse('decisioning.approval_expired', { facts: { until: approval.validUntil } });
    await writeApprovalState(ctx.tx, i.customerId, i.applicationId, 'standing');
    await finishDecision(ctx, { ...i, decisionId: approval.decisionId, outcome: 'approved' });
    return i;
  },
});
export const refuseCounter = command({
  name: 'decisioning.refuse_counter_offer',
  says: { zh: '不接受调整后的方案', en: 'Refuse the other terms' },
  allow: ['BORROWER'],
  input: z.object(place),
  output: z.object(place),
  run: async (ctx, i) => {
    const approval = await findApproval(ctx.tx, i.customerId, i.applicationId);
    if (approval?.state !== 'offered') throw refuse('decisioning.nothing_offered');
    await writeApprovalState(ctx.tx, i.customerId, i.applicationId, 'ended');
    await setState(ctx, { ...i, to: 'withdrawn', zh: '您未接受方案', en: 'You refused the other terms' });
    return i;
  },
});
export const gatherAgain = command({
  name: 'decisioning.gather_again',
  says: { zh: '重新获取外部数据', en: 'Ask the outside sources again' },
  allow: ['RELATIONSHIP_MANAGER', 'REVIEWER'],
  input: z.object(place),
  output: z.object(place),
  run: async (ctx, i) => {
    const a = await lockedApplication(ctx, i.customerId, i.applicationId);
    const run = await newestRun(ctx.tx, i.customerId, i.applicationId);
    if (a.state !== 'collecting' || run?.state !== 'waiting') throw refusePlatform('platform.state_changed');
    await writeRun(ctx.tx, { customerId: i.customerId, id: run.id, state: 'cancelled', missing: run.missing, at: ctx.now });
    await gather(ctx, a, 'again');
    return i;
  },
});
