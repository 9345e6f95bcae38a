import { z } from 'zod';
import { event, zCustomerId, zId } from '#platform';
import { SEVERITIES } from './types.ts';

/** A signal was hit and somebody has to look. */
export const alertRaised = event(
  'monitoring.alert_raised',
  z.object({ customerId: zCustomerId, alertId: zId('aler'), code: z.string(), severity: z.enum(SEVERITIES) }),
);
