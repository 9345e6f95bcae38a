export { judgeCase, type Verdict } from './cases/compare.ts';
export { type AnnualCost, annualCost, type CostInput, type Flow, irrPerPeriod } from './cost.ts';
export type { LoanEvent } from './events.ts';
export { interestAccrued, type PayoffQuote, payoffQuote } from './payoff.ts';
export { workingDueDates } from './periods.ts';
export { type Plan, type PlanRow, planFor } from './plan.ts';
export { type AllocationLine, type Amounts, type LoanPosition, type PositionRow, replay } from './position.ts';
export { loanRefusals } from './refusals.ts';
export {
  BUCKETS,
  type Bucket,
  checkTerms,
  type DayBase,
  type Frequency,
  type InterestBasis,
  type LoanTerms,
  MAX_COUNT,
  type RepaymentMethod,
} from './terms.ts';
export { type Working, type WorkingLine, whyPlanRow, whyRow } from './why.ts';
