import { annualCost, planFor, type RepaymentMethod } from '@tallystick/engines/loan-engine';
import { affordable, debtCap, dtiPpm as dtiOf, type PricingParameters } from '@tallystick/engines/pricing';
import { type CalendarDate, max, sum } from '@tallystick/kernel';
import { type IntakeParameters, type Product, productTerms } from '#modules/products';
import type { DeclaredDebt } from '../types.ts';

type AffordabilityInput = {
  readonly product: Product;
  readonly amountMinor: bigint;
  readonly months: number;
  readonly method: RepaymentMethod;
  readonly ratePpm: bigint;
  readonly start: CalendarDate;
  readonly monthlyIncomeMinor: bigint;
  readonly annualRevenueMinor: bigint;
  readonly debts: readonly DeclaredDebt[];
};
/** What a loan would mean for a borrower, before it is asked for (S4-50, AFF-01, AFF-03). Money in minor units, rates in ppm. */
export type Affordability = {
  readonly ratePpm: bigint;
  /** Largest payment of the plan in one month, and what a level instalment would be: that one is measured against income. */
  readonly largestPaymentMinor: bigint;
  readonly instalmentMinor: bigint;
  readonly interestMinor: bigint;
  readonly irrPpm: bigint;
  readonly monthlyDebtMinor: bigint;
  readonly dtiPpm: bigint | null;
  readonly dtiCapPpm: bigint;
  readonly totalDebtMinor: bigint;
  readonly debtRoomMinor: bigint;
  readonly lenders: number;
  readonly maxLenders: number;
  /** Largest amount, in the product's steps, that income and debt leave room for; zero when there is none (S2-25). */
  readonly fittingMinor: bigint;
  readonly faults: readonly ('dti' | 'total_debt' | 'lenders')[];
};

/**
 * A loan that pays its principal at the end is measured by the level instalment that would repay it in the same time, so that a bullet does not look
 * lighter than it is. DTI is rounded up: a borrower on the border is shown as over it. All debts together may reach a share of yearly sales or some
 * months of income, whichever is more.
 */
export function affordability(a: AffordabilityInput, intake: IntakeParameters, caps: PricingParameters['affordability']): Affordability {
  const level = (amountMinor: bigint): bigint =>
    amountMinor <= 0n ? 0n : max(0n, ...planOf({ ...a, amountMinor, method: 'equal_instalment' }).rows.map((r) => r.totalMinor));
  const plan = planOf(a);
  const otherMonthly = sum(a.debts.map((d) => d.monthlyMinor));
  const otherDebt = sum(a.debts.map((d) => d.balanceMinor));
  const dtiCapPpm = BigInt(intake.dtiCapPpm);
  const dti = affordable({
    wantedMinor: a.amountMinor,
    smallestMinor: a.product.minAmountMinor,
    stepMinor: a.product.stepMinor,
    otherServiceMinor: otherMonthly,
    netIncomeMinor: a.monthlyIncomeMinor,
    maxDtiPpm: dtiCapPpm,
    instalmentOf: level,
  });
  const debtRoomMinor = max(
    debtCap({ kind: 'sales', annualMinor: a.annualRevenueMinor }, caps),
    debtCap({ kind: 'income', monthlyMinor: a.monthlyIncomeMinor }, caps),
  );
  const lenders = new Set(a.debts.map((d) => d.lender.trim().toLowerCase())).size + 1;
  const faults: Affordability['faults'][number][] = [];
  if (dti.verdict !== 'fits') faults.push('dti');
  if (otherDebt + a.amountMinor > debtRoomMinor) faults.push('total_debt');
  if (lenders > intake.maxLenders) faults.push('lenders');
  const instalmentMinor = level(a.amountMinor);
  return {
    ratePpm: a.ratePpm,
    largestPaymentMinor: max(0n, ...plan.rows.map((r) => r.totalMinor)),
    instalmentMinor,
    interestMinor: plan.interestMinor,
    irrPpm: irrPpm(a, plan.rows),
    monthlyDebtMinor: otherMonthly + instalmentMinor,
    dtiPpm: dtiOf(otherMonthly + instalmentMinor, a.monthlyIncomeMinor),
    dtiCapPpm,
    totalDebtMinor: otherDebt + a.amountMinor,
    debtRoomMinor,
    lenders,
    maxLenders: intake.maxLenders,
    fittingMinor: faults.includes('lenders') ? 0n : fitting(a.product, dti.amountMinor, debtRoomMinor - otherDebt),
    faults,
  };
}
const planOf = (a: AffordabilityInput) =>
  planFor(productTerms(a.product, { principalMinor: a.amountMinor, ratePpm: a.ratePpm, months: a.months, method: a.method, start: a.start }));

/** What both limits allow, cut down to a whole step; zero when it is less than the product's smallest loan. */
function fitting(p: Product, byIncome: bigint, byDebt: bigint): bigint {
  const most = byIncome < byDebt ? byIncome : byDebt;
  const amount = most <= 0n ? 0n : (most / p.stepMinor) * p.stepMinor;
  return amount < p.minAmountMinor ? 0n : amount;
}

/** All-in cost a year, compound, of the plan's own flows in whole months (APR-04). */
const irrPpm = (a: AffordabilityInput, rows: readonly { readonly totalMinor: bigint }[]): bigint => {
  const paid = rows.map((r, i) => ({ period: a.method === 'bullet' ? a.months : i + 1, minor: -r.totalMinor }));
  return annualCost({ flows: [{ period: 0, minor: a.amountMinor }, ...paid], periodsPerYear: 12 }).compoundPpm;
};
