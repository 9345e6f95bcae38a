import { assert, type CalendarDate } from '@tallystick/kernel';
import { type SimulatorOptions, type Simulators, startSimulators } from '@tallystick/simulators';
import { syncGrants } from '#modules/access';
import { MOUNTS } from '../src/apps/mounts.ts';
import { seedReference } from '../src/apps/reference.ts';
import { type Bank, openBank } from '../src/apps/seed/bank.ts';
import { type House, openHouse } from '../src/apps/seed/desk/staff.ts';
import { type Outside, outsideAt } from '../src/apps/seed/outside.ts';
import { openWorld, type World } from './world.ts';

/** The whole product with its outside world, staffed and open on a day. */
export type Open = {
  readonly world: World;
  readonly bank: Bank;
  readonly house: House;
  readonly outside: Outside;
  /** Lets a source answer badly, as `simulators/README.md` lists: the next so many calls. */
  disturb(source: string, fault: { mode: string; times: number }): Promise<void>;
  /** How often a payment rail was given an order. */
  timesOrdered(orderNo: string): Promise<number>;
  /** Messages of a kind that reached a mobile: 催收, 通知, 验证码. */
  messages(mobile: string, kind: string): Promise<number>;
  /** Shops that the platforms list. */
  shops(limit: number, asOf: CalendarDate): Promise<{ shop_id: string; platform: string; shop_name: string; owner_id: string }[]>;
  close(): Promise<void>;
};

/** A busy machine answers late, and a story that waits for a second try is another story. */
const PATIENT = { CONNECTOR_TIMEOUT_MS: '20000' };
/** The product with its outside world on a day; nobody works there yet. */
export async function openEmpty(day: CalendarDate, options: Partial<SimulatorOptions> = {}): Promise<Omit<Open, 'house'>> {
  const simulators: Simulators = await startSimulators({ basePort: 0, latencyMs: 0, ...options });
  const { control, ...sources } = simulators.urls;
  const world = await openWorld(MOUNTS, { day, env: { OUTSIDE_URLS: JSON.stringify(sources), ...PATIENT } });
  await world.rt.asSystem('test', async (ctx) => {
    await syncGrants(ctx, [...world.rt.operations.values()]);
    await seedReference(ctx);
  });
  const outside = outsideAt(control);
  return {
    world,
    bank: openBank({ rt: world.rt, clock: world.clock, outside }),
    outside,
    async disturb(source, fault) {
      const answer = await fetch(`${control}/faults/${source}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fault),
      });
      assert(answer.ok, `no such fault: ${await answer.text()}`);
    },
    async timesOrdered(orderNo) {
      const { calls } = (await (await fetch(`${control}/log?limit=1000`)).json()) as { calls: { path: string; body: { order_no?: string } }[] };
      return calls.filter((c) => c.path === '/disburse' && c.body.order_no === orderNo).length;
    },
    async messages(mobile, kind) {
      const { messages } = (await (await fetch(`${control}/messages?to=${mobile}&limit=1000`)).json()) as { messages: { biz_type: string }[] };
      return messages.filter((m) => m.biz_type === kind).length;
    },
    async shops(limit, asOf) {
      return ((await (await fetch(`${sources.platform}/shops?limit=${limit}&as_of=${asOf}`)).json()) as { shops: never[] }).shops;
    },
    async close() {
      await world.close();
      await simulators.stop();
    },
  };
}
/** The same with branches and staff. */
export async function openAll(day: CalendarDate, options: Partial<SimulatorOptions> = {}): Promise<Open> {
  const open = await openEmpty(day, options);
  return { ...open, house: await openHouse(open.world.rt) };
}

/** What every check of every module finds wrong: nothing, when all is well. */
export async function faultsOf(world: World): Promise<string[]> {
  const faults: string[] = [];
  for (const check of MOUNTS.flatMap((m) => m.verifies ?? []))
    faults.push(...(await world.rt.asSystem('test', (ctx) => check.run(ctx))).map((fault) => `${check.name}: ${fault}`));
  return faults;
}
