import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Collapse, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { answered, api, useMay } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { DocumentList } from '../../parts/document-list.tsx';
import { FeatureTable } from '../../parts/feature-table.tsx';
import { Facts, Moment, Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { showSpan } from '../../parts/measure.ts';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import type { Item, Reply } from '../../reply.ts';

export type Tracking = Reply<'/customers/{customerId}/applications/{applicationId}'>;
type Collection = Item<'/customers/{customerId}/collections'>;

/** The gathering of outside data that belongs to one application: the newest one. */
export function useCollectionOf(customerId: string, applicationId: string) {
  return useQuery({
    queryKey: ['collections', customerId],
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/collections', { params: { path: { customerId }, query: { limit: 50 } } })).items,
    select: (items) => items.find((c) => c.subject === applicationId) ?? null,
  });
}
const useFeatures = (customerId: string, collectionId: string | undefined) =>
  useQuery({
    queryKey: ['features', collectionId],
    enabled: collectionId !== undefined,
    queryFn: async () =>
      answered(
        await api.GET('/customers/{customerId}/collections/{collectionId}/features', {
          params: { path: { customerId, collectionId: collectionId ?? '' } },
        }),
      ).items,
  });

/** What the applicant asked for and declared. */
export function RequestPanel({ tracking }: { tracking: Pick<Tracking, 'application'> }) {
  const { t } = useTranslation();
  const { form } = tracking.application;
  return (
    <Panel title={t('review.request')} extra={form.purposeClass ? t(`purposes.${form.purposeClass}`) : undefined}>
      <Facts
        items={[
          { key: 'amount', label: t('applications.amount'), value: <Money value={form.amountMinor} /> },
          { key: 'months', label: t('applications.months'), value: form.months },
          { key: 'method', label: t('review.method'), value: form.method ? t(`methods.${form.method}`) : '—' },
          { key: 'revenue', label: t('review.declaredRevenue'), value: <Money value={form.declaredAnnualRevenueMinor} /> },
          { key: 'income', label: t('review.declaredIncome'), value: <Money value={form.declaredMonthlyIncomeMinor} /> },
          { key: 'account', label: t('review.payoutAccount'), value: form.payoutAccountTail ? `**** ${form.payoutAccountTail}` : '—' },
        ]}
      />
      <h3>{t('review.purpose')}</h3>
      <p className="pre" style={{ margin: 0 }}>
        {form.purposeText ?? '—'}
      </p>
      <div className="grid-2">
        <div>
          <h3>{t('review.budget')}</h3>
          <Lines
            caption={t('review.budget')}
            rows={form.purposeBudget ?? []}
            rowKey={(_b, i) => String(i)}
            empty={<span className="muted">{t('state.none')}</span>}
            columns={[
              { key: 'item', title: t('review.budgetItem'), render: (b) => b.item },
              { key: 'amount', title: t('contracts.yuan'), numeric: true, render: (b) => <Money value={b.amountMinor} /> },
            ]}
          />
        </div>
        <div>
          <h3>{t('review.debts')}</h3>
          <Lines
            caption={t('review.debts')}
            rows={form.declaredDebts ?? []}
            rowKey={(_d, i) => String(i)}
            empty={<span className="muted">{t('state.none')}</span>}
            columns={[
              { key: 'lender', title: t('review.lender'), render: (d) => d.lender },
              { key: 'balance', title: t('review.debtBalance'), numeric: true, render: (d) => <Money value={d.balanceMinor} /> },
              { key: 'monthly', title: t('review.debtMonthly'), numeric: true, render: (d) => <Money value={d.monthlyMinor} /> },
            ]}
          />
        </div>
      </div>
    </Panel>
  );
}

/** Outside data of the case: which sources answered, where figures contradict each other, and every fact with its lineage. */
export function DataPanel({ application: { customerId, applicationId, form } }: Pick<Tracking, 'application'>) {
  const { t } = useTranslation();
  const collection = useCollectionOf(customerId, applicationId);
  const declared = form.declaredAnnualRevenueMinor;
  return (
    <Panel title={t('review.data')} extra={collection.data ? <StateTag state={collection.data.state} /> : undefined}>
      <PageState asked={collection} rows={4}>
        {(c) =>
          c === null ? (
            <span className="muted">{t('review.noData')}</span>
          ) : (
            <CollectionView customerId={customerId} collection={c} declared={declared} />
          )
        }
      </PageState>
    </Panel>
  );
}

type View = { customerId: string; collection: Collection; declared: string | undefined };
function CollectionView({ customerId, collection, declared }: View) {
  const { t } = useTranslation();
  const may = useMay();
  const [waiving, setWaiving] = useState<string>();
  const path = { customerId, collectionId: collection.collectionId };
  const [form] = Form.useForm<{ why: string }>();
  const waive = useAct<{ why: string }, unknown>({
    form,
    done: t('act.saved'),
    run: (v, keyed) =>
      api.POST('/customers/{customerId}/collections/{collectionId}/waivers', {
        params: { ...keyed, path },
        body: { source: waiving as never, why: v.why },
      }),
  });
  const retry = useAct<object, unknown>({
    done: t('review.retried'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/collections/{collectionId}/retry', { params: { ...keyed, path } }),
  });
  const stuck = collection.state === 'waiting' || collection.state === 'failed';
  return (
    <>
      <Lines
        caption={t('review.data')}
        rows={collection.sources}
        rowKey={(s) => s.source}
        columns={[
          {
            key: 'source',
            title: t('customer.source'),
            render: (s) => (
              <>
                {t(`sources.${s.source}`)}
                {s.mandatory ? null : <span className="muted small"> {t('review.optional')}</span>}
              </>
            ),
          },
          { key: 'state', title: t('customers.state'), render: (s) => <StateTag state={s.state} /> },
          { key: 'reason', title: t('act.reason'), render: (s) => (s.reason ? t(`callStates.${s.reason}`, { defaultValue: s.reason }) : '—') },
          { key: 'at', title: t('customer.fetchedAt'), render: (s) => <Moment value={s.settledAt} /> },
          {
            key: 'act',
            title: '',
            render: (s) =>
              s.state === 'failed' && stuck && may('connectors.waive_source') ? (
                <Button size="small" onClick={() => setWaiving(s.source)}>
                  {t('review.waive')}
                </Button>
              ) : null,
          },
        ]}
      />
      {stuck && may('connectors.retry_collection') ? (
        <Button size="small" loading={retry.busy} onClick={() => void retry.act({})}>
          {t('review.retry')}
        </Button>
      ) : null}
      <RefusalNote refusal={retry.refusal} />
      <Ask<{ why: string }>
        open={waiving !== undefined}
        title={t('review.waiveTitle', { source: waiving ? t(`sources.${waiving}`) : '' })}
        says={t('review.waiveSays')}
        form={form}
        act={waive}
        onClose={() => setWaiving(undefined)}
      >
        <ReasonField />
      </Ask>
      <CrossCheck {...path} declared={declared} />
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'features',
            label: t('review.allFeatures'),
            children: <AllFeatures customerId={customerId} collectionId={collection.collectionId} />,
          },
        ]}
      />
    </>
  );
}

function AllFeatures({ customerId, collectionId }: { customerId: string; collectionId: string }) {
  const asked = useFeatures(customerId, collectionId);
  return <PageState asked={asked}>{(items) => <FeatureTable features={items} />}</PageState>;
}

/** Declared revenue against what tax, shop and settlement say. */
function CrossCheck({ customerId, collectionId, declared }: { customerId: string; collectionId: string; declared: string | undefined }) {
  const { t } = useTranslation();
  const path = { customerId, collectionId };
  const query = declared === undefined ? {} : { declared };
  const asked = useQuery({
    queryKey: ['cross-check', collectionId, declared],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/collections/{collectionId}/cross-check', { params: { path, query } })),
  });
  if (!asked.data || asked.data.checks.every((c) => c.found === null)) return null;
  return (
    <>
      <h3>
        {t('review.crossCheck')}{' '}
        <span className="muted small">
          {t('review.tolerance')} <Percent value={asked.data.tolerance} />
        </span>
      </h3>
      <Lines
        caption={t('review.crossCheck')}
        rows={asked.data.checks}
        rowKey={(c) => c.against}
        columns={[
          { key: 'against', title: t('review.against'), render: (c) => t(`crossChecks.${c.against}`) },
          { key: 'declared', title: t('review.declared'), numeric: true, render: (c) => <Money value={c.declared} /> },
          { key: 'found', title: t('review.found'), numeric: true, render: (c) => <Money value={c.found} /> },
          { key: 'deviation', title: t('review.deviation'), numeric: true, render: (c) => <Percent value={c.deviation} /> },
          {
            key: 'state',
            title: t('customers.state'),
            render: (c) => (c.state === 'unknown' ? <Mark tone="rest">{t('state.unknown')}</Mark> : <StateTag state={c.state} />),
          },
        ]}
      />
    </>
  );
}

export function DocumentsPanel({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('customer.files')}>
      <DocumentList customerId={customerId} />
    </Panel>
  );
}

/** Which steps the case went through, how long each took, in whose hands. */
export function PathPanel({ tracking }: { tracking: Tracking }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('review.path')}>
      <ol className="story">
        {tracking.path.toReversed().map((p) => (
          <li key={`${p.state}:${p.enteredAt}`}>
            <div className="muted small num">
              <Moment value={p.enteredAt} /> · {showSpan(p.minutes)}
            </div>
            <StateTag state={p.state} />
            <div className="muted small">
              {t('review.said')}
              {told(p)}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
