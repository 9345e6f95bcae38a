import { showMoment, showMoney, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../act.tsx';
import { answered, api, useMay } from '../api.ts';
import { Ask, ReasonField } from '../parts/ask.tsx';
import { Facts, Moment, Money } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { showSpan } from '../parts/measure.ts';
import { CustomerLink } from '../parts/names.tsx';
import { NextCase } from '../parts/next-case.tsx';
import { PageState } from '../parts/page-state.tsx';
import { Panel, RecordHead } from '../parts/panel.tsx';
import { Mark, StateTag } from '../parts/state-tag.tsx';
import type { Reply } from '../reply.ts';

type View = Reply<'/customers/{customerId}/payouts/{payoutId}'>;

/** A payout: conditions met and open, whether the payee fits, that the principal arrives whole, and its release. */
export function PayoutPage() {
  const path = useParams({ strict: false }) as { customerId: string; payoutId: string };
  const asked = useQuery({
    queryKey: ['payout', path.payoutId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/payouts/{payoutId}', { params: { path } })),
    refetchInterval: ({ state }) => (state.data?.payout.state === 'ordered' ? 3_000 : false),
  });
  return (
    <PageState asked={asked} rows={12}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: View }) {
  const { t } = useTranslation();
  const { payout: p } = view;
  const whole = p.netMinor === p.amountMinor;
  const open = view.conditions.filter((c) => !c.met).length;
  return (
    <>
      <RecordHead
        title={<CustomerLink id={p.customerId} />}
        state={<StateTag state={`payout_${p.state}`} />}
        says={
          <>
            <span className="mono">{p.orderNo}</span> ·{' '}
            <Link to="/customers/$customerId/contracts/$contractId" params={{ customerId: p.customerId, contractId: p.contractId }}>
              {t('loan.contract')}
            </Link>{' '}
            ·{' '}
            <Link to="/customers/$customerId/applications/$applicationId" params={{ customerId: p.customerId, applicationId: p.applicationId }}>
              {t('payouts.application')}
            </Link>
          </>
        }
        figures={[
          { label: t('payouts.principal'), value: <Money value={p.amountMinor} /> },
          {
            label: t('payouts.net'),
            value: (
              <Mark tone={whole ? 'good' : 'bad'}>
                <Money value={p.netMinor} />
              </Mark>
            ),
          },
          { label: t('payouts.dueOn'), value: p.late ? <Mark tone="bad">{p.dueOn}</Mark> : p.dueOn },
        ]}
        actions={<NextCase />}
      />
      <div className="split">
        <div>
          <Panel
            title={t('payouts.conditions')}
            extra={open === 0 ? <Mark tone="good">{t('payouts.allMet')}</Mark> : <Mark tone="watch">{t('payouts.open', { n: open })}</Mark>}
          >
            <ul className="flag-list">
              {view.conditions.map((c) => (
                <li key={c.code} className={c.met ? 'is-good' : 'is-watch'}>
                  <Mark tone={c.met ? 'good' : 'watch'}>{t(c.met ? 'payouts.met' : 'payouts.unmet')}</Mark> {told(c)}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('contracts.limits')} extra={t('contracts.limitsSays')}>
            <Facts
              items={(['approvedMinor', 'availableMinor', 'needMinor', 'capMinor'] as const).map((key) => ({
                key,
                label: t(`contracts.${key}`),
                value:
                  view.limits[key] === view.limits.mostMinor ? (
                    <Mark tone="watch">
                      <Money value={view.limits[key]} />
                    </Mark>
                  ) : (
                    <Money value={view.limits[key]} />
                  ),
              }))}
            />
          </Panel>
          <Pipeline view={view} />
        </div>
        <aside className="stay">
          <Release view={view} openConditions={open} />
        </aside>
      </div>
    </>
  );
}

function Pipeline({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('payouts.pipeline')}
      extra={
        view.minutesToAccount === null
          ? t('payouts.target', { date: view.targetDueOn })
          : t('payouts.toAccount', { span: showSpan(view.minutesToAccount) })
      }
    >
      <Lines
        caption={t('payouts.pipeline')}
        rows={view.pipeline}
        rowKey={(s) => s.step}
        columns={[
          { key: 'step', title: t('payouts.step'), render: (s) => <Mark tone={s.at ? 'good' : 'rest'}>{t(`payoutSteps.${s.step}`)}</Mark> },
          { key: 'at', title: t('audit.at'), render: (s) => <Moment value={s.at} /> },
          { key: 'minutes', title: t('payouts.minutes'), numeric: true, render: (s) => showSpan(s.minutes) },
        ]}
      />
    </Panel>
  );
}

function Release({ view, openConditions }: { view: View; openConditions: number }) {
  const { t } = useTranslation();
  const may = useMay();
  const { payout: p, payee } = view;
  const path = { customerId: p.customerId, payoutId: p.id };
  const [stopping, setStopping] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const release = useAct<object, unknown>({
    done: t('payouts.released'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/payouts/{payoutId}/release', { params: { ...keyed, path }, body: { method: 'transfer' } }),
  });
  const recheck = useAct<object, unknown>({
    done: t('payouts.rechecked'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/payouts/{payoutId}/payee-check', { params: { ...keyed, path } }),
  });
  const stop = useAct<{ reason: string }, unknown>({
    form,
    done: t('payouts.stopped'),
    run: (body, keyed) => api.POST('/customers/{customerId}/payouts/{payoutId}/stop', { params: { ...keyed, path }, body }),
  });
  return (
    <Panel title={t('payouts.payee')}>
      <Facts
        items={[
          { key: 'name', label: t('payouts.payeeName'), value: payee?.name ?? '—' },
          { key: 'account', label: t('payouts.account'), value: <span className="num">{payee?.account ?? '—'}</span> },
          { key: 'check', label: t('payouts.payeeCheck'), value: <StateTag state={`payee_${p.payeeCheck}`} /> },
          { key: 'trial', label: t('payouts.trial'), value: <StateTag state={`trial_${p.trialState}`} /> },
          { key: 'mode', label: t('payouts.mode'), value: t(`payoutModes.${p.mode}`) },
          { key: 'rail', label: t('payouts.rail'), value: p.railRef ?? '—' },
        ]}
      />
      {p.faultCode ? (
        <p>
          <Mark tone="bad">{t('payouts.fault', { code: t(`railCodes.${p.faultCode}`, { defaultValue: p.faultCode }) })}</Mark>
        </p>
      ) : null}
      {p.stopped ? (
        <p>
          <Mark tone="bad">{told(p.stopped)}</Mark>
        </p>
      ) : null}
      {p.releasedAt ? <p className="muted">{t('payouts.releasedAt', { at: showMoment(p.releasedAt) })}</p> : null}
      {p.loanId ? (
        <p>
          <Link to="/customers/$customerId/loans/$loanId" params={{ customerId: p.customerId, loanId: p.loanId }}>
            {t('payouts.toLoan')}
          </Link>
        </p>
      ) : null}
      {p.state === 'open' ? (
        <div className="stack" style={{ marginTop: 12 }}>
          <RefusalNote refusal={release.refusal ?? recheck.refusal} />
          {may('servicing.release_payout') ? (
            <Button type="primary" size="large" block loading={release.busy} disabled={openConditions > 0} onClick={() => void release.act({})}>
              {t('payouts.release', { amount: showMoney(p.netMinor) })}
            </Button>
          ) : null}
          {may('servicing.release_payout') ? <span className="muted small">{t('payouts.releaseSays')}</span> : null}
          {may('servicing.recheck_payee') && p.payeeCheck !== 'matched' ? (
            <Button loading={recheck.busy} onClick={() => void recheck.act({})}>
              {t('payouts.recheck')}
            </Button>
          ) : null}
          {may('servicing.stop_payout') ? (
            <Button danger type="text" onClick={() => setStopping(true)}>
              {t('payouts.stop')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Ask<{ reason: string }>
        open={stopping}
        danger
        title={t('payouts.stop')}
        says={t('payouts.stopSays')}
        form={form}
        act={stop}
        onClose={() => setStopping(false)}
      >
        <ReasonField name="reason" />
      </Ask>
    </Panel>
  );
}
