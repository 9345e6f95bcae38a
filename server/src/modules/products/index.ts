export { canonicalJson, readCanonical } from './canonical.ts';
export { matchProducts } from './catalogue/match.ts';
export { seedReference as seedProducts } from './catalogue/reference.ts';
export { productTerms } from './catalogue/terms.ts';
export { highestRate, lpr, parameterSet, parameterVersion, product, products, productVersion } from './service.ts';
export { bannedPurpose, type IntakeParameters } from './sets/intake.ts';
export type { PolicyParameters } from './sets/parameters.ts';
export type {
  CustomerSegment,
  GuaranteeType,
  ParameterSet,
  Product,
  PurposeClass,
} from './types.ts';
export { GUARANTEE_TYPES, PURPOSE_CLASSES, REPAYMENT_METHODS } from './types.ts';
