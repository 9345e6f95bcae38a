import { type FieldFault, type RefusalEntry, refuser, told } from '@tallystick/kernel';
import { SCOPE_WORDS } from '#modules/customers';
import { platformRefusals } from '#platform';
import { STATE_WORDS } from './types.ts';

export const applicationRefusals = {
  'applications.illegal_state': {
    status: 409,
    zh: '当前状态（{state}）不能执行此操作，请刷新页面。',
    en: 'Not possible in state {state}; reload the page.',
  },
  'applications.form_incomplete': {
    status: 422,
    zh: '申请未提交：有 {count} 处需要补充或更正，已保留为草稿。',
    en: 'Not submitted: {count} items need attention; it stays a draft.',
  },
  'applications.one_open': {
    status: 409,
    zh: '您已有一笔办理中的申请，请先完成或撤回。',
    en: 'Another application is under way; finish or withdraw it first.',
  },
  'applications.amount_low': { status: 422, zh: '金额不得低于 {min} 元。', en: 'At least {min} yuan.' },
  'applications.amount_high': { status: 422, zh: '金额不得超过 {max} 元。', en: 'At most {max} yuan.' },
  'applications.amount_step': { status: 422, zh: '金额须为 {step} 元的整数倍。', en: 'A multiple of {step} yuan.' },
  'applications.months_range': { status: 422, zh: '期限须为 {min} 至 {max} 个月。', en: 'Between {min} and {max} months.' },
  'applications.method_not_offered': {
    status: 422,
    zh: '该产品不支持此还款方式，可选：{choices}。',
    en: 'This product does not offer that repayment method; choose from {choices}.',
  },
  'applications.purpose_class': {
    status: 422,
    zh: '该产品不支持此用途类别，可选：{choices}。',
    en: 'This product is not for that class of purpose; choose from {choices}.',
  },
  'applications.purpose_banned': {
    status: 422,
    zh: '贷款不得用于{what_zh}，请如实填写其他合法用途；如属误判请换一种写法说明。',
    en: 'A loan may not be used for {what_en}. State another lawful use; if we misread you, say it in other words.',
  },
  'applications.budget_short': {
    status: 422,
    zh: '用途预算合计 {budget} 元，小于申请金额 {amount} 元。请补充明细或降低金额。',
    en: 'The budget adds up to {budget} yuan, less than the {amount} asked for. Add lines or ask for less.',
  },
  'applications.payout_account_missing': {
    status: 422,
    zh: '请先在“我的资料”中登记收款账户。',
    en: 'Register a payout account in your profile first.',
  },
  'applications.payout_account_tail': {
    status: 422,
    zh: '尾号与登记的收款账户不一致，请核对。',
    en: 'The last four digits do not fit the registered payout account; check them.',
  },
  'applications.over_income': {
    status: 422,
    zh: '加上本笔后，每月还款占月收入 {dti}%，超过上限 {cap}%。可承受的金额约为 {fitting} 元。',
    en: 'With this loan, instalments take {dti} % of monthly income; the limit is {cap} %. About {fitting} yuan would fit.',
  },
  'applications.over_debt': {
    status: 422,
    zh: '加上本笔后，各机构负债合计 {debt} 元，超过可承受总额 {room} 元。',
    en: 'With this loan, all debts come to {debt} yuan; the limit is {room} yuan.',
  },
  'applications.too_many_lenders': {
    status: 422,
    zh: '加上本笔后共有 {lenders} 家机构的贷款，最多 {max} 家。',
    en: 'With this loan there would be {lenders} lenders; the limit is {max}.',
  },
  'applications.consent_missing': {
    status: 422,
    zh: '还缺少授权：{scope}，请在“授权管理”中签署。',
    en: 'A consent is missing: {scope}. Sign it under "Consents".',
  },
  'applications.document_missing': { status: 422, zh: '还缺少资料：{name_zh}。', en: 'A document is missing: {name_en}.' },
  'applications.document_rejected': {
    status: 422,
    zh: '资料“{name_zh}”未通过，请重新上传。',
    en: 'The document "{name_en}" was not accepted; upload it again.',
  },
  'applications.acknowledgement_missing': { status: 422, zh: '请阅读还款测算并确认。', en: 'Read what the loan would cost you and confirm it.' },
  'applications.acknowledgement_changed': {
    status: 422,
    zh: '确认文本已更新，请重新阅读后确认。',
    en: 'The wording changed; read it again and confirm.',
  },
  'applications.segment': { status: 422, zh: '该产品不面向您的客户类型。', en: 'This product is not for your kind of customer.' },
  'applications.not_first_loan': {
    status: 422,
    zh: '首贷产品只面向从未有过本行贷款的客户。',
    en: 'The first-loan product is only for customers without an earlier loan.',
  },
  'applications.customer_locked': {
    status: 409,
    zh: '账户已锁定，暂不能申请。您可以提出申诉。',
    en: 'The account is locked; nothing can be applied for. You can appeal.',
  },
} as const satisfies Record<string, RefusalEntry>;

/** How the codes among the facts are told. */
export const applicationWords = { state: STATE_WORDS, to: STATE_WORDS, scope: SCOPE_WORDS };

export const refuse = refuser(applicationRefusals);

/** A fault with its sentence in both languages, for answers that are not refusals. */
export function explain(fault: FieldFault): {
  field: string;
  code: string;
  facts: Record<string, string | number | boolean | null>;
  zh: string;
  en: string;
} {
  const entry: RefusalEntry | undefined = { ...platformRefusals, ...applicationRefusals }[fault.code as keyof typeof applicationRefusals];
  const facts = fault.facts ?? {};
  return { field: fault.field, code: fault.code, facts: { ...facts }, ...told(entry ?? { zh: fault.code, en: fault.code }, facts, applicationWords) };
}
