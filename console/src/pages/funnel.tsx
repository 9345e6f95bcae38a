import { addDays } from '@tallystick/kernel';
import { listComma } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, useMe } from '../api.ts';
import { DateField } from '../parts/fields.tsx';
import { Ratio } from '../parts/figures.tsx';
import { Lines } from '../parts/lines.tsx';
import { PageState } from '../parts/page-state.tsx';
import { Panel } from '../parts/panel.tsx';

const DAYS = 90;
/** From visit to payout by campaign: how many got through each step, and why the others did not. */
export function Funnel() {
  const { t } = useTranslation();
  const today = useMe().data?.businessDate ?? '2026-01-01';
  const [span, setSpan] = useState({ from: addDays(today, -DAYS), to: today });
  const asked = useQuery({
    queryKey: ['funnel', span],
    enabled: span.from !== '' && span.to !== '',
    queryFn: async () => answered(await api.GET('/funnel', { params: { query: span } })).campaigns,
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="list-bar">
        <DateField aria-label={t('ledger.from')} value={span.from} onChange={(from) => setSpan({ ...span, from })} />
        <DateField aria-label={t('ledger.to')} value={span.to} onChange={(to) => setSpan({ ...span, to })} />
      </div>
      <PageState asked={asked} rows={6}>
        {(campaigns) => (
          <>
            {campaigns.map((c) => (
              <Panel key={c.campaign} title={c.campaign === 'none' ? t('leads.noCampaign') : c.campaign}>
                <Lines
                  caption={c.campaign}
                  rows={c.steps}
                  rowKey={(s) => s.step}
                  columns={[
                    { key: 'step', title: t('leads.step'), render: (s) => t(`funnelSteps.${s.step}`) },
                    { key: 'count', title: t('leads.count'), numeric: true, render: (s) => s.count },
                    { key: 'passed', title: t('leads.passed'), numeric: true, render: (s) => <Ratio value={s.passed} /> },
                    {
                      key: 'lost',
                      title: t('leads.dropouts'),
                      render: (s) =>
                        s.dropouts.length === 0
                          ? '—'
                          : s.dropouts
                              .map(
                                (d) =>
                                  `${t(`lostReasons.${d.reason}`, { defaultValue: t(`states.${d.reason}`, { defaultValue: d.reason }) })} ${d.count}`,
                              )
                              .join(listComma()),
                    },
                  ]}
                />
              </Panel>
            ))}
          </>
        )}
      </PageState>
    </>
  );
}
