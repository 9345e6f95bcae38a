import { shortMoney, showMoment, showMoney, showPercent } from '@tallystick/ui';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';

type Told = string | null | undefined;
const known = (value: Told): value is string => value !== null && value !== undefined && value !== '';

/** Money in a table cell or text: tabular, its unit in the header. */
export const Money = ({ value }: { value: Told }) => <span className="num">{known(value) ? showMoney(value) : '—'}</span>;
export const Percent = ({ value }: { value: Told }) => <span className="num">{known(value) ? showPercent(value) : '—'}</span>;
/** A ratio to judge by: two places, the exact figure on hover. */
export const Ratio = ({ value }: { value: Told }) =>
  known(value) ? (
    <span className="num" title={showPercent(value)}>
      {Number(value).toFixed(2)}%
    </span>
  ) : (
    <>—</>
  );
export const Day = ({ value }: { value: Told }) => <span className="num">{known(value) ? value : '—'}</span>;
/** A moment in the bank's zone. */
export const Moment = ({ value }: { value: Told }) => <span className="num">{known(value) ? showMoment(value) : '—'}</span>;
/** Abbreviated money for tiles; the exact figure on hover and focus. */
export const ShortMoney = ({ value }: { value: Told }) =>
  known(value) ? (
    <Tooltip title={`¥${showMoney(value)}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact figure must be reachable by keyboard. */}
      <span tabIndex={0} className="num">
        {shortMoney(value)}
      </span>
    </Tooltip>
  ) : (
    <>—</>
  );

export type Figure = {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly help?: string | undefined;
  readonly tone?: 'bad' | 'watch' | 'good' | undefined;
};
const MOST_IN_A_ROW = 8;
/** The row of figures a role looks at first. */
export function Figures({ items }: { items: readonly Figure[] }) {
  // Rows of equal length: ten figures stand as five and five, not as eight and two.
  const columns = Math.ceil(items.length / Math.max(1, Math.ceil(items.length / MOST_IN_A_ROW)));
  return (
    <dl className="figures" style={{ ['--figures' as string]: columns }}>
      {items.map((f) => (
        <div className={`figure${f.tone ? ` figure-${f.tone}` : ''}`} key={f.key}>
          <dt>
            {f.help ? (
              <Tooltip title={f.help}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition must be reachable by keyboard. */}
                <span tabIndex={0} className="defined">
                  {f.label}
                </span>
              </Tooltip>
            ) : (
              f.label
            )}
          </dt>
          <dd>{f.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Fact = { readonly key: string; readonly label: string; readonly value: ReactNode };
/** Facts of a record as label and value, in as many columns as fit. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items.map((f) => (
        <div key={f.key}>
          <dt>{f.label}</dt>
          <dd>{f.value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
