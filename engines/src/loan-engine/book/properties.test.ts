import { env } from 'node:process';
import { addDays, fromEpochDay, Refusal, sum, toEpochDay } from '@tallystick/kernel';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { interestAccrued, type LoanEvent, type LoanTerms, payoffQuote, planFor, replay, statement, type WorkingLine, whyRow } from '../index.ts';
import type { Charge } from '../terms/charges.ts';
import type { Shape } from '../terms/terms.ts';
import type { LoanPosition } from './position.ts';

const START = toEpochDay('2024-01-01');
/** Days of a loan's life in which something may happen. */
const SPAN = 500;

type RandomLoan = { readonly t: LoanTerms; readonly events: readonly LoanEvent[]; readonly asOf: string };

const plain = {
  principalMinor: fc.bigInt({ min: 1n, max: 10_000_000_000n }),
  ratePpm: fc.bigInt({ min: 0n, max: 360_000n }),
  method: fc.constantFrom('equal_instalment', 'equal_principal', 'interest_only', 'bullet'),
  count: fc.integer({ min: 1, max: 24 }),
  frequency: fc.record({ unit: fc.constantFrom('month', 'week', 'day'), every: fc.integer({ min: 1, max: 3 }) }),
  startOffset: fc.integer({ min: 0, max: 400 }),
  firstDueIn: fc.option(fc.integer({ min: 1, max: 70 })),
  interestBasis: fc.constantFrom('period', 'actual', 'days30', 'fraction'),
  dayBase: fc.constantFrom(360, 364, 365, 'actual', 'actual_from_1_jan', 'leap_period'),
  rounding: fc.constantFrom('half_even', 'half_up', 'floor', 'ceil'),
  penaltyGraceDays: fc.integer({ min: 0, max: 5 }),
  compoundOnInterest: fc.boolean(),
  allocation: fc.shuffledSubarray(['fee', 'penalty', 'interest', 'principal'], { minLength: 4 }),
  prepaymentFeePpm: fc.bigInt({ min: 0n, max: 30_000n }),
  evenOut: fc.boolean(),
  grace: fc.integer({ min: 0, max: 3 }),
  instalmentMultipleMinor: fc.constantFrom(1n, 100n),
  downPaymentPpm: fc.constantFrom(0n, 0n, 250_000n),
};

/** Terms of the four methods over every frequency, day count and rounding, at one rate. */
const anyTerms: fc.Arbitrary<LoanTerms> = fc.record(plain).map(({ startOffset, firstDueIn, grace, ...others }) => {
  const start = fromEpochDay(START + startOffset);
  const first = firstDueIn === null ? {} : { firstDue: addDays(start, firstDueIn) };
  return terms({ ...others, start, ...first, gracePrincipal: Math.min(grace, others.count - 1) } as Partial<LoanTerms>);
});

const CHARGES: Charge[] = [
  { when: 'disbursement', sharePpm: 10_000n, of: 'lent' },
  { when: 'tranche', amountMinor: 500n },
  { when: 'instalment', sharePpm: 2_000n, of: 'outstanding' },
  { when: 'instalment', sharePpm: 20_000n, of: 'interest_due' },
  { when: 'overdue', sharePpm: 50_000n, of: 'instalment', afterDays: 3 },
  { when: 'overdue', amountMinor: 1_000n },
];

const extras = {
  shape: fc.constantFrom('none', 'none', 'none', 'balloon', 'step', 'fixed_share', 'custom'),
  graceInterest: fc.constantFrom(0, 0, 0, 1, 3),
  freeRow: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4 }),
  promotion: fc.option(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.bigInt({ min: 0n, max: 100_000n })), { freq: 3 }),
  streak: fc.boolean(),
  misuseUpliftPpm: fc.constantFrom(0n, 600_000n, 1_000_000n),
  arrearsToleranceMinor: fc.constantFrom(0n, 0n, 500n),
  penaltyCapPpm: fc.constantFrom(0n, 0n, 240_000n),
  costCapPpm: fc.constantFrom(undefined, undefined, 100_000n),
  chargeOff: fc.constantFrom('regular', 'stop_interest', 'accelerate'),
  revolving: fc.boolean(),
  flat: fc.constantFrom(true, false, false, false, false, false),
  charges: fc.subarray(CHARGES, { maxLength: 2 }),
  lateOrder: fc.option(fc.shuffledSubarray(['fee', 'penalty', 'interest', 'principal'], { minLength: 4 }), { freq: 2 }),
};

function shapeOf(kind: string, t: LoanTerms): Shape | undefined {
  if (kind === 'balloon' && t.principalMinor > 2n) return { kind, minor: t.principalMinor / 3n };
  if (kind === 'step') return { kind, ppm: 100_000n, every: 2 };
  if (kind === 'fixed_share') return { kind, ppm: 30_000n };
  if (kind !== 'custom') return undefined;
  const each = t.principalMinor / BigInt(t.count);
  return { kind, principalMinor: Array.from({ length: t.count }, (_, k) => (k === 0 ? t.principalMinor - each * BigInt(t.count - 1) : each)) };
}

/** Terms with everything else a product may agree: shapes, graces, promotions, streaks, caps, tolerance, charge-off, revolving. */
const richTerms: fc.Arbitrary<LoanTerms> = fc.tuple(anyTerms, fc.record(extras)).map(([t, x]) => {
  const shape = t.method === 'equal_instalment' && (t.downPaymentPpm ?? 0n) === 0n ? shapeOf(x.shape, t) : undefined;
  return {
    ...t,
    ...(shape === undefined ? {} : { shape }),
    ...(x.graceInterest < t.count ? { graceInterest: x.graceInterest } : {}),
    ...(x.freeRow === null || x.freeRow >= t.count ? {} : { principalFreeRows: [x.freeRow] }),
    ...(x.promotion === null ? {} : { rates: [{ from: addDays(t.start, x.promotion[0]), ratePpm: x.promotion[1] }] }),
    ...(x.streak ? { streak: [{ periods: 3, cutPpm: t.ratePpm / 10n }] } : {}),
    ...(x.costCapPpm === undefined ? {} : { costCapPpm: x.costCapPpm }),
    ...(x.flat ? { method: 'flat', principalFreeRows: undefined } : {}),
    ...(x.charges.length === 0 ? {} : { charges: x.charges }),
    ...(x.lateOrder === null ? {} : { lateAllocation: { afterDays: 60, order: x.lateOrder } }),
    ...(t.method === 'interest_only' && !x.flat && x.revolving ? { revolving: true } : {}),
    misuseUpliftPpm: x.misuseUpliftPpm,
    arrearsToleranceMinor: x.arrearsToleranceMinor,
    penaltyCapPpm: x.penaltyCapPpm,
    chargeOff: x.chargeOff,
  } as LoanTerms;
});

const MONEY = ['repay', 'repay', 'repay', 'repay', 'prepay', 'settle', 'waive', 'fee'] as const;
const CHANGES = ['rate', 'pause', 'extend', 'replan', 'accelerate', 'misuse', 'charge_off', 'write_off', 'recover', 'refund', 'chargeback'] as const;

const anyDeed = (kinds: readonly string[]) =>
  fc.record({
    day: fc.integer({ min: 0, max: SPAN }),
    kind: fc.constantFrom(...kinds),
    share: fc.bigInt({ min: 1n, max: 700n }),
    n: fc.integer({ min: 1, max: 40 }),
    mode: fc.constantFrom('keep_term', 'keep_instalment'),
    bucket: fc.constantFrom('fee', 'penalty', 'interest'),
    arrears: fc.constantFrom('stay', 'principal', 'capitalise'),
  });
type Deed = typeof anyDeed extends (kinds: readonly string[]) => fc.Arbitrary<infer D> ? D : never;

function eventOf(t: LoanTerms, { day, kind, share, n, mode, bucket, arrears }: Deed, seq: number): LoanEvent {
  const dated = { on: addDays(t.start, day), seq };
  const amountMinor = (t.principalMinor * share) / 1_000n + 1n;
  const later = addDays(t.start, day + n);
  const forms: Readonly<Record<string, object>> = {
    prepay: { amountMinor, mode },
    settle: {},
    repay: n % 5 === 0 ? { amountMinor, order: ['principal', 'interest', 'fee', 'penalty'] } : { amountMinor },
    waive: { amountMinor, bucket },
    fee: n % 2 === 0 ? { amountMinor } : { sharePpm: share, of: n % 3 === 0 ? 'outstanding' : 'interest_due' },
    rate: { ratePpm: share * 500n },
    pause: { to: later },
    extend: { periods: Math.ceil(n / 10), borrower: n % 2 === 0 ? 'company' : 'personal' },
    replan: {
      arrears,
      plan: n % 3 === 0 ? { count: n } : n % 3 === 1 ? { firstDue: later, ratePpm: share * 300n } : { gracePrincipal: 1, count: n },
    },
    accelerate: {},
    misuse: { amountMinor, to: later },
    charge_off: {},
    write_off: {},
    chargeback: { amountMinor, targetSeq: seq - 1 },
  };
  return { ...dated, kind, ...(forms[kind] ?? { amountMinor }) } as unknown as LoanEvent;
}

/** Leaves out, one after the other, the events that the loan would refuse as they come. */
function accepted(t: LoanTerms, events: readonly LoanEvent[]): LoanEvent[] {
  const end = addDays(t.start, SPAN);
  const fits = (kept: readonly LoanEvent[]): boolean => {
    try {
      replay(t, kept, end);
      return true;
    } catch (error) {
      // A broken promise is for the property that looks at the loan.
      return !(error instanceof Refusal);
    }
  };
  if (fits(events)) return [...events];
  const kept: LoanEvent[] = [];
  for (const event of events) {
    kept.push(event);
    if (!fits(kept)) kept.pop();
  }
  return kept;
}

const life = (anyone: fc.Arbitrary<LoanTerms>, kinds: readonly string[]): fc.Arbitrary<RandomLoan> =>
  fc.tuple(anyone, fc.array(anyDeed(kinds), { maxLength: 12 }), fc.integer({ min: 0, max: SPAN }), fc.nat()).map(([t, deeds, at, nat]) => {
    // A third of the loans are paid out in two tranches.
    const second = nat % 3 === 0 ? t.principalMinor / 3n : 0n;
    const lent: LoanEvent[] = [{ on: t.start, seq: 0, kind: 'disburse', amountMinor: t.principalMinor - second }];
    if (second > 0n) lent.push({ on: t.start, seq: 1, kind: 'disburse', amountMinor: second });
    const events = [...lent, ...deeds.map((deed, k) => eventOf(t, deed, k + 2))];
    return { t, events: accepted(t, events), asOf: addDays(t.start, at) };
  });

/** A loan with a life of money: paid out on its start, then up to a dozen deeds on any days, in any order of recording. */
const anyLoan = life(anyTerms, MONEY);
/** The same with everything a product may agree and every way a loan may be changed. */
const richLoan = life(richTerms, [...MONEY, ...CHANGES, 'disburse']);

// Thousands of loans a test: time enough on a machine that does other things too.
vi.setConfig({ testTimeout: 120_000 });

/** Loans a property at most: the mutation tester asks for a few, since it runs every property hundreds of times. */
const most = Number(env.LOAN_RUNS ?? Number.POSITIVE_INFINITY);
let loans = 0;
const holds = <T>(values: fc.Arbitrary<T>, numRuns: number, rule: (value: T) => void): void => {
  fc.assert(
    fc.property(values, (value) => {
      loans += 1;
      rule(value);
    }),
    { numRuns: Math.min(numRuns, most) },
  );
};
const bytes = (value: unknown): string => JSON.stringify(value, (_key, v) => (typeof v === 'bigint' ? `${v}n` : v));
/** The bytes of a position, or the refusal. */
const outcome = (position: () => LoanPosition): string => {
  try {
    return bytes(position());
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const upTo = ({ events, asOf }: RandomLoan): LoanEvent[] => events.filter((event) => event.on <= asOf);

test('principal sums to the amount, balances never negative, every row is interest plus principal', () => {
  const withFlat = fc.oneof(
    anyTerms,
    anyTerms.map((t) => ({ ...t, method: 'flat' as const })),
  );
  holds(withFlat, 10_500, (t) => {
    const plan = planFor(t);
    let paid = 0n;
    let interest = 0n;
    for (const row of plan.rows) {
      if (row.principalMinor < 0n || row.interestMinor < 0n || row.totalMinor !== row.principalMinor + row.interestMinor)
        expect(row).toBe('a row that adds up');
      paid += row.principalMinor;
      interest += row.interestMinor;
      if (row.balanceAfterMinor !== t.principalMinor - paid) expect(row).toBe('a balance that follows');
    }
    expect([paid, plan.rows.at(-1)?.balanceAfterMinor, interest]).toEqual([t.principalMinor, 0n, plan.interestMinor]);
    expect(plan.totalMinor).toBe(paid + interest);
  });
});

/** Everything a position must add up to, whatever happened before. */
function checkPosition(loan: RandomLoan, position: LoanPosition): void {
  const { rows, balances, allocations } = position;
  const amounts = (kind: string): bigint => sum(upTo(loan).map((e) => (e.kind === kind && 'amountMinor' in e ? (e.amountMinor ?? 0n) : 0n)));
  const paid = sum(allocations.filter((a) => a.kind === 'paid').map((a) => a.minor));
  expect(paid + position.creditMinor).toBe(position.receivedMinor);
  const ahead = sum(allocations.filter((a) => a.row === 0).map((a) => a.minor));
  expect(sum(rows.flatMap((row) => Object.values(row.paid))) + ahead).toBe(paid);
  const lent = position.disbursedMinor + position.capitalisedMinor + amounts('chargeback');
  expect(sum(rows.map((row) => row.principalMinor)) + position.prepaidMinor).toBe(lent);
  for (const row of rows) for (const amount of Object.values(row.outstanding)) if (amount < 0n) expect(row).toBe('a row paid beyond what it owes');
  for (const amount of [...Object.values(balances), position.creditMinor]) if (amount < 0n) expect(balances).toBe('balances above zero');
  expect(balances.principalMinor).toBe(sum(rows.map((row) => row.outstanding.principal)));
  const owed = sum(rows.map((row) => row.penaltyMinor + row.compoundMinor));
  expect(position.accrued.penaltyMinor + position.accrued.compoundMinor).toBe(owed);
  if (position.status !== 'written_off')
    expect(position.status === 'settled').toBe(balances.totalMinor === 0n && rows.every((row) => row.status === 'paid'));
  if (position.disbursedMinor > 0n)
    expect(statement(loan.t, loan.events, loan.t.start, loan.asOf).at(-1)?.principalAfterMinor).toBe(balances.principalMinor);
  if (position.daysPastDue > 0) expect(position.overdueMinor).toBeGreaterThan(0n);
}

test('total paid = total allocated + held, whatever happens in whatever order', () => {
  holds(anyLoan, 2_000, (loan) => checkPosition(loan, replay(loan.t, loan.events, loan.asOf)));
  holds(richLoan, 1_000, (loan) => checkPosition(loan, replay(loan.t, loan.events, loan.asOf)));
});

test('equal inputs give equal bytes, and the order in which events are handed in does not matter', () => {
  holds(richLoan, 600, ({ t, events, asOf }) => {
    const once = bytes(replay(t, events, asOf));
    expect(bytes(replay(t, [...events], asOf))).toBe(once);
    expect(bytes(replay(t, [...events].reverse(), asOf))).toBe(once);
  });
});

test('replay of a prefix equals the past: later events change nothing on an earlier day', () => {
  holds(richLoan, 1_000, (loan) => {
    expect(bytes(replay(loan.t, loan.events, loan.asOf))).toBe(bytes(replay(loan.t, upTo(loan), loan.asOf)));
  });
});

test('reversing any one event equals never having had it', () => {
  holds(richLoan, 300, ({ t, events, asOf }) => {
    for (const target of events) {
      if (target.kind === 'disburse') continue;
      const reversal: LoanEvent = { on: asOf < target.on ? target.on : asOf, seq: 99, kind: 'reverse', targetSeq: target.seq };
      const without = events.filter((event) => event !== target);
      expect(outcome(() => replay(t, [...events, reversal], asOf))).toBe(outcome(() => replay(t, without, asOf)));
    }
  });
});

test('a settlement of the quoted payoff closes any loan on any day', () => {
  holds(richLoan, 900, (loan) => {
    const { t, events, asOf } = loan;
    const quote = payoffQuote(t, events, asOf);
    const open = replay(t, events, asOf);
    expect(quote.totalMinor - quote.prepaymentFeeMinor).toBe(open.balances.totalMinor);
    const settled = replay(t, [...upTo(loan), { on: asOf, seq: 99, kind: 'settle' }], asOf);
    expect(settled.balances.totalMinor).toBe(0n);
    expect(['settled', 'written_off']).toContain(settled.status);
    expect(settled.receivedMinor - open.receivedMinor).toBe(quote.payMinor);
  });
});

test('every amount of every row opens into lines that add up to it', () => {
  holds(richLoan, 400, ({ t, events, asOf }) => {
    for (const row of replay(t, events, asOf).rows) {
      const { lines } = whyRow(t, events, asOf, row.no);
      const total = (bucket: WorkingLine['bucket']): bigint => sum(lines.filter((line) => line.bucket === bucket).map((line) => line.minor));
      const opened = [total('principal'), total('interest'), total('penalty'), total('fee')];
      expect(opened).toEqual([row.principalMinor, row.interestMinor, row.penaltyMinor + row.compoundMinor, row.feeMinor]);
    }
  });
});

test('accrued interest never falls from one day to the next while nothing is back-dated', () => {
  holds(richLoan, 600, ({ t, events, asOf }) => {
    expect(interestAccrued(t, events, addDays(asOf, 1))).toBeGreaterThanOrEqual(interestAccrued(t, events, asOf));
  });
});

test('at one rate a shorter loan never costs more interest', () => {
  holds(fc.tuple(anyTerms, fc.integer({ min: 1, max: 12 })), 3_000, ([t, longer]) => {
    if (t.evenOut === true) return;
    const [short, long] = [planFor(t).interestMinor, planFor({ ...t, count: t.count + longer }).interestMinor];
    if (long < short) expect(long).toBeGreaterThanOrEqual(short);
  });
});

test.skipIf(most < 20_000)('more than 20,000 random loans were looked at; their seed is printed', () => {
  console.log(`${loans.toLocaleString('en')} random loans, PROPERTY_SEED=${fc.readConfigureGlobal().seed}`);
  expect(loans).toBeGreaterThanOrEqual(20_000);
});
