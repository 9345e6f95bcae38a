import { type EpochDay, toEpochDay } from '@tallystick/kernel';
import { type Account, openAccount, post, standing } from '../account/account.ts';
import { stepsOf } from '../account/allocation.ts';
import { decimal, over, whole } from '../account/decimal.ts';
import type { Act, ChargeBase } from '../account/postings.ts';
import type { MoneyKind, Product } from '../account/product.ts';

/** 100.00 at 7 % over six months on 30/360 with daily recalculation, for tests: level instalment 17.01, first row 16.43 + 0.58. */
export const product = (change: Partial<Product> = {}): Product => ({
  schedule: 'progressive',
  processing: 'horizontal',
  interest: 'declining',
  equalPrincipal: false,
  rate: over(decimal('7'), whole(100)),
  daysInYear: 360,
  daysInMonth: 30,
  leapPeriodOnly: false,
  newYearSplit: false,
  interestPer: 'day',
  partialPeriods: false,
  count: 6,
  every: 1,
  unit: 'months',
  gracePrincipal: 0,
  graceInterest: 0,
  recalculation: { rest: 'daily', payoffTill: 'day', onPastDue: true, prepayment: 'adjust_last' },
  downPayment: null,
  multipleMinor: null,
  rounding: 'half_even',
  strategy: null,
  allocation: { standard: { order: stepsOf(['penalty', 'fee', 'interest', 'principal']), future: 'next' } },
  creditOrder: null,
  interestRefundOn: [],
  chargeOff: 'regular',
  scheduleFrom: null,
  boundaries: null,
  ...change,
});

/** 100.00 without interest over four months: 25.00 on 1 February, March, April and May 2024. */
export const plain = (change: Partial<Product> = {}): Product => product({ rate: decimal('0'), count: 4, ...change });

export type Acts = readonly (readonly [date: string, act: Act])[];
export const money = (minor: bigint | null, kind: MoneyKind = 'repayment'): Act => ({ kind: 'money', money: kind, minor });
export const charge = (due: string, amount: string, change: { penalty?: boolean; base?: ChargeBase; each?: boolean } = {}): Act => ({
  kind: 'charge',
  penalty: change.penalty === true,
  timing: change.each === true ? 'per_instalment' : 'due_date',
  due: toEpochDay(due),
  base: change.base ?? 'flat',
  amount: decimal(amount),
});

const on = (date: string): EpochDay => toEpochDay(date);

/** An account lent 100.00 on 1 January 2024, with acts posted on their days. */
export function accountOf(p: Product, acts: Acts): Account {
  const account = openAccount(p);
  const all: (readonly [string, Act])[] = [['2024-01-01', { kind: 'disburse', minor: 10_000n }], ...acts];
  all.forEach(([date, act], k) => {
    post(account, { seq: k, postedOn: on(date), day: on(date), ...act });
  });
  return account;
}
export const rowsOf = (account: Account) => standing(account).rows;
export const entriesOf = (account: Account) => standing(account).entries;
