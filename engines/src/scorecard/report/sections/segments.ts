import { type Block, count, fixed, type Language, percent, sayIn } from '../blocks.ts';
import type { ValidationReport } from '../types.ts';

/** Sub-populations: what was tried, what stays, and how each one fares. */
export function segmentsSection({ card, record, segments }: ValidationReport, language: Language): Block[] {
  const trials = record.segmentTrials;
  if (!trials) return [];
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const left = (zh: string, en: string) => ({ label: say(zh, en), align: 'left' as const });
  const tried: Block = {
    kind: 'table',
    caption: say(
      '试过的分群（均以未参与建模的行评判；增益超出误差 2.13 倍才采用）',
      'Splits tried, judged on rows not seen; kept only where the gain is more than 2.13 of its errors',
    ),
    columns: [
      left('分群条件', 'Split'),
      right('笔数', 'Loans'),
      right('对数损失下降', 'Fall of log loss'),
      right('标准误', 'Std. error'),
      right('AUC 一张卡', 'AUC one card'),
      right('AUC 两张卡', 'AUC two cards'),
      left('采用', 'Kept'),
    ],
    rows: trials.map((t) => [
      t.split[language],
      count(t.rows),
      fixed(t.gain, 5),
      fixed(t.standardError, 5),
      fixed(t.aucOne, 4),
      fixed(t.aucApart, 4),
      t.kept ? say('是', 'yes') : say('否', 'no'),
    ]),
  };
  const none: Block = { kind: 'text', text: say('没有值得分开建卡的子群。', 'No sub-population is worth a card of its own.') };
  const own: Block[] =
    (segments ?? []).length === 0
      ? [none]
      : [
          {
            kind: 'table',
            caption: say('各分群（评判样本）', 'Segments on the judged rows'),
            columns: [
              left('分群', 'Segment'),
              right('笔数', 'Loans'),
              right('坏', 'Bad'),
              right('坏账率', 'Bad rate'),
              right('平均 PD', 'Mean PD'),
              right('群内 AUC', 'AUC within'),
              right('变量', 'Attributes'),
            ],
            rows: (segments ?? []).map((s) => [
              `${s.segment + 1}. ${card.attributes[0]?.bins[s.segment]?.reason[language] ?? ''}`,
              count(s.rows),
              count(s.bads),
              percent(s.badRate),
              percent(s.meanPd),
              fixed(s.auc, 4),
              String(card.attributes.filter((a) => a.segment === s.segment).length),
            ]),
          },
        ];
  return [{ kind: 'heading', level: 2, text: say('分群', 'Segments') }, ...(trials.length > 0 ? [tried] : []), ...own];
}
