import { type Card, parseCard } from './card.ts';
import merchantCredit from './cards/merchant-credit.json' with { type: 'json' };

export * from './card.ts';
export { type AttributeSpec, type CardFit, type CardScale, type FitRequest, fitCard } from './fit.ts';
export { fitLogistic, type LogisticFit } from './logistic.ts';
export * from './measures/index.ts';
export * from './monitoring/index.ts';
export { SCORECARD_REFUSALS } from './refusals.ts';
export * from './strategy/index.ts';

/** The credit part of the merchant rating, fitted by tools/fit-merchant-card.ts; provenance and metrics are inside the file. */
export const MERCHANT_CREDIT_CARD: Card = parseCard(merchantCredit);
