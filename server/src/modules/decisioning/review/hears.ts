import { applicationClosed } from '#modules/applications';
import { hears } from '#platform';
import { dropReview } from './service.ts';

/** What a case of review follows: an application that was taken back needs no more work. */
export const reviewHears = [hears(applicationClosed, 'decisioning.drop_review', (ctx, e) => dropReview(ctx, e.customerId, e.applicationId))];
