import { sum } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, planFor, replay, type WorkingLine, whyPlanRow, whyRow } from '../index.ts';

const total = (lines: readonly WorkingLine[], bucket: WorkingLine['bucket']): bigint =>
  sum(lines.filter((line) => line.bucket === bucket).map((line) => line.minor));

test('every amount of a late, prepaid loan opens into lines that add up to it', () => {
  const base = terms();
  const events: LoanEvent[] = [
    paidOut(base),
    { on: '2026-02-03', seq: 1, kind: 'fee', amountMinor: 1_234n },
    { on: '2026-02-20', seq: 2, kind: 'repay', amountMinor: 500_000n },
    { on: '2026-03-05', seq: 3, kind: 'repay', amountMinor: 600_000n },
    { on: '2026-03-28', seq: 4, kind: 'repay', amountMinor: 1_040_000n },
    { on: '2026-04-02', seq: 5, kind: 'prepay', amountMinor: 3_000_000n, mode: 'keep_instalment' },
  ];
  const position = replay(base, events, '2026-05-20');
  for (const row of position.rows) {
    const { lines } = whyRow(base, events, '2026-05-20', row.no);
    expect(total(lines, 'principal')).toBe(row.principalMinor);
    expect(total(lines, 'interest')).toBe(row.interestMinor);
    expect(total(lines, 'penalty')).toBe(row.penaltyMinor + row.compoundMinor);
    expect(total(lines, 'fee')).toBe(row.feeMinor);
  }
  expect(position.rows[0]?.penaltyMinor).toBeGreaterThan(0n);
});

test('a line reads as the sum it is, in both languages', () => {
  const { lines } = whyPlanRow(terms(), 2);
  expect(lines).toEqual([
    {
      bucket: 'principal',
      rule: 'REP-01',
      zh: '期供减当期利息',
      en: 'Instalment less the interest of the period',
      formula: '10,327.97 − 551.36 = 9,776.61',
      minor: 977_661n,
    },
    {
      bucket: 'interest',
      rule: 'REP-04',
      zh: '2026-02-15 至 2026-03-15 利息（算头不算尾）',
      en: 'Interest from 2026-02-15 to 2026-03-15 (last day not counted)',
      formula: '110,272.03 × 6.0000% × 1/12 = 551.360150',
      minor: 55_136n,
    },
  ]);
});

test('plan rows of every method open into lines that add up', () => {
  for (const method of ['equal_instalment', 'equal_principal', 'interest_only', 'bullet', 'flat'] as const) {
    const t = terms({ method, principalMinor: 1_234_567n, ratePpm: 123_457n });
    for (const row of planFor(t).rows) {
      const { lines } = whyPlanRow(t, row.no);
      expect(total(lines, 'principal')).toBe(row.principalMinor);
      expect(total(lines, 'interest')).toBe(row.interestMinor);
    }
  }
});

test('a down payment opens into its own line', () => {
  const { lines } = whyPlanRow(terms({ downPaymentPpm: 250_000n }), 1);
  expect(lines.map((line) => [line.bucket, line.zh, line.minor])).toEqual([['principal', '首付，放款当日到期', 3_000_000n]]);
});

test('a row that is not there is refused', () => {
  expect(() => whyPlanRow(terms(), 13)).toThrow(expect.objectContaining({ code: 'loan.row_missing' }));
});

const PAID_ONE: LoanEvent[] = [paidOut(terms()), { on: '2026-02-15', seq: 1, kind: 'repay', amountMinor: 1_032_797n }];
test.each<[string, LoanEvent[]]>([
  ['late', [paidOut(terms())]],
  ['prepaid', [...PAID_ONE, { on: '2026-02-25', seq: 2, kind: 'prepay', amountMinor: 3_000_000n, mode: 'keep_term' }]],
  ['re-priced', [...PAID_ONE, { on: '2026-02-25', seq: 2, kind: 'rate', ratePpm: 45_000n }]],
  ['extended', [...PAID_ONE, { on: '2026-02-25', seq: 2, kind: 'extend', periods: 6, borrower: 'company' }]],
  ['restructured', [paidOut(terms()), { on: '2026-03-25', seq: 2, kind: 'replan', plan: { count: 18, ratePpm: 48_000n }, arrears: 'capitalise' }]],
])('each amount on the plan of a %s loan opens into lines that add up to it', (_name, events) => {
  for (const asOf of ['2026-03-25', '2026-07-20']) {
    const { rows } = replay(terms(), events, asOf);
    for (const row of rows) {
      const { lines } = whyRow(terms(), events, asOf, row.no);
      const opened = (['principal', 'interest', 'penalty', 'fee'] as const).map((bucket) => total(lines, bucket));
      expect(opened).toEqual([row.principalMinor, row.interestMinor, row.penaltyMinor + row.compoundMinor, row.feeMinor]);
      expect(lines.every((line) => line.formula !== '' && line.zh !== '' && line.en !== '')).toBe(true);
    }
  }
});
