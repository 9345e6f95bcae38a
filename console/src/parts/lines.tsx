import type { ReactNode } from 'react';

export type LineColumn<Row> = {
  readonly key: string;
  readonly title: ReactNode;
  readonly numeric?: boolean;
  /** Sentences: on a phone they take a line of their own. */
  readonly long?: boolean;
  readonly render: (row: Row) => ReactNode;
};
type Props<Row> = {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, place: number) => string;
  readonly columns: readonly LineColumn<Row>[];
  /** What the table holds, for those who do not see it. */
  readonly caption: string;
  readonly foot?: ReactNode;
  readonly empty?: ReactNode;
};

/** So many columns fit a phone; with more, each row is a card there. */
const NARROW = 3;

/** A short table inside a panel: a few rows that are all there. Long lists use DataTable. */
export function Lines<Row>({ rows, rowKey, columns, caption, foot, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its place is scrolled by keyboard.
    <section className="scroll-x" tabIndex={0} aria-label={caption}>
      <table className={columns.length > NARROW ? 'lines wide' : 'lines'}>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col" className={c.numeric ? 'r' : ''}>
                {c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={rowKey(row, i)}>
              {columns.map((c) => (
                <td key={c.key} className={c.numeric ? 'r' : c.long ? 'long' : ''} data-label={typeof c.title === 'string' ? c.title : undefined}>
                  {c.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </section>
  );
}
