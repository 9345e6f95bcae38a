import type { Condition, DecisionTable, Inputs, InputType, Outcome, TableRow, Verdict, When } from './table.ts';

const YUAN = 100n;
const PERCENT = 10_000n;
const EFFECTIVE = { version: '1.0.0', effectiveFrom: '2026-01-01' } as const;

const input = (type: InputType, zh: string, en: string) => ({ type, zh, en });
const verdict = (outcome: Outcome, code: string, zh: string, en: string): Verdict => ({ outcome, code, zh, en });
const row = (id: string, when: When, result: Verdict): TableRow => ({ id, when, verdict: result });
const is = (value: boolean | string): Condition => ({ op: 'eq', value });
const gt = (value: number | bigint): Condition => ({ op: 'gt', value });
const ge = (value: number | bigint): Condition => ({ op: 'ge', value });
const lt = (value: number | bigint): Condition => ({ op: 'lt', value });
const any = (...values: string[]): Condition => ({ op: 'in', values });

const ON_MISSING = verdict('refer', 'REF_DATA', '缺少{inputs}，转人工核实', 'Not known: {inputs}. A person will check');

const ADMISSION_INPUTS: Inputs = {
  segment: input('text', '客群', 'segment'),
  productClass: input('text', '产品类别', 'product class'),
  age: input('int', '年龄', 'age'),
  idValid: input('boolean', '身份证件有效', 'identity document valid'),
  occupation: input('text', '职业', 'occupation'),
  industry: input('text', '行业', 'industry'),
  blacklisted: input('boolean', '黑名单', 'blacklist'),
  fraudSignal: input('text', '反欺诈结论', 'anti-fraud result'),
  dishonestDebtor: input('boolean', '失信被执行人', 'dishonest judgment debtor'),
  registryStatus: input('text', '工商登记状态', 'registry status'),
  currentOverdueDays: input('int', '当前逾期天数', 'days overdue now'),
  consecutiveOverdue24m: input('int', '24个月连续逾期期数', 'overdue months in a row, 24 months'),
  totalOverdue24m: input('int', '24个月累计逾期期数', 'overdue months in all, 24 months'),
  hardQueries1m: input('int', '1个月硬查询次数', 'hard queries, 1 month'),
  hardQueries3m: input('int', '3个月硬查询次数', 'hard queries, 3 months'),
  hardQueries6m: input('int', '6个月硬查询次数', 'hard queries, 6 months'),
  shopAgeMonths: input('int', '店铺年限（月）', 'shop age, months'),
  dataMonths: input('int', '经营数据月数', 'months with data'),
  brushSuspectPpm: input('ppm', '疑似刷单比例', 'suspected fake orders'),
  settleAccountMatch: input('boolean', '收款账户一致', 'payout account matches'),
  graveViolation: input('boolean', '严重违规', 'grave violation'),
  lenderCount: input('int', '贷款机构数（含本笔）', 'lenders, this one included'),
  debtToSalesPpm: input('ppm', '全部负债与年销售额之比（含本笔）', 'all debt to yearly sales, this loan included'),
  dtiPpm: input('ppm', '月还款与月净收入之比', 'debt service to net income'),
  dscrPpm: input('ppm', '偿债覆盖率', 'debt service coverage'),
};

/** Every rule that admits or keeps out, collected, so that the customer hears all reasons at once (BUR-08, BUR-09, AFF-01 to 03, section 5). */
const ADMISSION: DecisionTable = {
  id: 'merchant-admission',
  ...EFFECTIVE,
  title: { zh: '商户准入规则', en: 'Merchant admission' },
  hit: 'collect',
  inputs: ADMISSION_INPUTS,
  onMissing: ON_MISSING,
  otherwise: verdict('pass', 'ADM_OK', '符合准入条件', 'Meets the admission rules'),
  rows: [
    row('age-low', { age: lt(18) }, verdict('decline', 'ADM01', '未满18周岁', 'Under 18')),
    row('age-high', { age: gt(60) }, verdict('decline', 'ADM02', '超过60周岁', 'Over 60')),
    row('id-invalid', { idValid: is(false) }, verdict('decline', 'ADM03', '身份证件无效或已过期', 'The identity document is not valid')),
    row(
      'student',
      { occupation: is('STUDENT'), productClass: is('CONSUMPTION') },
      verdict('decline', 'ADM04', '不向在校学生发放消费贷款', 'No consumer loans to students'),
    ),
    row(
      'occupation',
      { occupation: any('GAMBLING', 'DEBT_COLLECTION', 'UNLICENSED_LENDING') },
      verdict('decline', 'ADM05', '所从事职业不在服务范围', 'The occupation is outside our service'),
    ),
    row(
      'industry',
      { industry: any('GAMBLING', 'PORNOGRAPHY', 'TOBACCO_ONLINE', 'PRIVATE_LENDING', 'VIRTUAL_CURRENCY', 'OVERCAPACITY') },
      verdict('decline', 'ADM06', '所属行业为限制行业', 'The industry is restricted'),
    ),
    row(
      'blacklist',
      { blacklisted: is(true) },
      verdict('decline', 'ADM07', '暂不符合本机构服务条件，可申请人工复核', 'Outside our service conditions; you may ask for review by a person'),
    ),
    row(
      'fraud-reject',
      { fraudSignal: is('REJECT') },
      verdict('decline', 'ADM08', '申请信息未通过真实性核验', 'The application did not pass verification'),
    ),
    row(
      'fraud-review',
      { fraudSignal: is('REVIEW') },
      verdict('refer', 'REF01', '申请信息需人工核验', 'The application needs verification by a person'),
    ),
    row('dishonest', { dishonestDebtor: is(true) }, verdict('decline', 'ADM09', '列入失信被执行人名单', 'Listed as a dishonest judgment debtor')),
    row(
      'registry',
      { registryStatus: { op: 'not_in', values: ['ACTIVE'] } },
      verdict('decline', 'ADM10', '工商登记状态异常（非存续）', 'The registry status is not active'),
    ),
    row('overdue-now', { currentOverdueDays: gt(0) }, verdict('decline', 'ADM11', '当前存在逾期', 'Something is overdue now')),
    row(
      'overdue-three-in-a-row',
      { consecutiveOverdue24m: ge(3) },
      verdict('decline', 'ADM12', '近24个月连续逾期达3期（连三）', 'Three overdue months in a row in 24 months'),
    ),
    row(
      'overdue-six-in-all',
      { totalOverdue24m: ge(6) },
      verdict('decline', 'ADM13', '近24个月累计逾期达6期（累六）', 'Six overdue months in 24 months'),
    ),
    row('queries-1m', { hardQueries1m: gt(2) }, verdict('refer', 'REF02', '近1个月贷款审批查询超过2次', 'More than 2 credit queries in 1 month')),
    row('queries-3m', { hardQueries3m: gt(4) }, verdict('refer', 'REF03', '近3个月贷款审批查询超过4次', 'More than 4 credit queries in 3 months')),
    row('queries-6m', { hardQueries6m: gt(6) }, verdict('refer', 'REF04', '近6个月贷款审批查询超过6次', 'More than 6 credit queries in 6 months')),
    row('shop-age', { shopAgeMonths: lt(6) }, verdict('decline', 'ADM14', '店铺开设不满6个月', 'The shop is younger than 6 months')),
    row(
      'shop-age-first-loan',
      { segment: is('FIRST_LOAN'), shopAgeMonths: { op: 'between', from: 6, to: 11 } },
      verdict('refer', 'REF05', '首贷客户店铺不满12个月，需人工核实', 'First loan with a shop under 12 months: a person will check'),
    ),
    row('data-months', { dataMonths: lt(6) }, verdict('decline', 'ADM15', '连续经营数据不足6个月', 'Fewer than 6 months of business data')),
    row('brush', { brushSuspectPpm: gt(20n * PERCENT) }, verdict('decline', 'ADM16', '疑似虚假交易比例过高', 'Too many suspected fake orders')),
    row(
      'settle-account',
      { settleAccountMatch: is(false) },
      verdict('decline', 'ADM17', '收款账户与借款人不一致', 'The payout account is not the borrower’s'),
    ),
    row('violation', { graveViolation: is(true) }, verdict('decline', 'ADM18', '存在严重平台违规', 'Grave platform violation')),
    row('fifth-lender', { lenderCount: ge(5) }, verdict('decline', 'ADM19', '在贷机构数达到5家', 'A fifth lender would be too many')),
    row(
      'debt-cap',
      { debtToSalesPpm: gt(30n * PERCENT) },
      verdict('decline', 'ADM20', '各机构负债合计超过年销售额的30%', 'All debts exceed 30 % of yearly sales'),
    ),
    row(
      'dti',
      { segment: any('ECOM', 'MICRO'), dtiPpm: gt(50n * PERCENT) },
      verdict('decline', 'ADM21', '月还款额超过月净收入的50%', 'Instalments exceed 50 % of net income'),
    ),
    row(
      'dti-first-loan',
      { segment: is('FIRST_LOAN'), dtiPpm: gt(40n * PERCENT) },
      verdict('decline', 'ADM22', '月还款额超过月净收入的40%', 'Instalments exceed 40 % of net income'),
    ),
    row('dscr-low', { dscrPpm: lt(100n * PERCENT) }, verdict('decline', 'ADM23', '经营现金不足以覆盖到期本息', 'Cash does not cover debt service')),
    row(
      'dscr-thin',
      { dscrPpm: { op: 'between', from: 100n * PERCENT, to: 120n * PERCENT - 1n } },
      verdict('refer', 'REF06', '偿债覆盖率低于1.2', 'Debt service coverage is below 1.2'),
    ),
  ],
};

/** What a loan may not be used for: asked at entry with the stated purpose, later with the use found by tracking the funds (INT-04, AFF-04). */
const PURPOSE: DecisionTable = {
  id: 'loan-purpose',
  ...EFFECTIVE,
  title: { zh: '贷款用途规则', en: 'Loan purpose' },
  hit: 'first',
  inputs: { use: input('text', '贷款用途', 'use of funds') },
  onMissing: verdict('refer', 'REF_PURPOSE', '请补充说明贷款用途', 'Please state the use of the funds'),
  otherwise: verdict('pass', 'PUR_OK', '用途符合规定', 'The use is allowed'),
  rows: [
    row('property', { use: is('REAL_ESTATE') }, verdict('decline', 'PUR01', '贷款不得用于购房或房地产', 'A loan may not buy real estate')),
    row('securities', { use: is('SECURITIES') }, verdict('decline', 'PUR02', '贷款不得用于证券投资', 'A loan may not buy securities')),
    row('equity', { use: is('EQUITY') }, verdict('decline', 'PUR03', '贷款不得用于股权投资', 'A loan may not buy equity')),
    row('lending-on', { use: is('LENDING_ON') }, verdict('decline', 'PUR04', '贷款不得转借他人', 'A loan may not be lent on')),
    row('other-loans', { use: is('REPAY_OTHER_LOAN') }, verdict('decline', 'PUR05', '贷款不得用于归还其他贷款', 'A loan may not repay other loans')),
  ],
};

/** Which way an admitted case goes. First hit wins. */
const ROUTING: DecisionTable = {
  id: 'merchant-routing',
  ...EFFECTIVE,
  title: { zh: '商户审批分流', en: 'Merchant routing' },
  hit: 'first',
  inputs: {
    grade: input('grade', '评级', 'grade'),
    limitMinor: input('money', '可授信额度', 'limit'),
    overLimitMinor: input('money', '申请超出额度', 'asked above the limit'),
    offerMinor: input('money', '拟批金额', 'amount to be offered'),
    gmvTrendPpm: input('ppm', '近3个月成交额变化', 'GMV change over 3 months'),
    manualFlag: input('boolean', '人工复核标记', 'manual review flag'),
  },
  onMissing: ON_MISSING,
  otherwise: verdict('approve', 'APP_OK', '符合自动审批条件', 'Meets the conditions of automatic approval'),
  rows: [
    row('grade-floor', { grade: { op: 'lt', value: 'BB' } }, verdict('decline', 'RTE01', '评级低于最低要求', 'The grade is below the minimum')),
    row(
      'no-capacity',
      { limitMinor: { op: 'le', value: 0n } },
      verdict('decline', 'RTE02', '按经营数据测算无可授信额度', 'Business data leave no room for a limit'),
    ),
    row(
      'gmv-down',
      { gmvTrendPpm: { op: 'le', value: -30n * PERCENT } },
      verdict('refer', 'RTE03', '近3个月成交额下降30%以上，转人工审查', 'GMV fell by 30 % or more in 3 months: manual review'),
    ),
    row('flagged', { manualFlag: is(true) }, verdict('refer', 'RTE04', '案件已标记人工复核', 'The case is flagged for manual review')),
    row('weak-grade', { grade: { op: 'lt', value: 'A−' } }, verdict('refer', 'RTE05', '评级为BBB或BB，须人工审查', 'Grade BBB or BB: manual review')),
    row(
      'large',
      { offerMinor: gt(300_000n * YUAN) },
      verdict('refer', 'RTE06', '金额超过自动审批上限30万元', 'The amount is above the automatic limit of 300,000 yuan'),
    ),
    row(
      'over-limit',
      { overLimitMinor: gt(0n) },
      verdict('counter_offer', 'RTE07', '申请金额高于可授信额度，可按额度批准', 'The amount asked is above the limit; the limit can be offered'),
    ),
  ],
};

/** Lowest level first. */
const LADDER = [
  'AUTO_MANAGER',
  'MANAGER',
  'BRANCH_REVIEWER',
  'BRANCH_HEAD',
  'DIVISION_RISK',
  'DIVISION_COMMITTEE',
  'HEAD_APPROVER',
  'HEAD_COMMITTEE',
  'HEAD_COMMITTEE_PRESIDENT',
] as const;
type Role = (typeof LADDER)[number];
const ROLE_NAMES: Readonly<Record<Role, [string, string]>> = {
  AUTO_MANAGER: ['系统与客户经理', 'system and manager'],
  MANAGER: ['客户经理', 'manager'],
  BRANCH_REVIEWER: ['支行审查员', 'branch reviewer'],
  BRANCH_HEAD: ['支行行长', 'branch head'],
  DIVISION_RISK: ['分行风险部', 'division risk'],
  DIVISION_COMMITTEE: ['分行贷审会', 'division committee'],
  HEAD_APPROVER: ['总行审批人', 'head-office approver'],
  HEAD_COMMITTEE: ['总行贷审会', 'head-office committee'],
  HEAD_COMMITTEE_PRESIDENT: ['总行贷审会并报行长', 'head-office committee and president'],
};
const routed = (role: Role): Verdict => ({
  ...verdict('pass', `AUT_${role}`, `由${ROLE_NAMES[role][0]}审批`, `Decided by ${ROLE_NAMES[role][1]}`),
  route: role,
});

/** Exposure up to (yuan), then the role for: BBB or worse, secured, AAA/AA credit, A credit (handbook 3.6). */
const AUTHORITY_LEVELS: readonly [bigint, Role, Role, Role, Role][] = [
  [300_000n, 'BRANCH_REVIEWER', 'MANAGER', 'AUTO_MANAGER', 'AUTO_MANAGER'],
  [1_000_000n, 'BRANCH_HEAD', 'BRANCH_REVIEWER', 'BRANCH_REVIEWER', 'BRANCH_REVIEWER'],
  [5_000_000n, 'DIVISION_RISK', 'BRANCH_HEAD', 'BRANCH_HEAD', 'BRANCH_HEAD'],
  [20_000_000n, 'HEAD_COMMITTEE', 'DIVISION_RISK', 'DIVISION_RISK', 'DIVISION_COMMITTEE'],
  [100_000_000n, 'HEAD_COMMITTEE', 'HEAD_COMMITTEE', 'HEAD_APPROVER', 'HEAD_COMMITTEE'],
];

const AUTHORITY: DecisionTable = {
  id: 'authority',
  ...EFFECTIVE,
  title: { zh: '授权矩阵', en: 'Authorisation matrix' },
  hit: 'first',
  inputs: {
    exposureMinor: input('money', '集团客户总敞口（含本笔）', 'exposure of the customer group, this case included'),
    grade: input('grade', '评级', 'grade'),
    secured: input('boolean', '有抵质押担保', 'secured'),
  },
  otherwise: routed('HEAD_COMMITTEE_PRESIDENT'),
  rows: AUTHORITY_LEVELS.flatMap(([yuan, weak, secured, prime, good]) => {
    const exposureMinor: Condition = { op: 'le', value: yuan * YUAN };
    return [
      row(`${yuan}-weak`, { exposureMinor, grade: { op: 'lt', value: 'A−' } }, routed(weak)),
      row(`${yuan}-secured`, { exposureMinor, secured: is(true) }, routed(secured)),
      row(`${yuan}-prime`, { exposureMinor, grade: { op: 'ge', value: 'AA−' } }, routed(prime)),
      row(`${yuan}-good`, { exposureMinor }, routed(good)),
    ];
  }),
};

/** First policy set for e-commerce merchants. Thresholds are design values (handbook section 9, point 4); law-made ones are cited at their table. */
export const MERCHANT_POLICY_V1 = {
  id: 'merchant-policy',
  ...EFFECTIVE,
  admission: ADMISSION,
  purpose: PURPOSE,
  routing: ROUTING,
  authority: AUTHORITY,
  ladder: LADDER,
} as const;

/** A person's application against the standards: each row is a standard not met. */
export const APPLICANT_STANDARDS_V1: DecisionTable = {
  id: 'applicant-standards',
  ...EFFECTIVE,
  title: { zh: '申请人标准', en: 'Applicant standards' },
  hit: 'collect',
  inputs: {
    creditScore: input('int', '信用评分', 'credit score'),
    totalOverdue24m: input('int', '还款历史：24个月逾期期数', 'repayment history: overdue months of 24'),
    occupation: input('text', '职业', 'occupation'),
    annualIncomeMinor: input('money', '年收入', 'annual income'),
  },
  onMissing: ON_MISSING,
  otherwise: verdict('pass', 'STD_OK', '各项标准均符合', 'Every standard is met'),
  rows: [
    row('credit-score', { creditScore: lt(480) }, verdict('decline', 'STD01', '信用评分低于480分', 'The credit score is below 480')),
    row('repayment-history', { totalOverdue24m: ge(6) }, verdict('decline', 'STD02', '24个月逾期达6期', 'Six overdue months in 24')),
    row(
      'occupation',
      { occupation: any('STUDENT', 'UNEMPLOYED') },
      verdict('refer', 'STD03', '职业收入来源需人工核实', 'The source of income needs checking by a person'),
    ),
    row(
      'annual-income',
      { annualIncomeMinor: lt(36_000n * YUAN) },
      verdict('decline', 'STD04', '年收入低于3.6万元', 'The annual income is below 36,000 yuan'),
    ),
  ],
};
