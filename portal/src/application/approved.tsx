import { showPercent, showYuan, told } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { referenceOf, type Tracking } from '../apply/applications.ts';
import { useContracts } from '../contract/contracts.ts';
import { Card, Rows, Screen, Waiting } from '../parts/screen.tsx';
import type { Product } from '../products.ts';
import { Timeline } from './timeline.tsx';
import { Withdraw } from './withdraw.tsx';

/** Good news with its figures; the contract is drafted by itself and one press away. */
export function Approved({ tracking, product }: { tracking: Tracking; product: Product }) {
  const { t } = useTranslation();
  const { application } = tracking;
  const contracts = useContracts(application.customerId, true);
  if (contracts.isPending) return <Waiting lines={8} />;
  const contract = contracts.data?.find((c) => c.applicationId === application.applicationId && c.state !== 'cancelled');
  return (
    <Screen
      title={t(`outcomeTitle.${application.state}`)}
      lead={`${told(product.name)} · ${t('applications.no', { no: referenceOf(application.applicationId) })}`}
      action={
        contract ? (
          <Link to="/contracts/$contractId" params={{ contractId: contract.id }} className="button wide">
            {contract.state === 'draft' ? t('approved.costs') : t('approved.contract')}
          </Link>
        ) : undefined
      }
    >
      <Card>
        <p className="muted">{t('approved.amount')}</p>
        <p className="big">{showYuan(application.approvedAmountMinor ?? '0.00')}</p>
        <Rows
          items={[
            [t('cost.rate'), showPercent(application.approvedRatePpm ?? '0.0000')],
            [t('approved.months'), t('amount.monthsOf', { count: application.approvedMonths ?? 0 })],
          ]}
        />
        {contract ? null : (
          <>
            <p role="status">{t('approved.drafting')}</p>
            <Waiting lines={2} />
          </>
        )}
      </Card>
      <Card title={t('timeline.title')}>
        <Timeline tracking={tracking} />
      </Card>
      {contract === undefined || contract.state === 'draft' ? <Withdraw application={application} /> : null}
    </Screen>
  );
}
