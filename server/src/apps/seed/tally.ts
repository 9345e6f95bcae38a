import type { Bank } from './bank.ts';
import type { House } from './desk/staff.ts';

/** Lists whose length says how much life there is, as the head office sees them: name, who looks, operation, filter. */
const LISTS: readonly (readonly [string, string, string, object?])[] = [
  ['customers', 'compliance', 'customers.list'],
  ['leads', 'service', 'engagement.list_leads'],
  ['applications', 'exec', 'applications.list'],
  ['contracts', 'exec', 'contracts.list'],
  ['payouts', 'disburse', 'servicing.list_payouts'],
  ['loans', 'exec', 'servicing.list_loans'],
  ['loans overdue', 'exec', 'servicing.list_loans', { status: 'overdue' }],
  ['loans settled', 'exec', 'servicing.list_loans', { status: 'settled' }],
  ['alerts', 'exec', 'monitoring.list_alerts'],
  ['alerts open', 'exec', 'monitoring.list_alerts', { state: 'open' }],
  ['collection cases', 'risk', 'collections.list_cases'],
  ['requests waiting', 'compliance', 'access.list_requests', { state: 'waiting' }],
  ['audit entries', 'compliance', 'audit.search_trail'],
];

/** How much there is of everything. */
export async function countBank(bank: Bank, house: House): Promise<Record<string, number>> {
  const facts: Record<string, number> = {};
  for (const [name, login, operation, filter] of LISTS) facts[name] = (await bank.call(house.as(login), operation, { limit: 1, ...filter })).total;
  return facts;
}
