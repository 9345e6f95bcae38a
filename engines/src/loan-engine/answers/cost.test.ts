import { Refusal } from '@tallystick/kernel';
import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { annualCost, irrPerPeriod, planFor } from '../index.ts';

const even = (received: bigint, paid: bigint, count: number) => [
  { period: 0, minor: received },
  ...Array.from({ length: count }, (_, k) => ({ period: k + 1, minor: -paid })),
];

test('APR-02 the central bank example: 100,000, fee 1,000 up front, 12 × 8,833.3', () => {
  const cost = annualCost({ flows: even(9_900_000n, 883_330n, 12), periodsPerYear: 12 });
  expect(cost.periodRateE12 / 10_000n).toBe(1_066_983n); // 1.066983 % a month
  expect(cost.simplePpm).toBe(128_038n);
  expect(cost.compoundPpm).toBe(135_826n);
});

test('APR-04 flat 0.8 % a month over 12 months is 17.27 % simple and 18.71 % compound, not 9.6 %', () => {
  const plan = planFor(terms({ method: 'flat', principalMinor: 10_000_000n, ratePpm: 96_000n }));
  const flows = [{ period: 0, minor: plan.principalMinor }, ...plan.rows.map((row) => ({ period: row.no, minor: -row.totalMinor }))];
  const cost = annualCost({ flows, periodsPerYear: 12 });
  expect(Math.round(Number(cost.simplePpm) / 100)).toBe(1_727);
  expect(Math.round(Number(cost.compoundPpm) / 100)).toBe(1_871);
});

test('XIRR on irregular days agrees with decimal.js', () => {
  const flows = [
    { on: '2026-01-15', minor: 10_000_000n },
    { on: '2026-03-02', minor: -2_500_000n },
    { on: '2026-07-30', minor: -4_000_000n },
    { on: '2027-02-11', minor: -4_200_000n },
  ];
  const { compoundPpm } = annualCost({ flows });
  const D = Decimal.clone({ precision: 60 });
  const value = (rate: Decimal) =>
    flows.reduce((total, f) => {
      const days = (Date.parse(f.on) - Date.parse('2026-01-15')) / 86_400_000;
      return total.plus(new D(f.minor.toString()).div(rate.plus(1).pow(new D(days).div(365))));
    }, new D(0));
  // The oracle's value changes sign within half a ppm of the answer.
  const at = (halves: bigint) => value(new D((2n * compoundPpm + halves).toString()).div(2_000_000)).isPositive();
  expect(at(-1n)).toBe(false);
  expect(at(1n)).toBe(true);
});

test('the answer is exact to its last place: the value changes sign between r and r + 10⁻¹²', () => {
  const D = Decimal.clone({ precision: 80 });
  for (const [received, paid, count] of [
    [9_900_000n, 883_330n, 12],
    [100n, 60n, 2],
    [1_000_000n, 3_100n, 360],
    [5_000_000n, 4_000_000n, 1],
  ] as const) {
    const rate = irrPerPeriod(even(received, paid, count).map((f) => ({ at: f.period, minor: f.minor })));
    const value = (r: bigint) => {
      const v = new D(1).div(new D(r.toString()).div('1e12').plus(1));
      let total = new D(received.toString());
      for (let k = 1; k <= count; k += 1) total = total.minus(new D(paid.toString()).times(v.pow(k)));
      return total;
    };
    expect(value(rate).lessThanOrEqualTo(0)).toBe(true);
    expect(value(rate + 1n).greaterThan(0)).toBe(true);
  }
});

test('a rate that solves the flows exactly is found itself, not its neighbour below', () => {
  const once = (received: bigint, paid: bigint, at = 1) => irrPerPeriod(even(received, paid, at).map((f) => ({ at: f.period, minor: f.minor })));
  expect([once(1_000_000n, 1_000_001n), once(10_000n, 10_100n), once(9_999_999n, 9_999_999n)]).toEqual([1_000_000n, 10_000_000_000n, 0n]);
  const years = [
    { at: 0, minor: 1_000_000n },
    { at: 3, minor: -1_191_016n },
  ];
  expect(irrPerPeriod(years)).toBe(60_000_000_000n);
});

test.each([
  ['nothing', []],
  ['only received', [{ at: 0, minor: 100n }]],
  [
    'paid before received',
    [
      { at: 0, minor: -100n },
      { at: 1, minor: 110n },
    ],
  ],
  [
    'two rates fit',
    [
      { at: 0, minor: 100n },
      { at: 1, minor: -230n },
      { at: 2, minor: 132n },
    ],
  ],
  [
    'loses more than half a period',
    [
      { at: 0, minor: 100n },
      { at: 1, minor: -10n },
    ],
  ],
])('no cost, and never NaN, for flows where %s', (_name, flows) => {
  expect(() => irrPerPeriod(flows)).toThrow(Refusal);
});
