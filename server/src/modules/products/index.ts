export { canonicalJson, readCanonical } from './canonical.ts';
export { type BannedPurpose, bannedPurpose, type IntakeParameters } from './intake.ts';
export { type Match, type MatchFacts, matchProducts } from './match.ts';
export type { PolicyParameters } from './parameters.ts';
export { seedReference as seedProducts } from './reference.ts';
export { highestRate, lpr, parameterSet, parameterVersion, product, products, productVersion } from './service.ts';
export { productTerms } from './terms.ts';
export type {
  CustomerSegment,
  DocumentNeed,
  GuaranteeType,
  Lpr,
  ParameterName,
  ParameterSet,
  Product,
  ProductCode,
  ProductKind,
  PurposeClass,
} from './types.ts';
export { GUARANTEE_TYPES, PRODUCT_CODES, PURPOSE_CLASSES, REPAYMENT_METHODS } from './types.ts';
