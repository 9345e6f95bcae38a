import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const customersRefusals = {
  'customers.consent_missing': {
    status: 409,
    zh: '缺少有效授权：{scope}。请客户先在“授权管理”中签署。',
    en: 'A consent is missing: {scope}. The customer signs it under "Consents" first.',
  },
  'customers.consent_expired': {
    status: 409,
    zh: '授权已到期：{scope}。请客户重新签署。',
    en: 'The consent has ended: {scope}. The customer signs again.',
  },
  'customers.consent_withdrawn': {
    status: 409,
    zh: '客户已撤回授权：{scope}。未重新签署前不得查询。',
    en: 'The customer withdrew the consent: {scope}. Nothing may be queried until it is signed again.',
  },
  'customers.consent_text_changed': {
    status: 409,
    zh: '授权文本已更新，请重新阅读后签署。',
    en: 'The wording changed; read it again and then sign.',
  },
  'customers.consent_not_live': { status: 409, zh: '该授权已失效或已撤回。', en: 'This consent has ended or was withdrawn.' },
  'customers.profile_incomplete': { status: 409, zh: '资料不完整，请先补充：{missing}。', en: 'The profile is not complete; add first: {missing}.' },
  'customers.identifier_in_use': { status: 409, zh: '该号码已被登记，请通过查找功能核对。', en: 'This number is registered already; look it up.' },
  'customers.identifier_unusable': {
    status: 409,
    zh: '该号码暂不能使用，请换一个或联系客户经理。',
    en: 'This number cannot be used; use another one or ask your relationship manager.',
  },
  'customers.same_mobile': { status: 422, zh: '新手机号与现在的相同。', en: 'The new mobile number is the one you have.' },
  'customers.field_fixed': {
    status: 409,
    zh: '{field}已核实，不能自行修改，请联系客户经理。',
    en: '{field} is verified and cannot be changed by yourself; ask your relationship manager.',
  },
  'customers.locked': { status: 409, zh: '账户已锁定，暂不能办理。您可以提出申诉。', en: 'The account is locked. You can appeal.' },
  'customers.login_locked': {
    status: 403,
    zh: '账户因涉嫌提供不实资料被锁定，不能登录。您可以凭验证码提出申诉。',
    en: 'The account is locked because of information held to be false; you cannot sign in. You can appeal with the code.',
  },
  'customers.closed': { status: 409, zh: '客户关系已结束。', en: 'The customer relation has ended.' },
  'customers.not_locked': { status: 409, zh: '账户没有锁定。', en: 'The account is not locked.' },
  'customers.term_unfit': {
    status: 422,
    zh: '名单期限只用于资料不实或疑似欺诈，且须晚于今天（{today}）。',
    en: 'A last day on the list goes with false information or suspected fraud only, and lies after today ({today}).',
  },
  'customers.appeal_made': { status: 409, zh: '申诉已提交，正在处理。', en: 'An appeal was made already and is being handled.' },
  'customers.conflict_resolved': { status: 409, zh: '该冲突已处理。', en: 'This conflict is resolved already.' },
  'customers.check_not_manual': {
    status: 409,
    zh: '该核查项由系统自动完成，不能手工通过。',
    en: 'This check is made by the system and cannot be passed by hand.',
  },
  'customers.check_not_listed': { status: 409, zh: '该客户没有此核查项。', en: 'This customer has no such check.' },
  'customers.no_branch': {
    status: 409,
    zh: '还没有设立机构，请先建立机构与客户经理。',
    en: 'There is no branch yet; set up branches and relationship managers first.',
  },
  'customers.too_many_shops': { status: 409, zh: '最多登记 {max} 家店铺。', en: 'At most {max} shops can be registered.' },
  'customers.child_count': { status: 422, zh: '子女数应为 0 至 20。', en: 'The number of children is 0 to 20.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(customersRefusals);
