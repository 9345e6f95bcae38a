import { mount } from '#platform';
import { ledgerRefusals } from './refusals.ts';
import { reportUnbalanced } from './repo.ts';
import { routes } from './routes.ts';

export default mount({
  name: 'ledger',
  routes,
  refusals: ledgerRefusals,
  verifies: [
    {
      name: 'ledger.balanced',
      daily: true,
      run: async (ctx) => (await reportUnbalanced(ctx.tx)).map((j) => `journal ${j.id} of ${j.customerId} does not balance`),
    },
  ],
});
