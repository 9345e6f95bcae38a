import { assert } from '@tallystick/kernel';
import { type Actor, ANONYMOUS, type Runtime, type SimulatedClock, workAll } from '#platform';
import type { Outside } from './outside.ts';

/** What the API would send: looked into freely, as a client does. */
// biome-ignore lint/suspicious/noExplicitAny: an answer in JSON has no type of its own here.
export type Json = any;

/** The bank as people use it: operations by name, run as somebody, at the time the clock shows. Nothing is written any other way. */
export type Bank = {
  readonly rt: Runtime;
  readonly clock: SimulatedClock;
  readonly outside: Outside;
  /** Runs an operation with a fresh idempotency key; answers what the API would send. */
  call(actor: Actor, name: string, input: object, upload?: Uint8Array): Promise<Json>;
  /** Runs jobs until none is ready. */
  work(): Promise<void>;
};

/** Where borrowers' calls come from: a range that belongs to nobody (RFC 5737). */
const ORIGIN = { ip: '203.0.113.7', device: 'Demo phone', requestId: 'demo' };

export function openBank(parts: { rt: Runtime; clock: SimulatedClock; outside: Outside; workers?: number }): Bank {
  const { rt, clock, outside, workers = 4 } = parts;
  let calls = 0;
  return {
    rt,
    clock,
    outside,
    async call(actor, name, input, upload) {
      const operation = rt.operations.get(name);
      assert(operation !== undefined, `there is no operation ${name}`);
      calls += 1;
      const answer = await rt.execute(operation, { actor, input, origin: ORIGIN, key: `demo-${String(calls).padStart(8, '0')}`, ...(upload && { upload }) });
      return answer.json;
    },
    async work() {
      // A worker that finds nothing may leave while another's job still brings new ones.
      while ((await Promise.all(Array.from({ length: workers }, () => workAll(rt)))).some((done) => done > 0));
    },
  };
}

/** Runs work over a list, at most `bound` at a time; the first failure ends it. */
export async function inParallel<T>(list: readonly T[], bound: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const one = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(bound, list.length) }, one));
}
export const anybody: Actor = ANONYMOUS;
