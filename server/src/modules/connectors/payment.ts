import { Bug, type CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { AccountCheckId, PaymentOrder, PaymentRequest } from './types.ts';

/**
 * Gives an order to the payment rail, as a job in this transaction. The outcome comes as connectors.payment_settled; an unknown one is asked
 * about until it is known and never sent again. The same order number and content again is no new order; other content refuses connectors.order_conflict.
 */
export async function orderPayment(_ctx: Ctx, _p: PaymentRequest): Promise<void> {
  throw new Bug('being written');
}
/** Refuses platform.not_found. */
export async function paymentOrder(_ctx: Ctx, _customerId: CustomerId, _orderNo: string): Promise<PaymentOrder> {
  throw new Bug('being written');
}
/** Has name, ID, mobile and payout account of the customer compared, as a job. The outcome comes as connectors.account_checked. Refuses customers.consent_missing, customers.profile_incomplete. */
export async function verifyAccount(_ctx: Ctx, _v: { customerId: CustomerId; subject: string }): Promise<AccountCheckId> {
  throw new Bug('being written');
}
