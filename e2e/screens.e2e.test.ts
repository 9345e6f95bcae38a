import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all as consoleTexts } from '../console/src/texts/all.ts';
import { zh } from '../portal/src/texts/zh.ts';
import { zhInside } from '../portal/src/texts/zh-inside.ts';
import { DEMO_BORROWERS } from '../server/src/apps/seed/cast.ts';
import type { Bank } from './bank.ts';
import { axeFindings, layoutShift, openBrowser, openPage, shoot } from './browser.ts';
import { enterPortal, signInAs } from './people.ts';
import { sharedBank } from './shared-bank.ts';

let bank: Bank;
let browser: Browser;
beforeAll(async () => {
  [bank, browser] = await Promise.all([sharedBank(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await bank?.stop();
});

type Json = Readonly<Record<string, string>>;
/** Asks the API as whoever is signed in on the page: the first record of a list, to have an address to open. */
async function first(page: Page, path: string, fits: (item: Json) => boolean = () => true): Promise<Json> {
  const answer = await page.request.get(`${bank.url}/api${path}`);
  expect(answer.status(), path).toBe(200);
  const found = ((await answer.json()) as { items: Json[] }).items.find(fits);
  if (found === undefined) throw new Error(`the demo bank has nothing for ${path}`);
  return found;
}

/** Somebody signed in, and the screens they open. */
type Visit = { readonly who: string; readonly screens: Readonly<Record<string, string>> };
/** What the demo bank should have had to show, and had not. */
const lacking: string[] = [];
const noted = (error: unknown): Visit['screens'] => {
  lacking.push(String(error));
  return {};
};
type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;
type Signed = Visit & { readonly cookies: Cookies };

/** Who opens which page of the console: every address of its routes, record pages with a record of the demo bank. */
async function consoleVisits(): Promise<Signed[]> {
  const desks: Readonly<Record<string, (page: Page) => Promise<Visit['screens']>>> = {
    'rm.hz': async (page) => {
      const c = await first(page, '/loans?limit=1');
      return {
        workbench: '',
        leads: 'leads',
        funnel: 'leads?tab=funnel',
        customers: 'customers',
        ...Object.fromEntries(
          ['overview', 'profile', 'checks', 'ratings', 'applications', 'loans', 'papers', 'consents'].map((tab) => [
            `customer-${tab}`,
            `customers/${c['customerId']}?tab=${tab}`,
          ]),
        ),
        nowhere: 'no/such/page',
      };
    },
    reviewer: async (page) => {
      const review = await first(page, '/reviews?state=open&limit=50');
      const decided = await first(page, '/applications?state=declined&limit=1');
      const place = `customers/${decided['customerId']}/applications/${decided['applicationId']}`;
      return {
        reviews: 'applications',
        'applications-all': 'applications?tab=all',
        review: `reviews/${review['customerId']}/${review['reviewId']}`,
        application: place,
        decision: `${place}/decision`,
      };
    },
    approver: async () => ({ approvals: 'approvals', requests: 'approvals?tab=requests' }),
    disburse: async (page) => {
      const payout = await first(page, '/payouts?limit=1');
      const place = `customers/${payout['customerId']}`;
      const loan = await first(page, '/loans?status=active&limit=1');
      return {
        payouts: 'payouts',
        contracts: 'payouts?tab=contracts',
        payout: `payouts/${payout['customerId']}/${payout['id']}`,
        contract: `${place}/contracts/${payout['contractId']}`,
        loans: 'loans',
        ...Object.fromEntries(
          ['plan', 'transactions', 'journals', 'statement'].map((tab) => [
            `loan-${tab}`,
            `customers/${loan['customerId']}/loans/${loan['id']}?tab=${tab}`,
          ]),
        ),
      };
    },
    postloan: async (page) => {
      const alert = await first(page, '/alerts?limit=1');
      return { alerts: 'alerts', alert: `alerts/${alert['customerId']}/${alert['id']}` };
    },
    collector: async (page) => {
      const found = await first(page, '/collections?limit=1');
      return { collections: 'collections', 'collection-case': `collections/${found['customerId']}/${found['id']}` };
    },
    exec: async () => ({ cockpit: 'cockpit', 'workbench-exec': '' }),
    risk: async () => ({ authority: 'authority', ledger: 'ledger', journals: 'ledger?tab=journals' }),
    admin: async () => ({ day: 'day', staff: 'staff', branches: 'staff?tab=branches', grants: 'staff?tab=grants', health: 'health', audit: 'audit' }),
  };
  const visits: Signed[] = [{ who: 'nobody', cookies: [], screens: { 'sign-in': '' } }];
  for (const [login, screensOf] of Object.entries(desks)) {
    const { page, context } = await openPage(browser, { width: 1440, language: 'en' });
    await signInAs(page, bank, login);
    visits.push({ who: login, screens: prefixed('console/', await screensOf(page).catch(noted)), cookies: await context.cookies() });
    await context.close();
  }
  return visits.map((v) => (v.who === 'nobody' ? { ...v, screens: prefixed('console/', v.screens) } : v));
}
const prefixed = (prefix: string, screens: Visit['screens']): Visit['screens'] =>
  Object.fromEntries(Object.entries(screens).map(([name, path]) => [name, prefix + path]));

/** Whose phone shows which screen of the portal: the borrowers of the demo, each at another point of the way. */
async function portalVisits(): Promise<Signed[]> {
  const phones: Readonly<Record<string, (page: Page, customer: string) => Promise<Visit['screens']>>> = {
    offer: async () => ({
      'home-offer': '',
      authorise: 'start/authorise',
      you: 'start/you',
      check: 'check',
      grade: 'grade',
      me: 'me',
      consents: 'me/consents',
      phone: 'me/phone',
      messages: 'messages',
      'loans-none': 'loans',
    }),
    contract: async (page, customer) => {
      const contract = await first(page, `${customer}/contracts`);
      return {
        applications: 'applications',
        approved: `applications/${contract['applicationId']}`,
        cost: `contracts/${contract['id']}/cost`,
        sign: `contracts/${contract['id']}/sign`,
      };
    },
    on_time: async (page, customer) => {
      const loan = await first(page, `${customer}/loans`, (l) => l['status'] !== 'settled');
      const application = await first(page, `${customer}/applications`, (a) => a['state'] === 'paid_out');
      return {
        'home-loan': '',
        loans: 'loans',
        ...prefixed(`loans/${loan['id']}`, { loan: '', pay: '/pay', early: '/early', settle: '/settle', statement: '/statement' }),
        'paid-out': `applications/${application['applicationId']}`,
        signed: `contracts/${loan['contractId']}`,
      };
    },
    overdue: async (page, customer) => {
      const loan = await first(page, `${customer}/loans`, (l) => l['status'] === 'overdue');
      return { 'home-overdue': '', 'loan-overdue': `loans/${loan['id']}`, 'grade-loan': 'grade' };
    },
    settled: async (page, customer) => ({
      'loan-settled': `loans/${(await first(page, `${customer}/loans`, (l) => l['status'] === 'settled'))['id']}`,
    }),
    ...Object.fromEntries(
      (['review', 'declined', 'counter_offer'] as const).map((state) => [
        state,
        async (page: Page, customer: string) => ({
          [`application-${state}`]: `applications/${(await first(page, `${customer}/applications`))['applicationId']}`,
        }),
      ]),
    ),
    draft: async (page, customer) => {
      const { applicationId } = await first(page, `${customer}/applications`, (a) => a['state'] === 'draft');
      return {
        ...prefixed(`apply/${applicationId}/`, { amount: 'amount', purpose: 'purpose', means: 'means' }),
        'application-draft': `applications/${applicationId}`,
      };
    },
  };
  const visits: Signed[] = [
    { who: 'nobody', cookies: [], screens: { landing: '', 'first-loan': 'first-loan?campaign=autumn', 'sign-in': 'sign-in', lost: 'no/such/page' } },
  ];
  for (const [state, screensOf] of Object.entries(phones)) {
    const mobile = DEMO_BORROWERS.find((b) => b.state === state)?.mobile ?? '';
    const { page, context } = await openPage(browser, { width: 390, language: 'zh' });
    await page.goto(`${bank.url}/sign-in`);
    await enterPortal(page, bank, mobile);
    const me = (await (await page.request.get(`${bank.url}/api/me`)).json()) as { id: string };
    visits.push({ who: state, screens: await screensOf(page, `/customers/${me.id}`).catch(noted), cookies: await context.cookies() });
    await context.close();
  }
  return visits;
}

/** A key that stands where its text should: the first word of a key of the texts, a dot, and more. */
const rawKeys = (texts: object): RegExp => new RegExp(`(?:^|\\s)(?:${Object.keys(texts).join('|')})\\.[a-z]\\w*(?:\\.\\w+)*(?=$|\\s)`);

type Look = { readonly language: 'zh' | 'en'; readonly width: 390 | 1440 };
/** Both languages and both widths; a finding of axe depends on neither together, so each width is asked in one language. */
const LOOKS: readonly Look[] = [
  { language: 'zh', width: 390 },
  { language: 'en', width: 1440 },
  { language: 'en', width: 390 },
  { language: 'zh', width: 1440 },
];
const withAxe = (look: Look): boolean => (look.language === 'zh') === (look.width === 390);

/** Opens one screen as it comes from a link and says everything that is wrong with it. */
async function lookAt(page: Page, faults: string[], app: string, name: string, path: string, look: Look, keys: RegExp): Promise<string[]> {
  faults.length = 0;
  await page.goto(`${bank.url}/${path}`, { waitUntil: 'load' });
  await page.locator('main h1, main h2, #main h1, #main .record-head, #main .ant-result').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .ant-skeleton, .ant-spin-spinning') === null);
  const wrong: string[] = [...faults];
  const shift = await layoutShift(page);
  if (shift >= 0.1) wrong.push(`layout shift ${shift.toFixed(3)}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) wrong.push(`${wide} px wider than the screen`);
  const text = await page.evaluate(() => document.body.innerText);
  const key = keys.exec(text)?.[0];
  if (key !== undefined) wrong.push(`raw key ${key.trim()}`);
  if (/\{\{|undefined|NaN|\[object/.test(text)) wrong.push('an unfilled text');
  if (withAxe(look)) wrong.push(...(await axeFindings(page)));
  await shoot(page, `${app}-${name}-${look.language}-${look.width}`);
  return wrong.map((w) => `${app} ${name} ${look.language} ${look.width}: ${w}`);
}

async function walk(app: string, visits: readonly Signed[], look: Look, keys: RegExp): Promise<string[]> {
  const wrong: string[] = [];
  for (const { who, screens, cookies } of visits) {
    const { page, context, faults } = await openPage(browser, look);
    await context.addCookies(cookies);
    for (const [name, path] of Object.entries(screens)) {
      wrong.push(
        ...(await lookAt(page, faults, app, name, path, look, keys).catch((e: unknown) => [
          `${app} ${name} (${who}) ${look.language} ${look.width}: ${String(e).split('\n')[0]}`,
        ])),
      );
    }
    await context.close();
  }
  return wrong;
}

/** Two looks at a time: one core for the browser, one for the bank. */
async function walkAll(app: string, visits: readonly Signed[], keys: RegExp): Promise<string[]> {
  const wrong: string[] = lacking.splice(0);
  const waiting = [...LOOKS];
  const lane = async (): Promise<void> => {
    for (let look = waiting.shift(); look !== undefined; look = waiting.shift()) wrong.push(...(await walk(app, visits, look, keys)));
  };
  await Promise.all([lane(), lane()]);
  return wrong;
}

test('every page of the console, zh and en, at 1440 and 390 px: no error, no overflow, no shift, no raw key, no serious finding of axe', {
  timeout: 300_000,
}, async () => {
  expect(await walkAll('console', await consoleVisits(), rawKeys(consoleTexts))).toEqual([]);
});

test('every screen of the portal, zh and en, at 390 and 1440 px: no error, no overflow, no shift, no raw key, no serious finding of axe', {
  timeout: 300_000,
}, async () => {
  expect(await walkAll('portal', await portalVisits(), rawKeys({ ...zh, ...zhInside }))).toEqual([]);
});
