import { HOUSE } from '@tallystick/kernel';
import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, useMe } from '../api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Day, Money } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { CustomerLink } from '../parts/names.tsx';
import { PageState } from '../parts/page-state.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead, Panel } from '../parts/panel.tsx';
import { Mark } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';

export type Journal = Item<'/ledger/journals'>;

/** The books: trial balance of a day, and every journal behind it. */
export function LedgerPage() {
  const { t } = useTranslation();
  const tab = useTab('balance');
  return (
    <>
      <PageHead title={t('menu.ledger')} says={t('ledger.says')} />
      <PageTabs
        {...tab}
        items={[
          { key: 'balance', label: t('ledger.trialBalance'), children: <TrialBalance /> },
          { key: 'journals', label: t('ledger.journals'), children: <Journals /> },
        ]}
      />
    </>
  );
}

function TrialBalance() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [on, setOn] = useState(me?.businessDate ?? '');
  const asked = useQuery({
    queryKey: ['trial-balance', on],
    queryFn: async () => answered(await api.GET('/ledger/trial-balance', { params: { query: on ? { on } : {} } })),
  });
  return (
    <Panel
      title={t('ledger.trialBalance')}
      extra={
        <DatePicker
          aria-label={t('ledger.on')}
          size="small"
          value={on ? dayjs(on) : null}
          onChange={(d) => setOn(d ? d.format('YYYY-MM-DD') : (me?.businessDate ?? ''))}
        />
      }
    >
      <PageState asked={asked} rows={12}>
        {(b) => (
          <Lines
            caption={t('ledger.trialBalance')}
            rows={b.items}
            rowKey={(r) => `${r.account}:${r.currency}`}
            empty={<p className="muted">{t('ledger.noBalances')}</p>}
            columns={[
              { key: 'account', title: t('ledger.account'), render: (r) => <span className="num">{r.account}</span> },
              { key: 'name', title: t('ledger.accountName'), render: (r) => told(r) },
              { key: 'kind', title: t('ledger.kind'), render: (r) => t(`accountKinds.${r.kind}`) },
              { key: 'debit', title: t('ledger.debit'), numeric: true, render: (r) => <Money value={r.debitMinor} /> },
              { key: 'credit', title: t('ledger.credit'), numeric: true, render: (r) => <Money value={r.creditMinor} /> },
              { key: 'balance', title: t('ledger.balance'), numeric: true, render: (r) => <Money value={r.balanceMinor} /> },
            ]}
            foot={
              <tr>
                <td colSpan={3}>{b.balanced ? <Mark tone="good">{t('ledger.balanced')}</Mark> : <Mark tone="bad">{t('ledger.unbalanced')}</Mark>}</td>
                <td className="r">
                  <Money value={b.debitMinor} />
                </td>
                <td className="r">
                  <Money value={b.creditMinor} />
                </td>
              </tr>
            }
          />
        )}
      </PageState>
    </Panel>
  );
}

/** The lines of one journal: debit left, credit right. */
export function JournalLines({ journal }: { journal: Pick<Journal, 'lines'> }) {
  const { t } = useTranslation();
  return (
    <Lines
      caption={t('ledger.lines')}
      rows={journal.lines}
      rowKey={(_r, i) => String(i)}
      columns={[
        {
          key: 'account',
          title: t('ledger.account'),
          render: (l) => (
            <span>
              <span className="num">{l.account}</span> {told(l)}
            </span>
          ),
        },
        { key: 'debit', title: t('ledger.debit'), numeric: true, render: (l) => (l.side === 'debit' ? <Money value={l.amountMinor} /> : null) },
        { key: 'credit', title: t('ledger.credit'), numeric: true, render: (l) => (l.side === 'credit' ? <Money value={l.amountMinor} /> : null) },
      ]}
    />
  );
}

const total = (j: Journal): string => j.lines.find((l) => l.side === 'debit')?.amountMinor ?? '0.00';
function Journals() {
  const { t } = useTranslation();
  const columns: Column<Journal>[] = [
    { key: 'on', title: t('ledger.on'), render: (j) => <Day value={j.on} />, width: 110 },
    {
      key: 'kind',
      title: t('ledger.what'),
      render: (j) => (
        <>
          {told(j)}
          {j.reverses ? <span className="muted"> · {t('ledger.isReversal')}</span> : null}
          {j.reversedBy ? <span className="muted"> · {t('ledger.isReversed')}</span> : null}
        </>
      ),
    },
    { key: 'reference', title: t('ledger.reference'), render: (j) => <span className="mono">{j.reference}</span> },
    {
      key: 'customerId',
      title: t('ledger.customer'),
      render: (j) => (j.customerId === HOUSE ? <span className="muted">{t('ledger.house')}</span> : <CustomerLink id={j.customerId} />),
    },
    { key: 'lines', title: t('ledger.firstAmount'), numeric: true, render: (j) => <Money value={total(j)} /> },
  ];
  return (
    <DataTable<Journal>
      path="/ledger/journals"
      title={t('ledger.journals')}
      rowKey={(j) => j.id}
      columns={columns}
      empty={t('ledger.noJournals')}
      expand={(j) => <JournalLines journal={j} />}
      filters={[
        { key: 'from', label: t('ledger.from'), kind: 'date' },
        { key: 'to', label: t('ledger.to'), kind: 'date' },
      ]}
    />
  );
}
