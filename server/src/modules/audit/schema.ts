import { z } from 'zod';
import { listInput, listOf, zCustomerId, zDate, zInstant } from '#platform';

export const trailInput = z.object({
  ...listInput,
  sort: z.enum(['at', '-at']).default('-at'),
  customerId: zCustomerId.optional(),
  actorId: z.string().max(60).optional(),
  /** Code of an act, or a part of its words in either language. */
  action: z.string().max(80).optional(),
  subject: z.string().max(80).optional(),
  outcome: z.enum(['done', 'requested', 'refused']).optional(),
  from: zDate.optional(),
  to: zDate.optional(),
});
export const trailItem = z.object({
  id: z.string(),
  customerId: z.string(),
  at: zInstant,
  actorKind: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  actorRoles: z.string(),
  makerId: z.string().nullable(),
  command: z.string(),
  action: z.string(),
  says: z.object({ zh: z.string(), en: z.string() }),
  subject: z.string(),
  outcome: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  why: z.string().nullable(),
  ip: z.string(),
  device: z.string(),
  requestId: z.string(),
  sealedInBlock: z.string().nullable(),
});
export const trailOutput = listOf(trailItem);
export const chainInput = z.object({
  anchorNo: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  anchorHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export const chainOutput = z.object({ whole: z.boolean(), faults: z.array(z.string()), anchorNo: z.string(), anchorHash: z.string() });
