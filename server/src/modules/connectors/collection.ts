import { Bug, type CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { CollectionId, CollectionStatus, MerchantFeatures, Purpose, Source } from './types.ts';

/**
 * Starts gathering data about a customer from the sources that the purpose needs (or those named), as a job. `subject` is what it is for, an
 * application or loan id. Refuses customers.consent_missing, consent_expired, consent_withdrawn before anything is asked.
 */
export async function collect(
  _ctx: Ctx,
  _c: { customerId: CustomerId; purpose: Purpose; subject: string; sources?: readonly Source[] },
): Promise<CollectionId> {
  throw new Bug('being written');
}
/** The features of a finished gathering, each with its lineage; the same for ever. Refuses platform.not_found. */
export async function features(_ctx: Ctx, _customerId: CustomerId, _collectionId: CollectionId): Promise<MerchantFeatures> {
  throw new Bug('being written');
}
/** How far a gathering is, source by source, with reasons. Refuses platform.not_found. */
export async function collectionStatus(_ctx: Ctx, _customerId: CustomerId, _collectionId: CollectionId): Promise<CollectionStatus> {
  throw new Bug('being written');
}
/** A rating may start only when every mandatory source is collected, knows nothing, or was waived with a reason. Refuses connectors.not_collected with facts missing. */
export async function assertCollected(_ctx: Ctx, _customerId: CustomerId, _collectionId: CollectionId): Promise<void> {
  throw new Bug('being written');
}
