import { z } from 'zod';
import { event, zCustomerId, zId } from '#platform';

/** Both parties signed, and the signed document is stored. */
export const contractSigned = event('contracts.signed', z.object({ customerId: zCustomerId, contractId: zId('cont'), applicationId: zId('appl') }));
