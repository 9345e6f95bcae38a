import { count, type Language, percent, type ReportDocument, sayIn } from './blocks.ts';
import { attributesSection, decisionsSection } from './sections/attributes.ts';
import { calibrationSection } from './sections/calibration.ts';
import { rankingSection } from './sections/ranking.ts';
import { segmentsSection } from './sections/segments.ts';
import { stabilitySection } from './sections/stability.ts';
import { strategySection } from './sections/strategy.ts';
import { summarySection } from './sections/summary.ts';
import { kindText, sampleText } from './sections/words.ts';
import type { ValidationReport } from './types.ts';

/** The report in one language, ready to be set as HTML or PDF. */
export function reportDocument(report: ValidationReport, language: Language): ReportDocument {
  const say = sayIn(language);
  const judged = report.samples.at(-1)!;
  return {
    language,
    title: say('评分卡验证报告', 'Scorecard validation report'),
    subtitle: `${report.card.id} ${report.card.version}`,
    facts: [
      [say('模型', 'Model'), kindText(report.record.kind, say)],
      [say('变量', 'Attributes'), String(report.card.attributes.length)],
      [say('评判样本', 'Judged on'), `${sampleText(judged.sample, say)} · ${count(judged.rows)} · ${percent(judged.badRate)}`],
      [say('数据', 'Data'), report.source.file],
    ],
    blocks: [
      ...summarySection(report, language),
      ...rankingSection(report, language),
      ...segmentsSection(report, language),
      ...calibrationSection(report, language),
      ...stabilitySection(report, language),
      ...attributesSection(report, language),
      ...decisionsSection(report, language),
      ...strategySection(report, language),
    ],
  };
}
