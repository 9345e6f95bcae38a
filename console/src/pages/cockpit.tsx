import { told } from '@tallystick/ui';
import { PORTFOLIO_CUTS } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Figures, Money, Ratio, ShortMoney } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { showSpan } from '../parts/measure.ts';
import { PageState } from '../parts/page-state.tsx';
import { PageHead, Panel } from '../parts/panel.tsx';
import type { Reply } from '../reply.ts';
import { BalanceChart, StageChart, VintageChart } from './cockpit-charts.tsx';

type Figure = Reply<'/cockpit'>['figures'][number];

/** The bank at a glance: ten figures, three charts, quality with its definitions, and the book cut six ways. */
export function CockpitPage() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['cockpit'], queryFn: async () => answered(await api.GET('/cockpit')) });
  return (
    <>
      <PageHead title={t('menu.cockpit')} says={asked.data ? t('cockpit.asOf', { date: asked.data.asOf }) : undefined} />
      <PageState asked={asked} rows={14}>
        {(c) => (
          <>
            <Figures items={c.figures.map((f) => ({ key: f.key, label: t(`figures.${f.key}`), value: <FigureValue figure={f} />, help: told(f) }))} />
            <div className="grid-2">
              <BalanceChart months={c.months} />
              <StageChart stages={c.stages} />
            </div>
            <VintageChart vintages={c.vintages} />
            <Quality />
            <Portfolio />
          </>
        )}
      </PageState>
    </>
  );
}

function FigureValue({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  const second = figure.second;
  if (figure.unit === 'money')
    return (
      <>
        <ShortMoney value={figure.value} />
        {second ? <span className="muted small"> · {t('cockpit.loans', { n: second })}</span> : null}
      </>
    );
  if (figure.unit === 'percent') return <Ratio value={figure.value} />;
  if (figure.unit === 'minutes')
    return (
      <span className="num">
        {showSpan(figure.value)} / {showSpan(second)}
      </span>
    );
  return <span className="num">{second === null ? figure.value : `${figure.value} / ${second}`}</span>;
}

/** From the best down. */
const GRADES: readonly string[] = ['AAA', 'AA', 'A', 'OTHER', ''];
function Quality() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['quality'], queryFn: async () => answered(await api.GET('/reports/quality')) });
  return (
    <div className="grid-2">
      <Panel title={t('cockpit.quality')}>
        <PageState asked={asked} rows={5}>
          {(q) => (
            <Lines
              caption={t('cockpit.quality')}
              rows={q.figures}
              rowKey={(f) => f.key}
              columns={[
                {
                  key: 'name',
                  title: t('cockpit.figure'),
                  render: (f) => (
                    <>
                      <span>{t(`figures.${f.key}`)}</span>
                      <div className="muted small">{told(f)}</div>
                    </>
                  ),
                },
                { key: 'value', title: t('cockpit.value'), numeric: true, render: (f) => <FigureValue figure={f} /> },
              ]}
            />
          )}
        </PageState>
      </Panel>
      <Panel title={t('cockpit.costByGrade')} extra={t('cockpit.last90')}>
        <PageState asked={asked} rows={5}>
          {(q) => (
            <Lines
              caption={t('cockpit.costByGrade')}
              rows={q.costByGrade.toSorted((a, b) => GRADES.indexOf(a.gradeGroup ?? '') - GRADES.indexOf(b.gradeGroup ?? ''))}
              rowKey={(g) => g.gradeGroup ?? ''}
              empty={<span className="muted">{t('cockpit.noCost')}</span>}
              columns={[
                { key: 'grade', title: t('cockpit.grade'), render: (g) => (g.gradeGroup ? t(`gradeGroups.${g.gradeGroup}`) : '—') },
                { key: 'n', title: t('cockpit.approvals'), numeric: true, render: (g) => g.approvals },
                { key: 'irr', title: t('cockpit.irr'), numeric: true, render: (g) => <Ratio value={g.irrPpm} /> },
              ]}
            />
          )}
        </PageState>
      </Panel>
    </div>
  );
}

function Portfolio() {
  const { t } = useTranslation();
  const [by, setBy] = useState<(typeof PORTFOLIO_CUTS)[number]>('product');
  const asked = useQuery({
    queryKey: ['portfolio', by],
    queryFn: async () => answered(await api.GET('/reports/portfolio', { params: { query: { by } } })),
    placeholderData: (before) => before,
  });
  const label = (key: string | null): string => (key === null ? '—' : t(`portfolioKeys.${by}.${key}`, { defaultValue: key }));
  return (
    <Panel
      title={t('cockpit.portfolio')}
      extra={<Segmented size="small" value={by} onChange={setBy} options={PORTFOLIO_CUTS.map((v) => ({ value: v, label: t(`cuts.${v}`) }))} />}
    >
      <PageState asked={asked} rows={5}>
        {(p) => (
          <Lines
            caption={t('cockpit.portfolio')}
            rows={p.items}
            rowKey={(r, i) => `${r.key}:${i}`}
            empty={<span className="muted">{t('cockpit.noLoans')}</span>}
            columns={[
              { key: 'key', title: t(`cuts.${by}`), render: (r) => label(r.key) },
              { key: 'loans', title: t('cockpit.loanCount'), numeric: true, render: (r) => r.loans },
              { key: 'balance', title: t('cockpit.balance'), numeric: true, render: (r) => <Money value={r.balanceMinor} /> },
              { key: 'overdue', title: t('cockpit.overdue'), numeric: true, render: (r) => <Money value={r.overdueMinor} /> },
              { key: 'overdueRatio', title: t('cockpit.overdueRatio'), numeric: true, render: (r) => <Ratio value={r.overduePpm} /> },
              { key: 'npl', title: t('cockpit.npl'), numeric: true, render: (r) => <Ratio value={r.nplPpm} /> },
              { key: 'lent', title: t('cockpit.lent'), numeric: true, render: (r) => <Money value={r.lentMinor} /> },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}
