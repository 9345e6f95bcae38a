import type { LoanTerms } from '@tallystick/engines/loan-engine';
import type { CalendarDate, Currency, CustomerId, Id, Instant } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import type { ContractId } from '#modules/contracts';

export type LoanId = Id<'loan'>;
export type PayoutId = Id<'pout'>;
export const LOAN_STATUSES = ['active', 'overdue', 'settled'] as const;
export type LoanStatus = (typeof LOAN_STATUSES)[number];
/** Overdue stages by days past due: M0 1-7, M1 8-30, M2 31-60, M3 61-90, M4 above (S2-61). */
export const STAGES = ['current', 'M0', 'M1', 'M2', 'M3', 'M4'] as const;
export type Stage = (typeof STAGES)[number];

/** A loan as later modules see it: what was agreed, and how it stood at the last posting or close of business (`asOf`). */
export type LoanSummary = {
  readonly customerId: CustomerId;
  readonly id: LoanId;
  readonly loanNo: string;
  readonly contractId: ContractId;
  readonly applicationId: ApplicationId;
  readonly productCode: string;
  readonly branchId: string | null;
  readonly currency: Currency;
  readonly terms: LoanTerms;
  readonly startOn: CalendarDate;
  readonly maturityOn: CalendarDate;
  readonly firstLoan: boolean;
  readonly openedAt: Instant;
  readonly status: LoanStatus;
  readonly asOf: CalendarDate;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly feeMinor: bigint;
  /** Money held for the borrower. */
  readonly creditMinor: bigint;
  readonly overdueMinor: bigint;
  readonly daysPastDue: number;
  readonly stage: Stage;
  readonly overdueSince: CalendarDate | null;
  readonly nextDueOn: CalendarDate | null;
  readonly nextDueMinor: bigint;
  /** False while interest is kept off the balance sheet (REP-15). */
  readonly onBooks: boolean;
  readonly settledOn: CalendarDate | null;
};

/** How a customer repays (S0-26, S0-30): over instalments that have fallen due. */
export type RepaymentHabit = {
  readonly dueCount: number;
  readonly onTimeCount: number;
  /** Instalments in a row, up to now, paid on or before their due date. */
  readonly streak: number;
  readonly longestStreak: number;
  readonly onTimePpm: bigint;
  readonly lateCount: number;
  readonly longestDaysLate: number;
  readonly nextDueOn: CalendarDate | null;
  readonly nextDueMinor: bigint;
};
