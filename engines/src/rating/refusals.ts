import { type RefusalEntry, refuser } from '@tallystick/kernel';

/** What the rating engine says no to, and what to do about it. */
export const RATING_REFUSALS = {
  'rating.data_missing': {
    status: 422,
    zh: '评级所需数据不全：{fields}。请补采数据后重新评级。',
    en: 'The rating lacks data it cannot do without: {fields}. Collect them and rate again.',
  },
  'rating.parameters_invalid': {
    status: 422,
    zh: '评级参数有误（{where}）：{problem}。请修正后重新提交。',
    en: 'The rating parameters are not valid ({where}): {problem}. Correct them and submit again.',
  },
  'rating.override_too_far': {
    status: 422,
    zh: '人工上调最多一级：模型等级 {from}，申请等级 {to}。请改为上调一级或维持原等级。',
    en: 'An override may go up one notch at most: model grade {from}, asked {to}. Ask for one notch or keep the grade.',
  },
  'rating.override_above_cap': {
    status: 422,
    zh: '等级受规则 {rules} 限制，不能人工上调。请先消除限制原因。',
    en: 'The grade is held down by rule {rules} and cannot be raised by hand. Cure the cause first.',
  },
  'rating.override_reason_missing': {
    status: 422,
    zh: '人工调整等级必须写明理由。',
    en: 'An override needs a written reason.',
  },
  'rating.override_approval_missing': {
    status: 403,
    zh: '上调等级须由申请人以外的有权人批准。请提交上级审批。',
    en: 'An upward override needs approval by someone other than the person who asks. Send it to a higher authority.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuseRating = refuser(RATING_REFUSALS);
