import { showMoment, showYuan, told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { Card, Explain, Rows } from '../parts/screen.tsx';
import type { LinePage } from './loans.ts';

/** The limit, what is in use and what is left of it. Nothing while there is none. */
export function LineCard({ page: { line, movements } }: { page: LinePage }) {
  const { t } = useTranslation();
  if (line === null) return null;
  return (
    <Card title={t('line.title')}>
      <p className="muted">{t('line.left')}</p>
      <p className="big">{showYuan(line.availableMinor)}</p>
      {line.state === 'frozen' ? <p className="notice watch">{t('line.frozen', { why: line.frozenFor ? told(line.frozenFor) : '' })}</p> : null}
      {line.state === 'expired' ? <p className="notice watch">{t('line.expired')}</p> : null}
      <Rows
        items={[
          [t('line.limit'), showYuan(line.limitMinor)],
          [t('line.used'), showYuan(line.usedMinor)],
          [t('line.until'), line.validTo],
        ]}
      />
      <Explain what={t('line.movements')}>
        <ul className="bare lines">
          {movements.map((m) => (
            <li key={m.id}>
              {t(`movement.${m.kind}`)} <span className="amount">{showYuan(m.amountMinor)}</span>
              <span className="muted small block">{t('line.after', { at: showMoment(m.at), left: showYuan(m.availableMinor) })}</span>
            </li>
          ))}
        </ul>
      </Explain>
    </Card>
  );
}
