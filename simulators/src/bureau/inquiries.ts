import { addDays, type CalendarDate, daysBetween, fromEpochDay, toEpochDay } from '@tallystick/kernel';
import { noise } from '../people/draw.ts';
import type { Standing } from './case.ts';

export type Inquiry = { readonly date: CalendarDate; readonly org: string; readonly reason: string; readonly hard: boolean };

const BANKS = ['测试农商银行', '样例城商银行', '虚拟银行', '示例消费金融', '演示小贷', '样例民营银行', '测试股份银行', '虚拟网络小贷'];
/** Reasons that count as hard (handbook BUR-07) and those that do not. */
const HARD = ['贷款审批', '贷款审批', '贷款审批', '信用卡审批', '担保资格审查', '保前审查', '资信审查', '融资租赁审批'];
const SOFT = ['贷后管理', '贷后管理', '本人查询', '特约商户实名审查'];
const SLOT_DAYS = 10;

const item = (stream: number, n: number, date: CalendarDate, hard: boolean): Inquiry => {
  const list = hard ? HARD : SOFT;
  return {
    date,
    org: BANKS[Math.floor(noise(stream + 3, n) * BANKS.length)] ?? '',
    reason: list[Math.floor(noise(stream + 4, n) * list.length)] ?? '',
    hard,
  };
};

/** Two years of queries before `asOf`, newest first. Each ten-day slot of the calendar has its own draw, so the list does not change as days pass. */
export function inquiries(s: Standing, asOf: CalendarDate): Inquiry[] {
  const share = s.kind === 'multi_lender' ? 0.85 : s.kind === 'no_record' || s.kind === 'perfect' ? 0.015 : 0.05;
  const out: Inquiry[] = [];
  const last = Math.floor(toEpochDay(asOf) / SLOT_DAYS);
  for (let slot = last - 73; slot <= last; slot += 1) {
    const day = slot * SLOT_DAYS + Math.floor(noise(s.stream + 2, slot) * SLOT_DAYS);
    if (day >= toEpochDay(asOf)) continue;
    const recent = toEpochDay(asOf) - day <= 90;
    if (noise(s.stream, slot) < share && !(recent && s.queries3m !== undefined)) out.push(item(s.stream, slot, fromEpochDay(day), true));
    if (noise(s.stream + 1, slot) < 0.08) out.push(item(s.stream, slot, fromEpochDay(day), false));
  }
  for (let i = 0; i < (s.queries3m ?? 0); i += 1) out.push(item(s.stream, i, addDays(asOf, -1 - Math.floor((i * 88) / (s.queries3m ?? 1))), true));
  return out.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** The query counts a report carries: institutions and times by window and reason. */
export function inquiryCounts(list: readonly Inquiry[], asOf: CalendarDate): Record<string, number> {
  const inDays = (days: number, want: (q: Inquiry) => boolean) => list.filter((q) => daysBetween(q.date, asOf) <= days && want(q));
  const institutions = (rows: readonly Inquiry[]) => new Set(rows.map((q) => q.org)).size;
  const loan = (q: Inquiry) => q.reason === '贷款审批';
  const card = (q: Inquiry) => q.reason === '信用卡审批';
  return {
    hard_1m: inDays(30, (q) => q.hard).length,
    hard_3m: inDays(90, (q) => q.hard).length,
    hard_6m: inDays(180, (q) => q.hard).length,
    loan_approval_institutions_1m: institutions(inDays(30, loan)),
    loan_approval_times_1m: inDays(30, loan).length,
    card_approval_institutions_1m: institutions(inDays(30, card)),
    card_approval_times_1m: inDays(30, card).length,
    self_times_1m: inDays(30, (q) => q.reason === '本人查询').length,
    post_loan_times_2y: inDays(730, (q) => q.reason === '贷后管理').length,
    guarantee_review_times_2y: inDays(730, (q) => q.reason === '担保资格审查').length,
    merchant_check_times_2y: inDays(730, (q) => q.reason === '特约商户实名审查').length,
  };
}
