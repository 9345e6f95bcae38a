import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

type ScreenProps = {
  title: string;
  lead?: ReactNode;
  /** How far along a walk of several screens this one is. */
  progress?: { at: number; of: number };
  action?: ReactNode;
  /** Room for two columns on a desk; questions stay narrow. */
  wide?: boolean;
  children?: ReactNode;
};
/** One thing per screen: a heading that takes the focus, an optional progress line, and the one action at the thumb. */
export function Screen({ title, lead, progress, action, wide = false, children }: ScreenProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Another title is another screen, and its heading takes the focus.
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    document.title = `${title} · ${t('shell.brand')}`;
  }, [title, t]);
  return (
    <main className={wide ? 'screen wide' : 'screen'} id="main">
      {progress ? (
        <div className="steps">
          <div
            className="progress"
            role="progressbar"
            aria-valuemin={0}
            aria-valuemax={progress.of}
            aria-valuenow={progress.at}
            aria-label={t('shell.progress')}
          >
            <span style={{ width: `${(100 * progress.at) / progress.of}%` }} />
          </div>
          <span className="small muted">{t('shell.step', progress)}</span>
        </div>
      ) : null}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
      {action ? (
        <div className="foot">
          <div>{action}</div>
        </div>
      ) : null}
    </main>
  );
}

export const Card = ({ title, children, quiet = false }: { title?: ReactNode; children: ReactNode; quiet?: boolean }) => (
  <section className={quiet ? 'card quiet' : 'card'}>
    {title ? <h2>{title}</h2> : null}
    {children}
  </section>
);

export const Rows = ({ items }: { items: readonly (readonly [label: ReactNode, value: ReactNode])[] }) => (
  <dl className="rows">
    {items.map(([label, value], i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one summary never move.
      <div key={i}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
export const Waiting = ({ lines = 4 }: { lines?: number }) => {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" className="waiting">
      <span className="visually-hidden" role="status">
        {t('shell.waiting')}
      </span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other name.
        <div className="skeleton" key={`line-${i + 1}`} style={{ height: i === 0 ? 44 : 20, width: `${100 - (i % 5) * 12}%` }} />
      ))}
    </div>
  );
};
/** Words that need explaining, explained in place. */
export const Explain = ({ what, children }: { what: ReactNode; children: ReactNode }) => (
  <details className="explain">
    <summary>{what}</summary>
    <div>{children}</div>
  </details>
);
