import { z } from 'zod';
import { event, zAmount, zCustomerId, zDate, zId } from '#platform';
import { PURPOSES, SOURCES } from './types.ts';

/** A gathering of data for a decision or for monitoring came to its end. `missing` names the sources that failed. */
export const collected = event(
  'connectors.collected',
  z.object({
    customerId: zCustomerId,
    collectionId: zId('coll'),
    purpose: z.enum(PURPOSES),
    subject: z.string(),
    outcome: z.enum(['complete', 'partial', 'failed']),
    missing: z.array(z.enum(SOURCES)),
  }),
);
/** The rail told the outcome of an order, once and for all (but see paymentReturned). `doneMinor` is what moved. */
export const paymentSettled = event(
  'connectors.payment_settled',
  z.object({
    customerId: zCustomerId,
    orderNo: z.string(),
    subject: z.string(),
    kind: z.enum(['disburse', 'deduct']),
    state: z.enum(['success', 'failed']),
    doneMinor: zAmount,
    code: z.string(),
    ref: z.string(),
    settledOn: zDate,
  }),
);
/** A successful payment came back later: the payee's account was closed or refused it. */
export const paymentReturned = event(
  'connectors.payment_returned',
  z.object({
    customerId: zCustomerId,
    orderNo: z.string(),
    subject: z.string(),
    kind: z.enum(['disburse', 'deduct']),
    amountMinor: zAmount,
    code: z.string(),
    returnedOn: zDate,
  }),
);
/** The four elements of a payout account (name, ID, mobile, account) were compared. */
export const accountChecked = event(
  'connectors.account_checked',
  z.object({ customerId: zCustomerId, checkId: zId('acck'), subject: z.string(), state: z.enum(['matched', 'differs', 'failed']) }),
);
