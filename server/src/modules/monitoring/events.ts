import { z } from 'zod';
import { event, zCustomerId, zDate, zId } from '#platform';
import { SEVERITIES } from './types.ts';

/** A signal was hit and somebody has to look. */
export const alertRaised = event(
  'monitoring.alert_raised',
  z.object({ customerId: zCustomerId, alertId: zId('aler'), code: z.string(), severity: z.enum(SEVERITIES) }),
);

/**
 * The behaviour score of a month asks for something: an earlier place in collection, or an alert because it fell; `factors` lost points since the month
 * before, worst first.
 */
export const behaviourScored = event(
  'monitoring.behaviour_scored',
  z.object({
    customerId: zCustomerId,
    month: zDate,
    points: z.number(),
    collectionPriority: z.number(),
    fall: z.object({ before: z.number(), factors: z.array(z.object({ attribute: z.string(), before: z.number(), after: z.number() })) }).nullable(),
  }),
);
