import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Day, Moment } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { CustomerView } from './page.tsx';

/** What the customer agreed to: which text, when, from where, until when; each can be proven by its hash. */
export function CustomerConsents({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('customer.consents')} extra={t('customer.consentsSays')}>
      <Lines
        caption={t('customer.consents')}
        rows={view.consents}
        rowKey={(c) => c.id}
        empty={<span className="muted">{t('customer.noConsents')}</span>}
        columns={[
          { key: 'scope', title: t('customer.scope'), render: (c) => t(`scopes.${c.scope}`) },
          { key: 'state', title: t('customers.state'), render: (c) => <StateTag state={`consent_${c.state}`} /> },
          {
            key: 'version',
            title: t('customer.textVersion'),
            render: (c) => (
              <Tooltip title={c.textHash}>
                <span className="mono">{c.version}</span>
              </Tooltip>
            ),
          },
          { key: 'signedAt', title: t('customer.signedAt'), render: (c) => <Moment value={c.signedAt} /> },
          { key: 'until', title: t('customer.validUntil'), render: (c) => <Day value={c.validUntil} /> },
          {
            key: 'ip',
            title: t('customer.ip'),
            render: (c) => (
              <Tooltip title={c.device}>
                <span className="num">{c.ip}</span>
              </Tooltip>
            ),
          },
          { key: 'withdrawn', title: t('customer.withdrawnAt'), render: (c) => <Moment value={c.withdrawnAt} /> },
        ]}
      />
    </Panel>
  );
}
