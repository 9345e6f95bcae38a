import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFor } from '../loan-engine/index.ts';
import { affordable, cashFlowTable, debtCap, dscrPpm, dtiPpm, MERCHANT_PRICING_V1 } from './index.ts';

const instalmentOf = (principalMinor: bigint): bigint =>
  principalMinor === 0n
    ? 0n
    : planFor({
        currency: 'CNY',
        principalMinor,
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
        compoundOnInterest: false,
        allocation: ['fee', 'penalty', 'interest', 'principal'],
        prepaymentFeePpm: 0n,
      }).rows.reduce((most, r) => (r.totalMinor > most ? r.totalMinor : most), 0n);

describe('S2-25 DTI with the new instalment against the threshold of the product: fits, is reduced to fit, or is rejected', () => {
  const ask = (change: Partial<Parameters<typeof affordable>[0]>) =>
    affordable({
      wantedMinor: 12_000_000n,
      smallestMinor: 100_000n,
      stepMinor: 10_000n,
      otherServiceMinor: 200_000n,
      netIncomeMinor: 3_000_000n,
      maxDtiPpm: 500_000n,
      instalmentOf,
      ...change,
    });
  test('120,000 over 12 months costs at most 10,327.99 a month; with 2,000 of other service it takes 41.1 % of 30,000', () => {
    expect(ask({})).toMatchObject({ verdict: 'fits', amountMinor: 12_000_000n, instalmentMinor: 1_032_799n, dtiPpm: 410_933n });
  });
  test('under a threshold of 40 % the amount is reduced to the largest step that fits', () => {
    const answer = ask({ maxDtiPpm: 400_000n });
    expect(answer.verdict).toBe('reduced');
    expect(answer.dtiPpm).toBeLessThanOrEqual(400_000n);
    expect(dtiPpm(200_000n + instalmentOf(answer.amountMinor + 10_000n), 3_000_000n)).toBeGreaterThan(400_000n);
    expect(answer.text.zh).toContain('40.0000%');
  });
  test('when even the smallest amount does not fit, or there is no income, it is rejected', () => {
    expect(ask({ otherServiceMinor: 1_499_999n })).toMatchObject({ verdict: 'rejected', amountMinor: 0n });
    expect(ask({ netIncomeMinor: 0n })).toMatchObject({ verdict: 'rejected', dtiPpm: null });
  });
  test('whatever is granted fits, and is never more than was asked', () => {
    const money = fc.bigInt({ min: 100_000n, max: 50_000_000n });
    fc.assert(
      fc.property(money, money, money, (wantedMinor, netIncomeMinor, otherServiceMinor) => {
        const answer = ask({ wantedMinor, netIncomeMinor, otherServiceMinor, instalmentOf: (a) => (a * 86_067n) / 1_000_000n });
        expect(answer.amountMinor).toBeLessThanOrEqual(wantedMinor);
        if (answer.verdict !== 'rejected') expect(answer.dtiPpm).toBeLessThanOrEqual(500_000n);
      }),
      { numRuns: 50 },
    );
  });
});

test('AFF-01 DTI rounds up, so that a hair above the threshold is above it', () => {
  expect(dtiPpm(500_000n, 1_000_000n)).toBe(500_000n);
  expect(dtiPpm(5_000_001n, 10_000_000n)).toBe(500_001n);
});

test('AFF-02 DSCR is cash after tax and capital spending over principal and interest', () => {
  const due = { ebitdaMinor: 2_000_000n, taxMinor: 200_000n, capexMinor: 300_000n, principalMinor: 1_000_000n, interestMinor: 250_000n };
  expect(dscrPpm(due)).toBe(1_200_000n);
  expect(dscrPpm({ ...due, ebitdaMinor: 1_999_999n })).toBe(1_199_999n);
  expect(dscrPpm({ ...due, principalMinor: 0n, interestMinor: 0n })).toBeNull();
});

test('AFF-03 all lenders together: twelve months of income, or 30 percent of yearly sales', () => {
  const rule = MERCHANT_PRICING_V1.affordability;
  expect(debtCap({ kind: 'income', monthlyMinor: 1_000_000n }, rule)).toBe(12_000_000n);
  expect(debtCap({ kind: 'sales', annualMinor: 360_000_001n }, rule)).toBe(108_000_000n);
});

test('S4-38 cash in and out by month with free cash flow and DSCR, and a warning below 1.2', () => {
  const months = ['2026-08', '2026-09', '2026-10'].map((month, i) => ({
    month,
    inMinor: [900n, 300n, 900n][i] ?? 0n,
    outMinor: 500n,
    debtServiceMinor: 200n,
  }));
  const table = cashFlowTable(months, MERCHANT_PRICING_V1.affordability.dscrWarnPpm);
  expect(table.rows.map((r) => [r.freeMinor, r.afterServiceMinor, r.cumulativeMinor])).toEqual([
    [400n, 200n, 200n],
    [-200n, -400n, -200n],
    [400n, 200n, 0n],
  ]);
  expect(table).toMatchObject({ freeMinor: 600n, debtServiceMinor: 600n, dscrPpm: 1_000_000n, lowestMinor: -200n });
  expect(table.warning).toEqual({
    zh: '偿债覆盖率 1.00 低于 1.20，存在流动性风险',
    en: 'Debt service coverage of 1.00 is below 1.20: liquidity risk',
  });
  expect(cashFlowTable([{ month: '2026-08', inMinor: 240n, outMinor: 0n, debtServiceMinor: 200n }], 1_200_000n).warning).toBeNull();
});
