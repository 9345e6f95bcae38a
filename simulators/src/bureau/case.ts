import { addDays, type CalendarDate } from '@tallystick/kernel';
import { type BUREAU_CASES, fenOf, type Overrides } from '../overrides.ts';
import { draw, hash32 } from '../people/draw.ts';
import { dayOfMonth, monthIndex } from '../people/figures.ts';

export type BureauCase = (typeof BUREAU_CASES)[number];
/** Shares among subjects nobody set anything about: most are healthy, one in eight never borrowed. */
const SHARES: Record<BureauCase, number> = {
  healthy: 52,
  perfect: 10,
  thin: 9,
  no_record: 12,
  one_m1: 5,
  three_in_row: 2,
  current_overdue: 1.5,
  repaired_missing: 2,
  multi_lender: 4,
  guarantee_heavy: 2,
  disputed: 0.5,
};

/** What kind of borrower a subject is, and since when it is overdue. */
export type Standing = {
  readonly kind: BureauCase;
  readonly stream: number;
  readonly overdueFrom: CalendarDate | undefined;
  readonly overdueFen: number | undefined;
  readonly queries3m: number | undefined;
};

/** The standing of a subject at a day. A current overdue without a date set began two months before the day of the question. */
export function standing(seed: string, idNo: string, set: Overrides['bureau'], asOf: CalendarDate): Standing {
  const d = draw(`${seed}:bureau:${idNo}`);
  const drawn = d.weighted(SHARES);
  const kind = set?.case ?? (set?.overdue_from !== undefined && drawn === 'no_record' ? 'healthy' : drawn);
  const begins = set?.case === 'current_overdue' ? dayOfMonth(monthIndex(asOf) - 2, 5) : addDays('2025-07-05', d.int(0, 420));
  return {
    kind,
    stream: hash32(`${seed}:bureau-months:${idNo}`),
    overdueFrom: set?.overdue_from ?? (kind === 'current_overdue' ? begins : undefined),
    overdueFen: set?.overdue_amount === undefined ? undefined : fenOf(set.overdue_amount),
    queries3m: set?.queries_3m,
  };
}

/** Months overdue at a day: 0 before `overdueFrom`, then 1 and one more with each month. */
export const monthsOverdue = (s: Standing, asOf: CalendarDate): number =>
  s.overdueFrom === undefined || asOf < s.overdueFrom ? 0 : monthIndex(asOf) - monthIndex(s.overdueFrom) + 1;

/** 2025-03 and 2025-04: what the one-time repair took out of the record (handbook BUR-06). */
const REPAIRED = [2025 * 12 + 2, 2025 * 12 + 3];

/**
 * Status of the main account in an absolute month: N, 1-7 or #. Past events recur in a fixed rhythm, so any 24 months hold at least one:
 * one_m1 and disputed every 24 months, three_in_row every 18.
 */
export function mainStatus(s: Standing, month: number): string {
  if (s.overdueFrom !== undefined && month >= monthIndex(s.overdueFrom)) return String(Math.min(7, month - monthIndex(s.overdueFrom) + 1));
  if ((s.kind === 'one_m1' || s.kind === 'disputed') && (month + s.stream) % 24 === 0) return '1';
  if (s.kind === 'three_in_row') {
    const place = (month + s.stream) % 18;
    return place < 3 ? String(place + 1) : 'N';
  }
  return s.kind === 'repaired_missing' && REPAIRED.includes(month) ? '#' : 'N';
}
