import { msBetween } from '@tallystick/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../act.tsx';
import { answered, api, useMay } from '../api.ts';
import { Day, Figures, Moment } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { Nothing, PageState } from '../parts/page-state.tsx';
import { PageHead, Panel } from '../parts/panel.tsx';
import { Mark, StateTag } from '../parts/state-tag.tsx';
import type { Reply } from '../reply.ts';

type Status = Reply<'/cob/status'>;
const POLL_MS = 1_000;
const underWay = (s: Status | undefined): boolean => (s?.steps ?? []).some((x) => x.state === 'running' || x.state === 'waiting');
const hasStopped = (s: Status | undefined): boolean => (s?.steps ?? []).some((x) => x.state === 'failed');

/** Close of business: what has to run before the date moves, how far it is, and the days before. Progress goes on when one leaves the page. */
export function DayPage() {
  const { t } = useTranslation();
  const mayRun = useMay()('cob.run');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [awaited, setAwaited] = useState<string>();
  const asked = useQuery({
    queryKey: ['cob-status'],
    queryFn: async () => answered(await api.GET('/cob/status')),
    refetchInterval: ({ state }) => ((awaited !== undefined && !hasStopped(state.data)) || underWay(state.data) ? POLL_MS : false),
  });
  const today = asked.data?.businessDate;
  const before = useRef(today);
  useEffect(() => {
    if (before.current !== undefined && today !== undefined && today !== before.current) {
      setAwaited(undefined);
      void queries.invalidateQueries();
    }
    before.current = today;
  }, [today, queries]);
  const run = useAct<object, { businessDate: string }>({
    refresh: [['cob-status']],
    run: (_i, keyed) => api.POST('/cob/run', { params: keyed, body: {} }),
    onDone: (o) => setAwaited(o.businessDate),
  });
  const busy = run.busy || (awaited !== undefined && !hasStopped(asked.data)) || underWay(asked.data);
  return (
    <>
      <PageHead
        title={t('menu.day')}
        says={t('day.says')}
        actions={
          mayRun ? (
            <Button type="primary" loading={busy} onClick={() => setAsking(true)}>
              {t('day.run')}
            </Button>
          ) : undefined
        }
      />
      <RefusalNote refusal={run.refusal} />
      <PageState asked={asked} rows={10}>
        {(s) => <Progressing status={s} />}
      </PageState>
      <Modal
        open={asking}
        title={t('day.run')}
        okText={t('day.run')}
        cancelText={t('act.cancel')}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false);
          void run.act({});
        }}
      >
        <p>{t('day.asks', { date: today ?? '' })}</p>
      </Modal>
    </>
  );
}

const seconds = (from: string | null, to: string | null): string => (from && to ? (msBetween(from, to) / 1000).toFixed(1) : '—');
function Progressing({ status }: { status: Status }) {
  const { t } = useTranslation();
  const done = status.steps.filter((s) => s.state === 'done').length;
  const failed = status.steps.find((s) => s.state === 'failed');
  const day = status.steps[0]?.businessDate;
  return (
    <>
      <Figures
        items={[
          { key: 'date', label: t('day.businessDate'), value: status.businessDate },
          { key: 'closed', label: t('day.lastClosed'), value: status.runs.find((r) => r.closed)?.businessDate ?? '—' },
          {
            key: 'steps',
            label: t('day.steps'),
            value: status.steps.length === 0 ? '—' : `${done} / ${status.steps.length}`,
            tone: failed ? 'bad' : undefined,
          },
        ]}
      />
      <Panel title={day ? t('day.stepsOf', { date: day }) : t('day.steps')}>
        {failed ? (
          <p>
            <Mark tone="bad">{t('day.failed', { step: t(`daySteps.${failed.step}`, { defaultValue: failed.step }) })}</Mark>{' '}
            <span className="muted">{t('day.failedSays')}</span>
          </p>
        ) : null}
        <Lines
          caption={t('day.steps')}
          rows={status.steps}
          rowKey={(s) => s.step}
          empty={<Nothing says={t('day.noSteps')} />}
          columns={[
            {
              key: 'step',
              title: t('day.step'),
              render: (s) => (
                <>
                  {t(`daySteps.${s.step}`, { defaultValue: s.step })}
                  {s.fault ? (
                    <div className="mono" style={{ color: 'var(--bad)' }}>
                      {s.fault}
                    </div>
                  ) : null}
                </>
              ),
            },
            { key: 'state', title: t('customers.state'), render: (s) => <StateTag state={`step_${s.state}`} /> },
            {
              key: 'bar',
              title: t('day.progress'),
              render: (s) => (
                <Progress
                  percent={s.total === 0 ? (s.state === 'done' ? 100 : 0) : Math.round((s.done / s.total) * 100)}
                  size="small"
                  style={{ width: 160 }}
                  status={s.state === 'failed' ? 'exception' : s.state === 'done' ? 'success' : 'normal'}
                  aria-label={t('day.progress')}
                />
              ),
            },
            { key: 'n', title: t('day.units'), numeric: true, render: (s) => `${s.done} / ${s.total}` },
            { key: 'seconds', title: t('day.seconds'), numeric: true, render: (s) => seconds(s.startedAt, s.finishedAt) },
          ]}
        />
      </Panel>
      <Panel title={t('day.before')}>
        <Lines
          caption={t('day.before')}
          rows={status.runs}
          rowKey={(r) => r.businessDate}
          empty={<Nothing says={t('day.noRuns')} />}
          columns={[
            { key: 'date', title: t('day.businessDate'), render: (r) => <Day value={r.businessDate} /> },
            {
              key: 'state',
              title: t('customers.state'),
              render: (r) => (r.closed ? <Mark tone="good">{t('day.closed')}</Mark> : <Mark tone="watch">{t('day.notClosed')}</Mark>),
            },
            { key: 'from', title: t('day.startedAt'), render: (r) => <Moment value={r.startedAt} /> },
            { key: 'seconds', title: t('day.seconds'), numeric: true, render: (r) => seconds(r.startedAt, r.finishedAt) },
          ]}
        />
      </Panel>
    </>
  );
}
