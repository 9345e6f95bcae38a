import { addMonths, type CalendarDate, PPM_PER_BP } from '@tallystick/kernel';
import type { LoanEvent } from '../book/events.ts';
import { refuse } from './refusals.ts';

/** One publication of the loan prime rate (REP-13): monthly, two tenors. */
export type LprPublication = { readonly on: CalendarDate; readonly oneYearPpm: bigint; readonly fiveYearPpm: bigint };

export type Floating = {
  readonly tenor: '1Y' | '5Y';
  /** Added to the LPR, in basis points; may be negative. */
  readonly spreadBp: bigint;
  /** 重定价: never, every 1 January, every anniversary of the start, or every so many months. */
  readonly repricing: 'fixed' | 'new_year' | 'anniversary' | { readonly everyMonths: number };
};

/** The LPR in force on a day: that of the last publication on or before it. Refuses loan.lpr_unknown. */
export function lprOn(table: readonly LprPublication[], tenor: Floating['tenor'], day: CalendarDate): bigint {
  const published = table
    .filter((p) => p.on <= day)
    .reduce<LprPublication | undefined>((last, p) => (last !== undefined && last.on > p.on ? last : p), undefined);
  if (published === undefined) throw refuse('loan.lpr_unknown', { field: 'lpr', facts: { on: day } });
  return tenor === '1Y' ? published.oneYearPpm : published.fiveYearPpm;
}

/** Contract rate on a day: LPR + spread, never below zero (REP-12, REP-13). */
export function floatingRate(table: readonly LprPublication[], floating: Floating, day: CalendarDate): bigint {
  const rate = lprOn(table, floating.tenor, day) + floating.spreadBp * PPM_PER_BP;
  return rate > 0n ? rate : 0n;
}

/** Days after `start` and up to `to` on which the contract takes the LPR anew. */
export function repricingDays(floating: Floating, start: CalendarDate, to: CalendarDate): CalendarDate[] {
  const { repricing } = floating;
  if (repricing === 'fixed') return [];
  const days: CalendarDate[] = [];
  const months = repricing === 'anniversary' || repricing === 'new_year' ? 12 : repricing.everyMonths;
  const first = repricing === 'new_year' ? `${Number(start.slice(0, 4)) + 1}-01-01` : addMonths(start, months);
  for (let k = 0, day: CalendarDate = first; day <= to; k += 1, day = addMonths(first, k * months)) days.push(day);
  return days;
}

/** Repricing as events, one for each repricing day up to `to`, numbered from `firstSeq`. Past periods are unchanged (REP-12). */
export function repricingEvents(
  table: readonly LprPublication[],
  floating: Floating,
  start: CalendarDate,
  to: CalendarDate,
  firstSeq: number,
): LoanEvent[] {
  return repricingDays(floating, start, to).map((on, k) => ({ on, seq: firstSeq + k, kind: 'rate', ratePpm: floatingRate(table, floating, on) }));
}
