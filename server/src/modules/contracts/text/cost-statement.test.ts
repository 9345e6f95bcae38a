import type { LoanTerms } from '@tallystick/engines/loan-engine';
import { describe, expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';
import { costStatement } from './cost-statement.ts';
import { percentText } from './terms.ts';

const terms: LoanTerms = {
  currency: 'CNY',
  principalMinor: 12_000_000n,
  ratePpm: 60_000n,
  method: 'equal_instalment',
  count: 12,
  frequency: { unit: 'month', every: 1 },
  start: '2026-03-02',
  interestBasis: 'period',
  dayBase: 360,
  rounding: 'half_up',
  penaltyUpliftPpm: 500_000n,
  penaltyGraceDays: 3,
  compoundOnInterest: true,
  allocation: ['fee', 'penalty', 'interest', 'principal'],
  prepaymentFeePpm: 12_500n,
};
const textOf = (t: LoanTerms): string => JSON.stringify(costStatement(t), (_k, v) => (typeof v === 'bigint' ? v.toString() : v));

describe('S4-51 the cost statement names every price that the terms hold', () => {
  /** Each rate of the terms and where the borrower reads it. A rate that is added to the terms and not here fails the first test. */
  const DISCLOSED: Readonly<Record<string, { code: string; shows: string }>> = {
    ratePpm: { code: 'interest', shows: percentText(60_000n) },
    penaltyUpliftPpm: { code: 'penalty', shows: percentText(500_000n) },
    prepaymentFeePpm: { code: 'prepayment', shows: percentText(12_500n) },
  };
  test('no rate of the terms is left out', () => {
    expect(
      Object.keys(terms)
        .filter((k) => k.endsWith('Ppm'))
        .sort(),
    ).toEqual(Object.keys(DISCLOSED).sort());
  });
  test.each(Object.entries(DISCLOSED))('%s is shown with its figure, method and payee', (_rate, { code, shows }) => {
    const statement = costStatement(terms);
    const item = [...statement.items, ...statement.otherwise].find((i) => i.code === code);
    expect(`${item?.standard.zh} ${item?.standard.en}`).toContain(shows);
    for (const both of [item?.name, item?.method, item?.payee]) expect(both?.zh && both.en).toBeTruthy();
  });
  test('total interest, fees, penalty rate, compound interest and the grace days are told', () => {
    const statement = costStatement(terms);
    expect([statement.interestMinor, statement.feesMinor]).toEqual([393_566n, 0n]); // Handbook V1.
    expect(textOf(terms)).toContain(percentText(90_000n)); // 6 % and half of it again.
    expect(statement.otherwise.map((i) => i.code)).toEqual(['penalty', 'compound', 'prepayment']);
    expect(textOf(terms)).toContain('3 日内');
    expect(textOf({ ...terms, prepaymentFeePpm: 0n })).toContain('不收手续费');
    expect(costStatement({ ...terms, compoundOnInterest: false }).otherwise.map((i) => i.code)).toEqual(['penalty', 'prepayment']);
  });
});

test.each([
  // method, months, simple, compound: the plan's own flows, so a plan without fees costs its contract rate
  ['equal_instalment', 1, 12, 60_000n, 61_678n],
  ['equal_principal', 1, 12, 60_000n, 61_678n],
  ['interest_only', 1, 12, 60_000n, 61_678n],
  ['bullet', 12, 1, 58_411n, 60_000n], // One payment after a year: 6 % compound, less as twelve simple months.
] as const)('the annual all-in cost of %s comes from its flows', (method, every, count, simple, compound) => {
  const cost = costStatement({ ...terms, method, count, frequency: { unit: 'month', every } });
  expect([cost.simplePpm, cost.compoundPpm].map((v, i) => Math.abs(Number(v - [simple, compound][i]!)) <= 2)).toEqual([true, true]);
});

test('the clauses print the figures of the loan in both languages', () => {
  const text = JSON.stringify(clausesOf({ terms, purpose: '备货进货' }));
  for (const shown of ['120,000.00', '6.00%', '9.00%', '12 个月', '12 months', '备货进货', '等额本息', '费用、罚息、利息、本金', '3 日内', '1.25%'])
    expect(text).toContain(shown);
});
