import type { CustomerId } from '@tallystick/kernel';
import { documentReviewed } from '#modules/documents';
import { type Actor, branchScope, type Ctx, hears, mount } from '#platform';
import { verifyConsents } from './consents/service.ts';
import { onReviewed } from './profile/papers.ts';
import { customersRefusals } from './refusals.ts';
import { findCustomer } from './repo.ts';
import { routes } from './routes.ts';
import { FIELD_WORDS, SCOPE_WORDS } from './words.ts';

/** A staff member reaches the customers of the own branch; the head office reaches all. A customer who does not exist is out of reach too. */
async function reach(ctx: Ctx, actor: Actor, customerId: CustomerId): Promise<boolean> {
  const found = await findCustomer(ctx.tx, customerId);
  const branch = branchScope(actor);
  return found !== undefined && (branch === null || found.branchId === branch);
}

export default mount({
  name: 'customers',
  routes,
  refusals: customersRefusals,
  words: { scope: SCOPE_WORDS, field: FIELD_WORDS, missing: FIELD_WORDS },
  hears: [hears(documentReviewed, 'customers.document_reviewed', (ctx, e) => onReviewed(ctx, { ...e, customerId: e.customerId as CustomerId }))],
  verifies: [{ name: 'customers.consents', run: verifyConsents }],
  hooks: { reach },
});
