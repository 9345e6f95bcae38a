import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplicationLine } from '../application/list.tsx';
import { useApplications } from '../apply/applications.ts';
import { type Me, useMe } from '../customer.ts';
import { useMessages } from '../me/messages.tsx';
import { Card, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';

const OVER: readonly string[] = ['withdrawn', 'expired', 'paid_out'];

/** What matters today: what is due, what runs, what to do next. */
export function Home() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const applications = useApplications(customerId);
  const unread = useMessages(customerId).data?.unread ?? 0;
  return (
    <Screen title={t('home.title')} wide>
      <div className="columns">
        <Shown of={applications} lines={2}>
          {(all) => {
            const open = all.filter((a) => !OVER.includes(a.state));
            return open.length === 0 ? null : (
              <Card title={t('home.applications')} quiet>
                {open.map((a) => (
                  <ApplicationLine key={a.applicationId} application={a} />
                ))}
              </Card>
            );
          }}
        </Shown>
        <Shown of={useMe()}>{(me) => <NextSteps me={me} />}</Shown>
        <Link to="/messages" className="card pick">
          <strong>{t('messages.title')}</strong>{' '}
          {unread > 0 ? <span className="tag watch">{t('home.unread', { count: unread })}</span> : <span className="muted">{t('home.allRead')}</span>}
        </Link>
        <Link to="/applications" className="button quiet">
          {t('home.allApplications')}
        </Link>
      </div>
    </Screen>
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

function NextSteps({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [first, ...later] = me.steps;
  if (first === undefined) return null;
  return (
    <Card title={t('home.next')}>
      <p>{t(`stepSays.${first}`)}</p>
      <Link to={PLACE[first]} className="button wide">
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
