import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, payoffQuote, planFor, replay, whatIf, whyRow } from '../index.ts';
import type { LoanTerms } from '../terms/terms.ts';

const base = terms();
const lent = paidOut(base);
/** Repays every instalment on its due day up to and with row `to`. */
const onTime = (t: LoanTerms, to: number): LoanEvent[] =>
  planFor(t)
    .rows.slice(0, to)
    .map((row, k) => ({ on: row.due, seq: k + 1, kind: 'repay', amountMinor: row.totalMinor }));
const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((total, a) => total + a, 0n);

test('a change of rate holds from its day: past rows stay, the rest is levelled anew (REP-12)', () => {
  const before = replay(base, [lent, ...onTime(base, 3)], '2026-04-15');
  const after = replay(base, [lent, ...onTime(base, 3), { on: '2026-04-15', seq: 9, kind: 'rate', ratePpm: 30_000n }], '2026-04-15');
  expect(after.rows.slice(0, 3)).toEqual(before.rows.slice(0, 3));
  // 90,523.98 over 9 months at 3 %: interest of row 4 is 90,523.98 × 3 % / 12
  const balance = before.rows[2]?.balanceAfterMinor ?? 0n;
  expect(after.rows[3]?.interestMinor).toBe((balance * 30_000n + 6_000_000n) / 12_000_000n);
  expect(after.rows).toHaveLength(12);
  expect(after.ratePpm).toBe(30_000n);
  expect(sumOf(after.rows.map((r) => r.principalMinor))).toBe(12_000_000n);
});

test('a change of rate in mid-row splits its interest into two stretches that add up', () => {
  const t = terms({ interestBasis: 'actual' });
  const events: LoanEvent[] = [paidOut(t), { on: '2026-01-25', seq: 1, kind: 'rate', ratePpm: 120_000n }];
  const why = whyRow(t, events, '2026-01-25', 1);
  const lines = why.lines.filter((l) => l.bucket === 'interest');
  // 120,000 × 6 % × 10/360 = 200.00 and 120,000 × 12 % × 21/360 = 840.00
  expect(lines.map((l) => l.minor)).toEqual([20_000n, 84_000n]);
  expect(replay(t, events, '2026-01-25').rows[0]?.interestMinor).toBe(104_000n);
});

test('promotional and interest-free periods are rates agreed beforehand', () => {
  const t = terms({ interestBasis: 'actual', rates: [{ from: '2026-03-15', ratePpm: 60_000n }], ratePpm: 0n });
  const plan = planFor(t);
  expect(plan.rows.slice(0, 2).map((r) => r.interestMinor)).toEqual([0n, 0n]);
  expect((plan.rows[2]?.interestMinor ?? 0n) > 0n).toBe(true);
  const level = plan.rows.slice(0, -1).map((r) => r.totalMinor);
  expect(new Set(level).size).toBe(1);
});

test('an interest pause frees both its days and those between; the end takes the saving', () => {
  const t = terms({ interestBasis: 'actual' });
  const events: LoanEvent[] = [paidOut(t), { on: '2026-01-20', seq: 1, kind: 'pause', to: '2026-01-29' }];
  const paused = replay(t, events, '2026-02-15');
  // 31 days less 10: 120,000 × 6 % × 21/360
  expect(paused.rows[0]?.interestMinor).toBe(42_000n);
  expect(paused.rows[0]?.totalMinor).toBe(replay(t, [paidOut(t)], '2026-02-15').rows[0]?.totalMinor);
});

test('the streak discount comes after its on-time rows and goes with the first late one', () => {
  const t = terms({
    streak: [
      { periods: 3, cutPpm: 6_000n },
      { periods: 6, cutPpm: 12_000n },
    ],
  });
  const position = replay(t, [paidOut(t), ...onTime(t, 4)], '2026-06-16');
  expect(position.ratePpm).toBe(54_000n);
  expect(replay(t, [paidOut(t), ...onTime(t, 3)], '2026-06-16').ratePpm).toBe(60_000n);
});

test('misuse bears its uplift alone on what is not due, and overdue rows bear the higher uplift, never both (REP-08, REP-10)', () => {
  const t = terms({ interestBasis: 'actual', misuseUpliftPpm: 1_000_000n, method: 'interest_only' });
  const events: LoanEvent[] = [paidOut(t), { on: '2026-01-25', seq: 1, kind: 'misuse', amountMinor: 6_000_000n }];
  const running = replay(t, events, '2026-02-04');
  // 60,000 × 6 % × 100 % × 10/360 = 100.00
  expect(running.balances.penaltyMinor).toBe(10_000n);
  // Row 1 owes 620.00 of interest; ten days at 6 % × (1 + 100 %): 620 × 12 % × 10/360 = 2.07 as compound interest
  expect(replay(t, events, '2026-02-25').rows[0]?.compoundMinor).toBe(207n);
  expect(payoffQuote(t, events, '2026-02-04').penaltyMinor).toBe(10_000n);
});

test('an all-in cap on the rate keeps a penalty under it', () => {
  const t = terms({ ratePpm: 200_000n, penaltyCapPpm: 240_000n, compoundOnInterest: false, interestBasis: 'actual' });
  const row = replay(t, [paidOut(t)], '2026-02-25').rows[0];
  // 20 % × 1.5 would be 30 %; 24 % × 10/360 of the principal
  expect(row?.penaltyMinor).toBe(((row?.principalMinor ?? 0n) * 24n * 10n * 2n + 36_000n) / 72_000n);
});

test('a cap on the whole cost stops penalties and charges at it', () => {
  const t = terms({ method: 'interest_only', costCapPpm: 70_000n });
  const fee: LoanEvent = { on: '2026-01-20', seq: 1, kind: 'fee', amountMinor: 200_000n };
  const position = replay(t, [paidOut(t), fee], '2026-01-20');
  // 7 % of 120,000 is 8,400; interest of the plan is 7,200
  expect(sumOf(position.rows.map((r) => r.feeMinor))).toBe(120_000n);
  expect(sumOf(replay(t, [paidOut(t), fee], '2027-06-20').rows.map((r) => r.penaltyMinor + r.compoundMinor))).toBe(0n);
});

test('arrears within the tolerance bear no penalty and count no days', () => {
  const t = terms({ arrearsToleranceMinor: 1_000n });
  const events: LoanEvent[] = [paidOut(t), { on: '2026-02-15', seq: 1, kind: 'repay', amountMinor: 1_032_000n }];
  expect(replay(t, events, '2026-03-10')).toMatchObject({ daysPastDue: 0, balances: { penaltyMinor: 0n } });
  expect(replay({ ...t, arrearsToleranceMinor: 0n }, events, '2026-03-10').daysPastDue).toBe(23);
});

test('an extension adds periods within its limit and must be asked for before maturity (EXT-01)', () => {
  const extended = replay(
    base,
    [lent, ...onTime(base, 3), { on: '2026-04-20', seq: 9, kind: 'extend', periods: 6, borrower: 'company' }],
    '2026-04-20',
  );
  expect(extended.rows).toHaveLength(18);
  expect(extended.rows.at(-1)?.due).toBe('2027-07-15');
  expect(sumOf(extended.rows.map((r) => r.principalMinor))).toBe(12_000_000n);
  const tooLong = (): unknown => replay(base, [lent, { on: '2026-04-20', seq: 1, kind: 'extend', periods: 13, borrower: 'company' }], '2026-04-20');
  expect(tooLong).toThrow('loan.extension_too_long');
  const tooLate = (): unknown => replay(base, [lent, { on: '2027-02-01', seq: 1, kind: 'extend', periods: 1, borrower: 'company' }], '2027-02-01');
  expect(tooLate).toThrow('loan.extension_too_late');
  const bullet = terms({ method: 'bullet', count: 6 });
  expect(
    replay(bullet, [paidOut(bullet), { on: '2026-06-01', seq: 1, kind: 'extend', periods: 3, borrower: 'company' }], '2026-06-01').rows.at(-1)?.due,
  ).toBe('2026-10-15');
});

test('restructuring capitalises arrears: what was overdue is principal of the new plan, nothing is lost', () => {
  const restructured = replay(
    base,
    [lent, { on: '2026-04-20', seq: 1, kind: 'replan', plan: { count: 24, firstDue: '2026-05-20', ratePpm: 48_000n }, arrears: 'capitalise' }],
    '2026-04-20',
  );
  const arrears = replay(base, [lent], '2026-04-20').overdue;
  expect(restructured.capitalisedMinor).toBe(arrears.fee + arrears.penalty + arrears.interest);
  expect(restructured).toMatchObject({ status: 'active', daysPastDue: 0, overdueMinor: 0n, ratePpm: 48_000n });
  const future = restructured.rows.filter((r) => r.status === 'upcoming');
  expect(future).toHaveLength(24);
  expect(sumOf(future.map((r) => r.principalMinor))).toBe(12_000_000n + restructured.capitalisedMinor);
  expect(future[0]?.due).toBe('2026-05-20');
});

test('a payment holiday moves the due dates and keeps the number of instalments; arrears may stay due', () => {
  const events: LoanEvent[] = [
    lent,
    ...onTime(base, 2),
    { on: '2026-04-01', seq: 9, kind: 'replan', plan: { firstDue: '2026-07-15' }, arrears: 'stay' },
  ];
  const position = replay(base, events, '2026-04-01');
  expect(position.rows).toHaveLength(12);
  expect(position.rows[2]?.due).toBe('2026-07-15');
  // Interest of the long row: 17 days were earned before the change, and 1 April to 15 July after it.
  expect((position.rows[2]?.interestMinor ?? 0n) > (replay(base, [lent, ...onTime(base, 2)], '2026-04-01').rows[2]?.interestMinor ?? 0n) * 3n).toBe(
    true,
  );
});

test('acceleration makes everything due today; write-off gives it up and recoveries come in after it', () => {
  const accelerated = replay(base, [lent, { on: '2026-04-20', seq: 1, kind: 'accelerate' }], '2026-04-21');
  expect(accelerated.rows.at(-1)?.due).toBe('2026-04-20');
  expect(accelerated).toMatchObject({ status: 'overdue', balances: { interestAccruedMinor: 0n } });
  const off: LoanEvent[] = [
    lent,
    { on: '2026-04-20', seq: 1, kind: 'write_off' },
    { on: '2026-06-01', seq: 2, kind: 'recover', amountMinor: 50_000n },
  ];
  const written = replay(base, off, '2026-06-01');
  expect(written).toMatchObject({ status: 'written_off', recoveredMinor: 50_000n, balances: { totalMinor: 0n }, overdueMinor: 0n });
  expect(written.writtenOffMinor).toBe(
    accelerated.rows.reduce((t, r) => t + r.principalMinor + r.interestMinor, 0n) + replay(base, [lent], '2026-04-20').balances.penaltyMinor,
  );
});

test('a charge-off goes on, stops interest, or makes everything due, by product', () => {
  const off: LoanEvent = { on: '2026-04-20', seq: 1, kind: 'charge_off' };
  const day = '2026-05-20';
  const ways = (['regular', 'stop_interest', 'accelerate'] as const).map((chargeOff) => replay(terms({ chargeOff }), [lent, off], day));
  expect(ways.map((p) => p.status)).toEqual(['charged_off', 'charged_off', 'charged_off']);
  const [regular, stopped, accelerated] = ways;
  expect(stopped?.accrued.interestMinor).toBe(replay(base, [lent], '2026-04-20').accrued.interestMinor);
  expect((regular?.accrued.interestMinor ?? 0n) > (stopped?.accrued.interestMinor ?? 0n)).toBe(true);
  expect(accelerated?.rows.at(-1)?.due).toBe('2026-04-20');
});

test('held money is refunded, and no more than is held; a payment taken back is owed again', () => {
  const paid: LoanEvent[] = [lent, { on: '2026-02-01', seq: 1, kind: 'repay', amountMinor: 100_000n }];
  expect(replay(base, [...paid, { on: '2026-02-02', seq: 2, kind: 'refund', amountMinor: 40_000n }], '2026-02-02').creditMinor).toBe(60_000n);
  expect(() => replay(base, [...paid, { on: '2026-02-02', seq: 2, kind: 'refund', amountMinor: 100_001n }], '2026-02-02')).toThrow(
    'loan.refund_above_credit',
  );
  const back = replay(
    base,
    [lent, ...onTime(base, 2), { on: '2026-03-20', seq: 9, kind: 'chargeback', targetSeq: 2, amountMinor: 500_000n }],
    '2026-03-20',
  );
  expect(sumOf(back.rows.map((r) => r.principalMinor))).toBe(12_500_000n);
  expect(back.balances.principalMinor).toBe(replay(base, [lent, ...onTime(base, 2)], '2026-03-20').balances.principalMinor + 500_000n);
});

test('a revolving line draws again what was repaid and counts interest by days', () => {
  const t = terms({ method: 'interest_only', revolving: true, interestBasis: 'actual', principalMinor: 10_000_000n });
  const events: LoanEvent[] = [
    { on: t.start, seq: 0, kind: 'disburse', amountMinor: 10_000_000n },
    { on: '2026-01-25', seq: 1, kind: 'prepay', amountMinor: 4_000_000n, mode: 'keep_term' },
    { on: '2026-02-05', seq: 2, kind: 'disburse', amountMinor: 3_000_000n },
  ];
  // 100,000 × 10 + 60,000 × 11 + 90,000 × 10 days at 6 % over 360
  expect(replay(t, events, '2026-02-15').rows[0]?.interestMinor).toBe(16_667n + 11_000n + 15_000n);
  expect(() => replay(t, [...events, { on: '2026-02-06', seq: 3, kind: 'disburse', amountMinor: 1_000_001n }], '2026-02-06')).toThrow(
    'loan.over_disbursed',
  );
});

test('what-if: prepaying 20,000 saves interest and leaves the past alone', () => {
  const prepay: LoanEvent = { on: '2026-03-20', seq: 9, kind: 'prepay', amountMinor: 2_000_000n, mode: 'keep_instalment' };
  const { before, after, savedMinor } = whatIf(base, [lent, ...onTime(base, 2)], [prepay], '2026-03-20');
  expect(savedMinor > 0n).toBe(true);
  expect(after.instalments < before.instalments).toBe(true);
  expect(before.interestMinor - after.interestMinor).toBe(savedMinor);
});

test('balloon, steps, fixed shares, moratorium, deferred interest and a crop plan all close', () => {
  const shapes: Partial<LoanTerms>[] = [
    { shape: { kind: 'balloon', minor: 4_000_000n } },
    { shape: { kind: 'step', ppm: 100_000n, every: 3 } },
    { shape: { kind: 'fixed_share', ppm: 50_000n } },
    { principalFreeRows: [3, 4, 9] },
    { graceInterest: 2 },
    { gracePrincipal: 3, graceInterest: 3 },
    { shape: { kind: 'custom', principalMinor: [0n, 0n, 0n, 0n, 0n, 0n, 0n, 6_000_000n, 0n, 0n, 0n, 6_000_000n] } },
  ];
  for (const shape of shapes) {
    const plan = planFor(terms(shape));
    expect(sumOf(plan.rows.map((r) => r.principalMinor))).toBe(12_000_000n);
  }
  const balloon = planFor(terms({ shape: { kind: 'balloon', minor: 4_000_000n } }));
  const last = balloon.rows.at(-1);
  expect((last?.totalMinor ?? 0n) - (balloon.rows[0]?.totalMinor ?? 0n) - 4_000_000n).toBeLessThan(20n);
  const step = planFor(terms({ shape: { kind: 'step', ppm: 100_000n, every: 3 } })).rows.map((r) => r.totalMinor);
  expect(Number(step[3]) / Number(step[0])).toBeCloseTo(1.1, 5);
  const free = planFor(terms({ principalFreeRows: [3, 4, 9] }));
  expect(free.rows[2]?.principalMinor).toBe(0n);
  const deferred = planFor(terms({ gracePrincipal: 3, graceInterest: 3 }));
  // Three months of 600.00 wait and fall due with the fourth.
  expect(deferred.rows.slice(0, 4).map((r) => r.interestMinor)).toEqual([0n, 0n, 0n, 240_000n]);
});

test('a loan settled on the day it was charged off pays what was quoted, though its open rows were laid anew that day', () => {
  const t = terms({
    method: 'flat',
    principalMinor: 1_033n,
    ratePpm: 5_809n,
    count: 5,
    start: '2024-01-01',
    firstDue: '2024-02-17',
    interestBasis: 'period',
    chargeOff: 'stop_interest',
  });
  const events: LoanEvent[] = [
    { on: '2024-01-01', seq: 1, kind: 'disburse', amountMinor: 1_033n },
    { on: '2024-06-16', seq: 2, kind: 'charge_off' },
  ];
  const settled = replay(t, [...events, { on: '2024-06-16', seq: 3, kind: 'settle' }], '2024-06-16');
  expect(settled.receivedMinor).toBe(payoffQuote(t, events, '2024-06-16').payMinor);
  expect([settled.status, settled.creditMinor]).toEqual(['settled', 0n]);
});
