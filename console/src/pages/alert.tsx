import { currentLanguage, showMoment } from '@tallystick/ui';
import { ALERT_MEASURES, ALERT_OUTCOMES } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RefusalNote, useAct } from '../act.tsx';
import { answered, api, useMay } from '../api.ts';
import { DueClock } from '../parts/clock.tsx';
import { Day, Facts } from '../parts/figures.tsx';
import { CustomerLink } from '../parts/names.tsx';
import { NextCase } from '../parts/next-case.tsx';
import { Nothing, PageState } from '../parts/page-state.tsx';
import { Panel, RecordHead } from '../parts/panel.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import type { Reply } from '../reply.ts';

type View = Reply<'/customers/{customerId}/alerts/{alertId}'>;

/** One alert: which signal, the figures that raised it, what the rule asks for, what was done. Closing needs a second person. */
export function AlertPage() {
  const path = useParams({ strict: false }) as { customerId: string; alertId: string };
  const asked = useQuery({
    queryKey: ['alert', path.alertId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/alerts/{alertId}', { params: { path } })),
  });
  return (
    <PageState asked={asked} rows={10}>
      {(view) => <Loaded view={view} />}
    </PageState>
  );
}

function Loaded({ view }: { view: View }) {
  const { t } = useTranslation();
  const { alert, signal, measures } = view;
  const en = currentLanguage() === 'en';
  return (
    <>
      <RecordHead
        title={signal ? (en ? signal.nameEn : signal.nameZh) : alert.code}
        state={<StateTag state={alert.severity} />}
        says={
          <>
            {alert.code} · <CustomerLink id={alert.customerId} />
          </>
        }
        figures={[
          { label: t('alerts.raisedOn'), value: <Day value={alert.raisedOn} /> },
          { label: t('workbench.clock'), value: alert.state === 'open' ? <DueClock dueAt={alert.dueAt} /> : <StateTag state="alert_closed" /> },
          { label: t('workbench.queue'), value: t(`roles.${alert.ownerRole}`) },
        ]}
        actions={<NextCase />}
      />
      <div className="split">
        <div>
          <Panel title={t('alerts.figures')}>
            <Facts
              items={Object.entries(alert.facts).map(([key, value]) => ({
                key,
                label: t(`alertFacts.${key}`, { defaultValue: key }),
                value: key.endsWith('Percent') ? `${Number(value).toFixed(2)}%` : value,
              }))}
            />
            {alert.loanId ? (
              <p>
                <Link to="/customers/$customerId/loans/$loanId" params={{ customerId: alert.customerId, loanId: alert.loanId }}>
                  {t('alerts.loan')}
                </Link>
              </p>
            ) : null}
          </Panel>
          {signal ? <Panel title={t('alerts.response')}>{en ? signal.responseEn : signal.responseZh}</Panel> : null}
          <Panel title={t('alerts.measures')}>
            {measures.length === 0 ? (
              <Nothing says={t('alerts.noMeasures')} />
            ) : (
              <ol className="story">
                {measures.map((m) => (
                  <li key={m.id}>
                    <div className="muted small num">{showMoment(m.at)}</div>
                    <strong>{t(`measures.${m.kind}`)}</strong>
                    <div className="pre">{m.note}</div>
                  </li>
                ))}
              </ol>
            )}
          </Panel>
        </div>
        <aside className="stay">
          {alert.state === 'open' ? (
            <Judge view={view} />
          ) : (
            <Panel title={t('alerts.closed')}>
              <Facts
                items={[
                  { key: 'outcome', label: t('customer.outcome'), value: alert.outcome ? t(`alertOutcomes.${alert.outcome}`) : '—' },
                  { key: 'at', label: t('alerts.closedAt'), value: alert.closedAt ? showMoment(alert.closedAt) : '—' },
                ]}
              />
            </Panel>
          )}
        </aside>
      </div>
    </>
  );
}

type Measure = { kind: (typeof ALERT_MEASURES)[number]; note: string };
type Closing = { outcome: (typeof ALERT_OUTCOMES)[number]; evidence: string };
function Judge({ view }: { view: View }) {
  const { t } = useTranslation();
  const may = useMay();
  const path = { customerId: view.alert.customerId, alertId: view.alert.id };
  const [measureForm] = Form.useForm<Measure>();
  const [closeForm] = Form.useForm<Closing>();
  const measure = useAct<Measure, unknown>({
    form: measureForm,
    done: t('act.saved'),
    onDone: () => measureForm.resetFields(),
    run: (body, keyed) => api.POST('/customers/{customerId}/alerts/{alertId}/measures', { params: { ...keyed, path }, body }),
  });
  const close = useAct<Closing, unknown>({
    form: closeForm,
    onDone: () => closeForm.resetFields(),
    run: (body, keyed) => api.POST('/customers/{customerId}/alerts/{alertId}/close', { params: { ...keyed, path }, body }),
  });
  const look = useAct<object, unknown>({
    done: t('alerts.looked'),
    run: (_i, keyed) => api.POST('/customers/{customerId}/look', { params: { ...keyed, path: { customerId: path.customerId } } }),
  });
  const required = [{ required: true, message: t('act.required') }];
  if (!may('monitoring.record_measure'))
    return (
      <Panel title={t('alerts.judge')}>
        <span className="muted">{t('state.forbidden')}</span>
      </Panel>
    );
  return (
    <>
      <Panel
        title={t('alerts.addMeasure')}
        extra={
          <Button size="small" loading={look.busy} onClick={() => void look.act({})}>
            {t('alerts.lookNow')}
          </Button>
        }
      >
        <Form<Measure> form={measureForm} layout="vertical" onFinish={(v) => void measure.act(v)}>
          <Form.Item name="kind" label={t('alerts.measure')} rules={required}>
            <Select options={ALERT_MEASURES.map((v) => ({ value: v, label: t(`measures.${v}`) }))} />
          </Form.Item>
          <Form.Item name="note" label={t('alerts.note')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
          </Form.Item>
          <RefusalNote refusal={measure.refusal ?? look.refusal} />
          <Button type="primary" htmlType="submit" loading={measure.busy}>
            {t('act.save')}
          </Button>
        </Form>
      </Panel>
      <Panel title={t('alerts.close')} extra={t('alerts.closeSays')}>
        <Form<Closing> form={closeForm} layout="vertical" onFinish={(v) => void close.act(v)}>
          <Form.Item name="outcome" label={t('customer.outcome')} rules={required}>
            <Select options={ALERT_OUTCOMES.map((v) => ({ value: v, label: t(`alertOutcomes.${v}`) }))} />
          </Form.Item>
          <Form.Item name="evidence" label={t('alerts.evidence')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
          </Form.Item>
          <RefusalNote refusal={close.refusal} />
          <Button htmlType="submit" loading={close.busy} disabled={view.measures.length === 0}>
            {t('alerts.close')}
          </Button>
          {view.measures.length === 0 ? <span className="muted small"> {t('alerts.needsMeasure')}</span> : null}
        </Form>
      </Panel>
    </>
  );
}
