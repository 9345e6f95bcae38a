import { gradeGroup } from '@tallystick/engines/rating';
import { z } from 'zod';
import { customer } from '#modules/customers';
import { matchProducts, PURPOSE_CLASSES, products, readCanonical } from '#modules/products';
import { query, zCustomerId } from '#platform';
import { type Features, read } from './rating/facts.ts';
import { newestRating, ratingFile } from './rating/repo.ts';

/** Which products a customer may have today, and for the others the rule that stands in the way (S1-33). What is not known yet fails no rule. */
export const productMatches = query({
  name: 'decisioning.match_products',
  says: { zh: '产品匹配：可申请的产品，以及其余产品不符合的规则', en: 'Products the customer passes, and the failing rules of the others' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER', 'REVIEWER', 'RISK_MANAGER', 'SERVICE_AGENT'],
  input: z.object({ customerId: zCustomerId, purposeClass: z.enum(PURPOSE_CLASSES).optional() }),
  output: z.object({
    grade: z.string().nullable(),
    items: z.array(
      z.object({
        productCode: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        fits: z.boolean(),
        failing: z.array(z.object({ rule: z.string(), threshold: z.string() })).readonly(),
      }),
    ),
  }),
  run: async (ctx, { customerId, purposeClass }) => {
    const who = await customer(ctx, customerId);
    const rating = await newestRating(ctx.tx, customerId, gradeGroup);
    const file = await ratingFile(ctx.tx, customerId);
    const features = file ? readCanonical<{ features: Features }>(file.input).features : {};
    const matches = matchProducts(await products(ctx), {
      segment: who.kind,
      grade: rating?.grade ?? null,
      region: read.text(features, 'region_code')?.slice(0, 2) ?? null,
      purposeClass: purposeClass ?? null,
      isFirstLoan: who.firstPaidOutOn === null ? read.flag(features, 'is_first_loan') : false,
    });
    return {
      grade: rating?.grade ?? null,
      items: matches.map(({ product, fits, failing }) => ({ productCode: product.code, name: product.name, fits, failing })),
    };
  },
});
