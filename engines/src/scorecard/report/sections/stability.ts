import { type Block, count, fixed, type Language, percent, pIs, plain, sayIn } from '../blocks.ts';
import { barChart, INK, LOW, lineChart } from '../chart.ts';
import type { ValidationReport } from '../types.ts';
import { levelText, psiText } from './words.ts';

/** Stability: PSI of the score, CSI of every attribute, and month by month where the data knows months. */
export function stabilitySection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  return [{ kind: 'heading', level: 1, text: say('五、稳定性', '5 Stability') }, ...scoreBlocks(report, language), ...monthBlocks(report, language)];
}

function scoreBlocks(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  if (report.psi === null)
    return [{ kind: 'text', text: say('没有测试样本，无法比较总体。', 'Without a test sample the population cannot be compared.') }];
  const band = (from: number | null, to: number | null): string =>
    from === null ? `≤ ${plain(to ?? 0)}` : to === null ? `> ${plain(from)}` : `${plain(from)} – ${plain(to)}`;
  const moved = report.attributes.toSorted((a, b) => (b.csi ?? 0) - (a.csi ?? 0));
  return [
    {
      kind: 'chart',
      caption: say(
        `总分分布：PSI ${fixed(report.psi, 4)}（${psiText(report.psi, say)}）`,
        `Distribution of the score: PSI ${fixed(report.psi, 4)} (${psiText(report.psi, say)})`,
      ),
      alt: say('训练与测试样本按分数段的占比', 'shares of training and test rows by score band'),
      svg: barChart({
        size: LOW,
        y: say('占比', 'Share'),
        categories: report.scoreBands.map((b) => band(b.from, b.to)),
        bars: [
          { name: say('训练', 'training'), color: INK.soft, values: report.scoreBands.map((b) => b.expected), format: (v) => percent(v, 0) },
          { name: say('测试', 'test'), color: INK.good, values: report.scoreBands.map((b) => b.actual), format: (v) => percent(v, 0) },
        ],
        line: {
          name: say('测试坏账率', 'bad rate, test'),
          color: INK.bad,
          values: report.scoreBands.map((b) => b.badRate),
          format: (v) => percent(v, 0),
        },
      }),
    },
    {
      kind: 'table',
      caption: say('各变量的稳定性（CSI，从大到小）', 'Stability of attributes (CSI, largest first)'),
      columns: [{ label: say('变量', 'Attribute'), align: 'left' }, right('CSI', 'CSI'), { label: say('判断', 'Judgement'), align: 'left' }],
      rows: moved.slice(0, 15).map((a) => [labelOf(report, a.name, language), fixed(a.csi, 4), a.csi === null ? '–' : psiText(a.csi, say)]),
    },
    {
      kind: 'text',
      text: say(
        `共 ${moved.length} 个变量；${moved.filter((a) => (a.csi ?? 0) >= 0.1).length} 个达到 0.10。分界：0.10 以下稳定，0.10–0.25 关注，0.25 以上已偏移。`,
        `${moved.length} attributes, ${moved.filter((a) => (a.csi ?? 0) >= 0.1).length} of them at 0.10 or more. Lines: under 0.10 stable, 0.10–0.25 watch, above 0.25 moved.`,
      ),
    },
  ];
}

export const labelOf = (report: ValidationReport, name: string, language: Language): string =>
  report.card.attributes.find((a) => a.name === name)?.label[language] ?? name;

function monthBlocks(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const { months } = report;
  if (months === null)
    return [{ kind: 'text', text: say('数据不含月份，未作逐月检查。', 'The data names no month, so nothing was checked month by month.') }];
  const driftOf = new Map(months.drift.map((d) => [d.month, d]));
  return [
    { kind: 'heading', level: 2, text: say('逐月稳定性', 'Month by month') },
    ...monthCharts(months, language),
    {
      kind: 'table',
      caption: say('逐月表（PSI 相对训练样本）', 'Month by month (PSI against the training rows)'),
      columns: [
        { label: say('月份', 'Month'), align: 'left' },
        right('笔数', 'Loans'),
        right('坏账率', 'Bad rate'),
        right('平均 PD', 'Mean PD'),
        right('预期 ÷ 实际', 'Exp. ÷ obs.'),
        right('Gini', 'Gini'),
        right('KS', 'KS'),
        right('PSI', 'PSI'),
        { label: say('判断', 'Judgement'), align: 'left' },
      ],
      rows: months.outcomes.map((m) => {
        const drift = driftOf.get(m.month);
        const tail = drift === undefined ? ['–', '–'] : [fixed(drift.index, 4), levelText(drift.level, say)];
        return [m.month, count(m.rows), percent(m.badRate), percent(m.meanPd), fixed(m.ratio, 2), fixed(m.gini, 3), fixed(m.ks, 3), ...tail];
      }),
    },
    ...windowText(report, language),
    ...movedMost(months, report, language),
  ];
}

function monthCharts(months: NonNullable<ValidationReport['months']>, language: Language): Block[] {
  const say = sayIn(language);
  return [
    {
      kind: 'chart',
      caption: say('逐月坏账率与平均 PD', 'Bad rate and mean PD by month'),
      alt: say('逐月坏账率与平均 PD', 'bad rate and mean PD by month'),
      svg: barChart({
        size: LOW,
        y: say('坏账率', 'Bad rate'),
        categories: months.outcomes.map((m) => m.month),
        bars: [
          { name: say('坏账率', 'bad rate'), color: INK.bad, values: months.outcomes.map((m) => m.badRate), format: (v) => percent(v, 0) },
          { name: say('平均 PD', 'mean PD'), color: INK.soft, values: months.outcomes.map((m) => m.meanPd), format: (v) => percent(v, 0) },
        ],
      }),
    },
    {
      kind: 'chart',
      caption: say('逐月 Gini（DeLong 95% 区间）', 'Gini by month (DeLong 95% intervals)'),
      alt: say('逐月 Gini', 'Gini by month'),
      svg: lineChart({
        size: LOW,
        x: {
          label: say('月份', 'Month'),
          min: 0,
          max: months.outcomes.length + 1,
          format: (v) => months.outcomes[v - 1]?.month ?? '',
        },
        y: {
          label: 'Gini',
          min: Math.min(0, ...months.outcomes.map((m) => m.giniInterval.low)),
          max: Math.max(...months.outcomes.map((m) => m.giniInterval.high)) * 1.1,
          format: (v) => fixed(v, 2),
        },
        lines: [],
        dots: {
          name: 'Gini',
          color: INK.good,
          dots: months.outcomes.map((m, i) => ({
            at: [i + 1, m.gini] as const,
            low: m.giniInterval.low,
            high: m.giniInterval.high,
            label: fixed(m.gini, 2),
          })),
        },
      }),
    },
  ];
}

function windowText(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const window = report.months?.window;
  if (window === undefined) return [];
  return [
    {
      kind: 'text',
      text: say(
        `表现期检查：较早一半月份坏账率 ${percent(window.earlyRate)}，较晚一半 ${percent(window.lateRate)}（${pIs(window.pValue)}）。${window.immature ? '较晚月份可能尚未充分表现。' : '未见表现期不足的迹象。'}`,
        `Performance window: bad rate ${percent(window.earlyRate)} in the earlier half of the months, ${percent(window.lateRate)} in the later (${pIs(window.pValue)}). ${window.immature ? 'The later months may not be mature.' : 'No sign of immature months.'}`,
      ),
    },
  ];
}

const SHOWN_MONTHS = 12;
const SHOWN_ATTRIBUTES = 10;

/** CSI month by month of the attributes that moved most, the latest months. */
function movedMost(months: NonNullable<ValidationReport['months']>, report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const latest = months.drift.slice(-SHOWN_MONTHS).map((d) => d.month);
  const series = [...Map.groupBy(months.attributes, (a) => a.attribute)]
    .map(([name, drifts]) => ({ name, drifts, most: Math.max(...drifts.map((d) => d.index)) }))
    .toSorted((a, b) => b.most - a.most)
    .slice(0, SHOWN_ATTRIBUTES);
  return [
    {
      kind: 'table',
      caption: say('逐月 CSI：变动最大的变量', 'CSI by month: the attributes that moved most'),
      columns: [{ label: say('变量', 'Attribute'), align: 'left' }, ...latest.map((month) => ({ label: month, align: 'right' as const }))],
      rows: series.map(({ name, drifts }) => [
        labelOf(report, name, language),
        ...latest.map((month) => fixed(drifts.find((d) => d.month === month)?.index ?? null, 3)),
      ]),
    },
  ];
}
