import { describe, expect, test } from 'vitest';
import { behaviourScore, habitOf, type Kept, streakDiscount } from './habit.ts';

const kept = (dueOn: string, paidOn: string | null): Kept => ({ dueOn, paidOn, openMinor: paidOn === null ? 100n : 0n });
const month = (n: number): string => `2026-${String(n).padStart(2, '0')}-10`;
const onTime = (count: number): Kept[] => Array.from({ length: count }, (_, i) => kept(month(i + 1), month(i + 1)));
const STEPS = [
  { instalments: 3, discountBp: 10 },
  { instalments: 6, discountBp: 20 },
  { instalments: 12, discountBp: 40 },
];

describe('the habit', () => {
  test('counts what fell due before today and what was paid already, not what is still to come', () => {
    const rows = [...onTime(3), kept(month(4), null), kept(month(5), null)];
    expect(habitOf(rows, month(4))).toMatchObject({ dueCount: 3, onTimeCount: 3, streak: 3, onTimePpm: 1_000_000n });
    expect(habitOf(rows, '2026-04-11')).toMatchObject({
      dueCount: 4,
      onTimeCount: 3,
      streak: 0,
      longestStreak: 3,
      lateCount: 1,
      longestDaysLate: 1,
      onTimePpm: 750_000n,
    });
  });
  test('a late payment ends the streak, the next one on time begins a new one', () => {
    const rows = [...onTime(2), kept(month(3), '2026-03-25'), kept(month(4), month(4))];
    expect(habitOf(rows, month(5))).toMatchObject({ streak: 1, longestStreak: 2, longestDaysLate: 15, lateCount: 1 });
  });
  test('nothing due yet is no bad habit', () => {
    expect(habitOf([kept(month(1), null)], '2026-01-09')).toMatchObject({ dueCount: 0, streak: 0, onTimePpm: 1_000_000n });
  });
});

describe('S0-26 the on-time streak feeds behaviour score and tier discount', () => {
  const score = (rows: readonly Kept[], late = 0): number => behaviourScore(habitOf(rows, '2026-12-31'), late);
  test('each instalment on time raises the score, up to a year of them', () => {
    const scores = Array.from({ length: 12 }, (_, i) => score(onTime(i)));
    expect(scores.every((s, i) => i === 0 || s > (scores[i - 1] ?? 0))).toBe(true);
    expect(score(onTime(12))).toBeLessThanOrEqual(1000);
  });
  test('a late one lowers it, later ones more, being late now most', () => {
    const late = (on: string): number => score([...onTime(5), kept(month(6), on)]);
    expect(late('2026-06-11')).toBeLessThan(score(onTime(6)));
    expect(late('2026-06-25')).toBeLessThan(late('2026-06-11'));
    expect(score(onTime(6), 5)).toBeLessThan(score(onTime(6)));
    expect(score(onTime(6), 61)).toBeLessThan(score(onTime(6), 5));
  });
  test.each([
    [0, false, 0, 3],
    [2, false, 0, 3],
    [3, false, 10, 6],
    [5, false, 10, 6],
    [6, false, 20, 12],
    [11, false, 20, 12],
    [12, false, 40, undefined],
    [30, false, 40, undefined],
    [12, true, 0, 3],
  ] as const)('a streak of %i (overdue now: %s) gives %i bp, next step at %s', (streak, overdue, discountBp, nextAt) => {
    const reached = streakDiscount(streak, overdue, STEPS);
    expect([reached.discountBp, reached.next?.instalments]).toEqual([discountBp, nextAt]);
  });
});
