import { showYuan, told } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Tracking } from '../apply/applications.ts';
import { Card, Screen } from '../parts/screen.tsx';
import type { Product } from '../products.ts';
import { Timeline } from './timeline.tsx';
import { Withdraw } from './withdraw.tsx';

const RUNNING: readonly string[] = ['submitted', 'collecting', 'deciding', 'reviewing', 'approving'];

/** An application that is being decided, or is over. */
export function Standing({ tracking, product }: { tracking: Tracking; product: Product }) {
  const { t } = useTranslation();
  const { application } = tracking;
  const running = RUNNING.includes(application.state);
  return (
    <Screen title={t(`outcomeTitle.${application.state}`)} lead={`${told(product.name)} · ${showYuan(application.form.amountMinor ?? '0.00')}`}>
      <div role="status">{running ? <progress aria-label={t('timeline.title')} /> : null}</div>
      <Card title={t('timeline.title')}>
        <Timeline tracking={tracking} />
      </Card>
      {running ? <Withdraw application={application} /> : null}
      {running ? <p className="muted small">{t('timeline.leave')}</p> : null}
      <Link to="/" className="button second wide">
        {t('lost.home')}
      </Link>
    </Screen>
  );
}
