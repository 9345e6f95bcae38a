import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Day, Money } from '../parts/figures.tsx';
import { CustomerName } from '../parts/names.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import type { Item } from '../reply.ts';

type Case = Item<'/collections'>;

/** Overdue loans as cases: who is to be contacted next, what was promised. */
export function CollectionsPage() {
  const { t } = useTranslation();
  const columns: Column<Case>[] = [
    { key: 'loanNo', title: t('collections.loan'), render: (c) => <span className="num">{c.loanNo}</span> },
    { key: 'customerId', title: t('workbench.customer'), render: (c) => <CustomerName id={c.customerId} /> },
    { key: 'stage', title: t('collections.stage'), render: (c) => <StateTag state={c.stage} /> },
    { key: 'daysPastDue', title: t('collections.daysPastDue'), sort: 'days', numeric: true },
    { key: 'overdueMinor', title: t('collections.overdue'), sort: 'overdue', numeric: true, render: (c) => <Money value={c.overdueMinor} /> },
    { key: 'nextContactOn', title: t('collections.nextContactOn'), sort: 'next', render: (c) => <Day value={c.nextContactOn} /> },
    { key: 'promisedOn', title: t('collections.promisedOn'), render: (c) => <Day value={c.promisedOn} /> },
    { key: 'limitationDue', title: t('collections.limitationDue'), render: (c) => <Day value={c.limitationDue} /> },
    { key: 'state', title: t('customers.state'), render: (c) => <StateTag state={`case_${c.state}`} /> },
  ];
  return (
    <>
      <PageHead title={t('menu.collections')} says={t('collections.says')} />
      <DataTable<Case>
        path="/collections"
        title={t('menu.collections')}
        rowKey={(c) => c.id}
        columns={columns}
        to={(c) => `/collections/${c.customerId}/${c.id}`}
        empty={t('collections.empty')}
        filters={[
          { key: 'text', label: t('collections.search'), kind: 'text' },
          {
            key: 'stage',
            label: t('collections.stage'),
            kind: 'choice',
            choices: ['M0', 'M1', 'M2', 'M3', 'M4'].map((v) => ({ value: v, label: t(`states.${v}`) })),
          },
          {
            key: 'state',
            label: t('customers.state'),
            kind: 'choice',
            choices: ['open', 'promised', 'closed'].map((v) => ({ value: v, label: t(`states.case_${v}`) })),
          },
          { key: 'mine', label: t('collections.mine'), kind: 'choice', choices: [{ value: 'true', label: t('collections.mine') }] },
        ]}
      />
    </>
  );
}
