export { planCost, statement, whatIf } from './answers/answers.ts';
export { type AnnualCost, annualCost, type CostInput, type Flow, irrPerPeriod } from './answers/cost.ts';
export { effectiveInterest, taxOnTop, taxWithin } from './answers/effective-interest.ts';
export { interestAccrued, type PayoffQuote, payoffQuote } from './answers/payoff.ts';
export { type SalesTerms, salesPosition } from './answers/sales-based.ts';
export { type Working, type WorkingLine, whyPlanRow, whyRow } from './answers/why.ts';
export { extensionLimit } from './book/changes.ts';
export type { LoanEvent, NewPlan } from './book/events.ts';
export { type Plan, type PlanRow, planFor } from './book/plan.ts';
export { type AllocationLine, type Amounts, type LoanPosition, type PositionRow, replay } from './book/position.ts';
export { judgeCase, type Verdict } from './cases/compare.ts';
export { type CropCalendar, cropPlan, type DueRule, dueDatesBy, type Shift, shiftDueDates, workingDueDates } from './terms/due-dates.ts';
export { type Floating, floatingRate, type LprPublication, lprOn, repricingDays, repricingEvents } from './terms/lpr.ts';
export { loanRefusals } from './terms/refusals.ts';
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
} from './terms/terms.ts';
