import type { TFunction } from 'i18next';
import { type Me, may } from '../api.ts';
import type { Count } from '../parts/counts.tsx';

type Known = Omit<Count, 'label'> & {
  readonly roles: readonly string[] /** Permission of the list; null: open to all staff. */;
  readonly needs: string | null;
};
const address = (path: string, view: Readonly<Record<string, string>>): string =>
  `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(view)}`;
const count = (
  key: string,
  roles: readonly string[],
  needs: string | null,
  list: string,
  view: Readonly<Record<string, string>>,
  more: { tone?: 'bad' | 'watch'; page?: string } = {},
): Known => ({
  key,
  roles,
  needs,
  list,
  view,
  // The page of applications has tabs; figures about applications speak of all of them.
  to: address(more.page ?? (list === '/applications' ? '/applications?tab=all' : list), view),
  ...(more.tone && { tone: more.tone }),
});

/** First numbers by role (handbook section 7), each the length of a list one click away. */
const KNOWN: readonly Known[] = [
  count('myDrafts', ['RELATIONSHIP_MANAGER'], null, '/applications', { mine: 'true', state: 'draft' }),
  count('supplement', ['RELATIONSHIP_MANAGER'], null, '/applications', { state: 'submitted' }),
  count(
    'lateApplications',
    ['RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'RISK_MANAGER'],
    null,
    '/applications',
    { late: 'true', decided: 'false' },
    { tone: 'bad' },
  ),
  count('reviewing', ['REVIEWER', 'RISK_MANAGER'], 'decisioning.list_reviews', '/reviews', { state: 'open' }, { page: '/applications' }),
  count('myReviews', ['REVIEWER'], 'decisioning.list_reviews', '/reviews', { mine: 'true' }, { page: '/applications' }),
  count(
    'lateReviews',
    ['REVIEWER', 'APPROVER', 'RISK_MANAGER'],
    'decisioning.list_reviews',
    '/reviews',
    { late: 'true' },
    { tone: 'bad', page: '/applications' },
  ),
  count(
    'approving',
    ['APPROVER', 'COMMITTEE', 'RISK_MANAGER', 'EXECUTIVE'],
    'decisioning.list_approvals',
    '/approvals',
    { mine: 'true' },
    { tone: 'watch' },
  ),
  count('payoutsOpen', ['DISBURSEMENT'], 'servicing.list_payouts', '/payouts', { state: 'open' }, { tone: 'watch' }),
  count('payoutsLate', ['DISBURSEMENT', 'RISK_MANAGER'], 'servicing.list_payouts', '/payouts', { late: 'true' }, { tone: 'bad' }),
  count('newLeads', ['RELATIONSHIP_MANAGER', 'SERVICE_AGENT'], 'engagement.list_leads', '/leads', { state: 'new' }, { tone: 'watch' }),
  count(
    'overdueLoans',
    ['RELATIONSHIP_MANAGER', 'POST_LOAN', 'COLLECTOR', 'RISK_MANAGER'],
    'servicing.list_loans',
    '/loans',
    { status: 'overdue' },
    { tone: 'bad' },
  ),
  count('approved', ['RELATIONSHIP_MANAGER', 'DISBURSEMENT'], null, '/applications', { state: 'approved' }),
  count(
    'conflicts',
    ['RELATIONSHIP_MANAGER', 'REVIEWER', 'COMPLIANCE'],
    'customers.list_conflicts',
    '/customer-conflicts',
    {},
    { tone: 'watch', page: '/customers?tab=conflicts' },
  ),
  count(
    'redAlerts',
    ['POST_LOAN', 'RISK_MANAGER', 'EXECUTIVE'],
    'monitoring.list_alerts',
    '/alerts',
    { state: 'open', severity: 'red' },
    { tone: 'bad' },
  ),
  count('orangeAlerts', ['POST_LOAN', 'RISK_MANAGER'], 'monitoring.list_alerts', '/alerts', { state: 'open', severity: 'orange' }, { tone: 'watch' }),
  count('yellowAlerts', ['POST_LOAN'], 'monitoring.list_alerts', '/alerts', { state: 'open', severity: 'yellow' }),
  count(
    'lateAlerts',
    ['POST_LOAN', 'RISK_MANAGER', 'COMPLIANCE'],
    'monitoring.list_alerts',
    '/alerts',
    { state: 'open', late: 'true' },
    { tone: 'bad' },
  ),
  count('myCases', ['COLLECTOR'], 'collections.list_cases', '/collections', { mine: 'true', state: 'open' }),
  count('promisedCases', ['COLLECTOR'], 'collections.list_cases', '/collections', { state: 'promised' }),
  count('lateCases', ['COLLECTOR', 'POST_LOAN'], 'collections.list_cases', '/collections', { stage: 'M2' }, { tone: 'bad' }),
  count(
    'frozenLines',
    ['RISK_MANAGER', 'POST_LOAN'],
    'credit-lines.list',
    '/credit-lines',
    { state: 'frozen' },
    { tone: 'watch', page: '/loans?tab=lines' },
  ),
  count(
    'waitingRequests',
    ['APPROVER', 'RISK_MANAGER', 'COMPLIANCE', 'ADMIN', 'DISBURSEMENT', 'EXECUTIVE', 'POST_LOAN'],
    null,
    '/requests',
    { state: 'waiting' },
    { tone: 'watch', page: '/approvals' },
  ),
  count('refusedActs', ['COMPLIANCE', 'ADMIN'], 'audit.search_trail', '/audit/trail', { outcome: 'refused' }, { tone: 'bad', page: '/audit' }),
  count('customers', ['EXECUTIVE', 'RELATIONSHIP_MANAGER', 'SERVICE_AGENT'], 'customers.list', '/customers', {}),
  count('staffActive', ['ADMIN'], 'access.list_staff', '/staff', { state: 'active' }),
];

/** The figures of the roles of the signed-in person. */
export const countsFor = (me: Me, t: TFunction): readonly Count[] =>
  KNOWN.filter((k) => (k.needs === null || may(me, k.needs)) && k.roles.some((r) => me.roles.includes(r as Me['roles'][number]))).map((k) => ({
    ...k,
    label: t(`counts.${k.key}`),
  }));
