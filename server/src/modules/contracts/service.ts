import type { CustomerId } from '@tallystick/kernel';
import { type Ctx, refusePlatform } from '#platform';
import { contractsOfCustomer, findContract } from './repo.ts';
import type { Contract, ContractId } from './types.ts';

/** One contract of a customer. Refuses platform.not_found. */
export async function contract(ctx: Ctx, customerId: CustomerId, id: ContractId): Promise<Contract> {
  const found = await findContract(ctx.tx, customerId, id);
  if (found === undefined) throw refusePlatform('platform.not_found');
  return found;
}
/** A customer's contracts, newest first. */
export const contractsOf = (ctx: Ctx, customerId: CustomerId): Promise<Contract[]> => contractsOfCustomer(ctx.tx, customerId);
