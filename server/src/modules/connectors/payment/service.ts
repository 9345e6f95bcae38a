import { type CustomerId, Refusal } from '@tallystick/kernel';
import { z } from 'zod';
import { customer, identity, requireConsents } from '#modules/customers';
import { type Ctx, callOutside, type OutsideAnswer, outsideJob, outsideUrl, zCustomerId, zId } from '#platform';
import { accountChecked } from '../events.ts';
import { refuse } from '../refusals.ts';
import type { AccountCheckId, PaymentOrder, PaymentRequest } from '../types.ts';
import { accountPlace, payeePlace, sendPayment } from './jobs.ts';
import { json, zAccountAnswer } from './rail.ts';
import * as repo from './repo.ts';

/**
 * Gives an order to the payment rail, as a job in this transaction. The outcome comes as connectors.payment_settled; an unknown one is asked
 * about until it is known and never sent again. The same order number and content again is no new order; other content refuses connectors.order_conflict.
 */
export async function orderPayment(ctx: Ctx, p: PaymentRequest): Promise<void> {
  const place = { customer_id: p.customerId, order_no: p.orderNo };
  const account = `${p.account}|${p.bankCode ?? ''}`;
  if ((await repo.claimOrder(ctx.tx, p.orderNo, p.customerId, ctx.now)) !== p.customerId) throw refuse('connectors.order_conflict');
  const known = await repo.findOrder(ctx.tx, p.customerId, p.orderNo, true);
  if (known) {
    const same =
      known.kind === p.kind &&
      known.amount_minor === p.amountMinor &&
      known.subject === p.subject &&
      ctx.vault.open(accountPlace(place), known.account_sealed) === account;
    if (!same) throw refuse('connectors.order_conflict');
    return;
  }
  await repo.insertOrder(ctx.tx, {
    ...place,
    kind: p.kind,
    amount_minor: p.amountMinor,
    account_sealed: ctx.vault.seal(accountPlace(place), account),
    account_tail: p.account.slice(-4),
    payee_sealed: ctx.vault.seal(payeePlace(place), p.payeeName),
    purpose: p.purpose,
    subject: p.subject,
    entrusted: p.entrusted ?? false,
    partial: p.partial ?? false,
    ordered_on: ctx.today,
    ordered_at: ctx.now,
  });
  await ctx.enqueue(sendPayment, { customerId: p.customerId, orderNo: p.orderNo }, { key: p.orderNo, customerId: p.customerId });
}

export const viewOf = (o: repo.OrderRow): PaymentOrder => ({
  customerId: o.customer_id,
  orderNo: o.order_no,
  kind: o.kind,
  amountMinor: o.amount_minor,
  doneMinor: o.done_minor,
  accountTail: o.account_tail,
  purpose: o.purpose,
  subject: o.subject,
  state: o.state,
  code: o.code,
  ref: o.ref,
  orderedOn: o.ordered_on,
  orderedAt: o.ordered_at,
  settledOn: o.settled_on,
  returnedOn: o.returned_on,
});
/** Refuses platform.not_found. */
export async function paymentOrder(ctx: Ctx, customerId: CustomerId, orderNo: string): Promise<PaymentOrder> {
  const found = await repo.findOrder(ctx.tx, customerId, orderNo);
  if (!found) throw new Refusal('platform.not_found');
  return viewOf(found);
}

/**
 * Has name, ID, mobile and payout account of the customer compared, as a job. The outcome comes as connectors.account_checked. Refuses
 * customers.consent_missing and its kin, customers.profile_incomplete.
 */
export async function verifyAccount(ctx: Ctx, v: { customerId: CustomerId; subject: string }): Promise<AccountCheckId> {
  await requireConsents(ctx, v.customerId, ['identity']);
  if ((await elementsOf(ctx, v.customerId)) === undefined)
    throw new Refusal('customers.profile_incomplete', { facts: { missing: 'payout.account' } });
  const checkId = ctx.newId('acck');
  await repo.insertAccountCheck(ctx.tx, v.customerId, checkId, v.subject, ctx.now);
  await ctx.enqueue(verifyAccountJob, { customerId: v.customerId, checkId, subject: v.subject }, { key: checkId, customerId: v.customerId });
  return checkId;
}

/** The four elements: a firm's account is compared under the firm's name and code, anybody else's under the person's. */
async function elementsOf(ctx: Ctx, customerId: CustomerId): Promise<{ account: string; name: string; id_no: string; mobile: string } | undefined> {
  const who = await identity(ctx, customerId);
  const firm = (await customer(ctx, customerId)).kind === 'enterprise';
  const [name, idNo] = firm ? [who.enterpriseName, who.uscc] : [who.name, who.idNo];
  return who.payoutAccount === null || name === null || idNo === null
    ? undefined
    : { account: who.payoutAccount.account, name, id_no: idNo, mobile: who.mobile };
}

export const verifyAccountJob = outsideJob({
  name: 'connectors.verify_account',
  payload: z.object({ customerId: zCustomerId, checkId: zId('acck'), subject: z.string() }),
  prepare: async (ctx, p) => {
    await requireConsents(ctx, p.customerId, ['identity']);
    return {
      url: `${outsideUrl(ctx.config, 'payment')}/account/verify`,
      timeoutMs: ctx.config.CONNECTOR_TIMEOUT_MS,
      body: await elementsOf(ctx, p.customerId),
    };
  },
  call: (q): Promise<OutsideAnswer> => callOutside(q),
  settle: async (ctx, p, _q, answer) => {
    const read = answer.state === 'answered' && answer.status === 200 ? zAccountAnswer.safeParse(json(answer.text)) : undefined;
    if (!read?.success) throw new Error(`the account could not be compared: ${answer.state}`);
    const state = read.data.matched ? 'matched' : 'differs';
    await repo.settleAccountCheck(ctx.tx, p.customerId, p.checkId, { state, elements: read.data.elements, code: read.data.code, at: ctx.now });
    await ctx.announce(accountChecked, { customerId: p.customerId, checkId: p.checkId, subject: p.subject, state });
  },
  gaveUp: async (ctx, p) => {
    await repo.settleAccountCheck(ctx.tx, p.customerId, p.checkId, { state: 'failed', elements: null, code: null, at: ctx.now });
    await ctx.announce(accountChecked, { customerId: p.customerId, checkId: p.checkId, subject: p.subject, state: 'failed' });
  },
});
