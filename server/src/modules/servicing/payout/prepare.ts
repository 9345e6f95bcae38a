import {
  addDays,
  bankDate,
  bankMoment,
  type CalendarDate,
  CHINA_CALENDAR,
  type CustomerId,
  displayMoney,
  must,
  Refusal,
  WorkingCalendar,
} from '@tallystick/kernel';
import { application } from '#modules/applications';
import { orderPayment, verifyAccount } from '#modules/connectors';
import { type Contract, type ContractId, contract } from '#modules/contracts';
import { addTimeline, identity } from '#modules/customers';
import { openTask } from '#modules/tasks';
import type { BranchId, Ctx } from '#platform';
import { parameter } from '../book/repo.ts';
import { changePayout, insertPayout, isProven, paidSince } from './repo.ts';
import type { Payee, Payout } from './types.ts';

const calendar = new WorkingCalendar(CHINA_CALENDAR);
const END_OF_OFFICE = 17 * 60;
export const payoutLink = (p: Pick<Payout, 'customerId' | 'id'>): string => `/customers/${p.customerId}/payouts/${p.id}`;
const payeePlace = (p: Pick<Payout, 'customerId'>): string => `servicing.payout.payee|${p.customerId}`;

/** The last day of the promise: so many working days after signing, the day of signing not counted (S3-19, CAL-04). */
export const payoutDueOn = (signedOn: CalendarDate, workingDays: number): CalendarDate => calendar.addWorkingDays(signedOn, workingDays);
/** A year whose notice is missing gives no promise; the payout itself goes on (CAL-03). */
function promised(signedOn: CalendarDate, workingDays: number): CalendarDate | null {
  try {
    return payoutDueOn(signedOn, workingDays);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar.year_unknown') return null;
    throw error;
  }
}

/** No stretch of five working days is longer, holidays included. */
const LONGEST_WINDOW_DAYS = 16;
/** First day of the last `window` working days; in a year without a published calendar the longest stretch they could be. */
function windowStart(today: CalendarDate, window: number): CalendarDate {
  let since = today;
  for (let left = window; left > 0; since = addDays(since, -1)) {
    if (!calendar.knows(Number(since.slice(0, 4)))) return addDays(today, -LONGEST_WINDOW_DAYS);
    if (calendar.isWorkingDay(since)) left -= 1;
  }
  return since;
}

/** Paid to the counterparty when this payout, with others to the borrower within the window, passes the threshold (LOAN-04, LOAN-05). */
async function modeFor(ctx: Ctx, c: Contract): Promise<Payout['mode']> {
  const window = Number(await parameter(ctx.tx, 'split_window_working_days', ctx.today));
  const since = windowStart(ctx.today, window);
  const together = c.terms.principalMinor + (await paidSince(ctx.tx, c.customerId, bankMoment(since, 0)));
  return together > (await parameter(ctx.tx, 'entrusted_above_minor', ctx.today)) ? 'entrusted' : 'self';
}

/** Who gets the money: the counterparty that was entered, or the borrower's registered account. Undefined while nobody is known. */
export async function payeeOf(ctx: Ctx, p: Pick<Payout, 'customerId' | 'mode' | 'payeeSealed'>): Promise<Payee | undefined> {
  if (p.payeeSealed !== null) return JSON.parse(ctx.vault.open(payeePlace(p), p.payeeSealed)) as Payee;
  if (p.mode === 'entrusted') return undefined;
  const who = await identity(ctx, p.customerId);
  return who.payoutAccount === null ? undefined : { name: who.name ?? who.enterpriseName ?? '', ...who.payoutAccount };
}
export const sealPayee = (ctx: Ctx, customerId: CustomerId, payee: Payee): string =>
  ctx.vault.seal(payeePlace({ customerId }), JSON.stringify(payee));

/** Sends one fen to an account that never took money of ours (S4-31). A proven account needs none. */
export async function tryAccount(ctx: Ctx, p: Payout, payee: Payee): Promise<void> {
  if (await isProven(ctx.tx, p.customerId, ctx.vault.blind('account', payee.account))) {
    await changePayout(ctx.tx, p, { trialState: 'not_needed' });
    return;
  }
  const trialOrderNo = `${p.orderNo}T${p.version}`;
  await changePayout(ctx.tx, p, { trialState: 'waiting', trialOrderNo });
  await orderPayment(ctx, {
    customerId: p.customerId,
    orderNo: trialOrderNo,
    kind: 'disburse',
    amountMinor: await parameter(ctx.tx, 'trial_amount_minor', ctx.today),
    account: payee.account,
    bankCode: payee.bankCode,
    payeeName: payee.name,
    purpose: '账户小额验证',
    subject: p.id,
  });
}

/** Lays out the payout of a signed contract: its promise, its checks, its task. Once a contract. */
export async function preparePayout(ctx: Ctx, customerId: CustomerId, contractId: ContractId): Promise<void> {
  const c = await contract(ctx, customerId, contractId);
  const signedAt = must(c.signedAt, 'a signed contract has its moment');
  const id = ctx.newId('pout');
  const { isFirstLoan } = await application(ctx, customerId, c.applicationId);
  const p: Payout = {
    customerId,
    id,
    contractId,
    applicationId: c.applicationId,
    loanId: ctx.newId('loan'),
    orderNo: `FK${id.slice(-20).toUpperCase()}`,
    branchId: c.branchId,
    productCode: c.productCode,
    amountMinor: c.terms.principalMinor,
    netMinor: c.terms.principalMinor,
    currency: c.terms.currency,
    mode: await modeFor(ctx, c),
    payeeSealed: null,
    payeeCheck: 'waiting',
    trialOrderNo: null,
    trialState: 'waiting',
    firstLoan: isFirstLoan ?? false,
    state: 'open',
    faultCode: null,
    stoppedZh: null,
    stoppedEn: null,
    railRef: null,
    version: 1,
    attempt: 1,
    dueOn: promised(bankDate(signedAt), Number(await parameter(ctx.tx, 'payout_working_days', ctx.today))),
    signedAt,
    createdAt: ctx.now,
    checkedAt: null,
    releasedAt: null,
    releasedBy: null,
    paidAt: null,
  };
  if (!(await insertPayout(ctx.tx, p))) return;
  const payee = await payeeOf(ctx, p);
  if (payee !== undefined) await checkPayee(ctx, p, payee);
  await openPayoutTask(ctx, p);
  const amount = displayMoney(p.amountMinor);
  await addTimeline(ctx, {
    customerId,
    kind: 'servicing.payout_prepared',
    subject: id,
    zh: `放款单已生成，金额 ${amount} 元${p.dueOn === null ? '' : `，最迟 ${p.dueOn} 到账`}`,
    en: `Payout of ${amount} prepared${p.dueOn === null ? '' : `, due by ${p.dueOn}`}`,
    link: payoutLink(p),
  });
}

/** Four-element check of the borrower's own account, and a trial payment where it is new. A counterparty's account is proven by the trial alone. */
export async function checkPayee(ctx: Ctx, p: Payout, payee: Payee): Promise<void> {
  if (p.mode === 'self') await verifyAccount(ctx, { customerId: p.customerId, subject: p.id });
  await tryAccount(ctx, p, payee);
}

export async function openPayoutTask(ctx: Ctx, p: Payout): Promise<void> {
  await openTask(ctx, {
    customerId: p.customerId,
    kind: 'payout',
    subject: p.id,
    zh: `放款 ${displayMoney(p.amountMinor)} 元`,
    en: `Pay out ${displayMoney(p.amountMinor)}`,
    ownerRole: 'DISBURSEMENT',
    branchId: p.branchId as BranchId | null,
    ...(p.dueOn !== null && { dueAt: bankMoment(p.dueOn, END_OF_OFFICE) }),
    priority: 2,
    link: payoutLink(p),
  });
}
