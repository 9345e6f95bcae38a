import { CALL_PURPOSES, SOURCES } from '@tallystick/ui/client';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Moment, Money } from '../../parts/figures.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { Item } from '../../reply.ts';

type Call = Item<'/connectors/calls'>;
const GOOD: readonly string[] = ['ok', 'no_record'];

/** Every question the bank asked outside: about whom, for what, on which consent, and what came of it. */
export function OutsideCalls() {
  const { t } = useTranslation();
  const answer = (c: Call) =>
    c.state === null ? '—' : <Mark tone={GOOD.includes(c.state) ? 'good' : 'bad'}>{t(`callStates.${c.state}`, { defaultValue: c.state })}</Mark>;
  const columns: Column<Call>[] = [
    { key: 'askedAt', title: t('customer.askedAt'), render: (c) => <Moment value={c.askedAt} /> },
    { key: 'customerId', title: t('workbench.customer'), render: (c) => <CustomerLink id={c.customerId} /> },
    { key: 'source', title: t('customer.source'), render: (c) => t(`sources.${c.source}`) },
    { key: 'purpose', title: t('customer.purpose'), render: (c) => t(`collectionPurposes.${c.purpose}`, { defaultValue: c.purpose }) },
    { key: 'hard', title: t('customer.hard'), render: (c) => (c.hard ? <Mark tone="watch">{t('state.yes')}</Mark> : t('state.no')) },
    { key: 'state', title: t('customer.answered'), render: answer },
    { key: 'latencyMs', title: t('customer.latency'), numeric: true, render: (c) => c.latencyMs ?? '—' },
    { key: 'cost', title: t('customer.callCost'), numeric: true, render: (c) => <Money value={c.cost} /> },
    {
      key: 'consentId',
      title: t('customer.consent'),
      render: (c) => (
        <span className="mono" title={c.consentHash}>
          …{c.consentId.slice(-8)}
        </span>
      ),
    },
  ];
  const yesNo = [
    { value: 'true', label: t('state.yes') },
    { value: 'false', label: t('state.no') },
  ];
  return (
    <DataTable<Call>
      path="/connectors/calls"
      title={t('customer.calls')}
      rowKey={(c) => c.callId}
      columns={columns}
      empty={t('customer.noCalls')}
      filters={[
        { key: 'source', label: t('customer.source'), kind: 'choice', choices: SOURCES.map((v) => ({ value: v, label: t(`sources.${v}`) })) },
        {
          key: 'purpose',
          label: t('customer.purpose'),
          kind: 'choice',
          choices: CALL_PURPOSES.map((v) => ({ value: v, label: t(`collectionPurposes.${v}`) })),
        },
        { key: 'hard', label: t('customer.hard'), kind: 'choice', choices: yesNo },
        { key: 'failed', label: t('customer.callFailed'), kind: 'choice', choices: yesNo },
        { key: 'from', label: t('audit.from'), kind: 'date' },
        { key: 'to', label: t('audit.to'), kind: 'date' },
      ]}
    />
  );
}
