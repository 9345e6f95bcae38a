import { showMoment, showYuan, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import type { Application } from '../apply/applications.ts';
import { usePayouts } from '../loans/loans.ts';
import { Card, Waiting } from '../parts/screen.tsx';

/** The payout of an application with its steps; `pending` until all of it is there, so that a screen can come as one. */
export function usePayout({ customerId, applicationId, state }: Application) {
  const isDue = state === 'contracted' || state === 'paid_out';
  const payouts = usePayouts(customerId, state === 'contracted');
  const own = payouts.data?.find((p) => p.applicationId === applicationId);
  const path = { customerId, payoutId: own?.id ?? '' };
  const page = useQuery({
    queryKey: ['payout', own?.id],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/payouts/{payoutId}', { params: { path } })),
    enabled: own !== undefined,
    refetchInterval: (query) => (query.state.data?.payout.state === 'open' || query.state.data?.payout.state === 'ordered' ? 3_000 : false),
  });
  return { pending: isDue && (payouts.isPending || (own !== undefined && page.isPending)), own, steps: page.data?.pipeline ?? [] };
}
type Found = ReturnType<typeof usePayout>;

/** The way of the money from the signature to the account, step by step, with the day it is promised for. */
export function Payout({ payout: { own, steps }, state }: { payout: Found; state: Application['state'] }) {
  const { t } = useTranslation();
  if (own === undefined) return state === 'contracted' ? <Waiting lines={3} /> : null;
  return (
    <Card title={t(`payoutTitle.${own.state}`)}>
      <p className="big">{showYuan(own.amountMinor)}</p>
      {own.state === 'open' || own.state === 'ordered' ? <p className={own.late ? 'watch' : 'muted'}>{t('payout.due', { on: own.dueOn })}</p> : null}
      {own.stopped ? <p className="notice bad">{told(own.stopped)}</p> : null}
      {own.payeeCheck === 'differs' ? <p className="notice watch">{t('payout.payeeDiffers')}</p> : null}
      <Pipeline steps={steps} />
      {own.loanId ? (
        <Link to="/loans/$loanId" params={{ loanId: own.loanId }} className="button wide">
          {t('payout.loan')}
        </Link>
      ) : null}
    </Card>
  );
}

function Pipeline({ steps }: { steps: Found['steps'] }) {
  const { t } = useTranslation();
  const reached = steps.filter((s) => s.at !== null).length;
  return (
    <ol className="timeline">
      {steps.map((s, i) => (
        <li key={s.step} aria-current={i === reached - 1 ? 'step' : undefined} className={s.at === null ? 'muted' : ''}>
          {t(`payoutStep.${s.step}`)}
          {s.at ? <span className="muted small block">{showMoment(s.at)}</span> : null}
        </li>
      ))}
    </ol>
  );
}
