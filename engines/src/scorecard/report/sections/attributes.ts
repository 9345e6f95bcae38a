import { type Block, count, fixed, type Language, percent, sayIn } from '../blocks.ts';
import { barChart, INK, LOW } from '../chart.ts';
import type { ReportedAttribute, ValidationReport } from '../types.ts';
import { binText, dropText, forcedText, inSegment, labelText, trendText } from './words.ts';

const MOST_NAMED = 12;
const written = (points: number): string => (Number.isInteger(points) ? String(points) : fixed(points, 1));

function pointsText(kind: ValidationReport['record']['kind'], language: Language): string {
  const say = sayIn(language);
  if (kind === 'points')
    return say(
      '系数作用于 WOE，以“好”的对数好坏比为目标，全部为正：分箱越好，积分越高。',
      'Coefficients are of the WOE on the log-odds of good and are all positive: a better bin always has more points.',
    );
  if (kind === 'additive')
    return say(
      '积分由提升法得到的逐变量阶梯函数换算，不经过系数。',
      'Points come from the boosted step function of each attribute, not from coefficients.',
    );
  return say(
    '树模型的分箱没有固定积分：表中为训练样本落入该箱的各行在其路径上由该变量带来的平均加分。单笔的理由按其自身路径计算。',
    'Bins of trees have no fixed points: the tables give the mean step that the attribute added on the paths of the training rows in the bin. Reasons of one loan come from its own paths.',
  );
}

/** The card itself: every attribute with its bins, evidence and points. */
export function attributesSection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const fits = new Map(report.record.fits.map((f) => [`${f.segment ?? ''}/${f.name}`, f]));
  const { attributes } = report.card;
  const { kind } = report.record;
  const logistic = kind === 'points';
  return [
    { kind: 'heading', level: 1, text: say('六、变量、分箱与积分', '6 Attributes, bins and points') },
    {
      kind: 'table',
      caption: say('入模变量', 'Attributes of the card'),
      columns: [
        { label: say('变量', 'Attribute'), align: 'left' },
        right('分箱', 'Bins'),
        right('IV', 'IV'),
        ...(logistic ? [right('系数', 'Coefficient'), right('标准误', 'Std. error'), right('z', 'z'), right('VIF', 'VIF')] : []),
        right('积分范围', 'Points'),
        { label: say('形状', 'Shape'), align: 'left' },
      ],
      rows: attributes.map((a, i) => {
        const fit = fits.get(`${a.segment ?? ''}/${a.name}`);
        const points = report.attributes[i]!.bins.map((b) => b.points);
        const figures = logistic
          ? [
              fixed(fit?.coefficient ?? null, 4),
              fixed(fit?.standardError ?? null, 4),
              fit?.standardError ? fixed(fit.coefficient / fit.standardError, 1) : '–',
              fixed(fit?.vif ?? null, 2),
            ]
          : [];
        return [
          labelText(a, say),
          String(report.attributes[i]!.bins.length),
          fixed(fit?.iv ?? null, 4),
          ...figures,
          `${written(Math.min(...points))} … ${written(Math.max(...points))}`,
          trendText(a, say),
        ];
      }),
    },
    { kind: 'text', text: pointsText(kind, language) },
    ...report.attributes.flatMap((a, i) => attributeBlocks(report, a, i, language)),
  ];
}

function attributeBlocks(report: ValidationReport, of: ReportedAttribute, at: number, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const attribute = report.card.attributes[at]!;
  const judged = of.bins.some((b) => b.judged !== null);
  // Too many bins to be named under the bars: they are numbered there and in the table.
  const numbered = attribute.bins.length > MOST_NAMED;
  const texts = attribute.bins.map((b, i) => `${numbered ? `${i + 1}. ` : ''}${binText(attribute, b, language)}`);
  const held = of.bins.map((_, i) => i).filter((i) => of.bins[i]!.total > 0 || (of.bins[i]!.judged?.total ?? 0) > 0);
  return [
    { kind: 'heading', level: 2, text: `${labelText(attribute, say)}${attribute.label[language] === attribute.name ? '' : ` (${attribute.name})`}` },
    {
      kind: 'chart',
      caption: say(`IV ${fixed(of.iv, 4)}；${trendText(attribute, say)}`, `IV ${fixed(of.iv, 4)}; ${trendText(attribute, say)}`),
      alt: say(`${attribute.label.zh} 各分箱占比与坏账率`, `shares and bad rates of ${attribute.label.en}`),
      svg: barChart({
        size: LOW,
        y: say('占比（训练）', 'Share (training)'),
        categories: held.map((i) => (numbered ? String(i + 1) : texts[i]!)),
        bars: [{ name: say('占比', 'share'), color: INK.soft, values: held.map((i) => of.bins[i]!.share), format: (v) => percent(v, 0) }],
        line: {
          name: say('坏账率（训练）', 'bad rate (training)'),
          color: INK.bad,
          values: held.map((i) => (of.bins[i]!.total === 0 ? null : of.bins[i]!.badRate)),
          format: (v) => percent(v, 1),
        },
      }),
    },
    {
      kind: 'table',
      caption: say(`${attribute.label.zh}：分箱与积分`, `${attribute.label.en}: bins and points`),
      columns: [
        { label: say('分箱', 'Bin'), align: 'left' },
        right('笔数', 'Loans'),
        right('占比', 'Share'),
        right('坏', 'Bad'),
        right('坏账率', 'Bad rate'),
        ...(judged ? [right('测试占比', 'Test share'), right('测试坏账率', 'Test bad rate')] : []),
        right('WOE', 'WOE'),
        right('IV', 'IV'),
        right('积分', 'Points'),
      ],
      rows: of.bins.map((b, i) => [
        texts[i]!,
        count(b.total),
        percent(b.share, 1),
        count(b.bad),
        b.total === 0 ? '–' : percent(b.badRate),
        ...(judged ? [percent(b.judged?.share ?? null, 1), b.judged?.total ? percent(b.judged.badRate) : '–'] : []),
        fixed(b.cardWoe, 4),
        fixed(b.iv, 4),
        written(b.points),
      ]),
    },
  ];
}

/** Every decision the builder was made to take, with its price in information value, and every input left out. */
export function decisionsSection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const { forced, dropped } = report.record;
  const cost = forced.reduce((s, f) => s + Math.max(0, f.ivFree - f.ivKept), 0);
  return [
    { kind: 'heading', level: 1, text: say('七、强制决定及其代价', '7 Forced decisions and what they cost') },
    forced.length === 0
      ? { kind: 'text', text: say('没有强制决定。', 'Nothing was forced.') }
      : {
          kind: 'table',
          caption: say(
            `入模变量上的强制决定（合计放弃信息值 ${fixed(cost, 4)}）`,
            `Forced on attributes that stay (information value given up: ${fixed(cost, 4)} in all)`,
          ),
          columns: [
            { label: say('变量', 'Attribute'), align: 'left' },
            { label: say('决定', 'Decision'), align: 'left' },
            right('自由时 IV', 'IV if free'),
            right('保留 IV', 'IV kept'),
            right('代价', 'Cost'),
          ],
          rows: forced.map((f) => [
            inSegment(f.name, f.segment, say),
            forcedText(f, say),
            fixed(f.ivFree, 4),
            fixed(f.ivKept, 4),
            fixed(f.ivFree - f.ivKept, 4),
          ]),
        },
    dropped.length === 0
      ? { kind: 'text', text: say('没有变量被剔除。', 'No input was left out.') }
      : {
          kind: 'table',
          caption: say('未入模的变量', 'Inputs left out'),
          columns: [{ label: say('变量', 'Input'), align: 'left' }, { label: say('原因', 'Why'), align: 'left' }, right('放弃 IV', 'IV given up')],
          rows: dropped.map((d) => [inSegment(d.name, d.segment, say), dropText(d, say), d.cost === 0 ? '–' : fixed(d.cost, 4)]),
        },
    {
      kind: 'table',
      caption: say('本次建模的全部设置', 'Every setting of this build'),
      columns: [
        { label: say('设置', 'Setting'), align: 'left' },
        { label: say('值', 'Value'), align: 'left' },
      ],
      rows: Object.entries(report.record.settings)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') || '–' : String(value)]),
    },
  ];
}
