import { useTranslation } from 'react-i18next';
import { DueClock } from '../parts/clock.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Money } from '../parts/figures.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import type { Item } from '../reply.ts';

type Review = Item<'/reviews'>;
/** Cases in the hands of people, by time left. */
export function Reviews() {
  const { t } = useTranslation();
  const columns: Column<Review>[] = [
    { key: 'displayName', title: t('workbench.customer') },
    {
      key: 'dueAt',
      title: t('workbench.clock'),
      sort: 'dueAt',
      render: (r) => (r.state === 'open' || r.state === 'recommended' ? <DueClock dueAt={r.dueAt} /> : '—'),
    },
    { key: 'riskLevel', title: t('decision.risk'), sort: 'riskLevel', render: (r) => <StateTag state={r.riskLevel} /> },
    { key: 'grade', title: t('decision.grade'), render: (r) => r.grade ?? '—' },
    { key: 'amountMinor', title: t('applications.amount'), sort: 'amountMinor', numeric: true, render: (r) => <Money value={r.amountMinor} /> },
    { key: 'months', title: t('applications.months'), numeric: true },
    { key: 'productCode', title: t('applications.product'), render: (r) => t(`products.${r.productCode}`, { defaultValue: r.productCode }) },
    { key: 'kind', title: t('customers.kind'), render: (r) => t(`reviewKinds.${r.kind}`) },
    { key: 'state', title: t('customers.state'), sort: 'state', render: (r) => <StateTag state={`review_${r.state}`} /> },
    { key: 'pausedFor', title: t('judge.pausedFor'), render: (r) => r.pausedFor ?? '—' },
  ];
  const yes = [{ value: 'true', label: t('state.yes') }];
  return (
    <DataTable<Review>
      path="/reviews"
      title={t('judge.queue')}
      rowKey={(r) => r.reviewId}
      columns={columns}
      to={(r) => `/reviews/${r.customerId}/${r.reviewId}`}
      empty={t('judge.noCases')}
      filters={[
        {
          key: 'state',
          label: t('customers.state'),
          kind: 'choice',
          choices: ['open', 'paused', 'recommended', 'closed'].map((v) => ({ value: v, label: t(`states.review_${v}`) })),
        },
        {
          key: 'kind',
          label: t('customers.kind'),
          kind: 'choice',
          choices: ['referred', 'appeal'].map((v) => ({ value: v, label: t(`reviewKinds.${v}`) })),
        },
        { key: 'mine', label: t('judge.mine'), kind: 'choice', choices: yes },
        { key: 'late', label: t('workbench.late'), kind: 'choice', choices: yes },
      ]}
    />
  );
}
