import { collected } from '#modules/connectors';
import { instalmentMissed, loanSettled, paidOut } from '#modules/servicing';
import { hears, mount } from '#platform';
import { raiseFall, scoreMonthly } from './behaviour/service.ts';
import { behaviourScored } from './events.ts';
import { monitoringRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { beginWatch, dueWatches, endWatch, firstPaymentDefault, judge, look, unwatched } from './service.ts';

export default mount({
  name: 'monitoring',
  routes,
  refusals: monitoringRefusals,
  hears: [
    hears(paidOut, 'monitoring.begin_watch', (ctx, e) => beginWatch(ctx, e.customerId)),
    hears(loanSettled, 'monitoring.end_watch', (ctx, e) => endWatch(ctx, e.customerId)),
    hears(instalmentMissed, 'monitoring.first_payment_default', (ctx, e) => firstPaymentDefault(ctx, e)),
    hears(collected, 'monitoring.judge', async (ctx, e) => {
      if (e.purpose === 'monitoring') await judge(ctx, e);
    }),
    hears(behaviourScored, 'monitoring.raise_fall', raiseFall),
  ],
  daily: [
    scoreMonthly,
    {
      name: 'monitoring.look',
      says: { zh: '核查到期的在贷客户', en: 'Look at borrowers whose check is due' },
      list: async (ctx) => (await dueWatches(ctx)).map((w) => ({ customerId: w.customerId, id: w.customerId })),
      run: (ctx, unit) => look(ctx, unit.customerId),
    },
  ],
  verifies: [{ name: 'monitoring.coverage', run: async (ctx) => (await unwatched(ctx)).map((id) => `${id} has open loans and is not watched`) }],
});
