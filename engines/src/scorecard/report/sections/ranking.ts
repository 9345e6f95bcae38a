import { type Block, count, fixed, type Language, percent, pIs, sayIn } from '../blocks.ts';
import { barChart, HALF, INK, LOW, lineChart } from '../chart.ts';
import type { ValidationReport } from '../types.ts';
import { interval, sampleText } from './words.ts';

const CHANCE = [
  [0, 0],
  [1, 1],
] as const;
const whole = (value: number): string => percent(value, 0);

/** Discrimination: AUC, Gini, KS with intervals, ROC and KS charts, gains and lift, a benchmark score where there is one. */
export function rankingSection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  return [
    { kind: 'heading', level: 1, text: say('三、区分能力', '3 Discrimination') },
    {
      kind: 'table',
      caption: say('区分能力（DeLong 95% 区间）', 'Discrimination (DeLong 95% intervals)'),
      columns: [
        { label: say('样本', 'Sample'), align: 'left' },
        right('AUC', 'AUC'),
        right('区间', 'Interval'),
        right('标准误', 'Std. error'),
        right('Gini', 'Gini'),
        right('区间', 'Interval'),
        right('KS', 'KS'),
        right('KS 处 PD', 'KS at PD'),
      ],
      rows: report.samples.map((s) => [
        sampleText(s.sample, say),
        fixed(s.ranking.auc, 4),
        interval(s.ranking.aucInterval),
        fixed(s.ranking.standardError, 4),
        fixed(s.ranking.gini, 4),
        interval(s.ranking.giniInterval),
        fixed(s.separation.ks, 4),
        percent(s.separation.at),
      ]),
    },
    ...folds(report, language),
    ...curves(report, language),
    ...gains(report, language),
    ...benchmark(report, language),
  ];
}

/** How far the figures move when other rows train: one line a fold, their mean and spread. */
function folds({ crossValidation: found }: ValidationReport, language: Language): Block[] {
  if (found === null) return [];
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const figures = (of: typeof found.mean): string[] => [fixed(of.auc, 4), fixed(of.ks, 4), fixed(of.error, 4), fixed(of.ratio, 3)];
  const parts = found.folds.length;
  return [
    {
      kind: 'table',
      caption: say(
        `交叉验证（${parts} 折，仅训练样本；每折由未见过它的评分卡评判）`,
        `Cross-validation (${parts} folds of the training rows, each judged by a card that did not see it)`,
      ),
      columns: [
        { label: say('折', 'Fold'), align: 'left' },
        right('笔数', 'Loans'),
        right('坏', 'Bad'),
        right('变量', 'Attributes'),
        right('AUC', 'AUC'),
        right('KS', 'KS'),
        right('校准误差', 'Calibration error'),
        right('预期 ÷ 实际', 'Expected ÷ observed'),
      ],
      rows: [
        ...found.folds.map((f, i) => [String(i + 1), count(f.rows), count(f.bads), String(f.attributes), ...figures(f)]),
        [say('均值', 'Mean'), '', '', '', ...figures(found.mean)],
        [say('标准差', 'Std. deviation'), '', '', '', ...figures(found.spread)],
      ],
      strong: [parts, parts + 1],
    },
  ];
}

function curves(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const judged = report.samples.at(-1)!;
  const share = (label: string) => ({ label, min: 0, max: 1, format: whole });
  const colors = report.roc.length === 1 ? [INK.good] : [INK.soft, INK.good];
  const points = report.scoreCurve.map((p) => p.points);
  const peak = report.scoreCurve.reduce((a, b) => (b.badShare - b.goodShare > a.badShare - a.goodShare ? b : a));
  const roc = lineChart({
    size: HALF,
    x: share(say('好账累计占比', 'Share of goods turned away')),
    y: share(say('坏账累计占比', 'Share of bads kept out')),
    lines: [
      { name: '', color: INK.quiet, dash: true, points: CHANCE },
      ...report.roc.map(({ sample, curve }, i) => ({
        name: `${sample === 'train' ? say('训练', 'training') : say('测试', 'test')} ${fixed(report.samples[i]!.ranking.auc, 4)}`,
        color: colors[i] ?? INK.good,
        points: curve.map((p) => [p.goodShare, p.badShare] as const),
      })),
    ],
  });
  const apart = lineChart({
    size: HALF,
    x: { label: say('总分', 'Score'), min: Math.min(...points), max: Math.max(...points), format: String },
    y: share(say('累计占比', 'Cumulative share')),
    lines: [
      { name: say('坏', 'bad'), color: INK.bad, points: report.scoreCurve.map((p) => [p.points, p.badShare] as const) },
      { name: say('好', 'good'), color: INK.good, points: report.scoreCurve.map((p) => [p.points, p.goodShare] as const) },
    ],
    marks: [{ x: peak.points, label: `KS ${fixed(judged.separation.ks, 4)}` }],
  });
  return [
    {
      kind: 'pair',
      charts: [
        {
          kind: 'chart',
          caption: say(`ROC 曲线：AUC ${fixed(judged.ranking.auc, 4)}`, `ROC curve: AUC ${fixed(judged.ranking.auc, 4)}`),
          alt: say('坏账累计占比对好账累计占比', 'cumulative share of bads against goods'),
          svg: roc,
        },
        {
          kind: 'chart',
          caption: say(
            `KS ${fixed(judged.separation.ks, 4)}，在 ${peak.points} 分处`,
            `KS ${fixed(judged.separation.ks, 4)}, at ${peak.points} points`,
          ),
          alt: say('好坏账按总分的累计占比', 'cumulative shares of goods and bads by score'),
          svg: apart,
        },
      ],
    },
  ];
}

function gains(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  return [
    { kind: 'heading', level: 2, text: say('收益与提升', 'Gains and lift') },
    {
      kind: 'chart',
      caption: say(
        `最高风险一档含全部坏账的 ${percent(report.gains[0]?.cumulative.badShare ?? null, 1)}`,
        `The riskiest band holds ${percent(report.gains[0]?.cumulative.badShare ?? null, 1)} of all bads`,
      ),
      alt: say('各档提升与累计捕获率', 'lift and cumulative capture by band'),
      svg: barChart({
        size: LOW,
        y: say('提升（倍）', 'Lift (times)'),
        categories: report.gains.map((_, i) => String(i + 1)),
        bars: [{ name: say('提升', 'lift'), color: INK.good, values: report.gains.map((g) => g.lift), format: (v) => fixed(v, 2) }],
        line: {
          name: say('累计捕获坏账', 'bads captured so far'),
          color: INK.bad,
          values: report.gains.map((g) => g.cumulative.badShare),
          format: whole,
        },
      }),
    },
    {
      kind: 'table',
      caption: say('收益表（从风险最高的一档起）', 'Gains table, riskiest band first'),
      columns: [
        right('档', 'Band'),
        right('PD 从', 'PD from'),
        right('至', 'to'),
        right('笔数', 'Loans'),
        right('坏', 'Bad'),
        right('坏账率', 'Bad rate'),
        right('提升', 'Lift'),
        right('累计占比', 'Cum. loans'),
        right('累计捕获坏账', 'Cum. bads'),
        right('累计提升', 'Cum. lift'),
        right('KS', 'KS'),
      ],
      rows: report.gains.map((g, i) => [
        String(i + 1),
        percent(g.fromRisk),
        percent(g.toRisk),
        count(g.total),
        count(g.bad),
        percent(g.badRate),
        fixed(g.lift, 2),
        percent(g.cumulative.share, 1),
        percent(g.cumulative.badShare, 1),
        fixed(g.cumulative.lift, 2),
        fixed(g.ks, 3),
      ]),
    },
  ];
}

function benchmark(report: ValidationReport, language: Language): Block[] {
  if (report.benchmark === null) return [];
  const say = sayIn(language);
  const { name, auc, difference, standardError, pValue } = report.benchmark;
  return [
    { kind: 'heading', level: 2, text: say('与对照评分比较', 'Against a benchmark score') },
    {
      kind: 'text',
      text: say(
        `对照评分 ${name} 的 AUC 为 ${fixed(auc, 4)}；本卡减对照为 ${fixed(difference, 4)}（配对 DeLong 标准误 ${fixed(standardError, 4)}，${pIs(pValue)}）。`,
        `The benchmark ${name} has AUC ${fixed(auc, 4)}; this card less the benchmark is ${fixed(difference, 4)} (paired DeLong standard error ${fixed(standardError, 4)}, ${pIs(pValue)}).`,
      ),
    },
  ];
}
