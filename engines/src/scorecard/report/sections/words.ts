import type { Attribute, Bin, CardKind, Dropped, Forced, Warning } from '../../card/types.ts';
import type { Light } from '../../measures/index.ts';
import type { Level } from '../../monitoring/index.ts';
import { count, fixed, type Language, percent, plain, type Say } from '../blocks.ts';
import type { SampleName } from '../types.ts';

/** What a bin holds, without the attribute's name in front. */
export function binText(attribute: Attribute, bin: Bin, language: Language): string {
  const [text, prefix] = language === 'zh' ? [bin.reason.zh, `${attribute.label.zh}：`] : [bin.reason.en, `${attribute.label.en}: `];
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** A name with the segment it belongs to. */
export const inSegment = (name: string, segment: number | undefined, say: Say): string =>
  segment === undefined ? name : say(`${name}（分群 ${segment + 1}）`, `${name} (segment ${segment + 1})`);
export const labelText = (a: Attribute, say: Say): string => inSegment(say(a.label.zh, a.label.en), a.segment, say);

export const sampleText = (name: SampleName, say: Say): string =>
  name === 'train'
    ? say('训练样本', 'Training')
    : name === 'test'
      ? say('测试样本（同期）', 'Test (in time)')
      : say('测试样本（跨期）', 'Test (out of time)');

export const kindText = (kind: CardKind, say: Say): string =>
  kind === 'points'
    ? say('积分卡（WOE + 逻辑回归）', 'points card (WOE and logistic regression)')
    : kind === 'additive'
      ? say('可加单调提升卡', 'additive monotone boosted card')
      : say('约束提升树', 'constrained boosted trees');

export function trendText(attribute: Attribute, say: Say): string {
  const texts = {
    rising: say('坏账率随取值上升', 'bad rate rises with the value'),
    falling: say('坏账率随取值下降', 'bad rate falls with the value'),
    peak: say('先升后降（已声明）', 'one turn, peak (declared)'),
    valley: say('先降后升（已声明）', 'one turn, valley (declared)'),
    none: say('分类变量', 'categories'),
  };
  return attribute.trend ? texts[attribute.trend] : say('未声明', 'not stated');
}

export function dropText(d: Dropped, say: Say): string {
  const against = d.against ?? '–';
  const texts: Readonly<Record<Dropped['why'], string>> = {
    low_iv: say(`信息值仅 ${fixed(d.value, 4)}，低于门槛`, `information value ${fixed(d.value, 4)}, under the line`),
    wrong_order: say('数据的方向与业务常识相反', 'evidence contradicts the stated order'),
    wrong_sign: say('与其他变量并用时系数符号相反', 'coefficient of the wrong sign beside the others'),
    insignificant: say(`逐步剔除：p = ${fixed(d.value, 4)}`, `left out step by step: p = ${fixed(d.value, 4)}`),
    correlated: say(`与 ${against} 相关系数 ${fixed(d.value, 3)}`, `correlation ${fixed(d.value, 3)} with ${against}`),
    collinear: say(`方差膨胀因子 ${fixed(d.value, 1)}`, `variance inflation ${fixed(d.value, 1)}`),
    constant: say('只有一个取值', 'one value only'),
    all_missing: say('全部缺失', 'all missing'),
    duplicate: say(`与 ${against} 完全相同`, `the same as ${against}`),
    identifier: say('几乎每行一个值，是编号而非特征', 'almost one value a row: an identifier'),
    too_many_levels: say(`取值过多（${count(d.value)} 类）`, `too many levels (${count(d.value)})`),
    leak: say(`疑似泄露结果：单独 AUC ${fixed(d.value, 3)}`, `suspected leak: AUC ${fixed(d.value, 3)} alone`),
    protected: say('受保护属性，默认不用', 'protected attribute, off by default'),
    no_gain: say('未带来增益', 'brought no gain'),
  };
  return texts[d.why];
}

export function forcedText(f: Forced, say: Say): string {
  const texts: Readonly<Record<Forced['what'], string>> = {
    monotone: say('强制单调', 'made monotone'),
    one_turn: say('声明一次转折', 'one turn declared'),
    small_bin_merged: say(`合并 ${plain(f.value)} 个过小的分箱`, `${plain(f.value)} small bins merged`),
    rare_levels_merged: say(`合并 ${plain(f.value)} 个稀有类别`, `${plain(f.value)} rare levels merged`),
    special_apart: say('特殊代码单独成箱', 'special codes in bins of their own'),
    missing_neutral: say(`缺失过少（${count(f.value)} 行），不作证据`, `too few missing rows (${count(f.value)}) to be judged: no evidence`),
    unreadable_as_missing: say(`${count(f.value)} 行无法识别，按缺失处理`, `${count(f.value)} unreadable values taken as missing`),
    manual_bins: say('人工分箱', 'bins set by hand'),
  };
  return texts[f.what];
}

export function warningText(w: Warning, say: Say): string {
  const texts: Readonly<Record<Warning['code'], string>> = {
    leak: say(
      `${w.name}：单独 AUC 达 ${fixed(w.value, 3)}，疑似事后信息，请核实其产生时点。`,
      `${w.name}: AUC ${fixed(w.value, 3)} on its own. Check that it was known before the decision.`,
    ),
    duplicate: say(`${w.name}：与另一列重复。`, `${w.name} repeats another column.`),
    immature_window: say(
      `${w.name}：较晚月份的坏账率明显偏低，表现期可能不足，PD 会被高估或低估；请规定表现期或按中心趋势重新校准。`,
      `${w.name}: later months show clearly fewer bads. Their loans may not have had time to go bad: state a performance window or recalibrate to a central tendency.`,
    ),
    low_default: say(
      `训练样本坏账率仅 ${percent(w.value)}，属低违约组合；请参考审慎 PD（Pluto–Tasche）。`,
      `Bad rate of only ${percent(w.value)} in training: a low-default portfolio. Look at the prudent PDs (Pluto–Tasche).`,
    ),
    few_rows: say(`训练样本仅 ${count(w.value)} 个坏样本，估计误差较大。`, `Only ${count(w.value)} bads in training: wide errors.`),
    share_target: say(
      `目标 ${w.name} 是比例（均值 ${percent(w.value)}），不是违约：文中的 PD 均读作预期比例，“坏”为损失份额；每行以其比例与余数各出现一次，故笔数为两倍，标准误偏保守。`,
      `The target ${w.name} is a share (mean ${percent(w.value)}), not a default: read every PD as the expected share and every bad as a part lost. Each row stands twice, with its share and with the rest, so counts of rows are doubled and standard errors are on the wide side.`,
    ),
    protected_in_use: say(
      `${w.name} 属受保护属性，已按要求启用；须有书面依据。`,
      `${w.name} is a protected attribute, in use because it was asked for; keep the written ground.`,
    ),
  };
  return texts[w.code];
}

export const lightText = (light: Light, say: Say): string =>
  ({
    green: say('绿：无异常', 'green: fits'),
    amber: say('黄：偏低', 'amber: PD low'),
    red: say('红：明显偏低', 'red: PD too low'),
    blue: say('蓝：偏高', 'blue: PD high'),
  })[light];

export const levelText = (level: Level, say: Say): string =>
  ({ stable: say('稳定', 'stable'), watch: say('关注', 'watch'), act: say('处置', 'act') })[level];

/** PSI in a word, on the customary lines. */
export const psiText = (psi: number, say: Say): string =>
  psi < 0.1 ? say('稳定', 'stable') : psi < 0.25 ? say('关注', 'watch') : say('已偏移', 'moved');

export const interval = ({ low, high }: { readonly low: number; readonly high: number }, places = 4): string =>
  `${fixed(low, places)} – ${fixed(high, places)}`;
export const percentInterval = ({ low, high }: { readonly low: number; readonly high: number }): string => `${percent(low)} – ${percent(high)}`;
