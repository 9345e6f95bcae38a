import { accountLocked } from '#modules/customers';
import { hears, mount } from '#platform';
import { creditLineRefusals } from './refusals.ts';
import { reportWrongUse } from './repo.ts';
import { routes } from './routes.ts';
import { freezeIfOpen } from './service.ts';

export default mount({
  name: 'credit-lines',
  routes,
  refusals: creditLineRefusals,
  hears: [
    hears(accountLocked, 'credit-lines.freeze_locked', (ctx, e) =>
      freezeIfOpen(ctx, e.customerId, { zh: '账户已锁定', en: 'The account is locked' }),
    ),
  ],
  verifies: [
    {
      name: 'credit-lines.use_equals_uses',
      daily: true,
      run: async (ctx) => (await reportWrongUse(ctx.tx)).map((l) => `the line of ${l.customerId} does not use what its loans and payouts use`),
    },
  ],
});
