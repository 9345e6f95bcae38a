import { assert } from '@tallystick/kernel';
import { type Actor, ANONYMOUS, type Origin, type Runtime, type SimulatedClock, sha256Hex, workAll, workOnce } from '#platform';
import type { Hands } from './hands.ts';
import type { Outside } from './outside.ts';

const WORKERS = 3;
const FEW = 3;

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

/** Where a call comes from: an address of a range that belongs to nobody (RFC 2544), one a person. */
const originOf = (who: string): Origin => {
  const hash = sha256Hex(who);
  return { ip: `198.18.${Number.parseInt(hash.slice(0, 2), 16)}.${Number.parseInt(hash.slice(2, 4), 16)}`, device: 'Demo device', requestId: 'demo' };
};

export function openBank(parts: { rt: Runtime; clock: SimulatedClock; outside: Outside; hands?: Hands }): Bank {
  const { rt, clock, outside, hands } = parts;
  let calls = 0;
  return {
    rt,
    clock,
    outside,
    async call(actor, name, input, upload) {
      const operation = rt.operations.get(name);
      assert(operation !== undefined, `there is no operation ${name}`);
      calls += 1;
      const { mobile } = input as { mobile?: unknown };
      const origin = originOf(typeof mobile === 'string' ? mobile : actor.id);
      const answer = await rt.execute(operation, { actor, input, origin, key: `demo-${String(calls).padStart(8, '0')}`, ...(upload && { upload }) });
      return answer.json;
    },
    async work() {
      // A few jobs are done by one hand. Whoever of all hands finds nothing may leave while another's job brings more: the last one sees to it.
      for (let i = 0; i < FEW; i += 1) if (!(await workOnce(rt))) return;
      await Promise.all([...Array.from({ length: WORKERS }, () => workAll(rt)), hands?.work()]);
    },
  };
}

export const anybody: Actor = ANONYMOUS;
