import { showYuan, told } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { referenceOf, type Tracking } from '../apply/applications.ts';
import { Card, Screen, Waiting } from '../parts/screen.tsx';
import type { Product } from '../products.ts';
import { Declined } from './declined.tsx';
import { Papers } from './papers.tsx';
import { Payout, usePayout } from './payout.tsx';
import { Timeline } from './timeline.tsx';
import { Withdraw } from './withdraw.tsx';

const RUNNING: readonly string[] = ['submitted', 'collecting', 'deciding', 'reviewing', 'approving'];

/** An application that is being decided, paid out, or over. */
export function Standing({ tracking, product }: { tracking: Tracking; product: Product }) {
  const { t } = useTranslation();
  const { application } = tracking;
  const payout = usePayout(application);
  const running = RUNNING.includes(application.state);
  const path = (
    <Card title={t('timeline.title')}>
      <Timeline tracking={tracking} />
    </Card>
  );
  return (
    <Screen
      title={t(`outcomeTitle.${application.state}`)}
      lead={`${told(product.name)} · ${showYuan(application.approvedAmountMinor ?? application.form.amountMinor ?? '0.00')} · ${t('applications.no', { no: referenceOf(application.applicationId) })}`}
      wide
    >
      <div role="status">{running ? <progress aria-label={t('timeline.title')} /> : null}</div>
      {payout.pending ? (
        <Waiting lines={8} />
      ) : (
        <div className="columns">
          <Payout payout={payout} state={application.state} />
          {application.state === 'declined' ? <Declined application={application}>{path}</Declined> : path}
          {application.state === 'reviewing' ? <Papers customerId={application.customerId} all /> : null}
          {running ? <p className="muted small">{t('timeline.leave')}</p> : null}
          {running ? <Withdraw application={application} /> : null}
          <Link to="/" className="button second wide">
            {t('lost.home')}
          </Link>
        </div>
      )}
    </Screen>
  );
}
