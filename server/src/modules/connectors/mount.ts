import { consentsGiven, profileChanged, SOURCE_WORDS } from '#modules/customers';
import { hears, mount } from '#platform';
import { collectJob } from './collecting/job.ts';
import { checkProfile } from './collecting/profile-checks.ts';
import { questionPayment, sendPayment } from './payment/jobs.ts';
import { reconcileJob, reconcileStep } from './payment/reconcile.ts';
import { verifyAccountJob } from './payment/service.ts';
import { connectorsRefusals } from './refusals.ts';
import { routes } from './routes.ts';

export default mount({
  name: 'connectors',
  routes,
  refusals: connectorsRefusals,
  words: { missing: SOURCE_WORDS },
  jobs: [collectJob, sendPayment, questionPayment, verifyAccountJob, reconcileJob],
  hears: [
    hears(consentsGiven, 'connectors.check_profile_allowed', (ctx, e) => checkProfile(ctx, e.customerId, e.scopes)),
    hears(profileChanged, 'connectors.check_profile_changed', (ctx, e) => checkProfile(ctx, e.customerId, e.fields)),
  ],
  daily: [reconcileStep],
});
