import { must } from '@tallystick/kernel';
import { type Runtime, systemActor } from '#platform';
import { closeDay, type StepRow } from '../../worker/close-of-business.ts';
import { openCluster, openRuntime } from '../open.ts';

type Told = { ok: boolean; data: unknown; text: string };
type Status = { businessDate: string; steps: StepRow[]; runs: { businessDate: string; closed: boolean }[] };

async function withBank(work: (rt: Runtime) => Promise<Told>): Promise<Told> {
  const cluster = await openCluster();
  const rt = openRuntime({ databaseUrl: cluster.url, process: 'cob' });
  try {
    return await work(rt);
  } finally {
    await rt.stop();
    await cluster.stop();
  }
}
const stepLine = (s: StepRow): string =>
  `${s.state.padEnd(7)} ${s.step}${s.total > 0 ? ` ${s.done}/${s.total}` : ''}${s.fault === null ? '' : `\n        ${s.fault}`}`;

/** `tally cob run`: closes the current business day and moves the date; not ok when a step failed, and the day then stays open. */
export const cobRun = (): Promise<Told> =>
  withBank(async (rt) => {
    const day = await closeDay(rt);
    const end = day.closed
      ? `${day.businessDate} is closed; the business date is ${day.movedTo}.`
      : `${day.businessDate} stays open: see the step that failed.`;
    return { ok: day.closed, data: day, text: [...day.steps.map(stepLine), end].join('\n') };
  });

/** `tally cob status`: the business date, the steps of the last run and how the runs before it ended. */
export const cobStatus = (): Promise<Told> =>
  withBank(async (rt) => {
    const answer = await rt.execute(must(rt.operations.get('cob.status'), 'close of business is mounted'), { actor: systemActor('cob'), input: {} });
    const status = answer.json as Status;
    const runs = status.runs.map((r) => `${r.businessDate} ${r.closed ? 'closed' : 'open'}`);
    return { ok: true, data: status, text: [`Business date ${status.businessDate}`, ...status.steps.map(stepLine), ...runs].join('\n') };
  });
