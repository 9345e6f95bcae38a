import { MONEY_MAX, PPM, RATE_PPM_MAX, Refusal } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { terms } from '../cases/specimen.ts';
import { type LoanTerms, planFor } from '../index.ts';
import type { Charge } from './charges.ts';

type Change = Partial<LoanTerms>;
/** What the engine answers to terms: nothing when it takes them, else code and field of every fault. */
function faultsOf(change: Change): readonly string[] {
  try {
    planFor(terms(change));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.faults ?? [error]).map(({ code, field }) => `${code} ${field}`);
  }
}

/** Each bound: how the terms are made, the outermost values that are taken, and the first ones beyond. */
function edge<V>(fault: string, make: (value: V) => Change, taken: readonly V[], beyond: readonly V[]) {
  return { fault, taken: taken.map(make), beyond: beyond.map(make) };
}
const later = { unit: 'day', every: 1 } as const;
const overdue = (afterDays: number): Change => ({ charges: [{ when: 'overdue', amountMinor: 1n, afterDays }] });
const share = (sharePpm: bigint): Change => ({ charges: [{ when: 'tranche', sharePpm, of: 'lent' }] });
const odd = (charge: object): Change => ({ charges: [charge as Charge] });
const actual = { interestBasis: 'actual', count: 2 } as const;

const EDGES = [
  edge('loan.amount_invalid principalMinor', (principalMinor) => ({ principalMinor }), [1n, MONEY_MAX], [0n, MONEY_MAX + 1n]),
  edge('loan.rate_invalid ratePpm', (ratePpm) => ({ ratePpm }), [0n, RATE_PPM_MAX], [-1n, RATE_PPM_MAX + 1n]),
  edge('loan.rate_invalid penaltyUpliftPpm', (penaltyUpliftPpm) => ({ penaltyUpliftPpm }), [0n, PPM], [-1n, PPM + 1n]),
  edge('loan.rate_invalid prepaymentFeePpm', (prepaymentFeePpm) => ({ prepaymentFeePpm }), [0n, 100_000n], [-1n, 100_001n]),
  edge('loan.rate_invalid downPaymentPpm', (downPaymentPpm) => ({ downPaymentPpm }), [0n, PPM - 1n], [-1n, PPM]),
  edge('loan.rate_invalid misuseUpliftPpm', (misuseUpliftPpm) => ({ misuseUpliftPpm }), [0n, PPM], [-1n, PPM + 1n]),
  edge('loan.rate_invalid penaltyCapPpm', (penaltyCapPpm) => ({ penaltyCapPpm }), [0n, RATE_PPM_MAX], [-1n, RATE_PPM_MAX + 1n]),
  edge('loan.rate_invalid rates', (ratePpm) => ({ rates: [{ from: '2026-02-01', ratePpm }] }), [0n, RATE_PPM_MAX], [-1n, RATE_PPM_MAX + 1n]),
  edge('loan.rate_invalid streak', (cutPpm) => ({ streak: [{ periods: 3, cutPpm }] }), [0n, 60_000n], [-1n, 60_001n]),
  edge('loan.number_invalid count', (count) => ({ count }), [1, 1_200], [-1, 1_201, 1.5, Number.NaN]),
  edge('loan.number_invalid frequency.every', (every) => ({ frequency: { unit: 'day', every } }), [1, 366], [0, 367, 1.5]),
  edge('loan.number_invalid penaltyGraceDays', (penaltyGraceDays) => ({ penaltyGraceDays }), [0, 90], [-1, 91, 0.5]),
  edge('loan.number_invalid gracePrincipal', (gracePrincipal) => ({ gracePrincipal }), [0, 11], [-1, 0.5]),
  edge('loan.grace_too_long gracePrincipal', (gracePrincipal) => ({ gracePrincipal }), [11], [12]),
  edge('loan.number_invalid graceInterest', (graceInterest) => ({ graceInterest }), [0, 11], [-1, 0.5]),
  edge('loan.grace_too_long graceInterest', (graceInterest) => ({ graceInterest }), [11], [12]),
  edge('loan.number_invalid dueDay', (dueDay) => ({ dueDay }), [1, 31], [0, 32]),
  edge('loan.due_day_conflict dueDay', (change: Change) => ({ dueDay: 20, ...change }), [{}], [{ frequency: later }, { firstDue: '2026-02-20' }]),
  edge('loan.number_invalid principalFreeRows', (row) => ({ principalFreeRows: [row] }), [1, 11], [0, 12]),
  edge('loan.amount_invalid instalmentMultipleMinor', (instalmentMultipleMinor) => ({ instalmentMultipleMinor }), [1n], [0n, -1n]),
  edge(
    'loan.number_invalid lateAllocation.afterDays',
    (afterDays) => ({ lateAllocation: { afterDays, order: ['principal', 'interest', 'penalty', 'fee'] } }),
    [0, 3_650],
    [-1, 3_651],
  ),
  edge('loan.amount_invalid shape', (minor) => ({ shape: { kind: 'balloon', minor } }), [1n, 11_999_999n], [0n, 12_000_000n]),
  edge('loan.rate_invalid shape', (ppm) => ({ shape: { kind: 'fixed_share', ppm } }), [1n, 90_909n], [0n, 90_910n]),
  edge('loan.rate_invalid shape', (count) => ({ count, shape: { kind: 'fixed_share', ppm: 100_000n } }), [10], [11]),
  edge('loan.rate_invalid shape', (ppm) => ({ shape: { kind: 'step', ppm, every: 1 } }), [-499_999n, 500_000n], [-500_000n, 500_001n]),
  edge('loan.rate_invalid shape', (every) => ({ shape: { kind: 'step', ppm: 1n, every } }), [1, 12], [0, 1.5]),
  edge(
    'loan.plan_does_not_close shape',
    (principalMinor) => ({ count: 2, shape: { kind: 'custom', principalMinor } }),
    [[0n, 12_000_000n]],
    [[12_000_000n], [1n, 11_999_998n], [13_000_000n, -1_000_000n]],
  ),
  edge('loan.charge_invalid charges.0.amountMinor', (amountMinor) => odd({ when: 'tranche', amountMinor }), [1n, MONEY_MAX], [0n, MONEY_MAX + 1n]),
  edge('loan.charge_invalid charges.0.sharePpm', share, [1n, PPM], [0n, PPM + 1n]),
  edge('loan.charge_invalid charges.0.afterDays', overdue, [0, 366], [-1, 367, 1.5]),
  edge('loan.charge_invalid charges.0.of', (of) => odd({ when: 'tranche', sharePpm: 1n, of }), ['lent', 'instalment'], ['row']),
  edge('loan.charge_invalid charges.0.when', (when) => odd({ when, amountMinor: 1n }), ['disbursement', 'instalment', 'overdue'], ['later']),
  edge('loan.choice_invalid method', (method) => ({ revolving: true, method }), ['interest_only'] as const, ['bullet'] as const),
  edge('loan.choice_invalid interestBasis', (basis) => ({ interestBasis: basis as 'period' }), ['actual', 'days30', 'fraction'], ['days']),
  edge('loan.choice_invalid frequency.unit', (unit) => ({ frequency: { unit: unit as 'day', every: 1 } }), ['day', 'week', 'month'], ['year']),
  edge('loan.choice_invalid rounding', (rounding) => ({ rounding: rounding as 'floor' }), ['half_even', 'half_up', 'floor', 'ceil'], ['up']),
  edge('loan.date_invalid start', (start) => ({ start }), ['2028-02-29'], ['2026-02-29', '']),
  edge('loan.date_invalid firstDue', (firstDue) => ({ firstDue }), ['2026-02-28'], ['2026-02-29']),
  edge('loan.first_due_not_after_start firstDue', (firstDue) => ({ firstDue }), ['2026-01-16'], ['2026-01-15']),
  edge(
    'loan.date_invalid rates',
    (days) => ({ rates: days.map((from) => ({ from, ratePpm: 1n })) }),
    [['2026-02-01', '2026-02-02']],
    [['2026-02-01', '2026-02-01'], ['2026-02-30']],
  ),
  edge(
    'loan.due_dates_invalid dueDates',
    (dueDates) => ({ ...actual, dueDates }),
    [
      ['2026-01-15', '2026-01-15'],
      ['2026-02-01', '2026-09-01'],
    ],
    [['2026-01-14', '2026-02-15'], ['2026-02-15', '2026-02-14'], ['2026-02-15', '2026-02-30'], ['2026-02-15']],
  ),
  edge(
    'loan.due_dates_invalid dueDates',
    (change: Change) => ({ ...actual, dueDates: ['2026-02-15', '2026-03-15'], ...change }),
    [{}],
    [{ interestBasis: 'period' }, { firstDue: '2026-02-15' }, { dueDay: 15 }, { count: 3 }],
  ),
  // The last due date, counted with long months, lies in 2199 at most.
  edge('loan.term_too_long count', (count) => ({ count, frequency: { unit: 'month', every: 2 } }), [1_018], [1_019]),
  edge('loan.term_too_long count', (count) => ({ count, frequency: { unit: 'week', every: 8 } }), [1_127], [1_128]),
  edge('loan.term_too_long count', (count) => ({ count, frequency: { unit: 'day', every: 365 } }), [173], [174]),
  edge(
    'loan.term_too_long count',
    (firstDue) => ({ firstDue, count: 1_018, frequency: { unit: 'month', every: 2 } }),
    ['2026-12-31'],
    ['2027-01-01'],
  ),
];

test.each(EDGES.map((e, k) => [e.fault, k, e] as const))('%s (%i): the outermost values are taken, the next ones refused by name', (fault, _k, e) => {
  expect(e.taken.map(faultsOf)).toEqual(e.taken.map(() => []));
  for (const change of e.beyond) expect(faultsOf(change)).toContain(fault);
});

test('a refusal names the bound, the choice or the sum that was missed', () => {
  const facts = (change: Change): unknown => {
    try {
      return planFor(terms(change));
    } catch (error) {
      return (error as Refusal).facts;
    }
  };
  expect(facts({ count: 0 })).toEqual({ field: 'count', min: 1, max: 1_200 });
  expect(facts({ ratePpm: -1n })).toEqual({ field: 'ratePpm', min: '0', max: '10000000' });
  expect(facts({ method: 'rule78' as 'flat' })).toMatchObject({
    value: 'rule78',
    allowed: 'equal_instalment, equal_principal, interest_only, bullet, flat',
  });
  expect(facts({ revolving: true })).toMatchObject({ value: 'equal_instalment', allowed: 'interest_only' });
  expect(facts({ gracePrincipal: 12 })).toEqual({ field: 'gracePrincipal', count: 12 });
  expect(facts({ graceInterest: 12 })).toEqual({ field: 'graceInterest', count: 12 });
  expect(facts({ firstDue: '2026-01-15' })).toMatchObject({ start: '2026-01-15' });
  expect(facts({ dueDay: 20, firstDue: '2026-02-20' })).toMatchObject({ dueDay: 20, firstDue: '2026-02-20' });
  expect(facts({ dueDay: 20, frequency: later })).toMatchObject({ dueDay: 20, firstDue: '' });
  expect(facts({ count: 1, shape: { kind: 'custom', principalMinor: [5n] } })).toMatchObject({ planned: '5', principal: '12000000' });
  expect(facts({ shape: { kind: 'step', ppm: PPM, every: 1 } })).toMatchObject({ min: '-500000', max: '500000' });
  expect(facts({ shape: { kind: 'fixed_share', ppm: 0n } })).toMatchObject({ min: '0', max: '' });
});

test('an order of five with every bucket, and a late order with one missing, are refused', () => {
  expect(faultsOf({ allocation: ['fee', 'penalty', 'interest', 'principal', 'fee'] })).toEqual(['loan.allocation_invalid allocation']);
  expect(faultsOf({ lateAllocation: { afterDays: 1, order: ['fee'] } })).toEqual(['loan.allocation_invalid lateAllocation.order']);
});
