import { showMoney, showPercent } from '@tallystick/ui';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';

/** Money in a table cell or text: right-aligned, tabular. */
export const Money = ({ value }: { value: string | null | undefined }) => <span className="num">{value === null || value === undefined ? '—' : showMoney(value)}</span>;
export const Percent = ({ value }: { value: string | null | undefined }) => <span className="num">{value === null || value === undefined ? '—' : showPercent(value)}</span>;

export type Figure = { readonly key: string; readonly label: string; readonly value: ReactNode; readonly help?: string };
/** The row of figures a role looks at first. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className="figures">
      {items.map((f) => (
        <div className="figure" key={f.key}>
          <dt>{f.help ? <Tooltip title={f.help}><span tabIndex={0}>{f.label}</span></Tooltip> : f.label}</dt>
          <dd>{f.value}</dd>
        </div>
      ))}
    </dl>
  );
}
