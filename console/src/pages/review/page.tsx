import { showMoney, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api.ts';
import { DueClock } from '../../parts/clock.tsx';
import { Figures, Money, Percent } from '../../parts/figures.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { NextCase } from '../../parts/next-case.tsx';
import { Nothing, PageState } from '../../parts/page-state.tsx';
import { Panel, RecordHead } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import type { Reply } from '../../reply.ts';
import { DataPanel, RequestPanel } from '../application/evidence.tsx';
import { HitList } from '../decision/rules.tsx';
import { points } from '../decision/waterfall.ts';
import { Checklist } from './checklist.tsx';
import { Judgement } from './judgement.tsx';
import { Opinions } from './opinions.tsx';
import { Papers } from './papers.tsx';
import { Sides } from './sides.tsx';

export type ReviewView = Reply<'/customers/{customerId}/reviews/{reviewId}'>;

/** A case on one screen: what speaks against it first, the evidence on the left, the judgement on the right, the clock always in sight. */
export function ReviewPage() {
  const path = useParams({ strict: false }) as { customerId: string; reviewId: string };
  const asked = useQuery({
    queryKey: ['review', path.reviewId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/reviews/{reviewId}', { params: { path } })),
  });
  return (
    <PageState asked={asked} rows={16}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const { review } = view;
  const place = { customerId: review.customerId, applicationId: review.applicationId };
  const running = review.state === 'open' || review.state === 'recommended';
  return (
    <div className="under-head">
      <RecordHead
        title={<CustomerLink id={review.customerId} />}
        state={<StateTag state={`review_${review.state}`} />}
        says={
          <>
            {t(`products.${review.productCode}`, { defaultValue: review.productCode })} · {t(`reviewKinds.${review.kind}`)} ·{' '}
            <Link to="/customers/$customerId/applications/$applicationId" params={place}>
              {t('payouts.application')}
            </Link>
          </>
        }
        figures={[
          { label: t('applications.amount'), value: <Money value={review.amountMinor} /> },
          { label: t('applications.months'), value: review.months },
          {
            label: t('decision.grade'),
            value: (
              <>
                {review.grade ?? '—'} <StateTag state={review.riskLevel} />
              </>
            ),
          },
          {
            label: t('workbench.clock'),
            value: running ? (
              <DueClock dueAt={review.dueAt} />
            ) : review.outcome ? (
              t(`states.${review.outcome === 'returned' ? 'case_returned' : review.outcome}`)
            ) : (
              t('judge.paused')
            ),
          },
        ]}
        actions={<NextCase />}
      />
      {review.pausedFor ? (
        <Panel title={t('judge.paused')}>
          <Mark tone="watch">{review.pausedFor}</Mark>
        </Panel>
      ) : null}
      <CaseFigures view={view} />
      <div className="split split-wide">
        <div>
          <RedFlags view={view} />
          {review.appeal === '' ? null : (
            <Panel title={t('judge.appeal')}>
              <p className="pre" style={{ margin: 0 }}>
                {review.appeal}
              </p>
            </Panel>
          )}
          <Sides view={view} />
          <RequestPanel tracking={{ application: view.application }} />
          <Panel
            title={t('judge.decision')}
            extra={
              <Link to="/customers/$customerId/applications/$applicationId/decision" params={place}>
                {t('judge.explain')}
              </Link>
            }
          >
            <HitList decision={view.decision} />
          </Panel>
          <Papers view={view} />
          <DataPanel application={view.application} />
        </div>
        <aside>
          <Checklist view={view} />
          <Judgement view={view} />
          <Opinions view={view} />
        </aside>
      </div>
    </div>
  );
}

/** What the decision would mean: exposure after it, price by the tables, authority that is left. */
function CaseFigures({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const { exposure, matrix, authority, decision } = view;
  const left = authority.leftMinor;
  const score = decision.rating?.scoreTenths;
  return (
    <Figures
      items={[
        {
          key: 'exposure',
          label: t('judge.exposureAfter'),
          value: <Money value={exposure.afterMinor} />,
          help: t('judge.exposureHelp', { elsewhere: showMoney(exposure.elsewhereMinor) }),
        },
        { key: 'matrix', label: t('judge.matrixRate'), value: <Percent value={matrix.ratePpm} /> },
        { key: 'limit', label: t('judge.matrixLimit'), value: <Money value={matrix.limitMinor} /> },
        { key: 'level', label: t('judge.level'), value: t(`levels.${authority.level}`), help: t('judge.levelHelp', { n: authority.matrixVersion }) },
        {
          key: 'left',
          label: t('judge.authorityLeft'),
          value: left === null ? t('authority.noCeiling') : <Money value={left} />,
          tone: left?.startsWith('-') ? 'bad' : undefined,
        },
        {
          key: 'score',
          label: t('judge.scorePd'),
          value: (
            <span className="num">
              {score === null || score === undefined ? '—' : points(score)} / <Percent value={decision.rating?.pdPpm} />
            </span>
          ),
        },
      ]}
    />
  );
}

const TONE = { decline: 'bad', refer: 'watch', cap: 'watch', weakness: 'rest' } as const;
function RedFlags({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('judge.redFlags')} extra={t('list.total', { n: view.redFlags.length })}>
      {view.redFlags.length === 0 ? (
        <Nothing says={t('judge.noFlags')} />
      ) : (
        <ul className="flag-list">
          {view.redFlags.map((f) => (
            <li key={f.code} className={`is-${TONE[f.weight]}`}>
              <Mark tone={TONE[f.weight]}>{t(`flagWeights.${f.weight}`)}</Mark> {told(f)} <span className="muted mono">{f.code}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
