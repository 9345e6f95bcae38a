import type { Bilingual } from '../scorecard/index.ts';
import { type Check, checksOf, type PolicyInput } from './evaluate.ts';
import type { Inputs, When } from './table.ts';

/** A product and what it asks of a customer (lowest grade, segment, region, purpose …): every condition must hold. */
export type ProductRule = { readonly id: string; readonly name: Bilingual; readonly requires: When };
export type ProductMatch = {
  readonly offered: readonly string[];
  /** Each refused product with the conditions that failed or could not be tested. */
  readonly refused: readonly { readonly product: string; readonly failing: readonly Check[] }[];
};

/** Sorts products into those a customer may have and those not, with the failing rule of each. */
export function matchProducts(products: readonly ProductRule[], inputs: Inputs, customer: PolicyInput): ProductMatch {
  const tested = products.map((p) => ({ product: p.id, failing: checksOf(p.requires, inputs, customer).filter((c) => c.ok !== true) }));
  return { offered: tested.filter((t) => t.failing.length === 0).map((t) => t.product), refused: tested.filter((t) => t.failing.length > 0) };
}
