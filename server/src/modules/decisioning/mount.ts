import { POLICY_REFUSALS } from '@tallystick/engines/policy';
import { PRICING_REFUSALS } from '@tallystick/engines/pricing';
import { RATING_REFUSALS } from '@tallystick/engines/rating';
import { SCORECARD_REFUSALS } from '@tallystick/engines/scorecard';
import { applicationClosed, applicationSubmitted } from '#modules/applications';
import { collected } from '#modules/connectors';
import { consentsGiven, consentWithdrawn } from '#modules/customers';
import { closeTasks } from '#modules/tasks';
import { hears, mount } from '#platform';
import { expireApprovals } from './deciding/approvals.ts';
import { onCollected, startDecision } from './deciding/flow.ts';
import { verifyRecords } from './deciding/replay.ts';
import { writeApprovalState } from './deciding/repo.ts';
import { onConsentWithdrawn, onOfferCollected, refreshIfConsented } from './rating/flow.ts';
import { decisionRefusals } from './refusals.ts';
import { reviewHears } from './review/hears.ts';
import { reviewRefusals } from './review/refusals.ts';
import { reviewRoutes } from './review/routes.ts';
import { REVIEW_WORDS } from './review/types.ts';
import { routes } from './routes.ts';

export default mount({
  name: 'decisioning',
  routes: [...routes, ...reviewRoutes],
  refusals: { ...SCORECARD_REFUSALS, ...RATING_REFUSALS, ...POLICY_REFUSALS, ...PRICING_REFUSALS, ...decisionRefusals, ...reviewRefusals },
  words: { state: REVIEW_WORDS },
  hears: [
    hears(consentsGiven, 'decisioning.offer_on_consents', (ctx, e) => refreshIfConsented(ctx, e.customerId, 'consents')),
    hears(consentWithdrawn, 'decisioning.withdraw_offers', onConsentWithdrawn),
    hears(applicationSubmitted, 'decisioning.start', startDecision),
    hears(applicationClosed, 'decisioning.end_approval', async (ctx, e) => {
      await writeApprovalState(ctx.tx, e.customerId, e.applicationId, 'ended');
      await closeTasks(ctx, { customerId: e.customerId, kind: 'data_missing', subject: e.applicationId, outcome: e.state });
    }),
    hears(collected, 'decisioning.collected', async (ctx, e) => {
      if (e.purpose === 'application') await onCollected(ctx, e);
      if (e.purpose === 'offer') await onOfferCollected(ctx, e);
    }),
    ...reviewHears,
  ],
  daily: [expireApprovals],
  verifies: [{ name: 'decisioning.records', run: verifyRecords }],
});
