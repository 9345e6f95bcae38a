import { LISTING_STATES } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { answered, api, useMay } from '../../api.ts';
import { Ask } from '../../parts/ask.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Moment } from '../../parts/figures.tsx';
import { PageHead } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { Item } from '../../reply.ts';
import { DECEIT, LockFields, type Locking, UnlockDialog } from './lock.tsx';

type Listed = Item<'/blacklist'>;

/** Who deceived the bank: on which evidence, by whom, until when, what they say to it, and how an entry ends. */
export function BlacklistPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<Listed>();
  const columns: Column<Listed>[] = [
    { key: 'displayName', title: t('workbench.customer') },
    {
      key: 'state',
      title: t('customers.state'),
      render: (l) => (
        <>
          <StateTag state={`listing_${l.state}`} />
          <div className="muted small">{l.endsOn ? t('blacklist.until', { on: l.endsOn }) : t('blacklist.untilLifted')}</div>
        </>
      ),
    },
    { key: 'reasonCode', title: t('act.reason'), render: (l) => t(`lockReasons.${l.reasonCode}`) },
    { key: 'evidence', title: t('customer.lockEvidence'), render: (l) => <div className="prose">{l.evidence}</div> },
    { key: 'identifiers', title: t('blacklist.identifiers'), render: (l) => l.identifiers.map((i) => t(`identifiers.${i}`)).join(' · ') },
    {
      key: 'addedAt',
      title: t('blacklist.addedAt'),
      render: (l) => (
        <>
          <Moment value={l.addedAt} />
          <div className="muted small">
            {l.addedBy} · {l.checkedBy}
          </div>
        </>
      ),
    },
    {
      key: 'appeal',
      title: t('blacklist.appeal'),
      render: (l) =>
        l.appealedAt ? (
          <>
            {l.appeal}
            <div className="muted small">
              <Moment value={l.appealedAt} />
            </div>
          </>
        ) : (
          '—'
        ),
    },
    {
      key: 'liftedAt',
      title: t('blacklist.lifted'),
      render: (l) =>
        l.liftedAt ? (
          <>
            {l.liftWhy}
            <div className="muted small">
              <Moment value={l.liftedAt} />
            </div>
          </>
        ) : may('customers.unlock') ? (
          <Button size="small" onClick={() => setLifting(l)}>
            {t('customer.unlock')}
          </Button>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <>
      <PageHead
        title={t('menu.blacklist')}
        says={t('blacklist.says')}
        actions={
          may('customers.lock') ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('blacklist.add')}
            </Button>
          ) : undefined
        }
      />
      <DataTable<Listed>
        path="/blacklist"
        title={t('menu.blacklist')}
        rowKey={(l) => l.lockId}
        columns={columns}
        to={(l) => `/customers/${l.customerId}`}
        empty={t('blacklist.empty')}
        filters={[
          {
            key: 'state',
            label: t('customers.state'),
            kind: 'choice',
            choices: LISTING_STATES.map((v) => ({ value: v, label: t(`states.listing_${v}`) })),
          },
        ]}
      />
      <AddDialog open={adding} onClose={() => setAdding(false)} />
      <UnlockDialog open={lifting !== undefined} customerId={lifting?.customerId ?? ''} onClose={() => setLifting(undefined)} />
    </>
  );
}

function AddDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  type Typed = Locking & { customerId: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('customer.locked'),
    run: ({ customerId, ...body }, keyed) => api.POST('/customers/{customerId}/lock', { params: { ...keyed, path: { customerId } }, body }),
  });
  return (
    <Ask<Typed> open={open} danger title={t('blacklist.add')} says={t('blacklist.addSays')} form={form} act={act} onClose={onClose}>
      <Form.Item name="customerId" label={t('workbench.customer')} rules={[{ required: true, message: t('act.required') }]}>
        <CustomerField />
      </Form.Item>
      <LockFields reasons={DECEIT} />
    </Ask>
  );
}

/** A customer, found by what the list of customers is searched by. */
function CustomerField(props: { value?: string; onChange?: (customerId: string) => void; id?: string }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['customer-field', q],
    enabled: q.length > 1,
    queryFn: async () => answered(await api.GET('/customers', { params: { query: { q, limit: 10 } } })).items,
  });
  return (
    <Select
      {...props}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t('customers.search')}
      notFoundContent={null}
      options={(found.data ?? []).map((c) => ({ value: c.customerId, label: c.displayName }))}
    />
  );
}
