import { shortMoney, showMoney, showPercent } from '@tallystick/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { axes, Chart, type ChartOption, PALETTE } from '../parts/chart.tsx';
import type { Reply } from '../reply.ts';
import { useAppearance } from '../shell/appearance.ts';

type Cockpit = Reply<'/cockpit'>;
/** Drawing is the one place where money may become a float: a pixel is coarser than a fen. */
const height = (amount: string): number => Number(amount);
const axisMoney = (yuan: number): string =>
  shortMoney(String(Math.trunc(yuan)))
    .replace(/(\.\d*?)0+(?=\D*$)/, '$1')
    .replace(/\.(?=\D*$)/, '');

export function BalanceChart({ months }: { months: Cockpit['months'] }) {
  const { t } = useTranslation();
  const { dark } = useAppearance();
  const option = useMemo<ChartOption>(
    () => ({
      ...axes(
        dark,
        months.map((m) => m.month),
        t('unit.yuan'),
        axisMoney,
      ),
      legend: { show: true, top: 0, right: 0, itemHeight: 8 },
      tooltip: { trigger: 'axis', valueFormatter: (v) => showMoney(Number(v).toFixed(2)) },
      series: [
        {
          type: 'bar',
          name: t('cockpit.paidOut'),
          data: months.map((m) => height(m.paidOutMinor)),
          itemStyle: { color: PALETTE[2] },
          barMaxWidth: 18,
        },
        {
          type: 'line',
          name: t('cockpit.balance'),
          data: months.map((m) => height(m.balanceMinor)),
          itemStyle: { color: PALETTE[0] },
          symbolSize: 5,
        },
      ],
    }),
    [months, dark, t],
  );
  return (
    <Chart
      title={t('cockpit.balanceChart')}
      option={option}
      table={{
        columns: [
          { key: 'month', title: t('cockpit.month') },
          { key: 'balance', title: t('cockpit.balance'), numeric: true },
          { key: 'out', title: t('cockpit.paidOut'), numeric: true },
        ],
        rows: months.map((m) => ({ month: m.month, balance: showMoney(m.balanceMinor), out: showMoney(m.paidOutMinor) })),
      }}
    />
  );
}

export function StageChart({ stages }: { stages: Cockpit['stages'] }) {
  const { t } = useTranslation();
  const { dark } = useAppearance();
  const option = useMemo<ChartOption>(
    () => ({
      ...axes(
        dark,
        stages.map((s) => t(`stages.${s.stage}`)),
        t('unit.yuan'),
        axisMoney,
      ),
      tooltip: { trigger: 'axis', valueFormatter: (v) => showMoney(Number(v).toFixed(2)) },
      series: [
        {
          type: 'bar',
          name: t('cockpit.balance'),
          data: stages.map((s) => height(s.balanceMinor)),
          barMaxWidth: 36,
          label: { show: true, position: 'top', fontSize: 10, formatter: (p) => axisMoney(Number(Number(p.value).toPrecision(3))) },
        },
      ],
    }),
    [stages, dark, t],
  );
  return (
    <Chart
      title={t('cockpit.stageChart')}
      option={option}
      table={{
        columns: [
          { key: 'stage', title: t('cuts.stage') },
          { key: 'loans', title: t('cockpit.loanCount'), numeric: true },
          { key: 'balance', title: t('cockpit.balance'), numeric: true },
        ],
        rows: stages.map((s) => ({ stage: t(`stages.${s.stage}`), loans: s.loans, balance: showMoney(s.balanceMinor) })),
      }}
    />
  );
}

export function VintageChart({ vintages }: { vintages: Cockpit['vintages'] }) {
  const { t } = useTranslation();
  const { dark } = useAppearance();
  const option = useMemo<ChartOption>(
    () => ({
      ...axes(
        dark,
        vintages.map((v) => v.month),
        '%',
        (v) => `${v}`,
      ),
      tooltip: { trigger: 'axis', valueFormatter: (v) => `${Number(v).toFixed(2)}%` },
      series: [
        {
          type: 'bar',
          name: t('cockpit.everLate'),
          data: vintages.map((v) => Number(v.everLatePpm)),
          itemStyle: { color: PALETTE[1] },
          barMaxWidth: 28,
          label: { show: true, position: 'top', fontSize: 10, formatter: (p) => `${Number(p.value).toFixed(2)}%` },
        },
      ],
    }),
    [vintages, dark, t],
  );
  return (
    <Chart
      title={t('cockpit.vintageChart')}
      option={option}
      height={200}
      table={{
        columns: [
          { key: 'month', title: t('cockpit.paidOutMonth') },
          { key: 'loans', title: t('cockpit.loanCount'), numeric: true },
          { key: 'lent', title: t('cockpit.lent'), numeric: true },
          { key: 'late', title: t('cockpit.everLate'), numeric: true },
        ],
        rows: vintages.map((v) => ({ month: v.month, loans: v.loans, lent: showMoney(v.lentMinor), late: showPercent(v.everLatePpm) })),
      }}
    />
  );
}
