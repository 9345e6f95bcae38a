import { z } from 'zod';
import { event, zCustomerId, zId } from '#platform';

/** An application has its outcome: by rule, by a person, or by the applicant accepting a counter-offer. */
export const decided = event(
  'decisioning.decided',
  z.object({
    customerId: zCustomerId,
    applicationId: zId('appl'),
    decisionId: zId('deci'),
    outcome: z.enum(['approved', 'declined', 'counter_offered', 'reviewing']),
  }),
);
/** A customer's grade is another one than before. `direction` from the customer's side. */
export const gradeChanged = event(
  'decisioning.grade_changed',
  z.object({
    customerId: zCustomerId,
    ratingId: zId('rate'),
    before: z.string(),
    after: z.string(),
    direction: z.enum(['up', 'down']),
    groupsDown: z.int(),
  }),
);
