import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { interestAccrued, type LoanEvent, payoffQuote, planFor, replay } from '../index.ts';

const base = terms();
const lent = paidOut(base);
const repay = (on: string, seq: number, amountMinor: bigint): LoanEvent => ({ on, seq, kind: 'repay', amountMinor });

test('V6 and V7: 10,000 overdue 15 days at 12 % + 50 % bears 75.00, its unpaid interest of 200 bears 1.50', () => {
  const bullet = terms({ method: 'bullet', principalMinor: 1_000_000n, ratePpm: 120_000n, count: 60, frequency: { unit: 'day', every: 1 } });
  const due = '2026-03-16';
  const position = replay(bullet, [paidOut(bullet)], '2026-03-31');
  expect(position.rows[0]).toMatchObject({ due, interestMinor: 20_000n, penaltyMinor: 7_500n, compoundMinor: 150n, status: 'overdue' });
  expect(position.daysPastDue).toBe(15);
  expect(position.overdue).toEqual({ fee: 0n, penalty: 7_650n, interest: 20_000n, principal: 1_000_000n });
  expect(replay({ ...bullet, compoundOnInterest: false }, [paidOut(bullet)], '2026-03-31').overdue.penalty).toBe(7_500n);
});

test('before, on and after the due day', () => {
  expect(replay(base, [], '2026-02-01').status).toBe('pending');
  const before = replay(base, [lent], '2026-02-14');
  expect(before).toMatchObject({ status: 'active', daysPastDue: 0, nextDue: { no: 1, on: '2026-02-15', amountMinor: 1_032_797n } });
  expect(before.balances).toMatchObject({ principalMinor: 12_000_000n, interestDueMinor: 0n, interestAccruedMinor: 60_000n });
  const on = replay(base, [lent], '2026-02-15');
  expect(on).toMatchObject({ status: 'active', overdueMinor: 0n, daysPastDue: 0 });
  expect(on.rows[0]).toMatchObject({ status: 'due', outstandingMinor: 1_032_797n });
  expect(on.balances).toMatchObject({ principalMinor: 12_000_000n, interestDueMinor: 60_000n, interestAccruedMinor: 0n });
  const after = replay(base, [lent], '2026-02-16');
  expect(after).toMatchObject({ status: 'overdue', daysPastDue: 1 });
  // 9,727.97 × 9 % / 360 = 2.43 and 600.00 × 9 % / 360 = 0.15
  expect(after.rows[0]).toMatchObject({ penaltyMinor: 243n, compoundMinor: 15n });
});

test('a payment goes to the oldest row first, in the agreed order of buckets (REP-09)', () => {
  const position = replay(base, [lent, repay('2026-03-20', 1, 1_070_000n)], '2026-03-20');
  const [first, second] = position.rows;
  expect(first).toMatchObject({ status: 'paid', paidOn: '2026-03-20', outstandingMinor: 0n });
  const owedFirst = 1_032_797n + (first?.penaltyMinor ?? 0n) + (first?.compoundMinor ?? 0n);
  expect(position.allocations.map((a) => [a.row, a.bucket]).slice(0, 5)).toEqual([
    [1, 'penalty'],
    [1, 'interest'],
    [1, 'principal'],
    [2, 'penalty'],
    [2, 'interest'],
  ]);
  expect(second?.paid.interest).toBe(1_070_000n - owedFirst - (second?.paid.penalty ?? 0n));
  expect(second?.status).toBe('overdue');
  const principalFirst = replay(
    { ...base, allocation: ['principal', 'interest', 'penalty', 'fee'] },
    [lent, repay('2026-03-20', 1, 972_797n)],
    '2026-03-20',
  );
  expect(principalFirst.allocations).toEqual([{ seq: 1, on: '2026-03-20', row: 1, bucket: 'principal', kind: 'paid', minor: 972_797n }]);
});

test('money paid early waits and pays the row on its due day; interest is what the plan says', () => {
  const events = [lent, repay('2026-02-10', 1, 1_050_000n)];
  expect(replay(base, events, '2026-02-12')).toMatchObject({ creditMinor: 1_050_000n, status: 'active' });
  const due = replay(base, events, '2026-02-16');
  expect(due).toMatchObject({ creditMinor: 17_203n, status: 'active', daysPastDue: 0 });
  expect(due.rows[0]).toMatchObject({ status: 'paid', paidOn: '2026-02-15' });
});

test('held money that is given back no longer pays; more than is held, or a repayment it was held from, is refused', () => {
  const refund = (on: string, seq: number, amountMinor: bigint): LoanEvent => ({ on, seq, kind: 'refund', amountMinor });
  const early = [lent, repay('2026-02-01', 1, 400_000n), repay('2026-02-03', 2, 200_000n)];
  const given = replay(base, [...early, refund('2026-02-10', 3, 250_000n)], '2026-02-15');
  expect(given).toMatchObject({ creditMinor: 0n, receivedMinor: 350_000n });
  expect(given.rows[0]?.outstandingMinor).toBe(1_032_797n - 350_000n);
  expect(() => replay(base, [...early, refund('2026-02-10', 3, 600_001n)], '2026-02-15')).toThrow('loan.refund_above_credit');
  expect(() =>
    replay(base, [...early, refund('2026-02-10', 3, 600_000n), { on: '2026-02-01', seq: 4, kind: 'reverse', targetSeq: 1 }], '2026-02-15'),
  ).toThrow('loan.refund_above_credit');
});

test('paid within the grace days there is no penalty; beyond them it runs from the due day', () => {
  const kind = { ...base, penaltyGraceDays: 3 };
  expect(replay(kind, [lent, repay('2026-02-18', 1, 1_032_797n)], '2026-03-01').accrued).toMatchObject({ penaltyMinor: 0n, compoundMinor: 0n });
  expect(replay(kind, [lent], '2026-02-19').rows[0]).toMatchObject({ penaltyMinor: 973n, compoundMinor: 60n });
});

test('prepayment keeping the term: smaller instalments, same end; interest of the running month by its days (REP-14)', () => {
  const prepay: LoanEvent = { on: '2026-02-25', seq: 2, kind: 'prepay', amountMinor: 5_000_000n, mode: 'keep_term' };
  const position = replay(base, [lent, repay('2026-02-15', 1, 1_032_797n), prepay], '2026-02-25');
  expect(position).toMatchObject({ prepaidMinor: 5_000_000n, creditMinor: 0n, status: 'active' });
  expect(position.rows).toHaveLength(12);
  // 50,000.00 × 6 % × 10/360 = 83.33 for the ten days, 60,272.03 × 0.5 % = 301.36 for the month.
  expect(position.rows[1]?.interestMinor).toBe(38_469n);
  const instalments = position.rows.slice(1, 11).map((row) => row.totalMinor);
  expect(new Set(instalments).size).toBe(1);
  expect(instalments[0]).toBeLessThan(1_032_797n);
  expect(position.rows.at(-1)?.balanceAfterMinor).toBe(0n);
});

test('prepayment keeping the instalment: same instalment, earlier end', () => {
  const prepay: LoanEvent = { on: '2026-02-15', seq: 2, kind: 'prepay', amountMinor: 5_000_000n, mode: 'keep_instalment' };
  const position = replay(base, [lent, repay('2026-02-15', 1, 1_032_797n), prepay], '2026-02-15');
  expect(position.rows).toHaveLength(7);
  expect(position.rows.slice(0, 6).every((row) => row.totalMinor === 1_032_797n)).toBe(true);
  expect(position.rows.at(-1)?.totalMinor).toBeLessThan(1_032_797n);
});

test('settlement in full: interest by the day, no fee unless agreed, the loan closes (REP-14, 民法典 677)', () => {
  const events = [lent, repay('2026-02-15', 1, 1_032_797n)];
  const quote = payoffQuote(base, events, '2026-02-25');
  // 110,272.03 × 6 % × 10/360 = 183.79
  expect(quote).toMatchObject({ principalMinor: 11_027_203n, interestAccruedMinor: 18_379n, prepaymentFeeMinor: 0n, payMinor: 11_045_582n });
  const settled = replay(base, [...events, { on: '2026-02-25', seq: 2, kind: 'settle', amountMinor: quote.payMinor }], '2026-02-25');
  expect(settled).toMatchObject({ status: 'settled', creditMinor: 0n, nextDue: null });
  expect(settled.balances.totalMinor).toBe(0n);
  expect(settled.rows[1]).toMatchObject({ due: '2026-02-25', days: 10, principalMinor: 11_027_203n, interestMinor: 18_379n, status: 'paid' });
  expect(settled.accrued.interestMinor).toBe(interestAccrued(base, events, '2026-02-25'));
  const withFee = { ...base, prepaymentFeePpm: 10_000n };
  expect(payoffQuote(withFee, events, '2026-02-25').prepaymentFeeMinor).toBe(110_272n);
  const closed = replay(withFee, [...events, { on: '2026-02-25', seq: 2, kind: 'settle' }], '2026-06-01');
  expect(closed).toMatchObject({ status: 'settled', creditMinor: 0n, daysPastDue: 0 });
});

test('a settlement that falls short after a reversal is told and leaves the loan open', () => {
  const settle: LoanEvent = { on: '2026-02-25', seq: 2, kind: 'settle', amountMinor: 11_045_582n };
  const position = replay(
    base,
    [lent, repay('2026-02-15', 1, 1_032_797n), settle, { on: '2026-03-01', seq: 3, kind: 'reverse', targetSeq: 1 }],
    '2026-03-01',
  );
  expect(position.status).toBe('active');
  expect(position.shortSettlements).toHaveLength(1);
  expect(position.shortSettlements[0]?.seq).toBe(2);
  expect(position.shortSettlements[0]?.missingMinor).toBeGreaterThan(1_032_797n);
});

test('fees join the running row, waivers take the oldest first', () => {
  const events: LoanEvent[] = [
    lent,
    { on: '2026-02-01', seq: 1, kind: 'fee', amountMinor: 5_000n },
    { on: '2026-02-25', seq: 2, kind: 'waive', bucket: 'penalty', amountMinor: 10_000n },
    { on: '2026-02-25', seq: 3, kind: 'waive', bucket: 'fee', amountMinor: 2_000n },
  ];
  const row = replay(base, events, '2026-02-25').rows[0];
  expect(row).toMatchObject({ feeMinor: 5_000n, penaltyMinor: 2_432n, compoundMinor: 150n });
  expect(row?.outstanding).toMatchObject({ fee: 3_000n, penalty: 0n, interest: 60_000n });
  expect(row?.waived).toMatchObject({ fee: 2_000n, penalty: 2_582n });
});

test('several tranches: each bears interest from its own day', () => {
  const events: LoanEvent[] = [
    { on: '2026-01-15', seq: 0, kind: 'disburse', amountMinor: 6_000_000n },
    { on: '2026-01-25', seq: 1, kind: 'disburse', amountMinor: 6_000_000n },
  ];
  const position = replay(base, events, '2026-01-25');
  // 600.00 for the month less ten days of the second 60,000.00 at 10.00 a day.
  expect(position.rows[0]?.interestMinor).toBe(50_000n);
  expect(position.disbursedMinor).toBe(12_000_000n);
  expect(new Set(position.rows.slice(0, 11).map((row) => row.totalMinor)).size).toBe(1);
});

test("accrued interest grows day by day to the plan's interest", () => {
  const plan = planFor(base);
  let last = 0n;
  for (let day = 0; day <= 31; day += 1) {
    const on = day < 17 ? `2026-01-${15 + day}` : `2026-02-${String(day - 16).padStart(2, '0')}`;
    const accrued = interestAccrued(base, [lent], on);
    expect(accrued).toBeGreaterThanOrEqual(last);
    last = accrued;
  }
  expect(last).toBe(plan.rows[0]?.interestMinor);
  expect(interestAccrued(base, [lent], '2027-01-15')).toBe(plan.interestMinor);
});

test.each<[string, readonly LoanEvent[]]>([
  ['loan.event_before_start', [{ on: '2026-01-14', seq: 0, kind: 'disburse', amountMinor: 1n }]],
  ['loan.event_before_disbursement', [repay('2026-02-01', 1, 100n)]],
  ['loan.event_seq_duplicate', [lent, repay('2026-02-01', 0, 100n)]],
  ['loan.event_invalid', [lent, repay('2026-02-01', 1, 0n)]],
  ['loan.event_invalid', [lent, repay('2026-02-31', 1, 100n)]],
  ['loan.event_invalid', [lent, { on: '2026-02-01', seq: 1, kind: 'waive', bucket: 'principal' as 'fee', amountMinor: 1n }]],
  ['loan.target_missing', [lent, { on: '2026-02-01', seq: 1, kind: 'reverse', targetSeq: 7 }]],
  [
    'loan.target_missing',
    [lent, { on: '2026-02-01', seq: 1, kind: 'reverse', targetSeq: 0 }, { on: '2026-02-01', seq: 2, kind: 'reverse', targetSeq: 1 }],
  ],
  ['loan.over_disbursed', [lent, { on: '2026-02-01', seq: 1, kind: 'disburse', amountMinor: 1n }]],
  ['loan.disbursed_after_maturity', [{ on: '2027-01-15', seq: 0, kind: 'disburse', amountMinor: 1n }]],
])('refuses %s', (code, events) => {
  expect(() => replay(base, events, '2027-06-01')).toThrow(expect.objectContaining({ code }));
});

test('a flat loan takes no partial prepayment', () => {
  const flat = terms({ method: 'flat' });
  const prepay: LoanEvent = { on: '2026-02-25', seq: 1, kind: 'prepay', amountMinor: 100n, mode: 'keep_term' };
  expect(() => replay(flat, [paidOut(flat), prepay], '2026-03-01')).toThrow(expect.objectContaining({ code: 'loan.method_fixed' }));
});
