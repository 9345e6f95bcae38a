import { bankDate } from '@tallystick/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ControlParts, setFault, setSubject } from '../control/acts.ts';
import { FIELDS, type FieldKind } from '../overrides.ts';
import { SourceRefusal } from '../source-server.ts';
import { page } from './view.ts';
import { LANGUAGES, type Language } from './words.ts';

type Form = Readonly<Record<string, string>>;
const SECURITY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
};

/** A form field as the value its kind wants; what cannot be read stays text, and the check of the overrides names it. */
function fieldValue(kind: FieldKind, text: string): string | number | boolean {
  if (kind === 'flag') return text === 'true';
  return kind === 'count' && /^\d+$/.test(text) ? Number(text) : text;
}

/** Fields named `group.field` as overrides; empty fields are not set. */
function overridesIn(form: Form): Record<string, Record<string, unknown>> {
  const out: Record<string, Record<string, unknown>> = {};
  for (const [group, fields] of Object.entries(FIELDS))
    for (const [field, kind] of Object.entries(fields as Record<string, FieldKind>)) {
      const text = (form[`${group}.${field}`] ?? '').trim();
      if (text !== '') out[group] = { ...out[group], [field]: fieldValue(kind, text) };
    }
  return out;
}

const faultIn = (form: Form) => {
  const number = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : Number(text));
  const [latency, times, subject] = [number(form.latency_ms), number(form.times), form.subject?.trim()];
  return {
    mode: form.mode,
    ...(latency === undefined ? {} : { latency_ms: latency }),
    ...(times === undefined ? {} : { times }),
    ...(subject ? { subject } : {}),
  };
};

/** A form sent from another site would come with another origin. */
const fromHere = (request: FastifyRequest): boolean =>
  request.headers.origin === undefined || request.headers.origin === `http://${request.headers.host}`;

/** The page and its forms. Each form answers with the page again, saying what was done or why not. */
export function pageRoutes(app: FastifyInstance, parts: ControlParts): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  app.get<{ Querystring: Record<string, string | undefined> }>('/', async ({ query }, reply) => {
    const lang: Language = LANGUAGES.find((l) => l === query.lang) ?? 'zh';
    const view = {
      lang,
      to: query.to ?? '',
      subject: (query.subject ?? '').trim(),
      refresh: query.refresh === '1',
      note: query.note ?? '',
      done: query.done === '1',
    };
    return reply
      .headers(SECURITY)
      .type('text/html; charset=utf-8')
      .send(page(parts, { ...view, today: bankDate(new Date().toISOString()) }));
  });
  const form = (path: string, anchor: string, act: (form: Form) => void) =>
    app.post(path, async (request, reply) => {
      const sent = (request.body ?? {}) as Form;
      const back = new URLSearchParams({ lang: sent.lang ?? 'zh', to: sent.to ?? '', subject: anchor === 'subject' ? (sent.subject ?? '') : '' });
      try {
        if (!fromHere(request)) throw new SourceRefusal(403, 'other_origin', 'the form came from another site');
        act(sent);
        back.set('done', '1');
      } catch (error) {
        if (!(error instanceof SourceRefusal)) throw error;
        back.set('note', error.message);
      }
      return reply.redirect(`/?${back}#${anchor}`, 303);
    });
  form('/page/faults', 'sources', (f) => setFault(parts.world, f.source ?? '', faultIn(f)));
  form('/page/clear-faults', 'sources', () => parts.world.faults.clear());
  form('/page/subject', 'subject', (f) => setSubject(parts.world, f.subject ?? '', overridesIn(f)));
  form('/page/clear-subject', 'subject', (f) => parts.world.set(f.subject ?? '', {}));
}
