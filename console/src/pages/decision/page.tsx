import { showMoment } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../../api.ts';
import { FeatureTable } from '../../parts/feature-table.tsx';
import { Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel, RecordHead } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import { PricePanel } from './price.tsx';
import { type Decision, HitList, RulesPanel } from './rules.tsx';
import { FactorPanel, ImprovementPanel, ScoreChart } from './score.tsx';
import { type Place, useDecision } from './use-decision.ts';
import { points } from './waterfall.ts';

/** A decision opened up: score, rules with their thresholds, price, every fact with its source, versions, and the proof by computing it again. */
export function DecisionPage() {
  const path = useParams({ strict: false }) as Place;
  const asked = useDecision(path);
  return (
    <PageState asked={asked} rows={16}>
      {(decision) => <Loaded path={path} decision={decision} />}
    </PageState>
  );
}

function Loaded({ path, decision }: { path: Place; decision: Decision }) {
  const { t } = useTranslation();
  const { rating, terms } = decision;
  return (
    <>
      <RecordHead
        title={t('decision.title')}
        state={<StateTag state={decision.outcome} />}
        says={
          <>
            {showMoment(decision.madeAt)} · {t('decision.attempt', { n: decision.attempt })} · <CustomerLink id={path.customerId} />
          </>
        }
        figures={[
          { label: t('decision.grade'), value: rating?.grade ?? '—' },
          { label: t('decision.score'), value: rating?.scoreTenths === null || rating === null ? '—' : points(rating.scoreTenths ?? 0) },
          { label: t('decision.pd'), value: <Percent value={rating?.pdPpm} /> },
          { label: t('decision.risk'), value: <StateTag state={decision.riskLevel} /> },
          {
            label: t('decision.terms'),
            value: terms ? (
              <>
                <Money value={terms.amountMinor} /> · <Percent value={terms.ratePpm} /> · {t('unit.months', { n: terms.months })}
              </>
            ) : (
              '—'
            ),
          },
          { label: t('decision.expectedLoss'), value: <Money value={decision.expectedLossMinor} /> },
        ]}
        actions={
          <Link to="/customers/$customerId/applications/$applicationId" params={path}>
            {t('decision.toCase')}
          </Link>
        }
      />
      <Panel title={t('decision.why')}>
        <HitList decision={decision} />
      </Panel>
      {rating && rating.scoreTenths !== null ? <ScoreChart rating={rating} /> : null}
      <div className="grid-2">
        <div>
          <RulesPanel decision={decision} />
          <PricePanel priced={decision} />
          <Proof path={path} decision={decision} />
        </div>
        <div>
          {rating && rating.scoreTenths !== null ? (
            <>
              <FactorPanel rating={rating} />
              <ImprovementPanel rating={rating} />
            </>
          ) : null}
        </div>
      </div>
      <Panel title={t('decision.features')}>
        <FeatureTable features={decision.features} />
      </Panel>
    </>
  );
}

/** The record has its hash, and computing it again with the versions it names gives the same bytes. */
function Proof({ path, decision }: { path: Place; decision: Decision }) {
  const { t } = useTranslation();
  const may = useMay();
  const again = useQuery({
    queryKey: ['replay', decision.decisionId],
    enabled: false,
    queryFn: async () =>
      answered(
        await api.GET('/customers/{customerId}/decisions/{decisionId}/replay', {
          params: { path: { customerId: path.customerId, decisionId: decision.decisionId } },
        }),
      ),
  });
  const proof = again.data ?? {
    equal: decision.replayEqual,
    sealed: decision.sealed,
    sha256: decision.sha256,
    replayedSha256: decision.replayEqual ? decision.sha256 : null,
  };
  return (
    <Panel
      title={t('decision.proof')}
      extra={
        may('decisioning.replay') ? (
          <Button size="small" loading={again.isFetching} onClick={() => void again.refetch()}>
            {t('decision.replay')}
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <Mark tone={proof.equal ? 'good' : 'bad'}>{t(proof.equal ? 'decision.equal' : 'decision.differs')}</Mark>
        <Mark tone={proof.sealed ? 'good' : 'bad'}>{t(proof.sealed ? 'decision.sealed' : 'decision.unsealed')}</Mark>
        <span className="mono muted">SHA-256 {proof.sha256}</span>
        {proof.replayedSha256 && again.data ? (
          <span className="mono muted">
            {t('decision.replayed')} {proof.replayedSha256}
          </span>
        ) : null}
      </div>
      <h3>{t('decision.versions')}</h3>
      <Lines
        caption={t('decision.versions')}
        rows={decision.versions}
        rowKey={(v) => v.what}
        columns={[
          { key: 'what', title: t('decision.what'), render: (v) => t(`versions.${v.what.replaceAll('.', '_')}`, { defaultValue: v.what }) },
          { key: 'version', title: t('decision.version'), render: (v) => <span className="mono">{v.version}</span> },
        ]}
      />
    </Panel>
  );
}
