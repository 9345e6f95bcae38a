import { overdueCounts, ratioPpm } from '@tallystick/engines/rating';
import { addDays, type CalendarDate } from '@tallystick/kernel';
import type { z } from 'zod';
import { lastDays, monthsBetween, total } from '../caller/numbers.ts';
import { dataOf, type Facts, type Figures, isUnknown, type Part } from '../caller/source.ts';
import type { CallId } from '../types.ts';
import { firstLoan } from './first-loan.ts';
import { zFirmReport, zPersonReport } from './parse.ts';

export const BUREAU_FEATURES = {
  bureau_record: 'flag',
  m1_count_24m: 'count',
  m2_count_24m: 'count',
  m3_plus_count_24m: 'count',
  consecutive_overdue_24m: 'count',
  total_overdue_24m: 'count',
  longest_overdue_months: 'months',
  current_overdue_days: 'days',
  current_overdue_amount: 'minor',
  hard_queries_1m: 'count',
  hard_queries_3m: 'count',
  hard_queries_6m: 'count',
  total_debt: 'minor',
  monthly_due: 'minor',
  lender_count: 'count',
  card_use: 'ppm',
  oldest_account_months: 'months',
  new_accounts_6m: 'count',
  account_kinds: 'count',
  guarantee_balance: 'minor',
  disputed_items: 'count',
  worst_five_class: 'text',
  firm_loan_count: 'count',
  firm_debt: 'minor',
  firm_longest_overdue_months: 'months',
  is_first_loan: 'flag',
  first_loan_evidence: 'text',
} as const;
type Name = keyof typeof BUREAU_FEATURES;
type Person = Partial<z.output<typeof zPersonReport>>;

/** Reasons that count as hard (BUR-07). */
const HARD = new Set(['贷款审批', '信用卡审批', '担保资格审查', '保前审查', '资信审查', '融资租赁审批']);
const CLASSES = ['正常', '关注', '次级', '可疑', '损失'];
const CARDS = new Set(['贷记卡', '准贷记卡']);

export function bureauFigures(parts: readonly Part[], f: Facts, asOf: CalendarDate): Figures<Name> {
  const person = dataOf(parts, 'person', zPersonReport);
  const firm = dataOf(parts, 'enterprise', zFirmReport);
  const unknown = parts.find((p) => p.kind === 'person' && p.state === 'no_record');
  const at = person?.callId ?? unknown?.callId;
  return {
    ...(at && { bureau_record: { value: person !== undefined, callId: at } }),
    ...(person && accountFigures(person.data, asOf, person.callId)),
    ...(person && inquiryFigures(person.data, asOf, person.callId)),
    ...(unknown && neverBorrowed(unknown.callId)),
    ...debtFigures(person, firm, unknown?.callId, isUnknown(parts, 'enterprise')),
    ...firstLoanFigures(parts, f, person, firm, at),
  };
}

/** Overdue history of the last 24 closed months, open accounts and their use. `current_overdue_days` is 30 a month overdue: the most it can be. */
function accountFigures(report: Person, asOf: CalendarDate, callId: CallId): Figures<Name> {
  const accounts = report.accounts;
  if (!accounts) return {};
  const late = overdueCounts(
    accounts.map((a) => ({ status24m: a.monthly_status.replace(/C$/, '').slice(-24), currentOverdueDays: a.overdue_months * 30 })),
  );
  const open = accounts.filter((a) => a.status !== '结清');
  const cards = open.filter((a) => CARDS.has(a.type));
  const window = 'last 24 closed months';
  const worst = Math.max(0, ...open.map((a) => CLASSES.indexOf(a.five_class)));
  const oldest = accounts.map((a) => a.open_date).sort()[0];
  return {
    m1_count_24m: { value: late.m1Count24m, window, callId },
    m2_count_24m: { value: late.m2Count24m, window, callId },
    m3_plus_count_24m: { value: late.m3PlusCount24m, window, callId },
    consecutive_overdue_24m: { value: late.consecutiveOverdue24m, window, callId },
    total_overdue_24m: { value: late.totalOverdue24m, window, callId },
    longest_overdue_months: { value: late.longestOverdueMonths, window, callId },
    current_overdue_days: { value: late.currentOverdueDays, callId },
    current_overdue_amount: { value: total(open, (a) => a.overdue_amount), callId },
    monthly_due: { value: total(open, (a) => a.due_amount), callId },
    card_use: {
      value: ratioPpm(
        total(cards, (a) => a.balance),
        total(cards, (a) => a.limit),
      ),
      why: 'no_open_card',
      callId,
    },
    oldest_account_months: { value: oldest === undefined ? null : monthsBetween(oldest, asOf), why: 'no_account', callId },
    new_accounts_6m: { value: accounts.filter((a) => a.open_date >= addDays(asOf, -180)).length, window: lastDays(asOf, 180), callId },
    account_kinds: { value: new Set(accounts.map((a) => a.type)).size, callId },
    worst_five_class: { value: CLASSES[worst] ?? '正常', callId },
    disputed_items: { value: report.other?.annotations.length ?? null, why: 'block_missing', callId },
  };
}

function inquiryFigures(report: Person, asOf: CalendarDate, callId: CallId): Figures<Name> {
  const records = report.inquiry?.records;
  if (!records) return {};
  const within = (days: number) => ({
    value: records.filter((r) => HARD.has(r.reason) && r.date >= addDays(asOf, -days) && r.date < asOf).length,
    window: lastDays(asOf, days),
    callId,
  });
  return { hard_queries_1m: within(30), hard_queries_3m: within(90), hard_queries_6m: within(180) };
}

/** What "no record" means as figures: no overdue, no debt, no query that we know of. */
function neverBorrowed(callId: CallId): Figures<Name> {
  const none = { value: 0, callId };
  return {
    m1_count_24m: none,
    m2_count_24m: none,
    m3_plus_count_24m: none,
    consecutive_overdue_24m: none,
    total_overdue_24m: none,
    longest_overdue_months: none,
    current_overdue_days: none,
    current_overdue_amount: { value: 0n, callId },
    monthly_due: { value: 0n, callId },
    card_use: { value: null, why: 'no_record', callId },
    oldest_account_months: { value: null, why: 'no_record', callId },
    new_accounts_6m: none,
    account_kinds: none,
    disputed_items: none,
    worst_five_class: { value: null, why: 'no_record', callId },
    hard_queries_1m: none,
    hard_queries_3m: none,
    hard_queries_6m: none,
  };
}

type Told<T> = { data: T; callId: CallId } | undefined;
/** Debts of person and firm together; lenders are counted once by name. */
function debtFigures(
  person: Told<Person>,
  firm: Told<Partial<z.output<typeof zFirmReport>>>,
  unknownCall: CallId | undefined,
  firmUnknown: boolean,
): Figures<Name> {
  const accounts = person ? person.data.accounts : unknownCall ? [] : undefined;
  const loans = firm ? firm.data.loans : [];
  const callId = person?.callId ?? unknownCall;
  const firmFigures: Figures<Name> =
    firm?.data.loans || firmUnknown
      ? {
          firm_loan_count: { value: loans?.length ?? 0, ...(firm && { callId: firm.callId }) },
          firm_debt: { value: total(loans ?? [], (l) => l.balance), ...(firm && { callId: firm.callId }) },
          firm_longest_overdue_months: {
            value: Math.max(0, ...(loans ?? []).map((l) => Math.max(l.overdue_months, l.worst_overdue_months_24m ?? 0))),
            ...(firm && { callId: firm.callId }),
          },
        }
      : {};
  if (!accounts || !loans || !callId) return firmFigures;
  const open = accounts.filter((a) => a.balance > 0n);
  const owing = loans.filter((l) => l.balance > 0n);
  const g = person?.data.guarantee;
  return {
    ...firmFigures,
    total_debt: { value: total(open, (a) => a.balance) + total(owing, (l) => l.balance), callId },
    // Lenders are counted by loans: a credit card in use is a debt, its issuer no further lender (S4-40).
    lender_count: { value: new Set([...open.filter((a) => !CARDS.has(a.type)).map((a) => a.org), ...owing.map((l) => l.org)]).size, callId },
    guarantee_balance: {
      value: person ? (g ? g.personal_guarantee_balance + g.personal_other_liability_balance + g.enterprise_guarantee_balance : null) : 0n,
      why: 'block_missing',
      callId,
    },
  };
}

function firstLoanFigures(
  parts: readonly Part[],
  f: Facts,
  person: Told<Person>,
  firm: Told<Partial<z.output<typeof zFirmReport>>>,
  callId: CallId | undefined,
): Figures<Name> {
  const told = firstLoan({
    person: person ? person.data : isUnknown(parts, 'person') ? null : undefined,
    firm: firm ? firm.data : isUnknown(parts, 'enterprise') ? null : undefined,
    firmAsked: f.uscc !== null,
    firstPaidOutOn: f.firstPaidOutOn,
    definition: f.firstLoanDefinition,
  });
  if (!told || !callId) return {};
  return { is_first_loan: { value: told.isFirst, callId }, first_loan_evidence: { value: JSON.stringify(told.evidence), callId } };
}
