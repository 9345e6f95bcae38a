import { bankMoment, type CalendarDate } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { draw, noise } from '../people/draw.ts';
import { dayOfMonth, monthIndex, yuan } from '../people/figures.ts';
import { firmFacts } from '../registry/firm.ts';
import { usualRevenue } from '../tax/revenue.ts';
import type { World } from '../world.ts';
import { mainStatus, monthsOverdue, type Standing, standing } from './case.ts';
import { inquiries, inquiryCounts } from './inquiries.ts';

type Loan = { readonly row: Record<string, string | number | boolean | null>; readonly balance: number; readonly five: string };

/** The enterprise credit report (handbook 6.2). Undefined: no credit business with any institution. */
export function enterpriseReport(world: World, query: Query): unknown {
  const { subject, asOf } = query;
  const set = world.about(subject.idNo);
  const s = standing(world.seed, subject.idNo, set.bureau, asOf);
  if (s.kind === 'no_record') return undefined;
  const firm = firmFacts(world, subject.idNo, subject.name, asOf);
  const revenue = usualRevenue(world.seed, subject.idNo, set.tax);
  const list = loans(world.seed, subject.idNo, s, revenue, asOf);
  const asked = inquiries(s, asOf);
  return {
    header: {
      report_no: `E${asOf.replaceAll('-', '')}${subject.idNo.slice(-8)}`,
      query_time: bankMoment(asOf, 600),
      query_org: '本机构',
      query_reason: query.purpose,
    },
    basic: {
      uscc: subject.idNo,
      org_code: subject.idNo.slice(8, 17),
      name: firm.name,
      establish_date: firm.establishDate,
      registered_capital: yuan(firm.registeredCapital),
      industry: firm.industry,
      size: revenue * 12 < 100_000_000 ? '微型' : revenue * 12 < 5_000_000_000 ? '小型' : '中型',
      controller: { name: firm.legalPerson.name, id_no: firm.legalPerson.idNo },
      shareholders: firm.shareholders,
      registered_address: firm.address,
    },
    summary: summary(list, s, revenue),
    liability_persons: [
      {
        arlpIdType: '10',
        arlpName: firm.legalPerson.name,
        arlpCertType: '居民身份证',
        arlpCertNum: firm.legalPerson.idNo,
        arlpType: '共同债务人',
        liability_amount: yuan(revenue),
        joint_guarantee_flag: false,
      },
    ],
    loans: list.map((l) => l.row),
    lines: [
      {
        org: '测试商业银行',
        credit_limit: yuan(revenue * 2),
        used: yuan(list.reduce((sum, l) => sum + l.balance, 0)),
        valid_to: dayOfMonth(monthIndex(asOf) + 8, 30),
      },
    ],
    guarantees: s.kind === 'guarantee_heavy' ? guarantees(revenue) : [],
    discounts: [],
    letters_of_credit: [],
    bank_acceptances:
      revenue > 200_000_000
        ? [{ org: '样例城市银行', amount: yuan(revenue * 0.6), balance: yuan(revenue * 0.4), deposit: yuan(revenue * 0.12) }]
        : [],
    bonds: [],
    public: { tax_arrears: [], judgments: [], enforcement: [], penalties: [], awards: [] },
    annotations: s.kind === 'disputed' ? [{ date: dayOfMonth(monthIndex(asOf) - 2, 20), text: '企业对一笔逾期记录有异议，核查中' }] : [],
    query_counts: inquiryCounts(asked, asOf),
    queries: asked,
  };
}

/** Working-capital loans taken year after year; the first one carries the overdue of the standing. */
function loans(seed: string, uscc: string, s: Standing, revenue: number, asOf: CalendarDate): Loan[] {
  const d = draw(`${seed}:firm-loans:${uscc}`);
  const lenders = s.kind === 'multi_lender' ? 7 : s.kind === 'thin' ? 1 : d.int(1, 3);
  const month = monthIndex(asOf);
  return Array.from({ length: lenders }, (_, i) => {
    const anchor = d.int(0, 11);
    const opened = month - 1 - ((month - 1 - anchor + 1200) % 12);
    const amount = Math.round((revenue * (0.4 + d.next() * (s.kind === 'multi_lender' ? 1.6 : 1.1))) / 1_000_000) * 1_000_000 + 10_000_000;
    const late = i === 0 ? monthsOverdue(s, asOf) : 0;
    const worst = i === 0 ? pastWorst(s, month) : 0;
    const five = late === 0 ? '正常' : late <= 3 ? '关注' : late <= 9 ? '次级' : '可疑';
    const row = {
      account_id: `${uscc.slice(-6)}-${String(i + 1).padStart(2, '0')}`,
      org: ['测试商业银行', '样例城市银行', '虚拟农商行', '演示网商银行', '示例小贷', '样例融资租赁', '测试信托'][i] ?? '测试商业银行',
      product: i % 2 === 0 ? '流动资金贷款' : '经营快贷',
      contract_no: `HT${uscc.slice(-4)}${opened}${i}`,
      open_date: dayOfMonth(opened, 10),
      due_date: dayOfMonth(opened + 12, 10),
      amount: yuan(amount),
      balance: yuan(amount),
      five_class: five,
      overdue_total: yuan(late === 0 ? 0 : (s.overdueFen ?? Math.round(amount * 0.08 * late))),
      overdue_months: late,
      worst_overdue_months_24m: s.kind === 'repaired_missing' ? null : Math.max(worst, late),
      guarantee: d.pick(['信用', '保证', '抵押']),
      renewed_flag: i % 2 === 0 && noise(s.stream, opened) < 0.4,
      restructure_flag: false,
    };
    return { row, balance: amount, five };
  });
}

const pastWorst = (s: Standing, month: number): number => {
  let worst = 0;
  for (let m = month - 24; m < month; m += 1) worst = Math.max(worst, Number(/[1-7]/.exec(mainStatus(s, m))?.[0] ?? 0));
  return worst;
};

function summary(list: readonly Loan[], s: Standing, revenue: number) {
  const of = (want: (five: string) => boolean) => yuan(list.filter((l) => want(l.five)).reduce((sum, l) => sum + l.balance, 0));
  const guaranteed = s.kind === 'guarantee_heavy' ? revenue * 9 : 0;
  return [
    {
      rel_repy_rspl_tp: '借贷',
      repy_rspl_qot: of(() => true),
      acc_num: list.length,
      bal: of(() => true),
      fcs_cgy_bal: of((f) => f === '关注'),
      bad_cgy_bal: of((f) => f !== '正常' && f !== '关注'),
    },
    {
      rel_repy_rspl_tp: '保证人',
      repy_rspl_qot: yuan(guaranteed),
      acc_num: guaranteed > 0 ? 3 : 0,
      bal: yuan(guaranteed * 0.8),
      fcs_cgy_bal: yuan(guaranteed * 0.1),
      bad_cgy_bal: '0.00',
    },
  ];
}

const guarantees = (revenue: number) =>
  [2, 3, 4].map((times) => ({
    for_whom: `杭州样例被保证${times}有限公司`,
    amount: yuan(revenue * times),
    balance: yuan(revenue * times * 0.8),
    five_class: times === 4 ? '关注' : '正常',
  }));
