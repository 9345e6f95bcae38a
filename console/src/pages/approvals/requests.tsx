import { told } from '@tallystick/ui';
import { REQUEST_STATES } from '@tallystick/ui/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { answered, api } from '../../api.ts';
import { DueClock } from '../../parts/clock.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Facts, Moment } from '../../parts/figures.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { Item } from '../../reply.ts';
import { RequestContent } from './request-content.tsx';

type Request = Item<'/requests'>;
const HOUSE = 'cust_00000000000000000000000000';

/** Work that one person asked for and another has to approve. */
export function Requests() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Request>();
  const columns: Column<Request>[] = [
    {
      key: 'says',
      title: t('requests.what'),
      render: (r) => (
        <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => setOpen(r)}>
          {told(r.says)}
        </Button>
      ),
    },
    { key: 'customerId', title: t('workbench.customer'), render: (r) => (r.customerId === HOUSE ? '—' : <CustomerLink id={r.customerId} />) },
    {
      key: 'makerName',
      title: t('requests.maker'),
      render: (r) => (
        <>
          {r.makerName}
          {r.mine ? <span className="muted"> · {t('requests.mine')}</span> : null}
        </>
      ),
    },
    { key: 'createdAt', title: t('requests.at'), sort: 'createdAt', render: (r) => <Moment value={r.createdAt} /> },
    { key: 'expiresAt', title: t('workbench.clock'), render: (r) => (r.state === 'waiting' ? <DueClock dueAt={r.expiresAt} /> : '—') },
    { key: 'state', title: t('customers.state'), render: (r) => <StateTag state={`request_${r.state}`} /> },
    { key: 'checkerName', title: t('requests.checker'), render: (r) => r.checkerName ?? '—' },
  ];
  return (
    <>
      <DataTable<Request>
        path="/requests"
        title={t('requests.title')}
        rowKey={(r) => r.id}
        columns={columns}
        empty={t('requests.empty')}
        filters={[
          {
            key: 'state',
            label: t('customers.state'),
            kind: 'choice',
            choices: REQUEST_STATES.map((v) => ({ value: v, label: t(`states.request_${v}`) })),
          },
        ]}
      />
      <Drawer open={open !== undefined} onClose={() => setOpen(undefined)} size={600} title={open ? told(open.says) : ''} destroyOnHidden>
        {open ? <RequestDetail request={open} onDone={() => setOpen(undefined)} /> : null}
      </Drawer>
    </>
  );
}

function RequestDetail({ request, onDone }: { request: Request; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const path = { customerId: request.customerId, requestId: request.id };
  const asked = useQuery({
    queryKey: ['request', request.id],
    queryFn: async () => answered(await api.GET('/requests/{customerId}/{requestId}', { params: { path } })),
  });
  const [form] = Form.useForm<{ reason: string }>();
  const finish = (): void => {
    void queries.invalidateQueries();
    onDone();
  };
  const approve = useAct<object, unknown>({
    done: t('requests.approved'),
    onDone: finish,
    run: (_i, keyed) => api.POST('/requests/{customerId}/{requestId}/approve', { params: { ...keyed, path } }),
  });
  const reject = useAct<{ reason: string }, unknown>({
    form,
    done: t('requests.rejected'),
    onDone: finish,
    run: (body, keyed) => api.POST('/requests/{customerId}/{requestId}/reject', { params: { ...keyed, path }, body }),
  });
  return (
    <>
      <Facts
        items={[
          { key: 'maker', label: t('requests.maker'), value: request.makerName },
          { key: 'at', label: t('requests.at'), value: <Moment value={request.createdAt} /> },
          { key: 'state', label: t('customers.state'), value: <StateTag state={`request_${request.state}`} /> },
          { key: 'checker', label: t('requests.checker'), value: request.checkerName ?? '—' },
          { key: 'reason', label: t('act.reason'), value: request.reason ?? '—' },
          { key: 'command', label: t('audit.command'), value: <span className="mono">{request.command}</span> },
        ]}
      />
      <Panel title={t('requests.content')}>
        <PageState asked={asked} rows={6}>
          {(r) => <RequestContent request={request} json={r.input} />}
        </PageState>
      </Panel>
      {request.state !== 'waiting' ? null : request.mine ? (
        <p className="muted">{t('requests.ownSays')}</p>
      ) : (
        <p className="muted">{t('requests.checkSays')}</p>
      )}
      {request.state === 'waiting' ? (
        <Form form={form} layout="vertical" onFinish={(v) => void reject.act(v)}>
          <RefusalNote refusal={approve.refusal ?? reject.refusal} />
          {request.mine ? null : (
            <Button type="primary" block size="large" loading={approve.busy} onClick={() => void approve.act({})} style={{ marginBottom: 16 }}>
              {t('requests.approve')}
            </Button>
          )}
          <Form.Item
            name="reason"
            label={t(request.mine ? 'requests.takeBackReason' : 'requests.rejectReason')}
            rules={[{ required: true, whitespace: true, message: t('act.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
          </Form.Item>
          <Button danger htmlType="submit" loading={reject.busy}>
            {t(request.mine ? 'requests.takeBack' : 'requests.reject')}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
