import { useNavigate } from '@tanstack/react-router';
import { Button, Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, may } from '../api.ts';
import { placeOf } from '../parts/links.tsx';
import { pagesFor } from './menu.ts';

type Choice = { readonly label: string; readonly kind: string; readonly to: string };
/** Lists that can be searched from here: by name, number or what their page says. */
const SEARCHES = [
  { key: 'customers', path: '/customers', search: 'q', needs: 'customers.list' },
  { key: 'loans', path: '/loans', search: 'text', needs: 'servicing.list_loans' },
] as const;

function useCtrlK(open: () => void): void {
  useEffect(() => {
    const onKey = (e: globalThis.KeyboardEvent): void => {
      if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 'k') return;
      e.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

/** Ctrl-K: go to any page, customer or loan by its name or number. */
export function Palette({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<InputRef>(null);
  useCtrlK(() => setOpen(true));
  const wanted = text.trim();
  const choices: Choice[] = [
    ...pagesFor(me)
      .map((p) => ({ label: t(`menu.${p.key}`), kind: t(`menu.group.${p.group}`), to: p.path }))
      .filter((p) => p.label.toLowerCase().includes(wanted.toLowerCase())),
    ...(wanted.length < 2
      ? []
      : SEARCHES.filter((s) => may(me, s.needs)).map((s) => ({
          label: wanted,
          kind: t(`palette.${s.key}`),
          to: `${s.path}?${s.search}=${encodeURIComponent(wanted)}`,
        }))),
  ];
  const go = (choice: Choice | undefined): void => {
    if (!choice) return;
    setOpen(false);
    void navigate(placeOf(choice.to));
  };
  const onKey = (e: KeyboardEvent): void => {
    const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    e.preventDefault();
    setAt((at + step + choices.length) % Math.max(choices.length, 1));
  };
  return (
    <>
      <Button className="palette-open muted" onClick={() => setOpen(true)}>
        {t('palette.open')} <kbd className="only-wide">Ctrl K</kbd>
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title={t('palette.title')}
        afterOpenChange={(o) => (o ? field.current?.focus() : setText(''))}
        destroyOnHidden
      >
        <Input
          ref={field}
          value={text}
          onChange={(e) => {
            setText(e.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
          onPressEnter={() => go(choices[at])}
          aria-label={t('palette.title')}
          placeholder={t('palette.hint')}
        />
        <ul className="palette-list">
          {choices.map((c, i) => (
            <li key={`${c.to}:${c.label}`}>
              <button type="button" className={i === at ? 'is-at' : ''} onClick={() => go(c)}>
                {c.label} <span className="muted small">{c.kind}</span>
              </button>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
