import type { LoanTerms, RepaymentMethod } from '@tallystick/engines/loan-engine';
import type { CalendarDate } from '@tallystick/kernel';
import type { Product } from '../types.ts';

/**
 * Loan terms of a product for one amount, rate, term and method: monthly instalments; a bullet loan is one period of all its months. Whole months
 * bear a twelfth of the year's rate, odd days the rate over the product's day base (REP-06); amounts are rounded half up, as contracts print them.
 */
export const productTerms = (
  product: Product,
  loan: {
    readonly principalMinor: bigint;
    readonly ratePpm: bigint;
    readonly months: number;
    readonly method: RepaymentMethod;
    readonly start: CalendarDate;
  },
): LoanTerms => ({
  currency: 'CNY',
  principalMinor: loan.principalMinor,
  ratePpm: loan.ratePpm,
  method: loan.method,
  count: loan.method === 'bullet' ? 1 : loan.months,
  frequency: { unit: 'month', every: loan.method === 'bullet' ? loan.months : 1 },
  start: loan.start,
  interestBasis: 'period',
  dayBase: product.dayBase,
  rounding: 'half_up',
  penaltyUpliftPpm: product.penaltyUpliftPpm,
  penaltyGraceDays: product.penaltyGraceDays,
  compoundOnInterest: product.compoundOnInterest,
  allocation: product.allocation,
  prepaymentFeePpm: product.prepayment.feePpm,
});
