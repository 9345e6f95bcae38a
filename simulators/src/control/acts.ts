import { readFault } from '../faults.ts';
import { readOverrides } from '../overrides.ts';
import type { CallbackTarget } from '../payment/callback.ts';
import type { Orders } from '../payment/orders.ts';
import type { Shops } from '../platform/shops.ts';
import { SourceRefusal } from '../source-server.ts';
import { isSource, SOURCES, type SourceName } from '../sources.ts';
import type { World } from '../world.ts';

export type ControlParts = {
  readonly world: World;
  readonly shops: Shops;
  readonly orders: Orders;
  readonly target: CallbackTarget | undefined;
  readonly urls: Readonly<Partial<Record<SourceName | 'control', string>>>;
  readonly latencyMs: number;
};
export const bad = (message: string): SourceRefusal => new SourceRefusal(400, 'bad_request', message);

/** Sets a fault; refuses in plain words. */
export function setFault(world: World, source: string, input: unknown): void {
  if (!isSource(source)) throw new SourceRefusal(404, 'no_such_source', `sources are ${SOURCES.join(', ')}`);
  const fault = readFault(input);
  if (typeof fault === 'string') throw bad(fault);
  world.faults.set(source, fault);
}
/** Replaces what is set about a subject; refuses in plain words. */
export function setSubject(world: World, idNo: string, input: unknown): void {
  const overrides = readOverrides(input);
  if (Array.isArray(overrides)) throw bad(overrides.join('; '));
  world.set(idNo, overrides);
}

export const stateOf = ({ world, urls, latencyMs, target }: ControlParts) => ({
  seed: world.seed,
  latency_ms: latencyMs,
  callback_url: target?.url ?? null,
  messages: world.messages.count,
  calls: world.calls.count,
  sources: SOURCES.map((name) => ({ name, url: urls[name] ?? '', faults: world.faults.all()[name] ?? [] })),
  subjects: Object.fromEntries(world.subjects()),
});
