import { type CalendarDate, Refusal, type RefusalEntry } from '@tallystick/kernel';
import { z } from 'zod';
import { type Ctx, command, get, mount, outsideJob, post, query, zDate, zInstant } from '#platform';
import { closeDay, stepRows } from './close-of-business.ts';

const refusals = {
  'cob.already_running': { status: 409, zh: '日终正在运行，请等待完成。', en: 'Close of business is running; wait for it to end.' },
} as const satisfies Record<string, RefusalEntry>;

const zStep = z.object({
  businessDate: zDate,
  step: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  fault: z.string().nullable(),
  startedAt: zInstant.nullable(),
  finishedAt: zInstant.nullable(),
});

/** One at a time: the key is the day, so a second press finds the job there. */
const closeJob = outsideJob({
  name: 'cob.close_day',
  payload: z.object({ businessDate: zDate }),
  tries: 3,
  prepare: async (ctx, p) => (p.businessDate === ctx.today ? p : undefined),
  call: async (_request, rt) => {
    try {
      await closeDay(rt);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // Somebody closes the day from the command line right now.
    }
  },
  settle: async () => {},
});

const run = command({
  name: 'cob.run',
  says: { zh: '运行日终并切换营业日期', en: 'Run close of business and move the business date' },
  allow: ['ADMIN'],
  input: z.object({}),
  output: z.object({ businessDate: zDate }),
  run: async (ctx) => {
    if ((await stepRows(ctx, ctx.today)).some((s) => s.state === 'running')) throw new Refusal('cob.already_running');
    await ctx.enqueue(closeJob, { businessDate: ctx.today }, { key: `${ctx.today}.${ctx.wall}` });
    return { businessDate: ctx.today };
  },
});

async function lastRun(ctx: Ctx): Promise<CalendarDate | undefined> {
  const [row] = await ctx.tx.query<{ day: CalendarDate | null }>(`select max(business_date) as day from platform.day_step where step = 'cob.move'`);
  return row?.day ?? undefined;
}

const status = query({
  name: 'cob.status',
  says: { zh: '营业日期与日终进度', en: 'Business date and progress of close of business' },
  allow: ['ANY_STAFF'],
  input: z.object({}),
  output: z.object({
    businessDate: zDate,
    steps: z.array(zStep),
    runs: z.array(z.object({ businessDate: zDate, closed: z.boolean(), startedAt: zInstant.nullable(), finishedAt: zInstant.nullable() })),
  }),
  run: async (ctx) => {
    const day = await lastRun(ctx);
    const runs = await ctx.tx.query<{ businessDate: CalendarDate; closed: boolean; startedAt: string | null; finishedAt: string | null }>(
      `select business_date as "businessDate", bool_and(state = 'done') as closed, min(started_at) as "startedAt", max(finished_at) as "finishedAt"
       from platform.day_step where step not in ('seed') group by business_date order by business_date desc limit 30`,
    );
    return { businessDate: ctx.today, steps: day === undefined ? [] : await stepRows(ctx, day), runs };
  },
});

export default mount({ name: 'cob', routes: [post('/cob/run', run), get('/cob/status', status)], refusals, jobs: [closeJob] });
