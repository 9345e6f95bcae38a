import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bankDate, parseDate } from '@tallystick/kernel';
import type { FastifyInstance } from 'fastify';
import { bureauKinds } from './bureau/kinds.ts';
import { openAuthority } from './ca/authority.ts';
import { caRoutes } from './ca/routes.ts';
import { controlServer } from './control/server.ts';
import { courtKinds } from './court/kinds.ts';
import { identityKinds } from './identity/kinds.ts';
import { messagingRoutes } from './messaging/routes.ts';
import { openOrders } from './payment/orders.ts';
import { paymentRoutes } from './payment/routes.ts';
import { openShops, platformKinds, type Shops, shopLine } from './platform/shops.ts';
import { registryKinds } from './registry/kinds.ts';
import { answerQueries, type QueryKind, sourceServer } from './source-server.ts';
import { SOURCES, type SourceName } from './sources.ts';
import { taxKinds } from './tax/kinds.ts';
import { openWorld } from './world.ts';

export type SimulatorOptions = {
  /** Port of the control page; the sources follow in order. 0 takes free ports, for tests. */
  readonly basePort: number;
  readonly seed?: string;
  /** Where CA keys, payment orders and overrides are kept; without it all is forgotten at the end. */
  readonly stateDir?: string;
  readonly latencyMs?: number;
  readonly shopsFile?: string;
  readonly dealsFile?: string;
  readonly callbackUrl?: string;
  readonly callbackSecret?: string;
  readonly log?: boolean;
};
export type Simulators = { readonly urls: Readonly<Record<SourceName | 'control', string>>; stop(): Promise<void> };

const GRACE_MS = 300;

/** A port that somebody else holds; the message says which and what to do. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy';
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortBusy(`Port ${port} is in use. Stop what listens there, or set SIMULATORS_PORT to another base port.`);
  }
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

function platformRoutes(app: FastifyInstance, shops: Shops): void {
  app.get<{ Querystring: { owner_id?: string; limit?: string; as_of?: string } }>('/shops', async ({ query }) => {
    const asOf = parseDate(query.as_of ?? '') ?? bankDate(new Date().toISOString());
    const limit = Math.max(1, Math.min(2000, Number(query.limit ?? 100) || 100));
    const ids = query.owner_id === undefined ? shops.list(limit) : shops.ofOwner(query.owner_id).slice(0, limit);
    return { shops: ids.map((id) => shopLine(shops, id, asOf)).filter((line) => line !== undefined) };
  });
}

/** Starts the whole outside world in this process: nine sources and the control page, each on its own port of 127.0.0.1. */
export async function startSimulators(options: SimulatorOptions): Promise<Simulators> {
  const { stateDir, latencyMs = 20, log = false } = options;
  if (stateDir !== undefined) mkdirSync(stateDir, { recursive: true });
  const world = openWorld(options.seed ?? 'tallystick', stateDir);
  const shops = openShops(world, options.shopsFile, options.dealsFile);
  const orders = openOrders(stateDir === undefined ? undefined : join(stateDir, 'payment-orders.jsonl'));
  const authority = await openAuthority(stateDir);
  const target = options.callbackUrl === undefined ? undefined : { url: options.callbackUrl, secret: options.callbackSecret ?? '' };
  const queries: Partial<Record<SourceName, Record<string, QueryKind>>> = {
    bureau: bureauKinds(world),
    court: courtKinds(world),
    registry: registryKinds(world),
    tax: taxKinds(world),
    platform: platformKinds(world, shops),
    identity: identityKinds(world),
  };
  const apps = new Map<SourceName, FastifyInstance>();
  for (const source of SOURCES) {
    const app = sourceServer(source, world, { latencyMs, log });
    answerQueries(app, source, queries[source] ?? {});
    apps.set(source, app);
    if (source === 'platform') platformRoutes(app, shops);
    if (source === 'payment') paymentRoutes(app, world, orders, target);
    if (source === 'ca') caRoutes(app, world, authority);
    if (source === 'messaging') messagingRoutes(app, world);
  }
  const urls = {} as Record<SourceName | 'control', string>;
  const control = controlServer({ world, shops, orders, target, urls, latencyMs });
  const all: [SourceName | 'control', FastifyInstance][] = [['control', control], ...apps];
  const stop = async () => {
    // Answers under way may finish; a silent connection (fault `timeout`) would hold us for ever and is cut.
    const cut = setTimeout(() => {
      for (const [, app] of all) app.server.closeAllConnections();
    }, GRACE_MS);
    await Promise.all(all.map(([, app]) => app.close()));
    clearTimeout(cut);
    world.close();
  };
  try {
    for (const [i, [name, app]] of all.entries()) urls[name] = await listen(app, options.basePort === 0 ? 0 : options.basePort + i);
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, stop };
}
