import { CONTRACT_STATES, PAYOUT_STATES } from '@tallystick/ui/client';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Day, Moment, Money, Percent } from '../parts/figures.tsx';
import { CustomerName } from '../parts/names.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead } from '../parts/panel.tsx';
import { Mark, StateTag } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';

type Payout = Item<'/payouts'>;
type Contract = Item<'/contracts'>;

/** From signed contract to money in the account: the queue of payouts, and every contract. */
export function PayoutsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useTab('payouts');
  return (
    <>
      <PageHead title={t('menu.payouts')} />
      <PageTabs
        {...tab}
        items={[
          ...(may('servicing.list_payouts') ? [{ key: 'payouts', label: t('payouts.queue'), children: <Queue /> }] : []),
          { key: 'contracts', label: t('customer.contracts'), children: <Contracts /> },
        ]}
      />
    </>
  );
}

function Queue() {
  const { t } = useTranslation();
  const columns: Column<Payout>[] = [
    { key: 'customerId', title: t('workbench.customer'), render: (p) => <CustomerName id={p.customerId} /> },
    { key: 'amountMinor', title: t('payouts.principal'), numeric: true, render: (p) => <Money value={p.amountMinor} /> },
    {
      key: 'netMinor',
      title: t('payouts.net'),
      numeric: true,
      render: (p) =>
        p.netMinor === p.amountMinor ? (
          <Money value={p.netMinor} />
        ) : (
          <Mark tone="bad">
            <Money value={p.netMinor} />
          </Mark>
        ),
    },
    { key: 'state', title: t('customers.state'), render: (p) => <StateTag state={`payout_${p.state}`} /> },
    { key: 'payeeCheck', title: t('payouts.payeeCheck'), render: (p) => <StateTag state={`payee_${p.payeeCheck}`} /> },
    { key: 'trialState', title: t('payouts.trial'), render: (p) => <StateTag state={`trial_${p.trialState}`} /> },
    { key: 'mode', title: t('payouts.mode'), render: (p) => t(`payoutModes.${p.mode}`) },
    {
      key: 'dueOn',
      title: t('payouts.dueOn'),
      render: (p) =>
        p.late ? (
          <Mark tone="bad">
            <Day value={p.dueOn} />
          </Mark>
        ) : (
          <Day value={p.dueOn} />
        ),
    },
    { key: 'signedAt', title: t('customer.signedAt'), render: (p) => <Moment value={p.signedAt} /> },
    { key: 'paidAt', title: t('payouts.paidAt'), render: (p) => <Moment value={p.paidAt} /> },
  ];
  return (
    <DataTable<Payout>
      path="/payouts"
      title={t('payouts.queue')}
      rowKey={(p) => p.id}
      columns={columns}
      to={(p) => `/payouts/${p.customerId}/${p.id}`}
      empty={t('payouts.empty')}
      filters={[
        {
          key: 'state',
          label: t('customers.state'),
          kind: 'choice',
          choices: PAYOUT_STATES.map((v) => ({ value: v, label: t(`states.payout_${v}`) })),
        },
        { key: 'late', label: t('workbench.late'), kind: 'choice', choices: [{ value: 'true', label: t('workbench.late') }] },
      ]}
    />
  );
}

function Contracts() {
  const { t } = useTranslation();
  const columns: Column<Contract>[] = [
    { key: 'contractNo', title: t('contracts.no'), render: (c) => <span className="num">{c.contractNo}</span> },
    { key: 'customerId', title: t('workbench.customer'), render: (c) => <CustomerName id={c.customerId} /> },
    { key: 'amountMinor', title: t('contracts.amount'), numeric: true, render: (c) => <Money value={c.amountMinor} /> },
    { key: 'ratePpm', title: t('applications.rate'), numeric: true, render: (c) => <Percent value={c.ratePpm} /> },
    { key: 'compoundPpm', title: t('contracts.allIn'), numeric: true, render: (c) => <Percent value={c.compoundPpm} /> },
    { key: 'months', title: t('applications.months'), numeric: true },
    { key: 'state', title: t('customers.state'), render: (c) => <StateTag state={c.state} /> },
    { key: 'draftedAt', title: t('payouts.draftedAt'), render: (c) => <Moment value={c.draftedAt} /> },
    { key: 'validUntil', title: t('customer.validUntil'), render: (c) => <Day value={c.validUntil} /> },
    { key: 'signedAt', title: t('customer.signedAt'), render: (c) => <Moment value={c.signedAt} /> },
  ];
  return (
    <DataTable<Contract>
      path="/contracts"
      embedded
      title={t('customer.contracts')}
      rowKey={(c) => c.id}
      columns={columns}
      to={(c) => `/customers/${c.customerId}/contracts/${c.id}`}
      empty={t('payouts.noContracts')}
      filters={[
        {
          key: 'state',
          label: t('customers.state'),
          kind: 'choice',
          choices: CONTRACT_STATES.map((v) => ({ value: v, label: t(`states.${v}`) })),
        },
      ]}
    />
  );
}
