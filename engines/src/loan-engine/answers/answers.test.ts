import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, planCost, planFor, type SalesTerms, salesPosition, statement } from '../index.ts';

const base = terms();
const lent = paidOut(base);

test('the all-in annual cost counts every fee over the days it is owed (APR-01 to APR-04)', () => {
  const bare = planCost(base);
  const withFee = planCost(base, [{ on: base.start, amountMinor: 120_000n }]);
  // 6 % nominal paid monthly is a little above 6 % effective; 1 % up front on an average life of half a year adds about 2 %.
  expect(Number(bare.compoundPpm)).toBeGreaterThan(61_000);
  expect(Number(bare.compoundPpm)).toBeLessThan(62_500);
  expect(Number(withFee.compoundPpm - bare.compoundPpm)).toBeGreaterThan(18_000);
});

test('a statement tells what each event reached and the principal after it; a reversed payment is not in it', () => {
  const [first] = planFor(base).rows;
  const events: LoanEvent[] = [
    lent,
    { on: '2026-02-15', seq: 1, kind: 'repay', amountMinor: first?.totalMinor ?? 0n },
    { on: '2026-02-20', seq: 2, kind: 'repay', amountMinor: 5_000n },
    { on: '2026-02-21', seq: 3, kind: 'reverse', targetSeq: 2 },
  ];
  const lines = statement(base, events, '2026-02-01', '2026-03-01');
  expect(lines).toEqual([
    {
      on: '2026-02-15',
      seq: 1,
      kind: 'repay',
      paid: { fee: 0n, penalty: 0n, interest: 60_000n, principal: 972_797n },
      principalAfterMinor: 11_027_203n,
    },
  ]);
});

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
const days = (count: number, salesMinor: bigint) =>
  Array.from({ length: count }, (_, k) => ({ on: `2026-01-${String(k + 1).padStart(2, '0')}`, salesMinor }));

test('sales-based: a tenth of 1,100.00 a day repays 11,000.00 in 100 days, and the discount is earned by the effective rate', () => {
  const expected = salesPosition(sales, days(100, 110_000n), 100);
  expect(expected).toMatchObject({ expectedDays: 100, collectedMinor: 1_100_000n, outstandingMinor: 0n, incomeMinor: 100_000n });
  expect(expected.checkpoints.map((c) => c.state)).toEqual(['kept', 'kept']);
  const half = salesPosition(sales, days(50, 110_000n), 50);
  // The advance is larger early on, so more than half of the discount is earned by half of the time.
  expect(half.incomeMinor).toBeGreaterThan(70_000n);
  expect(half.incomeMinor).toBeLessThan(80_000n);
});

test('sales-based: slow sales breach a minimum, a little short of one to come is a near breach', () => {
  const slow = salesPosition(sales, days(60, 50_000n), 60);
  expect(slow.checkpoints).toEqual([
    { day: 50, requiredMinor: 440_000n, state: 'breach' },
    { day: 90, requiredMinor: 990_000n, state: 'ahead' },
  ]);
  expect(salesPosition(sales, days(80, 110_000n), 80).checkpoints[1]?.state).toBe('near_breach');
  expect(() => salesPosition({ ...sales, repayMinor: 999_999n }, [], 0)).toThrow('loan.amount_invalid');
});
