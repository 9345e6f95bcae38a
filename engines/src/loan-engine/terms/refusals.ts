import { type RefusalEntry, refuser } from '@tallystick/kernel';

/** Every expected no of the loan engine. All are input faults: nothing is computed before they are ruled out. */
export const loanRefusals = {
  'loan.amount_invalid': {
    status: 422,
    zh: '金额（{field}）必须大于零且不超过系统上限。请更正金额。',
    en: 'The amount ({field}) must be above zero and within the system limit. Correct it.',
  },
  'loan.rate_invalid': {
    status: 422,
    zh: '{field} 超出允许范围（{min} 至 {max} ppm）。请更正利率或费率。',
    en: '{field} is outside the allowed range ({min} to {max} ppm). Correct the rate.',
  },
  'loan.choice_invalid': {
    status: 422,
    zh: '{field} 的取值 {value} 不存在。可选值：{allowed}。',
    en: '{field} has no choice {value}. Choose one of: {allowed}.',
  },
  'loan.number_invalid': {
    status: 422,
    zh: '{field} 必须是 {min} 至 {max} 之间的整数。请更正。',
    en: '{field} must be a whole number from {min} to {max}. Correct it.',
  },
  'loan.date_invalid': {
    status: 422,
    zh: '{field} 不是有效日期。请按 YYYY-MM-DD 填写。',
    en: '{field} is not a date that exists. Write it as YYYY-MM-DD.',
  },
  'loan.first_due_not_after_start': {
    status: 422,
    zh: '首次还款日必须晚于放款日 {start}。请推后首次还款日。',
    en: 'The first due date must be after the disbursement day {start}. Move it later.',
  },
  'loan.due_day_conflict': {
    status: 422,
    zh: '还款日 {dueDay} 与首次还款日 {firstDue} 不一致，或期限单位不是月。请只保留其中一个。',
    en: 'Due day {dueDay} does not fit first due date {firstDue}, or the periods are not months. Keep only one of them.',
  },
  'loan.due_dates_invalid': {
    status: 422,
    zh: '指定的还款日须与期数相同、按先后排列、不早于放款日，且按实际天数计息。请更正还款日列表或计息方式。',
    en: 'Given due dates must match the count, be in order, not precede the start, and go with interest by actual days. Correct the list or the basis.',
  },
  'loan.plan_does_not_close': {
    status: 422,
    zh: '各期本金合计 {planned} 分，应为 {principal} 分，且每期不小于零、期数相符。请更正还款计划。',
    en: 'The principal of the rows comes to {planned} minor units and must be {principal}, none negative, one for each instalment. Correct the plan.',
  },
  'loan.term_too_long': {
    status: 422,
    zh: '最后还款日超过 2199 年。请缩短期限。',
    en: 'The last due date lies beyond the year 2199. Shorten the term.',
  },
  'loan.grace_too_long': {
    status: 422,
    zh: '本金宽限期数必须少于总期数 {count}。请减少宽限期数。',
    en: 'Instalments without principal must be fewer than the {count} instalments. Reduce them.',
  },
  'loan.allocation_invalid': {
    status: 422,
    zh: '冲销顺序必须恰好包含费用、罚息、利息、本金各一次。请更正顺序。',
    en: 'The allocation order must hold fee, penalty, interest and principal once each. Correct the order.',
  },
  'loan.charge_invalid': {
    status: 422,
    zh: '收费约定 {field} 无效：金额须大于零，比例不超过 100%，计费基数与收费时点须在可选范围内。请更正。',
    en: 'The agreed charge {field} is not valid: an amount above zero, a share up to 100 %, and a known base and time. Correct it.',
  },
  'loan.event_invalid': {
    status: 422,
    zh: '第 {seq} 号事件的 {field} 无效。请更正后重新提交。',
    en: '{field} of event {seq} is not valid. Correct it and submit again.',
  },
  'loan.event_seq_duplicate': {
    status: 422,
    zh: '事件序号 {seq} 出现多次。每个事件须有唯一序号。',
    en: 'Event number {seq} occurs more than once. Give every event its own number.',
  },
  'loan.event_before_start': {
    status: 422,
    zh: '第 {seq} 号事件的日期 {on} 早于放款日 {start}。请更正日期。',
    en: 'Event {seq} is dated {on}, before the disbursement day {start}. Correct the date.',
  },
  'loan.event_before_disbursement': {
    status: 422,
    zh: '第 {seq} 号事件发生时贷款尚未发放。请先登记放款。',
    en: 'Event {seq} comes before any money was paid out. Record the disbursement first.',
  },
  'loan.refund_above_credit': {
    status: 422,
    zh: '退款超过溢缴款 {held}。请减少退款金额。',
    en: 'The refund exceeds the {held} that is held for the borrower. Lower the amount.',
  },
  'loan.over_disbursed': {
    status: 422,
    zh: '累计放款超过合同本金 {principal}。请减少放款金额。',
    en: 'Disbursements exceed the contract principal of {principal}. Lower the amount.',
  },
  'loan.disbursed_after_maturity': {
    status: 422,
    zh: '{on} 已无后续还款期，不能再放款。请另签合同。',
    en: 'No instalment is left after {on} to repay a disbursement. Sign a new contract instead.',
  },
  'loan.extension_too_late': {
    status: 422,
    zh: '展期（第 {seq} 号事件）须在贷款到期日前申请。到期后请改用重组。',
    en: 'An extension (event {seq}) must be asked for before maturity. After it, restructure the loan instead.',
  },
  'loan.extension_too_long': {
    status: 422,
    zh: '展期（第 {seq} 号事件）最长至 {limit}：短期不超过原期限，中期不超过原期限一半，长期不超过三年。请减少期数。',
    en: 'An extension (event {seq}) may reach {limit} at most: the original term when short, half of it when medium, three years when long. Use fewer periods.',
  },
  'loan.lpr_unknown': {
    status: 422,
    zh: '{on} 之前没有已发布的 LPR。请先录入利率表。',
    en: 'No LPR was published on or before {on}. Enter the rate table first.',
  },
  'loan.target_missing': {
    status: 422,
    zh: '找不到可冲正的第 {targetSeq} 号事件。请核对序号；冲正本身不能再冲正。',
    en: 'There is no event {targetSeq} to reverse. Check the number; a reversal cannot be reversed.',
  },
  'loan.method_fixed': {
    status: 422,
    zh: '该还款方式的利息按原始本金固定，不能部分提前还款或追加放款。请改为提前结清。',
    en: 'Interest of this method is fixed on the amount lent, so it takes no partial prepayment or later disbursement. Settle in full instead.',
  },
  'loan.row_missing': {
    status: 404,
    zh: '还款计划中没有第 {no} 期。请核对期次。',
    en: 'The plan has no instalment {no}. Check the number.',
  },
  'loan.cost_unsolvable': {
    status: 422,
    zh: '这组现金流没有唯一的年化成本：须先有收款后有还款，且每期利率在 -50% 至 10000% 之间。请核对现金流。',
    en: 'These flows have no single annual cost: money must come in before it goes out, at a period rate between -50 % and 10,000 %. Check the flows.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(loanRefusals);
export type LoanRefusalCode = keyof typeof loanRefusals;
