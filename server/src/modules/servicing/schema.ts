import { z } from 'zod';
import { listInput, listOf, zAmount, zCustomerId, zDate, zId, zInstant, zInt, zMoney, zPercent, zText } from '#platform';
import { LOAN_STATUSES, STAGES } from './types.ts';
import { LOAN_SORTS, type LoanSort } from './views/repo.ts';

export const loanKey = { customerId: zCustomerId, loanId: zId('loan') };
export const zLoanKey = z.object(loanKey);
const zInt0 = z.number().int();

export const zLoan = z.object({
  customerId: zCustomerId,
  id: zId('loan'),
  loanNo: z.string(),
  contractId: zId('cont'),
  applicationId: zId('appl'),
  productCode: z.string(),
  branchId: z.string().nullable(),
  currency: z.string(),
  lentMinor: zAmount,
  ratePpm: zPercent,
  months: zInt0,
  method: z.string(),
  startOn: zDate,
  maturityOn: zDate,
  firstLoan: z.boolean(),
  openedAt: zInstant,
  status: z.enum(LOAN_STATUSES),
  asOf: zDate,
  principalMinor: zAmount,
  interestMinor: zAmount,
  penaltyMinor: zAmount,
  feeMinor: zAmount,
  creditMinor: zAmount,
  overdueMinor: zAmount,
  daysPastDue: zInt0,
  stage: z.enum(STAGES),
  overdueSince: zDate.nullable(),
  nextDueOn: zDate.nullable(),
  nextDueMinor: zAmount,
  onBooks: z.boolean(),
  settledOn: zDate.nullable(),
});
export const zLoans = listOf(zLoan);
const SORTS = Object.keys(LOAN_SORTS) as [LoanSort, ...LoanSort[]];
export const zLoanFilter = z.object({
  ...listInput,
  sort: z.enum([...SORTS, ...SORTS.map((s) => `-${s}` as const)]).default('-opened'),
  status: z.enum(LOAN_STATUSES).optional(),
  stage: z.enum(STAGES).optional(),
  productCode: zText(40).optional(),
  dueFrom: zDate.optional(),
  dueTo: zDate.optional(),
  text: zText(60).optional(),
});

const zAmounts = z.object({ fee: zAmount, penalty: zAmount, interest: zAmount, principal: zAmount });
export const zRow = z.object({
  no: zInt0,
  fromOn: zDate,
  dueOn: zDate,
  days: zInt0,
  principalMinor: zAmount,
  interestMinor: zAmount,
  feeMinor: zAmount,
  penaltyMinor: zAmount,
  compoundMinor: zAmount,
  totalMinor: zAmount,
  balanceAfterMinor: zAmount,
  paid: zAmounts,
  waived: zAmounts,
  outstanding: zAmounts,
  outstandingMinor: zAmount,
  paidOn: zDate.nullable(),
  status: z.enum(['upcoming', 'due', 'overdue', 'paid']),
});
const zAllocation = z.object({
  row: zInt0,
  bucket: z.enum(['fee', 'penalty', 'interest', 'principal']),
  kind: z.enum(['paid', 'waived']),
  on: zDate,
  minor: zAmount,
});
export const zTransaction = z.object({
  seq: zInt0,
  kind: z.enum(['disburse', 'repay', 'prepay', 'settle', 'waive', 'fee', 'refund', 'reverse', 'extend', 'replan']),
  valueOn: zDate,
  postedOn: zDate,
  amountMinor: zAmount.nullable(),
  reference: z.string(),
  channel: z.string(),
  receiptNo: z.string(),
  journalId: z.string().nullable(),
  actorId: z.string(),
  at: zInstant,
  reversed: z.boolean(),
  targetSeq: zInt0.nullable(),
  allocation: z.array(zAllocation),
});
export const zDeduction = z.object({
  orderNo: z.string(),
  source: z.enum(['borrower', 'auto']),
  intent: z.enum(['repay', 'prepay', 'settle']),
  amountMinor: zAmount,
  valueOn: zDate,
  state: z.enum(['ordered', 'success', 'failed']),
  faultCode: z.string().nullable(),
  railRef: z.string().nullable(),
  orderedAt: zInstant,
  settledAt: zInstant.nullable(),
});
export const zExtensionRequest = z.object({
  id: zId('exte'),
  periods: zInt0,
  reason: z.string(),
  state: z.enum(['asked', 'granted', 'declined']),
  answer: z.string().nullable(),
  askedAt: zInstant,
  answeredAt: zInstant.nullable(),
});
export const zLoanPage = z.object({
  loan: zLoan,
  rows: z.array(zRow),
  transactions: z.array(zTransaction),
  deductions: z.array(zDeduction),
  balances: z.object({
    principalMinor: zAmount,
    interestDueMinor: zAmount,
    interestAccruedMinor: zAmount,
    penaltyMinor: zAmount,
    feeMinor: zAmount,
    totalMinor: zAmount,
  }),
  /** The newest request of the borrower for more time. */
  extension: zExtensionRequest.nullable(),
  /** What is overdue today, and for how many days: the loan itself says it as of the last close of business. */
  overdue: zAmounts,
  overdueMinor: zAmount,
  daysPastDue: zInt0,
  totals: z.object({ interestMinor: zAmount, totalMinor: zAmount, paidMinor: zAmount, prepaidMinor: zAmount }),
});
export const zQuote = z.object({
  on: zDate,
  principalMinor: zAmount,
  interestDueMinor: zAmount,
  interestAccruedMinor: zAmount,
  penaltyMinor: zAmount,
  feeMinor: zAmount,
  prepaymentFeeMinor: zAmount,
  totalMinor: zAmount,
  creditMinor: zAmount,
  payMinor: zAmount,
});
export const zMode = z.enum(['keep_term', 'keep_instalment']);
const zOutlook = z.object({ instalments: zInt0, lastDueOn: zDate.nullable(), nextMinor: zAmount, interestLeftMinor: zAmount });
export const zPlanChange = z.object({
  ...loanKey,
  kind: z.enum(['extend', 'restructure']),
  /** Of an extension: how many are added. Of a restructuring: in how many what is open is repaid. */
  periods: zInt(1, 360),
  /** Of a restructuring: what is overdue stays due, or its principal joins the new plan. */
  arrears: z.enum(['stay', 'principal']).default('stay'),
});
export const zChangePlan = z.object({ ...zPlanChange.shape, reason: zText(200) });
/** How many instalments the borrower would like to have added, and why. */
export const zAskExtension = z.object({ ...loanKey, periods: zInt(1, 36), reason: zText(200) });
export const zDeclineExtension = z.object({ ...loanKey, reason: zText(200) });
export const zPreview = z.object({ before: zOutlook, after: zOutlook, savedMinor: zAmount, rows: z.array(zRow) });
export const zWhy = z.object({
  no: zInt0,
  on: zDate,
  loanNo: z.string(),
  lines: z.array(
    z.object({
      bucket: z.enum(['fee', 'penalty', 'interest', 'principal']),
      rule: z.string(),
      zh: z.string(),
      en: z.string(),
      formula: z.string(),
      minor: zAmount,
    }),
  ),
  totalMinor: zAmount,
});
export const zStatement = z.object({
  loanNo: z.string(),
  from: zDate,
  to: zDate,
  openingMinor: zAmount,
  closingMinor: zAmount,
  paidOutMinor: zAmount,
  receivedMinor: zAmount,
  /** Where money reached something owed: opening, paid out less `paid.principal` and `forgivenMinor` is closing. */
  paid: zAmounts,
  forgivenMinor: zAmount,
  /** Received and not yet used, or used of what was held before: received is what was paid and this. */
  heldMinor: zAmount,
  transactions: z.array(zTransaction),
});
export const zHabit = z.object({
  dueCount: zInt0,
  onTimeCount: zInt0,
  streak: zInt0,
  longestStreak: zInt0,
  onTimePpm: zPercent,
  lateCount: zInt0,
  longestDaysLate: zInt0,
  nextDueOn: zDate.nullable(),
  nextDueMinor: zAmount,
  overdueMinor: zAmount,
  behaviourScore: zInt0,
  scoreWithNextOnTime: zInt0,
  discountBp: zInt0,
  nextStep: z.object({ instalments: zInt0, discountBp: zInt0 }).nullable(),
});
const zIntent = z.enum(['repay', 'prepay', 'settle']);
const money = { amount: zMoney, intent: zIntent.default('repay'), mode: zMode.default('keep_term') };
export const zPayNow = z.object({ ...loanKey, ...money });
export const zRecord = z.object({ ...loanKey, ...money, valueOn: zDate, reference: zText(60) });
export const zReverse = z.object({ ...loanKey, seq: zInt(2, 1_000_000), reason: zText(200) });
export const zWaive = z.object({ ...loanKey, bucket: z.enum(['fee', 'penalty', 'interest']), amount: zMoney, reason: zText(200) });
export const zRefund = z.object({ ...loanKey, amount: zMoney, reason: zText(200) });
export const zPosted = z.object({ seq: zInt0, receiptNo: z.string(), overdueMinor: zAmount, loan: zLoan });
