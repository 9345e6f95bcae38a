import { useNavigate } from '@tanstack/react-router';
import { Button, Input, type InputRef, List, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, may } from '../api.ts';
import { PAGES } from './menu.ts';

/** Ctrl-K: go to any page, customer, application or loan by its name or number. */
export function Palette({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const field = useRef<InputRef>(null);
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if ((e.ctrlKey || e.metaKey) && e.key === 'k') {
        e.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const pages = PAGES.filter((p) => p.needs.length === 0 || p.needs.some((n) => may(me, n)))
    .map((p) => ({ label: t(`menu.${p.key}`), to: p.path }))
    .filter((p) => p.label.toLowerCase().includes(text.toLowerCase()));
  const wanted = text.trim();
  const finds = wanted.length < 2 ? [] : [{ label: t('palette.customers', { text: wanted }), to: `/customers?text=${encodeURIComponent(wanted)}` }, { label: t('palette.loans', { text: wanted }), to: `/loans?text=${encodeURIComponent(wanted)}` }];
  const choices = [...pages, ...finds];
  const go = (to: string): void => {
    setOpen(false);
    setText('');
    const [path, search] = to.split('?');
    void navigate({ to: path ?? '/', search: Object.fromEntries(new URLSearchParams(search ?? '')) });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} style={{ color: 'var(--muted)' }}>{t('palette.open')} <kbd className="only-wide">Ctrl K</kbd></Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('palette.title')} afterOpenChange={(o) => o && field.current?.focus()} destroyOnHidden>
        <Input ref={field} value={text} onChange={(e) => setText(e.target.value)} onPressEnter={() => choices[0] && go(choices[0].to)} aria-label={t('palette.title')} />
        <List size="small" dataSource={choices} renderItem={(c) => <List.Item><Button type="link" size="small" onClick={() => go(c.to)}>{c.label}</Button></List.Item>} />
      </Modal>
    </>
  );
}
