import { describe, expect, test } from 'vitest';
import {
  downOneGroup,
  FIVE_FACTOR_V1,
  fiveFactorView,
  GRADES,
  gradeGroup,
  INCOME_STABILITY_V1,
  incomeStability,
  isAtLeast,
  shiftGrade,
} from './index.ts';

describe('S1-19 a five-part breakdown explains a credit file without claiming to be FICO', () => {
  const clean = {
    overdueMonths24m: 0,
    m3PlusCount24m: 0,
    cardUsePpm: 200_000n,
    debtToIncomePpm: 400_000n,
    oldestAccountMonths: 40,
    hardQueries6m: 1,
    newAccounts6m: 0,
    accountKinds: 2,
  };
  test('history, debt, length, new credit and mix, each 0 to 100, weighed 35/30/15/10/10', () => {
    const view = fiveFactorView(clean, FIVE_FACTOR_V1);
    expect(view.parts.map((p) => [p.part, p.weight, p.score])).toEqual([
      ['history', 35, 100],
      ['debt', 30, 85],
      ['length', 15, 70],
      ['new_credit', 10, 100],
      ['mix', 10, 70],
    ]);
    expect(view.score).toBe(88); // (3500 + 2550 + 1050 + 1000 + 700) / 100
    expect(view.notice.en).toContain('not a FICO® score');
    expect(view.notice.zh).toContain('不是 FICO® 评分');
  });
  test('an unknown part is left out, and an empty file has no score', () => {
    expect(fiveFactorView({ ...clean, accountKinds: null }, FIVE_FACTOR_V1).score).toBe(90);
    const nothing = {
      overdueMonths24m: null,
      m3PlusCount24m: null,
      cardUsePpm: null,
      debtToIncomePpm: null,
      oldestAccountMonths: null,
      hardQueries6m: null,
      newAccounts6m: null,
      accountKinds: null,
    };
    expect(fiveFactorView(nothing, FIVE_FACTOR_V1).score).toBeNull();
  });
});

describe('S1-21 income panel: sources, variation, trend, tenure and an index from 0 to 100', () => {
  const months = (amount: (i: number) => Record<string, bigint>) => Array.from({ length: 12 }, (_, i) => amount(i));
  test('level income from two sources over five years reaches 100', () => {
    const result = incomeStability({ months: months(() => ({ salary: 600_000n, rent: 400_000n })), tenureMonths: 60 }, INCOME_STABILITY_V1);
    expect(result).toMatchObject({ index: 100, variationPpm: 0n, trendPpm: 0n, tenureMonths: 60 });
    expect(result.sources).toEqual([
      { source: 'rent', sharePpm: 400_000n },
      { source: 'salary', sharePpm: 600_000n },
    ]);
  });
  test('every other month without pay, falling, one source, new job: far lower', () => {
    const result = incomeStability(
      { months: months((i) => ({ shop: i % 2 === 0 ? 1_000_000n - BigInt(i) * 80_000n : 0n })), tenureMonths: 3 },
      INCOME_STABILITY_V1,
    );
    expect(result.index).toBe(6);
    expect(incomeStability({ months: months(() => ({})), tenureMonths: 60 }, INCOME_STABILITY_V1).index).toBe(0);
  });
});

test('grades: groups, notches and one group down', () => {
  expect(GRADES.map(gradeGroup)).toEqual(['AAA', 'AA', 'AA', 'AA', 'A', 'A', 'A', 'OTHER', 'OTHER', 'OTHER', 'OTHER', 'OTHER']);
  expect(GRADES.map(downOneGroup)).toEqual(['AA', 'A+', 'A', 'A−', 'BBB', 'BBB', 'BBB', 'BB', 'B', 'CCC', 'D', 'D']);
  expect([shiftGrade('A', 1), shiftGrade('AAA', 1), shiftGrade('CCC', -5)]).toEqual(['A+', 'AAA', 'D']);
  expect(isAtLeast('AA−', 'A+')).toBe(true);
});
