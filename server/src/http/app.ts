import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { bankDate, Refusal } from '@tallystick/kernel';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import {
  type Actor,
  type Answer,
  type Command,
  type Download,
  errorFacts,
  metricsRegistry,
  type Operation,
  type Route,
  type Runtime,
  refusePlatform,
  type WebApp,
  webApp,
} from '#platform';
import { toCsv } from './csv.ts';
import { FloodGate } from './flood-gate.ts';
import { openApiDocument } from './openapi.ts';
import { catalogueOf, replyTo } from './refusal-reply.ts';

const JSON_LIMIT = 256 * 1024;
const WAITING_MAX = 64;
const COOKIES = { staff: 'tally_staff', borrower: 'tally_borrower' } as const;

/** Our own pages only, no inline script; styles are set by the component library at run time. */
const CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** Behind a proxy that ends TLS the request itself looks plain; what browsers see is in the settings. */
const isSecure = (rt: Runtime, request: FastifyRequest): boolean => request.protocol === 'https' || rt.config.PUBLIC_ORIGIN.startsWith('https://');

/** Builds the HTTP edge over a runtime: every route of every mount, the two web apps, health, metrics and the API document. */
export async function buildApp(rt: Runtime): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: JSON_LIMIT,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
    return503OnClosing: false, // Who asks on an open connection while the API stops is answered as always; the connection ends with it.
  });
  const catalogue = catalogueOf(rt.mounts);
  await app.register(fastifyCookie);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: 11 * 1024 * 1024 }, (_request, body, done) =>
    done(null, body),
  );
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    rawBodies.set(request, String(body)); // Signed callbacks are checked over the bytes as they came.
    void parseJson(request, String(body), done);
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-request-id': request.id,
      ...(isSecure(rt, request) ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
    if (request.url.startsWith('/api/')) {
      reply.header('cache-control', 'no-store');
      if (rt.db.waiting() > WAITING_MAX) throw refusePlatform('platform.busy');
    }
  });
  app.setErrorHandler(async (error: Error & { code?: string; statusCode?: number }, request, reply) => {
    const refusal = error instanceof Refusal ? error : edgeRefusal(error, header(request, 'content-type') === 'application/octet-stream');
    if (refusal === undefined) {
      rt.log.error({ requestId: request.id, route: request.routeOptions.url, ...errorFacts(error) }, 'a request failed');
      return reply.code(500).send({
        code: 'bug',
        zh: '系统内部错误，已记录。您的数据没有改变，请稍后再试。',
        en: 'Something broke on our side and was recorded. Nothing was changed; try again later.',
        facts: {},
        faults: [],
        requestId: request.id,
      });
    }
    const { status, body } = replyTo(refusal, catalogue, request.id);
    if (status === 503) reply.header('retry-after', '2');
    if (status === 429) reply.header('retry-after', String(refusal.facts['seconds'] ?? '60'));
    return reply.code(status).send(body);
  });

  const gate = new FloodGate();
  for (const m of rt.mounts) for (const route of m.routes ?? []) addRoute(app, rt, route, gate);

  const document = openApiDocument(rt, catalogue);
  app.get('/api/openapi.json', () => document);
  app.get('/health', () => ({ state: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    const today = await rt.asSystem('health', async (ctx) => ctx.today).catch(() => undefined);
    return reply
      .code(today === undefined ? 503 : 200)
      .send({ state: today === undefined ? 'database unreachable' : 'ready', businessDate: today ?? null });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metricsRegistry.contentType).send(await metricsRegistry.metrics()));
  await addWebApps(app, rt);
  return app;
}

function edgeRefusal(error: { code?: string; statusCode?: number }, isFile: boolean): Refusal | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusePlatform('platform.body_too_large', { facts: { max: isFile ? '10 MB' : '256 KB' } });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusePlatform('platform.media_type');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return refusePlatform('platform.body_unreadable');
  return undefined;
}

const rawBodies = new WeakMap<FastifyRequest, string>();
/** What a machine's signed callback says: the signature is the operation's to check. */
const signedInput = (request: FastifyRequest): Record<string, unknown> => ({
  timestamp: header(request, 'x-timestamp'),
  nonce: header(request, 'x-nonce'),
  signature: header(request, 'x-signature'),
  body: rawBodies.get(request),
});

async function whoAsks(rt: Runtime, request: FastifyRequest, operation: Operation): Promise<Actor | undefined> {
  // A person may be signed in on both sides (a tester, a branch terminal): the side that the operation is open to wins.
  const staffFirst = operation.allow.some((r) => r !== 'BORROWER' && r !== 'PUBLIC');
  const asked = header(request, 'x-side');
  const either = staffFirst ? (['staff', 'borrower'] as const) : (['borrower', 'staff'] as const);
  const order = asked === 'borrower' || asked === 'staff' ? ([asked] as const) : either; // An app that says which side it is gets that side or nobody.
  for (const kind of order) {
    const token = request.cookies[COOKIES[kind]];
    if (token === undefined) continue;
    const facts = await rt.session(kind, token, header(request, 'x-csrf-token') ?? null);
    if (facts === undefined) continue;
    if (operation.kind === 'command' && !facts.csrfFits) {
      if (operation.allow.includes('PUBLIC')) continue; // Signing in anew, or on the other side, needs no token of the session there is.
      throw refusePlatform('platform.origin');
    }
    return facts.actor;
  }
  return undefined;
}

function checkOrigin(rt: Runtime, request: FastifyRequest): void {
  const origin = header(request, 'origin');
  if (origin === undefined) return; // Not a browser; the session cookie still needs its token.
  const own = rt.config.PUBLIC_ORIGIN || `${request.protocol}://${request.headers.host}`;
  if (origin !== own) throw refusePlatform('platform.origin');
}

function addRoute(app: FastifyInstance, rt: Runtime, route: Route, gate: FloodGate): void {
  const { operation } = route;
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    ...(operation.kind === 'command' && operation.uploadLimit !== undefined ? { bodyLimit: operation.uploadLimit } : {}),
    onRequest: async (request) => {
      const isStrangers = operation.kind === 'command' && operation.allow.includes('PUBLIC');
      if (isStrangers && !gate.admits(request.ip, performance.timeOrigin + performance.now())) throw refusePlatform('platform.too_many');
    },
    handler: async (request, reply) => {
      const isWrite = operation.kind === 'command';
      if (isWrite) checkOrigin(rt, request);
      const actor = await whoAsks(rt, request, operation);
      const upload = isWrite && (operation as Command).uploadLimit !== undefined;
      const { format, columns, ...queryFields } = request.query as Record<string, string>;
      const answer = await rt.execute(operation, {
        input:
          isWrite && (operation as Command).signed
            ? signedInput(request)
            : { ...queryFields, ...(isWrite && !upload ? ((request.body as object | null) ?? {}) : {}), ...(request.params as object) },
        ...(actor && { actor }),
        origin: { ip: request.ip, device: (header(request, 'user-agent') ?? 'unknown').slice(0, 200), requestId: request.id },
        ...(header(request, 'idempotency-key') !== undefined && { key: header(request, 'idempotency-key') as string }),
        dryRun: header(request, 'x-dry-run') === 'true',
        isExport: format === 'csv',
        ...(upload && Buffer.isBuffer(request.body) && { upload: request.body }),
      });
      return send(rt, request, reply, operation, answer, { format, columns }, actor);
    },
  });
}

function send(
  rt: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  answer: Answer<unknown>,
  asked: { format: string | undefined; columns: string | undefined },
  actor: Actor | undefined,
): FastifyReply {
  for (const s of answer.sessions) {
    const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: isSecure(rt, request) };
    if (s.token === null) reply.clearCookie(COOKIES[s.kind], options);
    else reply.setCookie(COOKIES[s.kind], s.token, options);
  }
  if (answer.replayed) reply.header('idempotency-replayed', 'true');
  if (operation.kind === 'file') {
    const file = answer.output as Download;
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .type(file.mediaType)
      .send(Buffer.from(file.bytes));
  }
  if (asked.format === 'csv' && operation.kind === 'query' && Array.isArray((answer.json as { items?: unknown }).items)) {
    const who = actor?.kind === 'staff' ? actor.name : (actor?.id ?? 'anonymous');
    const mark = `${who} · ${rt.clock.wall()} · ${bankDate(rt.clock.wall())} · ${request.id}`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${operation.name}.csv"`)
      .send(toCsv((answer.json as { items: Record<string, unknown>[] }).items, mark, asked.columns?.split(',')));
  }
  return reply.code(answer.requestId !== undefined ? 202 : 200).send(answer.json);
}

/** The built web apps: the console under /console/, the portal at the root. Unknown pages get the app, unknown API addresses a refusal. */
async function addWebApps(app: FastifyInstance, rt: Runtime): Promise<void> {
  const known = rt.mounts.flatMap((m) =>
    (m.routes ?? []).map((r) => ({ method: r.method, pattern: new RegExp(`^/api${r.path.replace(/:\w+/g, '[^/]+')}/?$`) })),
  );
  const staff = webApp('console');
  const portal = webApp('portal');
  const forever = { maxAge: '1y', immutable: true, index: false as const, wildcard: false, preCompressed: true };
  if (staff) await app.register(fastifyStatic, { root: staff.folder, prefix: '/console/', ...forever });
  if (portal) await app.register(fastifyStatic, { root: portal.folder, prefix: '/', ...forever, decorateReply: !staff });
  const show = (reply: FastifyReply, built: WebApp | undefined): FastifyReply =>
    built
      ? reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(built.page)
      : reply.code(404).send('Not built yet: npm run build');
  app.get('/', (_request, reply) => show(reply, portal));
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && (header(request, 'accept') ?? '').includes('text/html');
    if (isPage) return show(reply, request.url.startsWith('/console') ? staff : portal);
    const path = request.url.split('?')[0] ?? '';
    const allowed = known.filter((k) => k.pattern.test(path)).map((k) => k.method);
    if (allowed.length === 0) throw refusePlatform('platform.no_route');
    reply.header('allow', allowed.join(', '));
    throw refusePlatform('platform.method');
  });
}
