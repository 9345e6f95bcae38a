import { mount } from '#platform';
import { creditLineRefusals } from './refusals.ts';
import { reportWrongUse } from './repo.ts';
import { routes } from './routes.ts';

export default mount({
  name: 'credit-lines',
  routes,
  refusals: creditLineRefusals,
  verifies: [
    {
      name: 'credit-lines.use_equals_uses',
      daily: true,
      run: async (ctx) => (await reportWrongUse(ctx.tx)).map((l) => `the line of ${l.customerId} does not use what its loans and payouts use`),
    },
  ],
});
