import { z } from 'zod';
import { event, zCustomerId } from '#platform';
import { CONSENT_SCOPES } from './types.ts';

/** Somebody became a customer. */
export const joined = event('customers.joined', z.object({ customerId: zCustomerId, campaign: z.string().nullable() }));
export const consentsGiven = event('customers.consents_given', z.object({ customerId: zCustomerId, scopes: z.array(z.enum(CONSENT_SCOPES)) }));
export const consentWithdrawn = event('customers.consent_withdrawn', z.object({ customerId: zCustomerId, scope: z.enum(CONSENT_SCOPES) }));
/** The account was locked, for one of the reasons of LOCK_WORDS. */
export const accountLocked = event('customers.locked', z.object({ customerId: zCustomerId, reasonCode: z.string() }));
/** Names of the fields that changed, never their values. */
export const profileChanged = event('customers.profile_changed', z.object({ customerId: zCustomerId, fields: z.array(z.string()) }));
