import { z } from 'zod';
import { event, zCustomerId, zId } from '#platform';

/** An application passed every check of the form and waits for a decision. */
export const applicationSubmitted = event(
  'applications.submitted',
  z.object({ customerId: zCustomerId, applicationId: zId('appl'), attempt: z.int() }),
);
/** The applicant took it back, or it ran out. */
export const applicationClosed = event(
  'applications.closed',
  z.object({ customerId: zCustomerId, applicationId: zId('appl'), state: z.enum(['withdrawn', 'expired']) }),
);
