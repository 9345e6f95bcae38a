import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, type LoanTerms, payoffQuote, replay, statement, whatIf, whyRow } from '../index.ts';

/** 36,000.00 at 10 % by actual days over 360: 10.00 of interest a day. Three rows of 12,000.00, due after 31, 28 and 31 days. */
const loan = (change: Partial<LoanTerms> = {}): LoanTerms =>
  terms({
    principalMinor: 3_600_000n,
    ratePpm: 100_000n,
    method: 'equal_principal',
    interestBasis: 'actual',
    start: '2026-01-01',
    count: 3,
    ...change,
  });
type Deed = readonly [on: string, deed: Readonly<Record<string, unknown>>];
const events = (t: LoanTerms, deeds: readonly Deed[]): LoanEvent[] => [
  paidOut(t),
  ...deeds.map(([on, deed], k) => ({ on, seq: k + 1, ...deed }) as unknown as LoanEvent),
];

/** The lines of a row as rule and sum: bucket, rule, formula. */
const TOLD: readonly [string, Partial<LoanTerms>, readonly Deed[], asOf: string, row: number, lines: readonly string[]][] = [
  [
    'a row to come of equal principal',
    {},
    [],
    '2026-01-01',
    2,
    ['principal REP-02 12,000.00', 'interest REP-04 24,000.00 × 10.0000% × 28/360 = 186.666666'],
  ],
  ['the last row', {}, [], '2026-01-01', 3, ['principal REP-01 12,000.00', 'interest REP-04 12,000.00 × 10.0000% × 31/360 = 103.333333']],
  [
    'an overdue row',
    {},
    [],
    '2026-02-11',
    1,
    [
      'principal REP-02 12,000.00',
      'interest REP-04 36,000.00 × 10.0000% × 31/360 = 310.000000',
      'penalty REP-08 12,000.00 × 10.0000% × (1 + 50.0000%) × 10/360 = 50.000000',
      'penalty REP-08 310.00 × 10.0000% × (1 + 50.0000%) × 10/360 = 1.291666',
    ],
  ],
  [
    'an overdue row under a cap of the penalty rate',
    { penaltyCapPpm: 120_000n, compoundOnInterest: false },
    [],
    '2026-02-11',
    1,
    [
      'principal REP-02 12,000.00',
      'interest REP-04 36,000.00 × 10.0000% × 31/360 = 310.000000',
      'penalty REP-08 12,000.00 × 12.0000% × 10/360 = 40.000000',
    ],
  ],
  [
    'a cap of the penalty rate that is not reached',
    { penaltyCapPpm: 150_000n, compoundOnInterest: false },
    [],
    '2026-02-11',
    1,
    [
      'principal REP-02 12,000.00',
      'interest REP-04 36,000.00 × 10.0000% × 31/360 = 310.000000',
      'penalty REP-08 12,000.00 × 10.0000% × (1 + 50.0000%) × 10/360 = 50.000000',
    ],
  ],
  [
    'misuse, a fee and a charge to come',
    { misuseUpliftPpm: 1_000_000n, charges: [{ when: 'instalment', amountMinor: 500n }] },
    [
      ['2026-01-11', { kind: 'misuse', amountMinor: 1_800_000n, to: '2026-01-21' }],
      ['2026-01-10', { kind: 'fee', amountMinor: 1_234n }],
    ],
    '2026-01-25',
    1,
    [
      'principal REP-02 12,000.00',
      'interest REP-04 36,000.00 × 10.0000% × 31/360 = 310.000000',
      'penalty REP-08 18,000.00 × 10.0000% × 100.0000% × 10/360 = 50.000000',
      'fee APR-10 12.34',
      'fee APR-10 5.00',
    ],
  ],
  [
    'two balances in one row',
    { method: 'interest_only' },
    [['2026-01-11', { kind: 'prepay', amountMinor: 1_800_000n, mode: 'keep_term' }]],
    '2026-01-20',
    1,
    ['interest REP-04 36,000.00 × 10.0000% × 10/360 = 100.000000', 'interest REP-04 18,000.00 × 10.0000% × 21/360 = 105.000000'],
  ],
  [
    'the interest a grace puts off',
    { method: 'interest_only', graceInterest: 1 },
    [],
    '2026-01-01',
    1,
    ['interest REP-04 36,000.00 × 10.0000% × 31/360 = 310.000000', 'interest terms -310.00'],
  ],
  [
    'the row that asks for it',
    { method: 'interest_only', graceInterest: 1 },
    [],
    '2026-01-01',
    2,
    ['interest REP-04 36,000.00 × 10.0000% × 28/360 = 280.000000', 'interest terms 310.00'],
  ],
  ['a down payment', { downPaymentPpm: 500_000n }, [], '2026-01-01', 1, ['principal terms 18,000.00']],
  [
    'days over two years of their own length',
    { method: 'bullet', count: 1, start: '2027-12-01', frequency: { unit: 'month', every: 2 }, dayBase: 'actual_from_1_jan' },
    [],
    '2027-12-01',
    1,
    ['principal REP-01 36,000.00', 'interest REP-04 36,000.00 × 10.0000% × 22661/133590 = 610.671457'],
  ],
  [
    'a week of 364 days',
    { method: 'bullet', count: 1, frequency: { unit: 'week', every: 1 }, dayBase: 364 },
    [],
    '2026-01-01',
    1,
    ['principal REP-01 36,000.00', 'interest REP-04 36,000.00 × 10.0000% × 7/364 = 69.230769'],
  ],
  [
    'a flat loan',
    { method: 'flat', principalMinor: 1_000_000n, interestBasis: 'period' },
    [],
    '2026-01-01',
    3,
    ['principal REP-01 3,333.32', 'interest REP-04 10,000.00 × 10.0000% × 1/12 = 83.333333', 'interest REP-01 0.01'],
  ],
];

test.each(TOLD)('the working of %s reads as the sums it is', (_name, change, deeds, asOf, row, lines) => {
  const t = loan(change);
  const working = whyRow(t, events(t, deeds), asOf, row);
  expect(working.no).toBe(row);
  expect(working.lines.map((line) => `${line.bucket} ${line.rule} ${line.formula}`)).toEqual(lines);
});

test('the words of a line name its days and its kind, in both languages', () => {
  const t = loan({ misuseUpliftPpm: 1_000_000n });
  const deeds: Deed[] = [
    ['2026-01-11', { kind: 'misuse', amountMinor: 1_800_000n, to: '2026-01-21' }],
    ['2026-01-10', { kind: 'fee', amountMinor: 1_234n }],
  ];
  const { lines } = whyRow(t, events(t, deeds), '2026-02-11', 1);
  expect(lines.map((line) => line.en)).toEqual([
    'Equal share of the principal',
    'Interest from 2026-01-01 to 2026-02-01 (last day not counted)',
    'Penalty interest on misused money from 2026-01-11 to 2026-01-21',
    'Penalty interest on overdue principal from 2026-02-01 to 2026-02-11',
    'Compound interest on unpaid interest from 2026-02-01 to 2026-02-11',
    'Fee of 2026-01-10',
  ]);
  expect(lines.map((line) => line.zh)).toEqual([
    '本金均分',
    '2026-01-01 至 2026-02-01 利息（算头不算尾）',
    '2026-01-11 至 2026-01-21 挪用罚息',
    '2026-02-01 至 2026-02-11 逾期本金罚息',
    '2026-02-01 至 2026-02-11 欠息复利',
    '2026-01-10 费用',
  ]);
});

test('what a cap on the whole cost left out is a line of its own', () => {
  // Interest of 90 days is 900.00, the cap of 2.7 % 972.00.
  const t = loan({ method: 'interest_only', costCapPpm: 27_000n });
  const lines = whyRow(t, events(t, []), '2026-05-01', 3).lines.filter((line) => line.bucket === 'penalty');
  const charged = replay(t, events(t, []), '2026-05-01').rows[2]!;
  expect(lines.reduce((total, line) => total + line.minor, 0n)).toBe(charged.penaltyMinor + charged.compoundMinor);
  expect(lines.at(-1)).toMatchObject({ rule: 'APR-07', zh: '超出综合成本上限的部分不收', en: 'Left out: beyond the cap on the cost of the loan' });
});

test('a row that is not there is refused by its number', () => {
  const t = loan();
  for (const no of [0, -1, 4, 1.5])
    expect(() => whyRow(t, events(t, []), '2026-01-01', no)).toThrow(expect.objectContaining({ code: 'loan.row_missing', facts: { no } }));
  expect(() => whyRow(t, [], '2026-01-01', 1)).toThrow(expect.objectContaining({ code: 'loan.row_missing' }));
});

test('a statement follows the principal through every kind of event, in the order in which they count', () => {
  const t = loan({ prepaymentFeePpm: 10_000n });
  const all = events(t, [
    ['2026-02-01', { kind: 'repay', amountMinor: 1_231_000n }],
    ['2026-01-10', { kind: 'fee', amountMinor: 500n }],
    ['2026-02-11', { kind: 'prepay', amountMinor: 606_000n + 500n, mode: 'keep_term' }],
    ['2026-02-11', { kind: 'capitalise', amountMinor: 100_000n }],
    ['2026-02-12', { kind: 'chargeback', targetSeq: 1, amountMinor: 50_000n }],
    ['2026-02-13', { kind: 'repay', amountMinor: 777n }],
    ['2026-02-14', { kind: 'reverse', targetSeq: 6 }],
    ['2026-03-11', { kind: 'write_off' }],
    ['2026-03-20', { kind: 'recover', amountMinor: 5n }],
  ]);
  const lines = statement(t, [...all].reverse(), '2026-01-01', '2026-03-15');
  expect(lines.map((line) => [line.on, line.seq, line.kind, line.principalAfterMinor])).toEqual([
    ['2026-01-01', 0, 'disburse', 3_600_000n],
    ['2026-01-10', 2, 'fee', 3_600_000n],
    ['2026-02-01', 1, 'repay', 2_400_500n],
    ['2026-02-11', 3, 'prepay', 1_800_002n],
    ['2026-02-11', 4, 'capitalise', 1_900_002n],
    ['2026-02-12', 5, 'chargeback', 1_950_002n],
    ['2026-03-11', 8, 'write_off', 0n],
  ]);
  // The fee came first, so the repayment left 5.00 of principal; that and its penalty of 0.02 are paid before anything ahead of the schedule.
  expect(lines[2]?.paid).toEqual({ fee: 500n, penalty: 0n, interest: 31_000n, principal: 1_199_500n });
  expect(statement(t, all, '2026-02-11', '2026-02-11').map((line) => line.seq)).toEqual([3, 4]);
});

test('a statement of a restructured loan: capitalised arrears join the principal', () => {
  const t = loan({ compoundOnInterest: false, penaltyUpliftPpm: 0n });
  const all = events(t, [['2026-02-01', { kind: 'replan', plan: { count: 2 }, arrears: 'capitalise' }]]);
  expect(statement(t, all, '2026-02-01', '2026-02-01').map((line) => line.principalAfterMinor)).toEqual([3_631_000n]);
});

test('what-if tells what is still to come: instalments, last day, interest and the sum of them', () => {
  const t = loan();
  const paid = events(t, [['2026-02-01', { kind: 'repay', amountMinor: 1_231_000n }]]);
  const prepay: LoanEvent = { on: '2026-02-01', seq: 9, kind: 'prepay', amountMinor: 1_200_000n, mode: 'keep_instalment' };
  const { before, after, savedMinor } = whatIf(t, paid, [prepay], '2026-02-01');
  // 24,000.00 × 28 days and 12,000.00 × 31; then 12,000.00 × 28 alone.
  expect(before).toEqual({ instalments: 2, lastDue: '2026-04-01', interestMinor: 18_667n + 10_333n, totalMinor: 2_400_000n + 29_000n });
  expect(after).toEqual({ instalments: 1, lastDue: '2026-03-01', interestMinor: 9_333n, totalMinor: 1_200_000n + 9_333n });
  expect(savedMinor).toBe(19_667n);
  const settle: LoanEvent = { on: '2026-02-01', seq: 9, kind: 'settle' };
  expect(whatIf(t, paid, [settle], '2026-02-01').after).toEqual({ instalments: 0, lastDue: null, interestMinor: 0n, totalMinor: 0n });
});

test('a payoff counts fees of due and running rows, and money that is held; it never asks for less than nothing', () => {
  const t = loan({ compoundOnInterest: false, penaltyUpliftPpm: 0n, ratePpm: 0n });
  const deeds: Deed[] = [
    ['2026-01-10', { kind: 'fee', amountMinor: 700n }],
    ['2026-02-10', { kind: 'fee', amountMinor: 300n }],
  ];
  const quote = payoffQuote(t, events(t, deeds), '2026-02-11');
  expect(quote).toMatchObject({ feeMinor: 1_000n, principalMinor: 3_600_000n, totalMinor: 3_601_000n, creditMinor: 0n, payMinor: 3_601_000n });
  const held = (amountMinor: bigint) => payoffQuote(t, events(t, [['2026-01-05', { kind: 'repay', amountMinor }]]), '2026-01-11');
  expect(held(1_000_000n)).toMatchObject({ creditMinor: 1_000_000n, payMinor: 2_600_000n });
  expect(held(3_600_000n).payMinor).toBe(0n);
  expect(held(4_000_000n)).toMatchObject({ creditMinor: 4_000_000n, payMinor: 0n });
});
