import { z } from 'zod';
import { event } from '#platform';

/** A file was accepted or rejected by a reviewer. */
export const documentReviewed = event(
  'documents.reviewed',
  z.object({ customerId: z.string(), documentId: z.string(), kind: z.string(), subject: z.string(), state: z.enum(['accepted', 'rejected']) }),
);
