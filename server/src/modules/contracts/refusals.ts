import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const contractRefusals = {
  'contracts.not_draft': {
    status: 409,
    zh: '合同当前状态为 {state}，不能再修改或签署。',
    en: 'The contract is {state}; it can no longer be changed or signed.',
  },
  'contracts.lapsed': {
    status: 409,
    zh: '合同已于 {validUntil} 失效，请重新申请。',
    en: 'The contract lapsed on {validUntil}; apply again.',
  },
  'contracts.text_changed': {
    status: 409,
    zh: '合同内容已更新，请重新打开阅读后再确认。',
    en: 'The contract has changed; open and read it again before you confirm.',
  },
  'contracts.sections_unread': {
    status: 422,
    zh: '请先阅读完全部内容，尚未阅读：{sections}。',
    en: 'Read all of it first; still unread: {sections}.',
  },
  'contracts.read_too_fast': {
    status: 422,
    zh: '请至少阅读 {seconds} 秒后再确认。',
    en: 'Take at least {seconds} seconds to read before you confirm.',
  },
  'contracts.not_read': {
    status: 409,
    zh: '请先阅读并确认合同与综合融资成本明示表，再签署。',
    en: 'Read and confirm the contract and its cost statement before signing.',
  },
  'contracts.over_limits': {
    status: 409,
    zh: '借款金额 {amount} 元超过上限 {most} 元（取审批金额、可用额度、资金需求、监管上限中的最小值）。请减少金额。',
    en: 'The amount {amount} exceeds {most}, the smallest of what was approved, available, needed and allowed by law. Ask for less.',
  },
  'contracts.term_unavailable': {
    status: 422,
    zh: '期限须为 {min} 至 {max} 个月。',
    en: 'The term has to be {min} to {max} months.',
  },
  'contracts.borrower_incomplete': {
    status: 409,
    zh: '请先补全姓名、证件号码和收款账户，再签署合同。',
    en: 'Fill in name, identity number and payout account before signing.',
  },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(contractRefusals);
export type ContractFault = keyof typeof contractRefusals;
