import { formatPercent, type RatePpm } from '@tallystick/kernel';
import type { Bilingual } from '../scorecard/index.ts';
import { type Least, type LimitInput, merchantLimit, termsOfGrade } from './limit.ts';
import type { PricingParameters } from './parameters.ts';
import { type BuildUp, guaranteeTerms, type Price, type PriceInput, priceBuildUp, priceOf } from './price.ts';
import { refusePricing } from './refusals.ts';

export type OfferInput = LimitInput & Omit<PriceInput, 'grade'> & { readonly pdPpm: bigint };
export type Offer = {
  /** `table` when it follows from the parameters alone; `override` when a person changed it. */
  readonly source: 'table' | 'override';
  readonly limitMinor: bigint;
  readonly ratePpm: RatePpm;
  readonly termMonths: number;
  readonly maxTermMonths: number;
  readonly guarantee: Bilingual;
  readonly reviewMonths: number;
  readonly limit: Least;
  readonly price: Price;
  readonly buildUp: BuildUp;
  /** What must be checked besides, for thin files. */
  readonly verification: Bilingual | null;
  /** Table rows used, so that a reviewer can reproduce the offer. */
  readonly ruleIds: readonly string[];
};

/**
 * Limit, rate and term from the tables: the only source of automatic offers. Thin files get the smaller cap and the shorter term.
 * Refuses what `priceOf` refuses; a term above the thin-file maximum is `pricing.term_too_long`.
 */
export function offerFor(input: OfferInput, lprPpm: RatePpm, p: PricingParameters): Offer {
  const grade = termsOfGrade(input.grade, p);
  const maxTermMonths = input.thinFile ? Math.min(grade.maxTermMonths, p.thinFile.maxTermMonths) : grade.maxTermMonths;
  const price = priceOf(input, lprPpm, p);
  if (input.termMonths > maxTermMonths)
    throw refusePricing('pricing.term_too_long', { field: 'termMonths', facts: { months: input.termMonths, max: maxTermMonths } });
  const limit = merchantLimit(input, p);
  const table = `${p.id}@${p.version}`;
  return {
    source: 'table',
    limitMinor: limit.amountMinor,
    ratePpm: price.ratePpm,
    termMonths: input.termMonths,
    maxTermMonths,
    guarantee: grade.guarantee,
    reviewMonths: grade.reviewMonths,
    limit,
    price,
    buildUp: priceBuildUp(price.ratePpm, { pdPpm: input.pdPpm, lgdPpm: guaranteeTerms(input.guarantee, p).lgdPpm }, p),
    verification: input.thinFile ? p.thinFile.verification : null,
    ruleIds: [`${table}:grade/${input.grade}`, `${table}:limit/${limit.binding}`, ...price.lines.map((l) => `${table}:price/${l.code}`)],
  };
}

/** Changes an offer by judgement: needs a reason and another person's approval, and stays under the all-in cap. Refuses `pricing.override_approval`, `pricing.above_cap`. */
export function overrideOffer(
  offer: Offer,
  change: {
    readonly limitMinor: bigint;
    readonly ratePpm: RatePpm;
    readonly reason: string;
    readonly askedBy: string;
    readonly approvedBy: string | null;
  },
  p: PricingParameters,
): Offer {
  if (change.reason.trim() === '' || change.approvedBy === null || change.approvedBy === change.askedBy)
    throw refusePricing('pricing.override_approval');
  if (change.ratePpm > p.capPpm)
    throw refusePricing('pricing.above_cap', { facts: { rate: formatPercent(change.ratePpm), cap: formatPercent(p.capPpm) } });
  const price = {
    ratePpm: change.ratePpm,
    lines: [...offer.price.lines, { code: 'override', zh: '人工调整', en: 'override', ppm: change.ratePpm - offer.ratePpm }],
  };
  return { ...offer, source: 'override', limitMinor: change.limitMinor, ratePpm: change.ratePpm, price, ruleIds: [...offer.ruleIds, 'override'] };
}
