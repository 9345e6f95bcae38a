import { z } from 'zod';
import { listInput, listOf, zAmount, zCustomerId, zDate, zId, zInstant, zInt, zMoney, zPercent, zText } from '#platform';
import { SECTIONS } from './rules.ts';
import { CONTRACT_STATES } from './types.ts';

const zBoth = z.object({ zh: z.string(), en: z.string() });
const key = { customerId: zCustomerId, contractId: zId('cont') };
export const zKey = z.object(key);
const zCostItem = z.object({ code: z.string(), name: zBoth, method: zBoth, standard: zBoth, payee: zBoth, amountMinor: zAmount.nullable() });
const zCost = z.object({
  items: z.array(zCostItem),
  otherwise: z.array(zCostItem),
  interestMinor: zAmount,
  feesMinor: zAmount,
  simplePpm: zPercent,
  compoundPpm: zPercent,
});
export const zContract = z.object({
  customerId: zCustomerId,
  id: zId('cont'),
  contractNo: z.string(),
  applicationId: zId('appl'),
  decisionId: z.string(),
  branchId: z.string().nullable(),
  productCode: z.string(),
  productVersion: z.number().int(),
  state: z.enum(CONTRACT_STATES),
  version: z.number().int(),
  amountMinor: zAmount,
  ratePpm: zPercent,
  months: z.number().int(),
  method: z.string(),
  limits: z.object({ approvedMinor: zAmount, availableMinor: zAmount, needMinor: zAmount, capMinor: zAmount, mostMinor: zAmount }),
  simplePpm: zPercent,
  compoundPpm: zPercent,
  textVersion: z.string(),
  textHash: z.string(),
  validUntil: zDate,
  approvedBy: z.string(),
  readAt: zInstant.nullable(),
  signedAt: zInstant.nullable(),
  documentId: zId('docu').nullable(),
  documentHash: z.string().nullable(),
  fault: z.string().nullable(),
  draftedAt: zInstant,
});
const zEvidence = z.object({
  place: z.number().int(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  ip: z.string(),
  device: z.string(),
  actorId: z.string(),
  at: zInstant,
});
export const zContractPage = z.object({
  contract: zContract,
  cost: zCost,
  plan: z.array(
    z.object({
      no: z.number().int(),
      dueOn: zDate,
      days: z.number().int(),
      principalMinor: zAmount,
      interestMinor: zAmount,
      totalMinor: zAmount,
      balanceAfterMinor: zAmount,
    }),
  ),
  totalMinor: zAmount,
  penaltyPpm: zPercent,
  prepaymentFeePpm: zPercent,
  allocation: zBoth,
  clauses: z.array(z.object({ title: zBoth, paragraphs: z.array(zBoth) })),
  sections: z.array(z.enum(SECTIONS)),
  readingSeconds: z.number().int(),
  evidence: z.array(zEvidence),
});
export const zCheck = z.object({
  valid: z.boolean(),
  hashFits: z.boolean(),
  signatures: z.array(z.object({ valid: z.boolean(), fault: z.string().nullable(), signer: z.string(), serial: z.string(), chainFits: z.boolean() })),
});
export const zFilter = z.object({ ...listInput, state: z.enum(CONTRACT_STATES).optional(), productCode: zText(40).optional() });
export const zContracts = listOf(zContract);
export const zChoice = z.object({ ...key, amount: zMoney, months: zInt(1, 600).optional() });
export const zReading = z.object({ ...key, textHash: z.string().length(64), sections: z.array(z.enum(SECTIONS)).max(10), seconds: zInt(0, 86_400) });
export const zSigning = z.object({ ...key, textHash: z.string().length(64), code: z.string().regex(/^\d{6}$/) });
