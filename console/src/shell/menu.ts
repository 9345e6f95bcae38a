import { type Me, may } from '../api.ts';

/** Pages of the console in the order of the menu. `needs`: any of these permissions opens the page; none: it is open to all staff. */
export type Page = {
  readonly key: string;
  readonly path: string;
  readonly group: 'work' | 'credit' | 'book' | 'bank';
  readonly needs: readonly string[];
};

export const PAGES: readonly Page[] = [
  { key: 'workbench', path: '/', group: 'work', needs: [] },
  { key: 'approvals', path: '/approvals', group: 'work', needs: [] },
  { key: 'leads', path: '/leads', group: 'work', needs: ['engagement.list_leads', 'engagement.funnel'] },
  { key: 'customers', path: '/customers', group: 'credit', needs: ['customers.list'] },
  { key: 'applications', path: '/applications', group: 'credit', needs: [] },
  { key: 'payouts', path: '/payouts', group: 'credit', needs: ['servicing.list_payouts'] },
  { key: 'loans', path: '/loans', group: 'book', needs: ['servicing.list_loans'] },
  { key: 'alerts', path: '/alerts', group: 'book', needs: ['monitoring.list_alerts'] },
  { key: 'collections', path: '/collections', group: 'book', needs: ['collections.list_cases'] },
  { key: 'blacklist', path: '/blacklist', group: 'book', needs: ['customers.list_blacklist'] },
  { key: 'cockpit', path: '/cockpit', group: 'bank', needs: ['reporting.cockpit'] },
  { key: 'day', path: '/day', group: 'bank', needs: [] },
  { key: 'ledger', path: '/ledger', group: 'bank', needs: ['ledger.show_trial_balance'] },
  { key: 'audit', path: '/audit', group: 'bank', needs: ['audit.search_trail', 'connectors.search_calls'] },
  { key: 'staff', path: '/staff', group: 'bank', needs: ['access.list_staff'] },
  { key: 'authority', path: '/authority', group: 'bank', needs: ['access.authority_matrix'] },
  { key: 'health', path: '/health', group: 'bank', needs: ['connectors.health'] },
];

/** The pages a person may open, in the order of the menu. */
export const pagesFor = (me: Me): readonly Page[] => PAGES.filter((p) => p.needs.length === 0 || p.needs.some((n) => may(me, n)));
