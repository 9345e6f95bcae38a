import { CUSTOMER_KINDS, CUSTOMER_STATES } from '@tallystick/ui/client';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { api, useMay } from '../api.ts';
import { Ask } from '../parts/ask.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Day, Moment } from '../parts/figures.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';

type Customer = Item<'/customers'>;

/** All customers within reach, and where what they told contradicts what sources said. */
export function CustomersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useTab('all');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        title={t('menu.customers')}
        actions={
          may('customers.add') ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('customers.add')}
            </Button>
          ) : undefined
        }
      />
      {may('customers.list_conflicts') ? (
        <PageTabs
          {...tab}
          items={[
            { key: 'all', label: t('customers.all'), children: <All /> },
            { key: 'conflicts', label: t('customers.conflicts'), children: <Conflicts /> },
          ]}
        />
      ) : (
        <All />
      )}
      <AddCustomer open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

type Conflict = Item<'/customer-conflicts'>;
function Conflicts() {
  const { t } = useTranslation();
  const columns: Column<Conflict>[] = [
    { key: 'displayName', title: t('customers.name') },
    { key: 'field', title: t('customer.field'), render: (c) => t(`profileFields.${c.field}`, { defaultValue: c.field }) },
    { key: 'declaredSource', title: t('customer.declared'), render: (c) => t(`sources.${c.declaredSource}`, { defaultValue: c.declaredSource }) },
    { key: 'foundSource', title: t('customer.found'), render: (c) => t(`sources.${c.foundSource}`, { defaultValue: c.foundSource }) },
    { key: 'openedAt', title: t('customers.openedAt'), render: (c) => <Moment value={c.openedAt} /> },
  ];
  return (
    <DataTable<Conflict>
      path="/customer-conflicts"
      embedded
      title={t('customers.conflicts')}
      rowKey={(c) => c.id}
      columns={columns}
      to={(c) => `/customers/${c.customerId}?tab=checks`}
      empty={t('customers.noConflicts')}
    />
  );
}

/** Found by name, phone, identity or shop number. */
function All() {
  const { t } = useTranslation();
  const columns: Column<Customer>[] = [
    { key: 'displayName', title: t('customers.name'), sort: 'displayName' },
    { key: 'kind', title: t('customers.kind'), render: (c) => t(`customerKinds.${c.kind}`) },
    { key: 'state', title: t('customers.state'), sort: 'state', render: (c) => <StateTag state={c.state} /> },
    {
      key: 'profileState',
      title: t('customers.profile'),
      render: (c) => <StateTag state={c.profileState === 'draft' ? 'profile_draft' : c.profileState} />,
    },
    { key: 'completeness', title: t('customers.completeness'), sort: 'completeness', numeric: true, render: (c) => c.completeness },
    { key: 'campaign', title: t('customers.campaign'), render: (c) => c.campaign ?? '—' },
    { key: 'joinedOn', title: t('customers.joinedOn'), sort: 'joinedOn', render: (c) => <Day value={c.joinedOn} /> },
    { key: 'firstPaidOutOn', title: t('customers.firstPaidOutOn'), render: (c) => <Day value={c.firstPaidOutOn} /> },
  ];
  return (
    <DataTable<Customer>
      path="/customers"
      title={t('menu.customers')}
      rowKey={(c) => c.customerId}
      columns={columns}
      to={(c) => `/customers/${c.customerId}`}
      empty={t('customers.empty')}
      filters={[
        { key: 'q', label: t('customers.search'), kind: 'text' },
        {
          key: 'kind',
          label: t('customers.kind'),
          kind: 'choice',
          choices: CUSTOMER_KINDS.map((v) => ({ value: v, label: t(`customerKinds.${v}`) })),
        },
        {
          key: 'state',
          label: t('customers.state'),
          kind: 'choice',
          choices: CUSTOMER_STATES.map((v) => ({ value: v, label: t(`states.${v}`) })),
        },
        {
          key: 'profileState',
          label: t('customers.profile'),
          kind: 'choice',
          choices: [
            { value: 'draft', label: t('states.profile_draft') },
            { value: 'verified', label: t('states.verified') },
          ],
        },
      ]}
    />
  );
}

type New = { mobile: string; kind: (typeof CUSTOMER_KINDS)[number]; region?: string; campaign?: string };
function AddCustomer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<New>();
  const act = useAct<New, { customerId: string }>({
    form,
    done: t('customers.added'),
    run: (body, keyed) =>
      api.POST('/customers', {
        params: keyed,
        body: { ...body, ...(body.region ? {} : { region: undefined }), ...(body.campaign ? {} : { campaign: undefined }) } as never,
      }),
    onDone: (added) => void navigate({ to: '/customers/$customerId', params: { customerId: added.customerId } }),
  });
  return (
    <Ask<New>
      open={open}
      title={t('customers.add')}
      says={t('customers.addSays')}
      form={form}
      act={act}
      onClose={onClose}
      initial={{ kind: 'merchant' }}
    >
      <Form.Item name="mobile" label={t('customers.mobile')} rules={[{ required: true, message: t('act.required') }]}>
        <Input inputMode="tel" maxLength={20} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('customers.kind')} rules={[{ required: true, message: t('act.required') }]}>
        <Select options={CUSTOMER_KINDS.map((v) => ({ value: v, label: t(`customerKinds.${v}`) }))} />
      </Form.Item>
      <Form.Item name="campaign" label={t('customers.campaign')}>
        <Input maxLength={40} />
      </Form.Item>
    </Ask>
  );
}
