import { type CalendarDate, divRound, PPM, toEpochDay } from '@tallystick/kernel';
import { planFor } from '../book/plan.ts';
import { refuse } from '../terms/refusals.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { growthE128, irrPerPeriod } from './cost.ts';

export type EffectiveRow = {
  readonly no: number;
  readonly due: CalendarDate;
  readonly openingMinor: bigint;
  /** Income of the row at the effective rate, and the part of it that the contract calls interest. */
  readonly incomeMinor: bigint;
  readonly contractMinor: bigint;
  /** Part of the deferred fee (or cost) that becomes income in this row. */
  readonly feeIncomeMinor: bigint;
  readonly closingMinor: bigint;
};

/**
 * 实际利率法: a fee taken (or, negative, a cost borne) when a loan is paid out becomes income over its life at the one rate that discounts
 * the plan to what was really paid out. The day is the period, a row earns opening × ((1 + d)^days − 1), half up; the last row takes the
 * rest, so the fee is earned to the cent. Refuses what planFor refuses, loan.amount_invalid for a fee not below the principal, loan.cost_unsolvable.
 */
export function effectiveInterest(terms: LoanTerms, feeMinor: bigint): { readonly dailyRateE12: bigint; readonly rows: readonly EffectiveRow[] } {
  const plan = planFor(terms);
  if (feeMinor >= terms.principalMinor) throw refuse('loan.amount_invalid', { field: 'feeMinor', facts: { field: 'feeMinor' } });
  const start = toEpochDay(terms.start);
  const flows = [
    { at: start, minor: terms.principalMinor - feeMinor },
    ...plan.rows.map((row) => ({ at: toEpochDay(row.due), minor: -row.totalMinor })),
  ];
  const dailyRateE12 = irrPerPeriod(flows);
  let openingMinor = terms.principalMinor - feeMinor;
  const rows = plan.rows.map((row) => {
    const last = row.no === plan.rows.length;
    const earned = divRound(openingMinor * (growthE128(dailyRateE12, row.days) - (1n << 128n)), 1n << 128n, 'half_up');
    const incomeMinor = last ? row.totalMinor - openingMinor : earned;
    const closingMinor = openingMinor + incomeMinor - row.totalMinor;
    const feeIncomeMinor = incomeMinor - row.interestMinor;
    const result = { no: row.no, due: row.due, openingMinor, incomeMinor, contractMinor: row.interestMinor, feeIncomeMinor, closingMinor };
    openingMinor = closingMinor;
    return result;
  });
  return { dailyRateE12, rows };
}

/** 价内税: the tax within a charge that includes it, half up; the rest is the lender's. */
export const taxWithin = (grossMinor: bigint, taxPpm: bigint): bigint => divRound(grossMinor * taxPpm, PPM + taxPpm, 'half_up');
/** 价外税: the tax on top of a charge, half up. */
export const taxOnTop = (netMinor: bigint, taxPpm: bigint): bigint => divRound(netMinor * taxPpm, PPM, 'half_up');
