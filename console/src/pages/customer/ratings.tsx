import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { answered, api, useMay } from '../../api.ts';
import { FeatureTable } from '../../parts/feature-table.tsx';
import { Day, Facts, Figures, Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { PricePanel } from '../decision/price.tsx';
import { FactorPanel, ImprovementPanel, ScoreChart } from '../decision/score.tsx';
import { points } from '../decision/waterfall.ts';

/** Ratings over time, the chosen one opened up, and what the customer may be offered on it. */
export function CustomerRatings({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [ratingId, setRatingId] = useState<string>();
  const ratings = useQuery({
    queryKey: ['ratings', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/ratings', { params: { path: { customerId } } })),
  });
  const ask = useAct<object, unknown>({
    done: t('customer.ratingAsked'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/offers', { params: { ...keyed, path: { customerId } } }),
  });
  return (
    <>
      <Panel
        title={t('customer.ratings')}
        extra={
          may('decisioning.request_offer') ? (
            <Button size="small" loading={ask.busy} onClick={() => void ask.act({})}>
              {t('customer.rateNow')}
            </Button>
          ) : undefined
        }
      >
        <RefusalNote refusal={ask.refusal} />
        <PageState asked={ratings} rows={3}>
          {({ items }) => (
            <Lines
              caption={t('customer.ratings')}
              rows={items}
              rowKey={(r) => r.id}
              empty={<span className="muted">{t('customer.noRatings')}</span>}
              columns={[
                {
                  key: 'on',
                  title: t('decision.ratedOn'),
                  render: (r) => (
                    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setRatingId(r.id)}>
                      <Day value={r.ratedOn} />
                    </Button>
                  ),
                },
                { key: 'grade', title: t('decision.grade'), render: (r) => r.grade ?? t('decision.insufficient') },
                { key: 'score', title: t('decision.score'), numeric: true, render: (r) => (r.scoreTenths === null ? '—' : points(r.scoreTenths)) },
                { key: 'risk', title: t('decision.risk'), render: (r) => (r.riskLevel ? <StateTag state={r.riskLevel} /> : '—') },
                {
                  key: 'why',
                  title: t('decision.occasion'),
                  render: (r) =>
                    t(`ratingOccasions.${r.why}`, { defaultValue: r.why.startsWith('appl_') ? t('collectionPurposes.application') : r.why }),
                },
                { key: 'model', title: t('decision.version'), render: (r) => <span className="mono">{r.modelVersion}</span> },
                { key: 'until', title: t('customer.validUntil'), render: (r) => <Day value={r.expiresOn} /> },
              ]}
            />
          )}
        </PageState>
      </Panel>
      {ratings.isPending ? null : <Grade customerId={customerId} ratingId={ratingId} />}
    </>
  );
}

function Grade({ customerId, ratingId }: { customerId: string; ratingId: string | undefined }) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['grade', customerId, ratingId ?? ''],
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/grade', { params: { path: { customerId }, query: ratingId ? { ratingId } : {} } })),
  });
  return (
    <PageState asked={asked} rows={8}>
      {({ rating, features }) =>
        rating === null ? (
          <Offers customerId={customerId} />
        ) : (
          <>
            <Figures
              items={[
                { key: 'grade', label: t('decision.grade'), value: rating.grade ?? t('decision.insufficient') },
                { key: 'score', label: t('decision.score'), value: rating.scoreTenths === null ? '—' : points(rating.scoreTenths) },
                { key: 'pd', label: t('decision.pd'), value: <Percent value={rating.pdPpm} /> },
                { key: 'on', label: t('decision.ratedOn'), value: rating.ratedOn },
              ]}
            />
            {rating.missing ? <Panel title={t('customer.missing')}>{rating.missing}</Panel> : null}
            {rating.scoreTenths === null ? null : (
              <>
                <ScoreChart rating={rating} />
                <FactorPanel rating={rating} />
                <ImprovementPanel rating={rating} />
              </>
            )}
            <Panel title={t('decision.fiveFactors')}>
              <p className="muted" style={{ marginTop: 0 }}>
                {told(rating.fiveFactors.notice)}
              </p>
              <Facts
                items={rating.fiveFactors.parts.map((p) => ({ key: p.part, label: `${told(p.label)} (${p.weight}%)`, value: p.score ?? '—' }))}
              />
            </Panel>
            <Panel title={t('decision.features')}>
              <FeatureTable features={features} />
            </Panel>
            <Offers customerId={customerId} />
          </>
        )
      }
    </PageState>
  );
}

function Offers({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['offers', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/offers', { params: { path: { customerId } } })).items,
  });
  return (
    <>
      {(asked.data ?? []).map((o) => (
        <div key={o.offerId}>
          <Panel title={t('customer.offer', { product: t(`products.${o.productCode}`, { defaultValue: o.productCode }) })}>
            <Facts
              items={[
                { key: 'limit', label: t('line.limit'), value: <Money value={o.limitMinor} /> },
                { key: 'rate', label: t('applications.rate'), value: <Percent value={o.ratePpm} /> },
                { key: 'months', label: t('applications.months'), value: o.months },
                { key: 'irr', label: t('contracts.allIn'), value: <Percent value={o.irrPpm} /> },
                { key: 'until', label: t('customer.validUntil'), value: <Day value={o.validUntil} /> },
              ]}
            />
          </Panel>
          <PricePanel priced={o} />
        </div>
      ))}
    </>
  );
}
