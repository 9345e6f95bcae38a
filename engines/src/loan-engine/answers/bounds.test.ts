import { PPM, Refusal } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { annualCost, effectiveInterest, irrPerPeriod, type SalesTerms, salesPosition, taxOnTop, taxWithin } from '../index.ts';

const E12 = 10n ** 12n;
/** Flows at whole periods, by their point; minus is what the borrower pays. */
const flows = (byPoint: Readonly<Record<number, bigint>>) => Object.entries(byPoint).map(([at, minor]) => ({ at: Number(at), minor }));

test.each<[string, Readonly<Record<number, bigint>>, rate: bigint | 'refused']>([
  ['a tenth in one period', { 0: 100n, 1: -110n }, E12 / 10n],
  ['a tenth a period over two', { 0: 100n, 2: -121n }, E12 / 10n],
  ['a tenth a period over gaps of two and three', { 0: 100_000n, 2: -60_000n, 5: -81_191n }, E12 / 10n],
  ['nothing', { 0: 100n, 1: -40n, 3: -60n }, 0n],
  ['a loss of half, the lowest that is told', { 0: 100n, 1: -50n }, -E12 / 2n],
  ['a loss of more', { 0: 100n, 1: -49n }, 'refused'],
  ['a hundredfold', { 0: 1n, 1: -100n }, 99n * E12],
  ['more than 10,000 % a period', { 0: 1n, 1: -102n }, 'refused'],
  ['money in and out, whose sums change sign once', { 0: 1_000n, 1: -600n, 2: 100n, 3: -715n }, E12 / 10n],
  ['a first repayment that is nothing', { 0: 100n, 1: 0n, 2: -121n }, E12 / 10n],
  ['two returns, 10 % and 20 %', { 0: 100n, 1: -230n, 2: 132n }, 'refused'],
  ['a loan the wrong way round', { 0: -100n, 1: 110n }, 'refused'],
  ['money that never comes back', { 0: 100n, 1: 1n }, 'refused'],
])('a rate of return: %s', (_name, byPoint, rate) => {
  const asked = () => irrPerPeriod(flows(byPoint));
  if (rate === 'refused') expect(asked).toThrow(expect.objectContaining({ code: 'loan.cost_unsolvable', field: 'flows' }));
  else expect(asked()).toBe(rate);
  if (rate !== 'refused') expect(irrPerPeriod([...flows(byPoint)].reverse())).toBe(rate);
});

test('several flows at one point count as their sum', () => {
  expect(irrPerPeriod([...flows({ 0: 60n, 1: -55n }), ...flows({ 0: 40n, 1: -55n })])).toBe(E12 / 10n);
});

test('a year has 1 to 366 periods, and a flow stands at a whole one', () => {
  const cost = (periodsPerYear: number, second = 1) =>
    annualCost({
      periodsPerYear,
      flows: [
        { period: 0, minor: 100n },
        { period: second, minor: -101n },
      ],
    });
  expect(cost(1)).toMatchObject({ periodRateE12: E12 / 100n, simplePpm: 10_000n, compoundPpm: 10_000n });
  // 1.01^12 − 1 = 12.682503… %
  expect(cost(12)).toMatchObject({ simplePpm: 120_000n, compoundPpm: 126_825n });
  expect(cost(366).simplePpm).toBe(3_660_000n);
  for (const [perYear, second] of [
    [0, 1],
    [-1, 1],
    [367, 1],
    [1.5, 1],
    [12, 1.5],
  ] as const)
    expect(() => cost(perYear, second)).toThrow(expect.objectContaining({ code: 'loan.cost_unsolvable', field: 'flows' }));
});

test('a cost by days counts each day as a period and a year as 365', () => {
  const { periodRateE12, simplePpm, compoundPpm } = annualCost({
    flows: [
      { on: '2026-01-01', minor: 10_000_000n },
      { on: '2027-01-01', minor: -11_000_000n },
    ],
  });
  // 1.1^(1/365) − 1 = 0.0261158 % a day
  expect([periodRateE12, simplePpm, compoundPpm]).toEqual([261_157_876n, 95_323n, 100_000n]);
});

test('effective interest: the fee is income over the life, row by row to the cent', () => {
  const t = terms({ principalMinor: 3_600_000n, ratePpm: 0n, method: 'bullet', count: 1, interestBasis: 'actual' });
  expect(effectiveInterest(t, 36_000n).rows).toEqual([
    expect.objectContaining({ openingMinor: 3_564_000n, incomeMinor: 36_000n, contractMinor: 0n, feeIncomeMinor: 36_000n, closingMinor: 0n }),
  ]);
  const { rows } = effectiveInterest(terms(), 120_000n);
  expect(rows.reduce((total, row) => total + row.feeIncomeMinor, 0n)).toBe(120_000n);
  expect(rows.at(-1)?.closingMinor).toBe(0n);
  for (const fee of [12_000_000n, 12_000_001n])
    expect(() => effectiveInterest(terms(), fee)).toThrow(expect.objectContaining({ field: 'feeMinor', facts: { field: 'feeMinor' } }));
});

test('tax within a charge and on top of it, half up', () => {
  expect([taxWithin(106n, 60_000n), taxWithin(10_600n, 60_000n), taxWithin(9n, 60_000n)]).toEqual([6n, 600n, 1n]);
  expect([taxOnTop(100n, 60_000n), taxOnTop(25n, 60_000n), taxOnTop(24n, 60_000n)]).toEqual([6n, 2n, 1n]);
  expect([taxWithin(3n, PPM), taxOnTop(1n, PPM / 2n)]).toEqual([2n, 1n]);
});

/** An advance of 10,000.00 repaid with 11,000.00 by a tenth of the sales, 1,100.00 a day expected. */
const sales: SalesTerms = {
  advanceMinor: 1_000_000n,
  repayMinor: 1_100_000n,
  sharePpm: 100_000n,
  start: '2026-01-01',
  expectedDailyMinor: 110_000n,
  checkpoints: [
    { day: 50, minimumPpm: 400_000n },
    { day: 90, minimumPpm: 900_000n },
  ],
  nearPpm: 200_000n,
};
const days = (...runs: readonly (readonly [count: number, salesMinor: bigint])[]) =>
  runs.flatMap(([count, salesMinor]) => Array.from({ length: count }, () => ({ on: '2026-01-01', salesMinor })));

test.each<[field: string, Partial<SalesTerms>]>([
  ['advanceMinor', { advanceMinor: 0n }],
  ['advanceMinor', { advanceMinor: -1n }],
  ['repayMinor', { repayMinor: 999_999n }],
  ['sharePpm', { sharePpm: 0n }],
  ['sharePpm', { sharePpm: PPM + 1n }],
  ['start', { start: '2026-02-29' }],
  ['expectedDailyMinor', { expectedDailyMinor: 9n }],
])('sales-based terms that cannot be are refused: %s %o', (field, change) => {
  try {
    salesPosition({ ...sales, ...change }, [], 0);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    const code = field === 'start' ? 'loan.date_invalid' : 'loan.amount_invalid';
    expect(error).toMatchObject({ code, field, facts: { field } });
  }
});

test('sales-based: the smallest advance, the whole of the sales, and no discount are taken', () => {
  const small = { ...sales, advanceMinor: 1n, repayMinor: 2n, expectedDailyMinor: 10n };
  expect(salesPosition(small, days([1, 5n]), 1)).toMatchObject({ expectedDays: 2, collectedMinor: 1n });
  expect(salesPosition(small, days([1, 4n]), 1).collectedMinor).toBe(0n);
  expect(salesPosition({ ...sales, sharePpm: PPM }, [], 0).expectedDays).toBe(10);
  expect(salesPosition({ ...sales, repayMinor: 1_000_000n }, days([10, 110_000n]), 10)).toMatchObject({ dailyRateE12: 0n, incomeMinor: 0n });
});

test.each<[string, ReturnType<typeof days>, elapsed: number, states: readonly string[]]>([
  ['the minimum on its day', days([40, 110_000n], [10, 0n]), 50, ['kept', 'ahead']],
  ['one short on its day', days([39, 110_000n], [1, 109_990n], [10, 0n]), 50, ['breach', 'ahead']],
  ['the minimum a day later', days([39, 110_000n], [11, 0n], [1, 110_000n]), 51, ['breach', 'ahead']],
  ['a fifth short of the one to come', days([72, 110_000n]), 72, ['kept', 'near_breach']],
  ['a little more than a fifth short', days([71, 110_000n], [1, 109_990n]), 72, ['kept', 'ahead']],
  ['the one to come is reached already', days([50, 220_000n]), 50, ['kept', 'ahead']],
  ['no sales any more', days([10, 110_000n]), 60, ['breach', 'ahead']],
  ['sales of days to come do not count', days([60, 110_000n]), 45, ['ahead', 'ahead']],
])('sales-based checkpoints: %s', (_name, sold, elapsed, states) => {
  expect(salesPosition(sales, sold, elapsed).checkpoints.map((c) => c.state)).toEqual(states);
});

test('sales-based: a minimum is rounded up, nothing is collected beyond what is owed, income never exceeds the discount', () => {
  const third = { ...sales, checkpoints: [{ day: 1, minimumPpm: 333_333n }] };
  expect(salesPosition(third, [], 0).checkpoints[0]?.requiredMinor).toBe(366_667n);
  expect(salesPosition(sales, days([3, 5_000_000n]), 3)).toMatchObject({ collectedMinor: 1_100_000n, outstandingMinor: 0n, incomeMinor: 100_000n });
  expect(salesPosition(sales, days([200, 20_000n]), 200)).toMatchObject({
    collectedMinor: 400_000n,
    outstandingMinor: 700_000n,
    incomeMinor: 100_000n,
  });
  expect(salesPosition(sales, days([60, 110_000n]), 50).collectedMinor).toBe(550_000n);
  const first = salesPosition(sales, days([1, 110_000n]), 1);
  expect(first.incomeMinor).toBe((1_000_000n * first.dailyRateE12 + 500_000_000_000n) / 1_000_000_000_000n);
});
