import { addDays, type CalendarDate, Refusal } from '@tallystick/kernel';
import { type Ctx, type DayStep, type DayUnit, errorFacts, type Runtime, setBusinessDay } from '#platform';

/** Units of one step that are worked on side by side, each in a transaction of its own. */
const SIDE_BY_SIDE = 4;
const PROGRESS_EVERY_MS = 250;
/** Any number that nothing else locks with. */
const LOCK = 7402;

export type StepState = 'waiting' | 'running' | 'done' | 'failed';
export type StepRow = {
  businessDate: CalendarDate;
  step: string;
  state: StepState;
  done: number;
  total: number;
  fault: string | null;
  startedAt: string | null;
  finishedAt: string | null;
};
export type DayResult = { businessDate: CalendarDate; closed: boolean; movedTo: CalendarDate | null; steps: readonly StepRow[] };

/** The last two steps of every day: prove the books, then move the business date. */
const VERIFY = { name: 'cob.verify', says: { zh: '核对账务与记录', en: 'Prove books and records' } } as const;
const MOVE = { name: 'cob.move', says: { zh: '切换营业日期', en: 'Move the business date' } } as const;
export const stepsOf = (rt: Pick<Runtime, 'mounts'>): readonly { name: string; says: { zh: string; en: string } }[] => [
  ...rt.mounts.flatMap((m) => m.daily ?? []),
  VERIFY,
  MOVE,
];

/**
 * Closes the bank's current day: every module's daily steps in module order, the daily verifications, then the next business date.
 * Interrupted at any point it goes on where it stopped, because a step lists only what is still to be done. Refuses cob.already_running.
 * A unit that fails marks its step failed, the others go on, and the day stays open.
 */
export async function closeDay(rt: Runtime): Promise<DayResult> {
  // The lock lives in a transaction that stays open meanwhile: a killed process lets go of it.
  return rt.db.inTx(async (tx) => {
    const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
    if (!lock?.mine) throw new Refusal('cob.already_running');
    const date = await rt.asSystem('cob.plan', (ctx) =>
      planDay(
        ctx,
        stepsOf(rt).map((s) => s.name),
      ),
    );
    const steps = rt.mounts.flatMap((m) => m.daily ?? []);
    for (let work = await nextWork(rt, steps, date); work !== undefined; work = await nextWork(rt, steps.slice(steps.indexOf(work.step) + 1), date))
      if (!(await runStep(rt, work, date))) return result(rt, date, false);
    if (!(await verifyDay(rt, date))) return result(rt, date, false);
    await rt.asSystem(MOVE.name, async (ctx) => {
      await setBusinessDay(ctx, addDays(date, 1));
      mark(ctx, date, [MOVE.name], { state: 'done', done: 1, total: 1 });
    });
    return result(rt, date, true);
  });
}

async function planDay(ctx: Ctx, steps: readonly string[]): Promise<CalendarDate> {
  await ctx.tx.query(
    `insert into platform.day_step (business_date, step, place, state)
     select $1, s.step, s.place, 'waiting' from unnest($2::text[]) with ordinality s(step, place) on conflict (business_date, step) do nothing`,
    [ctx.today, steps],
  );
  return ctx.today;
}

function mark(ctx: Ctx, date: CalendarDate, steps: readonly string[], to: { state: StepState; done: number; total: number; fault?: string }): void {
  ctx.tx.send(
    `update platform.day_step set state = $3, done = $4, total = $5, fault = $6, started_at = coalesce(started_at, $7),
       finished_at = case when $3 in ('done', 'failed') then $7 else null end where business_date = $1 and step = any($2)`,
    [date, steps, to.state, to.done, to.total, to.fault ?? null, ctx.wall],
  );
}

type Work = { readonly step: DayStep; readonly units: readonly DayUnit[] };
/** The first of the steps that has something to do, marked as running; those before it are done. Most days most steps have nothing. */
const nextWork = (rt: Runtime, steps: readonly DayStep[], date: CalendarDate): Promise<Work | undefined> =>
  rt.asSystem('cob.list', async (ctx) => {
    const idle: string[] = [];
    let work: Work | undefined;
    for (const step of steps) {
      const units = await step.list(ctx, date);
      if (units.length > 0) {
        work = { step, units };
        break;
      }
      idle.push(step.name);
    }
    if (idle.length > 0) mark(ctx, date, idle, { state: 'done', done: 0, total: 0 });
    if (work) mark(ctx, date, [work.step.name], { state: 'running', done: 0, total: work.units.length });
    return work;
  });

async function runStep(rt: Runtime, { step, units }: Work, date: CalendarDate): Promise<boolean> {
  const fault = await runUnits(rt, step, units, date);
  const done = fault.failed === 0;
  await rt.asSystem(step.name, async (ctx) =>
    mark(ctx, date, [step.name], {
      state: done ? 'done' : 'failed',
      done: units.length - fault.failed,
      total: units.length,
      ...(fault.first ? { fault: fault.first } : {}),
    }),
  );
  return done;
}

async function runUnits(
  rt: Runtime,
  step: DayStep,
  units: readonly DayUnit[],
  date: CalendarDate,
): Promise<{ failed: number; first: string | undefined }> {
  let next = 0;
  let failed = 0;
  let first: string | undefined;
  let told = performance.now();
  const lane = async (): Promise<void> => {
    for (let unit = units[next++]; unit !== undefined; unit = units[next++]) {
      const mine = unit;
      try {
        await rt.asSystem(step.name, (ctx) => step.run(ctx, mine, date), mine.customerId);
      } catch (error) {
        failed += 1;
        const facts = errorFacts(error);
        first ??= `${mine.id}: ${facts.message}`.slice(0, 300);
        rt.log.error({ step: step.name, unit: mine.id, ...facts }, 'a unit of close of business failed');
      }
      if (performance.now() - told > PROGRESS_EVERY_MS) {
        told = performance.now();
        await rt.asSystem(step.name, async (ctx) =>
          mark(ctx, date, [step.name], { state: 'running', done: Math.min(next, units.length) - failed, total: units.length }),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return { failed, first };
}

async function verifyDay(rt: Runtime, date: CalendarDate): Promise<boolean> {
  const checks = rt.mounts.flatMap((m) => m.verifies ?? []).filter((v) => v.daily);
  return rt.asSystem(VERIFY.name, async (ctx) => {
    const faults: string[] = [];
    for (const check of checks) faults.push(...(await check.run(ctx)).map((f) => `${check.name}: ${f}`));
    const [fault] = faults;
    mark(ctx, date, [VERIFY.name], {
      state: fault === undefined ? 'done' : 'failed',
      done: checks.length - faults.length,
      total: checks.length,
      ...(fault === undefined ? {} : { fault }),
    });
    return fault === undefined;
  });
}

/** The steps of one day in their order. */
export const stepRows = (ctx: Ctx, date: CalendarDate): Promise<StepRow[]> =>
  ctx.tx.query<StepRow>(
    `select business_date as "businessDate", step, state, done, total, fault, started_at as "startedAt", finished_at as "finishedAt"
     from platform.day_step where business_date = $1 order by place`,
    [date],
  );

const result = (rt: Runtime, date: CalendarDate, closed: boolean): Promise<DayResult> =>
  rt.asSystem('cob.status', async (ctx) => ({ businessDate: date, closed, movedTo: closed ? ctx.today : null, steps: await stepRows(ctx, date) }));
