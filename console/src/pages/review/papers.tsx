import { currentLanguage, listComma } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { DocumentList } from '../../parts/document-list.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { ReviewView } from './page.tsx';

/** Papers of the case, opened here; what is still missing stands first. */
export function Papers({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  const missing = view.papers.filter((p) => p.state === 'missing');
  return (
    <Panel title={t('customer.files')}>
      {missing.length > 0 ? (
        <p style={{ marginTop: 0 }}>
          <Mark tone="watch">{t('judge.missingPapers')}</Mark>{' '}
          {missing.map((p) => (currentLanguage() === 'en' ? p.nameEn : p.nameZh)).join(listComma())}
        </p>
      ) : null}
      <DocumentList customerId={view.review.customerId} />
    </Panel>
  );
}
