import type { Ctx } from '#platform';

export type SeedState = 'empty' | 'interrupted' | 'ready';

/** Seeding leaves its mark where days leave theirs, on a day before all days: a cut-off seeding is told from a bank that is ready. */
const DAY = '1970-01-01';

/** empty: nothing was ever seeded or opened. interrupted: a seeding began and did not end. ready: there is a business date to go on from. */
export async function seedState(ctx: Ctx): Promise<SeedState> {
  const [mark] = await ctx.tx.query<{ state: string }>('select state from platform.day_step where business_date = $1 and step = $2', [DAY, 'seed']);
  if (mark !== undefined && mark.state !== 'done') return 'interrupted';
  return (await ctx.tx.query('select 1 from platform.business_day')).length === 0 ? 'empty' : 'ready';
}
export async function markSeeding(ctx: Ctx, state: 'running' | 'done'): Promise<void> {
  ctx.tx.send(
    `insert into platform.day_step (business_date, step, place, state, started_at) values ($1, 'seed', 0, $2, $3)
     on conflict (business_date, step) do update set state = excluded.state, finished_at = excluded.started_at`,
    [DAY, state, ctx.wall],
  );
}
