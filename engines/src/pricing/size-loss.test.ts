import { describe, expect, test } from 'vitest';
import { matchProducts } from '../policy/index.ts';
import { MERCHANT_RATING_V1 } from '../rating/index.ts';
import {
  ENTERPRISE_SIZE_2011,
  type EnterpriseSize,
  enterpriseSize,
  expectedLoss,
  MERCHANT_PRICING_V1,
  SECTORS,
  type Sector,
  weightedPd,
} from './index.ts';

const WAN = 1_000_000n;
const size = (sector: Sector, staff: number | null, revenue: bigint | null, assets: bigint | null = null) =>
  enterpriseSize(
    { sector, staff, revenueMinor: revenue === null ? null : revenue * WAN, assetsMinor: assets === null ? null : assets * WAN },
    ENTERPRISE_SIZE_2011,
  );

describe('S1-32 enterprise size by 300号 from industry, staff, revenue and assets, and products filtered by it', () => {
  test.each<[Sector, number | null, bigint | null, bigint | null, EnterpriseSize]>([
    ['INDUSTRY', 300, 2_000n, null, 'MEDIUM'],
    ['INDUSTRY', 299, 2_000n, null, 'SMALL'],
    ['INDUSTRY', 300, 1_999n, null, 'SMALL'],
    ['INDUSTRY', 19, 300n, null, 'MICRO'],
    ['INDUSTRY', 20, 299n, null, 'MICRO'],
    ['INDUSTRY', 20, 300n, null, 'SMALL'],
    ['INDUSTRY', 1_200, 30_000n, null, 'MEDIUM'],
    ['INDUSTRY', 1_000, 40_000n, null, 'LARGE'],
    ['RETAIL', 9, 5_000n, null, 'MICRO'],
    ['RETAIL', 10, 100n, null, 'SMALL'],
    ['RETAIL', 50, 500n, null, 'MEDIUM'],
    ['WHOLESALE', 199, 90_000n, null, 'MEDIUM'],
    ['WHOLESALE', 200, 40_000n, null, 'LARGE'],
    ['AGRICULTURE', null, 49n, null, 'MICRO'],
    ['CONSTRUCTION', null, 80_000n, 79_999n, 'MEDIUM'],
    ['PROPERTY_DEVELOPMENT', null, 1_000n, 5_000n, 'MEDIUM'],
    ['LEASING_BUSINESS', 300, null, 119_999n, 'MEDIUM'],
    ['OTHER', 299, null, null, 'MEDIUM'],
    ['OTHER', 300, null, null, 'LARGE'],
  ])('%s, staff %s, revenue %s, assets %s (ten thousand yuan) is %s', (sector, staff, revenue, assets, expected) => {
    expect(size(sector, staff, revenue, assets)).toBe(expected);
  });
  test('every sector has falling thresholds; an unknown measure is asked for', () => {
    for (const sector of SECTORS)
      for (const m of ENTERPRISE_SIZE_2011.sectors[sector]) expect(m.large > m.medium && m.medium > m.small && m.small > 0n).toBe(true);
    expect(() => size('RETAIL', null, 100n)).toThrow('pricing.size_data_missing');
  });
  test('products are filtered by size', () => {
    const inputs = { size: { type: 'text', zh: '企业规模', en: 'size' } } as const;
    const products = [
      { id: 'SMALL_FIRMS', name: { zh: '小微贷', en: 'small' }, requires: { size: { op: 'in', values: ['SMALL', 'MICRO'] } } },
      { id: 'ANY', name: { zh: '通用', en: 'any' }, requires: {} },
    ] as const;
    expect(matchProducts(products, inputs, { size: size('RETAIL', 9, 50n) }).offered).toEqual(['SMALL_FIRMS', 'ANY']);
    expect(matchProducts(products, inputs, { size: size('RETAIL', 300, 20_000n) }).offered).toEqual(['ANY']);
  });
});

test('ECL-07 vectors', () => {
  const loss = (pdPpm: bigint) => expectedLoss({ pdPpm, lgdPpm: 450_000n, eadMinor: 10_000_000n });
  expect([loss(20_000n), loss(50_000n), loss(1_000_000n)]).toEqual([90_000n, 225_000n, 4_500_000n]);
  const pd = weightedPd([
    { weightPpm: 600_000n, pdPpm: 10_000n },
    { weightPpm: 250_000n, pdPpm: 20_000n },
    { weightPpm: 150_000n, pdPpm: 50_000n },
  ]);
  expect(pd).toBe(18_500n);
  expect(loss(pd)).toBe(83_250n);
});

test('S4-36 twelve-month PD and expected loss for an application, and month by month for a loan as balance and grade move', () => {
  const lgdPpm = MERCHANT_PRICING_V1.guarantees.find((g) => g.guarantee === 'CREDIT')?.lgdPpm ?? 0n;
  const output = (grade: 'AA' | 'BBB', eadMinor: bigint) => {
    const pdPpm = BigInt(MERCHANT_RATING_V1.masterScale[grade]);
    return [pdPpm, expectedLoss({ pdPpm, lgdPpm, eadMinor })];
  };
  expect(output('AA', 36_000_000n)).toEqual([3_000n, 48_600n]);
  const monthEnds = [
    ['AA', 33_000_000n],
    ['AA', 30_000_000n],
    ['BBB', 27_000_000n],
  ] as const;
  expect(monthEnds.map(([grade, balance]) => output(grade, balance))).toEqual([
    [3_000n, 44_550n],
    [3_000n, 40_500n],
    [20_000n, 243_000n],
  ]);
});
