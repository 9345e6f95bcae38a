import type { CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import type { Message, Params } from './types.ts';

const place = (field: string, customerId: CustomerId, id: string): string => `notifications.message.${field}|${customerId}|${id}`;
/** Address and parameters hold names, numbers and codes: nobody reads them in the table. */
export const sealedFields = (
  ctx: Ctx,
  customerId: CustomerId,
  id: string,
  address: string | null,
  params: Params,
): Pick<Message, 'addressSealed' | 'paramsSealed'> => ({
  addressSealed: address === null ? null : ctx.vault.seal(place('address', customerId, id), address),
  paramsSealed: ctx.vault.seal(place('params', customerId, id), JSON.stringify(params)),
});
export const paramsOf = (ctx: Ctx, m: Message): Params => JSON.parse(ctx.vault.open(place('params', m.customerId, m.id), m.paramsSealed)) as Params;
export const addressOf = (ctx: Ctx, m: Message): string =>
  m.addressSealed === null ? '' : ctx.vault.open(place('address', m.customerId, m.id), m.addressSealed);
