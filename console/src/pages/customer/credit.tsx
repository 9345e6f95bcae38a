import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { answered, api, useMay } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { DueClock } from '../../parts/clock.tsx';
import { Day, Figures, Moment, Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { ServerLink } from '../../parts/links.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';

/** What is to be done for the customer, and how the credit line stands. */
export function CustomerOverview({ customerId }: { customerId: string }) {
  const asked = useLine(customerId);
  if (asked.isPending) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return (
    <>
      {asked.data?.line ? <CustomerLine customerId={customerId} line={asked.data.line} /> : null}
      <CustomerTasks customerId={customerId} />
      <CustomerApplications customerId={customerId} />
    </>
  );
}

function CustomerTasks({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['customer-tasks', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/tasks', { params: { path: { customerId }, query: {} } })),
  });
  return (
    <Panel title={t('workbench.tasks')}>
      <PageState asked={asked} rows={2}>
        {({ items }) => (
          <Lines
            caption={t('workbench.tasks')}
            rows={items}
            rowKey={(task) => task.id}
            empty={<span className="muted">{t('customer.noTasks')}</span>}
            columns={[
              { key: 'title', title: t('workbench.task'), render: (task) => <ServerLink link={task.link}>{told(task.title)}</ServerLink> },
              { key: 'clock', title: t('workbench.clock'), render: (task) => <DueClock dueAt={task.dueAt} /> },
              { key: 'queue', title: t('workbench.queue'), render: (task) => t(`roles.${task.ownerRole}`) },
              { key: 'state', title: t('customers.state'), render: (task) => <StateTag state={`task_${task.state}`} /> },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}

const useLine = (customerId: string) =>
  useQuery({
    queryKey: ['credit-line', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/credit-line', { params: { path: { customerId } } })),
  });
type CreditLine = NonNullable<NonNullable<ReturnType<typeof useLine>['data']>['line']>;

function CustomerLine({ customerId, line }: { customerId: string; line: CreditLine }) {
  const { t } = useTranslation();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const change = line.state === 'frozen' ? may('credit-lines.unfreeze') : may('credit-lines.freeze');
  return (
    <>
      <Figures
        items={[
          { key: 'limit', label: t('line.limit'), value: <Money value={line.limitMinor} /> },
          { key: 'used', label: t('line.used'), value: <Money value={line.usedMinor} /> },
          { key: 'available', label: t('line.available'), value: <Money value={line.availableMinor} /> },
          { key: 'validTo', label: t('line.validTo'), value: <Day value={line.validTo} /> },
          {
            key: 'state',
            label: t('customers.state'),
            value: (
              <>
                <StateTag state={line.state} />
                {change ? (
                  <Button size="small" type="link" onClick={() => setChanging(true)}>
                    {t(line.state === 'frozen' ? 'lines.unfreeze' : 'lines.freeze')}
                  </Button>
                ) : null}
              </>
            ),
            help: line.frozenFor ? told(line.frozenFor) : undefined,
          },
        ]}
      />
      {changing ? (
        <ChangeLine customerId={customerId} frozen={line.state === 'frozen'} version={line.version} onClose={() => setChanging(false)} />
      ) : null}
    </>
  );
}

/** Freezing is for one person to do at once; giving the line back takes two. */
function ChangeLine({ customerId, frozen, version, onClose }: { customerId: string; frozen: boolean; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const act = useAct<{ reason: string }, unknown>({
    form,
    done: t('lines.frozen'),
    run: (body, keyed) =>
      frozen
        ? api.POST('/customers/{customerId}/credit-line/unfreeze', { params: { ...keyed, path: { customerId } }, body: { ...body, version } })
        : api.POST('/customers/{customerId}/credit-line/freeze', { params: { ...keyed, path: { customerId } }, body }),
  });
  return (
    <Ask<{ reason: string }>
      open
      danger={!frozen}
      title={t(frozen ? 'lines.unfreeze' : 'lines.freeze')}
      says={t(frozen ? 'lines.unfreezeSays' : 'lines.freezeSays')}
      form={form}
      act={act}
      onClose={onClose}
    >
      <ReasonField name="reason" />
    </Ask>
  );
}

export function CustomerApplications({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['customer-applications', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/applications', { params: { path: { customerId } } })),
  });
  return (
    <Panel title={t('customer.applications')}>
      <PageState asked={asked} rows={3}>
        {({ items }) => (
          <Lines
            caption={t('customer.applications')}
            rows={items}
            rowKey={(a) => a.applicationId}
            empty={<span className="muted">{t('customer.noApplications')}</span>}
            columns={[
              {
                key: 'product',
                title: t('applications.product'),
                render: (a) => (
                  <Link to="/customers/$customerId/applications/$applicationId" params={{ customerId, applicationId: a.applicationId }}>
                    {t(`products.${a.productCode}`, { defaultValue: a.productCode })}
                  </Link>
                ),
              },
              { key: 'amount', title: t('applications.amount'), numeric: true, render: (a) => <Money value={a.form.amountMinor} /> },
              { key: 'state', title: t('customers.state'), render: (a) => <StateTag state={a.state} /> },
              { key: 'submitted', title: t('applications.submittedAt'), render: (a) => <Moment value={a.submittedAt} /> },
              { key: 'approved', title: t('applications.approved'), numeric: true, render: (a) => <Money value={a.approvedAmountMinor} /> },
              { key: 'rate', title: t('applications.rate'), numeric: true, render: (a) => <Percent value={a.approvedRatePpm} /> },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}

export function CustomerContracts({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['customer-contracts', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/contracts', { params: { path: { customerId } } })),
  });
  return (
    <Panel title={t('customer.contracts')}>
      <PageState asked={asked} rows={3}>
        {({ items }) => (
          <Lines
            caption={t('customer.contracts')}
            rows={items}
            rowKey={(c) => c.id}
            empty={<span className="muted">{t('customer.noContracts')}</span>}
            columns={[
              {
                key: 'no',
                title: t('contracts.no'),
                render: (c) => (
                  <Link to="/customers/$customerId/contracts/$contractId" params={{ customerId, contractId: c.id }} className="num">
                    {c.contractNo}
                  </Link>
                ),
              },
              { key: 'amount', title: t('applications.amount'), numeric: true, render: (c) => <Money value={c.amountMinor} /> },
              { key: 'rate', title: t('applications.rate'), numeric: true, render: (c) => <Percent value={c.ratePpm} /> },
              { key: 'months', title: t('applications.months'), numeric: true, render: (c) => c.months },
              { key: 'state', title: t('customers.state'), render: (c) => <StateTag state={c.state} /> },
              { key: 'signed', title: t('customer.signedAt'), render: (c) => <Moment value={c.signedAt} /> },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}
