import { z } from 'zod';
import { PURPOSE_CLASSES, REPAYMENT_METHODS } from '#modules/products';
import { zAmount, zCustomerId, zId, zInstant, zInt, zMoney, zMoneyOrZero, zPercent, zText } from '#platform';
import { APPLICATION_STATES, MILESTONES } from './types.ts';

export const zApplicationId = zId('appl');
const zDebt = z.object({ lender: zText(80), balanceMinor: zMoneyOrZero, monthlyMinor: zMoneyOrZero });
const zBudgetLine = z.object({ item: zText(80), amountMinor: zMoney });

/** A form as far as it has been filled in: every field may be missing, none may be of the wrong shape. */
export const zDraftForm = z.strictObject({
  amountMinor: zMoney.optional(),
  months: zInt(1, 1_200).optional(),
  method: z.enum(REPAYMENT_METHODS).optional(),
  purposeClass: z.enum(PURPOSE_CLASSES).optional(),
  purposeText: zText(500).optional(),
  purposeBudget: z.array(zBudgetLine).max(20).readonly().optional(),
  payoutAccountTail: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  declaredDebts: z.array(zDebt).max(50).readonly().optional(),
  declaredAnnualRevenueMinor: zMoneyOrZero.optional(),
  declaredMonthlyIncomeMinor: zMoneyOrZero.optional(),
});

export const zState = z.enum(APPLICATION_STATES);
export const zApplication = z.object({
  customerId: zCustomerId,
  applicationId: zApplicationId,
  branchId: z.string().nullable(),
  productCode: z.string(),
  productVersion: z.number().nullable(),
  state: zState,
  version: z.number(),
  attempt: z.number(),
  form: zDraftForm,
  isFirstLoan: z.boolean().nullable(),
  approvedAmountMinor: zAmount.nullable(),
  approvedRatePpm: zPercent.nullable(),
  approvedMonths: z.number().nullable(),
  createdBy: z.string(),
  createdAt: zInstant,
  submittedAt: zInstant.nullable(),
  decidedAt: zInstant.nullable(),
  updatedAt: zInstant,
  dueAt: zInstant.nullable(),
  preScreen: z.object({ result: z.enum(['likely', 'unclear', 'unlikely']), at: zInstant }).nullable(),
});
export const zApplicationLine = zApplication.omit({ form: true, productVersion: true }).extend({
  amountMinor: zAmount.nullable(),
  months: z.number().nullable(),
  purposeClass: z.string().nullable(),
  late: z.boolean(),
});

export const zFault = z.object({
  field: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  zh: z.string(),
  en: z.string(),
});
export const zAffordability = z.object({
  ratePpm: zPercent,
  largestPaymentMinor: zAmount,
  instalmentMinor: zAmount,
  interestMinor: zAmount,
  irrPpm: zPercent,
  monthlyDebtMinor: zAmount,
  dtiPpm: zPercent.nullable(),
  dtiCapPpm: zPercent,
  totalDebtMinor: zAmount,
  debtRoomMinor: zAmount,
  lenders: z.number(),
  maxLenders: z.number(),
  fittingMinor: zAmount,
  faults: z.array(z.enum(['dti', 'total_debt', 'lenders'])).readonly(),
});

export const zTracking = z.object({
  application: zApplication,
  /** Where it stands and what was said at each step, for the applicant's eyes. */
  path: z.array(
    z.object({
      state: zState,
      enteredAt: zInstant,
      leftAt: zInstant.nullable(),
      minutes: z.number(),
      owner: z.string().nullable(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  milestones: z.array(z.object({ kind: z.enum(MILESTONES), at: zInstant, evidence: z.string() })),
  late: z.boolean(),
});
