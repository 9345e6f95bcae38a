import { bankMoment, type CalendarDate, isResidentId, isUscc, parseDate } from '@tallystick/kernel';
import { hash32 } from './people/draw.ts';

export type SubjectType = 'person' | 'enterprise' | 'shop';
export type Subject = { readonly type: SubjectType; readonly idNo: string; readonly name: string };
/** A question that passed the envelope check. */
export type Query = {
  readonly requestId: string;
  readonly purpose: string;
  readonly subject: Subject;
  readonly asOf: CalendarDate;
  readonly body: Body;
};
export type Body = Readonly<Record<string, unknown>>;

export const RESULTS = {
  '0000': { status: 200, text: '成功 ok' },
  '0404': { status: 200, text: '查无记录 no record' },
  '0206': { status: 200, text: '部分数据 partial data' },
  '0400': { status: 400, text: '请求有误 bad request' },
  '0429': { status: 429, text: '超过配额 quota used up' },
} as const;
export type ResultCode = keyof typeof RESULTS;

/** Thrown by a source that cannot read the question; answered with 0400 and the reason. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';
}

const text = (body: Body, field: string): string => {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw new BadQuery(`${field}: required`);
  return value;
};

function subjectOf(body: Body, allowed: readonly SubjectType[]): Subject {
  const { type, id_no: idNo, name = '' } = (body.subject ?? {}) as Record<string, unknown>;
  if (!allowed.includes(type as SubjectType)) throw new BadQuery(`subject.type: must be ${allowed.join(' or ')}`);
  if (typeof idNo !== 'string' || typeof name !== 'string') throw new BadQuery('subject.id_no: required');
  if (type === 'person' && !isResidentId(idNo)) throw new BadQuery('subject.id_no: not a valid resident ID');
  if (type === 'enterprise' && !isUscc(idNo)) throw new BadQuery('subject.id_no: not a valid credit code');
  return { type: type as SubjectType, idNo, name };
}

/** Reads the common envelope. A consent is required for every question (handbook BUR-01, PIP-01). */
export function readQuery(body: Body, allowed: readonly SubjectType[]): Query {
  const requestId = text(body, 'request_id');
  text(body, 'caller');
  text(body, 'version');
  const purpose = text(body, 'purpose_code');
  if (typeof body.consent_id !== 'string' || body.consent_id === '') throw new BadQuery('consent_id: 未取得授权 no consent, no answer');
  const asOf = parseDate(text(body, 'as_of'));
  if (asOf === undefined) throw new BadQuery('as_of: must be a date that exists, YYYY-MM-DD');
  return { requestId, purpose, subject: subjectOf(body, allowed), asOf, body };
}

export type Envelope = {
  request_id: string;
  result_code: ResultCode;
  result_msg: string;
  data: unknown;
  source: string;
  fetched_at: string | null;
  latency_ms: number;
  cost: string;
};

/** The answer. `fetched_at` is a moment of the business day asked about, so that a repeated question gets the same answer. */
export function envelope(
  code: ResultCode,
  source: string,
  body: Body,
  rest: { data?: unknown; detail?: string; latencyMs: number; cost?: string },
): Envelope {
  const asOf = parseDate(typeof body.as_of === 'string' ? body.as_of : '');
  const named = (body.subject as Body | undefined)?.id_no;
  const idNo = typeof named === 'string' ? named : '';
  return {
    request_id: typeof body.request_id === 'string' ? body.request_id : '',
    result_code: code,
    result_msg: rest.detail === undefined ? RESULTS[code].text : `${RESULTS[code].text}: ${rest.detail}`,
    data: rest.data ?? null,
    source,
    fetched_at: asOf === undefined ? null : bankMoment(asOf, 540 + (hash32(source + idNo) % 480)),
    latency_ms: rest.latencyMs,
    cost: rest.cost ?? '0.00',
  };
}
