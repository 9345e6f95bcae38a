import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from './pages/not-found.tsx';
import { PageBroke } from './pages/page-broke.tsx';
import { Shell } from './shell/layout.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const parent = { getParentRoute: () => root };

/** Address of each page and the file that is loaded when it is opened. */
const pages = [
  createRoute({ ...parent, path: '/', component: lazyRouteComponent(() => import('./pages/workbench.tsx'), 'WorkbenchPage') }),
  createRoute({ ...parent, path: '/approvals', component: lazyRouteComponent(() => import('./pages/approvals/page.tsx'), 'ApprovalsPage') }),
  createRoute({ ...parent, path: '/customers', component: lazyRouteComponent(() => import('./pages/customers.tsx'), 'CustomersPage') }),
  createRoute({ ...parent, path: '/blacklist', component: lazyRouteComponent(() => import('./pages/customer/blacklist.tsx'), 'BlacklistPage') }),
  createRoute({
    ...parent,
    path: '/customers/$customerId',
    component: lazyRouteComponent(() => import('./pages/customer/page.tsx'), 'CustomerPage'),
  }),
  createRoute({
    ...parent,
    path: '/customers/$customerId/contracts/$contractId',
    component: lazyRouteComponent(() => import('./pages/contract/page.tsx'), 'ContractPage'),
  }),
  createRoute({
    ...parent,
    path: '/customers/$customerId/applications/$applicationId',
    component: lazyRouteComponent(() => import('./pages/application/page.tsx'), 'ApplicationPage'),
  }),
  createRoute({
    ...parent,
    path: '/customers/$customerId/applications/$applicationId/decision',
    component: lazyRouteComponent(() => import('./pages/decision/page.tsx'), 'DecisionPage'),
  }),
  createRoute({
    ...parent,
    path: '/applications/$customerId/$applicationId',
    component: lazyRouteComponent(() => import('./pages/application/page.tsx'), 'ApplicationPage'),
  }),
  createRoute({
    ...parent,
    path: '/reviews/$customerId/$reviewId',
    component: lazyRouteComponent(() => import('./pages/review/page.tsx'), 'ReviewPage'),
  }),
  createRoute({ ...parent, path: '/loans', component: lazyRouteComponent(() => import('./pages/loans.tsx'), 'LoansPage') }),
  createRoute({
    ...parent,
    path: '/customers/$customerId/loans/$loanId',
    component: lazyRouteComponent(() => import('./pages/loan/page.tsx'), 'LoanPage'),
  }),
  createRoute({ ...parent, path: '/payouts', component: lazyRouteComponent(() => import('./pages/payouts.tsx'), 'PayoutsPage') }),
  createRoute({ ...parent, path: '/payouts/$customerId/$payoutId', component: lazyRouteComponent(() => import('./pages/payout.tsx'), 'PayoutPage') }),
  // Addresses that tasks and messages point at, told by the module that wrote them.
  createRoute({
    ...parent,
    path: '/customers/$customerId/payouts/$payoutId',
    component: lazyRouteComponent(() => import('./pages/payout.tsx'), 'PayoutPage'),
  }),
  createRoute({
    ...parent,
    path: '/customers/$customerId/collections/$collectionId',
    component: lazyRouteComponent(() => import('./pages/customer/page.tsx'), 'CustomerPage'),
  }),
  createRoute({
    ...parent,
    path: '/customers/$customerId/payments/$orderNo',
    component: lazyRouteComponent(() => import('./pages/customer/page.tsx'), 'CustomerPage'),
  }),
  createRoute({ ...parent, path: '/payments/reconciliations', component: lazyRouteComponent(() => import('./pages/health.tsx'), 'HealthPage') }),
  createRoute({ ...parent, path: '/leads/$leadId', component: lazyRouteComponent(() => import('./pages/leads.tsx'), 'LeadsPage') }),
  createRoute({ ...parent, path: '/leads', component: lazyRouteComponent(() => import('./pages/leads.tsx'), 'LeadsPage') }),
  createRoute({ ...parent, path: '/applications', component: lazyRouteComponent(() => import('./pages/applications.tsx'), 'ApplicationsPage') }),
  createRoute({ ...parent, path: '/health', component: lazyRouteComponent(() => import('./pages/health.tsx'), 'HealthPage') }),
  createRoute({ ...parent, path: '/alerts', component: lazyRouteComponent(() => import('./pages/alerts.tsx'), 'AlertsPage') }),
  createRoute({ ...parent, path: '/alerts/$customerId/$alertId', component: lazyRouteComponent(() => import('./pages/alert.tsx'), 'AlertPage') }),
  createRoute({ ...parent, path: '/collections', component: lazyRouteComponent(() => import('./pages/collections.tsx'), 'CollectionsPage') }),
  createRoute({
    ...parent,
    path: '/collections/$customerId/$caseId',
    component: lazyRouteComponent(() => import('./pages/collection-case.tsx'), 'CollectionCasePage'),
  }),
  createRoute({ ...parent, path: '/cockpit', component: lazyRouteComponent(() => import('./pages/cockpit.tsx'), 'CockpitPage') }),
  createRoute({ ...parent, path: '/day', component: lazyRouteComponent(() => import('./pages/day.tsx'), 'DayPage') }),
  createRoute({ ...parent, path: '/ledger', component: lazyRouteComponent(() => import('./pages/ledger.tsx'), 'LedgerPage') }),
  createRoute({ ...parent, path: '/audit', component: lazyRouteComponent(() => import('./pages/audit/page.tsx'), 'AuditPage') }),
  createRoute({ ...parent, path: '/staff', component: lazyRouteComponent(() => import('./pages/staff.tsx'), 'StaffPage') }),
  createRoute({ ...parent, path: '/authority', component: lazyRouteComponent(() => import('./pages/authority.tsx'), 'AuthorityPage') }),
];

export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: '/console',
  defaultPreload: 'intent',
  defaultErrorComponent: PageBroke,
  // Addresses carry plain texts: a number or a word in a filter stays what was typed.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text === '' ? '' : `?${text}`;
  },
});
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
