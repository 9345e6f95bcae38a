import { type RefusalEntry, refuser } from '@tallystick/kernel';

/** What the scorecard engine says no to, and what to do about it. */
export const SCORECARD_REFUSALS = {
  'scorecard.card_invalid': {
    status: 422,
    zh: '评分卡定义有误（{where}）：{problem}。请修正评分卡文件后重试。',
    en: 'The card is not valid ({where}): {problem}. Correct the card file and try again.',
  },
  'scorecard.one_class': {
    status: 422,
    zh: '样本中只有一类结果（坏样本 {bads} / 共 {rows}）。请扩大样本窗口，使好坏样本都存在。',
    en: 'The sample holds one outcome only ({bads} bad of {rows}). Widen the window until both good and bad loans are in it.',
  },
  'scorecard.nothing_left': {
    status: 422,
    zh: '没有任何变量通过筛选。请检查变量取值和方向设定。',
    en: 'No attribute survived selection. Check the values and the stated directions.',
  },
  'scorecard.no_solution': {
    status: 422,
    zh: '逻辑回归没有唯一解。请删除重复或完全相关的变量。',
    en: 'The logistic regression has no single solution. Remove duplicated or perfectly related attributes.',
  },
  'scorecard.unknown_grade': {
    status: 422,
    zh: '评级 {grade} 不在评级尺度中。请补全评级尺度，或把该评级映射到已有等级。',
    en: 'The grade {grade} is not on the scale. Add it to the scale or map it to a grade that is.',
  },
  'scorecard.no_generator': {
    status: 422,
    zh: '该迁移矩阵没有对数（等级内迁出多于留存），无法求生成元。请使用带日期的评级按持续期法估计。',
    en: 'This migration matrix has no logarithm (grades are left more than kept), so it has no generator. Use dated ratings and the duration method.',
  },
  'scorecard.behaviour_policy': {
    status: 422,
    zh: '行为评分策略自相矛盾：降额线须不高于提额线，一级催收线须不高于二级催收线。',
    en: 'The behaviour policy contradicts itself: the line that cuts must not be above the one that raises, nor the first collection line above the second.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuseScorecard = refuser(SCORECARD_REFUSALS);
