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
} as const satisfies Record<string, RefusalEntry>;

export const refuseScorecard = refuser(SCORECARD_REFUSALS);
