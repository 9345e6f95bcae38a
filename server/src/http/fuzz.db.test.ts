import type { CustomerId } from '@tallystick/kernel';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCustomer } from '#modules/customers';
import customers from '#mount/customers';
import { manifest, readMigrations, STAFF_ROLES } from '#platform';
import { type Browser, borrowerBrowser, makeBranch, makeStaff, openWorld, staffBrowser, type World } from '#test';
import { fittingObject, HOSTILE, hostileObject, type Schema } from '../../test/schema-arbitrary.ts';
import { MOUNTS } from '../apps/mounts.ts';
import { buildApp } from './index.ts';

/** Requests for each route and each of the two callers. FUZZ_RUNS=1000 for a night's run. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 4);
const SEED = 20_260_302;
/** Written even when a call is refused, on purpose: counted tries, the exception log, the idle clock. */
const MAY_GROW = new Set(['audit.event', 'audit.unsealed', 'access.attempt', 'access.one_time_code', 'access.session']);
/** What an answer never shows: a place in the code, a statement, a path of the machine. */
const INSIDE =
  /\bat [\w.<> ]+ \(|\.ts:\d+|node_modules|\/(?:home|work|tmp|usr)\/|\b(?:select|insert into|update) [\w ,*"]+ (?:from|set|values)\b|violates|syntax error/i;

type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Call = { method: string; path: string; operation: Operation };
type Request = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; payload?: string | Buffer; type?: string };

let world: World;
let app: FastifyInstance;
let own: CustomerId;
let owner: pg.Client;
let calls: Call[];
const seen = new Map<string, string[]>();
const known = (prefix: string): readonly string[] => seen.get(prefix) ?? [];
function learn(text: string): void {
  for (const [id, prefix] of text.matchAll(/\b([a-z]{3,5})_[0-9a-hjkmnp-tv-z]{26}\b/g)) {
    const list = seen.get(prefix ?? '') ?? [];
    if (list.length < 20 && !list.includes(id)) seen.set(prefix ?? '', [...list, id]);
  }
}

beforeAll(async () => {
  world = await openWorld(MOUNTS.includes(customers) ? MOUNTS : [...MOUNTS, customers]);
  app = await buildApp(world.rt);
  const branchId = await makeBranch(world);
  own = await world.rt.asSystem('t', async (ctx) => (await openCustomer(ctx, { mobile: '19900000001', kind: 'merchant', branchId })).customerId);
  learn(own);
  const document = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json() as { paths: Record<string, Record<string, Operation>> };
  calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
  await world.close();
});

const TABLES = [...manifest(readMigrations()).keys()].filter((t) => !MAY_GROW.has(t));
type Snapshot = ReadonlyMap<string, string>;
/** How many rows every table has, and the youngest change in it: a row written, changed or taken away shows. */
async function snapshot(): Promise<Snapshot> {
  const text = TABLES.map((t) => `select '${t}' as t, count(*)::text || ' ' || coalesce(max(xmin::text::bigint), 0) as n from ${t}`).join(
    ' union all ',
  );
  const { rows } = await owner.query<{ t: string; n: string }>({ name: 'snapshot', text });
  return new Map(rows.map((r) => [r.t, r.n]));
}
const difference = (a: Snapshot, b: Snapshot): string =>
  [...b]
    .filter(([t, n]) => a.get(t) !== n)
    .map(([t]) => t)
    .join(', ');

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/[\ud800-\udfff]/g, '?') : JSON.stringify(value));
function requests(c: Call): fc.Arbitrary<Request> {
  const inPath: Schema = {
    properties: Object.fromEntries(c.operation.parameters.filter((p) => p.in === 'path').map((p) => [p.name, p.schema])),
    required: c.operation.parameters.filter((p) => p.in === 'path').map((p) => p.name),
  };
  const inQuery = c.operation.parameters.filter((p) => p.in === 'query');
  const querySchema: Schema = {
    properties: Object.fromEntries(inQuery.map((p) => [p.name, p.schema])),
    required: inQuery.filter((p) => p.required).map((p) => p.name),
  };
  const bodySchema = c.operation.requestBody?.content['application/json']?.schema;
  const isFile = c.operation.requestBody?.content['application/octet-stream'] !== undefined;
  const mixed = (s: Schema): fc.Arbitrary<Record<string, unknown>> => fc.oneof(fittingObject(s, known), hostileObject(s, known));
  const hostilePath = fc.tuple(
    fittingObject(inPath, known),
    fc.option(fc.constantFrom(...HOSTILE.filter((h) => typeof h === 'string' && h !== '')), { nil: undefined, freq: 4 }),
  );
  return fc
    .tuple(hostilePath, mixed(querySchema), bodySchema ? mixed(bodySchema) : fc.constant(undefined), fc.uint8Array({ maxLength: 64 }))
    .map(([[fields, bad], query, body, bytes]) => {
      const names = Object.keys(fields);
      const url = c.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(textOf(bad !== undefined && name === names.at(-1) ? bad : name === 'customerId' ? own : fields[name])),
      );
      const search = new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, textOf(v)])).toString();
      return {
        method: c.method as Request['method'],
        url: `/api${url}${search ? `?${search}` : ''}`,
        ...(isFile
          ? { payload: Buffer.from(bytes), type: 'application/octet-stream' }
          : body === undefined
            ? {}
            : { payload: JSON.stringify(body), type: 'application/json' }),
      };
    });
}

let keys = 0;
async function send(who: NonNullable<Browser>, r: Request): Promise<{ status: number; text: string }> {
  keys += 1;
  const answer = await app.inject({
    method: r.method,
    url: r.url,
    ...(r.payload !== undefined && { payload: r.payload }),
    headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'idempotency-key': `fuzz-key-${keys}`, ...(r.type && { 'content-type': r.type }) },
  });
  return { status: answer.statusCode, text: answer.body };
}
/** What is wrong with an answer by itself. */
function faultOf(status: number, text: string): string | undefined {
  if (status >= 500) return 'broke';
  return INSIDE.test(text) ? 'showed its inside' : undefined;
}
/** Calls every route with generated requests; answers what went wrong. Readings are compared once a route, writes after each call. */
async function storm(enter: () => Promise<NonNullable<Browser>>): Promise<{ faults: string[]; sent: number; done: number }> {
  const faults: string[] = [];
  let [sent, done, who, before] = [0, 0, await enter(), await snapshot()];
  for (const c of calls.filter((one) => one.operation.operationId !== 'access_sign_out')) {
    let refused = '';
    for (const r of fc.sample(requests(c), { seed: SEED, numRuns: RUNS })) {
      const { status, text } = await send(who, r);
      sent += 1;
      learn(text);
      const tale = `${r.method} ${r.url.slice(0, 200)} ${String(r.payload ?? '').slice(0, 300)} → ${status} ${text.slice(0, 200)}`;
      const fault = faultOf(status, text);
      if (fault !== undefined) faults.push(`${fault}: ${tale}`);
      if (status < 400) done += 1;
      else refused = tale;
      if (c.method !== 'GET') {
        const after = await snapshot();
        const changed = difference(before, after);
        if (status >= 400 && changed !== '') faults.push(`changed ${changed} although refused: ${tale}`);
        before = after;
      }
      if (status === 401) [who, before] = [await enter(), await snapshot()];
      if (text.includes('"platform.forbidden"')) break; // Refused by role, before the request is looked at: one is enough.
    }
    if (c.method === 'GET' && refused !== '') {
      const after = await snapshot();
      const changed = difference(before, after);
      if (changed !== '') faults.push(`a reading changed ${changed}: ${refused}`);
      before = after;
    }
  }
  return { faults, sent, done };
}

const skip = process.env['TALLY_PROFILE'] === 'hash';
test.skipIf(skip)(
  'S3-25 generated requests, fitting and hostile, by somebody who holds every role: nothing breaks, nothing shows its inside, no refused call changes a row',
  { timeout: 240_000 },
  async () => {
    const staff = await makeStaff(world, STAFF_ROLES);
    let minute = 9 * 60;
    const { faults, sent, done } = await storm(() => {
      world.clock.moveTo('2026-03-02', minute++); // A code of the second factor works once: the next half minute brings another.
      return staffBrowser(world, app, staff);
    });
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(calls.length);
    expect(done).toBeGreaterThan(sent / 20); // Enough gets through for the rest to mean something.
  },
);
test.skipIf(skip)('S3-25 the same by a borrower', { timeout: 240_000 }, async () => {
  const { faults, done } = await storm(() => borrowerBrowser(world, own));
  expect(faults).toEqual([]);
  expect(done).toBeGreaterThan(RUNS);
});
