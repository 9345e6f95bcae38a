import { addMonths, type CustomerId, daysBetween, displayMoney, must, sum } from '@tallystick/kernel';
import { type Application, type ApplicationId, application, submittedForm } from '#modules/applications';
import { assertDrawable, line, openLine } from '#modules/credit-lines';
import { addTimeline, identity } from '#modules/customers';
import { type Approval, approvalOf, assertApproved, currentOffer } from '#modules/decisioning';
import { notify } from '#modules/notifications';
import { type Product, productTerms, productVersion } from '#modules/products';
import { type Ctx, refusePlatform } from '#platform';
import { refuse } from '../refusals.ts';
import { addEvidence, findContract, insertContract, liveContractOf, parameter, rewriteTerms } from '../repo.ts';
import { mostOf, openFault } from '../rules.ts';
import type { AmountLimits, Contract, ContractId } from '../types.ts';
import { costStatement } from './cost-statement.ts';
import { readingHash, readingOf } from './document.ts';
import { TEXT_VERSION } from './lender.ts';
import { monthsOf } from './terms.ts';

const LINE_MONTHS = 12;

const productOf = (ctx: Ctx, a: Application): Promise<Product> =>
  productVersion(ctx, a.productCode, must(a.productVersion, 'a submitted application has its product version'));

/** The customer's line carries what is in use and what was approved; a larger standing offer makes it larger. */
async function lineFor(ctx: Ctx, a: Application, approval: Approval, product: Product): Promise<void> {
  const [present, offer] = [await line(ctx, a.customerId), await currentOffer(ctx, a.customerId, a.productCode)];
  const needed = (present?.usedMinor ?? 0n) + approval.amountMinor;
  const limitMinor = [present?.limitMinor ?? 0n, offer?.limitMinor ?? 0n].reduce((m, v) => (v > m ? v : m), needed);
  await openLine(ctx, {
    customerId: a.customerId,
    branchId: a.branchId,
    productCode: a.productCode,
    currency: 'CNY',
    limitMinor,
    minDrawMinor: product.minAmountMinor,
    stepMinor: product.stepMinor,
    validTo: addMonths(ctx.today, LINE_MONTHS),
    decisionId: approval.decisionId,
  });
}

/** The four values at this moment (S0-57). Need is the budget of the purpose, or what was asked for when no budget was given. */
async function limitsOf(ctx: Ctx, a: Application, approval: Approval, product: Product): Promise<AmountLimits> {
  const form = submittedForm(a);
  const budget = sum(form.purposeBudget.map((b) => b.amountMinor));
  const lawful = must(await parameter(ctx.tx, 'single_borrower_cap_minor', ctx.today), 'a cap for one borrower is in force');
  return {
    approvedMinor: approval.amountMinor,
    availableMinor: (await line(ctx, a.customerId))?.availableMinor ?? 0n,
    needMinor: budget > 0n ? budget : form.amountMinor,
    capMinor: lawful < product.maxAmountMinor ? lawful : product.maxAmountMinor,
  };
}

type Agreed = Pick<Contract, 'terms' | 'limits' | 'cost' | 'textHash'>;
async function agree(ctx: Ctx, a: Application, approval: Approval, asked: { amountMinor?: bigint; months?: number }): Promise<Agreed> {
  const product = await productOf(ctx, a);
  const limits = await limitsOf(ctx, a, approval, product);
  const most = mostOf(limits);
  // Whole steps: what is left over when the smallest of the four is no multiple cannot be drawn.
  const amountMinor = asked.amountMinor ?? most - (most % product.stepMinor);
  const months = asked.months ?? approval.months;
  if (amountMinor > most)
    throw refuse('contracts.over_limits', { field: 'amount', facts: { amount: displayMoney(amountMinor), most: displayMoney(most) } });
  if (months < product.minMonths || months > approval.months)
    throw refuse('contracts.term_unavailable', { field: 'months', facts: { min: product.minMonths, max: approval.months } });
  assertDrawable(ctx, await line(ctx, a.customerId), amountMinor);
  await assertApproved(ctx, { customerId: a.customerId, applicationId: a.applicationId, amountMinor, ratePpm: approval.ratePpm, months });
  const form = submittedForm(a);
  const terms = productTerms(product, { principalMinor: amountMinor, ratePpm: approval.ratePpm, months, method: form.method, start: ctx.today });
  const cost = costStatement(terms);
  return { terms, limits, cost, textHash: readingHash(readingOf(terms, cost, form.purposeText)) };
}

/** Drafts the contract of an approved application; answers the one that is there already when there is one. */
export async function draftContract(ctx: Ctx, customerId: CustomerId, applicationId: ApplicationId): Promise<Contract> {
  const present = await liveContractOf(ctx.tx, customerId, applicationId);
  if (present !== undefined) return present;
  const [a, approval] = [
    await application(ctx, customerId, applicationId),
    must(await approvalOf(ctx, customerId, applicationId), 'an approved application has its approval'),
  ];
  await lineFor(ctx, a, approval, await productOf(ctx, a));
  const id = ctx.newId('cont');
  const drafted: Contract = {
    ...(await agree(ctx, a, approval, {})),
    customerId,
    id,
    applicationId,
    decisionId: approval.decisionId,
    branchId: a.branchId,
    productCode: a.productCode,
    productVersion: must(a.productVersion, 'version'),
    contractNo: `JK${ctx.today.replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`,
    state: 'draft',
    version: 1,
    textVersion: TEXT_VERSION,
    validUntil: approval.validUntil,
    approvedBy: approval.approvedBy,
    readAt: null,
    signedAt: null,
    documentId: null,
    documentHash: null,
    fault: null,
    draftedAt: ctx.now,
  };
  await insertContract(ctx.tx, drafted);
  await addEvidence(ctx, {
    customerId,
    contractId: id,
    kind: 'drafted',
    facts: { textVersion: TEXT_VERSION, textHash: drafted.textHash, decisionId: approval.decisionId },
  });
  await announceDraft(ctx, drafted);
  return drafted;
}

async function announceDraft(ctx: Ctx, c: Contract): Promise<void> {
  const { customerId, contractNo } = c;
  const zh = `合同 ${contractNo} 已生成，待借款人签署`;
  await addTimeline(ctx, {
    customerId,
    kind: 'contracts.drafted',
    subject: c.id,
    zh,
    en: `Contract ${contractNo} is drafted and waits for the borrower`,
    link: `/customers/${customerId}/contracts/${c.id}`,
  });
  const { mobile } = await identity(ctx, customerId);
  const days = String(Math.max(0, daysBetween(ctx.today, c.validUntil)));
  await notify(ctx, {
    customerId,
    template: 'contract_ready',
    params: { reference: contractNo, days },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
  });
}

/**
 * The borrower takes less, or for a shorter time, before signing (S4-18). What was read before no longer counts.
 * Refuses contracts.not_draft, lapsed, over_limits, term_unavailable, and what the line and the approval refuse.
 */
export async function chooseAmount(
  ctx: Ctx,
  customerId: CustomerId,
  contractId: ContractId,
  asked: { amountMinor: bigint; months?: number },
): Promise<Contract> {
  const c = await openContract(ctx, customerId, contractId);
  const approval = must(await approvalOf(ctx, customerId, c.applicationId), 'a contract has its approval');
  const agreed = await agree(ctx, await application(ctx, customerId, c.applicationId), approval, asked);
  await rewriteTerms(ctx.tx, { customerId, id: contractId, ...agreed });
  const facts = { amountMinor: agreed.terms.principalMinor.toString(), months: monthsOf(agreed.terms), textHash: agreed.textHash };
  await addEvidence(ctx, { customerId, contractId, kind: 'amount_chosen', facts });
  return { ...c, ...agreed, readAt: null, version: c.version + 1 };
}

/** A contract that may still be changed or signed, its row held. */
export async function openContract(ctx: Ctx, customerId: CustomerId, contractId: ContractId): Promise<Contract> {
  const c = await findContract(ctx.tx, customerId, contractId, true);
  if (c === undefined) throw refusePlatform('platform.not_found');
  const fault = openFault(c, ctx.today);
  if (fault !== undefined) throw refuse(fault, { facts: { state: c.state, validUntil: c.validUntil } });
  return c;
}
