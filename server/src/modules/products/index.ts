export { canonicalJson, readCanonical } from './canonical.ts';
export { bannedPurpose, type IntakeParameters } from './intake.ts';
export { matchProducts } from './match.ts';
export type { PolicyParameters } from './parameters.ts';
export { seedReference as seedProducts } from './reference.ts';
export { highestRate, lpr, parameterSet, parameterVersion, product, products, productVersion } from './service.ts';
export { productTerms } from './terms.ts';
export type {
  CustomerSegment,
  GuaranteeType,
  ParameterSet,
  Product,
  PurposeClass,
} from './types.ts';
export { GUARANTEE_TYPES, PURPOSE_CLASSES, REPAYMENT_METHODS } from './types.ts';
