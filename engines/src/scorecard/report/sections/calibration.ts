import { type Block, chance, count, fixed, type Language, percent, pIs, sayIn } from '../blocks.ts';
import { INK, lineChart } from '../chart.ts';
import type { ValidationReport } from '../types.ts';
import { lightText, percentInterval } from './words.ts';

/** Calibration: expected against observed by band, the scores of fit, and grades with their tests. */
export function calibrationSection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const judged = report.samples.at(-1)!;
  const { hosmerLemeshow: test, calibrationLine: line, calibrationBands: bands } = report;
  const top = Math.min(1, Math.max(...bands.flatMap((b) => [b.meanPd, b.interval.high])) * 1.05);
  return [
    { kind: 'heading', level: 1, text: say('四、校准', '4 Calibration') },
    {
      kind: 'text',
      text: say(
        `Brier 分 ${fixed(judged.brier, 4)}，对数损失 ${fixed(judged.logLoss, 4)}，十档平均偏差 ${fixed(judged.calibration.error, 4)}。校准线截距 ${fixed(line.intercept, 3)}、斜率 ${fixed(line.slope, 3)}（理想为 0 与 1；斜率小于 1 表示 PD 过于分散）。Hosmer–Lemeshow χ² = ${fixed(test.statistic, 2)}，自由度 ${test.freedom}，${pIs(test.pValue)}。样本越大，该检验对微小偏差越敏感，应与区间图一并判断。`,
        `Brier score ${fixed(judged.brier, 4)}, log loss ${fixed(judged.logLoss, 4)}, mean distance over ten bands ${fixed(judged.calibration.error, 4)}. Calibration line: intercept ${fixed(line.intercept, 3)}, slope ${fixed(line.slope, 3)} (0 and 1 are perfect; a slope under 1 means PDs too spread out). Hosmer–Lemeshow χ² = ${fixed(test.statistic, 2)}, ${test.freedom} degrees of freedom, ${pIs(test.pValue)}. The larger the sample, the smaller the deviation this test finds: read it with the intervals.`,
      ),
    },
    {
      kind: 'chart',
      caption: say('各档平均 PD 与实际坏账率（95% Jeffreys 区间）', 'Mean PD and bad rate by band (95% Jeffreys intervals)'),
      alt: say('校准图', 'calibration chart'),
      svg: lineChart({
        x: { label: say('平均 PD', 'Mean PD'), min: 0, max: top, format: (v) => percent(v, 0) },
        y: { label: say('实际坏账率', 'Bad rate'), min: 0, max: top, format: (v) => percent(v, 0) },
        lines: [
          {
            name: say('完全准确', 'exact'),
            color: INK.quiet,
            dash: true,
            points: [
              [0, 0],
              [top, top],
            ],
          },
        ],
        dots: {
          name: say('各档', 'bands'),
          color: INK.good,
          dots: bands.map((b) => ({ at: [b.meanPd, b.badRate] as const, low: b.interval.low, high: b.interval.high, label: percent(b.badRate, 1) })),
        },
      }),
    },
    {
      kind: 'table',
      caption: say('校准表', 'Calibration table'),
      columns: [
        right('档', 'Band'),
        right('笔数', 'Loans'),
        right('PD 从', 'PD from'),
        right('至', 'to'),
        right('平均 PD', 'Mean PD'),
        right('预期坏账', 'Expected bads'),
        right('实际坏账', 'Observed bads'),
        right('坏账率', 'Bad rate'),
        right('95% 区间', '95% interval'),
      ],
      rows: bands.map((b, i) => [
        String(i + 1),
        count(b.total),
        percent(b.fromPd),
        percent(b.toPd),
        percent(b.meanPd),
        fixed(b.expected, 1),
        count(b.observed),
        percent(b.badRate),
        percentInterval(b.interval),
      ]),
    },
    ...gradeBlocks(report, language),
  ];
}

function gradeBlocks(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const { grades, hosmerLemeshow: test, ordered, concentration } = report.grades;
  return [
    { kind: 'heading', level: 2, text: say('等级与检验', 'Grades and tests') },
    {
      kind: 'table',
      caption: say('各等级的二项检验（精确）与 Jeffreys 检验', 'Exact binomial test and Jeffreys test per grade'),
      columns: [
        { label: say('等级', 'Grade'), align: 'left' },
        right('笔数', 'Loans'),
        right('占比', 'Share'),
        right('平均 PD', 'Mean PD'),
        right('坏账', 'Bads'),
        right('坏账率', 'Bad rate'),
        right('95% 区间', '95% interval'),
        right('p（PD 偏低）', 'p (PD too low)'),
        right('Jeffreys', 'Jeffreys'),
        { label: say('判断', 'Judgement'), align: 'left' },
      ],
      rows: grades.map((g) => [
        g.grade,
        count(g.total),
        percent(g.share, 1),
        percent(g.pd),
        count(g.bad),
        percent(g.badRate),
        percentInterval(g.interval),
        chance(g.tooLow),
        chance(g.jeffreys),
        lightText(g.light, say),
      ]),
    },
    {
      kind: 'text',
      text: say(
        `各等级合并的 Hosmer–Lemeshow χ² = ${fixed(test.statistic, 2)}（自由度 ${test.freedom}，${pIs(test.pValue)}）；坏账率${ordered ? '随等级变差不下降' : '在某些相邻等级间倒挂，须合并或平滑'}；集中度（占比平方和）${fixed(concentration, 3)}。等级尺度为设计值，可替换。`,
        `Hosmer–Lemeshow over the grades: χ² = ${fixed(test.statistic, 2)} (${test.freedom} degrees of freedom, ${pIs(test.pValue)}); bad rates ${ordered ? 'never fall from a grade to a worse one' : 'fall from some grade to a worse one: merge or smooth'}; concentration (sum of squared shares) ${fixed(concentration, 3)}. The scale is a design value and can be replaced.`,
      ),
    },
  ];
}
