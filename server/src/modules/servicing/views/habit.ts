import { type CalendarDate, daysBetween, PPM } from '@tallystick/kernel';
import type { RepaymentHabit } from '../types.ts';

/** One instalment of any loan of the customer, with the day its last part was paid; null while something is open. */
export type Kept = { readonly dueOn: CalendarDate; readonly paidOn: CalendarDate | null; readonly openMinor: bigint };
export type StreakStep = { readonly instalments: number; readonly discountBp: number };

const lateDays = (k: Kept, today: CalendarDate): number => Math.max(0, daysBetween(k.dueOn, k.paidOn ?? today));

/** Repayment habit over what has fallen due before today, or was paid already; oldest due date first. */
export function habitOf(instalments: readonly Kept[], today: CalendarDate): Omit<RepaymentHabit, 'nextDueOn' | 'nextDueMinor'> {
  const counted = instalments
    .filter((k) => k.dueOn < today || (k.dueOn === today && k.openMinor === 0n))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  let [streak, longestStreak, longestDaysLate, onTimeCount] = [0, 0, 0, 0];
  for (const k of counted) {
    const late = lateDays(k, today);
    streak = late === 0 ? streak + 1 : 0;
    if (late === 0) onTimeCount += 1;
    longestStreak = Math.max(longestStreak, streak);
    longestDaysLate = Math.max(longestDaysLate, late);
  }
  const dueCount = counted.length;
  const onTimePpm = dueCount === 0 ? PPM : (BigInt(onTimeCount) * PPM) / BigInt(dueCount);
  return { dueCount, onTimeCount, streak, longestStreak, onTimePpm, lateCount: dueCount - onTimeCount, longestDaysLate };
}

/** Every on-time instalment in a row counts up to a year's worth; lateness now weighs most. */
const POINTS = {
  start: 500,
  perStreak: 25,
  streakMost: 12,
  onTimeShare: 200,
  lateNow: [
    [60, -400],
    [30, -300],
    [7, -200],
    [0, -100],
  ],
  lateEver: [
    [30, -150],
    [7, -80],
    [0, -30],
  ],
} as const;
const bin = (days: number, bins: readonly (readonly [number, number])[]): number => bins.find(([above]) => days > above)?.[1] ?? 0;

/** Habit score 0 to 1000 from the customer's own repayment record, as the customer sees it: the streak raises it, days late lower it (S0-26). */
export function behaviourScore(h: Pick<RepaymentHabit, 'streak' | 'onTimePpm' | 'dueCount' | 'longestDaysLate'>, daysPastDueNow: number): number {
  const share = h.dueCount === 0 ? 0 : Number((h.onTimePpm * BigInt(POINTS.onTimeShare)) / PPM) - POINTS.onTimeShare / 2;
  const score =
    POINTS.start +
    Math.min(h.streak, POINTS.streakMost) * POINTS.perStreak +
    share +
    bin(daysPastDueNow, POINTS.lateNow) +
    bin(h.longestDaysLate, POINTS.lateEver);
  return Math.min(1000, Math.max(0, score));
}

/** The discount reached and the next step; nothing while anything is overdue (S2-18). */
export function streakDiscount(streak: number, overdueNow: boolean, steps: readonly StreakStep[]): { discountBp: number; next: StreakStep | null } {
  const rising = [...steps].sort((a, b) => a.instalments - b.instalments);
  const counted = overdueNow ? 0 : streak;
  return { discountBp: rising.findLast((s) => s.instalments <= counted)?.discountBp ?? 0, next: rising.find((s) => s.instalments > counted) ?? null };
}
