import { expect, test } from 'vitest';
import { type Deeds, daily, eventsOf, paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, type LoanTerms, planFor, replay } from '../index.ts';

/** Overdue interest bears none itself. */
const simple = (change: Partial<LoanTerms> = {}): LoanTerms => daily({ compoundOnInterest: false, ...change });
/** The same in three rows of 12,000.00, without penalties for 90 days. */
const thirds = (change: Partial<LoanTerms> = {}): LoanTerms => simple({ method: 'equal_principal', penaltyGraceDays: 90, ...change });
const at = (t: LoanTerms, deeds: Deeds, asOf: string) => replay(t, eventsOf([paidOut(t)], deeds), asOf);
const repay = (amountMinor: bigint, more: object = {}) => ({ kind: 'repay', amountMinor, ...more });
const prepay = (amountMinor: bigint, mode = 'keep_term') => ({ kind: 'prepay', amountMinor, mode });
const told = (position: ReturnType<typeof replay>) => position.allocations.map((a) => `${a.on} ${a.row} ${a.bucket} ${a.kind} ${a.minor}`);

test.each<[string, Partial<LoanTerms>, Deeds, asOf: string, lines: readonly string[], credit: bigint]>([
  [
    'what is due first, the rest ahead of the schedule',
    {},
    [['2026-02-01', prepay(1_831_000n)]],
    '2026-02-01',
    ['2026-02-01 1 interest paid 31000', '2026-02-01 0 principal paid 1800000'],
    0n,
  ],
  ['nothing beyond what is due', {}, [['2026-02-01', prepay(31_000n)]], '2026-02-01', ['2026-02-01 1 interest paid 31000'], 0n],
  ['less than what is due', {}, [['2026-02-01', prepay(30_000n)]], '2026-02-01', ['2026-02-01 1 interest paid 30000'], 0n],
  [
    'a fee of one percent',
    { prepaymentFeePpm: 10_000n },
    [['2026-01-11', prepay(1_010_000n)]],
    '2026-01-11',
    ['2026-01-11 0 principal paid 1000000', '2026-01-11 0 fee paid 10000'],
    0n,
  ],
  [
    'a fee that leaves a cent over',
    { prepaymentFeePpm: 10_000n },
    [['2026-01-11', prepay(1_010_151n)]],
    '2026-01-11',
    ['2026-01-11 0 principal paid 1000149', '2026-01-11 0 fee paid 10001'],
    1n,
  ],
  ['all principal but not its interest', {}, [['2026-01-11', prepay(3_605_000n)]], '2026-01-11', ['2026-01-11 0 principal paid 3600000'], 5_000n],
  [
    'exactly what closes the loan',
    {},
    [['2026-01-11', prepay(3_610_000n)]],
    '2026-01-11',
    ['2026-01-11 1 interest paid 10000', '2026-01-11 1 principal paid 3600000'],
    0n,
  ],
  [
    'more than what closes the loan',
    {},
    [['2026-01-11', prepay(3_611_000n)]],
    '2026-01-11',
    ['2026-01-11 1 interest paid 10000', '2026-01-11 1 principal paid 3600000'],
    1_000n,
  ],
  [
    'a line that stays open',
    { revolving: true },
    [['2026-01-11', prepay(3_611_000n)]],
    '2026-01-11',
    ['2026-01-11 0 principal paid 3600000'],
    11_000n,
  ],
  [
    'after everything fell due',
    {},
    [['2026-04-01', prepay(90_000n)]],
    '2026-04-01',
    ['2026-04-01 1 interest paid 31000', '2026-04-01 2 interest paid 28000', '2026-04-01 3 interest paid 31000'],
    0n,
  ],
])('a prepayment pays %s', (_name, change, deeds, asOf, lines, credit) => {
  const position = at(simple({ penaltyUpliftPpm: 0n, ...change }), deeds, asOf);
  expect(told(position)).toEqual(lines);
  expect(position.creditMinor).toBe(credit);
  expect(position.accrued.feeMinor).toBe(position.allocations.reduce((total, a) => (a.bucket === 'fee' ? total + a.minor : total), 0n));
  expect(position.receivedMinor).toBe(position.allocations.reduce((total, a) => total + a.minor, credit));
});

test.each<[string, Deeds, settle: bigint | undefined, received: bigint, credit: bigint, missing: bigint | null]>([
  ['names its own amount', [], undefined, 3_610_000n, 0n, null],
  ['takes what is held into account', [['2026-01-05', repay(100_000n)]], undefined, 3_610_000n, 0n, null],
  ['needs no money when enough is held', [['2026-01-05', repay(5_000_000n)]], undefined, 5_000_000n, 1_390_000n, null],
  ['may bring more than is needed', [], 3_700_000n, 3_700_000n, 90_000n, null],
  ['is told when it falls short', [], 3_600_000n, 3_600_000n, 3_600_000n, 10_000n],
  ['is told when it falls short of what is held too', [['2026-01-05', repay(100_000n)]], 3_000_000n, 3_100_000n, 3_100_000n, 510_000n],
])('a settlement %s', (_name, deeds, amountMinor, received, credit, missing) => {
  const settle = amountMinor === undefined ? { kind: 'settle' } : { kind: 'settle', amountMinor };
  const position = at(simple(), [...deeds, ['2026-01-11', settle]], '2026-01-11');
  expect(position).toMatchObject({ receivedMinor: received, creditMinor: credit, status: missing === null ? 'settled' : 'active' });
  expect(position.shortSettlements).toEqual(missing === null ? [] : [{ seq: deeds.length + 1, missingMinor: missing }]);
});

test.each<[string, bigint, waived: readonly bigint[]]>([
  ['a part of the oldest row', 30_000n, [30_000n, 0n, 0n]],
  ['exactly the oldest row', 31_000n, [31_000n, 0n, 0n]],
  ['into the next row', 40_000n, [31_000n, 9_000n, 0n]],
  ['no more than what is due', 100_000n, [31_000n, 28_000n, 0n]],
])('a waiver of interest: %s', (_name, amountMinor, waived) => {
  const position = at(simple(), [['2026-03-11', { kind: 'waive', bucket: 'interest', amountMinor }]], '2026-03-11');
  expect(position.rows.map((row) => row.waived.interest)).toEqual(waived);
  expect(told(position)).toEqual(waived.flatMap((minor, k) => (minor === 0n ? [] : [`2026-03-11 ${k + 1} interest waived ${minor}`])));
  const days = waived[1] === 28_000n ? 0 : waived[0] === 31_000n ? 10 : 38;
  expect(position).toMatchObject({ daysPastDue: days, receivedMinor: 0n, status: days === 0 ? 'active' : 'overdue' });
});

test('a refund gives back what came last, through as many payments as it takes', () => {
  const paid: Deeds = [
    ['2026-01-05', repay(1_000n)],
    ['2026-01-06', repay(2_000n)],
    ['2026-01-07', repay(3_000n)],
  ];
  const left = (amountMinor: bigint) => told(at(simple(), [...paid, ['2026-01-10', { kind: 'refund', amountMinor }]], '2026-02-01'));
  expect(left(2_000n)).toEqual(['2026-02-01 1 interest paid 1000', '2026-02-01 1 interest paid 2000', '2026-02-01 1 interest paid 1000']);
  expect(left(3_000n)).toEqual(['2026-02-01 1 interest paid 1000', '2026-02-01 1 interest paid 2000']);
  expect(left(4_500n)).toEqual(['2026-02-01 1 interest paid 1000', '2026-02-01 1 interest paid 500']);
  expect(left(6_000n)).toEqual([]);
});

test('money out: tranches, a line drawn again, a loan prepaid before its second tranche, what a flat loan and a down payment refuse', () => {
  const half: LoanEvent = { on: '2026-01-01', seq: 0, kind: 'disburse', amountMinor: 1_800_000n };
  const second = { kind: 'disburse', amountMinor: 1_800_000n };
  const drawn = (t: LoanTerms, deeds: Deeds, asOf: string) => replay(t, eventsOf([half], deeds), asOf);
  const again = drawn(
    simple(),
    [
      ['2026-01-11', prepay(1_800_100n, 'keep_instalment')],
      ['2026-01-21', second],
    ],
    '2026-01-25',
  );
  // 18,000.00 for ten days and again for eleven; all rows are back.
  expect(again.rows.map((row) => row.interestMinor)).toEqual([5_000n + 5_500n, 14_000n, 15_500n]);
  expect(again.rows.map((row) => row.principalMinor)).toEqual([0n, 0n, 1_800_000n]);
  expect(drawn(simple(), [['2026-01-11', prepay(1_800_100n, 'keep_instalment')]], '2026-01-15').rows).toHaveLength(1);
  expect(() => drawn(simple(), [['2026-01-21', { kind: 'disburse', amountMinor: 1_800_001n }]], '2026-01-25')).toThrow(
    expect.objectContaining({ code: 'loan.over_disbursed', facts: { principal: '36000.00' } }),
  );
  const code = (change: Partial<LoanTerms>, deeds: Deeds) => () => drawn(simple(change), deeds, '2026-03-25');
  for (const deed of [second, { kind: 'capitalise', amountMinor: 1n }, { kind: 'pause', to: '2026-02-01' }])
    expect(code({ method: 'flat' }, [['2026-01-11', deed]])).toThrow(expect.objectContaining({ code: 'loan.method_fixed', field: 'kind' }));
  const paidBack: Deeds = [
    ['2026-01-11', repay(5n)],
    ['2026-01-12', { kind: 'chargeback', targetSeq: 1, amountMinor: 1n }],
  ];
  expect(code({ method: 'flat' }, paidBack)).toThrow(expect.objectContaining({ code: 'loan.method_fixed' }));
  expect(code({ downPaymentPpm: 100_000n }, [['2026-01-11', second]])).toThrow(
    expect.objectContaining({ code: 'loan.event_invalid', field: 'on', facts: { seq: 1, field: 'on' } }),
  );
  expect(() => replay(simple(), [{ ...half, on: '2026-04-01' }], '2026-05-01')).toThrow(
    expect.objectContaining({ code: 'loan.disbursed_after_maturity', facts: { on: '2026-04-01' } }),
  );
  expect(() => replay(simple(), [{ on: '2026-02-01', seq: 5, kind: 'accelerate' }], '2026-05-01')).toThrow(
    expect.objectContaining({ facts: { seq: 5 } }),
  );
});

test.each<[string, of: string, onDay: string, base: bigint]>([
  ['principal not repaid, an overdue row counted', 'outstanding', '2026-02-11', 3_600_000n],
  ['principal of the running row', 'principal_due', '2026-02-11', 1_200_000n],
  ['interest of the running row', 'interest_due', '2026-02-11', 18_667n],
  ['the running row', 'instalment', '2026-02-11', 1_218_667n],
  ['money lent', 'lent', '2026-02-11', 3_600_000n],
  ['principal not repaid after maturity', 'outstanding', '2026-04-11', 3_600_000n],
  ['the last row after maturity', 'principal_due', '2026-04-11', 1_200_000n],
])('a fee of a tenth of %s', (_name, of, onDay, base) => {
  const fee = at(thirds(), [[onDay, { kind: 'fee', sharePpm: 100_000n, of }]], onDay).balances.feeMinor;
  expect(fee).toBe((base + 5n) / 10n);
});

test('a fee joins the row that falls due that day, else the running one, after maturity the last, and is owed at once where that row was paid', () => {
  const fee = { kind: 'fee', amountMinor: 500n };
  const fees = (on: string, before: Deeds = []) => at(thirds(), [...before, [on, fee]], on).rows.map((row) => row.feeMinor);
  expect(fees('2026-02-01')).toEqual([500n, 0n, 0n]);
  expect(fees('2026-02-02')).toEqual([0n, 500n, 0n]);
  expect(fees('2026-04-11')).toEqual([0n, 0n, 500n]);
  const paid: Deeds = [['2026-02-01', repay(1_231_000n)]];
  const again = at(thirds(), [...paid, ['2026-02-01', fee]], '2026-02-05');
  expect(again).toMatchObject({ status: 'overdue', daysPastDue: 4, overdue: { fee: 500n, principal: 0n }, balances: { feeMinor: 500n } });
});

test('charges for being late: one for each row and each charge, the day after its days, and none for a row that was paid', () => {
  const t = thirds({
    charges: [
      { when: 'overdue', amountMinor: 100n, afterDays: 3 },
      { when: 'overdue', amountMinor: 50n, afterDays: 10 },
    ],
  });
  const fees = (asOf: string, deeds: Deeds = []) => at(t, deeds, asOf).rows.map((row) => row.feeMinor);
  expect(fees('2026-02-04')).toEqual([0n, 0n, 0n]);
  expect(fees('2026-02-05')).toEqual([100n, 0n, 0n]);
  expect(fees('2026-02-12')).toEqual([150n, 0n, 0n]);
  expect(fees('2026-03-05')).toEqual([150n, 100n, 0n]);
  expect(fees('2026-03-20', [['2026-02-04', repay(1_231_000n)]])).toEqual([0n, 150n, 0n]);
  expect(
    fees('2026-02-20', [
      ['2026-02-08', repay(1_231_100n)],
      ['2026-02-09', { kind: 'recover', amountMinor: 1n }],
    ]),
  ).toEqual([100n, 0n, 0n]);
});

test('a cap on the whole cost leaves room for a part of a charge, then for none', () => {
  // 900.00 of interest; the cap of 2.6 % is 936.00.
  const t = simple({ costCapPpm: 26_000n });
  const fee = (amountMinor: bigint) => ({ kind: 'fee', amountMinor });
  const fees = (deeds: Deeds) => at(t, deeds, '2026-01-20').balances.feeMinor;
  expect(fees([['2026-01-05', fee(3_599n)]])).toBe(3_599n);
  expect(fees([['2026-01-05', fee(3_600n)]])).toBe(3_600n);
  expect(fees([['2026-01-05', fee(3_601n)]])).toBe(3_600n);
  expect(
    fees([
      ['2026-01-05', fee(3_000n)],
      ['2026-01-06', fee(3_000n)],
      ['2026-01-07', fee(1n)],
    ]),
  ).toBe(3_600n);
  const late = at(t, [], '2026-06-01');
  expect(late.accrued.penaltyMinor).toBe(3_600n);
  const waived = at(t, [['2026-05-01', { kind: 'waive', bucket: 'penalty', amountMinor: 2_000n }]], '2026-06-01');
  expect(waived.accrued.penaltyMinor).toBe(3_600n);
});

test('a discount for paying on time: the best tier counts, from the next due day, and goes with the first late row', () => {
  const tiers = [
    { periods: 2, cutPpm: 50_000n },
    { periods: 1, cutPpm: 20_000n },
  ];
  const rate = (asOf: string, days: readonly string[], streak = tiers) => {
    const t = simple({ count: 5, streak });
    return at(
      t,
      days.map((on) => [on, repay(31_000n)] as const),
      asOf,
    ).ratePpm;
  };
  for (const streak of [tiers, [...tiers].reverse()]) {
    expect(rate('2026-02-28', ['2026-02-01'], streak)).toBe(100_000n);
    expect(rate('2026-03-01', ['2026-02-01'], streak)).toBe(80_000n);
    expect(rate('2026-04-01', ['2026-02-01', '2026-03-01'], streak)).toBe(50_000n);
    expect(rate('2026-04-01', ['2026-02-02', '2026-03-01'], streak)).toBe(80_000n);
    expect(rate('2026-04-01', ['2026-02-01', '2026-03-02'], streak)).toBe(100_000n);
  }
  const saved = at(simple({ count: 5, streak: tiers }), [['2026-02-01', repay(31_000n)]], '2026-03-01');
  expect(saved.rows.map((row) => row.interestMinor)).toEqual([31_000n, 28_000n, 24_800n, 24_000n, 24_800n]);
});

test('a position day by day: what a row is, what comes next, what has accrued', () => {
  const t = thirds({ charges: [{ when: 'instalment', amountMinor: 100n }] });
  const seen = (asOf: string, deeds: Deeds = []) => {
    const { status, rows, nextDue, daysPastDue, accrued, balances } = at(t, deeds, asOf);
    return [
      status,
      rows.map((row) => row.status[0]).join(''),
      nextDue?.on ?? null,
      nextDue?.amountMinor ?? 0n,
      daysPastDue,
      accrued.interestMinor,
      balances.feeMinor,
    ];
  };
  const first: Deeds = [['2026-02-01', repay(1_231_100n)]];
  expect(seen('2026-01-31')).toEqual(['active', 'uuu', '2026-02-01', 1_231_100n, 0, 30_000n, 0n]);
  expect(seen('2026-02-01')).toEqual(['active', 'duu', '2026-02-01', 1_231_100n, 0, 31_000n, 100n]);
  expect(seen('2026-02-02')).toEqual(['overdue', 'ouu', '2026-03-01', 1_218_767n, 1, 31_667n, 100n]);
  expect(seen('2026-02-02', first)).toEqual(['active', 'puu', '2026-03-01', 1_218_767n, 0, 31_667n, 0n]);
  expect(seen('2026-04-01')).toEqual(['overdue', 'ood', '2026-04-01', 1_210_433n, 59, 60_000n, 300n]);
  expect(seen('2026-04-02')).toEqual(['overdue', 'ooo', null, 0n, 60, 60_000n, 300n]);
  const rows = at(t, first, '2026-02-10').rows;
  expect(rows.map((row) => [row.balanceAfterMinor, row.paidOn, row.outstandingMinor, row.feeMinor])).toEqual([
    [2_400_000n, '2026-02-01', 0n, 100n],
    [1_200_000n, null, 1_218_767n, 100n],
    [0n, null, 1_210_433n, 100n],
  ]);
  expect(replay(t, [], '2026-02-10')).toMatchObject({ status: 'pending', rows: [], nextDue: null, daysPastDue: 0 });
});

test('what a write-off and a new plan do with arrears is told bucket by bucket', () => {
  const t = thirds();
  expect(told(at(t, [['2026-02-11', { kind: 'write_off' }]], '2026-02-11'))).toEqual([
    '2026-02-11 1 interest written_off 31000',
    '2026-02-11 1 principal written_off 1200000',
    '2026-02-11 2 interest written_off 6667',
    '2026-02-11 2 principal written_off 2400000',
  ]);
  const replan = (arrears: string) => at(t, [['2026-02-11', { kind: 'replan', plan: { count: 2 }, arrears }]], '2026-02-11');
  expect(told(replan('capitalise'))).toEqual(['2026-02-11 1 interest capitalised 31000']);
  expect(replan('capitalise').rows.map((row) => [row.principalMinor, row.balanceAfterMinor])).toEqual([
    [0n, 3_600_000n],
    [1_815_500n, 1_815_500n],
    [1_815_500n, 0n],
  ]);
  expect(replan('principal').rows.map((row) => [row.principalMinor, row.balanceAfterMinor, row.outstandingMinor - row.principalMinor])).toEqual([
    [0n, 3_600_000n, 31_000n],
    [1_800_000n, 1_800_000n, 24_667n],
    [1_800_000n, 0n, 15_500n],
  ]);
  expect(replan('stay').rows.map((row) => row.principalMinor)).toEqual([1_200_000n, 1_200_000n, 1_200_000n]);
});

test('a new plan: what it does not name stays, row numbers and own principal count from its first row', () => {
  const plan = (change: object, t = thirds({ count: 6 })) =>
    at(t, [['2026-02-11', { kind: 'replan', plan: change, arrears: 'stay' }]], '2026-02-11').rows.slice(1);
  expect(plan({}).map((row) => row.due)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01']);
  expect(plan({ count: 2 }).map((row) => row.due)).toEqual(['2026-03-01', '2026-04-01']);
  expect(plan({ firstDue: '2026-03-20', count: 2 }).map((row) => row.due)).toEqual(['2026-03-20', '2026-04-20']);
  expect(plan({ dueDates: ['2026-02-25', '2026-04-02'] }).map((row) => row.due)).toEqual(['2026-02-25', '2026-04-02']);
  expect(plan({ frequency: { unit: 'week', every: 2 }, count: 2 }).map((row) => row.due)).toEqual(['2026-02-25', '2026-03-11']);
  expect(plan({ principalFreeRows: [2], count: 3 }).map((row) => row.principalMinor > 0n)).toEqual([true, false, true]);
  expect(plan({ gracePrincipal: 1, count: 3 }).map((row) => row.principalMinor)).toEqual([0n, 1_500_000n, 1_500_000n]);
  expect(plan({ shape: { kind: 'custom', principalMinor: [1_000_000n, 2_000_000n] }, count: 2 }).map((row) => row.principalMinor)).toEqual([
    1_000_000n,
    2_000_000n,
  ]);
  expect(plan({ method: 'bullet', count: 1 }).map((row) => row.principalMinor)).toEqual([3_000_000n]);
  const bullet = simple({ method: 'bullet' });
  expect(
    at(bullet, [['2026-02-11', { kind: 'replan', plan: { ratePpm: 50_000n }, arrears: 'stay' }]], '2026-02-11').rows.map((row) => [
      row.due,
      row.interestMinor,
    ]),
  ).toEqual([['2026-04-01', 41_000n + 24_500n]]);
});

test('a last instalment out of line by more than half a cent a row is spread over all of them, as far as that helps', () => {
  const gap = (change: Partial<LoanTerms>) => {
    const rows = planFor(terms({ principalMinor: 1_000_000n, ...change })).rows;
    return rows.at(-1)!.totalMinor - rows.at(-2)!.totalMinor;
  };
  const both = (change: Partial<LoanTerms>) => [gap(change), gap({ ...change, evenOut: true })];
  expect(both({ count: 35 })).toEqual([20n, -18n]);
  expect(both({ count: 7 })).toEqual([-5n, 3n]);
  for (const change of [{ count: 2 }, { method: 'equal_principal', count: 7 }, { method: 'interest_only' }, { count: 12 }] as const) {
    const [plain, evened] = both(change);
    expect(evened).toBe(plain);
  }
  expect(planFor(simple({ downPaymentPpm: 333_333n, instalmentMultipleMinor: 100n })).rows[0]?.principalMinor).toBe(1_200_000n);
});
