import { labelColon, showMoment, told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { Money, Percent } from '../../parts/figures.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { ReviewView } from './page.tsx';

type Opinion = ReviewView['opinions'][number];
const TONE = { approve: 'good', counter_offer: 'watch', reject: 'bad', return: 'watch', escalate: 'watch' } as const;

/** What was said about the case so far, and when its clock stood still. */
export function Opinions({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  if (view.opinions.length === 0 && view.pauses.length === 0) return null;
  return (
    <Panel title={t('judge.opinions')}>
      <ol className="story">
        {view.opinions.toReversed().map((o) => (
          <li key={o.opinionId}>
            <OneOpinion opinion={o} reasons={view.reasons} />
          </li>
        ))}
        {view.pauses.toReversed().map((p) => (
          <li key={p.pauseId}>
            <div className="muted small num">{showMoment(p.pausedAt)}</div>
            <Mark tone="watch">{t(`pauseKinds.${p.kind}`)}</Mark> {p.reason}
            {p.findings ? <div className="pre muted">{p.findings}</div> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function OneOpinion({ opinion: o, reasons }: { opinion: Opinion; reasons: ReviewView['reasons'] }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="muted small num">
        {showMoment(o.at)} · {t(`opinionStages.${o.stage}`)}
        {o.authority ? ` · ${o.authority}` : ''}
      </div>
      <Mark tone={TONE[o.conclusion]}>{t(`conclusions.${o.conclusion}`)}</Mark>
      {o.terms ? (
        <div>
          <Money value={o.terms.amountMinor} /> · <Percent value={o.terms.ratePpm} />{' '}
          <span className="muted">
            ({t('judge.byTables')} <Percent value={o.matrix.ratePpm} />)
          </span>{' '}
          · {t('unit.months', { n: o.terms.months })} · {t(`guarantees.${o.terms.guarantee}`)}
        </div>
      ) : null}
      {o.conditions.length > 0 ? (
        <div>
          {t('judge.conditions')}
          {labelColon()}
          {o.conditions.join('; ')}
        </div>
      ) : null}
      <div className="muted">
        {o.reasonCodes
          .map((c) => {
            const r = reasons.find((x) => x.code === c);
            return r ? told(r) : c;
          })
          .join('；')}
      </div>
      <div className="pre">{o.opinion}</div>
    </>
  );
}
