import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, useMay } from '../../api.ts';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { Item } from '../../reply.ts';

type Score = Item<'/customers/{customerId}/behaviour-scores'>;
const MOVE_TONE = { raise: 'good', keep: 'rest', cut: 'bad' } as const;

/** The monthly scores, newest first; nothing is asked for those who may not see them. */
export function useBehaviour(customerId: string) {
  const may = useMay();
  return useQuery({
    queryKey: ['behaviour', customerId],
    enabled: may('monitoring.behaviour_scores'),
    queryFn: async () => answered(await api.GET('/customers/{customerId}/behaviour-scores', { params: { path: { customerId } } })).items,
  });
}

/** How the customer pays, month by month: the score and where it goes, what cost points, and what it speaks for. */
export function BehaviourPanel({ scores }: { scores: readonly Score[] }) {
  const { t } = useTranslation();
  const [newest] = scores;
  return (
    <Panel title={t('behaviour.title')} extra={newest ? `${newest.modelId} ${newest.modelVersion}` : undefined}>
      <Trend scores={scores} />
      <Lines
        caption={t('behaviour.title')}
        rows={scores}
        rowKey={(s) => s.month}
        columns={[
          { key: 'month', title: t('behaviour.month'), render: (s) => <span className="num">{s.month.slice(0, 7)}</span> },
          { key: 'points', title: t('behaviour.points'), numeric: true, render: (s) => <span className="num">{s.points ?? '—'}</span> },
          {
            key: 'change',
            title: t('behaviour.change'),
            numeric: true,
            render: (s) => <Change now={s} before={scores[scores.indexOf(s) + 1]} />,
          },
          {
            key: 'reasons',
            title: t('behaviour.reasons'),
            long: true,
            render: (s) =>
              s.points === null ? (
                <span className="muted">{t('behaviour.thin', { n: s.months })}</span>
              ) : s.reasons.length === 0 ? (
                t('behaviour.noReasons')
              ) : (
                s.reasons.map((r) => `${told(r.label)} −${r.lostPoints}`).join(' · ')
              ),
          },
          {
            key: 'line',
            title: t('behaviour.line'),
            render: (s) => (s.line ? <Mark tone={MOVE_TONE[s.line]}>{t(`behaviour.moves.${s.line}`)}</Mark> : '—'),
          },
          { key: 'collection', title: t('behaviour.collection'), numeric: true, render: (s) => s.collectionPriority ?? '—' },
        ]}
      />
    </Panel>
  );
}

function Change({ now, before }: { now: Score; before: Score | undefined }) {
  if (now.points === null || !before || before.points === null) return <>—</>;
  const change = now.points - before.points;
  return <span className="num">{change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0'}</span>;
}

const [WIDTH, HEIGHT, EDGE] = [240, 44, 4];
/** The scores as a line, oldest to the left; the figures stand in the table below. */
function Trend({ scores }: { scores: readonly Score[] }) {
  const { t } = useTranslation();
  const points = scores.flatMap((s) => s.points ?? []).reverse();
  if (points.length < 2) return null;
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const across = (k: number): number => EDGE + (k * (WIDTH - 2 * EDGE)) / (points.length - 1);
  const down = (p: number): number => HEIGHT - EDGE - ((p - low) * (HEIGHT - 2 * EDGE)) / Math.max(1, high - low);
  const [first, last] = [points[0] ?? 0, points.at(-1) ?? 0];
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={t('behaviour.trend', { n: points.length, first, last })}>
      <polyline fill="none" stroke="currentColor" strokeWidth="1.5" points={points.map((p, k) => `${across(k)},${down(p)}`).join(' ')} />
      <circle cx={across(points.length - 1)} cy={down(last)} r="3" fill="currentColor" />
    </svg>
  );
}
