import { type RefusalEntry, refuser } from '@tallystick/kernel';

/** What the pricing engine says no to, and what to do about it. */
export const PRICING_REFUSALS = {
  'pricing.parameters_invalid': {
    status: 422,
    zh: '定价参数有误（{where}）：{problem}。请修正后重新提交。',
    en: 'The pricing parameters are not valid ({where}): {problem}. Correct them and submit again.',
  },
  'pricing.not_monotone': {
    status: 422,
    zh: '等级 {grade} 的{what}优于更高等级，违反单调性。请调整。',
    en: '{what} of grade {grade} beats that of a better grade. Adjust the table.',
  },
  'pricing.dual_control': {
    status: 403,
    zh: '参数修改须由提交人以外的人批准。',
    en: 'A change of parameters needs approval by someone other than the person who proposes it.',
  },
  'pricing.version_order': {
    status: 422,
    zh: '新参数须使用新版本号，且生效日晚于现行版本（{from}）。',
    en: 'New parameters need a new version and must take effect after the present ones ({from}).',
  },
  'pricing.grade_not_offered': {
    status: 422,
    zh: '等级 {grade} 不提供本产品。可改善评级后再申请。',
    en: 'Grade {grade} is not offered this product. Improve the rating and apply again.',
  },
  'pricing.term_too_long': {
    status: 422,
    zh: '期限 {months} 个月超过上限 {max} 个月。请缩短期限。',
    en: 'A term of {months} months exceeds the maximum of {max}. Choose a shorter term.',
  },
  'pricing.unknown_segment': {
    status: 422,
    zh: '客群 {segment} 没有定价。请选择有效客群。',
    en: 'Segment {segment} has no price. Choose a valid one.',
  },
  'pricing.above_cap': {
    status: 422,
    zh: '利率 {rate}% 超过综合成本上限 {cap}%。请调整价格或拒绝。',
    en: 'The rate of {rate} % exceeds the all-in cap of {cap} %. Lower the price or decline.',
  },
  'pricing.override_approval': {
    status: 403,
    zh: '偏离定价表须写明理由，并由申请人以外的有权人批准。',
    en: 'A departure from the table needs a reason and approval by someone other than the person who asks.',
  },
  'pricing.size_data_missing': {
    status: 422,
    zh: '划型缺少 {measures}。请补充后重试。',
    en: 'The size class needs {measures}. Supply them and try again.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refusePricing = refuser(PRICING_REFUSALS);
