import { useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { answered, api, useMay, useMe } from '../../api.ts';
import { Moment } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { CustomerLink } from '../../parts/names.tsx';
import { Nothing, PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';

/** Changes of grade that wait for another person. */
export function GradeInbox() {
  const { t } = useTranslation();
  const me = useMe().data;
  const may = useMay();
  const asked = useQuery({ queryKey: ['grade-overrides'], queryFn: async () => answered(await api.GET('/grade-overrides')).items });
  const act = useAct<{ customerId: string; overrideId: string; approve: boolean }, unknown>({
    done: t('act.saved'),
    run: ({ customerId, overrideId, approve }, keyed) =>
      api.POST('/customers/{customerId}/grade-overrides/{overrideId}/decision', {
        params: { ...keyed, path: { customerId, overrideId } },
        body: { approve },
      }),
  });
  return (
    <Panel title={t('judge.overrides')}>
      <RefusalNote refusal={act.refusal} />
      <PageState asked={asked} rows={4}>
        {(items) => (
          <Lines
            caption={t('judge.overrides')}
            rows={items}
            rowKey={(o) => o.overrideId}
            empty={<Nothing says={t('approvals.noOverrides')} />}
            columns={[
              { key: 'customer', title: t('workbench.customer'), render: (o) => <CustomerLink id={o.customerId} /> },
              {
                key: 'grade',
                title: t('decision.grade'),
                render: (o) => (
                  <strong>
                    {o.fromGrade} → {o.toGrade}
                  </strong>
                ),
              },
              { key: 'reason', title: t('act.reason'), render: (o) => <span className="pre">{o.reason}</span> },
              { key: 'at', title: t('requests.at'), render: (o) => <Moment value={o.askedAt} /> },
              {
                key: 'act',
                title: '',
                render: (o) =>
                  may('decisioning.decide_grade_override') && o.askedBy !== me?.id ? (
                    <Space>
                      <Button
                        size="small"
                        type="primary"
                        loading={act.busy}
                        onClick={() => void act.act({ customerId: o.customerId, overrideId: o.overrideId, approve: true })}
                      >
                        {t('approvals.approve')}
                      </Button>
                      <Button
                        size="small"
                        danger
                        loading={act.busy}
                        onClick={() => void act.act({ customerId: o.customerId, overrideId: o.overrideId, approve: false })}
                      >
                        {t('requests.reject')}
                      </Button>
                    </Space>
                  ) : null,
              },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}
