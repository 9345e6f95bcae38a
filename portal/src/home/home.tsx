import { showPercent, showYuan } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplicationLine } from '../application/list.tsx';
import { type Application, useApplications } from '../apply/applications.ts';
import { useOffers } from '../apply/offer.tsx';
import { type Me, useMe } from '../customer.ts';
import { LoanLine } from '../loans/list.tsx';
import { type Loan, useLine, useLoan, useLoans } from '../loans/loans.ts';
import { useMessages } from '../me/messages.tsx';
import { Card, Screen, Waiting } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';

const OVER: readonly string[] = ['withdrawn', 'expired', 'paid_out', 'declined'];

/** What matters today: what is overdue, what is due next, what is left of the limit, what runs, what to do next. It comes as one, so that nothing moves under the thumb. */
export function Home() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [loans, applications, me] = [useLoans(customerId), useApplications(customerId), useMe()];
  const others = [useLine(customerId), useOffers(customerId), useMessages(customerId)];
  const waiting = others.some((o) => o.isPending);
  return (
    <Screen title={t('home.title')} wide>
      <Shown of={loans}>
        {(owed) => (
          <Shown of={applications}>
            {(all) => (
              <Shown of={me}>{(who) => (waiting ? <Waiting lines={6} /> : <Today customerId={customerId} loans={owed} all={all} me={who} />)}</Shown>
            )}
          </Shown>
        )}
      </Shown>
    </Screen>
  );
}

function Today({ customerId, loans, all, me }: { customerId: string; loans: readonly Loan[]; all: readonly Application[]; me: Me }) {
  const { t } = useTranslation();
  const unread = useMessages(customerId).data?.unread ?? 0;
  const open = all.filter((a) => !OVER.includes(a.state));
  const overdue = loans.some((l) => l.status === 'overdue');
  const line = useLine(customerId).data?.line;
  const offer = useOffers(customerId).data?.items[0];
  const limit = overdue ? undefined : (line ?? offer);
  const applying = open.some((a) => a.state !== 'draft');
  return (
    <div className="columns">
      <Due loans={loans.filter((l) => l.status !== 'settled')} />
      {open.length > 0 ? (
        <Card title={t('home.applications')} quiet>
          {open.map((a) => (
            <ApplicationLine key={a.applicationId} application={a} />
          ))}
        </Card>
      ) : null}
      {limit ? <Limit line={line} offer={offer} applying={applying} /> : null}
      {/* The limit has its own way to apply; whoever is late pays first. */}
      <NextSteps steps={me.steps.filter((s) => s !== 'apply' || (limit === undefined && !overdue))} />
      <Link to="/messages" className="card pick">
        <strong>{t('messages.title')}</strong>{' '}
        {unread > 0 ? <span className="tag watch">{t('home.unread', { count: unread })}</span> : <span className="muted">{t('home.allRead')}</span>}
      </Link>
      <Link to="/applications" className="button quiet">
        {t('home.allApplications')}
      </Link>
    </div>
  );
}

/** The next payment of all loans, and whatever is overdue before it. */
function Due({ loans }: { loans: readonly Loan[] }) {
  const { t } = useTranslation();
  if (loans.length === 0) return null;
  const late = loans.filter((l) => l.status === 'overdue');
  const next = loans.filter((l) => l.nextDueOn !== null).toSorted((a, b) => ((a.nextDueOn ?? '') < (b.nextDueOn ?? '') ? -1 : 1))[0];
  return (
    <>
      {late.map((l) => (
        <Overdue key={l.id} loan={l} />
      ))}
      {next ? (
        <Card>
          <p className="muted">{t('loan.nextOn', { on: next.nextDueOn })}</p>
          <p className="big">{showYuan(next.nextDueMinor)}</p>
          <p className="muted small">{t('loan.automatic')}</p>
          <Link to="/loans/$loanId" params={{ loanId: next.id }} className="button second wide">
            {t('home.loan')}
          </Link>
        </Card>
      ) : null}
      {loans.length > 1 ? loans.map((l) => <LoanLine key={l.id} loan={l} />) : null}
    </>
  );
}

/** What is overdue grows by the day: it is told as of today, as the page that takes the payment tells it. */
function Overdue({ loan }: { loan: Loan }) {
  const { t } = useTranslation();
  const today = useLoan(loan.customerId, loan.id).data ?? loan;
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{t('loan.overdue', { amount: showYuan(today.overdueMinor), days: today.daysPastDue })}</strong>
      </p>
      <Link to="/loans/$loanId/pay" params={{ loanId: loan.id }} className="button wide">
        {t('loan.pay')}
      </Link>
    </div>
  );
}

/** What could be borrowed now, at which rate and all-in cost; a line in use comes before a fresh offer. */
type Line = NonNullable<ReturnType<typeof useLine>['data']>['line'];
type Offer = NonNullable<ReturnType<typeof useOffers>['data']>['items'][number];
function Limit({ line, offer, applying }: { line: Line | undefined; offer: Offer | undefined; applying: boolean }) {
  const { t } = useTranslation();
  return (
    <Card title={t('line.left')}>
      <p className="big">{showYuan(line?.availableMinor ?? offer?.limitMinor ?? '0.00')}</p>
      {offer ? <p className="muted">{t('home.price', { rate: showPercent(offer.ratePpm), allIn: showPercent(offer.irrPpm) })}</p> : null}
      {line && line.state !== 'active' ? <p className="watch">{t(line.state === 'frozen' ? 'home.frozen' : 'line.expired')}</p> : null}
      {applying ? null : line && line.availableMinor === '0.00' ? (
        <p className="muted">{t('home.usedUp')}</p>
      ) : (
        <Link to="/apply" className="button wide">
          {t('applications.new')}
        </Link>
      )}
    </Card>
  );
}

const PLACE = {
  sign_consents: '/start/authorise',
  fill_profile: '/start/you',
  add_shop: '/start/you',
  hand_in_papers: '/me',
  wait_for_checks: '/start/you',
  apply: '/apply',
  appeal: '/me',
} as const;

function NextSteps({ steps }: { steps: Me['steps'] }) {
  const { t } = useTranslation();
  const [first, ...later] = steps;
  if (first === undefined) return null;
  return (
    <Card title={t('home.next')}>
      <p>{t(`stepSays.${first}`)}</p>
      <Link to={PLACE[first]} className="button second wide">
        {t(`step.${first}`)}
      </Link>
      {later.length > 0 ? (
        <ul className="bare">
          {later.map((s) => (
            <li key={s}>
              <Link to={PLACE[s]} className="button quiet">
                {t(`step.${s}`)}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
