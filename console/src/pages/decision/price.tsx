import { told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { Money, Percent } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { Decision } from './rules.tsx';

type Priced = Pick<Decision, 'priceLines' | 'buildUp' | 'bounds' | 'limitMinor'>;
/** How limit and rate came about: the smallest of the bounds, and the price line by line. */
export function PricePanel({ priced }: { priced: Priced }) {
  const { t } = useTranslation();
  if (priced.priceLines.length === 0) return null;
  const price = [
    { key: 'code', title: t('decision.priceLine'), render: (l: Priced['priceLines'][number]) => told(l) },
    { key: 'ppm', title: t('applications.rate'), numeric: true, render: (l: Priced['priceLines'][number]) => <Percent value={l.ppm} /> },
  ];
  return (
    <Panel title={t('decision.price')}>
      <div className="grid-2">
        <div>
          <h3>{t('decision.bounds')}</h3>
          <Lines
            caption={t('decision.bounds')}
            rows={priced.bounds}
            rowKey={(b) => b.code}
            columns={[
              {
                key: 'bound',
                title: t('contracts.bound'),
                render: (b) => (b.amountMinor === priced.limitMinor ? <Mark tone="watch">{told(b)}</Mark> : told(b)),
              },
              { key: 'amount', title: t('contracts.yuan'), numeric: true, render: (b) => <Money value={b.amountMinor} /> },
            ]}
          />
        </div>
        <div>
          <h3>{t('decision.priceBy')}</h3>
          <Lines caption={t('decision.priceBy')} rows={priced.priceLines} rowKey={(l) => l.code} columns={price} />
        </div>
      </div>
      {priced.buildUp.length > 0 ? (
        <>
          <h3>{t('decision.buildUp')}</h3>
          <Lines caption={t('decision.buildUp')} rows={priced.buildUp} rowKey={(l) => l.code} columns={price} />
        </>
      ) : null}
    </Panel>
  );
}
