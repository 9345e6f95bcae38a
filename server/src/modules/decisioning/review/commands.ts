import { GRADES } from '@tallystick/engines/rating';
import { z } from 'zod';
import { command, zCustomerId, zDate, zId, zInt, zText } from '#platform';
import { decideCase, passCase } from './approving.ts';
import { askOverride, decideGradeOverride } from './override.ts';
import { done, one, zOverride, zReview, zReviewId, zSaid } from './schema.ts';
import { askHumanReview } from './service.ts';
import { REASON_CODES } from './types.ts';
import { claimReview, pauseReview, recommend, resumeReview, returnToApplicant, type Said, tickItem } from './work.ts';

const did = { done: true } as const;
type Figures = z.output<z.ZodObject<typeof zSaid>>;
const saidOf = ({ conclusion, conditions, reasonCodes, opinion, ...f }: Figures): Said => ({
  conclusion,
  conditions,
  reasonCodes,
  opinion,
  terms: {
    ...(f.amountMinor === undefined ? {} : { amountMinor: f.amountMinor }),
    ...(f.ratePpm === undefined ? {} : { ratePpm: f.ratePpm }),
    ...(f.months === undefined ? {} : { months: f.months }),
    ...(f.guarantee === undefined ? {} : { guarantee: f.guarantee }),
  },
});

export const askReview = command({
  name: 'decisioning.ask_human_review',
  says: { zh: '申请人工复核（自动拒绝后 30 日内）', en: 'Ask that people look at an automatic decline, within 30 days' },
  allow: ['BORROWER'],
  input: z.object({ customerId: zCustomerId, applicationId: zId('appl'), why: zText(2_000) }),
  output: z.object({ reviewId: zReviewId }),
  run: async (ctx, i) => ({ reviewId: await askHumanReview(ctx, i) }),
});
export const claim = command({
  name: 'decisioning.claim_review',
  says: { zh: '领取审查案件', en: 'Take a case for review' },
  allow: ['REVIEWER'],
  input: z.object(one),
  output: zReview,
  run: claimReview,
});
export const tick = command({
  name: 'decisioning.tick_item',
  says: { zh: '勾选审查清单', en: 'Tick an item of the checklist' },
  allow: ['REVIEWER'],
  input: z.object({
    ...one,
    item: z.string().regex(/^[a-z_.]{2,60}$/),
    verdict: z.enum(['passed', 'failed']),
    remark: z.string().max(500).default(''),
  }),
  output: done,
  run: async (ctx, i) => {
    await tickItem(ctx, i);
    return did;
  },
});
export const pause = command({
  name: 'decisioning.pause_review',
  says: { zh: '要求补充信息或调查，暂停计时', en: 'Ask for information or an investigation; the clock stops' },
  allow: ['REVIEWER'],
  input: z.object({ ...one, kind: z.enum(['information', 'investigation']), reason: zText(500), dueOn: zDate }),
  output: done,
  run: async (ctx, i) => {
    await pauseReview(ctx, i);
    return did;
  },
});
export const resume = command({
  name: 'decisioning.resume_review',
  says: { zh: '登记调查结果，恢复计时', en: 'Write down the findings; the clock goes on' },
  allow: ['REVIEWER', 'RELATIONSHIP_MANAGER'],
  input: z.object({ ...one, findings: zText(4_000) }),
  output: done,
  run: async (ctx, i) => {
    await resumeReview(ctx, i);
    return did;
  },
});
export const giveBack = command({
  name: 'decisioning.return_application',
  says: { zh: '退回申请人补充更正', en: 'Return the application to the applicant with reasons' },
  allow: ['REVIEWER'],
  input: z.object({ ...one, reasonCodes: z.array(z.enum(REASON_CODES)).min(1).max(10), words: zText(1_000) }),
  output: done,
  run: async (ctx, i) => {
    await returnToApplicant(ctx, i);
    return did;
  },
});
export const giveOpinion = command({
  name: 'decisioning.recommend',
  says: { zh: '提交审查意见', en: "Give the reviewer's opinion" },
  allow: ['REVIEWER'],
  input: z.object({ ...one, ...zSaid }),
  output: zReview,
  run: (ctx, { customerId, reviewId, ...said }) => recommend(ctx, { customerId, reviewId }, saidOf(said)),
});
export const decide = command({
  name: 'decisioning.decide_case',
  says: { zh: '审批：同意、变更条件或拒绝', en: 'Decide a case: approve, counter-offer or reject' },
  allow: ['APPROVER', 'RISK_MANAGER', 'COMMITTEE', 'EXECUTIVE'],
  stepUp: true,
  input: z.object({ ...one, version: zInt(1, 1_000_000), ...zSaid }),
  output: zReview,
  run: (ctx, { customerId, reviewId, version, ...said }) => decideCase(ctx, { customerId, reviewId, version }, saidOf(said)),
});
export const pass = command({
  name: 'decisioning.pass_case',
  says: { zh: '审批：退回审查员或上报上一级', en: 'Give a case back to the reviewer, or up to the next level' },
  allow: ['APPROVER', 'RISK_MANAGER', 'COMMITTEE', 'EXECUTIVE'],
  input: z.object({
    ...one,
    version: zInt(1, 1_000_000),
    conclusion: z.enum(['return', 'escalate']),
    reasonCodes: z.array(z.enum(REASON_CODES)).min(1).max(10),
    opinion: zText(4_000),
  }),
  output: zReview,
  run: (ctx, { customerId, reviewId, version, ...said }) => passCase(ctx, { customerId, reviewId, version }, said),
});
export const askGrade = command({
  name: 'decisioning.ask_grade_override',
  says: { zh: '申请调整信用等级（上调至多一级，须他人批准）', en: 'Ask for another grade: at most one notch up, for another person to decide' },
  allow: ['REVIEWER'],
  input: z.object({ ...one, grade: z.enum(GRADES), reason: zText(1_000) }),
  output: zOverride,
  run: askOverride,
});
export const decideGrade = command({
  name: 'decisioning.decide_grade_override',
  says: { zh: '审批等级调整', en: 'Decide a change of grade' },
  allow: ['APPROVER', 'RISK_MANAGER', 'COMMITTEE', 'EXECUTIVE'],
  stepUp: true,
  input: z.object({ customerId: zCustomerId, overrideId: zId('govr'), approve: z.boolean() }),
  output: zOverride,
  run: decideGradeOverride,
});
