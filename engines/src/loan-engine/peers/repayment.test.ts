import { toEpochDay } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { stepsOf } from '../account/allocation.ts';
import type { Act } from '../account/postings.ts';
import type { Strategy } from '../account/product.ts';
import { paidOut, terms } from '../cases/specimen.ts';
import { type Bucket, type LoanEvent, type LoanTerms, planFor, replay } from '../index.ts';
import { accountOf, entriesOf, money, product, rowsOf } from './account.ts';

const base = terms();
const lent = paidOut(base);
const repay = (on: string, seq: number, amountMinor: bigint): LoanEvent => ({ on, seq, kind: 'repay', amountMinor });
const INSTALMENT = 1_032_797n;

/** A row overdue with all four buckets open: fee 50.00, penalty 25.82, interest 600.00, principal 9,727.97. */
const late = (order: readonly Bucket[], more: Partial<LoanTerms> = {}) => {
  const t = terms({ allocation: order, ...more });
  const events: LoanEvent[] = [paidOut(t), { on: '2026-02-01', seq: 1, kind: 'fee', amountMinor: 5_000n }, repay('2026-02-25', 2, 66_000n)];
  return replay(t, events, '2026-02-25').allocations.map((a) => [a.bucket, a.minor]);
};

test.each<[string, Bucket[], [string, bigint][]]>([
  [
    'penalties, fees, interest, principal',
    ['penalty', 'fee', 'interest', 'principal'],
    [
      ['penalty', 2_582n],
      ['fee', 5_000n],
      ['interest', 58_418n],
    ],
  ],
  [
    'fees, penalties, interest, principal',
    ['fee', 'penalty', 'interest', 'principal'],
    [
      ['fee', 5_000n],
      ['penalty', 2_582n],
      ['interest', 58_418n],
    ],
  ],
  [
    'interest, principal, penalties, fees (先息后本金)',
    ['interest', 'principal', 'penalty', 'fee'],
    [
      ['interest', 60_000n],
      ['principal', 6_000n],
    ],
  ],
  ['principal, interest, penalties, fees (先本后息)', ['principal', 'interest', 'penalty', 'fee'], [['principal', 66_000n]]],
  [
    'costs, interest, principal, penalties (by judgment)',
    ['fee', 'interest', 'principal', 'penalty'],
    [
      ['fee', 5_000n],
      ['interest', 60_000n],
      ['principal', 1_000n],
    ],
  ],
])('P81 allocation order: %s', (_name, order, expected) => {
  expect(late(order)).toEqual(expected);
});

test.each<[string, Strategy, (bigint | undefined)[]]>([
  ['penalty, fee, interest, principal', { due: ['penalty', 'fee', 'interest', 'principal'], ahead: [], splitAhead: false }, [300n, 58n, 142n]],
  ['interest, principal, penalty, fee', { due: ['interest', 'principal', 'penalty', 'fee'], ahead: [], splitAhead: false }, [0n, 58n, 442n]],
  ['principal, interest, penalty, fee', { due: ['principal', 'interest', 'penalty', 'fee'], ahead: [], splitAhead: false }, [0n, 0n, 500n]],
])('P81 named strategy of the reference: %s', (_name, strategy, expected) => {
  const charge = {
    kind: 'charge',
    penalty: false,
    timing: 'due_date',
    due: toEpochDay('2024-02-01'),
    base: 'flat',
    amount: { c: 300n, e: -2 },
  } as const;
  const account = accountOf(product({ strategy, recalculation: null }), [
    ['2024-01-10', charge],
    ['2024-02-01', money(500n)],
  ]);
  const row = rowsOf(account)[0];
  expect([row?.paid.fee, row?.paid.interest, row?.paid.principal]).toEqual(expected);
});

test('P81 another order once a loan is long past due (per class of asset)', () => {
  const t = terms({ lateAllocation: { afterDays: 90, order: ['principal', 'interest', 'fee', 'penalty'] } });
  const first = (on: string) => replay(t, [paidOut(t), repay(on, 1, 1_000n)], on).allocations[0]?.bucket;
  expect([first('2026-05-16'), first('2026-05-17')]).toEqual(['penalty', 'principal']);
});

test('P82 an order per kind of money, twelve buckets, horizontal and vertical, with a rule for what is ahead', () => {
  const order = stepsOf(['penalty', 'fee', 'interest', 'principal']);
  const kinds = product({ allocation: { standard: { order, future: 'next' }, goodwill_credit: { order, future: 'last' } }, recalculation: null });
  const paid = (kind: 'repayment' | 'goodwill_credit') =>
    rowsOf(accountOf(kinds, [['2024-01-01', money(1_000n, kind)]])).flatMap((row, k) => (row.paid.principal + row.paid.interest > 0n ? [k + 1] : []));
  expect([paid('repayment'), paid('goodwill_credit')]).toEqual([[1], [6]]);
  // Two rows past due and 15.00, which do not cover the first: the second row's interest is reached only when one bucket goes first.
  const short = (['horizontal', 'vertical'] as const).map(
    (processing) => rowsOf(accountOf(product({ processing, recalculation: null }), [['2024-03-10', money(1_500n)]]))[1]?.paid.interest,
  );
  expect(short).toEqual([0n, 49n]);
});

test('P82 one payment by its own order', () => {
  const order = ['principal', 'interest', 'penalty', 'fee'] as const;
  const own = replay(base, [lent, { ...repay('2026-02-25', 1, 1_000n), order } as LoanEvent], '2026-02-25');
  expect(own.allocations.map((a) => a.bucket)).toEqual(['principal']);
  expect(replay(base, [lent, repay('2026-02-25', 1, 1_000n)], '2026-02-25').allocations[0]?.bucket).toBe('penalty');
});

test('P83 a chargeback is put back in its own order of buckets, or all as principal', () => {
  const acts = (minor: bigint): [string, Act][] => [
    ['2024-02-01', money(1_701n)],
    ['2024-02-05', { kind: 'chargeback', target: 1, minor }],
  ];
  const back = (creditOrder: Bucket[] | null) => {
    const row = rowsOf(accountOf(product({ creditOrder, recalculation: null }), acts(100n)))[1];
    return [row?.credited.interest, row?.credited.principal];
  };
  expect([back(['interest', 'principal', 'fee', 'penalty']), back(['principal', 'interest', 'fee', 'penalty']), back(null)]).toEqual([
    [58n, 42n],
    [0n, 100n],
    [0n, 100n],
  ]);
});

test('P84 a payment dated back five months is as if it had been recorded on its day', () => {
  const others = planFor(base).rows.slice(1, 6);
  const rest = others.map((row, k) => repay(row.due, k + 2, row.totalMinor));
  const without = replay(base, [lent, ...rest], '2026-07-20');
  const late = replay(base, [lent, ...rest, repay('2026-02-15', 50, INSTALMENT)], '2026-07-20');
  const onTime = replay(base, [lent, repay('2026-02-15', 1, INSTALMENT), ...rest], '2026-07-20');
  expect(without.accrued.penaltyMinor).toBeGreaterThan(0n);
  expect({ ...late, allocations: [] }).toEqual({ ...onTime, allocations: [] });
  expect(late.accrued.penaltyMinor).toBe(0n);
});

test('P85 prepayment: a smaller instalment to the same end, or the same instalment to an earlier end, chosen per payment', () => {
  const prepay = (mode: 'keep_term' | 'keep_instalment') => {
    const rows = replay(
      base,
      [lent, repay('2026-02-15', 1, INSTALMENT), { on: '2026-02-15', seq: 2, kind: 'prepay', amountMinor: 5_000_000n, mode }],
      '2026-02-15',
    ).rows;
    return [rows.length, rows[1]?.totalMinor];
  };
  expect(prepay('keep_term')).toEqual([12, 564_502n]);
  expect(prepay('keep_instalment')).toEqual([7, INSTALMENT]);
});

test('P86 overpayment is held, refunded, and used; a merchant refund gives its interest back', () => {
  const settled: LoanEvent[] = [lent, { on: '2026-02-10', seq: 1, kind: 'settle' }, repay('2026-02-12', 2, 50_000n)];
  const over = replay(base, settled, '2026-02-12');
  expect([over.status, over.creditMinor]).toEqual(['settled', 50_000n]);
  const refunded = replay(base, [...settled, { on: '2026-02-13', seq: 3, kind: 'refund', amountMinor: 50_000n }], '2026-02-13');
  expect([refunded.status, refunded.creditMinor]).toEqual(['settled', 0n]);
  const account = accountOf(product({ interestRefundOn: ['merchant_refund'] }), [['2024-01-22', money(10_000n, 'merchant_refund')]]);
  // 21 of 31 days of 0.58 are earned by the 22nd; the refund of everything lent gives them back.
  expect(entriesOf(account).map((e) => [e.type, e.minor])).toEqual([
    ['disbursement', 10_000n],
    ['merchant_refund', 10_000n],
    ['interest_refund', 40n],
  ]);
  const plain = accountOf(product(), [['2024-01-22', money(10_000n, 'merchant_refund')]]);
  expect(entriesOf(plain)).toHaveLength(2);
});

test('P87 what an automatic debit has to collect, on the due day and at each retry', () => {
  const due = replay(base, [lent], '2026-02-15').nextDue;
  expect(due).toEqual({ no: 1, on: '2026-02-15', amountMinor: INSTALMENT });
  const retry = replay(base, [lent], '2026-02-18').overdueMinor;
  expect(retry).toBeGreaterThan(INSTALMENT);
  expect(replay(base, [lent, repay('2026-02-18', 1, retry)], '2026-02-18')).toMatchObject({ overdueMinor: 0n, creditMinor: 0n, daysPastDue: 0 });
});

test('P88 a post-dated cheque counts from its day and not before', () => {
  const cheque = repay('2026-02-15', 1, INSTALMENT);
  expect(replay(base, [lent, cheque], '2026-02-14').receivedMinor).toBe(0n);
  expect(replay(base, [lent, cheque], '2026-02-15').rows[0]?.status).toBe('paid');
});

test('P89 a collection sheet: one sum over many loans, each replayed by itself and adding up', () => {
  const sheet = [terms(), terms({ method: 'equal_principal' }), terms({ method: 'interest_only' })].map((t) => {
    const amount = planFor(t).rows[0]?.totalMinor ?? 0n;
    return { amount, position: replay(t, [paidOut(t), repay('2026-02-15', 1, amount)], '2026-02-15') };
  });
  expect(sheet.map((line) => line.position.rows[0]?.status)).toEqual(['paid', 'paid', 'paid']);
  expect(sheet.reduce((total, line) => total + line.position.receivedMinor, 0n)).toBe(INSTALMENT + 1_060_000n + 60_000n);
});

test('P90 money that fits nothing yet is held, told, and used on the next due day', () => {
  const events = [lent, repay('2026-01-20', 1, 1_500_000n)];
  expect(replay(base, events, '2026-01-31')).toMatchObject({ creditMinor: 1_500_000n, allocations: [] });
  expect(replay(base, events, '2026-02-15')).toMatchObject({ creditMinor: 1_500_000n - INSTALMENT });
});

test('P91 the same event twice is refused, not counted twice', () => {
  expect(() => replay(base, [lent, repay('2026-02-15', 1, 100n), repay('2026-02-15', 1, 100n)], '2026-02-15')).toThrow(
    expect.objectContaining({ code: 'loan.event_seq_duplicate' }),
  );
});

test('P92 an instalment paid by two people: each payment keeps what it reached', () => {
  const events = [lent, repay('2026-02-15', 1, 60_000n), repay('2026-02-15', 2, INSTALMENT - 60_000n)];
  expect(replay(base, events, '2026-02-15').allocations.map((a) => [a.seq, a.bucket, a.minor])).toEqual([
    [1, 'interest', 60_000n],
    [2, 'principal', 972_797n],
  ]);
});
