import { describe, expect, test } from 'vitest';
import type { Facts, Part } from '../caller/source.ts';
import { firstLoan } from './first-loan.ts';
import { bureauSource } from './source.ts';

const FACTS: Facts = {
  name: '王试样',
  idNo: '11010519491231002X',
  mobile: '19900000001',
  enterpriseName: null,
  uscc: null,
  shops: [],
  firstPaidOutOn: null,
  firstLoanDefinition: 'FST-01/test',
};
const account = (more: object) => ({
  account_id: 'a',
  org: '测试商业银行',
  type: '贷记卡',
  open_date: '2024-01-15',
  limit: '10000.00',
  balance: '4000.00',
  five_class: '正常',
  due_amount: '400.00',
  overdue_amount: '0.00',
  overdue_months: 0,
  status: '正常',
  monthly_status: 'NNN',
  ...more,
});
const report = (accounts: object[], inquiries: object[] = []) => ({
  header: { report_no: 'P1', query_time: '2026-06-30T02:00:00.000Z', query_reason: '贷款审批' },
  accounts,
  guarantee: { personal_guarantee_balance: '100.00', personal_other_liability_balance: '0.00', enterprise_guarantee_balance: '0.50' },
  inquiry: { records: inquiries },
  other: { annotations: [] },
});
const part = (kind: 'person' | 'enterprise', data: object): Part => ({
  callId: 'call_1',
  kind,
  part: kind,
  state: 'ok',
  data: bureauSource.shapes[kind]?.parse(data),
});
const none = (kind: string): Part => ({ callId: 'call_1', kind, part: kind, state: 'no_record', data: undefined });
const values = (parts: Part[], facts = FACTS) => {
  const figures = bureauSource.figures(parts, facts, '2026-06-30');
  return Object.fromEntries(Object.entries(figures).map(([k, v]) => [k, v?.value]));
};

describe('bureau', () => {
  test('asks about the person, and about the firm when there is one', () => {
    expect(bureauSource.questions({ ...FACTS, idNo: null }, 'offer', '2026-06-30')).toEqual({ notApplicable: 'no_identity_given' });
    expect(bureauSource.questions({ ...FACTS, uscc: '91350100M000100Y43' }, 'offer', '2026-06-30')).toHaveLength(2);
  });
  test('counts overdue months of the last 24 over all accounts, and what is open', () => {
    const v = values([
      part(
        'person',
        report([
          account({ monthly_status: `3${'N'.repeat(10)}123${'N'.repeat(11)}`, limit: '10000.00', balance: '4000.00' }),
          account({
            account_id: 'b',
            org: '样例城市银行',
            type: '非循环贷',
            open_date: '2020-03-01',
            limit: '50000.00',
            balance: '20000.00',
            due_amount: '1500.00',
            overdue_months: 2,
            overdue_amount: '3000.00',
            monthly_status: 'N12',
            status: '逾期',
            five_class: '关注',
          }),
          account({
            account_id: 'c',
            status: '结清',
            type: '非循环贷',
            balance: '0.00',
            due_amount: '0.00',
            monthly_status: 'NNC',
            open_date: '2019-01-01',
          }),
        ]),
      ),
    ]);
    // The 3 of the first account lies 25 months back and no longer counts.
    expect(v).toMatchObject({
      m1_count_24m: 2,
      m2_count_24m: 2,
      m3_plus_count_24m: 1,
      consecutive_overdue_24m: 3,
      total_overdue_24m: 5,
      longest_overdue_months: 3,
      current_overdue_days: 60,
    });
    // The card's debt counts, its issuer does not: one lender (S4-40).
    expect(v).toMatchObject({
      total_debt: 2_400_000n,
      monthly_due: 190_000n,
      lender_count: 1,
      card_use: 400_000n,
      oldest_account_months: 89,
      worst_five_class: '关注',
      guarantee_balance: 10_050n,
    });
  });
  test('tells hard queries from soft ones by reason and by window', () => {
    const asked = (date: string, reason: string) => ({ date, org: '测试', reason });
    const v = values([
      part(
        'person',
        report(
          [],
          [
            asked('2026-06-29', '贷款审批'),
            asked('2026-06-30', '贷款审批'),
            asked('2026-05-31', '信用卡审批'),
            asked('2026-05-30', '担保资格审查'),
            asked('2026-06-01', '贷后管理'),
            asked('2026-06-01', '本人查询'),
          ],
        ),
      ),
    ]);
    expect([v['hard_queries_1m'], v['hard_queries_3m'], v['hard_queries_6m']]).toEqual([2, 3, 3]);
  });
  test('no record is an answer: nothing owed, and a first-time borrower', () => {
    expect(values([none('person')])).toMatchObject({ bureau_record: false, m1_count_24m: 0, total_debt: 0n, is_first_loan: true, card_use: null });
  });
  test.each([
    ['a card only', { person: { accounts: [{ type: '贷记卡', org: '测试商业银行' }] } }, true],
    ['a loan of a bank', { person: { accounts: [{ type: '非循环贷', org: '测试商业银行' }] } }, false],
    ['a loan of a small-loan company', { person: { accounts: [{ type: '循环贷一', org: '测试网络小贷' }] } }, true],
    ['a loan of the firm', { person: null, firm: { loans: [{ org: '样例城市银行' }] }, firmAsked: true }, false],
    ['a loan of ours', { person: null, firstPaidOutOn: '2026-01-01' }, false],
    ['no answer about the firm', { person: null, firm: undefined, firmAsked: true }, undefined],
  ])('first loan: %s', (_name, more, expected) => {
    expect(
      firstLoan({ person: undefined, firm: undefined, firmAsked: false, firstPaidOutOn: null, definition: 'd', ...(more as object) })?.isFirst,
    ).toBe(expected);
  });
});
