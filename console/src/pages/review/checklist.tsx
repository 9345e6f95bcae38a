import { told } from '@tallystick/ui';
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../../act.tsx';
import { api, useMay, useMe } from '../../api.ts';
import { Ask } from '../../parts/ask.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { ReviewView } from './page.tsx';

type Point = ReviewView['checklist'][number];
/** The reviewer's points, ticked one at a time; what did not pass says why. */
export function Checklist({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const may = useMay();
  const [failing, setFailing] = useState<Point>();
  const { review } = view;
  const path = { customerId: review.customerId, reviewId: review.reviewId };
  const [form] = Form.useForm<{ remark: string }>();
  const tick = useAct<{ item: string; verdict: 'passed' | 'failed'; remark?: string }, unknown>({
    form,
    refresh: [['review', review.reviewId]],
    run: (body, keyed) =>
      api.POST('/customers/{customerId}/reviews/{reviewId}/ticks', { params: { ...keyed, path }, body: { ...body, remark: body.remark ?? '' } }),
  });
  const mine = may('decisioning.tick_item') && review.reviewerId === me?.id && review.state === 'open';
  const passed = view.checklist.filter((p) => p.tick?.verdict === 'passed').length;
  return (
    <Panel title={t('judge.checklist')} extra={`${passed} / ${view.checklist.length}`}>
      <ul className="flag-list">
        {view.checklist.map((p) => (
          <li key={p.item} className={p.tick?.verdict === 'passed' ? 'is-good' : p.tick ? 'is-bad' : ''}>
            <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
              <span>
                {p.tick ? (
                  <Mark tone={p.tick.verdict === 'passed' ? 'good' : 'bad'}>{t(`tickVerdicts.${p.tick.verdict}`)}</Mark>
                ) : (
                  <Mark tone="rest">{t('judge.unticked')}</Mark>
                )}{' '}
                {told(p.label)}
                {p.tick?.remark ? <div className="muted small pre">{p.tick.remark}</div> : null}
              </span>
              {mine ? (
                <Space.Compact>
                  <Button
                    size="small"
                    disabled={tick.busy || p.tick?.verdict === 'passed'}
                    onClick={() => void tick.act({ item: p.item, verdict: 'passed' })}
                    aria-label={`${t('judge.pass')} ${told(p.label)}`}
                  >
                    {t('judge.pass')}
                  </Button>
                  <Button size="small" disabled={tick.busy} onClick={() => setFailing(p)} aria-label={`${t('judge.fail')} ${told(p.label)}`}>
                    {t('judge.fail')}
                  </Button>
                </Space.Compact>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <RefusalNote refusal={failing ? undefined : tick.refusal} />
      <Ask<{ remark: string }>
        open={failing !== undefined}
        title={failing ? told(failing.label) : ''}
        form={form}
        act={{ ...tick, act: ({ remark }) => tick.act({ item: failing?.item ?? '', verdict: 'failed', remark }) }}
        onClose={() => setFailing(undefined)}
      >
        <Form.Item name="remark" label={t('judge.whyFailed')} rules={[{ required: true, whitespace: true, message: t('act.required') }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </Ask>
    </Panel>
  );
}
