import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const reviewRefusals = {
  'decisioning.review_state': {
    status: 409,
    zh: '该案件当前状态为“{state}”，不能执行此操作，请刷新。',
    en: 'The case is {state}; this cannot be done now. Reload.',
  },
  'decisioning.review_taken': { status: 409, zh: '该案件已由其他审查员办理。', en: 'Another reviewer has this case.' },
  'decisioning.review_unclaimed': { status: 409, zh: '请先领取该案件。', en: 'Claim the case first.' },
  'decisioning.item_unknown': { status: 422, zh: '审查清单中没有此项：{item}。', en: 'The checklist has no item {item}.' },
  'decisioning.remark_missing': { status: 422, zh: '未通过的项目须写明原因。', en: 'Say why the item did not pass.' },
  'decisioning.tick_document': { status: 422, zh: '该资料尚未上传，不能勾选。', en: 'This document has not been handed in; it cannot be ticked.' },
  'decisioning.ticks_missing': {
    status: 409,
    zh: '审查清单尚有未通过的项目：{zh}。请逐项核实后再提出同意意见。',
    en: 'The checklist is not passed yet: {en}. Check each item before recommending approval.',
  },
  'decisioning.opinion_incomplete': {
    status: 422,
    zh: '同意或变更条件时，金额、利率、期限、担保方式均为必填。',
    en: 'To approve or counter-offer, amount, rate, term and guarantee are all needed.',
  },
  'decisioning.terms_outside_product': { status: 422, zh: '超出产品范围：{range}。', en: 'Outside what the product allows: {range}.' },
  'decisioning.terms_differ': {
    status: 422,
    zh: '金额或期限与申请不同，须以“变更条件”提出，由申请人确认。',
    en: 'Amount or term differ from what was asked: make it a counter-offer, for the applicant to accept.',
  },
  'decisioning.terms_above_asked': {
    status: 422,
    zh: '批准金额不得高于申请金额 {asked} 元。',
    en: 'No more can be approved than was asked for: {asked} yuan.',
  },
  'decisioning.rate_above_cap': { status: 422, zh: '利率不得高于综合成本上限 {cap}%。', en: 'The rate may not exceed the all-in cap of {cap} %.' },
  'decisioning.high_risk_security': {
    status: 422,
    zh: '高风险案件超过 {limit} 元须有担保，不能以纯信用方式批准。',
    en: 'A high-risk case above {limit} yuan needs security; pure credit cannot be approved.',
  },
  'decisioning.high_risk_committee': {
    status: 403,
    zh: '高风险案件敞口超过 {limit} 元须由贷审会审批。',
    en: 'A high-risk case with exposure above {limit} yuan is decided by the committee.',
  },
  'decisioning.no_higher_level': { status: 409, zh: '已是最高审批层级，不能再上报。', en: 'This is the highest level already.' },
  'decisioning.appeal_none': {
    status: 409,
    zh: '只有系统自动拒绝且未经人工复核的申请可以申请人工复核。',
    en: 'A review by people can be asked for an automatic decline that no person has looked at.',
  },
  'decisioning.appeal_late': {
    status: 409,
    zh: '申请人工复核须在结果通知后 {days} 日内提出，您可以重新申请贷款。',
    en: 'A review by people can be asked within {days} days of the outcome; you can apply again.',
  },
  'decisioning.override_open': { status: 409, zh: '该评级已有等级调整申请或已调整。', en: 'A change of this grade is already asked for or done.' },
  'decisioning.override_same': { status: 422, zh: '调整后的等级与现等级相同。', en: 'That is the grade already.' },
  'decisioning.override_closed': { status: 409, zh: '该等级调整申请已处理。', en: 'This change of grade is already decided.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(reviewRefusals);
