import { Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { TopBar } from './top-bar.tsx';

const subscribe = (tell: () => void): (() => void) => {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
};
const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

export function Layout() {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <>
      <TopBar />
      <div role="status">{online ? null : <div className="offline">{t('shell.offline')}</div>}</div>
      <Outlet />
    </>
  );
}
