import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../parts/page-state.tsx';
import { PageHead } from '../parts/panel.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('shell.nothingHere')} />
      <Nothing says={t('shell.nothingHereSays')} action={<Link to="/">{t('shell.goHome')}</Link>} />
    </>
  );
}
