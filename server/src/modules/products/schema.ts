import { BUCKETS } from '@tallystick/engines/loan-engine';
import { GRADES } from '@tallystick/engines/rating';
import { z } from 'zod';
import { zDate, zInstant, zInt, zMoney, zPercent, zText } from '#platform';
import { CUSTOMER_SEGMENTS, GUARANTEE_TYPES, PARAMETER_NAMES, PURPOSE_CLASSES, REPAYMENT_METHODS, SEGMENT_CODES } from './types.ts';

const zBilingual = z.object({ zh: zText(500), en: zText(500) });
export const zProductCode = z.string().regex(/^[A-Z][A-Z0-9_]{2,39}$/);

/** What a version says, apart from its number and dates. `kind` is free text here so that a prohibited one is refused by its own name. */
export const zProductBody = z.object({
  kind: z.string().max(40),
  name: zBilingual,
  says: zBilingual,
  segments: z.array(z.enum(CUSTOMER_SEGMENTS)).min(1).readonly(),
  segmentCode: z.enum(SEGMENT_CODES),
  regions: z
    .array(z.string().regex(/^\d{2}$/))
    .max(40)
    .readonly(),
  firstLoanOnly: z.boolean(),
  methods: z.array(z.enum(REPAYMENT_METHODS)).min(1).readonly(),
  minAmountMinor: zMoney,
  maxAmountMinor: zMoney,
  stepMinor: zMoney,
  minMonths: zInt(1, 360),
  maxMonths: zInt(1, 360),
  purposes: z.array(z.enum(PURPOSE_CLASSES)).min(1).readonly(),
  minGrade: z.enum(GRADES),
  guarantees: z.array(z.enum(GUARANTEE_TYPES)).min(1).readonly(),
  documents: z
    .array(z.object({ kind: zText(40), obtainableFrom: zText(40).nullable(), mandatory: z.boolean() }))
    .max(20)
    .readonly(),
  consents: z.array(zText(40)).min(1).readonly(),
  parameters: z.object({ rating: zText(40), policy: zText(40), pricing: zText(40), intake: zText(40) }),
  penaltyUpliftPpm: zPercent,
  penaltyGraceDays: zInt(0, 30),
  compoundOnInterest: z.boolean(),
  dayBase: z.union([z.literal(360), z.literal(365)]),
  allocation: z.array(z.enum(BUCKETS)).length(BUCKETS.length).readonly(),
  prepayment: z.object({ replan: z.enum(['keep_term', 'keep_instalment']), feePpm: zPercent }),
  allInCapPpm: zPercent,
  allInWarnPpm: zPercent,
  decisionMinutes: zInt(1, 100_000),
  studentConditions: z
    .object({ guardianConsent: z.boolean(), stableIncomeOrGuarantor: z.boolean(), complianceApprovalNo: z.string().max(80) })
    .optional(),
});
export type ProductBody = z.output<typeof zProductBody>;

export const zProduct = zProductBody.extend({
  code: z.string(),
  version: z.number(),
  effectiveFrom: zDate,
  effectiveTo: zDate.nullable(),
  source: z.string(),
});
export const zLpr = z.object({ tenor: z.enum(['1Y', '5Y']), publishedOn: zDate, ratePpm: zPercent, source: z.string() });
export const zParameterName = z.enum(PARAMETER_NAMES);
export const zParameterSet = z.object({
  name: zParameterName,
  version: z.number(),
  sha256: z.string(),
  effectiveFrom: zDate,
  effectiveTo: zDate.nullable(),
  source: z.string(),
  madeBy: z.string(),
  madeAt: zInstant,
  body: z.unknown(),
});
export const zPublished = z.object({ code: z.string(), version: z.number(), effectiveFrom: zDate });
