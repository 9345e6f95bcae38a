import { z } from 'zod';
import { listInput, listOf, zAmount, zCustomerId, zDate, zId, zInstant } from '#platform';

export const zLine = z.object({
  customerId: zCustomerId,
  id: zId('line'),
  branchId: z.string().nullable(),
  productCode: z.string(),
  currency: z.string(),
  limitMinor: zAmount,
  usedMinor: zAmount,
  availableMinor: zAmount,
  minDrawMinor: zAmount,
  stepMinor: zAmount,
  validTo: zDate,
  state: z.enum(['active', 'frozen', 'expired']),
  frozenFor: z.object({ zh: z.string(), en: z.string() }).nullable(),
  decisionId: z.string(),
  version: z.number().int(),
  openedAt: zInstant,
});
export const zMovement = z.object({
  id: z.string(),
  kind: z.enum(['opened', 'changed', 'reserved', 'released', 'frozen', 'unfrozen']),
  subject: z.string(),
  amountMinor: zAmount,
  availableMinor: zAmount,
  actorId: z.string(),
  at: zInstant,
});
export const zLinePage = z.object({ line: zLine.nullable(), movements: z.array(zMovement) });
export const zLineFilter = z.object({ ...listInput, state: z.enum(['active', 'frozen']).optional() });
export const zLines = listOf(zLine);
