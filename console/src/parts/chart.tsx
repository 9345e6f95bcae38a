import { BarChart, HeatmapChart, LineChart, type BarSeriesOption, type HeatmapSeriesOption, type LineSeriesOption } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, type GridComponentOption, type LegendComponentOption, type TooltipComponentOption, type VisualMapComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Button, Table } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../shell/appearance.ts';

use([BarChart, LineChart, HeatmapChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);
export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | HeatmapSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption | VisualMapComponentOption>;

/** Okabe-Ito without its yellow: told apart by colour-blind eyes, readable on light and dark. */
const PALETTE = ['#0f7f7a', '#d55e00', '#3277b8', '#b2559b', '#8a8f00', '#777f86'];

export type ChartTable = { readonly columns: readonly { key: string; title: string; numeric?: boolean }[]; readonly rows: readonly Record<string, string | number>[] };

/** A chart whose title says its subject, with the same figures as a table one click away. */
export function Chart({ title, option, table, height = 240 }: { title: string; option: ChartOption; table: ChartTable; height?: number }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const { dark } = useAppearance();
  useEffect(() => {
    if (!place.current || asTable) return;
    const chart = init(place.current, dark ? 'dark' : undefined, { renderer: 'svg' });
    chart.setOption({ color: PALETTE, backgroundColor: 'transparent', animation: false, aria: { enabled: true }, textStyle: { fontFamily: 'inherit' }, ...option });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, asTable, dark]);
  return (
    <section className="panel">
      <h2 style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        {title}
        <Button size="small" type="link" className="no-print" onClick={() => setAsTable(!asTable)}>{t(asTable ? 'chart.asChart' : 'chart.asTable')}</Button>
      </h2>
      {asTable ? (
        <Table size="small" pagination={false} scroll={{ x: true, y: height }} rowKey={(_row, i) => String(i)} dataSource={[...table.rows]}
          columns={table.columns.map((c) => ({ key: c.key, dataIndex: c.key, title: c.title, align: c.numeric ? 'right' : 'left' }))} />
      ) : (
        <div ref={place} style={{ height }} role="img" aria-label={title} />
      )}
    </section>
  );
}
