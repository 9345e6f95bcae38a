import { listComma, told } from '@tallystick/ui';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lines } from '../../parts/lines.tsx';
import { showWritten } from '../../parts/measure.ts';
import { Panel } from '../../parts/panel.tsx';
import { Mark, type Tone } from '../../parts/state-tag.tsx';
import type { Reply } from '../../reply.ts';

export type Decision = Reply<'/customers/{customerId}/applications/{applicationId}/decision'>;
type TraceRow = Decision['trace'][number];
const OUTCOME_TONE: Readonly<Record<string, Tone>> = { pass: 'good', approve: 'good', counter_offer: 'watch', refer: 'watch', decline: 'bad' };

/** The rules that spoke, worst first, each in the words the customer may read; what spoke for an approval that was not given would only confuse. */
export function HitList({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const order = ['decline', 'refer', 'counter_offer', 'approve', 'pass'];
  const against = decision.hits.filter((h) => OUTCOME_TONE[h.outcome] !== 'good');
  const hits = (against.length > 0 ? against : decision.hits).toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return (
    <ul className="flag-list">
      {hits.map((h) => (
        <li key={`${h.table}:${h.row}`} className={`is-${OUTCOME_TONE[h.outcome] ?? 'rest'}`}>
          <Mark tone={OUTCOME_TONE[h.outcome] ?? 'rest'}>{t(`outcomes.${h.outcome}`)}</Mark> {told(h)} <span className="muted mono">{h.code}</span>
        </li>
      ))}
    </ul>
  );
}

/** Every rule that was asked: its thresholds, the values it saw, what became of it. */
export function RulesPanel({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = decision.trace.filter((r) => all || r.result !== 'not_hit');
  return (
    <Panel
      title={t('decision.rules')}
      extra={
        <Checkbox checked={all} onChange={(e) => setAll(e.target.checked)}>
          {t('decision.allRules', { n: decision.trace.length })}
        </Checkbox>
      }
    >
      <Lines
        caption={t('decision.rules')}
        rows={shown}
        rowKey={(r) => `${r.table}:${r.row}`}
        empty={<Mark tone="good">{t('decision.noHits')}</Mark>}
        columns={[
          {
            key: 'table',
            title: t('decision.table'),
            render: (r) => (
              <>
                {t(`ruleTables.${r.table}`, { defaultValue: r.table })} <div className="mono muted">{r.code}</div>
              </>
            ),
          },
          { key: 'checks', title: t('decision.checks'), render: (r) => <Checks row={r} /> },
          {
            key: 'result',
            title: t('customer.outcome'),
            render: (r) => <Mark tone={r.result === 'hit' ? 'watch' : r.result === 'unknown' ? 'rest' : 'good'}>{t(`ruleResults.${r.result}`)}</Mark>,
          },
        ]}
      />
    </Panel>
  );
}

function Checks({ row }: { row: TraceRow }) {
  const { t } = useTranslation();
  if (row.checks.length === 0) return <span className="muted">{t('decision.always')}</span>;
  return (
    <>
      {row.checks.map((c) => (
        <div key={`${c.input}:${c.op}`}>
          {told(c.label)} <strong className="num">{showWritten(c.input, c.value)}</strong>{' '}
          <span className="muted">
            {t(`operators.${c.op}`, { value: c.threshold.map((v) => showWritten(c.input, v)).join(c.op === 'between' ? ' – ' : listComma()) })}
          </span>
        </div>
      ))}
    </>
  );
}
