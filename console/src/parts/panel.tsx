import type { ReactNode } from 'react';

/** A titled part of a page. */
export function Panel({ title, extra, children, id }: { title: ReactNode; extra?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="panel" {...(id ? { id } : {})}>
      <h2>
        <span>{title}</span>
        {extra ? <span className="panel-extra">{extra}</span> : null}
      </h2>
      {children}
    </section>
  );
}

/** The head of a page: its name, what belongs beside it, actions on the right. */
export function PageHead({ title, says, actions }: { title: ReactNode; says?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {says ? <span className="muted">{says}</span> : null}
      {actions ? <span className="page-actions">{actions}</span> : null}
    </header>
  );
}

export type KeyFigure = { readonly label: string; readonly value: ReactNode };
/** The sticky head of a record: name, state, key figures and the next action. */
export function RecordHead({
  title,
  state,
  says,
  figures,
  actions,
}: {
  title: ReactNode;
  state?: ReactNode;
  says?: ReactNode;
  figures: readonly KeyFigure[];
  actions?: ReactNode;
}) {
  return (
    <header className="record-head">
      <div className="record-name">
        <h1>{title}</h1>
        {state}
        {says ? <div className="muted record-says">{says}</div> : null}
      </div>
      <dl>
        {figures.map((f) => (
          <div key={f.label}>
            <dt>{f.label}</dt>
            <dd>{f.value}</dd>
          </div>
        ))}
      </dl>
      {actions ? <div className="record-actions no-print">{actions}</div> : null}
    </header>
  );
}
