import { type CalendarDate, type Currency, type CustomerId, type Instant, words } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import type { ContractId } from '#modules/contracts';
import type { LoanId, PayoutId } from '../types.ts';

/** open: waits for conditions and release · ordered: with the rail, outcome not known · paid · stopped: will not be paid. */
export const PAYOUT_STATES = ['open', 'ordered', 'paid', 'stopped'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];
export const PAYOUT_WORDS = words<PayoutState>({
  open: ['待放款', 'to release'],
  ordered: ['支付中', 'with the rail'],
  paid: ['已到账', 'paid'],
  stopped: ['已停止', 'stopped'],
});
export const PAYEE_CHECKS = ['waiting', 'matched', 'differs', 'failed'] as const;
export const TRIAL_STATES = ['not_needed', 'waiting', 'success', 'failed'] as const;

export type Payout = {
  readonly customerId: CustomerId;
  readonly id: PayoutId;
  readonly orderNo: string;
  readonly contractId: ContractId;
  readonly applicationId: ApplicationId;
  readonly loanId: LoanId;
  readonly branchId: string | null;
  readonly productCode: string;
  readonly amountMinor: bigint;
  readonly netMinor: bigint;
  readonly currency: Currency;
  readonly mode: 'self' | 'entrusted';
  readonly payeeSealed: string | null;
  readonly payeeCheck: (typeof PAYEE_CHECKS)[number];
  readonly trialOrderNo: string | null;
  readonly trialState: (typeof TRIAL_STATES)[number];
  readonly firstLoan: boolean;
  readonly state: PayoutState;
  readonly faultCode: string | null;
  readonly stoppedZh: string | null;
  readonly stoppedEn: string | null;
  readonly railRef: string | null;
  readonly version: number;
  readonly attempt: number;
  /** Null while the working days of that year are not published. */
  readonly dueOn: CalendarDate | null;
  readonly signedAt: Instant;
  readonly createdAt: Instant;
  readonly checkedAt: Instant | null;
  readonly releasedAt: Instant | null;
  readonly releasedBy: string | null;
  readonly paidAt: Instant | null;
};
export type Payee = { readonly name: string; readonly account: string; readonly bankCode: string };

export const CONDITIONS = [
  'contract_signed',
  'customer_in_order',
  'approval_stands',
  'payee_matched',
  'trial_payment',
  'line_available',
  'net_equals_principal',
  'still_first_loan',
] as const;
export type ConditionCode = (typeof CONDITIONS)[number];
export type Condition = { readonly code: ConditionCode; readonly met: boolean; readonly zh: string; readonly en: string };
