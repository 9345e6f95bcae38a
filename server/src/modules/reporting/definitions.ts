/** What each figure means, word for word: shown beside it, so that every figure explains itself (S4-63). */
export const DEFINITIONS = {
  balance: { zh: '贷款余额 = 全部未结清借据的剩余本金之和', en: 'Outstanding principal of every open loan', unit: 'money' },
  growth: {
    zh: '本月余额变动 = 今日余额 − 上月末余额（取自总账本金科目）',
    en: "Today's balance less that of the last month end, from the ledger's principal account",
    unit: 'money',
  },
  paid_out: { zh: '本月放款金额（按放款日）', en: 'Paid out this month, by day of payout', unit: 'money' },
  first_loans: { zh: '本月首贷笔数：放款时认定为首贷户的借据', en: 'First loans this month: loans whose borrower had none before', unit: 'count' },
  average_cost: {
    zh: '平均综合融资成本 = 按放款金额加权的年化成本（IRR，近 90 天批准）',
    en: 'All-in yearly cost (IRR) of approvals of the last 90 days, weighted by amount',
    unit: 'percent',
  },
  overdue_ratio: { zh: '逾期率 = 有逾期的借据余额 ÷ 贷款余额', en: 'Balance of loans with anything overdue over the balance', unit: 'percent' },
  npl_ratio: {
    zh: '不良率 = 逾期超过 90 天的借据余额 ÷ 贷款余额（五级分类逾期下限口径）',
    en: 'Balance of loans more than 90 days late over the balance (overdue floor of the five classes)',
    unit: 'percent',
  },
  approval_minutes: {
    zh: '审批时长：提交到决定的分钟数，近 90 天，中位数 / 95 分位',
    en: 'Minutes from submission to decision, last 90 days: median / 95th percentile',
    unit: 'minutes',
  },
  auto_share: {
    zh: '自动决策占比 = 系统直接批准或拒绝的决定 ÷ 全部决定（近 90 天）',
    en: 'Decisions the system made alone over all decisions of the last 90 days',
    unit: 'percent',
  },
  open_alerts: { zh: '未关闭预警（红 / 橙）', en: 'Open alerts (red / orange)', unit: 'text' },
  recovery_rate: {
    zh: '催收回款率 = 曾逾期超过 30 天的借据中现已还清逾期的余额占比',
    en: 'Share of loans once more than 30 days late whose arrears are paid today',
    unit: 'percent',
  },
  bad_debt_rate: {
    zh: '坏账率 = 逾期超过 90 天的余额 ÷ 累计放款额',
    en: 'Balance more than 90 days late over everything ever paid out',
    unit: 'percent',
  },
  default_rate: { zh: '违约率 = 曾逾期超过 90 天的借据笔数 ÷ 全部借据笔数', en: 'Loans ever more than 90 days late over all loans', unit: 'percent' },
} as const satisfies Record<string, { zh: string; en: string; unit: 'money' | 'count' | 'percent' | 'minutes' | 'text' }>;
export type FigureKey = keyof typeof DEFINITIONS;
