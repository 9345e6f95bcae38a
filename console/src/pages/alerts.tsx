import { currentLanguage } from '@tallystick/ui';
import { ALERT_SEVERITIES, ALERT_STATES } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { DueClock } from '../parts/clock.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Day } from '../parts/figures.tsx';
import { CustomerName } from '../parts/names.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import type { Item } from '../reply.ts';

type Alert = Item<'/alerts'>;
/** The signals by code, for their names. */
export const useSignals = () =>
  useQuery({ queryKey: ['signals'], staleTime: 600_000, queryFn: async () => answered(await api.GET('/signals')).items });
export function useSignalName(): (code: string) => string {
  const signals = useSignals().data ?? [];
  return (code) => {
    const s = signals.find((x) => x.code === code);
    return s ? (currentLanguage() === 'en' ? s.nameEn : s.nameZh) : code;
  };
}

/** What the watch over borrowers raised, most urgent first. */
export function AlertsPage() {
  const { t } = useTranslation();
  const nameOf = useSignalName();
  const signals = useSignals().data ?? [];
  const columns: Column<Alert>[] = [
    {
      key: 'code',
      title: t('alerts.signal'),
      render: (a) => (
        <>
          {nameOf(a.code)} <span className="muted mono">{a.code}</span>
        </>
      ),
    },
    { key: 'severity', title: t('alerts.severity'), sort: 'severity', render: (a) => <StateTag state={a.severity} /> },
    { key: 'customerId', title: t('workbench.customer'), render: (a) => <CustomerName id={a.customerId} /> },
    { key: 'dueAt', title: t('workbench.clock'), sort: 'due', render: (a) => (a.state === 'open' ? <DueClock dueAt={a.dueAt} /> : '—') },
    { key: 'raisedOn', title: t('alerts.raisedOn'), sort: 'raised', render: (a) => <Day value={a.raisedOn} /> },
    { key: 'state', title: t('customers.state'), render: (a) => <StateTag state={`alert_${a.state}`} /> },
    { key: 'outcome', title: t('customer.outcome'), render: (a) => (a.outcome ? t(`alertOutcomes.${a.outcome}`) : '—') },
  ];
  return (
    <>
      <PageHead title={t('menu.alerts')} says={t('alerts.says')} />
      <DataTable<Alert>
        path="/alerts"
        title={t('menu.alerts')}
        rowKey={(a) => a.id}
        columns={columns}
        to={(a) => `/alerts/${a.customerId}/${a.id}`}
        empty={t('alerts.empty')}
        filters={[
          {
            key: 'severity',
            label: t('alerts.severity'),
            kind: 'choice',
            choices: ALERT_SEVERITIES.map((v) => ({ value: v, label: t(`states.${v}`) })),
          },
          {
            key: 'state',
            label: t('customers.state'),
            kind: 'choice',
            choices: ALERT_STATES.map((v) => ({ value: v, label: t(`states.alert_${v}`) })),
          },
          {
            key: 'code',
            label: t('alerts.signal'),
            kind: 'choice',
            choices: signals.map((s) => ({ value: s.code, label: `${s.code} ${nameOf(s.code)}` })),
          },
          { key: 'late', label: t('workbench.late'), kind: 'choice', choices: [{ value: 'true', label: t('workbench.late') }] },
        ]}
      />
    </>
  );
}
