import { addTexts } from '@tallystick/ui';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { Waiting } from './parts/screen.tsx';
import { Shown } from './parts/shown.tsx';
import { useSession } from './session.ts';
import { Layout } from './shell/layout.tsx';
import { Broken, Lost } from './shell/lost.tsx';
import { SignedIn } from './shell/signed-in.tsx';

type Entry = { campaign?: string };
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const entrySearch = (search: Record<string, unknown>): Entry => {
  const campaign = text(search['campaign']);
  return campaign ? { campaign } : {};
};

const words = { zh: async () => (await import('./texts/zh-inside.ts')).zhInside, en: async () => (await import('./texts/en-inside.ts')).enInside };
/** A screen behind sign-in: it comes with the words that the first screens do without. */
const inside: typeof lazyRouteComponent = (importer, name) =>
  lazyRouteComponent(async () => {
    const [screen] = await Promise.all([importer(), addTexts(words)]);
    return screen;
  }, name);

const root = createRootRoute({ component: Layout, notFoundComponent: Lost, errorComponent: Broken });
const LazyLanding = lazyRouteComponent(() => import('./landing/landing.tsx'), 'Landing');
const LazyHome = lazyRouteComponent(() => import('./home/home.tsx'), 'Home');

/** The front page: for a customer the state of things, for everybody else what there is to have. */
const Front = () => <Shown of={useSession()}>{(who) => (who === null ? <LazyLanding /> : <LazyHome />)}</Shown>;

const front = createRoute({ getParentRoute: () => root, path: '/', component: Front, validateSearch: entrySearch });
const firstLoan = createRoute({ getParentRoute: () => root, path: '/first-loan', component: LazyLanding, validateSearch: entrySearch });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in.tsx'), 'SignIn'),
  validateSearch: (search: Record<string, unknown>): Entry & { back?: string } => {
    const back = text(search['back']);
    return { ...entrySearch(search), ...(back ? { back } : {}) };
  },
});
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
const own = () => signedIn;

const start = createRoute({ getParentRoute: own, path: '/start', component: () => <Navigate to="/start/authorise" replace /> });
const authorise = createRoute({
  getParentRoute: own,
  path: '/start/authorise',
  component: inside(() => import('./start/authorise.tsx'), 'Authorise'),
});
const you = createRoute({ getParentRoute: own, path: '/start/you', component: inside(() => import('./start/you.tsx'), 'You') });
const check = createRoute({ getParentRoute: own, path: '/check', component: inside(() => import('./landing/check.tsx'), 'Check') });
const apply = createRoute({ getParentRoute: own, path: '/apply', component: inside(() => import('./apply/begin.tsx'), 'Begin') });
const amount = createRoute({
  getParentRoute: own,
  path: '/apply/$applicationId/amount',
  component: inside(() => import('./apply/amount.tsx'), 'Amount'),
});
const purpose = createRoute({
  getParentRoute: own,
  path: '/apply/$applicationId/purpose',
  component: inside(() => import('./apply/purpose.tsx'), 'Purpose'),
});
const means = createRoute({
  getParentRoute: own,
  path: '/apply/$applicationId/means',
  component: inside(() => import('./apply/means.tsx'), 'Means'),
});
const application = createRoute({
  getParentRoute: own,
  path: '/applications/$applicationId',
  component: inside(() => import('./application/application.tsx'), 'ApplicationPage'),
});
const applications = createRoute({
  getParentRoute: own,
  path: '/applications',
  component: inside(() => import('./application/list.tsx'), 'ApplicationList'),
});
const contract = createRoute({
  getParentRoute: own,
  path: '/contracts/$contractId',
  component: inside(() => import('./contract/signed.tsx'), 'Signed'),
});
const cost = createRoute({
  getParentRoute: own,
  path: '/contracts/$contractId/cost',
  component: inside(() => import('./contract/cost.tsx'), 'Cost'),
});
const sign = createRoute({
  getParentRoute: own,
  path: '/contracts/$contractId/sign',
  component: inside(() => import('./contract/sign.tsx'), 'Sign'),
});
const me = createRoute({ getParentRoute: own, path: '/me', component: inside(() => import('./me/me.tsx'), 'MePage') });
const myConsents = createRoute({
  getParentRoute: own,
  path: '/me/consents',
  component: inside(() => import('./me/consents.tsx'), 'MyConsents'),
});
const myPhone = createRoute({ getParentRoute: own, path: '/me/phone', component: inside(() => import('./me/phone.tsx'), 'Phone') });
// Messages about papers name this address.
const documents = createRoute({ getParentRoute: own, path: '/documents', component: () => <Navigate to="/me" replace /> });
const loans = createRoute({ getParentRoute: own, path: '/loans', component: inside(() => import('./loans/list.tsx'), 'LoanList') });
const loan = createRoute({
  getParentRoute: own,
  path: '/loans/$loanId',
  component: inside(() => import('./loans/loan.tsx'), 'LoanScreen'),
});
const pay = createRoute({ getParentRoute: own, path: '/loans/$loanId/pay', component: inside(() => import('./loans/pay.tsx'), 'Pay') });
const extend = createRoute({
  getParentRoute: own,
  path: '/loans/$loanId/extend',
  component: inside(() => import('./loans/extend.tsx'), 'Extend'),
});
const early = createRoute({
  getParentRoute: own,
  path: '/loans/$loanId/early',
  component: inside(() => import('./loans/early.tsx'), 'Early'),
});
const settle = createRoute({
  getParentRoute: own,
  path: '/loans/$loanId/settle',
  component: inside(() => import('./loans/settle.tsx'), 'Settle'),
});
const statement = createRoute({
  getParentRoute: own,
  path: '/loans/$loanId/statement',
  component: inside(() => import('./loans/statement.tsx'), 'Statement'),
});
const grade = createRoute({ getParentRoute: own, path: '/grade', component: inside(() => import('./grade/grade.tsx'), 'GradePage') });
const messages = createRoute({
  getParentRoute: own,
  path: '/messages',
  component: inside(() => import('./me/messages.tsx'), 'Messages'),
});

const tree = root.addChildren([
  front,
  firstLoan,
  signIn,
  signedIn.addChildren([
    start,
    authorise,
    you,
    check,
    apply,
    amount,
    purpose,
    means,
    application,
    applications,
    contract,
    cost,
    sign,
    documents,
    loans,
    loan,
    pay,
    early,
    extend,
    settle,
    statement,
    grade,
    me,
    myConsents,
    myPhone,
    messages,
  ]),
]);
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
