import type { Instant } from '@tallystick/kernel';
import type { Ctx } from '../context.ts';

/** One kind of job: how many wait, how many were set aside, since when the oldest waits, and what the last failure said (never with data). */
export type JobReport = {
  readonly name: string;
  readonly ready: number;
  readonly dead: number;
  readonly oldest: Instant | null;
  readonly lastError: string | null;
};

/** The state of all queues, worst first: for the page that shows integration health. */
export async function reportJobs(ctx: Ctx): Promise<JobReport[]> {
  const rows = await ctx.tx.query<{ name: string; ready: bigint; dead: bigint; oldest: Instant | null; last_error: string | null }>(
    `/* batch */ select name, count(*) filter (where state = 'ready') as ready, count(*) filter (where state = 'dead') as dead, min(run_at) filter (where state = 'ready') as oldest,
       (array_agg(last_error order by run_at desc) filter (where last_error is not null))[1] as last_error
     from platform.job group by name order by dead desc, ready desc, name`,
  );
  return rows.map((r) => ({ name: r.name, ready: Number(r.ready), dead: Number(r.dead), oldest: r.oldest, lastError: r.last_error }));
}
