import type { Stage } from '../types.ts';

/** Overdue stage by days past due: M0 to 7, M1 to 30, M2 to 60, M3 to 90, M4 above (S2-61). The due day itself is not late. */
export function stageOf(daysPastDue: number): Stage {
  if (daysPastDue <= 0) return 'current';
  if (daysPastDue <= 7) return 'M0';
  if (daysPastDue <= 30) return 'M1';
  if (daysPastDue <= 60) return 'M2';
  return daysPastDue <= 90 ? 'M3' : 'M4';
}

/** Off the balance sheet from one day beyond the limit; back on it when nothing is overdue any more (REP-15). */
export const staysOnBooks = (before: boolean, p: { daysPastDue: number; overdueMinor: bigint }, limitDays: number): boolean =>
  p.daysPastDue > limitDays ? false : before || p.overdueMinor === 0n;
