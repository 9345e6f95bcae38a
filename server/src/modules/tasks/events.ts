import { z } from 'zod';
import { event } from '#platform';

/** A task passed its time and went one level up. `ownerIds` are the people who have it now. */
export const taskEscalated = event(
  'tasks.escalated',
  z.object({
    customerId: z.string(),
    taskId: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    due: z.string(),
    link: z.string(),
    ownerIds: z.array(z.string()),
  }),
);
