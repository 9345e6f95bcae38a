import type { CalendarDate, CustomerId } from '@tallystick/kernel';
import { assertOtherPerson, authorityPath } from '#modules/access';
import { setState } from '#modules/applications';
import { addTimeline, identity } from '#modules/customers';
import { notify } from '#modules/notifications';
import { closeTasks, openTask } from '#modules/tasks';
import type { Ctx, StaffId } from '#platform';
import type { ReviewId } from '../types.ts';
import { authorityCase, type CaseFile, caseFile, matrixFor, newestFiles } from './case/case-file.ts';
import { judge } from './case/judging.ts';
import { refuse } from './refusals.ts';
import { endPause, insertOpinion, insertPause, insertTick, pausesOf, ticksOf, writeReview } from './repo.ts';
import { deviates, needsCommittee, taskRole, unpassed } from './rules.ts';
import { closeReview, endOfDay, lockedReview, reviewLink, startClock, stopClock } from './service.ts';
import { type CaseTerms, type Conclusion, type Opinion, PERSON_REASONS, type Review } from './types.ts';

type One = { readonly customerId: CustomerId; readonly reviewId: ReviewId };

/** Takes a case. Whoever made the application may not review it. Refuses decisioning.review_taken, access.maker_cannot_check. */
export async function claimReview(ctx: Ctx, one: One): Promise<Review> {
  const r = await lockedReview(ctx, one.customerId, one.reviewId, 'open', 'paused');
  if (r.reviewerId !== null && r.reviewerId !== ctx.actor.id) throw refuse('decisioning.review_taken');
  assertOtherPerson(ctx, (await caseFile(ctx, r)).application.createdBy);
  const mine = await writeReview(ctx.tx, { ...r, reviewerId: ctx.actor.id });
  if (r.state === 'open') {
    // A late one lies with the manager by now, whose role the reviewer need not have: the reviewer gets a task of their own.
    await closeTasks(ctx, { customerId: r.customerId, kind: 'review', subject: r.reviewId, outcome: 'claimed' });
    await openTask(ctx, { ...taskOf(mine), kind: 'review', ownerRole: 'REVIEWER', ownerId: ctx.actor.id as StaffId, dueAt: r.dueAt });
  }
  return mine;
}
const taskOf = (r: Review) => ({
  customerId: r.customerId,
  subject: r.reviewId,
  zh: '贷款申请待人工审查',
  en: 'Loan application to review',
  branchId: r.branchId,
  link: reviewLink(r),
});

/** The case, held, in the hands of the acting reviewer. Refuses decisioning.review_unclaimed, decisioning.review_taken. */
async function own(ctx: Ctx, one: One, ...states: readonly Review['state'][]): Promise<Review> {
  const r = await lockedReview(ctx, one.customerId, one.reviewId, ...states);
  if (r.reviewerId === null) throw refuse('decisioning.review_unclaimed');
  if (r.reviewerId !== ctx.actor.id) throw refuse('decisioning.review_taken');
  return r;
}

/** Ticks one point of the checklist, with person and time; a paper's tick is tied to the file that lies there now (S4-28). */
export async function tickItem(ctx: Ctx, t: One & { item: string; verdict: 'passed' | 'failed'; remark: string }): Promise<void> {
  const r = await own(ctx, t, 'open', 'paused');
  const file = await caseFile(ctx, r);
  const point = file.points.find((p) => p.item === t.item);
  if (!point) throw refuse('decisioning.item_unknown', { field: 'item', facts: { item: t.item } });
  if (t.verdict === 'failed' && t.remark === '') throw refuse('decisioning.remark_missing', { field: 'remark' });
  const documentId = point.documentKind === null ? null : (newestFiles(file).get(point.documentKind) ?? null);
  if (point.documentKind !== null && documentId === null) throw refuse('decisioning.tick_document', { field: 'item' });
  await insertTick(ctx.tx, t, { item: t.item, verdict: t.verdict, documentId, remark: t.remark, tickedBy: ctx.actor.id, tickedAt: ctx.now });
}

/** Asks for an investigation, or the applicant for something: with reason and day; the clock stands still until it is there (S3-18). */
export async function pauseReview(ctx: Ctx, p: One & { kind: 'information' | 'investigation'; reason: string; dueOn: CalendarDate }): Promise<void> {
  const r = await own(ctx, p, 'open');
  await insertPause(ctx.tx, r, { ...p, pauseId: ctx.newId('paus'), pausedBy: ctx.actor.id, pausedAt: ctx.now });
  await stopClock(ctx, r);
  await writeReview(ctx.tx, { ...r, state: 'paused' });
  if (p.kind === 'investigation') {
    await openTask(ctx, {
      ...taskOf(r),
      kind: 'investigation',
      zh: `补充调查：${p.reason}`,
      en: `Investigate: ${p.reason}`,
      ownerRole: 'RELATIONSHIP_MANAGER',
      dueAt: endOfDay(p.dueOn),
    });
    return;
  }
  const { mobile } = await identity(ctx, r.customerId);
  await notify(ctx, {
    customerId: r.customerId,
    template: 'information_wanted',
    params: { reference: reference(r), reason: p.reason, date: p.dueOn },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
    link: `/applications/${r.applicationId}`,
  });
}
const reference = (r: Review): string => r.applicationId.slice(-8).toUpperCase();

/** What was awaited is there: findings are kept and the clock goes on with the time that was left. */
export async function resumeReview(ctx: Ctx, p: One & { findings: string }): Promise<void> {
  const r = await lockedReview(ctx, p.customerId, p.reviewId, 'paused');
  const open = (await pausesOf(ctx.tx, p.customerId, p.reviewId)).find((x) => x.resumedAt === null);
  await endPause(ctx.tx, p.customerId, p.reviewId, { findings: p.findings, by: ctx.actor.id, at: ctx.now });
  await closeTasks(ctx, { customerId: p.customerId, kind: 'investigation', subject: p.reviewId, outcome: 'done' });
  await startClock(ctx, r, open?.pausedAt ?? ctx.now);
}

/** Gives the application back to the applicant as a draft, with the reasons in words (S2-30). It comes back as a new attempt with a new decision. */
export async function returnToApplicant(ctx: Ctx, p: One & { reasonCodes: readonly string[]; words: string }): Promise<void> {
  const r = await own(ctx, p, 'open', 'paused');
  await insertOpinion(ctx.tx, r.customerId, {
    ...(await blank(ctx, r)),
    stage: 'review',
    conclusion: 'return',
    reasonCodes: p.reasonCodes,
    opinion: p.words,
  });
  const reasons = PERSON_REASONS.filter((x) => p.reasonCodes.includes(x.code));
  const [zh, en] = [[...reasons.map((x) => x.zh), p.words].join('；'), [...reasons.map((x) => x.en), p.words].join('; ')];
  await setState(ctx, { customerId: r.customerId, applicationId: r.applicationId, to: 'draft', zh: `退回补充：${zh}`, en: `Returned to you: ${en}` });
  await closeReview(ctx, r, 'returned');
  await addTimeline(ctx, {
    customerId: r.customerId,
    kind: 'decisioning.returned',
    subject: r.applicationId,
    zh: '审查退回补充资料',
    en: 'The reviewer returned the application',
    link: reviewLink(r),
  });
  const { mobile } = await identity(ctx, r.customerId);
  await notify(ctx, {
    customerId: r.customerId,
    template: 'application_returned',
    params: { reference: reference(r), reason: zh },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
    link: `/applications/${r.applicationId}`,
  });
}

/** An opinion without terms yet: whose, when, and how much the customer may be lent besides. */
export async function blank(ctx: Ctx, r: Review): Promise<Opinion> {
  return {
    opinionId: ctx.newId('opin'),
    reviewId: r.reviewId,
    stage: 'review',
    conclusion: 'return',
    terms: null,
    conditions: [],
    reasonCodes: [],
    opinion: '',
    matrix: { ratePpm: null, limitMinor: null },
    exposureMinor: (await caseFile(ctx, r)).elsewhereMinor,
    byStaff: ctx.actor.id,
    at: ctx.now,
    authority: '',
  };
}

export type Said = {
  readonly conclusion: Extract<Conclusion, 'approve' | 'counter_offer' | 'reject'>;
  readonly terms: Partial<CaseTerms>;
  readonly conditions: readonly string[];
  readonly reasonCodes: readonly string[];
  readonly opinion: string;
};
/** The reviewer's opinion with all its figures (S4-29); the case goes to whoever may decide it. Refuses what `judge` refuses, decisioning.ticks_missing. */
export async function recommend(ctx: Ctx, one: One, said: Said): Promise<Review> {
  const r = await own(ctx, one, 'open');
  const file = await caseFile(ctx, r);
  const judged = judge(file, said);
  if (said.conclusion !== 'reject') {
    const missing = unpassed(file.points, await ticksOf(ctx.tx, r.customerId, r.reviewId), newestFiles(file));
    if (missing.length > 0)
      throw refuse('decisioning.ticks_missing', {
        facts: { zh: missing.map((p) => p.label.zh).join('、'), en: missing.map((p) => p.label.en).join('; ') },
      });
  }
  const role = await roleFor(ctx, file, judged.terms);
  await insertOpinion(ctx.tx, r.customerId, { ...(await blank(ctx, r)), ...said, ...judged, stage: 'review' });
  const after = await writeReview(ctx.tx, { ...r, state: 'recommended', approverRole: role.role });
  await closeTasks(ctx, { customerId: r.customerId, kind: 'review', subject: r.reviewId, outcome: said.conclusion });
  await openApprovalTask(ctx, after, role.branchId);
  await setState(ctx, {
    customerId: r.customerId,
    applicationId: r.applicationId,
    to: 'approving',
    zh: '审查完成，等待审批',
    en: 'Reviewed; waiting for the decision',
  });
  return after;
}
/** Who decides, by exposure, grade, security, risk and how far the terms are from the tables. What is to be declined counts as what was asked for. */
async function roleFor(ctx: Ctx, file: CaseFile, terms: CaseTerms | null) {
  const as = terms ?? { amountMinor: file.review.amountMinor, guarantee: 'CREDIT' as const, ratePpm: 0n, months: file.review.months };
  const deviating = terms !== null && deviates(terms, matrixFor(file, terms));
  const c = authorityCase(file, as, deviating);
  const path = await authorityPath(ctx, c);
  const role = needsCommittee(file.record.riskLevel, c.exposureMinor) && path.role !== 'EXECUTIVE' ? 'COMMITTEE' : taskRole(path.role);
  return { role, branchId: path.level.startsWith('head_') ? null : file.review.branchId };
}
export async function openApprovalTask(ctx: Ctx, r: Review, branchId: Review['branchId'] | null): Promise<void> {
  await openTask(ctx, {
    ...taskOf(r),
    kind: 'approval',
    zh: '贷款审批',
    en: 'Loan to decide',
    ownerRole: r.approverRole ?? 'APPROVER',
    branchId,
    dueAt: r.dueAt,
    priority: 2,
  });
}
