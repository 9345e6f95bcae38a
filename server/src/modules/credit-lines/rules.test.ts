import { expect, test } from 'vitest';
import { availableOn, drawFault } from './rules.ts';
import type { CreditLine } from './types.ts';

const line: CreditLine = {
  customerId: 'cust_1',
  id: 'line_1',
  branchId: null,
  productCode: 'ECOM_MERCHANT_LOAN',
  currency: 'CNY',
  limitMinor: 100_000_00n,
  usedMinor: 30_000_00n,
  availableMinor: 70_000_00n,
  minDrawMinor: 1_000_00n,
  stepMinor: 100_00n,
  validTo: '2026-12-31',
  state: 'active',
  frozenFor: null,
  decisionId: 'd',
  version: 1,
  openedAt: '2026-01-01T00:00:00.000Z',
};

test.each([
  // amount (yuan), day, change, refusal
  [1_000, '2026-03-01', {}, undefined],
  [70_000, '2026-12-31', {}, undefined],
  [999, '2026-03-01', {}, 'credit-lines.below_minimum'],
  [1_050, '2026-03-01', {}, 'credit-lines.not_in_steps'],
  [70_100, '2026-03-01', {}, 'credit-lines.over_limit'],
  [1_000, '2027-01-01', {}, 'credit-lines.expired'],
  [1_000, '2026-03-01', { state: 'frozen' as const }, 'credit-lines.frozen'],
  [1_000, '2026-03-01', { limitMinor: 20_000_00n }, 'credit-lines.over_limit'],
] as const)('drawing %i on %s with %o answers %s', (yuan, day, change, fault) => {
  expect(drawFault({ ...line, ...change }, BigInt(yuan) * 100n, day)).toBe(fault);
});

test('a limit below the use leaves nothing, never less', () => {
  expect(availableOn({ ...line, limitMinor: 10_000_00n }, '2026-03-01')).toBe(0n);
});
