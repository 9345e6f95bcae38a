import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf } from './links.tsx';
import { neighbours } from './view-in-address.ts';

/** On to the next record of the list one came from: with the buttons, or with [ and ]. */
export function NextCase() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const { before, after, at, count } = neighbours(path);
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (/INPUT|TEXTAREA/.test((e.target as HTMLElement).tagName) || e.ctrlKey || e.metaKey) return;
      const to = e.key === ']' ? after : e.key === '[' ? before : undefined;
      if (to) void navigate(placeOf(to));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [after, before, navigate]);
  if (at < 0) return null;
  const go = (to: string | undefined) => () => to && void navigate(placeOf(to));
  return (
    <Space.Compact>
      <Button disabled={!before} onClick={go(before)} aria-keyshortcuts="[">
        {t('next.before')}
      </Button>
      <Button disabled={!after} onClick={go(after)} aria-keyshortcuts="]">
        {t('next.after')} <kbd className="only-wide">]</kbd>
      </Button>
      <Button type="text" disabled className="only-wide num">
        {t('next.place', { at: at + 1, count })}
      </Button>
    </Space.Compact>
  );
}
