import { assert, type CustomerId, must, Refusal } from '@tallystick/kernel';
import { z } from 'zod';
import { type ConsentRef, requireConsents } from '#modules/customers';
import { type Ctx, outsideJob, outsideUrl, zCustomerId, zId } from '#platform';
import { type Asked, ask } from '../caller/ask.ts';
import { type Envelope, readAnswer } from '../caller/envelope.ts';
import type { Question, SourceDef } from '../caller/source.ts';
import type { CallId, Source } from '../types.ts';
import { bySource, factsFor, type Heard, heardOf, payloadPlace, stateOf } from './answers.ts';
import { conclude } from './conclude.ts';
import type { SourceParts } from './feature-set.ts';
import * as repo from './repo.ts';
import { SOURCE_DEFS, sourceDef } from './sources.ts';
import { takeIn } from './take-in.ts';

type Planned = {
  readonly callId: CallId;
  readonly source: Source;
  readonly kind: string;
  readonly part: string;
  readonly url: string;
  readonly body: Envelope;
};
type Plan = { readonly timeoutMs: number; readonly calls: readonly Planned[] };

/**
 * One round of a gathering. `prepare` checks every consent again and writes each question down; `call` puts all questions at once, so the slowest
 * source sets the time; `settle` keeps what came, sealed and hashed, and decides how the gathering stands.
 */
export const collectJob = outsideJob({
  name: 'connectors.collect',
  payload: z.object({ customerId: zCustomerId, collectionId: zId('coll') }),
  prepare: async (ctx, p): Promise<Plan | undefined> => {
    const c = await repo.findCollection(ctx.tx, p.customerId, p.collectionId, true);
    assert(c !== undefined, 'a gathering that is not there');
    if (c.state !== 'collecting' && c.state !== 'waiting') return undefined;
    const calls = await planRound(ctx, p.customerId, c);
    if (calls.length > 0) return { timeoutMs: ctx.config.CONNECTOR_TIMEOUT_MS, calls };
    await againIfNeeded(ctx, p.customerId, c);
    return undefined;
  },
  call: (plan): Promise<Asked[]> => Promise.all(plan.calls.map((c) => ask({ url: c.url, body: c.body, timeoutMs: plan.timeoutMs }))),
  settle: async (ctx, p, plan, answers) => {
    const c = await repo.findCollection(ctx.tx, p.customerId, p.collectionId, true);
    assert(c !== undefined, 'a gathering that is not there');
    const fresh = await keepAnswers(ctx, p.customerId, plan.calls, answers);
    const heard = c.round === 1 ? fresh : await heardOf(ctx, p.customerId, c.id); // Later rounds ask only again what failed before.
    const settled = [...new Set(plan.calls.map((call) => call.source))].map((source) => ({ source, ...stateOf(source, heard) }));
    await repo.settleSources(ctx.tx, p.customerId, c.id, settled, { at: ctx.now, by: 'system' });
    const told = bySource(await repo.sourcesOf(ctx.tx, p.customerId, c.id), heard);
    await takeIn(ctx, p.customerId, c, told);
    await againIfNeeded(ctx, p.customerId, c, told);
  },
});

async function againIfNeeded(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow, told?: readonly SourceParts[]): Promise<void> {
  const runAt = await conclude(ctx, customerId, c, told);
  if (runAt) await ctx.enqueue(collectJob, { customerId, collectionId: c.id }, { key: `${c.id}:${c.round + 1}`, runAt, customerId });
}

/** The questions of a round: for each source still open. Without a consent nothing is asked and the source fails; where nothing applies it is waived. */
async function planRound(ctx: Ctx, customerId: CustomerId, c: repo.CollectionRow): Promise<Planned[]> {
  const facts = await factsFor(ctx, customerId);
  const policy = new Map((await repo.policyOn(ctx.tx, c.purpose, ctx.today)).map((p) => [p.source, p]));
  const elsewhere = new Set(c.purpose === 'profile' ? await repo.sourcesUnderWay(ctx.tx, customerId, c.as_of) : []);
  const asked: Asking[] = [];
  for (const row of await repo.sourcesOf(ctx.tx, customerId, c.id)) {
    if (row.state !== 'pending' && row.state !== 'failed') continue;
    const def = sourceDef(row.source);
    const consent = await consentFor(ctx, customerId, def);
    const questions = def.questions(facts, c.purpose, c.as_of);
    // What another gathering is asking anyway is not asked, and paid for, twice: whatever a source says goes into the profile.
    if (elsewhere.has(row.source)) await settleUnasked(ctx, customerId, c, row.source, 'waived', 'asked_elsewhere');
    else if (typeof consent === 'string') await settleUnasked(ctx, customerId, c, row.source, 'failed', consent);
    else if ('notApplicable' in questions) await settleUnasked(ctx, customerId, c, row.source, 'waived', questions.notApplicable);
    else for (const q of questions) asked.push({ def, consent, q, rule: must(policy.get(row.source), 'a policy row for each source') });
  }
  if (asked.length === 0) return [];
  const rows = asked.map((w) => callRow(ctx, c, w));
  const ids = await repo.keepCalls(ctx.tx, customerId, c.id, c.round, rows);
  return asked.map((w, i) => plannedCall(ctx, c, w, must(ids[i], 'an id for each question')));
}
const settleUnasked = (
  ctx: Ctx,
  customerId: CustomerId,
  c: repo.CollectionRow,
  source: Source,
  state: 'failed' | 'waived',
  reason: string,
): Promise<void> => repo.settleSources(ctx.tx, customerId, c.id, [{ source, state, reason }], { at: ctx.now, by: 'system' });

/** The consent a source is asked under, or the code of the refusal. */
async function consentFor(ctx: Ctx, customerId: CustomerId, def: SourceDef): Promise<ConsentRef | string> {
  try {
    return must((await requireConsents(ctx, customerId, [def.scope]))[0], 'one consent for one scope');
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

type Asking = { readonly def: SourceDef; readonly consent: ConsentRef; readonly q: Question; readonly rule: repo.PolicyRow };
const addressOf = (ctx: Ctx, w: Asking): string => `${outsideUrl(ctx.config, w.def.name)}/query/${w.q.kind}`;
const callRow = (ctx: Ctx, c: repo.CollectionRow, w: Asking): repo.CallRow => ({
  id: ctx.newId('call'),
  source: w.def.name,
  kind: w.q.kind,
  part: w.q.part,
  consent_id: w.consent.id,
  consent_hash: w.consent.hash,
  purpose_code: c.purpose,
  reason_code: w.rule.reason_code,
  hard: w.rule.hard,
  fields: ['name', 'id_no', ...Object.keys(w.q.fields ?? {})].join(','),
  source_url: addressOf(ctx, w),
  asked_by: c.asked_by,
  as_of: c.as_of,
  asked_at: ctx.now,
});
function plannedCall(ctx: Ctx, c: repo.CollectionRow, w: Asking, callId: CallId): Planned {
  const body = {
    request_id: callId,
    caller: 'tallystick',
    purpose_code: w.rule.reason_code,
    consent_id: w.consent.id,
    subject: w.q.subject,
    as_of: c.as_of,
    version: '1',
    ...w.q.fields,
  } as const;
  return { callId, source: w.def.name, kind: w.q.kind, part: w.q.part, url: addressOf(ctx, w), body };
}

/** Keeps what came back, and answers it as it was read. */
async function keepAnswers(ctx: Ctx, customerId: CustomerId, calls: readonly Planned[], answers: readonly Asked[]): Promise<Heard[]> {
  const read = calls.map((call, i) => readAsked(ctx, customerId, call, must(answers[i], 'an answer for each call')));
  await repo.insertAnswers(
    ctx.tx,
    customerId,
    read.map((r) => r.row),
  );
  return read.map((r) => r.heard);
}
type ReadAsked = { readonly row: repo.AnswerRow & { sealed: string | null }; readonly heard: Heard };
function readAsked(ctx: Ctx, customerId: CustomerId, call: Planned, asked: Asked): ReadAsked {
  const meta = { call_id: call.callId, source: call.source, tries: asked.tries, latency_ms: asked.latencyMs, answered_at: ctx.now };
  const question = { callId: call.callId, source: call.source, kind: call.kind, part: call.part };
  const { answer } = asked;
  if (answer.state !== 'answered')
    return {
      row: { ...meta, state: answer.state, cost_minor: 0n, payload_hash: null, missing: null, fetched_at: null, sealed: null },
      heard: { ...question, state: answer.state, missing: null, data: undefined },
    };
  const shape = must(SOURCE_DEFS.find((s) => s.name === call.source)?.shapes[call.kind], 'a shape for each kind');
  const { state, missing, data, costMinor, hash, fetchedAt } = readAnswer(answer.text, answer.status, call.callId, shape);
  const sealed = ctx.vault.seal(payloadPlace(customerId, call.callId), answer.text);
  return {
    row: { ...meta, state, cost_minor: costMinor, payload_hash: hash, missing, fetched_at: fetchedAt, sealed },
    heard: { ...question, state, missing, data },
  };
}
