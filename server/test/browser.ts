import { type CustomerId, must } from '@tallystick/kernel';
import type { FastifyInstance } from 'fastify';
import { openBorrowerSession } from '#modules/access';
import { ANONYMOUS, type Route } from '#platform';
import { type StaffActor, signedIn } from './staff.ts';
import type { World } from './world.ts';

/** Cookie and token of somebody signed in; null is nobody. */
export type Browser = { readonly cookie: string; readonly csrf: string } | null;
export type Reply = {
  readonly status: number;
  /** The refusal's code; empty when nothing was refused. */
  readonly code: string;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Record<string, unknown>;
};

const csrfOf = async (app: FastifyInstance, cookie: string): Promise<string> =>
  String((await app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })).json().csrf);

/** A staff member's browser, after password and second factor. */
export async function staffBrowser(world: World, app: FastifyInstance, staff: StaffActor): Promise<NonNullable<Browser>> {
  const cookie = `tally_staff=${await signedIn(world, staff)}`;
  return { cookie, csrf: await csrfOf(app, cookie) };
}
/** A customer's browser, as after a one-time code. */
export async function borrowerBrowser(world: World, customerId: CustomerId): Promise<NonNullable<Browser>> {
  const sessions: { kind: 'staff' | 'borrower'; token: string | null }[] = [];
  const { csrf } = await world.rt.inTx({ actor: ANONYMOUS, sessions }, (ctx) => openBorrowerSession(ctx, customerId));
  return { cookie: `tally_borrower=${must(sessions[0]?.token, 'a token')}`, csrf };
}

let keys = 0;
type Ask = { readonly body?: unknown; readonly query?: Record<string, string>; readonly dryRun?: boolean };
/** Calls a route as a browser; path fields are filled from `fields`, the rest by a well-formed id that belongs to nothing. */
export async function ask(app: FastifyInstance, who: Browser, route: Route, fields: Readonly<Record<string, string>>, o: Ask = {}): Promise<Reply> {
  keys += 1;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(fields[name] ?? idFor(route, name)));
  const isWrite = route.operation.kind === 'command';
  const upload = isWrite && 'uploadLimit' in route.operation && route.operation.uploadLimit !== undefined;
  const answer = await app.inject({
    method: route.method,
    url: `/api${path}`,
    ...(o.query && { query: o.query }),
    headers: {
      ...(who && { cookie: who.cookie, 'x-csrf-token': who.csrf }),
      ...(isWrite && { 'idempotency-key': `ask-key-${keys}`, 'content-type': upload ? 'application/octet-stream' : 'application/json' }),
      ...(o.dryRun && { 'x-dry-run': 'true' }),
    },
    ...(isWrite && { payload: upload ? Buffer.from('%PDF-1.7\n%%EOF') : typeof o.body === 'string' ? o.body : JSON.stringify(o.body ?? {}) }),
  });
  let body: Record<string, unknown> = {};
  if (String(answer.headers['content-type']).includes('json')) body = answer.json();
  const code = typeof body['code'] === 'string' ? body['code'] : '';
  return { status: answer.statusCode, code, body, text: answer.body, headers: answer.headers };
}
/** A well-formed id of the kind that a path field takes, read off its documented example; other fields get a plain word. */
function idFor(route: Route, name: string): string {
  const shape = route.operation.input.shape as Record<string, { meta?(): { example?: string } | undefined }>;
  const example = shape[name]?.meta?.()?.example ?? '';
  const prefix = /^([a-z]{3,5})_/.exec(example)?.[1];
  return prefix === undefined ? 'none' : `${prefix}_${'0'.repeat(25)}9`;
}
