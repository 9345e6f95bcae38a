import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../parts/page-state.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return <Nothing says={t('shell.nothingHere')} action={<Link to="/">{t('shell.goHome')}</Link>} />;
}
