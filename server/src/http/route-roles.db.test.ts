import type { CustomerId } from '@tallystick/kernel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCustomer } from '#modules/customers';
import customers from '#mount/customers';
import { type BranchId, type Operation, type Role, type Route, STAFF_ROLES, type StaffRole } from '#platform';
import { ask, type Browser, borrowerBrowser, makeBranch, makeStaff, openWorld, type Reply, staffBrowser, type World } from '#test';
import { MOUNTS } from '../apps/mounts.ts';
import { buildApp } from './index.ts';

const mounts = MOUNTS.includes(customers) ? MOUNTS : [...MOUNTS, customers];
const routes: Route[] = mounts.flatMap((m) => m.routes ?? []);
/** Open to the whole internet. A new one has to be written here, by somebody who thought about it. */
const PUBLIC: readonly string[] = [
  'access.sign_in', // password, slowed down
  'access.second_factor', // needs the pending token
  'access.demo_hints', // not found unless the installation is a demonstration
  'access.list_open_branches', // what stands on the bank's door
  'customers.request_code', // one a minute, five an hour, answers alike for known and unknown numbers
  'customers.verify_code', // the code, five tries
  'customers.appeal_by_code', // the same code: somebody whose sign-in is locked
  'customers.list_consent_texts', // what is to be agreed to, before anybody signs in
  'connectors.payment_callback', // signed by the rail, with time and nonce
  'products.list', // the bank's shop window
  'products.list_lpr', // published by the central bank
  'engagement.landing', // the first-loan page
  'engagement.count_visit', // a counter by day and page, no visitor is known by it
  'engagement.ask_contact', // who wants to be called, with consent; held back by the flood gate
];
/** Writes that name their customer in the body: house journals have none. */
const CUSTOMER_IN_BODY: readonly string[] = ['ledger.post_manual'];

const AT_ONCE = 8;

let world: World;
let app: FastifyInstance;
let own: CustomerId;
let other: CustomerId;
let ownBranch: BranchId;
let otherBranch: BranchId;
type Who = { readonly name: string; readonly role: Role; readonly browser: Browser; readonly reaches: (id: CustomerId) => boolean };
const people: Who[] = [];

async function meet(role: StaffRole, branch: BranchId | null, scope: string, reaches: Who['reaches']): Promise<void> {
  people.push({ name: `${role} of ${scope}`, role, browser: await staffBrowser(world, app, await makeStaff(world, [role], branch)), reaches });
}
beforeAll(async () => {
  world = await openWorld(mounts);
  app = await buildApp(world.rt);
  [ownBranch, otherBranch] = [await makeBranch(world), await makeBranch(world)];
  const open = (mobile: string, branchId: BranchId) =>
    world.rt.asSystem('t', async (ctx) => (await openCustomer(ctx, { mobile, kind: 'merchant', branchId })).customerId);
  [own, other] = [await open('19900000001', ownBranch), await open('19900000002', otherBranch)];
  people.push({ name: 'nobody', role: 'PUBLIC', browser: null, reaches: () => false });
  people.push({ name: 'the customer', role: 'BORROWER', browser: await borrowerBrowser(world, own), reaches: (id) => id === own });
  for (const role of STAFF_ROLES) await meet(role, ownBranch, "the customer's branch", (id) => id === own);
  for (const role of STAFF_ROLES) await meet(role, null, 'the head office', () => true);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const may = (o: Operation, role: Role): boolean =>
  o.allow.includes('PUBLIC') || o.allow.includes(role) || (o.allow.includes('ANY_STAFF') && (STAFF_ROLES as readonly string[]).includes(role));
/** What must come back, from the operation's own line and the scope: a status, or null when the call is let through to its own rules. */
function expected(o: Operation, who: Who, customerId: CustomerId | null): 401 | 403 | 404 | null {
  if (o.allow.includes('PUBLIC')) return null;
  if (who.role === 'PUBLIC') return 401;
  if (!may(o, who.role)) return 403;
  return customerId !== null && !who.reaches(customerId) ? 404 : null;
}
const told = (r: Reply): string => `${r.status} ${r.code}`;
const CODE = { 401: '401 platform.sign_in_needed', 403: '403 platform.forbidden', 404: '404 platform.not_found' } as const;
/** Let through: whatever the operation's own rules say, but no refusal of rights and nothing broken. */
const isLetThrough = (r: Reply): boolean =>
  r.status < 500 && !['platform.sign_in_needed', 'platform.forbidden', 'platform.origin', 'platform.step_up_needed'].includes(r.code);

test('every route says who may call it, in roles there are, and the ones open to the internet are known by name', () => {
  const roles: readonly string[] = [...STAFF_ROLES, 'BORROWER', 'PUBLIC', 'ANY_STAFF', 'SYSTEM'];
  const wrong = routes.filter((r) => r.operation.allow.length === 0 || r.operation.allow.some((a) => !roles.includes(a))).map((r) => r.path);
  expect(wrong).toEqual([]);
  const open = routes
    .map((r) => r.operation)
    .filter((o) => o.allow.includes('PUBLIC'))
    .map((o) => o.name);
  expect(open.filter((name) => !PUBLIC.includes(name))).toEqual([]);
});
test('a record of a customer has its customer in the path, so that reach can be asked', () => {
  const hidden = routes.filter(
    ({ path, operation: o }) =>
      o.kind === 'command' && 'customerId' in o.input.shape && !path.includes(':customerId') && !CUSTOMER_IN_BODY.includes(o.name),
  );
  expect(hidden.map((r) => `${r.method} ${r.path}`)).toEqual([]);
});

describe.skipIf(process.env['TALLY_PROFILE'] === 'hash')('S3-26 row-level access', () => {
  test(`every route × every role × own branch, other branch, own record, another customer, nobody: ${routes.length} routes`, {
    timeout: 240_000,
  }, async () => {
    const surprises: string[] = [];
    let calls = 0;
    const visit = async (route: Route, who: Who, customerId: CustomerId | null): Promise<void> => {
      const reply = await ask(app, who.browser, route, customerId === null ? {} : { customerId }, { dryRun: route.operation.kind === 'command' });
      calls += 1;
      const wanted = expected(route.operation, who, customerId);
      const fits = wanted === null ? isLetThrough(reply) : told(reply) === CODE[wanted];
      const scope = customerId === null ? '' : customerId === own ? ' on the own record' : ' on another record';
      if (!fits) surprises.push(`${route.method} ${route.path} by ${who.name}${scope}: wanted ${wanted ?? 'to be let through'}, got ${told(reply)}`);
    };
    for (const route of routes) {
      const scopes: (CustomerId | null)[] = route.path.includes(':customerId') ? [own, other] : [null];
      const visits = people.flatMap((who) => scopes.map((customerId) => ({ who, customerId })));
      for (let at = 0; at < visits.length; at += AT_ONCE)
        await Promise.all(visits.slice(at, at + AT_ONCE).map((v) => visit(route, v.who, v.customerId)));
    }
    expect(surprises).toEqual([]);
    expect(calls).toBeGreaterThan(routes.length * people.length - 1);
  });

  test('the walk itself would notice: a route wrongly open, wrongly shut, or answering otherwise', () => {
    const [line] = routes.filter((r) => r.operation.allow.includes('ADMIN') && !r.operation.allow.includes('COLLECTOR'));
    const collector = people.find((p) => p.role === 'COLLECTOR');
    const admin = people.find((p) => p.role === 'ADMIN');
    if (line === undefined || collector === undefined || admin === undefined) throw new Error('the walk has nobody to walk with');
    expect([
      expected(line.operation, collector, null),
      expected(line.operation, admin, null),
      expected(line.operation, people[0] as Who, null),
    ]).toEqual([403, null, 401]);
    expect(expected({ ...line.operation, allow: ['COLLECTOR'] }, collector, other)).toBe(404);
    expect(isLetThrough({ status: 500, code: 'bug', body: {}, text: '', headers: {} })).toBe(false);
    expect(isLetThrough({ status: 403, code: 'platform.forbidden', body: {}, text: '', headers: {} })).toBe(false);
  });
});
