import type { CalendarDate } from '@tallystick/kernel';
import { type Draw, draw, noise } from '../people/draw.ts';
import { dayOfMonth, monthIndex, monthText, yuan } from '../people/figures.ts';
import { mainStatus, monthsOverdue, type Standing } from './case.ts';

export const ACCOUNT_TYPES = ['非循环贷', '循环贷一', '循环贷二', '贷记卡', '准贷记卡'] as const;
type AccountType = (typeof ACCOUNT_TYPES)[number];
/** What stays fixed about an account: it exists from its opening month on, whenever one asks. */
type Plan = {
  readonly no: number;
  readonly type: AccountType;
  readonly org: string;
  readonly opened: number;
  readonly limit: number;
  readonly terms: number;
  readonly use: number;
};
/** One account of the report, with the figures the summary needs in fen. */
export type Account = {
  readonly row: Record<string, string | number | null>;
  readonly type: AccountType;
  readonly org: string;
  readonly opened: number;
  readonly limit: number;
  readonly balance: number;
  readonly payment: number;
  readonly overdue: number;
  readonly status: string;
  readonly open: boolean;
};

const ORGS = ['测试商业银行', '样例城市银行', '虚拟农商行', '演示股份银行', '示例邮储', '样例消费金融', '测试网络小贷', '虚拟互联网银行'];
const at = (year: number, month: number): number => year * 12 + month - 1;

function plans(seed: string, idNo: string, s: Standing): Plan[] {
  const d = draw(`${seed}:accounts:${idNo}`);
  const out: Plan[] = [];
  const add = (type: AccountType, opened: number, limit: number, terms: number, use: number) =>
    out.push({ no: out.length, type, org: d.pick(ORGS), opened, limit, terms, use });
  const use = s.kind === 'multi_lender' ? 0.86 : s.kind === 'perfect' ? 0.12 : 0.2 + d.next() * 0.35;
  const card = (opened: number) => add('贷记卡', opened, d.int(10, 80) * 100_000, 0, use);
  if (s.kind === 'no_record') return out;
  if (s.kind === 'thin') {
    card(at(2025, 2) - d.int(0, 4));
    return out;
  }
  card(d.int(at(2014, 1), at(2020, 12)));
  for (let i = d.int(0, 3); i > 0; i -= 1) card(d.int(at(2016, 1), at(2023, 12)));
  if (d.chance(0.3)) add('非循环贷', d.int(at(2012, 1), at(2023, 12)), d.int(60, 300) * 1_000_000, d.pick([240, 360]), 1);
  shortLoans(d, add, d.chance(0.45) ? 1 : 0, 3_000_000, 30_000_000);
  if (s.kind === 'multi_lender') for (let i = 0; i < 6; i += 1) add('循环贷一', at(2024, 1) + d.int(0, 20), d.int(5, 60) * 100_000, 0, 0.9);
  return out;
}

/** One-year and three-year loans taken again and again: whenever one asks, some are open and some closed. */
function shortLoans(
  d: Draw,
  add: (type: AccountType, opened: number, limit: number, terms: number, use: number) => void,
  chains: number,
  low: number,
  high: number,
) {
  for (let chain = 0; chain < chains; chain += 1) {
    const terms = d.pick([12, 12, 24, 36]);
    const amount = Math.round(d.int(low, high) / 100_000) * 100_000;
    for (let opened = at(2018, 1) + d.int(0, 23); opened < at(2030, 1); opened += terms + d.int(1, 6)) add('非循环贷', opened, amount, terms, 1);
  }
}

const FIVE_CLASSES = ['正常', '关注', '关注', '关注', '次级', '次级', '次级', '次级', '次级', '可疑', '可疑', '可疑'];

/** The monthly status of up to 60 closed months, oldest first. Months in which a card was not used show `*`. */
function statusText(p: Plan, s: Standing, stream: number, lastMonth: number): string {
  let out = '';
  for (let m = Math.max(p.opened, lastMonth - 59); m <= lastMonth; m += 1)
    out += p.no === 0 ? mainStatus(s, m) : p.terms === 0 && noise(stream, m) < 0.08 ? '*' : 'N';
  return out;
}

function state(p: Plan, s: Standing, idNo: string, asOf: CalendarDate): Account {
  const month = monthIndex(asOf);
  const stream = s.stream + 101 * (p.no + 1);
  const age = month - p.opened;
  const paidTerms = Math.min(p.terms, age);
  const open = p.terms === 0 || age < p.terms;
  const balance = !open
    ? 0
    : p.terms === 0
      ? Math.round(p.limit * p.use * (0.7 + 0.5 * noise(stream, month)))
      : p.limit - Math.floor((p.limit * paidTerms) / p.terms);
  const used = Math.min(p.limit, balance);
  const payment = !open ? 0 : p.terms === 0 ? Math.round(used * 0.1) : Math.round(p.limit / p.terms + used * 0.0035);
  const late = p.no === 0 && open ? monthsOverdue(s, asOf) : 0;
  const overdue = late === 0 ? 0 : (s.overdueFen ?? Math.min(used, payment * late));
  const closed = dayOfMonth(p.opened + p.terms, 15);
  const status = statusText(p, s, stream, open ? month - 1 : Math.min(month - 1, p.opened + p.terms - 1));
  const row = {
    account_id: `${idNo.slice(-6)}-${String(p.no + 1).padStart(2, '0')}`,
    org: p.org,
    type: p.type,
    open_date: dayOfMonth(p.opened, 15),
    due_date: p.terms === 0 ? null : closed,
    currency: 'CNY',
    limit: yuan(p.limit),
    balance: yuan(used),
    five_class: late === 0 ? '正常' : (FIVE_CLASSES[late] ?? '损失'),
    repay_method: p.terms === 0 ? '按期还款' : '等额本金',
    terms: p.terms === 0 ? null : p.terms,
    paid_terms: p.terms === 0 ? null : paidTerms,
    due_amount: yuan(payment),
    paid_amount: yuan(late === 0 ? payment : 0),
    overdue_amount: yuan(overdue),
    overdue_months: late,
    last_repay_date: late === 0 ? dayOfMonth(month - 1, 15) : dayOfMonth(monthIndex(s.overdueFrom ?? asOf) - 1, 15),
    status: !open ? '结清' : late === 0 ? '正常' : '逾期',
    monthly_status: open ? status : `${status}C`.slice(-60),
  };
  return { row, type: p.type, org: p.org, opened: p.opened, limit: p.limit, balance: used, payment, overdue, status, open };
}

/** All accounts opened before the month of `asOf`; closed ones are shown for five years. */
export function personAccounts(seed: string, idNo: string, s: Standing, asOf: CalendarDate): Account[] {
  const month = monthIndex(asOf);
  return plans(seed, idNo, s)
    .filter((p) => p.opened < month && (p.terms === 0 || p.opened + p.terms > month - 60))
    .map((p) => state(p, s, idNo, asOf));
}

/** One summary row per kind of account. A repaired record no longer tells its worst months: those fields are null (handbook BUR-06). */
export function summary(accounts: readonly Account[], s: Standing): Record<string, unknown>[] {
  return ACCOUNT_TYPES.map((type) => {
    const rows = accounts.filter((a) => a.type === type);
    const open = rows.filter((a) => a.open);
    const total = (pick: (a: Account) => number) => yuan(open.reduce((sum, a) => sum + pick(a), 0));
    const late = rows.flatMap((a) => [...a.status].filter((c) => c >= '1' && c <= '7').map(Number));
    const hidden = s.kind === 'repaired_missing';
    return {
      type,
      account_count: open.length,
      management_institution_count: new Set(open.map((a) => a.org)).size,
      total_credit_limit: total((a) => a.limit),
      used_limit: total((a) => a.balance),
      balance: total((a) => a.balance),
      recent_6_month_average_payment: total((a) => a.payment),
      first_business_issue_month: rows.length === 0 ? null : monthText(Math.min(...rows.map((a) => a.opened))),
      delinquent_month_count: hidden ? null : late.length,
      maximum_delinquency_months: hidden ? null : Math.max(0, ...late),
      maximum_monthly_delinquency_amount: hidden ? null : total((a) => Math.max(a.overdue, /[1-7]/.test(a.status) ? a.payment : 0)),
      overdraft_balance: '0.00',
    };
  });
}
