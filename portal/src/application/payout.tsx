import { showMoment, showYuan, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import type { Application } from '../apply/applications.ts';
import { usePayouts } from '../loans/loans.ts';
import { Card, Waiting } from '../parts/screen.tsx';

/** The way of the money from the signature to the account, step by step, with the day it is promised for. */
export function Payout({ application: { customerId, applicationId, state } }: { application: Application }) {
  const { t } = useTranslation();
  const payouts = usePayouts(customerId, state === 'contracted').data;
  const own = payouts?.find((p) => p.applicationId === applicationId);
  if (own === undefined) return state === 'contracted' ? <Waiting lines={3} /> : null;
  return (
    <Card title={t(`payoutTitle.${own.state}`)}>
      <p className="big">{showYuan(own.amountMinor)}</p>
      {own.state === 'open' || own.state === 'ordered' ? <p className={own.late ? 'watch' : 'muted'}>{t('payout.due', { on: own.dueOn })}</p> : null}
      {own.stopped ? <p className="notice bad">{told(own.stopped)}</p> : null}
      {own.payeeCheck === 'differs' ? <p className="notice watch">{t('payout.payeeDiffers')}</p> : null}
      <Pipeline customerId={customerId} payoutId={own.id} />
      {own.loanId ? (
        <Link to="/loans/$loanId" params={{ loanId: own.loanId }} className="button wide">
          {t('payout.loan')}
        </Link>
      ) : null}
    </Card>
  );
}

function Pipeline({ customerId, payoutId }: { customerId: string; payoutId: string }) {
  const { t } = useTranslation();
  const path = { customerId, payoutId };
  const page = useQuery({
    queryKey: ['payout', payoutId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/payouts/{payoutId}', { params: { path } })),
    refetchInterval: ({ state }) => (state.data?.payout.state === 'open' || state.data?.payout.state === 'ordered' ? 3_000 : false),
  }).data;
  if (page === undefined) return null;
  const reached = page.pipeline.filter((s) => s.at !== null).length;
  return (
    <ol className="timeline">
      {page.pipeline.map((s, i) => (
        <li key={s.step} aria-current={i === reached - 1 ? 'step' : undefined} className={s.at === null ? 'muted' : ''}>
          {t(`payoutStep.${s.step}`)}
          {s.at ? <span className="muted small block">{showMoment(s.at)}</span> : null}
        </li>
      ))}
    </ol>
  );
}
