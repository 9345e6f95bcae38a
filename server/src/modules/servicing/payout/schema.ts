import { z } from 'zod';
import { listInput, listOf, zAmount, zBankCard, zCustomerId, zDate, zId, zInstant, zText } from '#platform';
import { CONDITIONS, PAYEE_CHECKS, PAYOUT_STATES, TRIAL_STATES } from './types.ts';

export const payoutKey = { customerId: zCustomerId, payoutId: zId('pout') };
export const zPayoutKey = z.object(payoutKey);
export const zPayout = z.object({
  customerId: zCustomerId,
  id: zId('pout'),
  orderNo: z.string(),
  contractId: zId('cont'),
  applicationId: zId('appl'),
  loanId: zId('loan').nullable(),
  branchId: z.string().nullable(),
  productCode: z.string(),
  amountMinor: zAmount,
  netMinor: zAmount,
  currency: z.string(),
  mode: z.enum(['self', 'entrusted']),
  payeeCheck: z.enum(PAYEE_CHECKS),
  trialState: z.enum(TRIAL_STATES),
  firstLoan: z.boolean(),
  state: z.enum(PAYOUT_STATES),
  faultCode: z.string().nullable(),
  stopped: z.object({ zh: z.string(), en: z.string() }).nullable(),
  railRef: z.string().nullable(),
  version: z.number().int(),
  attempt: z.number().int(),
  dueOn: zDate.nullable(),
  late: z.boolean(),
  signedAt: zInstant,
  createdAt: zInstant,
  checkedAt: zInstant.nullable(),
  releasedAt: zInstant.nullable(),
  releasedBy: z.string().nullable(),
  paidAt: zInstant.nullable(),
});
export const zPayouts = listOf(zPayout);
export const zPayoutPage = z.object({
  payout: zPayout,
  conditions: z.array(z.object({ code: z.enum(CONDITIONS), met: z.boolean(), zh: z.string(), en: z.string() })),
  limits: z.object({ approvedMinor: zAmount, availableMinor: zAmount, needMinor: zAmount, capMinor: zAmount, mostMinor: zAmount }),
  payee: z.object({ name: z.string(), account: z.string() }).nullable(),
  /** Each step with its moment and the minutes since the one before; the target is the promise to the customer. */
  pipeline: z.array(
    z.object({
      step: z.enum(['approved', 'signed', 'prepared', 'checked', 'released', 'paid']),
      at: zInstant.nullable(),
      minutes: z.number().int().nullable(),
    }),
  ),
  targetDueOn: zDate.nullable(),
  minutesToAccount: z.number().int().nullable(),
});
export const zPayoutFilter = z.object({
  ...listInput,
  state: z.enum(PAYOUT_STATES).optional(),
  productCode: zText(40).optional(),
  late: z.stringbool().optional(),
});
export const zRelease = z.object({ ...payoutKey, method: z.enum(['transfer', 'cash', 'cheque']).default('transfer') });
export const zCounterparty = z.object({ ...payoutKey, name: zText(80), account: zBankCard, bankCode: z.string().regex(/^\d{12}$/) });
export const zStop = z.object({ ...payoutKey, reason: zText(200) });
