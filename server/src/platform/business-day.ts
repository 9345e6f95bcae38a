import type { CalendarDate } from '@tallystick/kernel';
import type { Ctx } from './context.ts';

/** Sets the bank's business date: once at the start, then only by close of business. */
export async function setBusinessDay(ctx: Ctx, today: CalendarDate): Promise<void> {
  ctx.tx.send('insert into platform.business_day (single, today) values (true, $1) on conflict (single) do update set today = excluded.today', [
    today,
  ]);
}
