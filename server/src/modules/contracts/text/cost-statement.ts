import { annualCost, type LoanTerms, planFor } from '@tallystick/engines/loan-engine';
import { divRound, PPM } from '@tallystick/kernel';
import type { CostItem, CostStatement } from '../types.ts';
import { LENDER } from './lender.ts';
import { METHOD_NAMES, percentText } from './terms.ts';

const BUCKET_NAMES = {
  fee: { zh: '费用', en: 'fees' },
  penalty: { zh: '罚息', en: 'penalty interest' },
  interest: { zh: '利息', en: 'interest' },
  principal: { zh: '本金', en: 'principal' },
};
export const allocationNames = (terms: LoanTerms): { zh: string; en: string } => ({
  zh: terms.allocation.map((b) => BUCKET_NAMES[b].zh).join('、'),
  en: terms.allocation.map((b) => BUCKET_NAMES[b].en).join(', '),
});
const payee = { zh: LENDER.zh, en: LENDER.en };
/** The days within which a late payment bears no penalty; nothing when there are none. */
export const graceText = ({ penaltyGraceDays: days }: LoanTerms): { zh: string; en: string } =>
  days === 0 ? { zh: '', en: '' } : { zh: `（到期后 ${days} 日内还清的不计收）`, en: ` (none when paid within ${days} days after the due date)` };
/** Penalty rate a year: contract rate with its uplift (REP-08), rounded half up to a ppm. */
export const penaltyRatePpm = (terms: LoanTerms): bigint => divRound(terms.ratePpm * (PPM + terms.penaltyUpliftPpm), PPM, 'half_up');

/** What a borrower who keeps to the plan pays. There is no fee that is not in this list. */
function normalItems(terms: LoanTerms, interestMinor: bigint): CostItem[] {
  const method = METHOD_NAMES[terms.method];
  return [
    {
      code: 'interest',
      payee,
      amountMinor: interestMinor,
      name: { zh: '利息', en: 'Interest' },
      method: { zh: `${method.zh}，按月计息`, en: `${method.en}, counted by the month` },
      standard: {
        zh: `年利率（单利）${percentText(terms.ratePpm)}，计息基数 ${terms.dayBase} 天`,
        en: `${percentText(terms.ratePpm)} a year (simple), ${terms.dayBase}-day base`,
      },
    },
    {
      code: 'other_fees',
      payee: { zh: '无', en: 'none' },
      amountMinor: 0n,
      name: { zh: '手续费、服务费、担保费、保险费等其他费用', en: 'Handling, service, guarantee, insurance and any other fees' },
      method: { zh: '不收取', en: 'Not charged' },
      standard: { zh: '0.00 元', en: '0.00' },
    },
  ];
}

/** What arises only by default or by repaying early. */
function otherwiseItems(terms: LoanTerms): CostItem[] {
  const rate = percentText(penaltyRatePpm(terms));
  const grace = graceText(terms);
  const compound: CostItem = {
    code: 'compound',
    payee,
    amountMinor: null,
    name: { zh: '复利', en: 'Compound interest' },
    method: { zh: '对逾期利息按实际天数计收', en: 'On overdue interest, by actual days' },
    standard: { zh: `按罚息利率年 ${rate}`, en: `${rate} a year, the penalty rate` },
  };
  return [
    {
      code: 'penalty',
      payee,
      amountMinor: null,
      name: { zh: '逾期罚息', en: 'Penalty interest' },
      method: {
        zh: `对逾期本金自到期日起按实际天数计收，至清偿之日止${grace.zh}`,
        en: `On overdue principal from the due date until paid, by actual days${grace.en}`,
      },
      standard: {
        zh: `合同利率上浮 ${percentText(terms.penaltyUpliftPpm)}，即年 ${rate}`,
        en: `Contract rate plus ${percentText(terms.penaltyUpliftPpm)} of it: ${rate} a year`,
      },
    },
    ...(terms.compoundOnInterest ? [compound] : []),
    {
      code: 'prepayment',
      payee: terms.prepaymentFeePpm > 0n ? payee : { zh: '无', en: 'none' },
      amountMinor: null,
      name: { zh: '提前还款', en: 'Early repayment' },
      method: { zh: '随时可部分或全部提前还款，利息计至还款日', en: 'In part or in full at any time; interest is counted to the day of repayment' },
      standard:
        terms.prepaymentFeePpm > 0n
          ? {
              zh: `手续费为提前归还本金的 ${percentText(terms.prepaymentFeePpm)}`,
              en: `Fee of ${percentText(terms.prepaymentFeePpm)} of the principal repaid early`,
            }
          : { zh: '不收手续费', en: 'No fee' },
    },
  ];
}

/**
 * 综合融资成本明示表 (APR-03): every item with method, standard and payee; the annual all-in cost when all is paid on time, compound and simple
 * (APR-01 to APR-04), from the plan's own flows; and what default or early repayment costs.
 */
export function costStatement(terms: LoanTerms): CostStatement {
  const plan = planFor(terms);
  const items = normalItems(terms, plan.interestMinor);
  const flows = [
    { period: 0, minor: terms.principalMinor },
    ...plan.rows.map((r) => ({ period: r.no * terms.frequency.every, minor: -r.totalMinor })),
  ];
  const cost = annualCost({ flows, periodsPerYear: 12 });
  const feesMinor = items.filter((i) => i.code !== 'interest').reduce((sum, i) => sum + (i.amountMinor ?? 0n), 0n);
  return {
    items,
    otherwise: otherwiseItems(terms),
    interestMinor: plan.interestMinor,
    feesMinor,
    simplePpm: cost.simplePpm,
    compoundPpm: cost.compoundPpm,
  };
}
