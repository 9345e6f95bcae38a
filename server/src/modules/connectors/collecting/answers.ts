import { type CustomerId, must } from '@tallystick/kernel';
import { customer, identity } from '#modules/customers';
import type { Ctx } from '#platform';
import { readKept } from '../caller/envelope.ts';
import type { Facts, Part } from '../caller/source.ts';
import type { CallId, CollectionId, Source, SourceState } from '../types.ts';
import type { SourceParts } from './feature-set.ts';
import * as repo from './repo.ts';
import { sourceDef } from './sources.ts';

export const payloadPlace = (customerId: CustomerId, callId: CallId): string => `connectors.payload.sealed|${customerId}|${callId}`;

/** Who is asked about, unsealed for this transaction. */
export async function factsFor(ctx: Ctx, customerId: CustomerId): Promise<Facts> {
  const who = await identity(ctx, customerId);
  const summary = await customer(ctx, customerId);
  return {
    name: who.name,
    idNo: who.idNo,
    mobile: who.mobile,
    enterpriseName: who.enterpriseName,
    uscc: who.uscc,
    shops: who.shops,
    firstPaidOutOn: summary.firstPaidOutOn,
    firstLoanDefinition: await repo.parameterOn(ctx.tx, 'first_loan_definition', ctx.today),
  };
}

/** An answer, read by its source's shape. */
export type Heard = Part & { readonly source: Source; readonly missing: string | null };

/** The newest answers of a gathering, opened and read again. */
export const heardOf = async (ctx: Ctx, customerId: CustomerId, id: CollectionId): Promise<Heard[]> =>
  (await repo.newestAnswers(ctx.tx, customerId, id)).map((k) => readAgain(ctx, customerId, k));

/** Answers by source, with how each source stands. */
export const bySource = (rows: readonly repo.SourceRow[], heard: readonly Heard[]): SourceParts[] =>
  rows.map((row) => ({ source: row.source, state: row.state, reason: row.reason, parts: heard.filter((h) => h.source === row.source) }));

function readAgain(ctx: Ctx, customerId: CustomerId, k: repo.KeptAnswer): Heard {
  const told = k.state === 'ok' || k.state === 'partial';
  const shape = must(sourceDef(k.source).shapes[k.kind], `no shape for ${k.source} ${k.kind}`);
  const data = told && k.sealed !== null ? readKept(ctx.vault.open(payloadPlace(customerId, k.call_id), k.sealed), k.call_id, shape).data : undefined;
  return { callId: k.call_id, source: k.source, kind: k.kind, part: k.part, state: k.state as Part['state'], missing: k.missing, data };
}

const FAILING = new Set(['partial', 'bad_request', 'quota', 'error', 'malformed', 'timeout', 'unreachable', 'too_large']);
/**
 * What the answers of one source come to. One failed part fails the source; a partial answer fails too, so that it is asked again, but what came
 * is used if it stays that way. Only "no record" to everything is "no record".
 */
export function stateOf(source: Source, answers: readonly Heard[]): { state: SourceState; reason: string | null } {
  const own = answers.filter((a) => a.source === source);
  const failed = own.filter((a) => FAILING.has(a.state));
  if (failed.length > 0)
    return { state: 'failed', reason: [...new Set(failed.map((a) => `${a.kind}: ${a.state}${a.missing ? ` (${a.missing})` : ''}`))].join('; ') };
  return { state: own.every((a) => a.state === 'no_record') ? 'no_record' : 'collected', reason: null };
}
