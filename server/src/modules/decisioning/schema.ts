import { z } from 'zod';
import { zAmount, zDate, zId, zInstant, zPercent } from '#platform';
import { OUTCOMES, RISK_LEVELS } from './types.ts';

export const zText2 = z.object({ zh: z.string(), en: z.string() });
export const zReason = z.object({ code: z.string(), zh: z.string(), en: z.string() });
/** One fact as people read it: ppm as percent, money as an amount. */
export const zFeature = z.object({
  name: z.string(),
  value: z.string().nullable(),
  unit: z.string(),
  source: z.string(),
  asOf: zDate,
  window: z.string(),
  missingReason: z.string().nullable(),
});
export const zContribution = z.object({
  factor: z.string(),
  group: z.string(),
  label: zText2,
  value: z.string().nullable(),
  tenths: z.number(),
  lostTenths: z.number(),
});
export const zRatingView = z.object({
  ratingId: zId('rate'),
  state: z.enum(['rated', 'insufficient']),
  grade: z.string().nullable(),
  scoreGrade: z.string().nullable(),
  scoreTenths: z.number().nullable(),
  pdPpm: zPercent.nullable(),
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  ratedOn: zDate,
  ratedAt: zInstant,
  expiresOn: zDate.nullable(),
  why: z.string(),
  missing: z.string().nullable(),
  model: z.string(),
  parameters: z.string(),
  subScores: z.array(z.object({ group: z.string(), label: zText2, tenths: z.number(), capTenths: z.number(), disclosure: zText2 })),
  contributions: z.array(zContribution),
  caps: z.array(zReason),
  reasons: z.array(zReason),
  nextGrade: z.string().nullable(),
  missingTenths: z.number(),
  improvements: z.array(
    z.object({ factor: z.string(), text: zText2, gainTenths: z.number(), gradeAfter: z.string(), reachesNextGrade: z.boolean() }),
  ),
  noHelp: z.array(z.object({ factor: z.string(), label: zText2, why: z.string() })),
  fiveFactors: z.object({
    notice: zText2,
    score: z.number().nullable(),
    parts: z.array(z.object({ part: z.string(), label: zText2, weight: z.number(), score: z.number().nullable() })),
  }),
  card: z
    .object({
      points: z.number(),
      pdPpm: zPercent,
      contributions: z.array(z.object({ attribute: z.string(), value: z.string().nullable(), points: z.number(), lostPoints: z.number() })),
    })
    .nullable(),
});
export const zPriceLine = z.object({ code: z.string(), zh: z.string(), en: z.string(), ppm: zPercent });
export const zBound = z.object({ code: z.string(), zh: z.string(), en: z.string(), amountMinor: zAmount });
export const zOffer = z.object({
  offerId: zId('offr'),
  productCode: z.string(),
  productVersion: z.number(),
  grade: z.string(),
  limitMinor: zAmount,
  ratePpm: zPercent,
  months: z.number(),
  irrPpm: zPercent,
  madeAt: zInstant,
  validUntil: zDate,
  priceLines: z.array(zPriceLine),
  buildUp: z.array(zPriceLine),
  bounds: z.array(zBound),
  binding: z.string(),
  guarantee: zText2,
  ruleIds: z.array(z.string()),
});
export const zProgress = z
  .object({ state: z.enum(['collecting', 'waiting', 'done', 'cancelled']), missing: z.array(z.string()), startedAt: zInstant })
  .nullable();
export const zTraceRow = z.object({
  table: z.string(),
  row: z.string(),
  code: z.string(),
  result: z.enum(['hit', 'not_hit', 'unknown']),
  checks: z.array(
    z.object({
      input: z.string(),
      label: zText2,
      op: z.string(),
      threshold: z.array(z.string()),
      value: z.string().nullable(),
      ok: z.boolean().nullable(),
    }),
  ),
});
export const zDecisionView = z.object({
  decisionId: zId('deci'),
  applicationId: zId('appl'),
  attempt: z.number(),
  outcome: z.enum(OUTCOMES),
  riskLevel: z.enum(RISK_LEVELS),
  madeAt: zInstant,
  sha256: z.string(),
  sealed: z.boolean(),
  replayEqual: z.boolean(),
  versions: z.array(z.object({ what: z.string(), version: z.string() })),
  reasons: z.array(zReason),
  hits: z.array(z.object({ table: z.string(), row: z.string(), outcome: z.string(), code: z.string(), zh: z.string(), en: z.string() })),
  trace: z.array(zTraceRow),
  features: z.array(zFeature),
  rating: zRatingView.nullable(),
  terms: z.object({ amountMinor: zAmount, ratePpm: zPercent, months: z.number(), irrPpm: zPercent }).nullable(),
  limitMinor: zAmount.nullable(),
  priceLines: z.array(zPriceLine),
  buildUp: z.array(zPriceLine),
  bounds: z.array(zBound),
  expectedLossMinor: zAmount.nullable(),
});
