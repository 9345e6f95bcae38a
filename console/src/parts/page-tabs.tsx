import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export type PageTab = { readonly key: string; readonly label: string; readonly children: ReactNode };
type Props = { readonly items: readonly PageTab[]; readonly activeKey?: string; readonly onChange?: (key: string) => void; readonly small?: boolean };

/** Tabs in a strip that scrolls where it is too narrow; arrows move, as the pattern for tabs asks. Only the open tab's content is drawn. */
export function PageTabs({ items, activeKey, onChange, small }: Props) {
  const id = useId();
  const strip = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(items[0]?.key);
  const open = items.find((i) => i.key === (activeKey ?? own)) ?? items[0];
  const choose = (key: string): void => {
    setOwn(key);
    onChange?.(key);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = items[(items.findIndex((i) => i.key === open?.key) + step + items.length) % items.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    choose(next.key);
    strip.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div ref={strip} role="tablist" className={`page-tabs${small ? ' page-tabs-small' : ''}`}>
        {items.map((i) => (
          <button
            key={i.key}
            id={`${id}-${i.key}`}
            data-tab={i.key}
            type="button"
            role="tab"
            aria-selected={i.key === open?.key}
            aria-controls={`${id}-panel`}
            tabIndex={i.key === open?.key ? 0 : -1}
            onClick={() => choose(i.key)}
            onKeyDown={onKey}
          >
            {i.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={open ? `${id}-${open.key}` : undefined}>
        {open?.children}
      </div>
    </div>
  );
}
