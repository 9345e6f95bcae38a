import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const creditLineRefusals = {
  'credit-lines.none': {
    status: 409,
    zh: '该客户尚无授信额度，请先完成授信审批。',
    en: 'This customer has no credit line yet; get one approved first.',
  },
  'credit-lines.frozen': {
    status: 409,
    zh: '授信额度已冻结：{reason}。解冻后才能用款。',
    en: 'The credit line is frozen: {reason}. It can be drawn once unfrozen.',
  },
  'credit-lines.expired': {
    status: 409,
    zh: '授信额度已于 {validTo} 到期，请重新申请。',
    en: 'The credit line ran out on {validTo}; apply again.',
  },
  'credit-lines.over_limit': {
    status: 409,
    zh: '用款 {amount} 元超过可用额度 {available} 元，请减少金额。',
    en: 'The amount {amount} exceeds the available {available}; ask for less.',
  },
  'credit-lines.below_minimum': {
    status: 422,
    zh: '单笔用款最少 {min} 元，请提高金额。',
    en: 'The smallest amount is {min}; ask for more.',
  },
  'credit-lines.not_in_steps': {
    status: 422,
    zh: '用款金额须为 {step} 元的整数倍，请调整金额。',
    en: 'The amount goes in steps of {step}; adjust it.',
  },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(creditLineRefusals);
export type LineFault = keyof typeof creditLineRefusals;
