import { type CustomerId, displayMoney, Refusal } from '@tallystick/kernel';
import type { z } from 'zod';
import { assertOtherPerson } from '#modules/access';
import { application } from '#modules/applications';
import { type accountChecked, orderPayment, type paymentReturned, type paymentSettled } from '#modules/connectors';
import { contract } from '#modules/contracts';
import { release as releaseLine, reserve } from '#modules/credit-lines';
import { addTimeline } from '#modules/customers';
import { CHART, postJournal } from '#modules/ledger';
import { closeTasks, openTask } from '#modules/tasks';
import { type BranchId, type Ctx, refusePlatform } from '#platform';
import { recordEvent } from '../book/post.ts';
import { parameter } from '../book/repo.ts';
import { refuse } from '../refusals.ts';
import type { PayoutId } from '../types.ts';
import { conditionsOf, openOnes } from './conditions.ts';
import { openLoan } from './open-loan.ts';
import { checkPayee, openPayoutTask, payeeOf, payoutLink, sealPayee } from './prepare.ts';
import { changePayout, findPayout, lockPayout, proveAccount } from './repo.ts';
import type { Payee, Payout } from './types.ts';

type Told<E extends { payload: z.ZodObject }> = z.output<E['payload']>;

/** One payout of a customer. Refuses platform.not_found. */
export async function payout(ctx: Ctx, customerId: CustomerId, id: PayoutId): Promise<Payout> {
  const found = await findPayout(ctx.tx, customerId, id);
  if (found === undefined) throw refusePlatform('platform.not_found');
  return found;
}
async function lockedOpen(ctx: Ctx, customerId: CustomerId, id: PayoutId): Promise<Payout> {
  const p = await lockPayout(ctx.tx, customerId, id);
  if (p === undefined) throw refusePlatform('platform.not_found');
  if (p.state !== 'open') throw refuse('servicing.payout_state', { facts: { state: p.state } });
  return p;
}

/**
 * The disbursement officer lets the money go: by transfer, somebody other than who approved or applied, every condition met, the full principal.
 * The line is reserved and the order given in one transaction; the order number makes a repetition harmless. Refuses
 * servicing.method_not_lawful, payout_state, net_below_principal, conditions_open, access.maker_cannot_check, and what the line refuses.
 */
export async function releasePayout(ctx: Ctx, customerId: CustomerId, id: PayoutId, method: 'transfer' | 'cash' | 'cheque'): Promise<Payout> {
  if (method !== 'transfer') throw refuse('servicing.method_not_lawful', { field: 'method' });
  const p = await lockedOpen(ctx, customerId, id);
  const c = await contract(ctx, customerId, p.contractId);
  assertOtherPerson(ctx, c.approvedBy);
  assertOtherPerson(ctx, (await application(ctx, customerId, p.applicationId)).createdBy);
  if (p.netMinor < c.terms.principalMinor)
    throw refuse('servicing.net_below_principal', { facts: { net: displayMoney(p.netMinor), principal: displayMoney(c.terms.principalMinor) } });
  const open = openOnes(await conditionsOf(ctx, p));
  const payee = await payeeOf(ctx, p);
  if (open.length > 0 || payee === undefined) throw refuse('servicing.conditions_open', { facts: { open: open.map((k) => k.code).join(', ') } });
  await reserve(ctx, { customerId, amountMinor: p.amountMinor, subject: p.id });
  await orderPayment(ctx, {
    customerId,
    orderNo: p.orderNo,
    kind: 'disburse',
    amountMinor: p.netMinor,
    account: payee.account,
    bankCode: payee.bankCode,
    payeeName: payee.name,
    purpose: '贷款发放',
    subject: p.id,
    entrusted: p.mode === 'entrusted',
  });
  await changePayout(ctx.tx, p, { state: 'ordered', releasedAt: ctx.now, releasedBy: ctx.actor.id, faultCode: null });
  return payout(ctx, customerId, id);
}

/** Name, ID, mobile and account were compared. */
export async function learnAccount(ctx: Ctx, told: Told<typeof accountChecked>): Promise<void> {
  if (!told.subject.startsWith('pout_')) return;
  const p = await lockPayout(ctx.tx, told.customerId, told.subject as PayoutId);
  if (p?.state === 'open') await changePayout(ctx.tx, p, { payeeCheck: told.state, checkedAt: ctx.now });
}

/** The rail told how a trial or the payout itself ended. An unknown outcome is not told: the payout waits, and is never sent again. */
export async function learnPayment(ctx: Ctx, told: Told<typeof paymentSettled>): Promise<void> {
  const p = await lockPayout(ctx.tx, told.customerId, told.subject as PayoutId);
  if (p === undefined) return;
  if (told.orderNo === p.trialOrderNo) return learnTrial(ctx, p, told.state);
  if (told.orderNo !== p.orderNo || p.state !== 'ordered') return;
  if (told.state === 'failed') return backToQueue(ctx, p, told.code);
  await changePayout(ctx.tx, p, { state: 'paid', paidAt: ctx.now, railRef: told.ref });
  await openLoan(ctx, p, told.settledOn);
  await closeTasks(ctx, { customerId: p.customerId, kind: 'payout', subject: p.id, outcome: 'paid' });
}

async function learnTrial(ctx: Ctx, p: Payout, outcome: 'success' | 'failed'): Promise<void> {
  const payee = await payeeOf(ctx, p);
  if (outcome === 'success' && payee !== undefined) await proveAccount(ctx.tx, p.customerId, ctx.vault.blind('account', payee.account), ctx.now);
  const counterparty =
    p.mode === 'entrusted' ? { payeeCheck: outcome === 'success' ? ('matched' as const) : ('differs' as const), checkedAt: ctx.now } : {};
  await changePayout(ctx.tx, p, { trialState: outcome, ...counterparty });
  if (outcome === 'success') await bookTrial(ctx, p);
}

/** The trial is a gift of the bank: it comes off no loan. */
async function bookTrial(ctx: Ctx, p: Payout): Promise<void> {
  const amountMinor = await parameter(ctx.tx, 'trial_amount_minor', ctx.today);
  await postJournal(ctx, {
    customerId: p.customerId,
    on: ctx.today,
    kind: 'trial_payment',
    reference: p.id,
    zh: '账户小额验证',
    en: 'Trial payment to an account',
    currency: p.currency,
    branchId: p.branchId,
    lines: [
      { account: CHART.operatingExpense, side: 'debit', amountMinor, subject: p.id },
      { account: CHART.clearing, side: 'credit', amountMinor, subject: p.id },
    ],
  });
}

/** Failed at the rail: the reason is shown, the line is free again, and the next order gets a number of its own. */
async function backToQueue(ctx: Ctx, p: Payout, code: string): Promise<void> {
  const attempt = p.attempt + 1;
  await changePayout(ctx.tx, p, { state: 'open', faultCode: code, attempt, orderNo: `${p.orderNo.split('-')[0]}-${attempt}` });
  await releaseLine(ctx, { customerId: p.customerId, subject: p.id });
  await openPayoutTask(ctx, p);
  await addTimeline(ctx, {
    customerId: p.customerId,
    kind: 'servicing.payout_failed',
    subject: p.id,
    zh: `放款未成功（${code}），已退回放款队列`,
    en: `The payout failed (${code}) and is back in the queue`,
    link: payoutLink(p),
  });
}

/** The account gave the money back: the loan counts as never paid out. When repayments stand in the way, a person decides. */
export async function learnReturn(ctx: Ctx, told: Told<typeof paymentReturned>): Promise<void> {
  const p = await lockPayout(ctx.tx, told.customerId, told.subject as PayoutId);
  if (p === undefined || p.orderNo !== told.orderNo || p.state !== 'paid') return;
  const event = {
    kind: 'reverse' as const,
    valueOn: told.returnedOn,
    amountMinor: null,
    detail: { targetSeq: 1, reason: told.code },
    reference: `${told.orderNo} returned`,
    channel: 'rail',
  };
  try {
    await recordEvent(ctx, p.customerId, p.loanId, event, { kind: 'payout_returned', zh: '放款退回', en: 'Payout returned' });
    await changePayout(ctx.tx, p, { state: 'stopped', faultCode: told.code, stoppedZh: '收款行退回', stoppedEn: 'Returned by the receiving bank' });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error; // Nothing was written yet: the engine refused before any posting.
  }
  await openTask(ctx, {
    customerId: p.customerId,
    kind: 'payout_returned',
    subject: p.id,
    zh: `放款被退回（${told.code}）`,
    en: `A payout came back (${told.code})`,
    ownerRole: 'DISBURSEMENT',
    branchId: p.branchId as BranchId | null,
    priority: 1,
    link: payoutLink(p),
  });
}

/** Compares the account again, after the customer corrected it or the source failed. */
export async function recheckPayee(ctx: Ctx, customerId: CustomerId, id: PayoutId): Promise<Payout> {
  const p = await lockedOpen(ctx, customerId, id);
  const payee = await payeeOf(ctx, p);
  if (payee === undefined) throw refuse('servicing.account_missing');
  await changePayout(ctx.tx, p, { payeeCheck: 'waiting' });
  await checkPayee(ctx, p, payee);
  return payout(ctx, customerId, id);
}

/** Entrusted payment: names the borrower's supplier, whose account is then proven by a trial (LOAN-04). Refuses servicing.not_entrusted. */
export async function setCounterparty(ctx: Ctx, customerId: CustomerId, id: PayoutId, payee: Payee): Promise<Payout> {
  const p = await lockedOpen(ctx, customerId, id);
  if (p.mode !== 'entrusted') throw refuse('servicing.not_entrusted');
  const payeeSealed = sealPayee(ctx, customerId, payee);
  await changePayout(ctx.tx, p, { payeeSealed, payeeCheck: 'waiting' });
  await checkPayee(ctx, { ...p, payeeSealed }, payee);
  return payout(ctx, customerId, id);
}

/** Stops a payout that was not ordered yet; the reason is shown to the customer. */
export async function stopPayout(ctx: Ctx, customerId: CustomerId, id: PayoutId, reason: { zh: string; en: string }): Promise<Payout> {
  const p = await lockedOpen(ctx, customerId, id);
  await changePayout(ctx.tx, p, { state: 'stopped', stoppedZh: reason.zh, stoppedEn: reason.en });
  await closeTasks(ctx, { customerId, kind: 'payout', subject: id, outcome: 'stopped' });
  return payout(ctx, customerId, id);
}
