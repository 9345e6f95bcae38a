import { behaviourScored } from '#modules/monitoring';
import { loanOverdue, repaid } from '#modules/servicing';
import { rankTasks } from '#modules/tasks';
import { hears, mount } from '#platform';
import { collectionRefusals } from './refusals.ts';
import { batchLatePromises } from './repo.ts';
import { routes } from './routes.ts';
import { breakPromise, followRepayment, followStage } from './service.ts';
import type { CaseId } from './types.ts';

export default mount({
  name: 'collections',
  routes,
  refusals: collectionRefusals,
  hears: [
    hears(loanOverdue, 'collections.follow_stage', (ctx, e) => followStage(ctx, e)),
    hears(repaid, 'collections.follow_repayment', (ctx, e) => followRepayment(ctx, e)),
    hears(behaviourScored, 'collections.follow_behaviour', (ctx, e) =>
      rankTasks(ctx, { customerId: e.customerId, kind: 'collection', priority: e.collectionPriority }),
    ),
  ],
  daily: [
    {
      name: 'collections.broken_promises',
      says: { zh: '核对到期的还款承诺', en: 'Look at promises whose day has passed' },
      list: async (ctx, date) => (await batchLatePromises(ctx.tx, date)).map((p) => ({ customerId: p.customerId, id: p.caseId })),
      run: (ctx, unit) => breakPromise(ctx, unit.customerId, unit.id as CaseId),
    },
  ],
});
