import type { CalendarDate, Currency, CustomerId, Id, Instant } from '@tallystick/kernel';

export type JournalId = Id<'jrnl'>;
export type Side = 'debit' | 'credit';

/** Codes of the chart of accounts (reference table ledger.account). */
export const CHART = {
  clearing: '1002',
  accruedInterest: '1132',
  interestReceivable: '1133',
  penaltyReceivable: '1134',
  feeReceivable: '1135',
  loanPrincipal: '1301',
  lossAllowance: '1303',
  customerCredit: '2241',
  interestIncome: '6011',
  penaltyIncome: '6012',
  feeIncome: '6021',
  operatingExpense: '6602',
  impairmentLoss: '6701',
  offBalanceInterest: '9011',
  offBalancePenalty: '9012',
  writtenOff: '9021',
  offBalanceContra: '9091',
} as const;
export type AccountCode = (typeof CHART)[keyof typeof CHART];

export type JournalLine = {
  readonly account: AccountCode;
  readonly side: Side;
  /** Above zero; the side says the direction. */
  readonly amountMinor: bigint;
  /** Accounting subject: the loan, or nothing. */
  readonly subject?: string;
};

export type NewJournal = {
  readonly customerId: CustomerId;
  /** Business date of the books: today, because closed days stay closed. */
  readonly on: CalendarDate;
  readonly kind: string;
  /** What it was posted for: a loan, an order, a request. */
  readonly reference: string;
  readonly zh: string;
  readonly en: string;
  readonly currency: Currency;
  readonly branchId?: string | null;
  readonly lines: readonly JournalLine[];
};

export type Journal = {
  readonly id: JournalId;
  readonly customerId: CustomerId;
  readonly on: CalendarDate;
  readonly kind: string;
  readonly reference: string;
  readonly zh: string;
  readonly en: string;
  readonly currency: Currency;
  readonly branchId: string | null;
  readonly reverses: JournalId | null;
  readonly reversedBy: JournalId | null;
  readonly actorId: string;
  readonly postedAt: Instant;
  readonly lines: (Required<JournalLine> & { readonly zh: string; readonly en: string })[];
};

/** `balanceMinor` counts in the account's own direction: positive is normal. */
export type AccountBalance = {
  readonly account: AccountCode;
  readonly zh: string;
  readonly en: string;
  readonly kind: 'asset' | 'liability' | 'income' | 'expense' | 'off_balance';
  readonly currency: Currency;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly balanceMinor: bigint;
};
