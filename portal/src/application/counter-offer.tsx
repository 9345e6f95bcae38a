import { showPercent, showYuan, told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { referenceOf, type Tracking } from '../apply/applications.ts';
import { Refused } from '../parts/form.tsx';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import type { Product } from '../products.ts';
import { useOutcome } from './outcome.ts';
import { Timeline } from './timeline.tsx';

/** A yes on other terms than were asked for: both side by side, the reasons, and two plain answers. */
export function CounterOffer({ tracking, product }: { tracking: Tracking; product: Product }) {
  const { t } = useTranslation();
  const { application } = tracking;
  const { customerId, applicationId, form } = application;
  const path = { customerId, applicationId };
  const outcome = useOutcome(customerId, applicationId);
  const accept = useAct(`accept:${applicationId}`, (_: object, keyed) =>
    api.POST('/customers/{customerId}/applications/{applicationId}/counter-offer/accept', { params: { path, ...keyed } }),
  );
  const refuse = useAct(`refuse:${applicationId}`, (_: object, keyed) =>
    api.POST('/customers/{customerId}/applications/{applicationId}/counter-offer/refuse', { params: { path, ...keyed } }),
  );
  const busy = accept.busy || refuse.busy;
  return (
    <Screen
      title={t('outcomeTitle.counter_offered')}
      lead={`${told(product.name)} · ${t('applications.no', { no: referenceOf(applicationId) })}`}
      action={
        <>
          <button type="button" className="button second wide" disabled={busy} onClick={() => void refuse.act({})}>
            {t('counter.refuse')}
          </button>
          <button type="button" className="button wide" disabled={busy} onClick={() => void accept.act({})}>
            {t('counter.accept')}
          </button>
        </>
      }
    >
      <Card>
        <p className="muted">{t('counter.offered')}</p>
        <p className="big">{showYuan(application.approvedAmountMinor ?? '0.00')}</p>
        <Rows
          items={[
            [t('counter.asked'), showYuan(form.amountMinor ?? '0.00')],
            [t('cost.rate'), showPercent(application.approvedRatePpm ?? '0.0000')],
            [t('approved.months'), t('amount.monthsOf', { count: application.approvedMonths ?? 0 })],
          ]}
        />
      </Card>
      <Card title={t('counter.why')}>
        <Shown of={outcome} lines={2}>
          {({ reasons }) => (
            <ul className="plainly">
              {reasons.map((r) => (
                <li key={r.code}>{told(r)}</li>
              ))}
            </ul>
          )}
        </Shown>
        <p className="muted small">{t('counter.free')}</p>
      </Card>
      <Refused refusal={accept.refusal} />
      <Refused refusal={refuse.refusal} />
      <Card title={t('timeline.title')}>
        <Timeline tracking={tracking} />
      </Card>
    </Screen>
  );
}
