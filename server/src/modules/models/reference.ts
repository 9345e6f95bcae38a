import { MERCHANT_CREDIT_CARD } from '@tallystick/engines/scorecard';
import type { Ctx } from '#platform';
import { findLive } from './repo.ts';
import { registerCard } from './service.ts';

/** The models an installation starts with. What is live already is left alone. */
export async function seedReference(ctx: Ctx): Promise<void> {
  if (await findLive(ctx.tx, 'merchant_credit')) return;
  await registerCard(ctx, {
    purpose: 'merchant_credit',
    name: { zh: '电商商户信用评分卡', en: 'Merchant credit scorecard' },
    card: MERCHANT_CREDIT_CARD,
    owner: 'system',
    state: 'live',
  });
}
