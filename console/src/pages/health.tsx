import { listComma, showMoment } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../api.ts';
import { Figures, Moment, Money } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { CustomerName } from '../parts/names.tsx';
import { PageState } from '../parts/page-state.tsx';
import { PageHead, Panel } from '../parts/panel.tsx';
import { Mark, StateTag } from '../parts/state-tag.tsx';
import type { Reply } from '../reply.ts';

type Health = Reply<'/connectors/health'>;
const GOOD_SHARE = 95;
const share = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part / whole) * 100));

/** How the outside sources, the gathering of data and the jobs are doing. */
export function HealthPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [hours, setHours] = useState(24);
  const asked = useQuery({
    queryKey: ['health', hours],
    queryFn: async () => answered(await api.GET('/connectors/health', { params: { query: { hours } } })),
    placeholderData: (before) => before,
    refetchInterval: 30_000,
  });
  return (
    <>
      <PageHead
        title={t('menu.health')}
        actions={
          <Segmented
            value={hours}
            onChange={setHours}
            options={[
              { value: 1, label: t('health.hour') },
              { value: 24, label: t('health.day') },
              { value: 24 * 30, label: t('health.month') },
            ]}
          />
        }
      />
      <PageState asked={asked} rows={12}>
        {(h) => <Loaded health={h} />}
      </PageState>
      {/* Not before what stands above them has its height: they would jump. */}
      {!asked.isPending && may('connectors.list_stuck') ? <Stuck /> : null}
      {!asked.isPending && may('connectors.list_reconciliations') ? <Reconciliations /> : null}
    </>
  );
}

function Loaded({ health }: { health: Health }) {
  const { t } = useTranslation();
  const dead = health.jobs.reduce((n, j) => n + j.dead, 0);
  const { collections, quality } = health;
  return (
    <>
      <Figures
        items={[
          { key: 'dead', label: t('health.deadJobs'), value: dead, tone: dead > 0 ? 'bad' : undefined },
          { key: 'ready', label: t('health.readyJobs'), value: health.jobs.reduce((n, j) => n + j.ready, 0) },
          { key: 'waiting', label: t('health.waitingCollections'), value: collections.waiting, tone: collections.waiting > 0 ? 'watch' : undefined },
          { key: 'failed', label: t('health.failedCollections'), value: collections.failed, tone: collections.failed > 0 ? 'bad' : undefined },
          {
            key: 'p95',
            label: t('health.fullSetP95'),
            value: collections.fullSetP95Ms === null ? '—' : (collections.fullSetP95Ms / 1000).toFixed(1),
          },
          {
            key: 'quality',
            label: t('health.quality'),
            value: quality.score ?? '—',
            help: t('health.qualityHelp', { verified: quality.verified, customers: quality.customers, conflicts: quality.openConflicts }),
          },
        ]}
      />
      <Panel title={t('health.sources')}>
        <Lines
          caption={t('health.sources')}
          rows={health.sources}
          rowKey={(s) => s.source}
          empty={<span className="muted">{t('health.noCalls')}</span>}
          columns={[
            { key: 'source', title: t('customer.source'), render: (s) => t(`sources.${s.source}`) },
            {
              key: 'share',
              title: t('health.succeeded'),
              render: (s) => <Mark tone={share(s.succeeded, s.calls) >= GOOD_SHARE ? 'good' : 'bad'}>{share(s.succeeded, s.calls)}%</Mark>,
            },
            { key: 'calls', title: t('health.calls'), numeric: true, render: (s) => s.calls },
            { key: 'p95', title: t('health.p95'), numeric: true, render: (s) => s.p95LatencyMs ?? '—' },
            { key: 'cost', title: t('health.cost'), numeric: true, render: (s) => <Money value={s.costMinor} /> },
            { key: 'last', title: t('health.lastAnswer'), render: (s) => <Moment value={s.lastAnswerAt} /> },
            {
              key: 'failure',
              title: t('health.lastFailure'),
              render: (s) =>
                s.lastFailureAt ? `${showMoment(s.lastFailureAt)} ${t(`callStates.${s.lastFailure}`, { defaultValue: s.lastFailure ?? '' })}` : '—',
            },
          ]}
        />
      </Panel>
      <Panel title={t('health.jobs')}>
        <Lines
          caption={t('health.jobs')}
          rows={health.jobs}
          rowKey={(j) => j.name}
          empty={<Mark tone="good">{t('health.noJobs')}</Mark>}
          columns={[
            { key: 'name', title: t('health.job'), render: (j) => <span className="mono">{j.name}</span> },
            { key: 'ready', title: t('health.readyJobs'), numeric: true, render: (j) => j.ready },
            { key: 'dead', title: t('health.deadJobs'), numeric: true, render: (j) => (j.dead > 0 ? <Mark tone="bad">{j.dead}</Mark> : 0) },
            { key: 'oldest', title: t('health.oldest'), render: (j) => <Moment value={j.oldest} /> },
            { key: 'error', title: t('health.lastError'), render: (j) => <span className="mono">{j.lastError ?? '—'}</span> },
          ]}
        />
      </Panel>
    </>
  );
}

function Stuck() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['stuck'], queryFn: async () => answered(await api.GET('/connectors/stuck', { params: { query: {} } })).items });
  return (
    <Panel title={t('health.stuck')}>
      <PageState asked={asked} rows={3}>
        {(items) => (
          <Lines
            caption={t('health.stuck')}
            rows={items}
            rowKey={(s) => s.collectionId}
            empty={<Mark tone="good">{t('health.noneStuck')}</Mark>}
            columns={[
              {
                key: 'customer',
                title: t('workbench.customer'),
                render: (s) => (
                  <Link to="/customers/$customerId" params={{ customerId: s.customerId }} search={{ tab: 'checks' } as never}>
                    <CustomerName id={s.customerId} />
                  </Link>
                ),
              },
              { key: 'purpose', title: t('health.purpose'), render: (s) => t(`collectionPurposes.${s.purpose}`, { defaultValue: s.purpose }) },
              { key: 'state', title: t('customers.state'), render: (s) => <StateTag state={s.state} /> },
              {
                key: 'failing',
                title: t('health.failing'),
                render: (s) =>
                  s.failing
                    .split(',')
                    .map((x) => t(`sources.${x.trim()}`, { defaultValue: x }))
                    .join(listComma()),
              },
              { key: 'retry', title: t('health.retryAt'), render: (s) => <Moment value={s.retryAt} /> },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}

function Reconciliations() {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['reconciliations'],
    queryFn: async () => answered(await api.GET('/payments/reconciliations', { params: { query: { limit: 10 } } })).items,
  });
  return (
    <Panel title={t('health.reconciliations')}>
      <PageState asked={asked} rows={3}>
        {(items) => (
          <Lines
            caption={t('health.reconciliations')}
            rows={items}
            rowKey={(r) => r.date}
            empty={<span className="muted">{t('health.noReconciliations')}</span>}
            columns={[
              { key: 'date', title: t('ledger.on'), render: (r) => <span className="num">{r.date}</span> },
              { key: 'state', title: t('customers.state'), render: (r) => <StateTag state={r.state} /> },
              { key: 'own', title: t('health.own'), numeric: true, render: (r) => `${r.ownCount ?? '—'}` },
              { key: 'rail', title: t('health.rail'), numeric: true, render: (r) => `${r.railCount ?? '—'}` },
              { key: 'ownSum', title: t('health.ownSum'), numeric: true, render: (r) => <Money value={r.ownSuccess} /> },
              { key: 'railSum', title: t('health.railSum'), numeric: true, render: (r) => <Money value={r.railSuccess} /> },
              {
                key: 'differences',
                title: t('health.differences'),
                render: (r) => (r.differences.length === 0 ? '—' : r.differences.map((d) => `${d.orderNo} ${t(`differences.${d.what}`)}`).join('；')),
              },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}
