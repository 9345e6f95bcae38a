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
