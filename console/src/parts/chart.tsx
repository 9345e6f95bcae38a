import { Button, Table } from 'antd';
import { BarChart, type BarSeriesOption, HeatmapChart, type HeatmapSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../shell/appearance.ts';
import { Nothing } from './page-state.tsx';
import { Panel } from './panel.tsx';

use([BarChart, LineChart, HeatmapChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | HeatmapSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** Okabe-Ito without its yellow: told apart by colour-blind eyes, readable on light and dark. */
export const PALETTE = ['#1f8a84', '#d5793a', '#4a8cc9', '#b2659b', '#8a8f2b', '#7f888e'] as const;
/** Ink, hairlines and the three meanings of colour, for charts that must name them. */
export const chartInk = (dark: boolean) => ({
  text: dark ? '#c9d1d4' : '#3c474b',
  line: dark ? '#2e3538' : '#e2e6e7',
  good: dark ? '#63bf7a' : '#2c8a4b',
  bad: dark ? '#ef7f76' : '#c0483f',
  base: dark ? '#55606a' : '#9aa5aa',
  surface: dark ? '#161a1b' : '#ffffff',
});

export type ChartTable = {
  readonly columns: readonly { readonly key: string; readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
};

/** A chart whose title says its subject, with the same figures as a table one click away. */
export function Chart({ title, option, table, height = 260 }: { title: string; option: ChartOption; table: ChartTable; height?: number }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const { dark } = useAppearance();
  const empty = table.rows.length === 0;
  useEffect(() => {
    if (!place.current || asTable || empty) return;
    const ink = chartInk(dark);
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption({
      color: [...PALETTE],
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif', color: ink.text },
      legend: { show: false, textStyle: { color: ink.text } },
      tooltip: { backgroundColor: ink.surface, borderColor: ink.line, textStyle: { color: ink.text, fontSize: 12 } },
    });
    chart.setOption(option);
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, asTable, dark, empty]);
  return (
    <Panel
      title={title}
      extra={
        <Button size="small" type="link" className="no-print" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
      }
    >
      {empty ? (
        <Nothing says={t('chart.empty')} />
      ) : asTable ? (
        <Table
          size="small"
          pagination={false}
          scroll={{ x: 'max-content', y: height }}
          rowKey={(row) => JSON.stringify(row)}
          dataSource={[...table.rows]}
          columns={table.columns.map((c) => ({
            key: c.key,
            dataIndex: c.key,
            title: c.title,
            align: c.numeric ? ('right' as const) : ('left' as const),
          }))}
        />
      ) : (
        <div ref={place} style={{ height }} role="img" aria-label={title} />
      )}
    </Panel>
  );
}

/** Axes as this console draws them: a quiet baseline, hairlines across, figures in ink. */
export function axes(
  dark: boolean,
  categories: readonly string[],
  valueName: string,
  format: (value: number) => string,
): Pick<ChartOption, 'grid' | 'xAxis' | 'yAxis'> {
  const ink = chartInk(dark);
  return {
    grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.line } },
      axisLabel: { color: ink.text },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      name: valueName,
      nameTextStyle: { color: ink.text, align: 'left' },
      splitLine: { lineStyle: { color: ink.line } },
      axisLabel: { color: ink.text, formatter: (v: number) => format(v) },
    },
  };
}
