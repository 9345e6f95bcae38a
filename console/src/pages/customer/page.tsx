import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App as AntApp, Button, Dropdown, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, errorText, useMay } from '../../api.ts';
import { saveFile } from '../../parts/download.tsx';
import { Day } from '../../parts/figures.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { PageTabs } from '../../parts/page-tabs.tsx';
import { Panel, RecordHead } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Story } from '../../parts/story.tsx';
import { useTab } from '../../parts/view-in-address.ts';
import type { Reply } from '../../reply.ts';
import { CustomerConsents } from './consents.tsx';
import { CustomerApplications, CustomerContracts, CustomerOverview } from './credit.tsx';
import { CustomerData } from './data.tsx';
import { CustomerLoans } from './loans.tsx';
import { LockDialog, UnlockDialog } from './lock.tsx';
import { CustomerPapers } from './papers.tsx';
import { CustomerProfile } from './profile.tsx';

/** Brings the charts along: loaded when somebody opens the tab. */
const CustomerRatings = lazy(() => import('./ratings.tsx').then((m) => ({ default: m.CustomerRatings })));

export type CustomerView = Reply<'/customers/{customerId}'>;
export const useCustomer = (customerId: string) =>
  useQuery({
    queryKey: ['customer', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}', { params: { path: { customerId } } })),
  });

/** 客户360: who the customer is, what we know and from where, what was agreed, lent and done. */
export function CustomerPage() {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const asked = useCustomer(customerId);
  return (
    <PageState asked={asked} rows={14}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const tab = useTab('overview');
  const { customerId } = view.profile.summary;
  const openConflicts = view.conflicts.filter((c) => c.state === 'open').length;
  return (
    <div className="under-head">
      <Head view={view} />
      <div className="split split-late">
        <PageTabs
          {...tab}
          items={[
            { key: 'overview', label: t('customer.overview'), children: <CustomerOverview customerId={customerId} /> },
            { key: 'profile', label: t('customer.profile'), children: <CustomerProfile view={view} /> },
            {
              key: 'checks',
              label: openConflicts > 0 ? t('customer.dataWithConflicts', { n: openConflicts }) : t('customer.data'),
              children: <CustomerData view={view} />,
            },
            {
              key: 'ratings',
              label: t('customer.ratings'),
              children: (
                <Suspense fallback={<Skeleton active />}>
                  <CustomerRatings customerId={customerId} />
                </Suspense>
              ),
            },
            { key: 'applications', label: t('customer.applications'), children: <CustomerApplications customerId={customerId} /> },
            {
              key: 'loans',
              label: t('customer.loans'),
              children: (
                <CustomerLoans customerId={customerId}>
                  <CustomerContracts customerId={customerId} />
                </CustomerLoans>
              ),
            },
            { key: 'papers', label: t('customer.papers'), children: <CustomerPapers view={view} /> },
            { key: 'consents', label: t('customer.consents'), children: <CustomerConsents view={view} /> },
          ]}
        />
        <aside className="stay">
          <Timeline view={view} />
        </aside>
      </div>
    </div>
  );
}

function Head({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const may = useMay();
  const [dialog, setDialog] = useState<'lock' | 'unlock'>();
  const { message } = AntApp.useApp();
  const { summary, manager, lock } = view.profile;
  const bringEvidence = (): Promise<void> =>
    saveFile(`/customers/${summary.customerId}/evidence`).catch((error: unknown) => void message.error(errorText(error)));
  const actions = [
    ...(may('customers.lock') && !lock ? [{ key: 'lock', label: t('customer.lock'), danger: true, onClick: () => setDialog('lock') }] : []),
    ...(may('customers.unlock') && lock ? [{ key: 'unlock', label: t('customer.unlock'), onClick: () => setDialog('unlock') }] : []),
    ...(may('audit.export_evidence') ? [{ key: 'evidence', label: t('customer.evidence'), onClick: () => void bringEvidence() }] : []),
  ];
  return (
    <>
      <RecordHead
        title={summary.displayName}
        state={<StateTag state={summary.state} />}
        says={`${t(`customerKinds.${summary.kind}`)} · ${manager ? manager.name : t('customer.noManager')}${summary.campaign ? ` · ${summary.campaign}` : ''}`}
        figures={[
          ...(may('decisioning.list_ratings') ? [{ label: t('decision.grade'), value: <Grade customerId={summary.customerId} /> }] : []),
          {
            label: t('customers.profile'),
            value: (
              <>
                <StateTag state={summary.profileState === 'draft' ? 'profile_draft' : summary.profileState} />{' '}
                <span className="muted num">{summary.completeness}%</span>
              </>
            ),
          },
          { label: t('customers.firstPaidOutOn'), value: summary.firstPaidOutOn ? <Day value={summary.firstPaidOutOn} /> : t('customer.firstLoan') },
        ]}
        actions={
          actions.length > 0 ? (
            <Dropdown trigger={['click']} menu={{ items: actions }}>
              <Button>{t('customer.actions')}</Button>
            </Dropdown>
          ) : undefined
        }
      />
      <LockDialog open={dialog === 'lock'} customerId={summary.customerId} onClose={() => setDialog(undefined)} />
      <UnlockDialog open={dialog === 'unlock'} customerId={summary.customerId} onClose={() => setDialog(undefined)} />
    </>
  );
}

function Grade({ customerId }: { customerId: string }) {
  const asked = useQuery({
    queryKey: ['ratings', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/ratings', { params: { path: { customerId } } })),
  });
  return <>{asked.data?.current?.grade ?? '—'}</>;
}

function Timeline({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const { customerId } = view.profile.summary;
  const [limit, setLimit] = useState(20);
  const more = useQuery({
    queryKey: ['timeline', customerId, limit],
    enabled: limit > 20,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/timeline', { params: { path: { customerId }, query: { limit } } })),
    placeholderData: (before) => before,
  });
  const story = more.data ?? view.timeline;
  return (
    <Panel title={t('customer.timeline')} extra={t('list.total', { n: story.total })}>
      {story.items.length === 0 ? <span className="muted">{t('customer.noTimeline')}</span> : <Story lines={story.items} />}
      {story.items.length < story.total && limit < 200 ? (
        <Button type="link" size="small" loading={more.isFetching} onClick={() => setLimit(Math.min(limit + 40, 200))}>
          {t('customer.earlier')}
        </Button>
      ) : null}
    </Panel>
  );
}
