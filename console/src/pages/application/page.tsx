import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../../api.ts';
import { DueClock } from '../../parts/clock.tsx';
import { Money, Percent } from '../../parts/figures.tsx';
import { placeOf } from '../../parts/links.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { NextCase } from '../../parts/next-case.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel, RecordHead } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { HitList } from '../decision/rules.tsx';
import { useDecision } from '../decision/use-decision.ts';
import { points } from '../decision/waterfall.ts';
import { DataPanel, DocumentsPanel, PathPanel, RequestPanel, type Tracking } from './evidence.tsx';

type Place = { readonly customerId: string; readonly applicationId: string };

/** One application from draft to payout: what was asked, which data came, what was decided and why, how long each step took. */
export function ApplicationPage() {
  const path = useParams({ strict: false }) as Place;
  const asked = useQuery({
    queryKey: ['application', path.applicationId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/applications/{applicationId}', { params: { path } })),
  });
  return (
    <PageState asked={asked} rows={14}>
      {(tracking) => <Loaded path={path} tracking={tracking} />}
    </PageState>
  );
}

function Loaded({ path, tracking }: { path: Place; tracking: Tracking }) {
  const { t } = useTranslation();
  const { application: a } = tracking;
  const may = useMay();
  const reviews = useQuery({
    queryKey: ['reviews-of', path.applicationId],
    enabled: may('decisioning.list_reviews'),
    queryFn: async () => answered(await api.GET('/reviews', { params: { query: { applicationId: path.applicationId, sort: '-openedAt' } } })).items,
  });
  const review = reviews.data?.[0];
  return (
    <>
      <RecordHead
        title={<CustomerLink id={path.customerId} />}
        state={<StateTag state={a.state} />}
        says={`${t(`products.${a.productCode}`, { defaultValue: a.productCode })}${a.isFirstLoan ? ` · ${t('customer.firstLoan')}` : ''}`}
        figures={[
          { label: t('applications.amount'), value: <Money value={a.form.amountMinor} /> },
          {
            label: t('applications.approved'),
            value: a.approvedAmountMinor ? (
              <>
                <Money value={a.approvedAmountMinor} /> · <Percent value={a.approvedRatePpm} />
              </>
            ) : (
              '—'
            ),
          },
          {
            label: t('workbench.clock'),
            value: a.dueAt && a.decidedAt === null ? <DueClock dueAt={a.dueAt} /> : tracking.late ? t('applications.wasLate') : '—',
          },
        ]}
        actions={
          <>
            {review ? (
              <Link {...placeOf(`/reviews/${path.customerId}/${review.reviewId}`)}>
                <Button type="primary" tabIndex={-1}>
                  {t('judge.open')}
                </Button>
              </Link>
            ) : null}
            <NextCase />
          </>
        }
      />
      <div className="split">
        <div>
          <DecisionSummary path={path} />
          <RequestPanel tracking={tracking} />
          <DataPanel application={tracking.application} />
          <DocumentsPanel customerId={path.customerId} />
        </div>
        <aside className="stay">
          <PathPanel tracking={tracking} />
        </aside>
      </div>
    </>
  );
}

function DecisionSummary({ path }: { path: Place }) {
  const { t } = useTranslation();
  const asked = useDecision(path, useMay()('decisioning.show_decision'));
  const d = asked.data;
  if (asked.isLoading)
    return (
      <Panel title={t('judge.decision')}>
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      </Panel>
    );
  if (!d) return null;
  return (
    <Panel
      title={
        <>
          {t('judge.decision')} <StateTag state={d.outcome} />
        </>
      }
      extra={
        <Link to="/customers/$customerId/applications/$applicationId/decision" params={path}>
          {t('judge.explain')}
        </Link>
      }
    >
      <p style={{ marginTop: 0 }}>
        {t('decision.grade')} <strong>{d.rating?.grade ?? '—'}</strong> · {t('decision.score')}{' '}
        <strong>{d.rating?.scoreTenths === null || d.rating === null ? '—' : points(d.rating.scoreTenths ?? 0)}</strong> · {t('decision.pd')}{' '}
        <strong>
          <Percent value={d.rating?.pdPpm} />
        </strong>
      </p>
      <HitList decision={d} />
    </Panel>
  );
}
