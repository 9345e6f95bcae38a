import { MONEY_MAX, Refusal, toEpochDay, told } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { accountOf, money, product } from '../peers/account.ts';
import { loanRefusals } from '../terms/refusals.ts';
import { openAccount, post } from './account.ts';
import { stepsOf } from './allocation.ts';
import { decimal } from './decimal.ts';
import type { Act } from './postings.ts';
import type { Product } from './product.ts';

/** Code and field of a refusal; undefined when nothing is refused. */
const said = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.code} ${error.field}`;
  }
};
/** What the refusal tells, in both languages. */
const text = (work: () => unknown): string => {
  try {
    work();
    return '{}';
  } catch (error) {
    const { code, facts } = error as Refusal;
    return Object.values(told(loanRefusals[code as keyof typeof loanRefusals], facts)).join('');
  }
};
const opened = (change: Partial<Product>) => said(() => openAccount(product(change)));
const steps = stepsOf(['penalty', 'fee', 'interest', 'principal']);
const rule = { order: steps, future: 'next' } as const;

test.each<[fault: string, taken: readonly Partial<Product>[], refused: readonly Partial<Product>[]]>([
  ['loan.number_invalid count', [{ count: 1 }, { count: 1_200 }], [{ count: 0 }, { count: 1_201 }, { count: 1.5 }]],
  ['loan.number_invalid every', [{ every: 1 }, { every: 366 }], [{ every: 0 }, { every: 367 }, { every: 1.5 }]],
  ['loan.rate_invalid rate', [{ rate: decimal('0') }, { rate: decimal('10') }], [{ rate: decimal('10.0001') }, { rate: { c: -1n, e: -4 } }]],
  ['loan.number_invalid gracePrincipal', [{ gracePrincipal: 0 }, { gracePrincipal: 5 }], [{ gracePrincipal: -1 }, { gracePrincipal: 0.5 }]],
  ['loan.grace_too_long gracePrincipal', [{ gracePrincipal: 5 }], [{ gracePrincipal: 6 }]],
  ['loan.number_invalid graceInterest', [{ graceInterest: 5 }], [{ graceInterest: -1 }, { graceInterest: 1_201 }]],
  ['loan.grace_too_long graceInterest', [{ graceInterest: 5 }], [{ graceInterest: 6 }]],
  ['loan.amount_invalid multipleMinor', [{ multipleMinor: null }, { multipleMinor: 1n }], [{ multipleMinor: 0n }, { multipleMinor: -1n }]],
  [
    'loan.allocation_invalid allocation.standard',
    [{ allocation: { standard: rule } }],
    [steps.slice(1), [...steps, steps[0]!], [...steps.slice(1), steps[1]!]].map((order) => ({ allocation: { standard: { ...rule, order } } })),
  ],
  [
    'loan.allocation_invalid allocation.goodwill_credit',
    [{ allocation: { standard: rule, goodwill_credit: rule } }],
    [{ allocation: { standard: rule, goodwill_credit: { ...rule, order: [] } } }],
  ],
  [
    'loan.allocation_invalid creditOrder',
    [{ creditOrder: null }, { creditOrder: ['principal', 'interest', 'fee', 'penalty'] }],
    [
      { creditOrder: ['principal', 'interest', 'fee'] },
      { creditOrder: ['principal', 'interest', 'fee', 'fee'] },
      { creditOrder: ['fee', 'fee', 'interest', 'principal', 'penalty'] },
    ],
  ],
])('%s: the outermost values of a product are taken, the next ones refused by name', (fault, taken, refused) => {
  expect(taken.map(opened)).toEqual(taken.map(() => undefined));
  expect(refused.map(opened)).toEqual(refused.map(() => fault));
});

test('a refusal names the bound, and the posting', () => {
  const factsOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return (error as Refusal).facts;
    }
  };
  const facts = (change: Partial<Product>): unknown => factsOf(() => openAccount(product(change)));
  expect(facts({ count: 0 })).toEqual({ field: 'count', min: 1, max: 1_200 });
  expect(facts({ every: 0 })).toEqual({ field: 'every', min: 1, max: 366 });
  expect(facts({ rate: decimal('11') })).toEqual({ field: 'rate', min: '0', max: '10000000' });
  expect(facts({ graceInterest: -1 })).toEqual({ field: 'graceInterest', min: 0, max: 1_200 });
  expect(facts({ graceInterest: 6 })).toEqual({ field: 'graceInterest', count: 6 });
});

const posted =
  (act: Act, change: { seq?: number; day?: number; postedOn?: number } = {}) =>
  (): void => {
    const account = accountOf(product(), [['2024-02-01', money(1_701n)]]);
    const day = toEpochDay('2024-02-10');
    post(account, { seq: 9, day, postedOn: day, ...change, ...act });
  };
const reage = (count: number, every: number): Act => ({ kind: 'reage', start: toEpochDay('2024-03-01'), unit: 'months', count, every });
const day = toEpochDay('2024-02-10');

test.each<[fault: string, taken: readonly (() => void)[], refused: readonly (() => void)[]]>([
  ['loan.event_invalid minor', [posted(money(1n)), posted(money(MONEY_MAX))], [posted(money(0n)), posted(money(-1n)), posted(money(MONEY_MAX + 1n))]],
  ['loan.event_invalid seq', [posted(money(1n), { seq: 2.5 })], [posted(money(1n), { seq: -1 }), posted(money(1n), { seq: Number.NaN })]],
  ['loan.event_invalid day', [], [posted(money(1n), { day: 1.5 }), posted(money(1n), { postedOn: Number.NaN })]],
  [
    'loan.event_invalid count',
    [posted(reage(1, 1)), posted(reage(1_200, 1))],
    [posted(reage(0, 1)), posted(reage(1_201, 1)), posted(reage(1, 0)), posted(reage(1, 367))],
  ],
  ['loan.event_invalid to', [posted({ kind: 'pause', from: day, to: day })], [posted({ kind: 'pause', from: day, to: day - 1 })]],
  [
    'loan.event_invalid day',
    [posted({ kind: 'move_due', from: toEpochDay('2024-03-01'), to: toEpochDay('2024-02-20') })],
    [posted(money(1n), { day: Number.NaN })],
  ],
  ['loan.event_seq_duplicate seq', [posted({ kind: 'charge_off' }, { seq: 1 })], [posted(money(1n), { seq: 1 })]],
  [
    'loan.target_missing target',
    [posted({ kind: 'undo', target: 1 })],
    [posted({ kind: 'undo', target: 7 }), posted({ kind: 'chargeback', target: 7, minor: 1n })],
  ],
  [
    'loan.event_before_disbursement day',
    [() => post(openAccount(product()), { seq: 0, day, postedOn: day, kind: 'close_day' })],
    [() => post(openAccount(product()), { seq: 0, day, postedOn: day, ...money(1n) })],
  ],
  [
    'loan.disbursed_after_maturity day',
    [posted({ kind: 'disburse', minor: 1n }, { day: toEpochDay('2024-07-01') })],
    [posted({ kind: 'disburse', minor: 1n }, { day: toEpochDay('2024-07-02') })],
  ],
])('%s: what a posting may say is taken, the rest refused by name', (fault, taken, refused) => {
  expect(taken.map(said)).toEqual(taken.map(() => undefined));
  expect(refused.map(said)).toEqual(refused.map(() => fault));
  for (const work of refused) expect(text(work)).not.toMatch(/[{}]/);
});
