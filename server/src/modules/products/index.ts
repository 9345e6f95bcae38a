export { canonicalJson, readCanonical } from './canonical.ts';
export { type Match, type MatchFacts, matchProducts } from './match.ts';
export { lpr, parameterSet, parameterVersion, product, products, productVersion } from './service.ts';
export type { CustomerSegment, DocumentNeed, GuaranteeType, Lpr, ParameterSet, Product, ProductCode, ProductKind, PurposeClass } from './types.ts';
export { GUARANTEE_TYPES, PRODUCT_CODES, PURPOSE_CLASSES } from './types.ts';
