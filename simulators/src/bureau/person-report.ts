import { ageOn, bankMoment, type CalendarDate, must, residentIdFacts } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { draw } from '../people/draw.ts';
import { dayOfMonth, monthIndex, yuan } from '../people/figures.ts';
import { personByIdNo } from '../people/people.ts';
import type { World } from '../world.ts';
import { type Standing, standing } from './case.ts';
import { inquiries, inquiryCounts } from './inquiries.ts';
import { type Account, personAccounts, summary } from './person-accounts.ts';

/** The personal credit report (second generation, handbook 6.1). Undefined: the bureau has never heard of a loan of this person. */
export function personReport(world: World, query: Query): unknown {
  const { subject, asOf } = query;
  const s = standing(world.seed, subject.idNo, world.about(subject.idNo).bureau, asOf);
  const accounts = personAccounts(world.seed, subject.idNo, s, asOf);
  if (accounts.length === 0) return undefined;
  const asked = inquiries(s, asOf);
  const main = must(accounts[0], 'a report has an account');
  return {
    header: {
      report_no: `P${asOf.replaceAll('-', '')}${subject.idNo.slice(-8)}`,
      query_time: bankMoment(asOf, 600),
      query_org: '本机构',
      query_reason: query.purpose,
      reported_currency: 'CNY',
      amount_unit: '元',
    },
    identity: identity(world.seed, query),
    lists: lists(world.seed, query),
    summary: summary(accounts, s),
    guarantee: guarantee(s),
    accounts: accounts.map((a) => a.row),
    recovery: { recovery_records: [], overdue_records: overdueRecords(main, s), repayment_liability_records: liabilities(s, asOf) },
    public: {
      tax_arrears: [],
      civil_judgment: [],
      enforcement: [],
      administrative_penalty: [],
      housing_fund: [],
      professional_qualification: [],
      award: [],
    },
    inquiry: { counts: inquiryCounts(asked, asOf), records: asked },
    other: { statements: [], annotations: annotations(s, main, asOf), postpaid_records: [] },
  };
}

function identity(seed: string, { subject, asOf }: Query) {
  const facts = must(residentIdFacts(subject.idNo), 'the envelope checked the ID');
  const d = draw(`${seed}:identity:${subject.idNo}`);
  const known = personByIdNo(subject.idNo);
  const mobile = known?.mobile ?? null;
  return {
    subject_name: subject.name,
    primary_id_type: '居民身份证',
    primary_id_number: subject.idNo,
    gender: facts.gender,
    birth_date: facts.birth,
    marital_status: ageOn(facts.birth, asOf) < 26 ? '未婚' : d.weighted({ 已婚: 70, 未婚: 20, 离异: 10 }),
    employment_status: d.weighted({ 个体经营: 45, 在职: 40, 自由职业: 15 }),
    education_level: d.weighted({ 初中: 20, 高中: 35, 专科: 25, 本科: 18, 研究生: 2 }),
    degree: null,
    nationality: '中国',
    mobile_phone: mobile,
    work_phone: null,
    residence_phone: null,
    email: known?.email ?? null,
    mailing_address: `${known?.city ?? '样例'}市测试路${d.int(1, 300)}号`,
    household_address: `${known?.city ?? '样例'}市虚拟街${d.int(1, 300)}号`,
  };
}

function lists(seed: string, { subject }: Query) {
  const d = draw(`${seed}:lists:${subject.idNo}`);
  const known = personByIdNo(subject.idNo);
  return {
    identity_documents: [{ type: '居民身份证', number: subject.idNo, valid_to: `${d.int(2029, 2040)}-06-30` }],
    mobile_phone_records: known ? [{ mobile: known.mobile, updated_on: '2024-05-20' }] : [],
    spouse_records: [],
    residence_records: [{ address: `${known?.city ?? '样例'}市测试路${d.int(1, 300)}号`, status: d.pick(['自置', '按揭', '租住']) }],
    employment_records: [{ employer: d.pick(['样例网店', '测试商行', '虚拟服装厂', '演示科技公司']), since: `${d.int(2012, 2023)}-03` }],
  };
}

const guarantee = (s: Standing) => {
  const heavy = s.kind === 'guarantee_heavy' ? 100_000_000 + (s.stream % 200) * 1_000_000 : 0;
  return {
    personal_guarantee_amount: yuan(heavy),
    personal_guarantee_balance: yuan(heavy * 0.8),
    personal_other_liability_amount: '0.00',
    personal_other_liability_balance: '0.00',
    enterprise_guarantee_amount: yuan(heavy * 2),
    enterprise_guarantee_balance: yuan(heavy * 1.5),
  };
};

const liabilities = (s: Standing, asOf: CalendarDate) =>
  s.kind === 'guarantee_heavy'
    ? [1, 2, 3].map((i) => ({
        main_debtor: `样例担保对象${i}`,
        kind: '保证人',
        amount: yuan(30_000_000 * i),
        balance: yuan(24_000_000 * i),
        five_class: '正常',
        as_of: dayOfMonth(monthIndex(asOf) - 1, 28),
      }))
    : [];

const overdueRecords = (main: Account, s: Standing) =>
  s.kind === 'repaired_missing'
    ? []
    : main.overdue === 0
      ? []
      : [{ account_id: main.row.account_id, overdue_amount: main.row.overdue_amount, months: main.row.overdue_months }];

const annotations = (s: Standing, main: Account, asOf: CalendarDate) =>
  s.kind === 'disputed'
    ? [{ account_id: main.row.account_id, date: dayOfMonth(monthIndex(asOf) - 2, 20), text: '信息主体对该账户逾期记录有异议，核查中' }]
    : [];
