import { addDays, Refusal, sum } from '@tallystick/kernel';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { type LoanEvent, type LoanPosition, planFor, replay, whyRow } from '../index.ts';
import type { LoanTerms, Shape } from '../terms/terms.ts';

/** Repeatable: the seed is printed. */
const SEED = 20_261_122;
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: SEED });
// A busy machine takes its time over thousands of loans.
vi.setConfig({ testTimeout: 180_000 });
console.log(`random loans with changes: seed ${SEED}`);

const bytes = (value: unknown): string => JSON.stringify(value, (_key, v) => (typeof v === 'bigint' ? `${v}n` : v));
const SPAN = 420;

const anyShape: fc.Arbitrary<Shape | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ kind: fc.constant('balloon' as const), minor: fc.bigInt({ min: 1n, max: 90_000n }) }),
  fc.record({ kind: fc.constant('step' as const), ppm: fc.bigInt({ min: -200_000n, max: 200_000n }), every: fc.integer({ min: 1, max: 4 }) }),
  fc.constant({ kind: 'fixed_share' as const, ppm: 40_000n }),
);
const anyTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    principalMinor: fc.bigInt({ min: 100_000n, max: 1_000_000_000n }),
    ratePpm: fc.bigInt({ min: 0n, max: 300_000n }),
    method: fc.constantFrom('equal_instalment', 'equal_principal', 'interest_only'),
    count: fc.integer({ min: 4, max: 18 }),
    interestBasis: fc.constantFrom('period', 'actual'),
    compoundOnInterest: fc.boolean(),
    misuseUpliftPpm: fc.bigInt({ min: 500_000n, max: 1_000_000n }),
    arrearsToleranceMinor: fc.constantFrom(0n, 0n, 500n),
    graceInterest: fc.constantFrom(0, 0, 2),
    shape: anyShape,
    chargeOff: fc.constantFrom('regular', 'stop_interest', 'accelerate'),
    streak: fc.constantFrom(undefined, [{ periods: 2, cutPpm: 0n }]),
  })
  .map(({ shape, streak, ...rest }) =>
    terms({ ...rest, ...(shape === undefined ? {} : { shape }), ...(streak === undefined ? {} : { streak }) } as Partial<LoanTerms>),
  );

const KINDS = [
  'repay',
  'repay',
  'repay',
  'prepay',
  'settle',
  'rate',
  'pause',
  'extend',
  'replan',
  'accelerate',
  'misuse',
  'charge_off',
  'fee',
  'write_off',
] as const;
const anyDeed = fc.record({
  day: fc.integer({ min: 0, max: SPAN }),
  kind: fc.constantFrom(...KINDS),
  share: fc.bigInt({ min: 1n, max: 600n }),
  n: fc.integer({ min: 1, max: 12 }),
  arrears: fc.constantFrom('stay', 'principal', 'capitalise'),
  mode: fc.constantFrom('keep_term', 'keep_instalment'),
});

/** Chargebacks and refunds stand on what came before them, so they have worked examples instead of random ones. */
function eventOf(t: LoanTerms, d: { day: number; kind: string; share: bigint; n: number; arrears: string; mode: string }, seq: number): LoanEvent {
  const amountMinor = (t.principalMinor * d.share) / 1_000n + 1n;
  const dated = { on: addDays(t.start, d.day), seq };
  const extra: Readonly<Record<string, object>> = {
    prepay: { amountMinor, mode: d.mode },
    settle: {},
    rate: { ratePpm: BigInt(d.n) * 10_000n },
    pause: { to: addDays(t.start, d.day + d.n) },
    extend: { periods: 1, borrower: 'personal' },
    replan: { plan: { count: d.n, firstDue: addDays(t.start, d.day + 20 + d.n) }, arrears: d.arrears },
    accelerate: {},
    charge_off: {},
    write_off: {},
    fee: d.n % 2 === 0 ? { amountMinor: 500n } : { sharePpm: 1_000n, of: 'outstanding' },
  };
  return { ...dated, kind: d.kind, ...(extra[d.kind] ?? { amountMinor }) } as LoanEvent;
}
const anyLoan = fc.tuple(anyTerms, fc.array(anyDeed, { maxLength: 9 }), fc.integer({ min: 0, max: SPAN })).map(([t, deeds, at]) => {
  const lent: LoanEvent = { on: t.start, seq: 0, kind: 'disburse', amountMinor: t.principalMinor };
  return { t, events: [lent, ...deeds.map((d, k) => eventOf(t, d, k + 1))], asOf: addDays(t.start, at) };
});

/** The position, or null when the life is refused (an extension after maturity, say): refusals are words, everything else is a fault. */
function lived(t: LoanTerms, events: readonly LoanEvent[], asOf: string): LoanPosition | null {
  try {
    return replay(t, events, asOf);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function checkPosition(p: LoanPosition): void {
  const paid = sum(p.allocations.filter((a) => a.kind === 'paid').map((a) => a.minor));
  expect(paid + p.creditMinor).toBe(p.receivedMinor);
  expect(sum(p.rows.map((row) => row.principalMinor)) + p.prepaidMinor).toBe(p.disbursedMinor + p.capitalisedMinor);
  for (const amount of [...p.rows.flatMap((row) => Object.values(row.outstanding)), ...Object.values(p.balances), p.creditMinor])
    expect(amount).toBeGreaterThanOrEqual(0n);
  expect(p.balances.principalMinor).toBe(sum(p.rows.map((row) => row.outstanding.principal)));
}

test('whatever changes a loan lives through, principal adds up, nothing is negative, every unit received is accounted for', () => {
  fc.assert(
    fc.property(anyLoan, ({ t, events, asOf }) => {
      const position = lived(t, events, asOf);
      if (position !== null) checkPosition(position);
    }),
    runs(3_000),
  );
});

test('replay of a prefix equals the past, also over changes', () => {
  fc.assert(
    fc.property(anyLoan, ({ t, events, asOf }) => {
      const known = lived(t, events, asOf);
      const then = lived(
        t,
        events.filter((e) => e.on <= asOf),
        asOf,
      );
      if (known !== null) expect(bytes(then)).toBe(bytes(known));
    }),
    runs(1_500),
  );
});

test('reversing a change equals never having made it', () => {
  fc.assert(
    fc.property(anyLoan, fc.nat(), ({ t, events, asOf }, pick) => {
      const target = events[1 + (pick % Math.max(1, events.length - 1))];
      if (target === undefined) return;
      const reversal: LoanEvent = { on: asOf, seq: 1_000, kind: 'reverse', targetSeq: target.seq };
      const never = events.filter((e) => e !== target);
      expect(bytes(lived(t, [...events, reversal], asOf))).toBe(bytes(lived(t, never, asOf)));
    }),
    runs(1_500),
  );
});

test('the order in which events are handed in does not matter, and equal inputs give equal bytes', () => {
  fc.assert(
    fc.property(anyLoan, ({ t, events, asOf }) => {
      expect(bytes(lived(t, [...events].reverse(), asOf))).toBe(bytes(lived(t, events, asOf)));
    }),
    runs(1_000),
  );
});

test('every amount of every row opens into lines that add up to it, whatever happened', () => {
  fc.assert(
    fc.property(anyLoan, fc.nat(), ({ t, events, asOf }, pick) => {
      const position = lived(t, events, asOf);
      if (position === null || position.rows.length === 0) return;
      const row = position.rows[pick % position.rows.length];
      if (row === undefined) return;
      const { lines } = whyRow(t, events, asOf, row.no);
      const of = (bucket: string): bigint => sum(lines.filter((l) => l.bucket === bucket).map((l) => l.minor));
      expect(of('principal')).toBe(row.principalMinor);
      expect(of('interest')).toBe(row.interestMinor);
      expect(of('penalty')).toBe(row.penaltyMinor + row.compoundMinor);
      expect(of('fee')).toBe(row.feeMinor);
    }),
    runs(1_500),
  );
});

test('plans of every shape close', () => {
  fc.assert(
    fc.property(anyTerms, (t) => {
      const plan = planFor(t);
      expect(sum(plan.rows.map((row) => row.principalMinor))).toBe(t.principalMinor);
      for (const row of plan.rows) expect(row.principalMinor >= 0n && row.interestMinor >= 0n && row.balanceAfterMinor >= 0n).toBe(true);
    }),
    runs(3_000),
  );
});
