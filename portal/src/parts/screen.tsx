import { type ReactNode, useEffect, useRef } from 'react';

/** One thing per screen: a heading that takes the focus, an optional progress line, and the one action at the thumb. */
export function Screen({ title, lead, progress, action, children }: { title: string; lead?: ReactNode; progress?: { at: number; of: number }; action?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <main className="screen" id="main">
      {progress ? (
        <div className="progress" role="progressbar" aria-valuemin={0} aria-valuemax={progress.of} aria-valuenow={progress.at} aria-label={title}>
          <span style={{ width: `${(100 * progress.at) / progress.of}%` }} />
        </div>
      ) : null}
      <h1 tabIndex={-1} ref={heading} style={{ outline: 0 }}>{title}</h1>
      {lead ? <p className="muted">{lead}</p> : null}
      {children}
      {action ? <div className="foot"><div>{action}</div></div> : null}
    </main>
  );
}

export const Rows = ({ items }: { items: readonly (readonly [label: ReactNode, value: ReactNode])[] }) => (
  <dl className="rows">
    {items.map(([label, value], i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one summary never move.
      <div key={i}><dt>{label}</dt><dd>{value}</dd></div>
    ))}
  </dl>
);
export const Waiting = ({ lines = 4 }: { lines?: number }) => (
  <div aria-busy="true">{Array.from({ length: lines }, (_, i) => <div className="skeleton" key={`line-${i + 1}`} style={{ height: i === 0 ? 44 : 20, width: `${100 - i * 12}%` }} />)}</div>
);
