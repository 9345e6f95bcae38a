import { told } from '@tallystick/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartOption, chartInk } from '../../parts/chart.tsx';
import { Lines } from '../../parts/lines.tsx';
import { showMeasure } from '../../parts/measure.ts';
import { Panel } from '../../parts/panel.tsx';
import type { Reply } from '../../reply.ts';
import { useAppearance } from '../../shell/appearance.ts';
import { type Bar, points, waterfall } from './waterfall.ts';

export type Rating = NonNullable<Reply<'/customers/{customerId}/grade'>['rating']>;
export function ScoreChart({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  const { dark } = useAppearance();
  const bars = useMemo(
    () =>
      waterfall(rating, { full: t('decision.fullMarks'), others: t('decision.others'), caps: t('decision.groupCaps'), score: t('decision.score') }),
    [rating, t],
  );
  const option = useMemo<ChartOption>(() => {
    const ink = chartInk(dark);
    const colour = { total: ink.base, loss: ink.bad, gain: ink.good };
    const amount = (b: Bar): string => (b.kind === 'total' ? points(b.to) : `${b.kind === 'loss' ? '−' : '+'}${points(b.to - b.from)}`);
    return {
      grid: { left: 8, right: 44, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', min: 0, max: 100, splitLine: { lineStyle: { color: ink.line } }, axisLabel: { color: ink.text } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map((b) => b.label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.line } },
        axisLabel: { color: ink.text, interval: 0, width: 116, overflow: 'break', fontSize: 12, lineHeight: 14 },
      },
      tooltip: {
        trigger: 'item',
        formatter: (p) => {
          const b = bars[(p as { dataIndex: number }).dataIndex];
          return b ? `${b.label}: ${amount(b)}` : '';
        },
      },
      series: [
        { type: 'bar', stack: 'score', silent: true, itemStyle: { color: 'transparent' }, data: bars.map((b) => b.from / 10) },
        {
          type: 'bar',
          stack: 'score',
          barMaxWidth: 18,
          data: bars.map((b) => ({ value: (b.to - b.from) / 10, itemStyle: { color: colour[b.kind] } })),
          label: {
            show: true,
            position: 'right',
            color: ink.text,
            fontSize: 12,
            formatter: (p) => {
              const b = bars[p.dataIndex];
              return b ? amount(b) : '';
            },
          },
        },
      ],
    };
  }, [bars, dark]);
  return (
    <Chart
      title={t('decision.waterfall', { grade: rating.grade ?? '—' })}
      option={option}
      height={bars.length * 30 + 30}
      table={{
        columns: [
          { key: 'label', title: t('decision.factor') },
          { key: 'points', title: t('decision.points'), numeric: true },
          { key: 'after', title: t('decision.after'), numeric: true },
        ],
        rows: bars.map((b) => ({
          label: b.label,
          points: b.kind === 'loss' ? `−${points(b.to - b.from)}` : points(b.to - b.from),
          after: points(b.kind === 'gain' ? b.to : b.kind === 'loss' ? b.from : b.to),
        })),
      }}
    />
  );
}

/** Sub-scores by group, then factor by factor: value, points, what was lost. */
export function FactorPanel({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('decision.factors')} extra={`${rating.model} · ${rating.parameters}`}>
      <Lines
        caption={t('decision.groups')}
        rows={rating.subScores}
        rowKey={(s) => s.group}
        columns={[
          { key: 'group', title: t('decision.group'), render: (s) => told(s.label) },
          { key: 'disclosure', title: t('decision.disclosure'), render: (s) => <span className="muted">{told(s.disclosure)}</span> },
          {
            key: 'points',
            title: t('decision.pointsOf'),
            numeric: true,
            render: (s) => (
              <span className="num">
                {points(s.tenths)} / {points(s.capTenths)}
              </span>
            ),
          },
        ]}
      />
      <h3>{t('decision.factorByFactor')}</h3>
      <Lines
        caption={t('decision.factorByFactor')}
        rows={rating.contributions}
        rowKey={(c) => c.factor}
        columns={[
          { key: 'label', title: t('decision.factor'), render: (c) => told(c.label) },
          {
            key: 'value',
            title: t('features_table.value'),
            numeric: true,
            render: (c) => <span className="num">{showMeasure(c.factor, c.value)}</span>,
          },
          { key: 'points', title: t('decision.points'), numeric: true, render: (c) => <span className="num">{points(c.tenths)}</span> },
          {
            key: 'lost',
            title: t('decision.lost'),
            numeric: true,
            render: (c) => (c.lostTenths > 0 ? <span className="num">−{points(c.lostTenths)}</span> : '—'),
          },
        ]}
      />
    </Panel>
  );
}

/** What would lift the grade, what holds it, and what will not help. */
export function ImprovementPanel({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('decision.improve')}
      extra={rating.nextGrade ? t('decision.toNext', { grade: rating.nextGrade, points: points(rating.missingTenths) }) : undefined}
    >
      {rating.caps.length > 0 ? (
        <ul className="flag-list">
          {rating.caps.map((c) => (
            <li key={c.code} className="is-bad">
              {told(c)} <span className="muted mono">{c.code}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Lines
        caption={t('decision.improve')}
        rows={rating.improvements}
        rowKey={(i) => i.factor}
        empty={<span className="muted">{t('decision.noImprovement')}</span>}
        columns={[
          { key: 'text', title: t('decision.step'), render: (i) => told(i.text) },
          { key: 'gain', title: t('decision.gain'), numeric: true, render: (i) => <span className="num">+{points(i.gainTenths)}</span> },
          { key: 'after', title: t('decision.gradeAfter'), render: (i) => i.gradeAfter },
        ]}
      />
    </Panel>
  );
}
