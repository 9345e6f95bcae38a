import type { PricingParameters } from '@tallystick/engines/pricing';
import type { RatingParameters } from '@tallystick/engines/rating';
import { liveModel, modelVersion } from '#modules/models';
import { type ParameterSet, type PolicyParameters, type Product, parameterSet, parameterVersion, product, productVersion } from '#modules/products';
import type { Ctx } from '#platform';
import type { DecisionTools, Versions } from './decide.ts';

const version = (s: ParameterSet): { name: string; version: number; sha256: string } => ({ name: s.name, version: s.version, sha256: s.sha256 });

/** What decides today for a product: its own version when one was fixed, the parameter sets in force, the live card. */
export async function toolsToday(ctx: Ctx, code: string, fixed: number | null): Promise<{ tools: DecisionTools; versions: Versions }> {
  const p: Product = fixed === null ? await product(ctx, code) : await productVersion(ctx, code, fixed);
  const model = await liveModel(ctx, 'merchant_credit');
  const rating = await parameterSet<RatingParameters>(ctx, p.parameters.rating);
  const policy = await parameterSet<PolicyParameters>(ctx, p.parameters.policy);
  const pricing = await parameterSet<PricingParameters>(ctx, p.parameters.pricing);
  return {
    tools: { card: model.card, rating: rating.body, policy: policy.body, pricing: pricing.body, product: p },
    versions: {
      model: { id: model.modelId, version: model.version, sha256: model.sha256 },
      rating: version(rating),
      policy: version(policy),
      pricing: version(pricing),
      product: { code: p.code, version: p.version },
    },
  };
}

/** The tools of a stored decision, by the versions it names. */
export async function toolsOf(ctx: Ctx, v: Versions): Promise<DecisionTools> {
  const model = await modelVersion(ctx, v.model.id, v.model.version);
  return {
    card: model.card,
    rating: (await parameterVersion<RatingParameters>(ctx, v.rating.name, v.rating.version)).body,
    policy: (await parameterVersion<PolicyParameters>(ctx, v.policy.name, v.policy.version)).body,
    pricing: (await parameterVersion<PricingParameters>(ctx, v.pricing.name, v.pricing.version)).body,
    product: await productVersion(ctx, v.product.code, v.product.version),
  };
}
