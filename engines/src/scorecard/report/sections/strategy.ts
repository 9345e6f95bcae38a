import { displayMoney } from '@tallystick/kernel';
import type { FairnessReport, SwapSet } from '../../strategy/index.ts';
import { type Block, count, fixed, type Language, percent, plain, sayIn } from '../blocks.ts';
import { INK, lineChart } from '../chart.ts';
import type { RejectInference, ValidationReport } from '../types.ts';

/** Cut-offs with profit and loss, swap sets, reject inference as an assumption, fairness. */
export function strategySection(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  return [
    { kind: 'heading', level: 1, text: say('八、切分点与策略', '8 Cut-offs and strategy') },
    ...cutOffBlocks(report, language),
    ...(report.benchmark === null
      ? []
      : swapBlocks(
          report.benchmark.swap,
          say(
            `与 ${report.benchmark.name} 的互换集（通过率同为 ${percent(report.benchmark.approvalRate, 1)}）`,
            `Swap set against ${report.benchmark.name} (approval rate ${percent(report.benchmark.approvalRate, 1)} for both)`,
          ),
          language,
        )),
    ...rejectBlocks(report.rejectInference, language),
    ...fairnessBlocks(report, language),
  ];
}

function cutOffBlocks(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const { rows, best } = report.cutOffs;
  const most = Math.max(...rows.map((r) => r.badRate)) * 1.15;
  const { earnedPerGoodMinor, lostPerBadMinor } = report.economics;
  return [
    {
      kind: 'text',
      text: say(
        `假设：每笔好贷款收益 ${displayMoney(earnedPerGoodMinor)}，每笔坏贷款损失 ${displayMoney(lostPerBadMinor)}（假设值，应以本行数据替换）。在此假设下净收益最高的切分点为 ${plain(best.points)} 分：通过率 ${percent(best.approvalRate, 1)}，通过者坏账率 ${percent(best.badRate)}，净收益 ${displayMoney(best.netMinor)}。`,
        `Assumed: a good loan earns ${displayMoney(earnedPerGoodMinor)}, a bad one loses ${displayMoney(lostPerBadMinor)} (assumptions, to be replaced by the bank's own). On them the best cut-off is ${plain(best.points)} points: approval rate ${percent(best.approvalRate, 1)}, bad rate of the approved ${percent(best.badRate)}, net result ${displayMoney(best.netMinor)}.`,
      ),
    },
    {
      kind: 'chart',
      caption: say('通过率与通过者坏账率', 'Approval rate and bad rate of the approved'),
      alt: say('通过率与坏账率', 'approval rate and bad rate'),
      svg: lineChart({
        x: { label: say('通过率', 'Approval rate'), min: 0, max: 1, format: (v) => percent(v, 0) },
        y: { label: say('坏账率', 'Bad rate'), min: 0, max: most, format: (v) => percent(v, 0) },
        lines: [
          { name: say('通过者坏账率', 'bad rate of the approved'), color: INK.bad, points: rows.map((r) => [r.approvalRate, r.badRate] as const) },
        ],
        dots: {
          name: say('切分点（分）', 'cut-off (points)'),
          color: INK.bad,
          dots: rows
            .filter((r, i) => i % 3 === 1 && r !== best)
            .map((r) => ({ at: [r.approvalRate, r.badRate] as const, label: `${plain(r.points)}: ${percent(r.badRate, 1)}` })),
        },
        marks: [{ x: best.approvalRate, label: say(`净收益最高 ${plain(best.points)} 分`, `best net: ${plain(best.points)} points`) }],
      }),
    },
    {
      kind: 'table',
      caption: say('切分点表（粗体为净收益最高）', 'Cut-off table (bold: best net result)'),
      columns: [
        right('最低分', 'From points'),
        right('通过', 'Approved'),
        right('通过率', 'Approval'),
        right('坏账率', 'Bad rate'),
        right('边际坏账率', 'Marginal'),
        right('拦下坏账', 'Bads kept out'),
        right('误拒好客户', 'Goods declined'),
        right('收益', 'Profit'),
        right('损失', 'Loss'),
        right('净收益', 'Net'),
      ],
      rows: rows.map((r) => [
        plain(r.points),
        count(r.approved),
        percent(r.approvalRate, 1),
        percent(r.badRate),
        percent(r.marginalBadRate),
        percent(r.badsKeptOut, 1),
        percent(r.goodsTurnedAway, 1),
        displayMoney(r.earnedMinor),
        displayMoney(r.lostMinor),
        displayMoney(r.netMinor),
      ]),
      strong: [rows.indexOf(best)],
    },
  ];
}

function swapBlocks(swap: SwapSet, caption: string, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const row = (name: string, cell: SwapSet['swappedIn']): string[] => [name, count(cell.loans), count(cell.bads), percent(cell.badRate)];
  return [
    {
      kind: 'table',
      caption,
      columns: [{ label: say('人群', 'Group'), align: 'left' }, right('笔数', 'Loans'), right('坏', 'Bad'), right('坏账率', 'Bad rate')],
      rows: [
        row(say('两者都通过', 'approved by both'), swap.approvedByBoth),
        row(say('换入（仅本卡通过）', 'swapped in (only this card)'), swap.swappedIn),
        row(say('换出（仅对照通过）', 'swapped out (only the other)'), swap.swappedOut),
        row(say('两者都拒绝', 'declined by both'), swap.declinedByBoth),
      ],
    },
  ];
}

function rejectBlocks(inference: RejectInference | null, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const heading: Block = { kind: 'heading', level: 2, text: say('拒绝推断', 'Reject inference') };
  if (inference === null)
    return [
      heading,
      {
        kind: 'text',
        text: say(
          '未作拒绝推断：本卡只描述曾获批的客户，用于更宽的准入时须另行论证。',
          'None was made: the card describes applicants like those who were approved. Using it for a wider door needs its own argument.',
        ),
      },
    ];
  const method = {
    augmentation: say('扩张加权', 'augmentation'),
    parcelling: say('分档分配', 'parcelling'),
    fuzzy: say('模糊扩张', 'fuzzy augmentation'),
  }[inference.method];
  return [
    heading,
    {
      kind: 'note',
      tone: 'watch',
      text: say(
        `这是假设，不是数据：方法为${method}${inference.method === 'augmentation' ? '' : `，假定被拒者的 PD 为同分获批者的 ${plain(inference.multiplier)} 倍`}（获批 ${count(inference.accepts)}，被拒 ${count(inference.rejects)}）。数据无法检验该假设；下表给出不同假设的结果。`,
        `An assumption, not data: by ${method}${inference.method === 'augmentation' ? '' : `, rejects are taken to have ${plain(inference.multiplier)} times the PD of accepts with the same score`} (${count(inference.accepts)} accepts, ${count(inference.rejects)} rejects). No data can test it; the table shows what others would give.`,
      ),
    },
    {
      kind: 'table',
      caption: say('对假设的敏感度', 'Sensitivity to the assumption'),
      columns: [
        right('倍数', 'Factor'),
        right('被拒者平均 PD', 'Mean PD of rejects'),
        right('AUC', 'AUC'),
        right('KS', 'KS'),
        right('Brier', 'Brier'),
      ],
      rows: inference.sensitivity.map((s) => [plain(s.multiplier), percent(s.rejectPd), fixed(s.auc, 4), fixed(s.ks, 4), fixed(s.brier, 4)]),
      strong: inference.sensitivity.flatMap((s, i) => (s.multiplier === inference.multiplier ? [i] : [])),
    },
    ...swapBlocks(
      inference.swap,
      say('与仅用获批样本建的卡的互换集（被拒者结果为推断）', 'Swap set against the card built on accepts only (outcomes of rejects are inferred)'),
      language,
    ),
  ];
}

function fairnessBlocks(report: ValidationReport, language: Language): Block[] {
  const say = sayIn(language);
  const right = (zh: string, en: string) => ({ label: say(zh, en), align: 'right' as const });
  const heading: Block = { kind: 'heading', level: 1, text: say('九、公平性', '9 Fairness') };
  const off = report.record.dropped.filter((d) => d.why === 'protected').map((d) => d.name);
  const told =
    off.length === 0 ? '' : say(`受保护属性默认不入模：${off.join('、')}。`, `Protected attributes are off by default: ${off.join(', ')}.`);
  if (report.fairness.length === 0)
    return [
      heading,
      { kind: 'text', text: told + say('数据中没有可供检查的受保护属性，或未要求检查。', ' No protected attribute was named to be looked at.') },
    ];
  const table = (f: FairnessReport): Block => ({
    kind: 'table',
    caption: say(
      `${f.attribute}（${f.inCard ? '入模' : '未入模'}），切分点 ${plain(report.cutOffs.best.points)} 分`,
      `${f.attribute} (${f.inCard ? 'in the card' : 'not in the card'}), cut-off ${plain(report.cutOffs.best.points)} points`,
    ),
    columns: [
      { label: say('人群', 'Group'), align: 'left' },
      right('笔数', 'Loans'),
      right('坏账率', 'Bad rate'),
      right('平均 PD', 'Mean PD'),
      right('预期 ÷ 实际', 'Exp. ÷ obs.'),
      right('AUC', 'AUC'),
      right('通过率', 'Approval'),
      right('相对最优', 'Impact ratio'),
      right('好客户通过率', 'Goods approved'),
      { label: say('判断', 'Judgement'), align: 'left' },
    ],
    rows: f.groups.map((g) => [
      g.group === '' ? say('未知', 'unknown') : g.group,
      count(g.loans),
      percent(g.badRate),
      percent(g.meanPd),
      fixed(g.ratio, 2),
      fixed(g.auc, 3),
      percent(g.approvalRate, 1),
      fixed(g.impactRatio, 2),
      percent(g.goodsApproved, 1),
      g.flagged ? say('低于五分之四，须说明', 'under four fifths: explain') : '–',
    ]),
  });
  return [
    heading,
    {
      kind: 'text',
      text:
        told +
        say(
          '下表按净收益最高的切分点计算各人群的通过率（五分之四规则）、好客户通过率与 PD 水平。',
          ' The tables give, at the best cut-off, approval by group (four-fifths rule), approval of goods, and the level of the PDs.',
        ),
    },
    ...report.fairness.map(table),
  ];
}
