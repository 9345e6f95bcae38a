import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { BadQuery, type Body, envelope, type Query, RESULTS, type ResultCode, readQuery, type SubjectType } from './envelope.ts';
import type { Fault } from './faults.ts';
import type { SourceName } from './sources.ts';
import type { World } from './world.ts';

export type ServerOptions = { readonly latencyMs: number; readonly log: boolean };
type Met = { readonly fault: Fault | undefined; readonly latencyMs: number; result: string };
const met = new WeakMap<FastifyRequest, Met>();

/** A plain no of a source without envelope (payment, CA, messaging): status, machine code, sentence. */
export class SourceRefusal extends Error {
  override readonly name = 'SourceRefusal';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const bodyOf = (request: FastifyRequest): Body => (typeof request.body === 'object' && request.body !== null ? (request.body as Body) : {});
const strings = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).filter((v): v is string => typeof v === 'string') : [];
/** Every identifier a request names: what a fault for one subject is matched with. */
const identifiersOf = (request: FastifyRequest): string[] => [
  ...strings(request.body),
  ...strings(bodyOf(request).subject),
  ...strings(request.params),
  ...strings(request.query),
];

/** A server of one source: its faults and delay act before and after each handler, and each call is kept in the log. */
export function sourceServer(source: SourceName, world: World, options: ServerOptions): FastifyInstance {
  const app = fastify({ logger: options.log ? { level: 'info', name: source } : false, bodyLimit: 1_048_576 });
  app.addHook('preHandler', async (request, reply) => {
    const fault = world.faults.take(source, identifiersOf(request));
    const latencyMs = fault?.latency_ms ?? options.latencyMs;
    met.set(request, { fault, latencyMs, result: '' });
    if (latencyMs > 0) await sleep(latencyMs);
    if (fault?.mode === 'timeout') keepCall(source, world, request, 0, latencyMs); // There will be no response to log it with.
    return refuseByFault(source, request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const spoilt = spoilByFault(request, reply, payload);
    if (reply.raw.destroyed) keepCall(source, world, request, 0, reply.elapsedTime);
    return spoilt;
  });
  app.addHook('onResponse', async (request, reply) => keepCall(source, world, request, reply.statusCode, reply.elapsedTime));
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof SourceRefusal) return reply.code(error.status).send({ code: error.code, message: error.message });
    const status = error instanceof BadQuery ? 400 : (error.statusCode ?? 500);
    if (status >= 500) console.error(error);
    if (status < 500 && isQuery(request))
      return reply.code(status).send(envelope('0400', source, bodyOf(request), { detail: error.message, latencyMs: latencyOf(request) }));
    return reply.code(status).send({ code: status < 500 ? 'bad_request' : 'internal', message: error.message });
  });
  app.setNotFoundHandler((request, reply) => reply.code(404).send({ code: 'no_such_path', message: `${request.method} ${request.url}` }));
  return app;
}

const isQuery = (request: FastifyRequest): boolean => request.url.startsWith('/query/');
const latencyOf = (request: FastifyRequest): number => met.get(request)?.latencyMs ?? 0;

/** Faults that come before any effect. */
function refuseByFault(source: SourceName, request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const mode = met.get(request)?.fault?.mode;
  const answer = (code: ResultCode, status: number, word: string) =>
    isQuery(request)
      ? reply.code(RESULTS[code].status).send(envelope(code, source, bodyOf(request), { latencyMs: latencyOf(request) }))
      : reply.code(status).send({ code: word, message: RESULTS[code].text });
  if (mode === 'timeout') return reply.hijack(); // The connection stays open and silent until the caller or `stop` ends it.
  if (mode === 'error') return reply.code(500).type('text/plain').send('internal error');
  if (mode === 'quota') {
    reply.header('retry-after', '60');
    return answer('0429', 429, 'quota');
  }
  return mode === 'no_record' ? answer('0404', 404, 'no_record') : undefined;
}

/** Faults of the answer: by now the effect has happened. */
function spoilByFault(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const facts = met.get(request);
  if (typeof payload !== 'string' || !facts) return payload;
  facts.result = /"(?:result_code|state|code)":"(\w+)"/.exec(payload)?.[1] ?? '';
  const mode = facts.fault?.mode;
  if (mode === 'lost_answer') reply.raw.destroy();
  if (reply.statusCode >= 400) return payload;
  if (mode === 'malformed') return payload.slice(0, Math.ceil(payload.length / 2));
  if (mode !== 'partial' && mode !== 'wrong_shape') return payload;
  const answer = JSON.parse(payload) as Record<string, unknown>;
  const spoilt = mode === 'partial' ? partial(answer) : 'data' in answer ? { ...answer, data: [] } : [];
  reply.removeHeader('content-length');
  return JSON.stringify(spoilt);
}

/** Leaves out every second block of the data (of the answer itself, where there is no envelope) and says which. */
function partial(answer: Record<string, unknown>): unknown {
  const whole = 'data' in answer ? answer.data : answer;
  if (typeof whole !== 'object' || whole === null) return answer;
  const missing = Object.keys(whole).filter((_, i) => i % 2 === 1);
  const kept = Object.fromEntries(Object.entries(whole).filter((_, i) => i % 2 === 0));
  return 'data' in answer ? { ...answer, result_code: '0206', result_msg: `部分数据 partial data: ${missing.join(', ')}`, data: kept } : kept;
}

function keepCall(source: SourceName, world: World, request: FastifyRequest, status: number, ms: number): void {
  const facts = met.get(request);
  const body = bodyOf(request);
  const subject = body.subject as Body | undefined;
  const named = subject?.id_no ?? body.order_no ?? body.id_no ?? body.mobile ?? body.to ?? strings(request.params)[0] ?? '';
  world.calls.add({
    time: new Date().toISOString(),
    source,
    method: request.method,
    path: request.url,
    subject: typeof named === 'string' ? named : JSON.stringify(named),
    status,
    result: facts?.result ?? '',
    ms: Math.round(ms * 10) / 10,
    fault: facts?.fault?.mode ?? '',
    body: request.body ?? null,
  });
}

/** What one kind of question answers: whom it may be asked about, its price, and the data; undefined means no record. */
export type QueryKind = {
  readonly subjects: readonly SubjectType[];
  readonly cost: string;
  answer(query: Query): unknown;
};

/** Registers `POST /query/<kind>` for each kind. */
export function answerQueries(app: FastifyInstance, source: SourceName, kinds: Readonly<Record<string, QueryKind>>): void {
  for (const [kind, { subjects, cost, answer }] of Object.entries(kinds)) {
    app.post(`/query/${kind}`, async (request) => {
      const body = bodyOf(request);
      const query = readQuery(body, subjects);
      const data = answer(query);
      return envelope(data === undefined ? '0404' : '0000', `${source}.${kind}`, body, { data, latencyMs: latencyOf(request), cost });
    });
  }
}

/** Whether this call meets the given fault; for effects a source itself must know about (a callback sent twice). */
export const meets = (request: FastifyRequest, mode: Fault['mode']): boolean => met.get(request)?.fault?.mode === mode;
export { bodyOf };
