import { showYuan } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Refused } from '../parts/form.tsx';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { usePay } from './loans.ts';

/** What closes the loan today, by what it is for. The amount that is shown is the amount that is paid, or nothing is. */
export function Settle() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const { loanId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const pay = usePay(customerId, loanId);
  const quote = useQuery({
    queryKey: ['payoff', loanId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}/payoff', { params: { path: { customerId, loanId } } })),
  });
  const payMinor = quote.data?.payMinor;
  const go = async (): Promise<void> => {
    if (payMinor === undefined) return;
    const placed = await pay.act({ amount: payMinor, intent: 'settle' });
    if (placed !== undefined) await navigate({ to: '/loans/$loanId', params: { loanId } });
    else await quote.refetch();
  };
  return (
    <Screen
      title={t('settle.title')}
      lead={t('settle.lead')}
      action={
        <button type="button" className="button wide" disabled={pay.busy || payMinor === undefined} onClick={() => void go()}>
          {t('settle.go', { amount: payMinor ? showYuan(payMinor) : '' })}
        </button>
      }
    >
      <Shown of={quote}>
        {(q) => (
          <Card>
            <p className="muted">{t('settle.today', { on: q.on })}</p>
            <p className="big">{showYuan(q.payMinor)}</p>
            <Rows
              items={[
                [t('loan.principal'), showYuan(q.principalMinor)],
                [t('loan.interestDue'), showYuan(q.interestDueMinor)],
                [t('settle.running'), showYuan(q.interestAccruedMinor)],
                [t('loan.penalty'), showYuan(q.penaltyMinor)],
                [t('settle.fee'), showYuan(q.prepaymentFeeMinor)],
                ...(q.creditMinor === '0.00' ? [] : [[t('loan.credit'), `−${showYuan(q.creditMinor)}`] as const]),
              ]}
            />
          </Card>
        )}
      </Shown>
      <p className="muted">{t('settle.after')}</p>
      <Refused refusal={pay.refusal} />
    </Screen>
  );
}
