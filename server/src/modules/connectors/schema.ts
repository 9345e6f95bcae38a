import { z } from 'zod';
import { listInput, listOf, zAmount, zCustomerId, zDate, zId, zInstant, zInt, zMoneyOrZero, zPercent, zText } from '#platform';
import { PURPOSES, SOURCES } from './types.ts';

/** Shapes that cross the edge. */
const own = { customerId: zCustomerId };
const zSource = z.enum(SOURCES);
export const zOne = z.object({ ...own, collectionId: zId('coll') });
/** `declared`: the yearly revenue of the form at hand; without it the one in the profile is compared. */
export const zCompare = z.object({ ...zOne.shape, declared: zMoneyOrZero.optional() });
export const zPaged = z.object({ ...own, limit: listInput.limit, offset: listInput.offset });
export const zDone = z.object({ done: z.literal(true) });
export const zStatus = z.object({
  collectionId: zId('coll'),
  purpose: z.enum(PURPOSES),
  subject: z.string(),
  state: z.enum(['collecting', 'waiting', 'complete', 'partial', 'failed']),
  round: z.number().int(),
  asOf: zDate,
  askedAt: zInstant,
  retryAt: zInstant.nullable(),
  finishedAt: zInstant.nullable(),
  sources: z.array(
    z.object({
      source: zSource,
      mandatory: z.boolean(),
      state: z.enum(['pending', 'collected', 'no_record', 'failed', 'waived']),
      reason: z.string().nullable(),
      settledAt: zInstant.nullable(),
    }),
  ),
});
export const zCollections = listOf(zStatus);
export const zWaive = z.object({ ...own, collectionId: zId('coll'), source: zSource, why: zText(200) });
/** Exact values as texts by their unit: money "1234.56", ppm as percent "12.3400". */
export const zFeatures = listOf(
  z.object({
    name: z.string(),
    value: z.string().nullable(),
    unit: z.string(),
    source: zSource,
    asOf: zDate,
    window: z.string(),
    missingReason: z.string().nullable(),
    callId: zId('call').nullable(),
  }),
);
export const zCalls = listOf(
  z.object({
    callId: zId('call'),
    collectionId: zId('coll'),
    round: z.number().int(),
    source: zSource,
    kind: z.string(),
    consentId: z.string(),
    consentHash: z.string(),
    purpose: z.string(),
    reasonCode: z.string(),
    hard: z.boolean(),
    fields: z.string(),
    sourceUrl: z.string(),
    askedBy: z.string(),
    askedAt: zInstant,
    state: z.string().nullable(),
    tries: z.number().int().nullable(),
    latencyMs: z.number().int().nullable(),
    cost: zAmount.nullable(),
    payloadHash: z.string().nullable(),
    answeredAt: zInstant.nullable(),
  }),
);
export const zCallsFilter = z.object({
  limit: listInput.limit,
  offset: listInput.offset,
  source: zSource.optional(),
  purpose: z.enum(PURPOSES).optional(),
  hard: z.stringbool().optional(),
  failed: z.stringbool().optional(),
  from: zDate.optional(),
  to: zDate.optional(),
});
export const zLoggedCalls = listOf(
  z.object({
    customerId: zCustomerId,
    callId: zId('call'),
    source: zSource,
    purpose: z.string(),
    hard: z.boolean(),
    consentId: z.string(),
    consentHash: z.string(),
    askedBy: z.string(),
    askedAt: zInstant,
    state: z.string().nullable(),
    latencyMs: z.number().int().nullable(),
    cost: zAmount.nullable(),
  }),
);
export const zCross = z.object({
  tolerance: zPercent,
  checks: z.array(
    z.object({
      against: z.enum(['tax', 'shop_sales', 'settlement_flow']),
      declared: zAmount.nullable(),
      found: zAmount.nullable(),
      deviation: zPercent.nullable(),
      state: z.enum(['match', 'mismatch', 'unknown']),
    }),
  ),
});

export const zCallback = z.object({
  timestamp: z.string().max(20),
  nonce: z.string().min(8).max(80),
  signature: z.string().length(64),
  body: z.string().max(65_536),
});
export const zPayment = z.object({
  customerId: zCustomerId,
  orderNo: z.string(),
  kind: z.enum(['disburse', 'deduct']),
  amount: zAmount,
  done: zAmount,
  accountTail: z.string(),
  purpose: z.string(),
  subject: z.string(),
  state: z.enum(['created', 'sent', 'unknown', 'success', 'failed', 'returned']),
  code: z.string().nullable(),
  ref: z.string().nullable(),
  orderedOn: zDate,
  orderedAt: zInstant,
  settledOn: zDate.nullable(),
  returnedOn: zDate.nullable(),
});
export const zPayments = listOf(zPayment);
export const zListReconciliations = z.object({ limit: listInput.limit, offset: listInput.offset });
export const zReconciliations = listOf(
  z.object({
    date: zDate,
    state: z.enum(['asked', 'equal', 'differs']),
    ownCount: z.number().int().nullable(),
    railCount: z.number().int().nullable(),
    ownSuccess: zAmount.nullable(),
    railSuccess: zAmount.nullable(),
    at: zInstant,
    differences: z.array(
      z.object({
        orderNo: z.string(),
        what: z.enum(['missing_at_rail', 'missing_here', 'amount', 'state']),
        own: z.string().nullable(),
        rail: z.string().nullable(),
      }),
    ),
  }),
);
export const zReconcile = z.object({ date: zDate });
export const zAccountChecks = listOf(
  z.object({
    id: zId('acck'),
    subject: z.string(),
    state: z.enum(['asked', 'matched', 'differs', 'failed']),
    elements: z.record(z.string(), z.boolean()).nullable(),
    code: z.string().nullable(),
    askedAt: zInstant,
    answeredAt: zInstant.nullable(),
  }),
);
export const zHealthInput = z.object({ hours: zInt(1, 24 * 90).default(24) });
export const zHealth = z.object({
  since: zInstant,
  sources: z.array(
    z.object({
      source: zSource,
      calls: z.number().int(),
      succeeded: z.number().int(),
      p95LatencyMs: z.number().int().nullable(),
      costMinor: zAmount,
      lastAnswerAt: zInstant.nullable(),
      lastFailureAt: zInstant.nullable(),
      lastFailure: z.string().nullable(),
    }),
  ),
  collections: z.object({ open: z.number().int(), waiting: z.number().int(), failed: z.number().int(), fullSetP95Ms: z.number().int().nullable() }),
  jobs: z.array(
    z.object({ name: z.string(), ready: z.number().int(), dead: z.number().int(), oldest: zInstant.nullable(), lastError: z.string().nullable() }),
  ),
  quality: z.object({
    customers: z.number().int(),
    verified: z.number().int(),
    averageCompleteness: z.number().int(),
    openConflicts: z.number().int(),
    joinedFrom: zDate.nullable(),
    score: z.number().int().nullable(),
  }),
});
export const zStuckInput = z.object({ limit: listInput.limit, offset: listInput.offset });
export const zStuck = z.object({
  items: z.array(
    z.object({
      customerId: zCustomerId,
      collectionId: zId('coll'),
      purpose: z.string(),
      subject: z.string(),
      state: z.string(),
      retryAt: zInstant.nullable(),
      failing: z.string(),
    }),
  ),
});
