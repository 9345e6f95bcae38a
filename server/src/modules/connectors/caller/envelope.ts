import { Bug, type CalendarDate, parseMoney } from '@tallystick/kernel';
import { z } from 'zod';
import { sha256Hex } from '#platform';

/** The envelope every source speaks (handbook section 6): what is asked and how an answer is read. */
export type Subject = { readonly type: 'person' | 'enterprise' | 'shop'; readonly id_no: string; readonly name: string };
export type Envelope = {
  readonly request_id: string;
  readonly caller: 'tallystick';
  readonly purpose_code: string;
  readonly consent_id: string;
  readonly subject: Subject;
  readonly as_of: CalendarDate;
  readonly version: '1';
};

const zAnswer = z.object({
  request_id: z.string(),
  result_code: z.enum(['0000', '0404', '0206', '0400', '0429']),
  result_msg: z.string(),
  data: z.unknown(),
  source: z.string(),
  fetched_at: z.string().nullable(),
  cost: z.string(),
});

export type ReadState = 'ok' | 'no_record' | 'partial' | 'bad_request' | 'quota' | 'error' | 'malformed';
/** An answer after reading: `data` is what the source's shape made of it; undefined unless ok or partial. `missing` names the blocks a partial one lacks. */
export type Read = {
  readonly state: ReadState;
  readonly data: unknown;
  readonly missing: string | null;
  readonly fetchedAt: string | null;
  readonly costMinor: bigint;
  readonly hash: string;
};

const malformed = (hash: string): Read => ({ state: 'malformed', data: undefined, missing: null, fetchedAt: null, costMinor: 0n, hash });
const BY_CODE = { '0000': 'ok', '0404': 'no_record', '0206': 'partial', '0400': 'bad_request', '0429': 'quota' } as const;

/**
 * Reads the text of an answer. Whatever cannot be trusted is `malformed`: broken JSON, another request's answer, a shape that does not fit. A
 * whole answer must have every block; a partial one may lack blocks, but those present must fit.
 */
export function readAnswer(text: string, status: number, requestId: string, shape: z.ZodObject): Read {
  const hash = sha256Hex(text);
  if (status >= 500) return { ...malformed(hash), state: 'error' };
  const outer = zAnswer.safeParse(json(text));
  if (!outer.success || outer.data.request_id !== requestId) return malformed(hash);
  const a = outer.data;
  const state = BY_CODE[a.result_code];
  const meta = {
    missing: state === 'partial' ? (a.result_msg.split(': ').at(-1) ?? '') : null,
    fetchedAt: a.fetched_at,
    costMinor: parseMoney(a.cost) ?? 0n,
    hash,
  };
  if (state !== 'ok' && state !== 'partial') return { state, data: undefined, ...meta };
  const inner = (state === 'ok' ? shape : shape.partial()).safeParse(a.data);
  return inner.success ? { state, data: inner.data, ...meta } : { ...malformed(hash), fetchedAt: a.fetched_at, costMinor: meta.costMinor };
}

/** Reads a kept answer again; it was readable once, so anything else is a Bug. */
export function readKept(text: string, requestId: string, shape: z.ZodObject): Read {
  const read = readAnswer(text, 200, requestId, shape);
  if (read.state !== 'ok' && read.state !== 'partial') throw new Bug('a kept answer can no longer be read');
  return read;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
