import type { PricingParameters } from '@tallystick/engines/pricing';
import { type CustomerId, Refusal } from '@tallystick/kernel';
import { type ConsentScope, type CustomerSummary, identity, requireConsents } from '#modules/customers';
import { checklist } from '#modules/documents';
import { highestRate, type IntakeParameters, type Product, parameterSet } from '#modules/products';
import type { Ctx } from '#platform';
import type { FormFacts } from './checks.ts';

/** Scopes of a product that the customer has no live consent for. */
async function missingConsents(ctx: Ctx, customerId: CustomerId, scopes: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const scope of scopes) {
    try {
      await requireConsents(ctx, customerId, [scope as ConsentScope]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      missing.push(scope);
    }
  }
  return missing;
}

/** Papers that must be handed in and are not there, or were turned down. What a consented source answers itself need not be handed in (S0-35). */
async function missingPapers(ctx: Ctx, customerId: CustomerId, product: Product, withoutConsent: readonly string[]): Promise<FormFacts['papers']> {
  const wanted = product.documents.filter(
    (d) => d.mandatory && (d.obtainableFrom === null || !product.consents.includes(d.obtainableFrom) || withoutConsent.includes(d.obtainableFrom)),
  );
  const items = await checklist(
    ctx,
    customerId,
    wanted.map((d) => d.kind),
  );
  return items.flatMap((i) =>
    i.state === 'missing' || i.state === 'rejected' ? [{ kind: i.kind, nameZh: i.nameZh, nameEn: i.nameEn, state: i.state }] : [],
  );
}

/** Gathers what the form is checked against, today. Nothing outside is asked. */
export async function formFacts(ctx: Ctx, who: CustomerSummary, product: Product): Promise<FormFacts> {
  const { payoutAccount } = await identity(ctx, who.customerId);
  const withoutConsent = await missingConsents(ctx, who.customerId, product.consents);
  return {
    product,
    intake: (await parameterSet<IntakeParameters>(ctx, product.parameters.intake)).body,
    caps: (await parameterSet<PricingParameters>(ctx, product.parameters.pricing)).body.affordability,
    ratePpm: await highestRate(ctx, product),
    today: ctx.today,
    segment: who.kind,
    payoutTail: payoutAccount?.account.slice(-4) ?? null,
    hadLoan: who.firstPaidOutOn !== null,
    missingConsents: withoutConsent,
    papers: await missingPapers(ctx, who.customerId, product, withoutConsent),
  };
}
