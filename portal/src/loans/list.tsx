import { useTranslation } from 'react-i18next';
import { Screen } from '../parts/screen.tsx';

export function LoanList() {
  const { t } = useTranslation();
  return <Screen title={t('shell.loans')} />;
}
