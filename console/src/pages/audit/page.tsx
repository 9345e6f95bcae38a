import { told } from '@tallystick/ui';
import { AUDIT_OUTCOMES } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../../api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Facts, Moment } from '../../parts/figures.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { PageTabs } from '../../parts/page-tabs.tsx';
import { PageHead, Panel } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import { useTab } from '../../parts/view-in-address.ts';
import type { Item } from '../../reply.ts';
import { OutsideCalls } from './calls.tsx';

type Entry = Item<'/audit/trail'>;

/** Who did what, and what the bank asked outside: each with its own list. */
export function AuditPage() {
  const { t } = useTranslation();
  const may = useMay();
  const first = may('audit.search_trail') ? 'trail' : 'calls';
  const tab = useTab(first);
  return (
    <>
      <PageHead title={t('menu.audit')} says={t('audit.says')} />
      <PageTabs
        {...tab}
        items={[
          ...(may('audit.search_trail') ? [{ key: 'trail', label: t('audit.trail'), children: <Trail /> }] : []),
          ...(may('connectors.search_calls') ? [{ key: 'calls', label: t('audit.calls'), children: <OutsideCalls /> }] : []),
        ]}
      />
    </>
  );
}

/** Who did what and when, and whether the chain over it is whole. */
function Trail() {
  const { t } = useTranslation();
  const columns: Column<Entry>[] = [
    { key: 'at', title: t('audit.at'), sort: 'at', width: 150, render: (e) => <Moment value={e.at} /> },
    {
      key: 'actorName',
      title: t('audit.who'),
      render: (e) => (
        <>
          {e.actorName === '' || e.actorKind === 'system' ? t(`actorKinds.${e.actorKind}`) : e.actorName}{' '}
          {e.actorKind === 'system' ? <span className="mono muted">{e.actorName}</span> : null}
          <span className="muted small">
            {e.actorRoles
              .split(',')
              .filter(Boolean)
              .map((r) => t(`roles.${r}`, { defaultValue: r }))
              .join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'action', title: t('audit.action'), render: (e) => <span title={e.action}>{told(e.says)}</span> },
    { key: 'subject', title: t('audit.subject'), render: (e) => <span className="mono">{e.subject}</span> },
    { key: 'outcome', title: t('audit.outcome'), render: (e) => <StateTag state={e.outcome} /> },
    {
      key: 'why',
      title: t('audit.why'),
      render: (e) => (e.outcome === 'refused' ? t(`exceptions.${e.why}`, { defaultValue: e.why }) : (e.why ?? '—')),
    },
    {
      key: 'sealedInBlock',
      title: t('audit.block'),
      numeric: true,
      render: (e) => e.sealedInBlock ?? <span className="muted">{t('audit.unsealed')}</span>,
    },
  ];
  return (
    <>
      <ChainCheck />
      <DataTable<Entry>
        path="/audit/trail"
        title={t('menu.audit')}
        rowKey={(e) => e.id}
        columns={columns}
        empty={t('audit.empty')}
        expand={(e) => <EntryDetail entry={e} />}
        filters={[
          { key: 'action', label: t('audit.action'), kind: 'text' },
          { key: 'actorId', label: t('audit.actorId'), kind: 'text' },
          { key: 'subject', label: t('audit.subject'), kind: 'text' },
          { key: 'customerId', label: t('audit.customerId'), kind: 'text' },
          {
            key: 'outcome',
            label: t('audit.outcome'),
            kind: 'choice',
            choices: AUDIT_OUTCOMES.map((v) => ({ value: v, label: t(`states.${v}`) })),
          },
          { key: 'from', label: t('audit.from'), kind: 'date' },
          { key: 'to', label: t('audit.to'), kind: 'date' },
        ]}
      />
    </>
  );
}

const pretty = (json: string): string => {
  try {
    return JSON.stringify(JSON.parse(json), null, 1);
  } catch {
    return json;
  }
};
function EntryDetail({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const change = (json: string | null) =>
    json === null ? (
      '—'
    ) : (
      <pre className="mono" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
        {pretty(json)}
      </pre>
    );
  return (
    <Facts
      items={[
        { key: 'command', label: t('audit.command'), value: <span className="mono">{entry.command}</span> },
        { key: 'maker', label: t('audit.maker'), value: entry.makerId },
        { key: 'before', label: t('audit.before'), value: change(entry.before) },
        { key: 'after', label: t('audit.after'), value: change(entry.after) },
        { key: 'ip', label: t('audit.ip'), value: entry.ip },
        { key: 'device', label: t('audit.device'), value: entry.device },
        { key: 'request', label: t('audit.request'), value: <span className="mono">{entry.requestId}</span> },
      ]}
    />
  );
}

function ChainCheck() {
  const { t } = useTranslation();
  const mayCheck = useMay()('audit.verify_chain');
  const asked = useQuery({ queryKey: ['audit-chain'], enabled: false, queryFn: async () => answered(await api.GET('/audit/chain', {})) });
  if (!mayCheck) return null;
  return (
    <Panel
      title={t('audit.chain')}
      extra={
        <Button size="small" loading={asked.isFetching} onClick={() => void asked.refetch()}>
          {t('audit.check')}
        </Button>
      }
    >
      {asked.fetchStatus === 'idle' && asked.isPending ? (
        <span className="muted">{t('audit.chainSays')}</span>
      ) : (
        <PageState asked={asked} rows={1}>
          {(c) => (
            <div className="stack">
              {c.whole ? (
                <Mark tone="good">{t('audit.whole', { no: c.anchorNo })}</Mark>
              ) : (
                <Mark tone="bad">{t('audit.broken', { n: c.faults.length })}</Mark>
              )}
              <span className="mono muted">{c.anchorHash}</span>
              {c.faults.map((f) => (
                <span key={f} className="mono">
                  {f}
                </span>
              ))}
            </div>
          )}
        </PageState>
      )}
    </Panel>
  );
}
