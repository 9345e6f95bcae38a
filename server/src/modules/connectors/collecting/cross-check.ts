import { ratioPpm } from '@tallystick/engines/rating';
import { type CustomerId, PPM } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { CollectionId, MerchantFeatures } from '../types.ts';
import { parameterOn } from './repo.ts';
import { features } from './service.ts';

/** One declared figure against one from a source. `deviationPpm` is how far the declared one is from the other. */
export type CrossCheck = {
  readonly against: 'tax' | 'shop_sales' | 'settlement_flow';
  readonly declaredMinor: bigint | null;
  readonly foundMinor: bigint | null;
  readonly deviationPpm: bigint | null;
  readonly state: 'match' | 'mismatch' | 'unknown';
};

/** Compares revenue told by the customer with what tax office, shops and settlements say. Within the tolerance, its edge included, it matches. */
export function crossChecks(declaredMinor: bigint | null, f: MerchantFeatures, tolerancePpm: bigint): CrossCheck[] {
  const against = { tax: 'declared_revenue_12m', shop_sales: 'net_sales_12m', settlement_flow: 'payment_flow_12m' } as const;
  return (Object.keys(against) as (keyof typeof against)[]).map((name) => {
    const value = f[against[name]]?.value;
    const foundMinor = typeof value === 'bigint' ? value : null;
    const ratio = declaredMinor === null || foundMinor === null ? null : ratioPpm(declaredMinor, foundMinor);
    const deviationPpm = ratio === null ? null : ratio - PPM;
    const size = deviationPpm === null ? null : deviationPpm < 0n ? -deviationPpm : deviationPpm;
    return { against: name, declaredMinor, foundMinor, deviationPpm, state: size === null ? 'unknown' : size <= tolerancePpm ? 'match' : 'mismatch' };
  });
}

/** The mismatch report of one gathering. */
export async function crossCheckReport(
  ctx: Ctx,
  customerId: CustomerId,
  collectionId: CollectionId,
  declaredMinor: bigint | null,
): Promise<{ tolerancePpm: bigint; checks: CrossCheck[] }> {
  const tolerancePpm = BigInt(await parameterOn(ctx.tx, 'cross_tolerance_ppm', ctx.today));
  return { tolerancePpm, checks: crossChecks(declaredMinor, await features(ctx, customerId, collectionId), tolerancePpm) };
}
