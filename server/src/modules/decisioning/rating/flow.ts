import { offerFor, type PricingParameters } from '@tallystick/engines/pricing';
import { type RatingResult, rateMerchant } from '@tallystick/engines/rating';
import { addDays, type CustomerId, min, Refusal } from '@tallystick/kernel';
import { type CollectionId, collect, features } from '#modules/connectors';
import { addTimeline, type ConsentScope, type CustomerSummary, customer, identity, requireConsents, SCOPE_WORDS } from '#modules/customers';
import { notify } from '#modules/notifications';
import { canonicalJson, type IntakeParameters, lpr, type Product, parameterSet, products } from '#modules/products';
import type { Ctx } from '#platform';
import { irrOf, monthsFor } from '../deciding/decide.ts';
import { ownKnowledge } from '../deciding/flow.ts';
import { insertRun, newestRun, runOfCollection, writeRun } from '../deciding/repo.ts';
import { toolsToday } from '../deciding/tools.ts';
import { creditRow, type Features, merchantFacts, read } from './facts.ts';
import { cardBasis, endOffers, insertOffer, withdrawOffers } from './repo.ts';
import { riskOfRating } from './risk.ts';
import { storeRating } from './store.ts';

/** Data that a pre-approved offer is made of: asked softly, without a mark in the credit report. */
export const OFFER_SCOPES: readonly ConsentScope[] = ['identity', 'bureau', 'court', 'registry', 'tax', 'platform'];
const SUBJECT = 'offer';
const MONTHS_WANTED = 12;

/**
 * Gathers data softly, rates, and makes the offers: `why` says what for (consents given, a repayment, a staff member). A pass under way is not
 * begun twice. Refuses customers.consent_*.
 */
export async function refreshRating(ctx: Ctx, customerId: CustomerId, why: string): Promise<void> {
  if ((await newestRun(ctx.tx, customerId, SUBJECT))?.state === 'collecting') return;
  const collectionId = await collect(ctx, { customerId, purpose: 'offer', subject: SUBJECT });
  const { branchId } = await customer(ctx, customerId);
  await insertRun(ctx.tx, {
    customerId,
    id: ctx.newId('runn'),
    branchId,
    purpose: 'offer',
    subject: SUBJECT,
    attempt: 0,
    collectionId,
    why,
    at: ctx.now,
  });
}

/** Whether every consent that an offer needs stands. */
async function consented(ctx: Ctx, customerId: CustomerId): Promise<boolean> {
  try {
    await requireConsents(ctx, customerId, OFFER_SCOPES);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
/** Rates anew when every consent that an offer needs stands; otherwise nothing: giving the last one calls again. */
export async function refreshIfConsented(ctx: Ctx, customerId: CustomerId, why: string): Promise<void> {
  if (await consented(ctx, customerId)) await refreshRating(ctx, customerId, why);
}

/** An offer ends with a consent that it rests on, and the customer is told. What was decided or signed before stays as it is. */
export async function onConsentWithdrawn(ctx: Ctx, { customerId, scope }: { customerId: CustomerId; scope: ConsentScope }): Promise<void> {
  if (!OFFER_SCOPES.includes(scope) || (await withdrawOffers(ctx.tx, customerId)) === 0) return;
  const { zh, en } = SCOPE_WORDS[scope];
  await addTimeline(ctx, {
    customerId,
    kind: 'decisioning.offer_withdrawn',
    subject: scope,
    zh: `预授信方案作废：${zh}授权已撤回`,
    en: `Offer withdrawn: the consent "${en}" was taken back`,
  });
  const { mobile } = await identity(ctx, customerId);
  await notify(ctx, {
    customerId,
    template: 'offer_withdrawn',
    params: { scope_zh: zh, scope_en: en },
    to: { mobile },
    channels: ['in_app', 'sms'],
    purpose: 'service',
    link: '/start/authorise',
  });
}

/** The sources have answered: rates, and offers what the grade allows. What is missing is said, and nothing is offered without a grade. */
export async function onOfferCollected(
  ctx: Ctx,
  e: { customerId: CustomerId; collectionId: CollectionId; outcome: string; missing: readonly string[] },
): Promise<void> {
  const run = await runOfCollection(ctx.tx, e.customerId, e.collectionId);
  if (run?.state !== 'collecting' && run?.state !== 'waiting') return;
  const failed = e.outcome === 'failed';
  await writeRun(ctx.tx, {
    customerId: e.customerId,
    id: run.id,
    state: failed ? 'waiting' : 'done',
    missing: e.missing.join(','),
    at: failed ? null : ctx.now,
  });
  // A consent taken back while sources were answering: what they said is not used.
  if (failed || !(await consented(ctx, e.customerId))) return;
  const c = await customer(ctx, e.customerId);
  const f = await features(ctx, e.customerId, e.collectionId);
  const fitting = (await products(ctx)).filter((p) => suits(p, c, f));
  const [lead] = fitting;
  if (!lead) return;
  const { tools, versions } = await toolsToday(ctx, lead.code, null);
  const input = {
    facts: merchantFacts(f, await ownKnowledge(ctx, e.customerId)),
    creditRow: creditRow(f, await cardBasis(ctx.tx, ctx.today)),
    features: f,
  };
  const { rating, unrated } = rateOrSay(() =>
    rateMerchant({ ratedOn: ctx.today, card: tools.card, creditRow: input.creditRow, facts: input.facts }, tools.rating),
  );
  const ratingId = await storeRating(ctx, {
    customerId: e.customerId,
    branchId: c.branchId,
    collectionId: e.collectionId,
    why: run.why,
    input,
    output: { rating, unrated, riskLevel: riskOfRating(rating) },
    versions,
  });
  for (const p of fitting) await offerOf(ctx, c, p, f, ratingId, rating);
}

/** Whether a product is for this customer: kind, and the first-loan product only for those who never had one. */
const suits = (p: Product, c: CustomerSummary, f: Features): boolean =>
  p.segments.includes(c.kind) && (p.firstLoanOnly ? read.flag(f, 'is_first_loan') === true : true) && p.kind !== 'STUDENT';

export function rateOrSay(rate: () => RatingResult): { rating: RatingResult | null; unrated: string | null } {
  try {
    return { rating: rate(), unrated: null };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rating.data_missing') return { rating: null, unrated: String(error.facts['fields'] ?? '') };
    throw error;
  }
}

async function offerOf(
  ctx: Ctx,
  c: CustomerSummary,
  p: Product,
  f: Features,
  ratingId: `rate_${string}`,
  rating: RatingResult | null,
): Promise<void> {
  const pricing = (await parameterSet<PricingParameters>(ctx, p.parameters.pricing)).body;
  const [sales, settle] = [read.whole(f, 'net_sales_12m'), read.whole(f, 'settle_amount_30d')];
  const thinFile = p.firstLoanOnly;
  const months =
    rating === null ? 0 : Math.min(monthsFor(rating.grade, MONTHS_WANTED, p, pricing), thinFile ? pricing.thinFile.maxTermMonths : MONTHS_WANTED);
  if (rating === null || !rating.admitted || sales === null || settle === null || months < p.minMonths)
    return endOffers(ctx.tx, c.customerId, p.code);
  const base = await lpr(ctx, '1Y');
  const offer = offerFor(
    {
      grade: rating.grade,
      netSales12mMinor: sales,
      settle30dMinor: settle,
      needMinor: null,
      thinFile,
      termMonths: months,
      guarantee: 'CREDIT',
      segment: p.segmentCode,
      discounts: [],
      pdPpm: rating.pdPpm,
    },
    base.ratePpm,
    pricing,
  );
  const limitMinor = min(offer.limitMinor, p.maxAmountMinor);
  if (limitMinor < p.minAmountMinor) return endOffers(ctx.tx, c.customerId, p.code);
  const { offerValidDays } = (await parameterSet<IntakeParameters>(ctx, 'intake')).body;
  const irrPpm = irrOf(p, { amountMinor: limitMinor, ratePpm: offer.ratePpm, months, method: 'equal_instalment', start: ctx.today });
  await insertOffer(ctx.tx, {
    offerId: ctx.newId('offr'),
    customerId: c.customerId,
    branchId: c.branchId,
    ratingId,
    productCode: p.code,
    productVersion: p.version,
    grade: rating.grade,
    limitMinor,
    ratePpm: offer.ratePpm,
    months,
    irrPpm,
    body: canonicalJson(offer),
    madeAt: ctx.now,
    validUntil: addDays(ctx.today, offerValidDays),
  });
}
