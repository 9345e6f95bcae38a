import { type EpochDay, must, parseMoney, toEpochDay } from '@tallystick/kernel';
import { type Account, openAccount, post } from '../account/account.ts';
import { stepsOf } from '../account/allocation.ts';
import { decimal, over, whole } from '../account/decimal.ts';
import type { Posting } from '../account/postings.ts';
import type { AllocationRule, AllocationStep, FutureRule, MoneyKind, Product, Standing, Strategy, Unit } from '../account/product.ts';
import type { Bucket } from '../terms/terms.ts';

type Allocation = { transactionType: string; futureInstallmentRule: string; order: string[] };
type CaseProduct = {
  scheduleType: 'cumulative' | 'progressive';
  scheduleProcessing: 'horizontal' | 'vertical' | null;
  interestType: 'declining' | 'flat';
  amortization: string;
  annualRatePct: string;
  daysInYear: 'actual' | 360 | 364 | 365;
  daysInMonth: 'actual' | 30;
  daysInYearCustomStrategy: string | null;
  interestCalcPeriod: 'daily' | 'sameAsRepayment';
  allowPartialPeriodInterest: boolean;
  numberOfRepayments: number;
  repayEvery: number;
  repayUnit: Unit;
  graceOnPrincipal: number;
  graceOnInterest: number;
  interestRecalculation: {
    enabled: boolean;
    restFrequency?: string;
    advancePaymentStrategy?: string;
    preClosureInterest?: string;
    noInterestOnPastDue?: boolean;
  };
  downPayment: { enabled: boolean; percent?: string; auto?: boolean };
  repaymentStartDateType: string;
  interestRecognitionOnDisbursementDate: boolean;
  installmentAmountInMultiplesOf: number | null;
  transactionProcessingStrategy: string | null;
  paymentAllocation: Allocation[];
  creditAllocation: { transactionType: string; order: string[] }[];
  interestRefundTypes: string[];
  chargeOffBehaviour: string | null;
};
type CaseTransaction = { seq: number; postedOn: string; date: string; type: string; amount?: string | null; targetSeq?: number } & Record<
  string,
  unknown
>;

/** One line of a file of reference cases, as far as it is an input. Figures that are expected are read by whoever compares. */
export type Case = {
  readonly id: string;
  readonly family: string;
  readonly planned?: boolean;
  readonly product: CaseProduct;
  readonly loan: { readonly submittedOn: string };
  readonly disbursements: readonly { readonly seq: number; readonly postedOn: string; readonly date: string; readonly amount: string }[];
  readonly transactions: readonly CaseTransaction[];
  readonly explicitPeriods?: readonly string[];
};

const BUCKET: Readonly<Record<string, Bucket>> = { PENALTY: 'penalty', FEE: 'fee', INTEREST: 'interest', PRINCIPAL: 'principal' };
const FUTURE: Readonly<Record<string, FutureRule>> = {
  NEXT_INSTALLMENT: 'next',
  LAST_INSTALLMENT: 'last',
  NEXT_LAST_INSTALLMENT: 'next_last',
  REAMORTIZATION: 'reamortize',
};
const MONEY: Readonly<Record<string, MoneyKind>> = {
  REPAYMENT: 'repayment',
  DOWN_PAYMENT: 'down_payment',
  GOODWILL_CREDIT: 'goodwill_credit',
  MERCHANT_ISSUED_REFUND: 'merchant_refund',
  PAYOUT_REFUND: 'payout_refund',
  INTEREST_REFUND: 'interest_refund',
  INTEREST_PAYMENT_WAIVER: 'interest_waiver',
  CHARGE_ADJUSTMENT: 'charge_adjustment',
};
const STRATEGY: Readonly<Record<string, Strategy>> = {
  PENALTIES_FEES_INTEREST_PRINCIPAL_ORDER: { due: ['penalty', 'fee', 'interest', 'principal'], ahead: [], splitAhead: false },
  INTEREST_PRINCIPAL_PENALTIES_FEES_ORDER: { due: ['interest', 'principal', 'penalty', 'fee'], ahead: [], splitAhead: false },
  PRINCIPAL_INTEREST_PENALTIES_FEES_ORDER: { due: ['principal', 'interest', 'penalty', 'fee'], ahead: [], splitAhead: false },
  DUE_PENALTY_FEE_INTEREST_PRINCIPAL_IN_ADVANCE_PRINCIPAL_PENALTY_FEE_INTEREST: {
    due: ['penalty', 'fee', 'interest', 'principal'],
    ahead: ['principal', 'penalty', 'fee', 'interest'],
    splitAhead: true,
  },
  DUE_PENALTY_INTEREST_PRINCIPAL_FEE_IN_ADVANCE_PENALTY_INTEREST_PRINCIPAL_FEE: {
    due: ['penalty', 'interest', 'principal', 'fee'],
    ahead: ['penalty', 'interest', 'principal', 'fee'],
    splitAhead: true,
  },
};

function stepOf(word: string): AllocationStep {
  const standing: Standing = word.startsWith('PAST_DUE') ? 'past_due' : word.startsWith('IN_ADVANCE') ? 'in_advance' : 'due';
  return { standing, bucket: must(BUCKET[must(word.split('_').at(-1), 'bucket')], 'bucket') };
}
const STANDARD: AllocationRule = { order: stepsOf(['penalty', 'fee', 'interest', 'principal']), future: 'next' };

function allocationOf(rules: readonly Allocation[]): Product['allocation'] {
  const result: Partial<Record<MoneyKind, AllocationRule>> & { standard: AllocationRule } = { standard: STANDARD };
  for (const { transactionType, futureInstallmentRule, order } of rules) {
    const rule: AllocationRule = { order: order.map(stepOf), future: FUTURE[futureInstallmentRule] ?? 'next' };
    if (transactionType === 'DEFAULT') result.standard = rule;
    else if (MONEY[transactionType]) result[MONEY[transactionType]] = rule;
  }
  return result;
}

const PREPAYMENT: Readonly<Record<string, NonNullable<Product['recalculation']>['prepayment']>> = {
  adjustLastUnpaidPeriod: 'adjust_last',
  reduceEmiAmount: 'reduce_instalment',
  reduceNumberOfInstallments: 'reduce_count',
  rescheduleNextRepayments: 'next',
};
function recalculationOf(r: CaseProduct['interestRecalculation']): Product['recalculation'] {
  if (!r.enabled) return null;
  return {
    rest: r.restFrequency === 'sameAsRepayment' ? 'period' : 'daily',
    payoffTill: r.preClosureInterest === 'tillRestFrequencyDate' ? 'period' : 'day',
    onPastDue: r.noInterestOnPastDue !== true,
    prepayment: PREPAYMENT[r.advancePaymentStrategy ?? ''] ?? 'adjust_last',
  };
}

/** The product of a case: each of its words is a choice of our terms, none is a rule of its own. */
export function productOf({ product: p, loan, explicitPeriods }: Case): Product {
  const chargeback = p.creditAllocation.find((rule) => rule.transactionType === 'CHARGEBACK');
  const multiple = p.installmentAmountInMultiplesOf;
  return {
    schedule: p.scheduleType,
    processing: p.scheduleProcessing ?? 'horizontal',
    interest: p.interestType,
    equalPrincipal: p.amortization === 'equalPrincipal',
    rate: over(decimal(p.annualRatePct), whole(100)),
    daysInYear: p.daysInYear,
    daysInMonth: p.daysInMonth,
    leapPeriodOnly: p.daysInYearCustomStrategy === 'FEB_29_PERIOD_ONLY',
    newYearSplit: p.interestRecognitionOnDisbursementDate,
    interestPer: p.interestCalcPeriod === 'daily' ? 'day' : 'period',
    partialPeriods: p.allowPartialPeriodInterest,
    count: p.numberOfRepayments,
    every: p.repayEvery,
    unit: p.repayUnit,
    gracePrincipal: p.graceOnPrincipal,
    graceInterest: p.graceOnInterest,
    recalculation: recalculationOf(p.interestRecalculation),
    downPayment: p.downPayment.enabled ? { percent: decimal(p.downPayment.percent ?? '0'), auto: p.downPayment.auto === true } : null,
    multipleMinor: multiple === null || multiple === 0 ? null : BigInt(multiple) * 100n,
    rounding: 'half_even',
    strategy: STRATEGY[p.transactionProcessingStrategy ?? ''] ?? null,
    allocation: allocationOf(p.paymentAllocation),
    creditOrder: chargeback ? chargeback.order.map((word) => must(BUCKET[word], 'bucket')) : null,
    interestRefundOn: p.interestRefundTypes.flatMap((word) => MONEY[word] ?? []),
    chargeOff: p.chargeOffBehaviour === 'ZERO_INTEREST' ? 'zero_interest' : p.chargeOffBehaviour === 'ACCELERATE_MATURITY' ? 'accelerate' : 'regular',
    scheduleFrom: p.repaymentStartDateType === 'submitted' ? toEpochDay(loan.submittedOn) : null,
    boundaries: explicitPeriods ? explicitPeriods.map(toEpochDay) : null,
  };
}

const MONEY_TYPE: Readonly<Record<string, MoneyKind>> = {
  repayment: 'repayment',
  payOff: 'repayment',
  goodwillCredit: 'goodwill_credit',
  payoutRefund: 'payout_refund',
  merchantIssuedRefund: 'merchant_refund',
  interestPaymentWaiver: 'interest_waiver',
  downPayment: 'down_payment',
};
const CHARGE_BASE = {
  flat: 'flat',
  percentOfPrincipal: 'principal',
  percentOfAmount: 'principal',
  percentOfPrincipalPlusInterest: 'principal_and_interest',
  percentOfAmountAndInterest: 'principal_and_interest',
  percentOfInterest: 'interest',
  percentOfDisbursementAmount: 'disbursed',
  percentOfDisbursement: 'disbursed',
} as const;

const day = (value: unknown): EpochDay => toEpochDay(value as string);
const minorOf = (amount: string | null | undefined): bigint => must(parseMoney(amount ?? ''), 'amount');

function rescheduled(t: CaseTransaction, base: { seq: number; postedOn: EpochDay; day: EpochDay }): Posting[] {
  const result: Posting[] = [];
  if (typeof t.extraTerms === 'number') result.push({ ...base, kind: 'extend', terms: t.extraTerms });
  if (t.adjustedDueDate) result.push({ ...base, kind: 'move_due', from: day(t.fromDate), to: day(t.adjustedDueDate) });
  // A rate named from a day is counted from the end of the day before.
  if (typeof t.newAnnualRatePct === 'string')
    result.push({ ...base, day: day(t.fromDate) - 1, kind: 'change_rate', rate: over(decimal(t.newAnnualRatePct), whole(100)) });
  return result;
}

/** The postings of one transaction of a case. */
function postingsOf(t: CaseTransaction): Posting[] {
  const base = { seq: t.seq, postedOn: day(t.postedOn), day: day(t.date ?? t.postedOn) };
  const money = MONEY_TYPE[t.type];
  const target = t.targetSeq ?? -1;
  if (money !== undefined) {
    const minor = t.amount === null || t.amount === undefined ? null : minorOf(t.amount);
    const refund = typeof t.interestRefundCalculation === 'boolean' ? { refundInterest: t.interestRefundCalculation } : {};
    return [{ ...base, kind: 'money', money, minor, ...refund }];
  }
  switch (t.type) {
    case 'charge': {
      const timing = t.timing === 'perInstallment' ? ('per_instalment' as const) : ('due_date' as const);
      const basis = CHARGE_BASE[String(t.calculation) as keyof typeof CHARGE_BASE];
      return [
        {
          ...base,
          kind: 'charge',
          penalty: t.penalty === true,
          timing,
          due: day(t.dueDate ?? t.date),
          base: basis,
          amount: decimal(t.amount ?? '0'),
        },
      ];
    }
    case 'waiveCharge':
      return [{ ...base, kind: 'waive_charge', target }];
    case 'chargeAdjustment':
      return [{ ...base, kind: 'adjust_charge', target, minor: minorOf(t.amount) }];
    case 'chargeback':
      return [{ ...base, kind: 'chargeback', target, minor: minorOf(t.amount) }];
    case 'creditBalanceRefund':
      return [{ ...base, kind: 'refund_credit', minor: minorOf(t.amount) }];
    case 'undo':
      return [{ ...base, kind: 'undo', target }];
    case 'reschedule':
      return rescheduled(t, base);
    case 'interestPause':
      return [{ ...base, kind: 'pause', from: day(t.fromDate), to: day(t.toDate) }];
    case 'reAge':
      return [
        { ...base, kind: 'reage', start: day(t.startDate), every: Number(t.every), unit: t.unit as Unit, count: Number(t.numberOfInstallments) },
      ];
    case 'reAmortize':
      return [{ ...base, kind: 'reamortize' }];
    case 'chargeOff':
      return [{ ...base, kind: 'charge_off' }];
    case 'closeOfBusiness':
      return [{ ...base, kind: 'close_day' }];
    default:
      throw new Error(`unknown transaction type ${t.type}`);
  }
}

/** Plays a case: everything posted in the order of posting. */
export function play(c: Case): Account {
  const account = openAccount(productOf(c));
  const lent = c.disbursements.map((d) => ({
    seq: d.seq,
    postedOn: day(d.postedOn),
    day: day(d.date),
    kind: 'disburse' as const,
    minor: minorOf(d.amount),
  }));
  const postings: Posting[] = [...lent, ...c.transactions.flatMap(postingsOf)].sort((a, b) => a.seq - b.seq);
  for (const posting of postings) post(account, posting);
  return account;
}
