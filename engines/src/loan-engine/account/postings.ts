import type { EpochDay } from '@tallystick/kernel';
import type { Decimal } from './decimal.ts';
import type { MoneyKind, Unit } from './product.ts';

export type ChargeBase = 'flat' | 'principal' | 'principal_and_interest' | 'interest' | 'disbursed';

/** What can be posted to an account. `day` is the value day, `postedOn` the business day of posting, `seq` the order of posting. */
export type Posting = { readonly seq: number; readonly postedOn: EpochDay; readonly day: EpochDay } & Act;
export type Act =
  | { readonly kind: 'disburse'; readonly minor: bigint }
  /** Money in. Without an amount it pays the account off, and the engine names the amount. */
  | { readonly kind: 'money'; readonly money: MoneyKind; readonly minor: bigint | null; readonly refundInterest?: boolean }
  | {
      readonly kind: 'charge';
      readonly penalty: boolean;
      readonly timing: 'due_date' | 'per_instalment';
      readonly due: EpochDay;
      readonly base: ChargeBase;
      /** Minor units when flat, else percent. */
      readonly amount: Decimal;
    }
  | { readonly kind: 'waive_charge'; readonly target: number }
  | { readonly kind: 'adjust_charge'; readonly target: number; readonly minor: bigint }
  | { readonly kind: 'chargeback'; readonly target: number; readonly minor: bigint }
  | { readonly kind: 'refund_credit'; readonly minor: bigint }
  | { readonly kind: 'undo'; readonly target: number }
  | { readonly kind: 'move_due'; readonly from: EpochDay; readonly to: EpochDay }
  | { readonly kind: 'change_rate'; readonly rate: Decimal }
  | { readonly kind: 'extend'; readonly terms: number }
  | { readonly kind: 'pause'; readonly from: EpochDay; readonly to: EpochDay }
  | { readonly kind: 'reage'; readonly start: EpochDay; readonly every: number; readonly unit: Unit; readonly count: number }
  | { readonly kind: 'reamortize' }
  | { readonly kind: 'charge_off' }
  | { readonly kind: 'close_day' };
export type Of<K extends Act['kind']> = Extract<Posting, { kind: K }>;

/** The order in which postings count: value day, then posting day, then posting order. A charge counts from its posting, or its earlier due day. */
export function countsFrom(posting: Posting): EpochDay {
  if (posting.kind === 'charge') return posting.due < posting.postedOn ? posting.due : posting.postedOn;
  return posting.day;
}
export const inOrder = (a: Posting, b: Posting): number => countsFrom(a) - countsFrom(b) || a.postedOn - b.postedOn || a.seq - b.seq;
