import { type Grade, type GradeGroup, gradeGroup } from '@tallystick/engines/rating';
import { type FieldFault, formatMoney, formatPercent } from '@tallystick/kernel';
import type { GuaranteeType, Product } from '#modules/products';
import type { StaffRole } from '#platform';
import type { Bilingual, RiskLevel } from '../types.ts';
import type { CaseTerms, Matrix, Tick } from './types.ts';

/** One point of the reviewer's checklist; a paper's point is tied to the file that was handed in. */
export type CheckPoint = { readonly item: string; readonly label: Bilingual; readonly documentKind: string | null };
type Paper = { readonly kind: string; readonly nameZh: string; readonly nameEn: string };

const point = (item: string, zh: string, en: string): CheckPoint => ({ item, label: { zh, en }, documentKind: null });
const ALWAYS = [
  point('identity', '借款人身份真实、本人申请', 'The borrower is who they say and applied in person'),
  point('credit_record', '信用报告与申报负债一致', 'The credit report fits the debts that were declared'),
  point('income', '收入或经营流水真实', 'Income or business figures are real'),
  point('purpose', '用途真实合法、预算合理', 'The use is real and lawful, the budget sensible'),
  point('repayment', '还款来源充足', 'The source of repayment is sufficient'),
];
/** The checklist of a case: every paper that was handed in or is due, then what is asked of every case, then what this one asks besides (S2-30, S4-28). */
export function checkPoints(c: {
  product: Product;
  kind: 'referred' | 'appeal';
  isFirstLoan: boolean;
  riskLevel: RiskLevel;
  papers: readonly Paper[];
}): CheckPoint[] {
  const papers = c.papers.map((p) => ({
    ...point(`document.${p.kind}`, `资料真实：${p.nameZh}`, `The document is genuine: ${p.nameEn}`),
    documentKind: p.kind,
  }));
  return [
    ...papers,
    ...ALWAYS,
    ...(c.kind === 'appeal' ? [point('appeal', '申请人陈述已逐条核实', 'What the applicant says was checked point by point')] : []),
    ...(c.isFirstLoan ? [point('premises', '电话回访与经营场所核验', 'Call back and check of the premises')] : []),
    ...(c.product.guarantees.includes('CREDIT') ? [] : [point('security', '担保物权属与估值', 'Title and value of the security')]),
    ...(c.riskLevel === 'HIGH' ? [point('red_flags', '风险提示逐条澄清', 'Every red flag was cleared or explained')] : []),
  ];
}

/** The newest tick of each item. */
export const latestTicks = (ticks: readonly Tick[]): ReadonlyMap<string, Tick> =>
  new Map([...ticks].sort((a, b) => (a.tickedAt < b.tickedAt ? -1 : 1)).map((t) => [t.item, t]));
/** Points that do not stand as passed: not ticked, failed, or ticked on another file than the newest. */
export function unpassed(points: readonly CheckPoint[], ticks: readonly Tick[], newestFile: ReadonlyMap<string, string>): CheckPoint[] {
  const latest = latestTicks(ticks);
  return points.filter((p) => {
    const tick = latest.get(p.item);
    const stale = p.documentKind !== null && tick?.documentId !== newestFile.get(p.documentKind);
    return tick?.verdict !== 'passed' || stale;
  });
}

const SECURED: readonly GuaranteeType[] = ['MORTGAGE', 'PLEDGE', 'COMBINED'];
export const isSecured = (guarantee: GuaranteeType): boolean => SECURED.includes(guarantee);
/** A case without a grade is decided like the weakest. */
export const groupOf = (grade: Grade | null): GradeGroup => (grade === null ? 'OTHER' : gradeGroup(grade));

/** High-risk cases above this exposure go to the committee (S3-32). */
export const COMMITTEE_ABOVE_MINOR = 300_000_00n;
export const isRisky = (riskLevel: RiskLevel): boolean => riskLevel === 'HIGH' || riskLevel === 'VETO';
export const needsCommittee = (riskLevel: RiskLevel, exposureMinor: bigint): boolean => isRisky(riskLevel) && exposureMinor > COMMITTEE_ABOVE_MINOR;
/** Better terms than the tables give, or no grade to read them by: one level up (S4-27). */
export const deviates = (terms: Pick<CaseTerms, 'amountMinor' | 'ratePpm'>, matrix: Matrix): boolean =>
  matrix.ratePpm === null || matrix.limitMinor === null || terms.ratePpm < matrix.ratePpm || terms.amountMinor > matrix.limitMinor;

/** Who takes a case upward; the committee's president is the last. */
const LADDER: readonly StaffRole[] = ['APPROVER', 'RISK_MANAGER', 'COMMITTEE', 'EXECUTIVE'];
export const approverRoles = LADDER;
export const nextRole = (role: StaffRole): StaffRole | undefined => LADDER[LADDER.indexOf(role) + 1];
/** A recommendation is decided at least by the head of a branch: below that, rules decide. */
export const taskRole = (role: StaffRole): StaffRole => (LADDER.includes(role) ? role : 'APPROVER');

type Asked = { readonly amountMinor: bigint; readonly months: number };
/** Everything in terms that the product does not allow, field by field. */
export function productFaults(t: CaseTerms, p: Product): FieldFault[] {
  const outside = (field: string, range: string): FieldFault => ({ field, code: 'decisioning.terms_outside_product', facts: { range } });
  const amount = t.amountMinor < p.minAmountMinor || t.amountMinor > p.maxAmountMinor || t.amountMinor % p.stepMinor !== 0n;
  return [
    ...(amount ? [outside('amountMinor', `${formatMoney(p.minAmountMinor)} – ${formatMoney(p.maxAmountMinor)}, ${formatMoney(p.stepMinor)}`)] : []),
    ...(t.months < p.minMonths || t.months > p.maxMonths ? [outside('months', `${p.minMonths} – ${p.maxMonths}`)] : []),
    ...(p.guarantees.includes(t.guarantee) ? [] : [outside('guarantee', p.guarantees.join(', '))]),
    ...(t.ratePpm > p.allInCapPpm ? [{ field: 'ratePpm', code: 'decisioning.rate_above_cap', facts: { cap: formatPercent(p.allInCapPpm) } }] : []),
  ];
}
/** Nobody gets more than was asked for, or other terms without saying yes. */
export function askedFaults(conclusion: 'approve' | 'counter_offer', t: Asked, asked: Asked): FieldFault[] {
  if (t.amountMinor > asked.amountMinor)
    return [{ field: 'amountMinor', code: 'decisioning.terms_above_asked', facts: { asked: formatMoney(asked.amountMinor) } }];
  const same = t.amountMinor === asked.amountMinor && t.months === asked.months;
  return conclusion === 'approve' && !same ? [{ field: 'conclusion', code: 'decisioning.terms_differ', facts: {} }] : [];
}
