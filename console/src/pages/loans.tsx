import { told } from '@tallystick/ui';
import { CREDIT_LINE_STATES, LOAN_STATES } from '@tallystick/ui/client';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Day, Money, Percent } from '../parts/figures.tsx';
import { CustomerName } from '../parts/names.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';

type Loan = Item<'/loans'>;
type CreditLine = Item<'/credit-lines'>;
const PRODUCTS = ['ECOM_MERCHANT_LOAN', 'FIRST_LOAN', 'MICRO', 'WORKING_CAPITAL'] as const;

/** What is lent, and what could be drawn: every loan on the books, every credit line. */
export function LoansPage() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useTab('loans');
  return (
    <>
      <PageHead title={t('menu.loans')} />
      <PageTabs
        {...tab}
        items={[
          { key: 'loans', label: t('menu.loans'), children: <Loans /> },
          ...(may('credit-lines.list') ? [{ key: 'lines', label: t('lines.title'), children: <CreditLines /> }] : []),
        ]}
      />
    </>
  );
}

function CreditLines() {
  const { t } = useTranslation();
  const columns: Column<CreditLine>[] = [
    { key: 'customerId', title: t('workbench.customer'), render: (l) => <CustomerName id={l.customerId} /> },
    { key: 'productCode', title: t('applications.product'), render: (l) => t(`products.${l.productCode}`, { defaultValue: l.productCode }) },
    { key: 'state', title: t('customers.state'), render: (l) => <StateTag state={l.state} /> },
    { key: 'frozenFor', title: t('lines.frozenFor'), render: (l) => (l.frozenFor ? told(l.frozenFor) : '—') },
    { key: 'limitMinor', title: t('line.limit'), numeric: true, render: (l) => <Money value={l.limitMinor} /> },
    { key: 'usedMinor', title: t('line.used'), numeric: true, render: (l) => <Money value={l.usedMinor} /> },
    { key: 'availableMinor', title: t('line.available'), numeric: true, render: (l) => <Money value={l.availableMinor} /> },
    { key: 'validTo', title: t('line.validTo'), render: (l) => <Day value={l.validTo} /> },
  ];
  return (
    <DataTable<CreditLine>
      path="/credit-lines"
      title={t('lines.title')}
      rowKey={(l) => l.id}
      columns={columns}
      to={(l) => `/customers/${l.customerId}?tab=loans`}
      empty={t('lines.empty')}
      filters={[
        {
          key: 'state',
          label: t('customers.state'),
          kind: 'choice',
          choices: CREDIT_LINE_STATES.map((v) => ({ value: v, label: t(`states.${v}`) })),
        },
      ]}
    />
  );
}

function Loans() {
  const { t } = useTranslation();
  const columns: Column<Loan>[] = [
    { key: 'loanNo', title: t('collections.loan'), sort: 'number', render: (l) => <span className="num">{l.loanNo}</span> },
    { key: 'customerId', title: t('workbench.customer'), render: (l) => <CustomerName id={l.customerId} /> },
    { key: 'productCode', title: t('applications.product'), render: (l) => t(`products.${l.productCode}`, { defaultValue: l.productCode }) },
    { key: 'status', title: t('customers.state'), render: (l) => <StateTag state={l.status} /> },
    { key: 'lentMinor', title: t('loan.lent'), numeric: true, render: (l) => <Money value={l.lentMinor} /> },
    { key: 'principalMinor', title: t('loan.balance'), sort: 'balance', numeric: true, render: (l) => <Money value={l.principalMinor} /> },
    { key: 'ratePpm', title: t('applications.rate'), numeric: true, render: (l) => <Percent value={l.ratePpm} /> },
    { key: 'nextDueOn', title: t('loan.nextDueOn'), sort: 'due', render: (l) => <Day value={l.nextDueOn} /> },
    { key: 'nextDueMinor', title: t('loan.nextDue'), numeric: true, render: (l) => (l.nextDueOn ? <Money value={l.nextDueMinor} /> : '—') },
    { key: 'overdueMinor', title: t('collections.overdue'), numeric: true, render: (l) => <Money value={l.overdueMinor} /> },
    { key: 'daysPastDue', title: t('collections.daysPastDue'), sort: 'late', numeric: true },
    { key: 'startOn', title: t('loan.startOn'), sort: 'opened', render: (l) => <Day value={l.startOn} /> },
  ];
  return (
    <DataTable<Loan>
      path="/loans"
      title={t('menu.loans')}
      rowKey={(l) => l.id}
      columns={columns}
      to={(l) => `/customers/${l.customerId}/loans/${l.id}`}
      empty={t('loan.empty')}
      filters={[
        { key: 'text', label: t('collections.search'), kind: 'text' },
        {
          key: 'status',
          label: t('customers.state'),
          kind: 'choice',
          choices: LOAN_STATES.map((v) => ({ value: v, label: t(`states.${v}`) })),
        },
        {
          key: 'stage',
          label: t('collections.stage'),
          kind: 'choice',
          choices: ['current', 'M0', 'M1', 'M2', 'M3', 'M4'].map((v) => ({ value: v, label: t(`states.${v}`) })),
        },
        {
          key: 'productCode',
          label: t('applications.product'),
          kind: 'choice',
          choices: PRODUCTS.map((v) => ({ value: v, label: t(`products.${v}`) })),
        },
        { key: 'dueFrom', label: t('loan.dueFrom'), kind: 'date' },
        { key: 'dueTo', label: t('loan.dueTo'), kind: 'date' },
      ]}
    />
  );
}
