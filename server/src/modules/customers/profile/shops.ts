import type { CustomerId } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { profileChanged } from '../events.ts';
import * as repo from '../repo.ts';
import { addTimeline } from '../timeline.ts';
import type { Platform } from '../types.ts';
import { changeableCustomer, refresh } from './service.ts';

export type NamedShop = { readonly platform: Platform; readonly shopId: string; readonly shopName: string };

/**
 * The shops a customer names, the whole list at once. Whose they are is asked of the platform afterwards; only a proven shop is claimed, so
 * naming a shop first gives no right to it.
 */
export async function saveShops(ctx: Ctx, customerId: CustomerId, shops: readonly NamedShop[]): Promise<void> {
  await changeableCustomer(ctx, customerId);
  const now = await repo.shopsOf(ctx.tx, customerId);
  for (const shop of shops) {
    const known = now.find((o) => o.shop_id === shop.shopId && o.platform === shop.platform);
    await repo.saveShop(ctx.tx, customerId, {
      shop_id: shop.shopId,
      platform: shop.platform,
      shop_name: shop.shopName,
      state: known?.state ?? 'declared',
      added_at: known?.added_at ?? ctx.now,
      updated_at: ctx.now,
    });
  }
  for (const gone of now.filter((o) => !shops.some((n) => n.shopId === o.shop_id))) {
    await repo.saveShop(ctx.tx, customerId, { ...gone, state: 'removed', updated_at: ctx.now });
    await repo.releaseClaim(ctx.tx, 'shop', ctx.vault.blind('shop', gone.shop_id), customerId);
  }
  await repo.reopenChecks(ctx.tx, customerId, ['shop_owner']);
  await refresh(ctx, customerId);
  await addTimeline(ctx, {
    customerId,
    kind: 'customers.shops_changed',
    subject: customerId,
    zh: `登记店铺 ${shops.length} 家`,
    en: `Shops registered: ${shops.length}`,
  });
  await ctx.announce(profileChanged, { customerId, fields: ['shops'] });
}
