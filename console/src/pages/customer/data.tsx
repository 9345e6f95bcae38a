import { daysBetween } from '@tallystick/kernel';
import { labelColon } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { answered, api, useMay, useMe } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { Day, Moment } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { PageState } from '../../parts/page-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import { showFieldValue } from './field-value.ts';
import type { CustomerView } from './page.tsx';

const FRESH_DAYS = 30;
/** Data from outside with their age, the checks made on them, and where they contradict what was told. */
export function CustomerData({ view }: { view: CustomerView }) {
  return (
    <>
      <Conflicts view={view} />
      <Sources view={view} />
      <Checks view={view} />
      <Calls customerId={view.profile.summary.customerId} />
    </>
  );
}

function Sources({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const age = (asOf: string): number => (me ? daysBetween(asOf, me.businessDate) : 0);
  return (
    <Panel title={t('customer.sources')}>
      <Lines
        caption={t('customer.sources')}
        rows={view.profile.sources}
        rowKey={(s, i) => `${s.source}:${i}`}
        empty={<span className="muted">{t('customer.noSources')}</span>}
        columns={[
          { key: 'source', title: t('customer.source'), render: (s) => t(`sources.${s.source}`, { defaultValue: s.source }) },
          { key: 'asOf', title: t('customer.asOf'), render: (s) => <Day value={s.asOf} /> },
          {
            key: 'age',
            title: t('customer.age'),
            render: (s) => <Mark tone={age(s.asOf) > FRESH_DAYS ? 'watch' : 'good'}>{t('customer.daysOld', { n: age(s.asOf) })}</Mark>,
          },
          { key: 'at', title: t('customer.fetchedAt'), render: (s) => <Moment value={s.at} /> },
          { key: 'reference', title: t('customer.reference'), render: (s) => <span className="mono">{s.reference}</span> },
        ]}
      />
    </Panel>
  );
}

const MANUAL = new Set(['call_back', 'id_unique', 'shop_owner']);
function Checks({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const mayDecide = useMay()('customers.decide_check');
  const [item, setItem] = useState<string>();
  const { customerId } = view.profile.summary;
  type Typed = { outcome: 'passed' | 'failed'; why: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('act.saved'),
    run: (typed, keyed) =>
      api.POST('/customers/{customerId}/checks', { params: { ...keyed, path: { customerId } }, body: { ...typed, item: item as never } }),
  });
  return (
    <Panel title={t('customer.checks')}>
      <Lines
        caption={t('customer.checks')}
        rows={view.profile.checks}
        rowKey={(c) => c.item}
        empty={<span className="muted">{t('customer.noChecks')}</span>}
        columns={[
          { key: 'item', title: t('customer.check'), render: (c) => t(`checks.${c.item}`) },
          { key: 'state', title: t('customers.state'), render: (c) => <StateTag state={`check_${c.state}`} /> },
          { key: 'source', title: t('customer.source'), render: (c) => (c.source ? t(`sources.${c.source}`, { defaultValue: c.source }) : '—') },
          { key: 'why', title: t('act.reason'), render: (c) => c.why ?? '—' },
          { key: 'at', title: t('customer.decidedAt'), render: (c) => <Moment value={c.decidedAt} /> },
          {
            key: 'act',
            title: '',
            render: (c) =>
              mayDecide && MANUAL.has(c.item) && c.state !== 'passed' ? (
                <Button size="small" type="link" onClick={() => setItem(c.item)}>
                  {t('customer.decideCheck')}
                </Button>
              ) : null,
          },
        ]}
      />
      <Ask<Typed> open={item !== undefined} title={item ? t(`checks.${item}`) : ''} form={form} act={act} onClose={() => setItem(undefined)}>
        <Form.Item name="outcome" label={t('customer.outcome')} rules={[{ required: true, message: t('act.required') }]}>
          <Select options={['passed', 'failed'].map((v) => ({ value: v, label: t(`states.check_${v}`) }))} />
        </Form.Item>
        <ReasonField />
      </Ask>
    </Panel>
  );
}

function Conflicts({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const mayResolve = useMay()('customers.resolve_conflict');
  const [conflict, setConflict] = useState<CustomerView['conflicts'][number]>();
  const { customerId } = view.profile.summary;
  type Typed = { resolution: 'keep_declared' | 'take_found'; why: string };
  const [form] = Form.useForm<Typed>();
  const act = useAct<Typed, unknown>({
    form,
    done: t('act.saved'),
    run: (body, keyed) =>
      api.POST('/customers/{customerId}/conflicts/{conflictId}/resolution', {
        params: { ...keyed, path: { customerId, conflictId: conflict?.id ?? '' } },
        body,
      }),
  });
  if (view.conflicts.length === 0) return null;
  return (
    <Panel title={t('customer.conflicts')} extra={t('customer.conflictsSays')}>
      <Lines
        caption={t('customer.conflicts')}
        rows={view.conflicts}
        rowKey={(c) => c.id}
        columns={[
          { key: 'field', title: t('customer.field'), render: (c) => t(`profileFields.${c.field}`, { defaultValue: c.field }) },
          {
            key: 'declared',
            title: t('customer.declared'),
            render: (c) => (
              <>
                {showFieldValue(c.field, c.declared)} <span className="muted small">{t(`sources.${c.declaredSource}`)}</span>
              </>
            ),
          },
          {
            key: 'found',
            title: t('customer.found'),
            render: (c) => (
              <>
                {showFieldValue(c.field, c.found)} <span className="muted small">{t(`sources.${c.foundSource}`)}</span>
              </>
            ),
          },
          { key: 'state', title: t('customers.state'), render: (c) => <StateTag state={`conflict_${c.state}`} /> },
          {
            key: 'why',
            title: t('act.reason'),
            render: (c) => (c.resolution ? `${t(`resolutions.${c.resolution}`)}${labelColon()}${c.why ?? ''}` : '—'),
          },
          {
            key: 'act',
            title: '',
            render: (c) =>
              mayResolve && c.state === 'open' ? (
                <Button size="small" onClick={() => setConflict(c)}>
                  {t('customer.resolve')}
                </Button>
              ) : null,
          },
        ]}
      />
      <Ask<Typed> open={conflict !== undefined} title={t('customer.resolve')} form={form} act={act} onClose={() => setConflict(undefined)}>
        <Form.Item name="resolution" label={t('customer.resolution')} rules={[{ required: true, message: t('act.required') }]}>
          <Radio.Group
            options={[
              { value: 'keep_declared', label: t('resolutions.keep_declared') },
              { value: 'take_found', label: t('resolutions.take_found') },
            ]}
          />
        </Form.Item>
        <ReasonField />
      </Ask>
    </Panel>
  );
}

/** Which source was asked when, for what, under which consent, and what came of it. */
function Calls({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const may = useMay()('connectors.list_calls');
  const asked = useQuery({
    queryKey: ['calls', customerId],
    enabled: may,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/calls', { params: { path: { customerId }, query: { limit: 50 } } })).items,
  });
  if (!may) return null;
  return (
    <Panel title={t('customer.calls')} extra={t('customer.callsSays')}>
      <PageState asked={asked} rows={4}>
        {(items) => (
          <Lines
            caption={t('customer.calls')}
            rows={items}
            rowKey={(c) => c.callId}
            empty={<span className="muted">{t('customer.noCalls')}</span>}
            columns={[
              { key: 'at', title: t('customer.askedAt'), render: (c) => <Moment value={c.askedAt} /> },
              { key: 'source', title: t('customer.source'), render: (c) => t(`sources.${c.source}`, { defaultValue: c.source }) },
              { key: 'purpose', title: t('customer.purpose'), render: (c) => t(`collectionPurposes.${c.purpose}`, { defaultValue: c.purpose }) },
              { key: 'hard', title: t('customer.hard'), render: (c) => (c.hard ? <Mark tone="watch">{t('state.yes')}</Mark> : t('state.no')) },
              { key: 'state', title: t('customer.answered'), render: (c) => (c.state ? t(`callStates.${c.state}`, { defaultValue: c.state }) : '—') },
              { key: 'latency', title: t('customer.latency'), numeric: true, render: (c) => c.latencyMs ?? '—' },
              {
                key: 'consent',
                title: t('customer.consent'),
                render: (c) => (
                  <span className="mono" title={c.consentHash}>
                    {c.consentId}
                  </span>
                ),
              },
            ]}
          />
        )}
      </PageState>
    </Panel>
  );
}
