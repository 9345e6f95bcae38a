import type { LoanEvent } from '../book/events.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** The loan of the handbook's vectors V1 to V3, for tests: 120,000 at 6 % over 12 months, with whatever the test changes. */
export const terms = (change: Partial<LoanTerms> = {}): LoanTerms => ({
  currency: 'CNY',
  principalMinor: 12_000_000n,
  ratePpm: 60_000n,
  method: 'equal_instalment',
  count: 12,
  frequency: { unit: 'month', every: 1 },
  start: '2026-01-15',
  interestBasis: 'period',
  dayBase: 360,
  rounding: 'half_up',
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 0,
  compoundOnInterest: true,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepaymentFeePpm: 0n,
  ...change,
});

/** The disbursement every replay starts with. */
export const paidOut = (t: LoanTerms) => ({ on: t.start, seq: 0, kind: 'disburse', amountMinor: t.principalMinor }) as const;

/** 36,000.00 at 10 % by actual days over 360: 10.00 of interest a day. Rows of 31, 28 and 31 days, principal with the last. */
export const daily = (change: Partial<LoanTerms> = {}): LoanTerms =>
  terms({
    principalMinor: 3_600_000n,
    ratePpm: 100_000n,
    method: 'interest_only',
    interestBasis: 'actual',
    start: '2026-01-01',
    count: 3,
    ...change,
  });

export type Deed = Readonly<Record<string, unknown>>;
export type Deeds = readonly (readonly [on: string, deed: Deed])[];
/** The first events, then deeds in the order they are given, numbered from 1. */
export const eventsOf = (first: readonly LoanEvent[], deeds: Deeds): LoanEvent[] => [
  ...first,
  ...deeds.map(([on, deed], k) => ({ on, seq: k + 1, ...deed }) as unknown as LoanEvent),
];
