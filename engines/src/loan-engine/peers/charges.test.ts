import { sum } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { effectiveInterest, type LoanEvent, type LoanTerms, replay, taxOnTop, taxWithin, whyRow } from '../index.ts';

const base = terms();
const lent = paidOut(base);
const fees = (t: LoanTerms, events: readonly LoanEvent[], asOf: string) => replay(t, events, asOf).rows.map((row) => row.feeMinor);

test('P93 charges at disbursement, tranche, instalment, when overdue, and on a day', () => {
  const t = terms({
    count: 3,
    charges: [
      { when: 'disbursement', amountMinor: 10_000n },
      { when: 'tranche', sharePpm: 1_000n, of: 'lent' },
      { when: 'instalment', amountMinor: 500n },
      { when: 'overdue', amountMinor: 3_000n, afterDays: 5 },
    ],
  });
  const events: LoanEvent[] = [
    { on: '2026-01-15', seq: 0, kind: 'disburse', amountMinor: 10_000_000n },
    { on: '2026-01-20', seq: 1, kind: 'disburse', amountMinor: 2_000_000n },
    { on: '2026-02-20', seq: 2, kind: 'fee', amountMinor: 700n },
  ];
  // First row: 100.00 once, 100.00 and 20.00 for the tranches, 5.00; the fee of 20 February belongs to the second row.
  expect(fees(t, events, '2026-02-20')).toEqual([10_000n + 10_000n + 2_000n + 500n, 500n + 700n, 500n]);
  // On the sixth day past due the first row bears the charge for being late, once.
  expect(fees(t, events, '2026-02-21')[0]).toBe(25_500n);
  expect(fees(t, events, '2026-03-14')[0]).toBe(25_500n);
  const { nextDue, rows } = replay(t, events, '2026-02-10');
  expect((nextDue?.amountMinor ?? 0n) - (rows[0]?.totalMinor ?? 0n)).toBe(22_500n);
});

test('P93 an instalment paid by its day bears no charge for being late; a loan closed early bears none of the rows that never came', () => {
  const t = terms({
    charges: [
      { when: 'overdue', amountMinor: 3_000n },
      { when: 'instalment', amountMinor: 500n },
    ],
  });
  const paid: LoanEvent = { on: '2026-02-15', seq: 1, kind: 'repay', amountMinor: 1_033_297n };
  expect(fees(t, [paidOut(t), paid], '2026-02-28')[0]).toBe(500n);
  const closed = replay(t, [paidOut(t), paid, { on: '2026-02-28', seq: 2, kind: 'settle' }], '2026-02-28');
  expect([closed.status, closed.accrued.feeMinor]).toEqual(['settled', 500n]);
});

test.each<[string, 'lent' | 'outstanding' | 'principal_due' | 'interest_due' | 'instalment', bigint]>([
  ['the money lent', 'lent', 120_000n],
  ['principal outstanding', 'outstanding', 110_272n],
  ['principal of the instalment', 'principal_due', 9_777n],
  ['interest of the instalment', 'interest_due', 551n],
  ['the instalment', 'instalment', 10_328n],
])('P94 one percent of %s', (_name, of, expected) => {
  const events: LoanEvent[] = [
    lent,
    { on: '2026-02-15', seq: 1, kind: 'repay', amountMinor: 1_032_797n },
    { on: '2026-02-20', seq: 2, kind: 'fee', sharePpm: 10_000n, of },
  ];
  expect(fees(base, events, '2026-02-20')[1]).toBe(expected);
  const agreed = terms({ charges: [{ when: 'instalment', sharePpm: 10_000n, of }] });
  expect(fees(agreed, [paidOut(agreed)], '2026-01-15')[1]).toBe(expected);
});

test('P94 a flat amount', () => {
  expect(fees(base, [lent, { on: '2026-01-20', seq: 1, kind: 'fee', amountMinor: 1_234n }], '2026-01-20')[0]).toBe(1_234n);
});

test('P95 penalty interest with grace days, tolerance, and a rate of its own', () => {
  const t = terms({ penaltyGraceDays: 3, arrearsToleranceMinor: 1_000n });
  const late = (days: string, more: LoanEvent[] = []) => replay(t, [paidOut(t), ...more], days).rows[0]?.penaltyMinor;
  // Within the grace nothing; after it from the due day: 9,727.97 × 9 % × 4/360
  expect([late('2026-02-18'), late('2026-02-19')]).toEqual([0n, 973n]);
  expect(late('2026-03-10', [{ on: '2026-02-15', seq: 1, kind: 'repay', amountMinor: 1_031_797n }])).toBe(0n);
  expect(replay(terms({ penaltyUpliftPpm: 300_000n }), [lent], '2026-02-25').rows[0]?.penaltyMinor).toBe(2_108n);
});

test('P96 waive, undo the waiver, adjust, refund', () => {
  const fee: LoanEvent = { on: '2026-02-01', seq: 1, kind: 'fee', amountMinor: 5_000n };
  const waive: LoanEvent = { on: '2026-02-20', seq: 2, kind: 'waive', bucket: 'fee', amountMinor: 5_000n };
  const open = (events: LoanEvent[]) => replay(base, [lent, fee, ...events], '2026-02-25').rows[0]?.outstanding.fee;
  expect(open([])).toBe(5_000n);
  expect(open([waive])).toBe(0n);
  expect(open([waive, { on: '2026-02-21', seq: 3, kind: 'reverse', targetSeq: 2 }])).toBe(5_000n);
  expect(open([{ ...waive, amountMinor: 2_000n }])).toBe(3_000n);
  // A charge that was paid and then taken back: the money moves on to what else is due, or is held and can be refunded.
  const paid: LoanEvent = { on: '2026-02-15', seq: 4, kind: 'repay', amountMinor: 1_037_797n };
  const back = replay(base, [lent, fee, paid, { on: '2026-02-20', seq: 5, kind: 'reverse', targetSeq: 1 }], '2026-02-20');
  expect([back.creditMinor, back.rows[0]?.status]).toEqual([5_000n, 'paid']);
});

test('P97 tax within a charge and on top of it', () => {
  expect([taxWithin(10_600n, 60_000n), taxOnTop(10_000n, 60_000n), taxWithin(5_000n, 60_000n)]).toEqual([600n, 600n, 283n]);
  expect(taxWithin(10_000n + taxOnTop(10_000n, 60_000n), 60_000n)).toBe(taxOnTop(10_000n, 60_000n));
});

test('P97a interest, fees and penalties together stay under their cap, and the working says so', () => {
  const t = terms({ method: 'interest_only', costCapPpm: 70_000n });
  const never = replay(t, [paidOut(t)], '2029-01-15');
  const cost = sum(never.rows.map((row) => row.interestMinor + row.feeMinor + row.penaltyMinor + row.compoundMinor));
  expect(cost).toBe(840_000n);
  const lines = never.rows.flatMap((row) => whyRow(t, [paidOut(t)], '2029-01-15', row.no).lines);
  expect(lines.some((line) => line.rule === 'APR-07' && line.minor < 0n)).toBe(true);
});

test('P98 a fee taken up front becomes income by the effective rate, to the cent; a cost added to principal is repaid with it', () => {
  const { rows } = effectiveInterest(base, 120_000n);
  expect(sum(rows.map((row) => row.feeIncomeMinor))).toBe(120_000n);
  expect(rows.at(-1)?.closingMinor).toBe(0n);
  expect(rows[0]?.feeIncomeMinor).toBeGreaterThan(rows[10]?.feeIncomeMinor ?? 0n);
  expect(sum(effectiveInterest(base, -50_000n).rows.map((row) => row.feeIncomeMinor))).toBe(-50_000n);
  const added = replay(base, [lent, { on: '2026-02-15', seq: 1, kind: 'capitalise', amountMinor: 300_000n }], '2026-02-15');
  expect([added.capitalisedMinor, added.balances.principalMinor]).toEqual([300_000n, 12_300_000n]);
  expect(sum(added.rows.map((row) => row.principalMinor))).toBe(12_300_000n);
});
