import { listComma, told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { useFeatureText } from '../../parts/feature-table.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Mark } from '../../parts/state-tag.tsx';
import type { ReviewView } from './page.tsx';

type Side = ReviewView['capacity'];
/** Whether somebody can pay, and whether they have paid before, side by side. */
export function Sides({ view }: { view: ReviewView }) {
  const { t } = useTranslation();
  return (
    <div className="grid-2">
      <SidePanel title={t('judge.capacity')} side={view.capacity} />
      <SidePanel title={t('judge.willingness')} side={view.willingness} />
    </div>
  );
}

function SidePanel({ title, side }: { title: string; side: Side }) {
  const { t } = useTranslation();
  const text = useFeatureText();
  return (
    <Panel title={title}>
      <Lines
        caption={title}
        rows={side.facts}
        rowKey={(f) => f.name}
        columns={[
          {
            key: 'label',
            title: t('features_table.name'),
            render: (f) => (
              <span title={`${t(`sources.${f.source}`, { defaultValue: f.source })}${f.asOf ? ` · ${f.asOf}` : ''}`}>
                {told(f.label)}
                {f.unit === 'minor' ? <span className="muted"> ({t('unit.yuan')})</span> : null}
              </span>
            ),
          },
          {
            key: 'value',
            title: t('features_table.value'),
            numeric: true,
            render: (f) => (f.value === null ? <Mark tone="rest">{text(f)}</Mark> : <span className="num">{text(f)}</span>),
          },
        ]}
      />
      {side.documents.length > 0 ? (
        <p className="muted small" style={{ marginBottom: 0 }}>
          {t('judge.provenBy')} {side.documents.map((d) => t(`documentKinds.${d.kind}`, { defaultValue: d.name })).join(listComma())}
        </p>
      ) : null}
    </Panel>
  );
}
