import { type CustomerId, type Instant, plusMs } from '@tallystick/kernel';
import { systemActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { errorFacts } from '../log.ts';
import { jobRuns } from '../metrics.ts';
import type { Loop } from '../module.ts';
import type { Runtime } from '../runtime.ts';
import type { JobDef } from './jobs.ts';

type Row = { customer_id: CustomerId; id: string; name: string; payload: Record<string, unknown>; attempts: number };
const LEASE_MS = 60_000;
const LONGEST_WAIT_S = 600;

/**
 * Takes one ready job and does it. Answers false when there was none. A plain job's effect and its end are one transaction; an
 * outside job is leased by wall time while no transaction is open.
 */
export async function workOnce(rt: Runtime, until?: Instant): Promise<boolean> {
  let taken: Row | undefined;
  try {
    const outside = await rt.asSystem('worker', async (ctx) => {
      const row = await takeJob(rt, ctx, until ?? ctx.now);
      taken = row;
      if (!row) return undefined;
      const def = rt.jobs.get(row.name);
      if (!def) throw new Error(`no such job: ${row.name}`);
      const own = { ...ctx, customerId: row.customer_id, actor: systemActor(row.name) };
      const payload = def.payload.parse(row.payload) as never;
      if (def.run) {
        await def.run(own, payload);
        return undefined;
      }
      const request = await def.outside?.prepare(own, payload);
      if (request === undefined) {
        await ctx.tx.query('delete from platform.job where customer_id = $1 and id = $2', [row.customer_id, row.id]);
        return undefined;
      }
      return { def, payload, request, row };
    });
    if (outside) await finishOutside(rt, outside);
    if (taken) jobRuns.inc({ name: taken.name, outcome: 'done' });
  } catch (error) {
    if (taken === undefined) throw error;
    jobRuns.inc({ name: taken.name, outcome: 'failed' });
    await putBack(rt, taken, error);
  }
  return taken !== undefined;
}

/** The next ready job, in one statement: a plain one is gone with this transaction, an outside one leased; undone if it fails. */
async function takeJob(rt: Runtime, ctx: Ctx, until: Instant): Promise<Row | undefined> {
  const outside = [...rt.jobs.values()].filter((def) => def.outside).map((def) => def.name);
  const [row] = await ctx.tx.query<Row>(
    `/* batch */ with next as (
       select customer_id, id, name, payload, attempts from platform.job
       where state = 'ready' and run_at <= $1 and (leased_until is null or leased_until < $2) order by run_at, id limit 1 for update skip locked
     ), leased as (
       update platform.job j set leased_until = $3 from next n where j.customer_id = n.customer_id and j.id = n.id and n.name = any($4)
     ), gone as (
       delete from platform.job j using next n where j.customer_id = n.customer_id and j.id = n.id and n.name <> all($4)
     ) select customer_id, id, name, payload, attempts from next`,
    [until, ctx.wall, plusMs(ctx.wall, LEASE_MS), outside],
  );
  return row;
}

async function finishOutside(rt: Runtime, o: { def: JobDef; payload: never; request: unknown; row: Row }): Promise<void> {
  const answer = await keepingLease(rt, o.row, async () => o.def.outside?.call(o.request, rt));
  await rt.inTx({ actor: systemActor(o.row.name), customerId: o.row.customer_id }, async (ctx) => {
    // Whoever deletes the row settles it: a worker that was frozen past its lease finds nothing and writes nothing.
    const mine = await ctx.tx.query('delete from platform.job where customer_id = $1 and id = $2 returning id', [o.row.customer_id, o.row.id]);
    if (mine.length === 1) await o.def.outside?.settle(ctx, o.payload, o.request, answer);
  });
}

/** Renews the lease while a long call is under way, so that nobody else begins it again. */
async function keepingLease<T>(rt: Runtime, row: Row, work: () => Promise<T>): Promise<T> {
  const renew = (): Promise<unknown> =>
    rt.asSystem(row.name, (ctx) =>
      ctx.tx.query('update platform.job set leased_until = $3 where customer_id = $1 and id = $2', [
        row.customer_id,
        row.id,
        plusMs(ctx.wall, LEASE_MS),
      ]),
    );
  const timer = setInterval(() => void renew().catch((e: unknown) => rt.log.warn(errorFacts(e), 'a lease could not be renewed')), LEASE_MS / 3);
  return work().finally(() => clearInterval(timer));
}

async function putBack(rt: Runtime, row: Row, error: unknown): Promise<void> {
  const def = rt.jobs.get(row.name);
  const facts = errorFacts(error);
  const attempts = row.attempts + 1;
  const dead = def === undefined || attempts >= def.tries;
  rt.log.warn({ job: row.name, id: row.id, attempts, dead, ...facts }, 'a job failed');
  await rt.asSystem(
    row.name,
    async (ctx) => {
      const waitS = Math.min(2 ** (attempts - 1), LONGEST_WAIT_S);
      await ctx.tx.query(
        `update platform.job set attempts = $3, state = $4, run_at = $5, leased_until = null, last_error = $6 where customer_id = $1 and id = $2`,
        [row.customer_id, row.id, attempts, dead ? 'dead' : 'ready', plusMs(ctx.now, waitS * 1000), `${facts.kind}: ${facts.message}`.slice(0, 300)],
      );
      if (dead && def?.gaveUp) await def.gaveUp({ ...ctx, customerId: row.customer_id }, def.payload.parse(row.payload) as never, facts.message);
    },
    row.customer_id,
  );
}

/** Works until nothing is ready (at most `limit` jobs): tests, seeding and the scenario use it in place of a worker. Answers how many ran. */
export async function workAll(rt: Runtime, limit = 100_000): Promise<number> {
  let done = 0;
  while (done < limit && (await workOnce(rt))) done += 1;
  return done;
}

/** One round after the other, never two at once. */
function startLoop(rt: Runtime, loop: Loop): { stop(): Promise<void> } {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= rt
      .asSystem(loop.name, (ctx) => loop.run(ctx))
      .catch((error: unknown) => rt.log.error({ loop: loop.name, ...errorFacts(error) }, 'a round failed'))
      .finally(() => {
        round = undefined;
      });
  }, loop.everySeconds * 1000);
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

/** Runs jobs until `stop` is called: woken by notice, and by a look every half second. */
export async function startWorker(rt: Runtime, loops = 4): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  const asleep = new Set<() => void>();
  const wake = (): void => {
    for (const wakeUp of asleep) wakeUp();
  };
  const unlisten = await rt.db.listen('tally_job', wake);
  const nap = (): Promise<void> =>
    new Promise((resolve) => {
      const wakeUp = (): void => {
        clearTimeout(timer);
        asleep.delete(wakeUp);
        resolve();
      };
      const timer = setTimeout(wakeUp, 500);
      asleep.add(wakeUp);
    });
  const loop = async (): Promise<void> => {
    while (!stopping) {
      const worked = await workOnce(rt).catch((error: unknown) => {
        rt.log.error(errorFacts(error), 'the worker could not take a job');
        return false;
      });
      if (!worked && !stopping) await nap();
    }
  };
  const running = Promise.all(Array.from({ length: loops }, loop));
  const timers = rt.mounts.flatMap((m) => m.loops ?? []).map((l) => startLoop(rt, l));
  return {
    async stop() {
      stopping = true;
      wake();
      await Promise.all([running, ...timers.map((t) => t.stop())]);
      await unlisten();
    },
  };
}
