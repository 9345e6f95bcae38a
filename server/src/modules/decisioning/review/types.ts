import type { Grade } from '@tallystick/engines/rating';
import { type CalendarDate, type CustomerId, type Id, type Instant, words } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import type { GuaranteeType } from '#modules/products';
import type { BranchId, StaffRole } from '#platform';
import type { DecisionId, RatingId, Reason, ReviewId, RiskLevel } from '../types.ts';

export const REVIEW_KINDS = ['referred', 'appeal'] as const;
export const REVIEW_STATES = ['open', 'paused', 'recommended', 'closed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export const REVIEW_WORDS = words<ReviewState>({
  open: ['待审查', 'open'],
  paused: ['暂停计时', 'paused'],
  recommended: ['待审批', 'recommended'],
  closed: ['已结束', 'closed'],
});
export type ReviewOutcome = 'approved' | 'counter_offered' | 'declined' | 'returned' | 'withdrawn';
export const REVIEW_OUTCOMES = ['approved', 'counter_offered', 'declined', 'returned', 'withdrawn'] as const satisfies readonly ReviewOutcome[];

/** A case in the hands of people. */
export type Review = {
  readonly reviewId: ReviewId;
  readonly customerId: CustomerId;
  readonly branchId: BranchId;
  readonly applicationId: ApplicationId;
  readonly decisionId: DecisionId;
  readonly kind: (typeof REVIEW_KINDS)[number];
  /** What the applicant said when asking for people (PIPL art. 24); empty for a referred case. */
  readonly appeal: string;
  readonly productCode: string;
  readonly amountMinor: bigint;
  readonly months: number;
  readonly grade: Grade | null;
  readonly riskLevel: RiskLevel;
  readonly state: ReviewState;
  readonly outcome: ReviewOutcome | null;
  readonly reviewerId: string | null;
  readonly approverRole: StaffRole | null;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly closedAt: Instant | null;
  readonly version: number;
};

export type Tick = {
  readonly item: string;
  readonly verdict: 'passed' | 'failed';
  readonly documentId: string | null;
  readonly remark: string;
  readonly tickedBy: string;
  readonly tickedAt: Instant;
};
export type Pause = {
  readonly pauseId: Id<'paus'>;
  readonly kind: 'information' | 'investigation';
  readonly reason: string;
  readonly dueOn: CalendarDate;
  readonly pausedBy: string;
  readonly pausedAt: Instant;
  readonly findings: string | null;
  readonly resumedBy: string | null;
  readonly resumedAt: Instant | null;
};

export const CONCLUSIONS = ['approve', 'counter_offer', 'reject', 'return', 'escalate'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
/** What is proposed or decided: amounts in minor units, rate in ppm a year. */
export type CaseTerms = {
  readonly amountMinor: bigint;
  readonly ratePpm: bigint;
  readonly months: number;
  readonly guarantee: GuaranteeType;
};
/** What the tables would give for the same months and guarantee; null where the case has no grade or the tables offer nothing. */
export type Matrix = { readonly ratePpm: bigint | null; readonly limitMinor: bigint | null };
export type Opinion = {
  readonly opinionId: Id<'opin'>;
  readonly reviewId: ReviewId;
  readonly stage: 'review' | 'approval';
  readonly conclusion: Conclusion;
  readonly terms: CaseTerms | null;
  readonly conditions: readonly string[];
  readonly reasonCodes: readonly string[];
  readonly opinion: string;
  readonly matrix: Matrix;
  readonly exposureMinor: bigint;
  readonly byStaff: string;
  readonly at: Instant;
  /** Level and version of the matrix that the person decided under; empty where none was needed. */
  readonly authority: string;
};

export type GradeOverride = {
  readonly overrideId: Id<'govr'>;
  readonly customerId: CustomerId;
  readonly ratingId: RatingId;
  readonly applicationId: ApplicationId | null;
  readonly fromGrade: Grade;
  readonly toGrade: Grade;
  readonly direction: 'up' | 'down';
  readonly reason: string;
  readonly state: 'asked' | 'approved' | 'refused';
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
};

const reason = (code: string, zh: string, en: string): Reason => ({ code, zh, en });
/** Reasons people give, by code; those of a decline are what the applicant is told. */
export const PERSON_REASONS = [
  reason('RVA01', '经营稳定，收入足以覆盖还款', 'The business is steady and covers the payments'),
  reason('RVA02', '信用记录良好', 'A good credit record'),
  reason('RVA03', '疑点已核实并排除', 'The open questions were checked and settled'),
  reason('RVA04', '担保措施充分', 'The security is sufficient'),
  reason('RVC01', '按还款能力调整金额或期限', 'Amount or term fitted to what can be repaid'),
  reason('RVC02', '按风险水平调整利率或担保', 'Rate or security fitted to the risk'),
  reason('RVD01', '还款能力不足', 'Income does not cover the payments'),
  reason('RVD02', '信用记录不符合要求', 'The credit record does not meet our standards'),
  reason('RVD03', '资料真实性未能核实', 'Documents could not be verified'),
  reason('RVD04', '贷款用途不符合规定或无法核实', 'The use of the loan is not allowed or could not be verified'),
  reason('RVD05', '现有负债过高', 'Existing debts are too high'),
  reason('RVD06', '经营状况不稳定', 'The business is not steady'),
  reason('RVR01', '资料不完整，请补充', 'Papers are missing; please add them'),
  reason('RVR02', '申请内容与核实情况不一致，请更正', 'The form does not fit what was found; please correct it'),
  reason('RVR03', '需要进一步调查或说明', 'More has to be looked into or explained'),
] as const;
export const REASON_CODES = PERSON_REASONS.map((r) => r.code) as [string, ...string[]];
