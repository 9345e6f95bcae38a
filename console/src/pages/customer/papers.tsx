import { useTranslation } from 'react-i18next';
import { DocumentList } from '../../parts/document-list.tsx';
import { DownloadButton } from '../../parts/download.tsx';
import { Day } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { CustomerView } from './page.tsx';

/** Papers of the customer: what is asked for, what is here, what an outside source answers instead. */
export function CustomerPapers({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const { customerId } = view.profile.summary;
  return (
    <>
      <Panel title={t('customer.papersNeeded')}>
        <Lines
          caption={t('customer.papersNeeded')}
          rows={view.papers}
          rowKey={(p) => p.kind}
          empty={<span className="muted">{t('customer.noPapers')}</span>}
          columns={[
            { key: 'kind', title: t('customer.paper'), render: (p) => t(`documentKinds.${p.kind}`, { defaultValue: p.kind }) },
            {
              key: 'state',
              title: t('customers.state'),
              render: (p) => <StateTag state={p.state === 'missing' && !p.required ? 'not_needed' : p.state} />,
            },
            { key: 'source', title: t('customer.source'), render: (p) => (p.source ? t(`sources.${p.source}`, { defaultValue: p.source }) : '—') },
            { key: 'until', title: t('customer.validUntil'), render: (p) => <Day value={p.validUntil} /> },
            { key: 'comment', title: t('customer.comment'), render: (p) => p.comment ?? '—' },
            {
              key: 'open',
              title: '',
              render: (p) =>
                p.documentId ? (
                  <DownloadButton size="small" type="link" path={`/customers/${customerId}/documents/${p.documentId}/file`}>
                    {t('customer.openPaper')}
                  </DownloadButton>
                ) : null,
            },
          ]}
        />
      </Panel>
      <Panel title={t('customer.files')}>
        <DocumentList customerId={customerId} />
      </Panel>
    </>
  );
}
