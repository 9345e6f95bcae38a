import type { CalendarDate } from '@tallystick/kernel';
import { type Ctx, mount } from '#platform';
import { ledgerRefusals } from './refusals.ts';
import { reportUnbalanced } from './repo.ts';
import { routes } from './routes.ts';

const unbalanced = async (ctx: Ctx, on: CalendarDate | null): Promise<string[]> =>
  (await reportUnbalanced(ctx.tx, on)).map((j) => `journal ${j.id} of ${j.customerId} does not balance`);

export default mount({
  name: 'ledger',
  routes,
  refusals: ledgerRefusals,
  verifies: [
    { name: 'ledger.balanced', run: (ctx) => unbalanced(ctx, null) },
    // Closed days cannot change any more, so close of business looks at its own day.
    { name: 'ledger.day_balanced', daily: true, run: (ctx) => unbalanced(ctx, ctx.today) },
  ],
});
