import { APPLICATION_STATES } from '@tallystick/ui/client';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api.ts';
import { DueClock } from '../parts/clock.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Moment, Money } from '../parts/figures.tsx';
import { CustomerName } from '../parts/names.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';
import { Reviews } from './reviews.tsx';

type Application = Item<'/applications'>;
const PRODUCTS = ['ECOM_MERCHANT_LOAN', 'FIRST_LOAN', 'MICRO', 'WORKING_CAPITAL'] as const;

/** Cases in the hands of people, and every application with its clock. */
export function ApplicationsPage() {
  const { t } = useTranslation();
  const mayReview = useMay()('decisioning.list_reviews');
  const tab = useTab(mayReview ? 'reviews' : 'all');
  return (
    <>
      <PageHead title={t('menu.applications')} says={t('applications.says')} />
      {mayReview ? (
        <PageTabs
          {...tab}
          items={[
            { key: 'reviews', label: t('judge.queue'), children: <Reviews /> },
            { key: 'all', label: t('applications.all'), children: <All /> },
          ]}
        />
      ) : (
        <All />
      )}
    </>
  );
}

function All() {
  const { t } = useTranslation();
  const columns: Column<Application>[] = [
    { key: 'customerId', title: t('workbench.customer'), render: (a) => <CustomerName id={a.customerId} /> },
    { key: 'productCode', title: t('applications.product'), render: (a) => t(`products.${a.productCode}`, { defaultValue: a.productCode }) },
    { key: 'amountMinor', title: t('applications.amount'), sort: 'amountMinor', numeric: true, render: (a) => <Money value={a.amountMinor} /> },
    { key: 'months', title: t('applications.months'), numeric: true, render: (a) => a.months ?? '—' },
    { key: 'state', title: t('customers.state'), sort: 'state', render: (a) => <StateTag state={a.state} /> },
    {
      key: 'dueAt',
      title: t('workbench.clock'),
      sort: 'dueAt',
      render: (a) =>
        a.dueAt && a.decidedAt === null && a.submittedAt !== null ? <DueClock dueAt={a.dueAt} /> : a.late ? t('applications.wasLate') : '—',
    },
    {
      key: 'isFirstLoan',
      title: t('applications.firstLoan'),
      render: (a) => (a.isFirstLoan === null ? '—' : t(a.isFirstLoan ? 'state.yes' : 'state.no')),
    },
    { key: 'purposeClass', title: t('applications.purpose'), render: (a) => (a.purposeClass ? t(`purposes.${a.purposeClass}`) : '—') },
    { key: 'submittedAt', title: t('applications.submittedAt'), sort: 'submittedAt', render: (a) => <Moment value={a.submittedAt} /> },
    { key: 'approvedAmountMinor', title: t('applications.approved'), numeric: true, render: (a) => <Money value={a.approvedAmountMinor} /> },
  ];
  return (
    <DataTable<Application>
      path="/applications"
      title={t('menu.applications')}
      rowKey={(a) => a.applicationId}
      columns={columns}
      to={(a) => `/customers/${a.customerId}/applications/${a.applicationId}`}
      empty={t('applications.empty')}
      filters={[
        {
          key: 'state',
          label: t('customers.state'),
          kind: 'choice',
          choices: APPLICATION_STATES.map((v) => ({ value: v, label: t(`states.${v}`) })),
        },
        {
          key: 'productCode',
          label: t('applications.product'),
          kind: 'choice',
          choices: PRODUCTS.map((v) => ({ value: v, label: t(`products.${v}`) })),
        },
        { key: 'late', label: t('workbench.late'), kind: 'choice', choices: [{ value: 'true', label: t('workbench.late') }] },
        {
          key: 'decided',
          label: t('applications.decided'),
          kind: 'choice',
          choices: [
            { value: 'false', label: t('applications.undecided') },
            { value: 'true', label: t('applications.decided') },
          ],
        },
        { key: 'mine', label: t('applications.mine'), kind: 'choice', choices: [{ value: 'true', label: t('applications.mine') }] },
      ]}
    />
  );
}
