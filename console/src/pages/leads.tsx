import { LEAD_STATES } from '@tallystick/ui/client';
import { App as AntApp, Button, Dropdown, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.tsx';
import { api, useMay } from '../api.ts';
import { Ask, ReasonField } from '../parts/ask.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Moment, Money } from '../parts/figures.tsx';
import { CustomerLink } from '../parts/names.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { PageHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useTab } from '../parts/view-in-address.ts';
import type { Item } from '../reply.ts';
import { Funnel } from './funnel.tsx';

type Lead = Item<'/leads'>;
const LOST = ['not_interested', 'not_reachable', 'not_eligible', 'elsewhere', 'consent_withdrawn'] as const;

/** People who asked to be contacted, and where they are lost on the way to a loan. */
export function LeadsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useTab('list');
  return (
    <>
      <PageHead title={t('menu.leads')} says={t('leads.says')} />
      {may('engagement.list_leads') ? (
        <PageTabs
          {...tab}
          items={[
            { key: 'list', label: t('menu.leads'), children: <Leads /> },
            { key: 'funnel', label: t('leads.funnel'), children: <Funnel /> },
          ]}
        />
      ) : (
        <Funnel />
      )}
    </>
  );
}

function Leads() {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<{ lead: Lead; to: 'contacted' | 'lost' }>();
  const [showing, setShowing] = useState<Lead>();
  const columns: Column<Lead>[] = [
    { key: 'name', title: t('staff.name') },
    { key: 'mobile', title: t('customers.mobile'), render: (l) => <span className="num">{l.mobile}</span> },
    { key: 'needMinor', title: t('leads.need'), numeric: true, render: (l) => <Money value={l.needMinor} /> },
    { key: 'campaign', title: t('customers.campaign') },
    { key: 'origin', title: t('customer.source'), render: (l) => t(`leadOrigins.${l.origin}`) },
    { key: 'askedTimes', title: t('leads.asked'), numeric: true },
    { key: 'state', title: t('customers.state'), render: (l) => <StateTag state={`lead_${l.state}`} /> },
    { key: 'createdAt', title: t('leads.createdAt'), sort: 'createdAt', render: (l) => <Moment value={l.createdAt} /> },
    {
      key: 'convertedTo',
      title: t('workbench.customer'),
      render: (l) => (l.convertedTo ? <CustomerLink id={l.convertedTo} /> : l.lostReason ? t(`lostReasons.${l.lostReason}`) : '—'),
    },
    {
      key: 'act',
      title: '',
      render: (l) =>
        l.state === 'new' || l.state === 'contacted' ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'show', label: t('leads.show'), onClick: () => setShowing(l) },
                ...(l.state === 'new'
                  ? [{ key: 'contacted', label: t('leads.contacted'), onClick: () => setMoving({ lead: l, to: 'contacted' }) }]
                  : []),
                { key: 'lost', label: t('leads.lost'), onClick: () => setMoving({ lead: l, to: 'lost' }) },
              ],
            }}
          >
            <Button size="small">{t('customer.actions')}</Button>
          </Dropdown>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable<Lead>
        path="/leads"
        title={t('menu.leads')}
        rowKey={(l) => l.id}
        columns={columns}
        empty={t('leads.empty')}
        filters={[
          { key: 'mobile', label: t('customers.mobile'), kind: 'text' },
          { key: 'campaign', label: t('customers.campaign'), kind: 'text' },
          {
            key: 'state',
            label: t('customers.state'),
            kind: 'choice',
            choices: LEAD_STATES.map((v) => ({ value: v, label: t(`states.lead_${v}`) })),
          },
        ]}
      />
      {moving ? <Move lead={moving.lead} to={moving.to} onClose={() => setMoving(undefined)} /> : null}
      {showing ? <Contact lead={showing} onClose={() => setShowing(undefined)} /> : null}
    </>
  );
}

type Moved = { lostReason?: (typeof LOST)[number]; note?: string };
function Move({ lead, to, onClose }: { lead: Lead; to: 'contacted' | 'lost'; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Moved>();
  const act = useAct<Moved, unknown>({
    form,
    done: t('act.saved'),
    run: (v, keyed) =>
      api.POST('/leads/{leadId}/move', {
        params: { ...keyed, path: { leadId: lead.id } },
        body: { to, lostReason: v.lostReason ?? null, note: v.note ? v.note : null, version: lead.version },
      }),
  });
  return (
    <Ask<Moved> open title={`${lead.name} · ${t(to === 'lost' ? 'leads.lost' : 'leads.contacted')}`} form={form} act={act} onClose={onClose}>
      {to === 'lost' ? (
        <Form.Item name="lostReason" label={t('act.reason')} rules={[{ required: true, message: t('act.required') }]}>
          <Select options={LOST.map((v) => ({ value: v, label: t(`lostReasons.${v}`) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="note" label={t('leads.note')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
    </Ask>
  );
}

function Contact({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation();
  const { modal } = AntApp.useApp();
  const [form] = Form.useForm<{ why: string }>();
  const act = useAct<{ why: string }, { name: string; mobile: string }>({
    form,
    refresh: [],
    run: ({ why }) => api.GET('/leads/{leadId}/contact', { params: { path: { leadId: lead.id }, query: { why } } }),
    onDone: (seen) => void modal.info({ title: seen.name, content: <span className="num">{seen.mobile}</span> }),
  });
  return (
    <Ask<{ why: string }> open title={t('leads.show')} says={t('leads.showSays')} form={form} act={act} onClose={onClose}>
      <ReasonField />
    </Ask>
  );
}
