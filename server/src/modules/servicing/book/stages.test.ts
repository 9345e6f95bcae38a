import { expect, test } from 'vitest';
import { stageOf, staysOnBooks } from './stages.ts';

test.each([
  [0, 'current'],
  [1, 'M0'],
  [7, 'M0'],
  [8, 'M1'],
  [30, 'M1'],
  [31, 'M2'],
  [60, 'M2'],
  [61, 'M3'],
  [90, 'M3'],
  [91, 'M4'],
  [400, 'M4'],
] as const)('S2-61 %i days past due is stage %s', (days, stage) => {
  expect(stageOf(days)).toBe(stage);
});

test.each([
  // before, days late, overdue, after
  [true, 90, 1n, true],
  [true, 91, 1n, false],
  [false, 60, 1n, false],
  [false, 0, 0n, true],
  [true, 0, 0n, true],
] as const)('interest on the books (%s) at %i days late, %i overdue: %s (REP-15)', (before, daysPastDue, overdueMinor, after) => {
  expect(staysOnBooks(before, { daysPastDue, overdueMinor }, 90)).toBe(after);
});
