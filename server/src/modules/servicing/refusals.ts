import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const servicingRefusals = {
  'servicing.loan_settled': { status: 409, zh: '该贷款已结清，无需再还款。', en: 'This loan is settled; there is nothing left to pay.' },
  'servicing.extension_pending': {
    status: 409,
    zh: '您的展期申请正在处理，有结果会通知您，不用再申请。',
    en: 'Your request for an extension is being looked at; you will be told. There is no need to ask again.',
  },
  'servicing.extension_not_asked': {
    status: 409,
    zh: '该贷款没有待答复的展期申请。',
    en: 'No request for an extension of this loan waits for an answer.',
  },
  'servicing.payment_pending': {
    status: 409,
    zh: '已有一笔扣款正在处理，请等待结果后再操作。',
    en: 'A payment of this loan is being processed; wait for its outcome.',
  },
  'servicing.more_than_owed': {
    status: 422,
    zh: '金额超过结清所需的 {payoff} 元，请减少金额或选择提前结清。',
    en: 'The amount exceeds the {payoff} that settles the loan; pay less or settle it.',
  },
  'servicing.quote_changed': {
    status: 409,
    zh: '结清金额已变为 {payoff} 元，请按新的金额确认。',
    en: 'Settling the loan now takes {payoff}; confirm that amount.',
  },
  'servicing.account_missing': { status: 409, zh: '请先登记还款账户。', en: 'Register the account to pay from first.' },
  'servicing.value_date_outside': {
    status: 422,
    zh: '起息日须在 {from} 至 {to} 之间。',
    en: 'The value date has to be from {from} to {to}.',
  },
  'servicing.reference_used': {
    status: 409,
    zh: '流水号 {reference} 已入账，请核对是否重复。',
    en: 'Reference {reference} was booked before; check whether this is a duplicate.',
  },
  'servicing.not_a_repayment': { status: 422, zh: '只能冲正还款，且未被冲正过的。', en: 'Only a repayment that was not reversed can be reversed.' },
  'servicing.nothing_overpaid': {
    status: 409,
    zh: '可退还的溢缴款为 {overpaid} 元：仅贷款结清后多还的部分可退。',
    en: 'Only what was paid too much on a settled loan can be refunded: {overpaid}.',
  },
  'servicing.payout_state': {
    status: 409,
    zh: '该放款单当前状态为 {state}，不能进行此操作。',
    en: 'This payout is {state}; that cannot be done now.',
  },
  'servicing.conditions_open': { status: 409, zh: '放款条件尚未满足：{open}。', en: 'Conditions are still open: {open}.' },
  'servicing.net_below_principal': {
    status: 409,
    zh: '实付 {net} 元少于本金 {principal} 元：不得预先扣息扣费，放款已阻止。',
    en: 'Paying out {net} is less than the principal {principal}: nothing may be deducted up front, so the payout is stopped.',
  },
  'servicing.method_not_lawful': {
    status: 422,
    zh: '仅支持转账放款，不支持现金或支票。',
    en: 'Loans are paid out by transfer only, never in cash or by cheque.',
  },
  'servicing.not_entrusted': {
    status: 409,
    zh: '该笔放款为自主支付，无需登记收款对手方。',
    en: 'This payout goes to the borrower; it has no counterparty.',
  },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(servicingRefusals);
