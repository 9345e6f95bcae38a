import { GRADES } from '@tallystick/engines/rating';
import { z } from 'zod';
import { zApplication } from '#modules/applications';
import { GUARANTEE_TYPES } from '#modules/products';
import { zAmount, zCustomerId, zDate, zId, zInstant, zInt, zMoney, zPercent, zText } from '#platform';
import { zDecisionView, zReason, zText2 } from '../schema.ts';
import { RISK_LEVELS } from '../types.ts';
import { CONCLUSIONS, REASON_CODES, REVIEW_KINDS, REVIEW_OUTCOMES, REVIEW_STATES } from './types.ts';

export const zReviewId = zId('revw');
export const one = { customerId: zCustomerId, reviewId: zReviewId };
export const done = z.object({ done: z.literal(true) });

export const zReview = z.object({
  reviewId: zReviewId,
  customerId: zCustomerId,
  branchId: zId('bran'),
  applicationId: zId('appl'),
  decisionId: zId('deci'),
  kind: z.enum(REVIEW_KINDS),
  appeal: z.string(),
  productCode: z.string(),
  amountMinor: zAmount,
  months: z.number(),
  grade: z.enum(GRADES).nullable(),
  riskLevel: z.enum(RISK_LEVELS),
  state: z.enum(REVIEW_STATES),
  outcome: z.enum(REVIEW_OUTCOMES).nullable(),
  reviewerId: z.string().nullable(),
  approverRole: z.string().nullable(),
  openedAt: zInstant,
  dueAt: zInstant,
  closedAt: zInstant.nullable(),
  version: z.number(),
});
const zClock = { displayName: z.string(), minutesLeft: z.number(), late: z.boolean() };
export const zReviewLine = zReview.extend({ ...zClock, pausedFor: z.string().nullable() });

const zConclusion = z.enum(CONCLUSIONS);
export const zApprovalLine = zReview.extend({
  ...zClock,
  conclusion: zConclusion,
  proposedMinor: zAmount.nullable(),
  ratePpm: zPercent.nullable(),
  proposedMonths: z.number().nullable(),
  guarantee: z.enum(GUARANTEE_TYPES).nullable(),
  conditions: z.array(z.string()).readonly(),
  exposureMinor: zAmount,
  matrixRatePpm: zPercent.nullable(),
  matrixLimitMinor: zAmount.nullable(),
  recommendedBy: z.string(),
  recommendedAt: zInstant,
  /** Proposed rate less the tables' rate; negative: cheaper than the tables. */
  offMatrixPpm: zPercent.nullable(),
  /** What is left of the acting person's authority after this case; null: no ceiling. Negative: over it. */
  authorityLeftMinor: zAmount.nullable(),
  /** Not the acting person's own case, as maker or reviewer. */
  mayDecide: z.boolean(),
});

/** The figures of an opinion; a decline needs none of them (S4-29). */
export const zSaid = {
  conclusion: z.enum(['approve', 'counter_offer', 'reject']),
  amountMinor: zMoney.optional(),
  ratePpm: zPercent.optional(),
  months: zInt(1, 360).optional(),
  guarantee: z.enum(GUARANTEE_TYPES).optional(),
  /** Conditions precedent, in words; an empty list says there are none. */
  conditions: z.array(zText(200)).max(20),
  reasonCodes: z.array(z.enum(REASON_CODES)).min(1).max(10),
  opinion: zText(4_000),
};
const zTerms = z.object({ amountMinor: zAmount, ratePpm: zPercent, months: z.number(), guarantee: z.enum(GUARANTEE_TYPES) });
const zMatrix = z.object({ ratePpm: zPercent.nullable(), limitMinor: zAmount.nullable() });
const zOpinion = z.object({
  opinionId: zId('opin'),
  reviewId: zReviewId,
  stage: z.enum(['review', 'approval']),
  conclusion: zConclusion,
  terms: zTerms.nullable(),
  conditions: z.array(z.string()).readonly(),
  reasonCodes: z.array(z.string()).readonly(),
  opinion: z.string(),
  matrix: zMatrix,
  exposureMinor: zAmount,
  byStaff: z.string(),
  at: zInstant,
  authority: z.string(),
});
export const zOverride = z.object({
  overrideId: zId('govr'),
  customerId: zCustomerId,
  ratingId: zId('rate'),
  applicationId: zId('appl').nullable(),
  fromGrade: z.enum(GRADES),
  toGrade: z.enum(GRADES),
  direction: z.enum(['up', 'down']),
  reason: z.string(),
  state: z.enum(['asked', 'approved', 'refused']),
  askedBy: z.string(),
  askedAt: zInstant,
  decidedBy: z.string().nullable(),
  decidedAt: zInstant.nullable(),
});
const zTick = z.object({
  item: z.string(),
  verdict: z.enum(['passed', 'failed']),
  documentId: z.string().nullable(),
  remark: z.string(),
  tickedBy: z.string(),
  tickedAt: zInstant,
});
const zPause = z.object({
  pauseId: zId('paus'),
  kind: z.enum(['information', 'investigation']),
  reason: z.string(),
  dueOn: zDate,
  pausedBy: z.string(),
  pausedAt: zInstant,
  findings: z.string().nullable(),
  resumedBy: z.string().nullable(),
  resumedAt: zInstant.nullable(),
});
/** One fact of a side, with the call it came from and the papers that prove it. */
const zFact = z.object({
  name: z.string(),
  label: zText2,
  value: z.string().nullable(),
  unit: z.string(),
  source: z.string(),
  asOf: zDate.nullable(),
  callId: z.string().nullable(),
  missingReason: z.string().nullable(),
});
const zSide = z.object({ facts: z.array(zFact), documents: z.array(z.object({ documentId: z.string(), kind: z.string(), name: z.string() })) });
export const zReviewPage = z.object({
  review: zReview.extend({ ...zClock, pausedFor: z.string().nullable() }),
  /** What speaks against the case, the gravest first (S3-02). */
  redFlags: z.array(zReason.extend({ weight: z.enum(['decline', 'refer', 'cap', 'weakness']) })),
  customer: z.object({
    kind: z.string(),
    displayName: z.string(),
    state: z.string(),
    joinedOn: zDate,
    completeness: z.number(),
    firstPaidOutOn: zDate.nullable(),
    managerId: z.string().nullable(),
  }),
  application: zApplication,
  decision: zDecisionView,
  /** Capacity and willingness side by side (S0-49). */
  capacity: zSide,
  willingness: zSide,
  checklist: z.array(
    z.object({ item: z.string(), label: zText2, documentKind: z.string().nullable(), documentId: z.string().nullable(), tick: zTick.nullable() }),
  ),
  ticks: z.array(zTick),
  papers: z.array(
    z.object({
      kind: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      state: z.string(),
      documentId: z.string().nullable(),
      comment: z.string().nullable(),
    }),
  ),
  pauses: z.array(zPause),
  opinions: z.array(zOpinion),
  overrides: z.array(zOverride),
  reasons: z.array(zReason),
  exposure: z.object({ elsewhereMinor: zAmount, afterMinor: zAmount }),
  /** The tables' price for what was asked for; what a person proposes is held against it. */
  matrix: zMatrix,
  authority: z.object({ role: z.string(), level: z.string(), matrixVersion: z.number(), leftMinor: zAmount.nullable() }),
});
export const zFigures = z.object({
  decisions: z.number(),
  automatic: z.number(),
  automaticPpm: zPercent.nullable(),
  referred: z.number(),
  reviewed: z.number(),
  touches: z.number(),
  touchesPerCase: z.number().nullable(),
  appeals: z.number(),
  appealsChanged: z.number(),
  /** Decisions of the period that were computed again from their records, and how many came out the same to the byte. */
  replayed: z.number(),
  same: z.number(),
  persons: z.array(
    z.object({
      staffId: z.string(),
      name: z.string(),
      opinions: z.number(),
      approved: z.number(),
      rejected: z.number(),
      betterThanTables: z.number(),
      overridePpm: zPercent.nullable(),
      gradesAsked: z.number(),
      gradesRaised: z.number(),
    }),
  ),
});
