import { env } from 'node:process';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { irrPerPeriod, type LoanTerms, planFor } from '../index.ts';

/** Another library with 60 digits, asked the same questions. */
const D = Decimal.clone({ precision: 60 });
/** Digits enough for a 12-decimal growth to the 36th power, times any amount. */
const Exact = Decimal.clone({ precision: 480 });
const dec = (n: bigint): Decimal => new D(n.toString());
const anyAmount = fc.bigInt({ min: 100n, max: 10n ** 13n });
const anyRate = fc.bigInt({ min: 1n, max: 360_000n });
/** Few runs when the mutation tester asks. */
const runs = (many: number): { numRuns: number } => ({ numRuns: Math.min(many, Number(env.LOAN_RUNS ?? many)) });

test('decimal.js agrees on every row of a level plan: instalment, interest, balance, last row', () => {
  fc.assert(
    fc.property(anyAmount, anyRate, fc.integer({ min: 2, max: 120 }), (principalMinor, ratePpm, count) => {
      const { rows } = planFor(terms({ principalMinor, ratePpm, count }));
      const r = dec(ratePpm).div(12_000_000);
      const grown = r.plus(1).pow(count);
      const level = dec(principalMinor).times(r).times(grown).div(grown.minus(1)).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
      let balance = dec(principalMinor);
      rows.forEach((row, k) => {
        const interest = balance.times(r).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
        const principal = k === rows.length - 1 ? balance : Decimal.max(0, Decimal.min(level.minus(interest), balance));
        balance = balance.minus(principal);
        expect([row.interestMinor.toString(), row.principalMinor.toString()]).toEqual([interest.toFixed(), principal.toFixed()]);
      });
    }),
    runs(400),
  );
});

test('decimal.js agrees on the level amount in front of a balloon and after a promotional rate', () => {
  fc.assert(
    fc.property(anyAmount, anyRate, fc.integer({ min: 3, max: 60 }), fc.bigInt({ min: 0n, max: 99n }), (principalMinor, ratePpm, count, share) => {
      const minor = (principalMinor * share) / 100n;
      const shape = minor > 0n ? { shape: { kind: 'balloon' as const, minor } } : {};
      const promotion = { rates: [{ from: '2026-03-15', ratePpm }], ratePpm: ratePpm / 2n };
      const { rows } = planFor(terms({ principalMinor, count, ...promotion, ...shape }));
      const [half, full] = [dec(ratePpm / 2n).div(12_000_000), dec(ratePpm).div(12_000_000)];
      // Present value of one unit a row, and of the balloon: two rows at the promotional rate, the rest at the full one.
      const v = (k: number): Decimal =>
        half
          .plus(1)
          .pow(-Math.min(k, 2))
          .times(full.plus(1).pow(-Math.max(0, k - 2)));
      let units = new D(0);
      for (let k = 1; k <= count; k += 1) units = units.plus(v(k));
      const level = dec(principalMinor)
        .minus(dec(minor).times(v(count)))
        .div(units)
        .toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
      const first = rows[0];
      if (first !== undefined && first.principalMinor > 0n && rows.length === count && first.balanceAfterMinor > 0n)
        expect(first.totalMinor.toString()).toBe(level.toFixed());
    }),
    runs(400),
  );
});

test('the rate of return of a plan without fees is its rate', () => {
  const amounts = fc.bigInt({ min: 10_000_000n, max: 10_000_000_000n });
  const method = fc.constantFrom<LoanTerms['method'][]>('equal_instalment', 'equal_principal', 'interest_only', 'bullet');
  fc.assert(
    fc.property(amounts, fc.bigInt({ min: 0n, max: 360_000n }), fc.integer({ min: 1, max: 60 }), method, (principalMinor, ratePpm, count, m) => {
      const plan = planFor(terms({ principalMinor, ratePpm, count, method: m }));
      const flows = [{ at: 0, minor: principalMinor }, ...plan.rows.map((row) => ({ at: row.no, minor: -row.totalMinor }))];
      const perPeriod = (Number(ratePpm) / 12e6) * (m === 'bullet' ? count : 1);
      // Each row's rounding is at most half a unit, so the return is off by about two units of the amount lent.
      expect(Math.abs(Number(irrPerPeriod(flows)) / 1e12 - perPeriod)).toBeLessThan(2e-12 + 4 / Number(principalMinor));
    }),
    runs(200),
  );
});

test('decimal.js agrees on the rate of return of any plan with a fee: its value changes sign within 10⁻¹²', () => {
  const anyFee = fc.bigInt({ min: 0n, max: 30n });
  const anyLoan = fc.tuple(fc.bigInt({ min: 1_000_000n, max: 10n ** 11n }), anyRate, fc.integer({ min: 1, max: 36 }), anyFee);
  fc.assert(
    fc.property(anyLoan, ([principalMinor, ratePpm, count, percent]) => {
      const { rows } = planFor(terms({ principalMinor, ratePpm, count }));
      const flows = [
        { at: 0, minor: principalMinor - (principalMinor * percent) / 100n },
        ...rows.map((row) => ({ at: row.no, minor: -row.totalMinor })),
      ];
      const rate = irrPerPeriod(flows);
      // Carried to the last row instead of discounted: no division, so a rate that solves the plan exactly has a value of exactly zero.
      const value = (r: bigint): Decimal => {
        const growth = Exact.div(r.toString(), '1e12').plus(1);
        return flows.reduce((total, f) => total.times(growth).plus(dec(f.minor)), new Exact(0));
      };
      expect([value(rate).lessThanOrEqualTo(0), value(rate + 1n).greaterThan(0)]).toEqual([true, true]);
    }),
    runs(300),
  );
});
