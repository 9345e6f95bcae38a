import { expect, test } from 'vitest';
import { type Acts, accountOf, charge, money, plain, product, rowsOf } from '../peers/account.ts';
import { stepsOf } from './allocation.ts';
import type { AllocationRule, FutureRule, Product, Strategy } from './product.ts';

const paid = (p: Product, acts: Acts) => rowsOf(accountOf(p, acts)).map((row) => row.paid.principal);
const order = stepsOf(['penalty', 'fee', 'interest', 'principal']);
const future = (rule: FutureRule): AllocationRule => ({ order, future: rule });

test.each(['horizontal', 'vertical'] as const)(
  '%s: shares of rows that take less than their part go round again, the last one taking the odd cent',
  (processing) => {
    const p = plain({ processing, allocation: { standard: future('reamortize'), goodwill_credit: future('next') } });
    // 20.00 of the first row are there. 30.00 are 7.50 each; the first takes 5.00, and 2.50 go round once more: 0.83, 0.83, 0.84.
    expect(
      paid(p, [
        ['2024-01-15', money(2_000n, 'goodwill_credit')],
        ['2024-01-20', money(3_000n)],
      ]),
    ).toEqual([2_500n, 833n, 833n, 834n]);
    // Half a cent goes to the even one: 0.10 among four is 0.02, 0.02, 0.02 and the rest.
    expect(paid(p, [['2024-01-20', money(10n)]])).toEqual([2n, 2n, 2n, 4n]);
  },
);

test.each(['horizontal', 'vertical'] as const)('%s: what is past due goes first and oldest first, wherever money ahead goes', (processing) => {
  const last = plain({ processing, allocation: { standard: future('last') } });
  expect(paid(last, [['2024-03-10', money(1_000n)]])).toEqual([1_000n, 0n, 0n, 0n]);
  expect(paid(last, [['2024-03-10', money(5_100n)]])).toEqual([2_500n, 2_500n, 0n, 100n]);
});

test.each([
  ['horizontal', 942n],
  // By bucket, the interest of all six rows ahead comes first: 0.58 + 0.49 + 0.39 + 0.29 + 0.20 + 0.10.
  ['vertical', 795n],
] as const)('%s: an instalment due today has steps of its own', (processing, ahead) => {
  const steps = [
    ...order.filter((step) => step.standing === 'past_due'),
    ...stepsOf(['principal', 'interest', 'fee', 'penalty']).filter((step) => step.standing === 'due'),
    ...order.filter((step) => step.standing === 'in_advance'),
  ];
  const p = product({ processing, recalculation: null, allocation: { standard: { order: steps, future: 'next' } } });
  const first = (day: string) => {
    const row = rowsOf(accountOf(p, [[day, money(1_000n)]]))[0];
    return [row?.paid.interest, row?.paid.principal];
  };
  expect([first('2024-01-31'), first('2024-02-01'), first('2024-02-02')]).toEqual([
    [58n, ahead],
    [0n, 1_000n],
    [58n, 942n],
  ]);
});

test('money finds the interest of its day, on what is overdue as well', () => {
  const today = [...order.filter((step) => step.standing === 'due'), ...order.filter((step) => step.standing !== 'due')];
  // Nothing was paid on 1 February. On 1 March the second row goes first here and has earned 0.58, not 0.49.
  const [, second] = rowsOf(accountOf(product({ allocation: { standard: { order: today, future: 'next' } } }), [['2024-03-01', money(1_000n)]]));
  expect([second?.paid.interest, second?.paid.principal]).toEqual([58n, 942n]);
});

test('a kind of money with a rule of its own goes by it, any other by the standard', () => {
  const p = plain({ allocation: { standard: future('next'), goodwill_credit: future('last') } });
  expect(paid(p, [['2024-01-15', money(100n, 'goodwill_credit')]])).toEqual([0n, 0n, 0n, 100n]);
  expect(paid(p, [['2024-01-15', money(100n, 'merchant_refund')]])).toEqual([100n, 0n, 0n, 0n]);
});

test('a named order pays charges that are due once, from the first row that bears them', () => {
  const strategy: Strategy = {
    due: ['penalty', 'fee', 'interest', 'principal'],
    ahead: ['principal', 'interest', 'penalty', 'fee'],
    splitAhead: true,
  };
  const p = product({ recalculation: null, strategy });
  const fees: Acts = [
    ['2024-01-05', charge('2024-01-20', '2.00')],
    ['2024-01-05', charge('2024-01-20', '1.00', { penalty: true })],
    ['2024-01-05', charge('2024-02-20', '4.00')],
  ];
  const own = (acts: Acts) => rowsOf(accountOf(p, acts)).map((row) => [row.paid.penalty, row.paid.fee, row.paid.interest, row.paid.principal]);
  // On 20 January the first row takes its 1.00, 2.00, 16.43 and 0.58; 5.00 are left for the principal of the second, whose charge is not due.
  expect(own([...fees, ['2024-01-20', money(2_501n)]]).slice(0, 2)).toEqual([
    [100n, 200n, 58n, 1_643n],
    [0n, 0n, 0n, 500n],
  ]);
  // A charge of which a part is paid is due with the rest only; another of its row waits.
  const two: Acts = [
    ['2024-01-05', charge('2024-01-20', '2.00')],
    ['2024-01-05', charge('2024-01-28', '3.00')],
  ];
  expect(own([...two, ['2024-01-20', money(1_000n)]])[0]).toEqual([0n, 200n, 0n, 800n]);
  expect(own([...two, ['2024-01-20', money(150n)], ['2024-01-21', money(100n)]])[0]).toEqual([0n, 250n, 0n, 0n]);
});
