import type { Page } from 'playwright-core';
import { DEMO_BORROWERS } from '../server/src/apps/seed/people/cast.ts';
import type { Bank } from './bank.ts';
import { enterPortal, signInAs } from './people.ts';

/** The screens somebody opens: their names and addresses. */
export type Screens = Readonly<Record<string, string>>;
/** Somebody at a desk or with a phone: signs in on the page at hand and says what to open. */
export type Visit = { readonly who: string; screens(page: Page): Promise<Screens> };

type Json = Readonly<Record<string, string>>;
/** Asks the API as whoever is signed in on the page: the first record of a list, to have an address to open. */
async function first(bank: Bank, page: Page, path: string, fits: (item: Json) => boolean = () => true): Promise<Json> {
  const answer = await page.request.get(`${bank.url}/api${path}`);
  if (!answer.ok()) throw new Error(`${answer.status()} for ${path}`);
  const found = ((await answer.json()) as { items: Json[] }).items.find(fits);
  if (found === undefined) throw new Error(`the demo bank has nothing for ${path}`);
  return found;
}
const prefixed = (prefix: string, screens: Screens): Screens =>
  Object.fromEntries(Object.entries(screens).map(([name, path]) => [name, prefix + path]));
const tabs = (name: string, path: string, names: readonly string[]): Screens =>
  Object.fromEntries(names.map((tab) => [`${name}-${tab}`, `${path}?tab=${tab}`]));

type Ask = (path: string, fits?: (item: Json) => boolean) => Promise<Json>;
/** Who opens which page of the console: every address of its routes, record pages with a record of the demo bank. */
const DESKS: Readonly<Record<string, (ask: Ask) => Promise<Screens>>> = {
  'rm.hz': async (ask) => {
    const c = await ask('/loans?limit=1');
    return {
      workbench: '',
      leads: 'leads',
      funnel: 'leads?tab=funnel',
      customers: 'customers',
      ...tabs('customer', `customers/${c['customerId']}`, [
        'overview',
        'profile',
        'checks',
        'ratings',
        'applications',
        'loans',
        'papers',
        'consents',
      ]),
      nowhere: 'no/such/page',
    };
  },
  reviewer: async (ask) => {
    const review = await ask('/reviews?state=open&limit=50');
    const decided = await ask('/applications?state=declined&limit=1');
    const place = `customers/${decided['customerId']}/applications/${decided['applicationId']}`;
    return {
      'workbench-reviewer': '',
      reviews: 'applications',
      'applications-all': 'applications?tab=all',
      review: `reviews/${review['customerId']}/${review['reviewId']}`,
      application: place,
      decision: `${place}/decision`,
    };
  },
  approver: async () => ({ approvals: 'approvals', requests: 'approvals?tab=requests' }),
  disburse: async (ask) => {
    const payout = await ask('/payouts?limit=50', (p) => p['state'] === 'open').catch(() => ask('/payouts?limit=1'));
    const loan = await ask('/loans?status=active&limit=1');
    return {
      payouts: 'payouts',
      contracts: 'payouts?tab=contracts',
      payout: `payouts/${payout['customerId']}/${payout['id']}`,
      contract: `customers/${payout['customerId']}/contracts/${payout['contractId']}`,
      loans: 'loans',
      'credit-lines': 'loans?tab=lines',
      ...tabs('loan', `customers/${loan['customerId']}/loans/${loan['id']}`, ['plan', 'transactions', 'journals', 'statement']),
    };
  },
  postloan: async (ask) => {
    const alert = await ask('/alerts?limit=50', (a) => a['state'] === 'open');
    return { alerts: 'alerts', alert: `alerts/${alert['customerId']}/${alert['id']}` };
  },
  collector: async (ask) => {
    const found = await ask('/collections?limit=50', (c) => c['state'] !== 'closed');
    return { collections: 'collections', 'collection-case': `collections/${found['customerId']}/${found['id']}` };
  },
  exec: async () => ({ cockpit: 'cockpit', 'workbench-exec': '' }),
  risk: async () => ({ blacklist: 'blacklist', authority: 'authority', ledger: 'ledger', journals: 'ledger?tab=journals' }),
  admin: async () => ({
    day: 'day',
    staff: 'staff',
    branches: 'staff?tab=branches',
    grants: 'staff?tab=grants',
    health: 'health',
    audit: 'audit',
    'outside-calls': 'audit?tab=calls',
  }),
};

export const consoleVisits = (bank: Bank): Visit[] => [
  { who: 'nobody', screens: async () => ({ 'sign-in': 'console/' }) },
  ...Object.entries(DESKS).map(([login, screensOf]) => ({
    who: login,
    screens: async (page: Page) => {
      await signInAs(page, bank, login);
      return prefixed('console/', await screensOf((path, fits) => first(bank, page, path, fits)));
    },
  })),
];

/** Whose phone shows which screen of the portal: the borrowers of the demo, each at another point of the way. */
const PHONES: Readonly<Record<string, (ask: Ask, page: Page) => Promise<Screens>>> = {
  offer: async () => ({
    'home-offer': '',
    authorise: 'start/authorise',
    you: 'start/you',
    check: 'check',
    apply: 'apply',
    grade: 'grade',
    me: 'me',
    consents: 'me/consents',
    phone: 'me/phone',
    messages: 'messages',
    'loans-none': 'loans',
  }),
  contract: async (ask) => {
    const contract = await ask('/contracts');
    return {
      applications: 'applications',
      approved: `applications/${contract['applicationId']}`,
      cost: `contracts/${contract['id']}/cost`,
      sign: `contracts/${contract['id']}/sign`,
    };
  },
  on_time: async (ask) => {
    const loan = await ask('/loans', (l) => l['status'] !== 'settled');
    const application = await ask('/applications', (a) => a['state'] === 'paid_out');
    return {
      'home-loan': '',
      loans: 'loans',
      ...prefixed(`loans/${loan['id']}`, { loan: '', pay: '/pay', early: '/early', extend: '/extend', settle: '/settle', statement: '/statement' }),
      'paid-out': `applications/${application['applicationId']}`,
      signed: `contracts/${loan['contractId']}`,
    };
  },
  overdue: async (ask) => {
    const loan = await ask('/loans', (l) => l['status'] === 'overdue');
    return { 'home-overdue': '', 'loan-overdue': `loans/${loan['id']}`, 'grade-loan': 'grade' };
  },
  settled: async (ask) => ({ 'loan-settled': `loans/${(await ask('/loans', (l) => l['status'] === 'settled'))['id']}` }),
  review: async (ask) => ({ 'application-review': `applications/${(await ask('/applications'))['applicationId']}` }),
  declined: async (ask) => ({ 'application-declined': `applications/${(await ask('/applications'))['applicationId']}` }),
  counter_offer: async (ask) => ({ 'application-counter': `applications/${(await ask('/applications'))['applicationId']}` }),
  draft: async (ask, page) => {
    const { applicationId } = await ask('/applications', (a) => a['state'] === 'draft');
    // The last question of the draft is answered, so that all of it can be looked over.
    await page.goto(`${new URL(page.url()).origin}/apply/${applicationId}/purpose`);
    await page.locator('textarea[name=purposeText]').fill('付给两个平台的推广费。');
    await page.locator('.foot button').click();
    await page.waitForURL(/means$/);
    return {
      ...prefixed(`apply/${applicationId}/`, { amount: 'amount', purpose: 'purpose', means: 'means' }),
      'application-draft': `applications/${applicationId}`,
    };
  },
};

export const portalVisits = (bank: Bank): Visit[] => [
  {
    who: 'nobody',
    screens: async () => ({ landing: '', 'first-loan': 'first-loan?campaign=autumn', 'sign-in': 'sign-in', lost: 'no/such/page' }),
  },
  ...Object.entries(PHONES).map(([state, screensOf]) => ({
    who: state,
    screens: async (page: Page) => {
      await page.goto(`${bank.url}/sign-in`);
      await enterPortal(page, bank, DEMO_BORROWERS.find((b) => b.state === state)?.mobile ?? '');
      const me = (await (await page.request.get(`${bank.url}/api/me`)).json()) as { id: string };
      return screensOf((path, fits) => first(bank, page, `/customers/${me.id}${path}`, fits), page);
    },
  })),
];
