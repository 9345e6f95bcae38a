import { addDays, HOUSE } from '@tallystick/kernel';
import { applicationClosed, applicationSubmitted } from '#modules/applications';
import { contractSigned } from '#modules/contracts';
import { joined } from '#modules/customers';
import { decided } from '#modules/decisioning';
import { paidOut } from '#modules/servicing';
import { type DayStep, hears, mount } from '#platform';
import { convertLeadJob, dropped, onJoined, reached } from './funnel/journey.ts';
import { engagementRefusals } from './refusals.ts';
import { forgetFormUse, oldestFormUse } from './repo.ts';
import { routes } from './routes.ts';

const KEEP_DAYS = 7;
/** Who used the public form is forgotten after a week. */
const forget: DayStep = {
  name: 'engagement.forget_form_use',
  says: { zh: '清除过期的表单使用记录', en: 'Forget old uses of the public form' },
  list: async (ctx, date) => ((await oldestFormUse(ctx.tx, addDays(date, -KEEP_DAYS))) ? [{ customerId: HOUSE, id: 'form_use' }] : []),
  run: (ctx, _unit, date) => forgetFormUse(ctx.tx, addDays(date, -KEEP_DAYS)),
};

export default mount({
  name: 'engagement',
  routes,
  refusals: engagementRefusals,
  jobs: [convertLeadJob],
  hears: [
    hears(joined, 'engagement.joined', onJoined),
    hears(applicationSubmitted, 'engagement.applied', (ctx, e) => reached(ctx, e.customerId, 'apply')),
    hears(decided, 'engagement.decided', async (ctx, e) => {
      if (e.outcome === 'approved' || e.outcome === 'counter_offered') await reached(ctx, e.customerId, 'approve');
      if (e.outcome === 'declined') await dropped(ctx, e.customerId, e.applicationId, 'declined');
    }),
    hears(applicationClosed, 'engagement.closed', (ctx, e) => dropped(ctx, e.customerId, e.applicationId, e.state)),
    hears(contractSigned, 'engagement.signed', (ctx, e) => reached(ctx, e.customerId, 'sign')),
    hears(paidOut, 'engagement.paid_out', (ctx, e) => reached(ctx, e.customerId, 'disburse')),
  ],
  daily: [forget],
});
