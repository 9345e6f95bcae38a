import { showMoney } from '@tallystick/ui';
import { Input, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lines } from './lines.tsx';
import { Mark } from './state-tag.tsx';

export type FeatureLine = {
  readonly name: string;
  readonly value: string | null;
  readonly unit: string;
  readonly source: string;
  readonly asOf: string;
  readonly window: string;
  readonly missingReason: string | null;
};

/** A value with its unit, as people read it. */
export function useFeatureText(): (f: Pick<FeatureLine, 'value' | 'unit' | 'missingReason'>) => string {
  const { t } = useTranslation();
  return (f) => {
    if (f.value === null) {
      const [reason = ''] = (f.missingReason ?? '').split(':');
      return t(`missingReasons.${reason}`, { defaultValue: f.missingReason ?? '—' });
    }
    if (f.unit === 'minor') return showMoney(f.value);
    // Two places are enough to judge by; the exact figure is in the record.
    if (f.unit === 'ppm') return `${Number(f.value).toFixed(2)}%`;
    // The API counts scores and hours in thousandths.
    if (f.unit === 'score') return (Number(f.value) / 1000).toFixed(2);
    if (f.unit === 'hours') return `${(Number(f.value) / 1000).toFixed(1)} ${t('units.hours')}`;
    if (f.unit === 'flag') return t(f.value === 'true' ? 'state.yes' : 'state.no');
    return `${f.value} ${t(`units.${f.unit}`, { defaultValue: '' })}`.trim();
  };
}

const LONGEST = 48;
/** Figures on one line; long evidence cut, whole on hover and focus. */
function FeatureValue({ text }: { text: string }) {
  if (text.length <= LONGEST) return <span className="num">{text}</span>;
  return (
    <Tooltip title={text}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the whole text must be reachable by keyboard. */}
      <span tabIndex={0} className="mono">
        {text.slice(0, LONGEST)}…
      </span>
    </Tooltip>
  );
}

/** What is known about the borrower, source by source: value, which time it speaks of, or why it is missing. Finding looks through all of them. */
export function FeatureTable({ features }: { features: readonly FeatureLine[] }) {
  const { t } = useTranslation();
  const text = useFeatureText();
  const sources = [...new Set(features.map((f) => f.source))];
  const [source, setSource] = useState(sources[0] ?? '');
  const [wanted, setWanted] = useState('');
  const word = wanted.trim().toLowerCase();
  const fits = (f: FeatureLine): boolean =>
    word === '' ? f.source === source : f.name.includes(word) || t(`features.${f.name}`, { defaultValue: f.name }).toLowerCase().includes(word);
  return (
    <div className="stack">
      <div className="row">
        <Segmented
          value={source}
          onChange={setSource}
          disabled={word !== ''}
          options={sources.map((s) => ({
            value: s,
            label: `${t(`sources.${s}`, { defaultValue: s })} ${features.filter((f) => f.source === s).length}`,
          }))}
        />
        <Input
          allowClear
          value={wanted}
          onChange={(e) => setWanted(e.target.value)}
          aria-label={t('features_table.find')}
          placeholder={t('features_table.find')}
          style={{ maxWidth: 220 }}
        />
      </div>
      <Lines
        caption={t('features_table.title')}
        rows={features.filter(fits)}
        rowKey={(f) => f.name}
        empty={<span className="muted">{t('features_table.none')}</span>}
        columns={[
          {
            key: 'name',
            title: t('features_table.name'),
            render: (f) => (
              <span title={f.name}>
                {t(`features.${f.name}`, { defaultValue: f.name })}
                {f.unit === 'minor' ? <span className="muted"> ({t('unit.yuan')})</span> : null}
              </span>
            ),
          },
          {
            key: 'value',
            title: t('features_table.value'),
            numeric: true,
            render: (f) => (f.value === null ? <Mark tone="rest">{text(f)}</Mark> : <FeatureValue text={text(f)} />),
          },
          { key: 'source', title: t('customer.source'), render: (f) => t(`sources.${f.source}`, { defaultValue: f.source }) },
          {
            key: 'window',
            title: t('features_table.window'),
            render: (f) => (
              <span className="num muted">
                {f.window === '' ? f.asOf : t(`windows.${f.window.replaceAll(' ', '_')}`, { defaultValue: f.window.replace('/', ' – ') })}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
