import { showMoney, showPercent } from '@tallystick/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lines } from './lines.tsx';
import { Mark } from './state-tag.tsx';

export type FeatureLine = { readonly name: string; readonly value: string | null; readonly unit: string; readonly source: string; readonly asOf: string; readonly window: string; readonly missingReason: string | null };

/** A value with its unit, as people read it. */
export function useFeatureText(): (f: Pick<FeatureLine, 'value' | 'unit' | 'missingReason'>) => string {
  const { t } = useTranslation();
  return (f) => {
    if (f.value === null) {
      const [reason = ''] = (f.missingReason ?? '').split(':');
      return t(`missingReasons.${reason}`, { defaultValue: f.missingReason ?? '—' });
    }
    if (f.unit === 'minor') return showMoney(f.value);
    if (f.unit === 'ppm') return showPercent(f.value);
    if (f.unit === 'flag') return t(f.value === 'true' ? 'state.yes' : 'state.no');
    return `${f.value} ${t(`units.${f.unit}`, { defaultValue: '' })}`.trim();
  };
}

/** What is known about the borrower, fact by fact: value, where it came from, which time it speaks of, or why it is missing. */
export function FeatureTable({ features }: { features: readonly FeatureLine[] }) {
  const { t } = useTranslation();
  const text = useFeatureText();
  const [wanted, setWanted] = useState('');
  const rows = features.filter((f) => wanted === '' || f.name.includes(wanted.toLowerCase()) || t(`features.${f.name}`, { defaultValue: f.name }).toLowerCase().includes(wanted.toLowerCase()));
  return (
    <div className="stack">
      <Input allowClear value={wanted} onChange={(e) => setWanted(e.target.value)} aria-label={t('features_table.find')} placeholder={t('features_table.find')} style={{ maxWidth: 260 }} />
      <Lines
        caption={t('features_table.title')}
        rows={rows}
        rowKey={(f) => f.name}
        empty={<span className="muted">{t('features_table.none')}</span>}
        columns={[
          { key: 'name', title: t('features_table.name'), render: (f) => <span title={f.name}>{t(`features.${f.name}`, { defaultValue: f.name })}{f.unit === 'minor' ? <span className="muted"> ({t('unit.yuan')})</span> : null}</span> },
          { key: 'value', title: t('features_table.value'), numeric: true, render: (f) => (f.value === null ? <Mark tone="rest">{text(f)}</Mark> : <span className="num">{text(f)}</span>) },
          { key: 'source', title: t('customer.source'), render: (f) => t(`sources.${f.source}`, { defaultValue: f.source }) },
          { key: 'window', title: t('features_table.window'), render: (f) => <span className="num muted">{f.window === '' ? f.asOf : f.window.replace('/', ' – ')}</span> },
        ]}
      />
    </div>
  );
}
