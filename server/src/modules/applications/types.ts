import type { RepaymentMethod } from '@tallystick/engines/loan-engine';
import { type CustomerId, type Id, type Instant, words } from '@tallystick/kernel';
import type { PurposeClass } from '#modules/products';

export type ApplicationId = Id<'appl'>;
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'collecting',
  'deciding',
  'reviewing',
  'approving',
  'approved',
  'declined',
  'counter_offered',
  'withdrawn',
  'expired',
  'contracted',
  'paid_out',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export const STATE_WORDS = words<ApplicationState>({
  draft: ['草稿', 'draft'],
  submitted: ['已提交', 'submitted'],
  collecting: ['采集数据', 'collecting data'],
  deciding: ['决策中', 'deciding'],
  reviewing: ['待审查', 'in review'],
  approving: ['待审批', 'awaiting approval'],
  approved: ['已批准', 'approved'],
  declined: ['已拒绝', 'declined'],
  counter_offered: ['已还价', 'counter-offered'],
  withdrawn: ['已撤回', 'withdrawn'],
  expired: ['已过期', 'expired'],
  contracted: ['已签约', 'contracted'],
  paid_out: ['已放款', 'paid out'],
});

export const MILESTONES = ['submitted', 'authorised', 'rated', 'decided', 'approved', 'signed', 'registered', 'disbursed'] as const;
export type Milestone = (typeof MILESTONES)[number];

export type DeclaredDebt = { readonly lender: string; readonly balanceMinor: bigint; readonly monthlyMinor: bigint };
type BudgetLine = { readonly item: string; readonly amountMinor: bigint };

/** What the applicant fills in. A draft may lack any of it; after submission nothing is missing. */
export type LoanForm = {
  readonly amountMinor: bigint;
  readonly months: number;
  readonly method: RepaymentMethod;
  readonly purposeClass: PurposeClass;
  readonly purposeText: string;
  readonly purposeBudget: readonly BudgetLine[];
  /** Last four digits of the payout account in the customer's file, confirmed by the applicant; the number itself stays there. */
  readonly payoutAccountTail: string;
  readonly declaredDebts: readonly DeclaredDebt[];
  readonly declaredAnnualRevenueMinor: bigint;
  readonly declaredMonthlyIncomeMinor: bigint;
};

/** A form as far as it has been filled in. */
export type DraftForm = { readonly [K in keyof LoanForm]?: LoanForm[K] | undefined };

export type Application = {
  readonly customerId: CustomerId;
  readonly applicationId: ApplicationId;
  readonly branchId: string | null;
  readonly productCode: string;
  /** Fixed when submitted. */
  readonly productVersion: number | null;
  readonly state: ApplicationState;
  readonly version: number;
  /** How many times it was submitted: a decision belongs to one attempt. */
  readonly attempt: number;
  readonly form: DraftForm;
  readonly isFirstLoan: boolean | null;
  readonly approvedAmountMinor: bigint | null;
  readonly approvedRatePpm: bigint | null;
  readonly approvedMonths: number | null;
  /** Staff id or customer id: whoever made it may not check it. */
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly updatedAt: Instant;
  /** By when the bank promised an outcome. */
  readonly dueAt: Instant | null;
  readonly preScreen: { readonly result: PreScreen; readonly at: Instant } | null;
};
export type PreScreen = 'likely' | 'unclear' | 'unlikely';
