import { type Grade, isAtLeast } from '@tallystick/engines/rating';
import type { CustomerSegment, Product, PurposeClass } from '../types.ts';

/** What the matcher knows of a customer; null is not known yet and fails no rule. */
export type MatchFacts = {
  readonly segment: CustomerSegment;
  readonly grade: Grade | null;
  readonly region: string | null;
  readonly purposeClass: PurposeClass | null;
  readonly isFirstLoan: boolean | null;
};
/** `failing` names every rule that stands in the way, with the product's own threshold. */
export type Match = {
  readonly product: Product;
  readonly fits: boolean;
  readonly failing: readonly { readonly rule: 'segment' | 'region' | 'purpose' | 'min_grade' | 'first_loan_only'; readonly threshold: string }[];
};

/** Which products a customer may have (S1-33): all of them come back, those that do not fit with the rules that fail. */
export function matchProducts(all: readonly Product[], facts: MatchFacts): Match[] {
  return all.map((product) => {
    const failing: Match['failing'][number][] = [];
    if (!product.segments.includes(facts.segment)) failing.push({ rule: 'segment', threshold: product.segments.join(',') });
    if (facts.region !== null && product.regions.length > 0 && !product.regions.includes(facts.region))
      failing.push({ rule: 'region', threshold: product.regions.join(',') });
    if (facts.purposeClass !== null && !product.purposes.includes(facts.purposeClass))
      failing.push({ rule: 'purpose', threshold: product.purposes.join(',') });
    if (facts.grade !== null && !isAtLeast(facts.grade, product.minGrade)) failing.push({ rule: 'min_grade', threshold: product.minGrade });
    if (product.firstLoanOnly && facts.isFirstLoan === false) failing.push({ rule: 'first_loan_only', threshold: 'true' });
    return { product, fits: failing.length === 0, failing };
  });
}
