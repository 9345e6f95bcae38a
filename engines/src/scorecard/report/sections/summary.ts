import { pdOf } from '../../card/pd.ts';
import { type Block, count, fixed, type Language, percent, plain, sayIn } from '../blocks.ts';
import type { ValidationReport } from '../types.ts';
import { interval, kindText, psiText, sampleText, warningText } from './words.ts';

/** The first page: the figures a validator asks first, what speaks for and against the card, and the data it stands on. */
export function summarySection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const judged = report.samples.at(-1)!;
  const wrongSigns = report.record.fits.filter((f) => f.coefficient < 0).length;
  return [
    { kind: 'heading', level: 1, text: say('一、结论摘要', '1 Summary') },
    {
      kind: 'tiles',
      tiles: [
        { label: 'AUC', value: fixed(judged.ranking.auc, 4), detail: say('95% 区间 ', '95% interval ') + interval(judged.ranking.aucInterval, 3) },
        { label: 'Gini', value: fixed(judged.ranking.gini, 4), detail: say('95% 区间 ', '95% interval ') + interval(judged.ranking.giniInterval, 3) },
        { label: 'KS', value: fixed(judged.separation.ks, 4), detail: sampleText(judged.sample, say) },
        {
          label: say('预期 ÷ 实际坏账', 'Expected ÷ observed bads'),
          value: fixed(judged.calibration.ratio, 3),
          detail: say('1.000 为准确', '1.000 is exact'),
        },
        {
          label: 'PSI',
          value: fixed(report.psi, 4),
          detail: report.psi === null ? say('无测试样本', 'no test sample') : psiText(report.psi, say),
        },
        {
          label: say('符号错误的变量', 'Wrong-sign attributes'),
          value: String(wrongSigns),
          detail: say(`共 ${report.card.attributes.length} 个变量`, `of ${report.card.attributes.length}`),
        },
      ],
    },
    ...findings(report, language),
    { kind: 'heading', level: 1, text: say('二、数据与样本', '2 Data and samples') },
    {
      kind: 'text',
      text: say(
        `数据文件 ${report.source.file}；目标列 ${report.source.target}，取值“${report.source.badValue}”为坏；样本划分：${report.source.split}。模型类型：${kindText(report.record.kind, say)}。`,
        `File ${report.source.file}; target column ${report.source.target}, value "${report.source.badValue}" is bad; split: ${report.source.split}. Kind of model: ${kindText(report.record.kind, say)}.`,
      ),
    },
    {
      kind: 'table',
      caption: say('样本', 'Samples'),
      columns: [
        { label: say('样本', 'Sample'), align: 'left' },
        { label: say('行数', 'Rows'), align: 'right' },
        { label: say('好', 'Good'), align: 'right' },
        { label: say('坏', 'Bad'), align: 'right' },
        { label: say('坏账率', 'Bad rate'), align: 'right' },
        { label: say('平均 PD', 'Mean PD'), align: 'right' },
        { label: say('预期 ÷ 实际', 'Expected ÷ observed'), align: 'right' },
      ],
      rows: report.samples.map((s) => [
        sampleText(s.sample, say),
        count(s.rows),
        count(s.goods),
        count(s.bads),
        percent(s.badRate),
        percent(s.meanPd),
        fixed(s.calibration.ratio, 3),
      ]),
    },
    ...scaling(report, language),
  ];
}

function findings(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const [train, judged] = [report.samples[0]!, report.samples.at(-1)!];
  const notes: Block[] = [];
  const note = (tone: 'good' | 'watch' | 'bad', zh: string, en: string): void => void notes.push({ kind: 'note', tone, text: say(zh, en) });
  if (report.judged === 'train')
    note(
      'bad',
      '没有保留测试样本：以下数字均来自训练样本，偏乐观，不可据以批准。',
      'No test rows were kept back: every figure below is of the training rows and is optimistic. Do not approve on it.',
    );
  else {
    const fall = train.ranking.auc - judged.ranking.auc;
    const noise = 1.96 * Math.hypot(train.ranking.standardError, judged.ranking.standardError);
    if (fall > noise)
      note(
        'watch',
        `AUC 从训练到测试下降 ${fixed(fall, 4)}，超出抽样误差 ${fixed(noise, 4)}：有过拟合或样本变化迹象。`,
        `AUC falls by ${fixed(fall, 4)} from training to test, more than sampling error (${fixed(noise, 4)}): overfitting or a changed population.`,
      );
    else
      note(
        'good',
        `AUC 训练与测试之差 ${fixed(fall, 4)}，在抽样误差 ${fixed(noise, 4)} 之内。`,
        `AUC differs by ${fixed(fall, 4)} between training and test, within sampling error (${fixed(noise, 4)}).`,
      );
  }
  const { ratio } = judged.calibration;
  const level = ratio < 0.95 || ratio > 1.05;
  note(
    level ? 'watch' : 'good',
    `PD 水平：预期坏账为实际的 ${fixed(ratio, 3)} 倍${level ? '，超出 0.95–1.05，建议按中心趋势重新校准' : '，在 0.95–1.05 之内'}。`,
    `Level of the PDs: expected bads are ${fixed(ratio, 3)} times the observed${level ? ', outside 0.95–1.05: recalibrate to a central tendency' : ', within 0.95–1.05'}.`,
  );
  const { slope } = report.calibrationLine;
  if (slope < 0.8 || slope > 1.25)
    note(
      'watch',
      `校准斜率 ${fixed(slope, 3)}：PD ${slope < 1 ? '过于分散，常见于过拟合' : '过于集中'}，定价前应重新校准。`,
      `Calibration slope ${fixed(slope, 3)}: PDs are ${slope < 1 ? 'too spread out, as after overfitting' : 'too narrow'}. Recalibrate before pricing on them.`,
    );
  const weak = report.record.fits.filter((f) => f.standardError > 0 && f.coefficient / f.standardError < 1.96).map((f) => f.name);
  if (weak.length > 0)
    note(
      'watch',
      `${weak.length} 个变量的系数在 5% 水平不显著：${weak.join('、')}。保留它们须有业务理由。`,
      `${weak.length} attributes are not significant at 5%: ${weak.join(', ')}. Keeping them needs a business reason.`,
    );
  if (!report.grades.ordered) note('watch', '等级坏账率存在倒挂，见第四节。', 'Some grade has fewer bads than a better one; see section 4.');
  if (report.months?.window.immature)
    note(
      'watch',
      `较晚月份坏账率 ${percent(report.months.window.lateRate)}，较早月份 ${percent(report.months.window.earlyRate)}：差异显著，较晚贷款可能尚未充分表现，请规定表现期。`,
      `Later months show ${percent(report.months.window.lateRate)} bads against ${percent(report.months.window.earlyRate)} before: later loans may not have had time to go bad. State a performance window.`,
    );
  for (const w of report.record.warnings) notes.push({ kind: 'note', tone: 'watch', text: warningText(w, say) });
  return notes;
}

function scaling(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const { card } = report;
  const lowest = Math.min(...report.scoreCurve.map((p) => p.points));
  const highest = Math.max(...report.scoreCurve.map((p) => p.points));
  const first = Math.ceil(lowest / 20) * 20;
  const shown = Array.from({ length: Math.max(1, Math.floor((highest - first) / 20) + 1) }, (_, i) => first + 20 * i);
  const thinned = shown.filter((_, i) => i % Math.ceil(shown.length / 14) === 0);
  return [
    {
      kind: 'text',
      text: say(
        `积分尺度：${plain(card.baseScore)} 分对应好坏比 ${plain(card.baseOdds)} : 1，每增加 ${plain(card.pdo)} 分好坏比翻倍；基础分 ${card.basePoints}。总分为整数，每个总分只对应一个 PD：PD = 1 ÷ (1 + ${plain(card.baseOdds)} × 2^((总分 − ${plain(card.baseScore)}) ÷ ${plain(card.pdo)}))。`,
        `Scale: ${plain(card.baseScore)} points are odds of ${plain(card.baseOdds)} to 1, ${plain(card.pdo)} more points double them; base points ${card.basePoints}. Scores are whole and each has one PD: PD = 1 ÷ (1 + ${plain(card.baseOdds)} × 2^((score − ${plain(card.baseScore)}) ÷ ${plain(card.pdo)})).`,
      ),
    },
    ...calibrationText(report, say),
    {
      kind: 'table',
      caption: say('总分与 PD', 'Score and PD'),
      columns: [{ label: say('总分', 'Score'), align: 'left' }, ...thinned.map((p) => ({ label: String(p), align: 'right' as const }))],
      rows: [['PD', ...thinned.map((p) => percent(pdOf(card, p), 1))]],
    },
  ];
}

/** What was done so that the PDs hold for rows not seen. */
function calibrationText({ card, record }: ValidationReport, say: ReturnType<typeof sayIn>): Block[] {
  const texts: string[] = [];
  if (record.shrink !== undefined)
    texts.push(
      say(
        `积分按 ${fixed(record.shrink, 3)} 倍收拢：分组留出的样本显示，模型对未见样本的区分度低于训练样本，收拢后 PD 不致过度自信。`,
        `Points were drawn together by ${fixed(record.shrink, 3)}: folds left out show that the card separates unseen rows less than its own, and the PDs should not be surer than that.`,
      ),
    );
  if (card.pdCurve) {
    const knots = card.pdCurve.map((k) => `${k.points} → ${plain(k.level)}`).join(say('，', ', '));
    texts.push(
      say(
        `总分与对数好坏比的直线关系在 1% 水平被拒绝，PD 按校准曲线读取：以总分对应的水平分代入上式（${knots}；中间及两端按直线）。`,
        `A straight line between score and log-odds is refuted at 1%: the PD is read from a curve, with the level of the score in the formula above (${knots}; straight between and beyond).`,
      ),
    );
  }
  return texts.map((text) => ({ kind: 'text', text }));
}
