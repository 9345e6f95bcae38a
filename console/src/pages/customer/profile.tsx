import { showMoment } from '@tallystick/ui';
import { App as AntApp, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../act.tsx';
import { api, useMay } from '../../api.ts';
import { Ask, ReasonField } from '../../parts/ask.tsx';
import { Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import { showFieldValue } from './field-value.ts';
import type { CustomerView } from './page.tsx';

type Block = CustomerView['profile']['blocks'][number];
type Fact = Block['fields'][number];

/** What the customer told or sources said, each fact with where it came from. Identifiers are masked until somebody gives a reason. */
export function CustomerProfile({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const { profile } = view;
  const { ratios } = profile;
  return (
    <>
      {profile.missing.length > 0 ? (
        <Panel title={t('customer.missing')}>
          <ul className="flag-list">
            {profile.missing.map((field) => (
              <li key={field} className="is-watch">
                {t(`profileFields.${field}`, { defaultValue: field })}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {profile.blocks
        .filter((b) => b.fields.length > 0)
        .map((block) => (
          <BlockPanel key={block.block} block={block} customerId={profile.summary.customerId} />
        ))}
      {ratios.debtRatioPpm || ratios.currentRatioPpm || ratios.netMarginPpm ? (
        <Panel title={t('customer.ratios')}>
          <dl className="facts">
            <div>
              <dt>{t('customer.debtRatio')}</dt>
              <dd>
                <Percent value={ratios.debtRatioPpm} />
              </dd>
            </div>
            <div>
              <dt>{t('customer.currentRatio')}</dt>
              <dd>
                <Percent value={ratios.currentRatioPpm} />
              </dd>
            </div>
            <div>
              <dt>{t('customer.netMargin')}</dt>
              <dd>
                <Percent value={ratios.netMarginPpm} />
              </dd>
            </div>
          </dl>
        </Panel>
      ) : null}
      <Panel title={t('customer.shops')}>
        <Lines
          caption={t('customer.shops')}
          rows={profile.shops}
          rowKey={(s) => s.shopId}
          empty={<span className="muted">{t('customer.noShops')}</span>}
          columns={[
            { key: 'name', title: t('customer.shopName'), render: (s) => s.shopName },
            { key: 'platform', title: t('customer.platform'), render: (s) => t(`platforms.${s.platform}`) },
            { key: 'id', title: t('customer.shopId'), render: (s) => <span className="mono">{s.shopId}</span> },
            { key: 'state', title: t('customers.state'), render: (s) => <StateTag state={s.state} /> },
          ]}
        />
      </Panel>
    </>
  );
}

function BlockPanel({ block, customerId }: { block: Block; customerId: string }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t(`profileBlocks.${block.block}`)}
      extra={block.updatedAt ? t('customer.updatedAt', { at: showMoment(block.updatedAt) }) : undefined}
    >
      <Lines
        caption={t(`profileBlocks.${block.block}`)}
        rows={block.fields}
        rowKey={(f) => f.field}
        columns={[
          { key: 'field', title: t('customer.field'), render: (f) => <span className="muted">{t(`profileFields.${f.field}`)}</span> },
          { key: 'value', title: t('customer.value'), render: (f) => <Value fact={f} customerId={customerId} /> },
          { key: 'source', title: t('customer.source'), render: (f) => <SourceMark source={f.source} /> },
          { key: 'at', title: t('customer.updated'), render: (f) => <span className="num muted">{showMoment(f.updatedAt).slice(0, 10)}</span> },
        ]}
      />
    </Panel>
  );
}
/** Sources outside the bank prove a fact; what was typed only claims it. */
function SourceMark({ source }: { source: string }) {
  const { t } = useTranslation();
  return <Mark tone={source === 'typed' || source === 'staff' ? 'rest' : 'good'}>{t(`sources.${source}`)}</Mark>;
}

const SHOWN_SECONDS = 60;
function Value({ fact, customerId }: { fact: Fact; customerId: string }) {
  const { t } = useTranslation();
  const { message } = AntApp.useApp();
  const mayUnmask = useMay()('customers.unmask');
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<string>();
  const [form] = Form.useForm<{ why: string }>();
  const act = useAct<{ why: string }, { value: string }>({
    form,
    refresh: [],
    run: ({ why }) => api.GET('/customers/{customerId}/unmasked', { params: { path: { customerId }, query: { field: fact.field, why } } }),
    onDone: (seen) => {
      setFull(seen.value);
      void message.info(t('customer.unmaskRecorded'));
      setTimeout(() => setFull(undefined), SHOWN_SECONDS * 1000);
    },
  });
  return (
    <span>
      {full ?? showFieldValue(fact.field, fact.value)}
      {fact.masked && mayUnmask && full === undefined ? (
        <Button type="link" size="small" onClick={() => setAsking(true)} aria-label={`${t('customer.unmask')} ${t(`profileFields.${fact.field}`)}`}>
          {t('customer.unmask')}
        </Button>
      ) : null}
      <Ask<{ why: string }>
        open={asking}
        title={t('customer.unmaskTitle', { field: t(`profileFields.${fact.field}`) })}
        says={t('customer.unmaskSays', { seconds: SHOWN_SECONDS })}
        form={form}
        act={act}
        onClose={() => setAsking(false)}
      >
        <ReasonField />
      </Ask>
    </span>
  );
}
