import { addMonths, type CalendarDate, type CustomerId, daysBetween } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { lateInstalments, writeLateness } from './repo.ts';

/** An instalment of a loan of ours that was not paid on its day; `paidOn` is null while something of it is open. */
export type LateInstalment = { readonly no: number; readonly dueOn: CalendarDate; readonly paidOn: CalendarDate | null };
/** How the customer pays our own loans: days late today, and the most that counts for a year (S0-26). */
export type OwnLateness = { readonly daysLateNow: number; readonly worst12m: number };

/** Which instalments of a loan are or were late, in place of what was told before: the next rating counts them. */
export const noteLateness = (ctx: Ctx, of: { customerId: CustomerId; loanId: string; late: readonly LateInstalment[] }): Promise<void> =>
  writeLateness(ctx.tx, of);

const MONTHS_COUNTED = 12;
/** Lateness of every loan here: an instalment counts while it is open, and for twelve months after it was paid. */
export async function ownLateness(ctx: Ctx, customerId: CustomerId): Promise<OwnLateness> {
  const since = addMonths(ctx.today, -MONTHS_COUNTED);
  const late = (await lateInstalments(ctx.tx, customerId)).filter((i) => i.paidOn === null || i.paidOn > since);
  const most = (of: readonly LateInstalment[]): number => Math.max(0, ...of.map((i) => daysBetween(i.dueOn, i.paidOn ?? ctx.today)));
  return { daysLateNow: most(late.filter((i) => i.paidOn === null)), worst12m: most(late) };
}
