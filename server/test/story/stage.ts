import { addDays, assert, must, Refusal } from '@tallystick/kernel';
import { closeDay } from '../../src/worker/close-of-business.ts';
import { faultsOf, type Open } from '../whole.ts';
import { openCast } from './cast.ts';
import { applyingActs, joiningActs, outsideActs } from './customer-acts.ts';
import { lendingSights, loanSights } from './sights.ts';
import { careActs, guardActs, lendingActs } from './staff-acts.ts';
import type { Stage } from './table.ts';

const NIGHT = 22 * 60 + 30;

/** The stage of the whole thread: a line of the table is one act of one person. The first word after an act is whom it is about. */
export async function threadStage(open: Open, people: Readonly<Record<string, number>>): Promise<Stage> {
  const { bank, world } = open;
  const cast = await openCast(open, people);
  const acts = { ...joiningActs(cast), ...applyingActs(cast), ...outsideActs(cast), ...lendingActs(cast), ...guardActs(cast), ...careActs(cast) };
  let today = await world.rt.asSystem('test', async (ctx) => must(ctx.today, 'a business date'));
  let faults: readonly string[] = [];

  async function act([name = '', whom = '', ...words]: readonly string[]): Promise<void> {
    const run = acts[name];
    assert(run !== undefined, `nobody knows how to "${name}"`);
    cast.turnTo(whom);
    await run(...words);
  }
  /** "refused CODE act …": the act is refused with that code, and nothing else. */
  async function refused([code = '', ...words]: readonly string[]): Promise<void> {
    const error = await act(words).then(
      () => undefined,
      (e: unknown) => e,
    );
    if (error !== undefined && !(error instanceof Refusal)) throw error;
    assert(error?.code === code, `refused with ${error?.code ?? 'nothing'}, not ${code}`);
    faults = error.faults.map((f) => f.field).sort();
  }

  return {
    async moveTo(day, minute) {
      for (; today < day; today = addDays(today, 1)) {
        world.clock.moveTo(today, NIGHT);
        const closed = await closeDay(world.rt);
        assert(closed.closed, `${today} could not be closed: ${closed.steps.find((s) => s.fault !== null)?.fault}`);
        world.clock.moveTo(addDays(today, 1), 0);
        await bank.work();
      }
      world.clock.moveTo(day, minute);
      await bank.work();
    },
    acts: {
      ...Object.fromEntries(Object.keys(acts).map((name) => [name, (words: readonly string[]) => act([name, ...words])])),
      refused,
      look: async ([whom = '']) => cast.turnTo(whom),
    },
    sees: {
      ...lendingSights(cast),
      ...loanSights(cast),
      faults: async () => faults.join(' '),
      /** What every check of every module finds wrong. */
      verify: async () => (await faultsOf(world)).join('; ') || 'clean',
    },
  };
}
