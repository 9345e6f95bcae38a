export * from './affordability.ts';
export * from './enterprise-size.ts';
export * from './expected-loss.ts';
export { type Bound, drawable, earliestIncrease, type Least, type LimitInput, merchantLimit, templateFaults } from './limit.ts';
export { MERCHANT_PRICING_V1 } from './merchant-pricing-v1.ts';
export { type Offer, type OfferInput, offerFor, overrideOffer } from './offer.ts';
export { checkPricing, type GradeTerms, type GuaranteeType, type PricingParameters, readPricing, revisePricing, writePricing } from './parameters.ts';
export { type BuildUp, type Price, type PriceInput, type PriceLine, priceBuildUp, priceOf, printedBreakdown } from './price.ts';
export { PRICING_REFUSALS } from './refusals.ts';
