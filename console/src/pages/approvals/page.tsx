import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/panel.tsx';
import { Requests } from './requests.tsx';

/** What waits for a decision: credit cases within one's authority, and requests that need a second person. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('menu.approvals')} />
      <Requests />
    </>
  );
}
