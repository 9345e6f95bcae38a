import type { EpochDay, Rounding } from '@tallystick/kernel';
import type { Bucket } from '../terms/terms.ts';
import type { Decimal } from './decimal.ts';

/** Where an instalment stands on the day money comes in. */
export type Standing = 'past_due' | 'due' | 'in_advance';
export type AllocationStep = { readonly standing: Standing; readonly bucket: Bucket };
/** What is done with money beyond what is due: reference conventions, section 3.18. */
export type FutureRule = 'next' | 'last' | 'next_last' | 'reamortize';
export type AllocationRule = { readonly order: readonly AllocationStep[]; readonly future: FutureRule };

/** Kinds of money coming in; each may have an allocation rule of its own. */
export type MoneyKind =
  | 'repayment'
  | 'down_payment'
  | 'goodwill_credit'
  | 'merchant_refund'
  | 'payout_refund'
  | 'interest_refund'
  | 'interest_waiver'
  | 'charge_adjustment';

/** Fixed orders of row-by-row allocation; `due` is taken before `ahead` within a row that is not due yet. */
export type Strategy = { readonly due: readonly Bucket[]; readonly ahead: readonly Bucket[]; readonly splitAhead: boolean };

export type Unit = 'days' | 'weeks' | 'months' | 'years';
export type Recalculation = {
  readonly rest: 'daily' | 'period';
  /** Interest of a payment ahead of its due day runs to the payment, or to the end of the running period. */
  readonly payoffTill: 'day' | 'period';
  readonly onPastDue: boolean;
  readonly prepayment: 'adjust_last' | 'reduce_instalment' | 'reduce_count' | 'next';
};

/** What a product fixes for an account. Every convention is a choice here; no loan has code of its own. */
export type Product = {
  readonly schedule: 'progressive' | 'cumulative';
  readonly processing: 'horizontal' | 'vertical';
  readonly interest: 'declining' | 'flat';
  readonly equalPrincipal: boolean;
  /** A year, as a fraction of one. */
  readonly rate: Decimal;
  readonly daysInYear: 360 | 364 | 365 | 'actual';
  readonly daysInMonth: 30 | 'actual';
  /** 366 days only for a period that holds 29 February. */
  readonly leapPeriodOnly: boolean;
  /** A year's own length counts from 1 January, not from 31 December. */
  readonly newYearSplit: boolean;
  readonly interestPer: 'day' | 'period';
  readonly partialPeriods: boolean;
  readonly count: number;
  readonly every: number;
  readonly unit: Unit;
  readonly gracePrincipal: number;
  readonly graceInterest: number;
  readonly recalculation: Recalculation | null;
  readonly downPayment: { readonly percent: Decimal; readonly auto: boolean } | null;
  readonly multipleMinor: bigint | null;
  readonly rounding: Rounding;
  readonly strategy: Strategy | null;
  readonly allocation: Readonly<Partial<Record<MoneyKind, AllocationRule>>> & { readonly standard: AllocationRule };
  /** Order in which a chargeback is put back; null puts all of it back as principal. */
  readonly creditOrder: readonly Bucket[] | null;
  readonly interestRefundOn: readonly MoneyKind[];
  readonly chargeOff: 'regular' | 'zero_interest' | 'accelerate';
  /** Day the due dates are counted from; null counts from the first disbursement. */
  readonly scheduleFrom: EpochDay | null;
  /** Period boundaries given one by one. */
  readonly boundaries: readonly EpochDay[] | null;
};

export const ROW_BUCKETS: readonly Bucket[] = ['penalty', 'fee', 'interest', 'principal'];
