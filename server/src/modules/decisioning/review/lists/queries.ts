import { z } from 'zod';
import { authorityCeiling } from '#modules/access';
import { application } from '#modules/applications';
import { branchScope, type Ctx, listInput, listOf, query, refusePlatform, zDate, zId } from '#platform';
import { reviewPage, withClock } from '../case/page.ts';
import { findReview } from '../repo.ts';
import { approverRoles, deviates, groupOf, isRisky, isSecured } from '../rules.ts';
import { one, zApprovalLine, zFigures, zOverride, zReviewLine, zReviewPage } from '../schema.ts';
import { REVIEW_KINDS, REVIEW_STATES } from '../types.ts';
import { reviewFigures } from './figures.ts';
import { type ApprovalLine, listApprovals, listOverrides, listReviews, REVIEW_SORTS } from './list-repo.ts';

const DECIDERS = ['REVIEWER', 'APPROVER', 'RISK_MANAGER', 'COMMITTEE', 'EXECUTIVE'] as const;

export const list = query({
  name: 'decisioning.list_reviews',
  says: { zh: '人工审查案件', en: 'Cases in the hands of people' },
  allow: [...DECIDERS, 'RELATIONSHIP_MANAGER', 'COMPLIANCE'],
  input: z.object({
    ...listInput,
    sort: z.enum(REVIEW_SORTS).default('dueAt'),
    state: z.enum(REVIEW_STATES).optional(),
    kind: z.enum(REVIEW_KINDS).optional(),
    applicationId: zId('appl').optional(),
    mine: z.stringbool().optional(),
    late: z.stringbool().optional(),
  }),
  output: listOf(zReviewLine),
  run: async (ctx, i) => {
    const { items, total } = await listReviews(ctx.tx, {
      branchId: branchScope(ctx.actor),
      state: i.state ?? null,
      kind: i.kind ?? null,
      reviewerId: i.mine ? ctx.actor.id : null,
      applicationId: i.applicationId ?? null,
      late: i.late ?? null,
      now: ctx.now,
      sort: i.sort,
      limit: i.limit,
      offset: i.offset,
    });
    const lines = [];
    for (const r of items) lines.push(await withClock(ctx, r));
    return { items: lines, total };
  },
});

export const show = query({
  name: 'decisioning.show_review',
  says: { zh: '案件审查页：申请、数据、评级、规则、资料与意见', en: 'A case on one page: form, data, rating, rules, papers, opinions' },
  allow: [...DECIDERS, 'RELATIONSHIP_MANAGER', 'COMPLIANCE'],
  input: z.object(one),
  output: zReviewPage,
  run: async (ctx, { customerId, reviewId }) => {
    const review = await findReview(ctx.tx, customerId, reviewId);
    if (!review) throw refusePlatform('platform.not_found');
    return reviewPage(ctx, review);
  },
});

/** The inbox line as the acting person sees it: how far from the tables, what is left of their authority, whether it is theirs to decide. */
async function approvalLine(ctx: Ctx, r: ApprovalLine) {
  const { createdBy } = await application(ctx, r.customerId, r.applicationId);
  const matrix = { ratePpm: r.matrixRatePpm, limitMinor: r.matrixLimitMinor };
  const terms = r.proposedMinor === null || r.ratePpm === null ? null : { amountMinor: r.proposedMinor, ratePpm: r.ratePpm };
  const ceiling = await authorityCeiling(ctx, {
    exposureMinor: r.exposureMinor,
    gradeGroup: groupOf(r.grade),
    secured: r.guarantee !== null && isSecured(r.guarantee),
    productCode: r.productCode,
    raised: isRisky(r.riskLevel) || (terms !== null && deviates(terms, matrix)),
  });
  return {
    ...(await withClock(ctx, r)),
    offMatrixPpm: r.ratePpm === null || r.matrixRatePpm === null ? null : r.ratePpm - r.matrixRatePpm,
    authorityLeftMinor: ceiling === null ? null : ceiling - r.exposureMinor,
    mayDecide: ctx.actor.id !== r.reviewerId && ctx.actor.id !== createdBy,
  };
}
export const listForApproval = query({
  name: 'decisioning.list_approvals',
  says: { zh: '待审批案件', en: 'Cases waiting for a decision' },
  allow: ['APPROVER', 'RISK_MANAGER', 'COMMITTEE', 'EXECUTIVE', 'COMPLIANCE'],
  input: z.object({ limit: listInput.limit, offset: listInput.offset, mine: z.stringbool().default(false) }),
  output: listOf(zApprovalLine),
  run: async (ctx, i) => {
    const own = ctx.actor.kind === 'staff' ? ctx.actor.roles : [];
    const roles = i.mine ? approverRoles.filter((r) => own.includes(r)) : null;
    const { items, total } = await listApprovals(ctx.tx, { branchId: branchScope(ctx.actor), roles, limit: i.limit, offset: i.offset });
    const lines = [];
    for (const r of items) lines.push(await approvalLine(ctx, r));
    return { items: lines, total };
  },
});

export const listAskedOverrides = query({
  name: 'decisioning.list_grade_overrides',
  says: { zh: '待审批的等级调整', en: 'Changes of grade waiting for a second person' },
  allow: DECIDERS,
  input: z.object({}),
  output: listOf(zOverride),
  run: async (ctx) => {
    const items = await listOverrides(ctx.tx, branchScope(ctx.actor));
    return { items, total: items.length };
  },
});

export const figures = query({
  name: 'decisioning.review_figures',
  says: { zh: '自动审批占比、人工介入、人工偏离与一致性', en: 'Share decided by rules, touches by people, overrides by person, consistency' },
  allow: ['RISK_MANAGER', 'EXECUTIVE', 'COMPLIANCE'],
  input: z.object({ from: zDate, to: zDate }),
  output: zFigures,
  run: (ctx, i) => reviewFigures(ctx, { ...i, branchId: branchScope(ctx.actor) }),
});
