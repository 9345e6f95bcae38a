import { BEHAVIOUR_CARD, type Card, MERCHANT_CREDIT_CARD } from '@tallystick/engines/scorecard';
import type { Ctx } from '#platform';
import { findLive } from './repo.ts';
import { registerCard } from './service.ts';
import type { ModelPurpose } from './types.ts';

const STARTING: readonly { readonly purpose: ModelPurpose; readonly name: { zh: string; en: string }; readonly card: Card }[] = [
  { purpose: 'merchant_credit', name: { zh: '电商商户信用评分卡', en: 'Merchant credit scorecard' }, card: MERCHANT_CREDIT_CARD },
  { purpose: 'behaviour', name: { zh: '贷后行为评分卡', en: 'Behaviour scorecard' }, card: BEHAVIOUR_CARD },
];

/** The models an installation starts with. What is live already is left alone. */
export async function seedReference(ctx: Ctx): Promise<void> {
  for (const model of STARTING) if (!(await findLive(ctx.tx, model.purpose))) await registerCard(ctx, { ...model, owner: 'system', state: 'live' });
}
