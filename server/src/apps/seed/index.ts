import { addDays, type CalendarDate } from '@tallystick/kernel';
import { SimulatedClock, setBusinessDay } from '#platform';
import { openCluster, openRuntime, prepareDatabase } from '../open.ts';
import { environment } from '../settings.ts';
import { type Bank, openBank } from './bank.ts';
import { openHouse } from './desk/staff.ts';
import { openHands } from './hands.ts';
import { markSeeding, seedState } from './marker.ts';
import { reachOutside } from './outside.ts';
import { SCALES, type Scale } from './people/plan.ts';
import { countBank } from './tally.ts';
import { liveThrough } from './year.ts';

/** Where the story ends: the business date that the demo bank shows. */
const LAST_DAY: CalendarDate = '2026-11-20';

/** Lets a bank live on an empty database: the business date is set at its beginning, and days are closed one by one. */
export async function seedBank(bank: Bank, scale: Scale, say: (line: string) => void): Promise<Record<string, number>> {
  const first = addDays(LAST_DAY, -scale.days);
  bank.clock.moveTo(first, 8 * 60);
  await bank.rt.asSystem('seed', (ctx) => markSeeding(ctx, 'running'));
  await bank.rt.asSystem('seed', (ctx) => setBusinessDay(ctx, first));
  const house = await openHouse(bank.rt);
  await liveThrough(bank, house, scale, first, say);
  await bank.rt.asSystem('seed', (ctx) => markSeeding(ctx, 'done'));
  return countBank(bank, house);
}

/** Fills the empty database of this installation with the business of DEMO_BANK; answers how much there is of everything. */
export async function seedDemoBank(say: (line: string) => void): Promise<Record<string, number>> {
  const cluster = await openCluster();
  await prepareDatabase(cluster.url);
  const clock = new SimulatedClock(LAST_DAY);
  const rt = openRuntime({ databaseUrl: cluster.url, process: 'seed', clock, hurried: true });
  try {
    if ((await rt.asSystem('seed', seedState)) !== 'empty') throw new Error('There is a bank in this database already; seeding needs an empty one.');
    const { outside, stop } = await reachOutside(rt.config.SIMULATORS_PORT, environment());
    const hands = openHands(cluster.url, clock);
    try {
      await outside.reset();
      await outside.latency(0);
      const facts = await seedBank(openBank({ rt, clock, outside, hands }), SCALES[rt.config.DEMO_BANK], say);
      await outside.latency(null);
      return facts;
    } finally {
      await hands.stop();
      await stop();
    }
  } finally {
    await rt.stop();
    await cluster.stop();
  }
}
