import { enterprise, person } from './people/people.ts';
import { type SimulatorOptions, type Simulators, startSimulators } from './server.ts';
import type { SourceName } from './sources.ts';

/** Any JSON answer: tests look into it freely. */
// biome-ignore lint/suspicious/noExplicitAny: an answer from outside has no type here.
export type Answer = { status: number; body: any; text: string };
export type TestWorld = Simulators & {
  send(source: SourceName | 'control', method: string, path: string, body?: unknown): Promise<Answer>;
  query(source: SourceName, kind: string, subject: { type: string; id_no: string; name: string }, more?: object): Promise<Answer>;
};

export const personSubject = (n: number) => ({ type: 'person', id_no: person(n).idNo, name: person(n).name });
export const firmSubject = (n: number) => ({ type: 'enterprise', id_no: enterprise(n).uscc, name: enterprise(n).name });
export const shopSubject = (shopId: string) => ({ type: 'shop', id_no: shopId, name: '' });

/** The outside world on free ports, without delay. */
export async function testWorld(options: Partial<SimulatorOptions> = {}): Promise<TestWorld> {
  const simulators = await startSimulators({ basePort: 0, latencyMs: 0, ...options });
  const send: TestWorld['send'] = async (source, method, path, body) => {
    const init = body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(simulators.urls[source] + path, { ...init, signal: AbortSignal.timeout(5000) });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return { status: answer.status, text, body: isJson ? tryJson(text) : undefined };
  };
  const query: TestWorld['query'] = (source, kind, subject, more = {}) =>
    send(source, 'POST', `/query/${kind}`, {
      request_id: 'req-1',
      caller: 'test',
      purpose_code: 'loan_approval',
      consent_id: 'cons-1',
      as_of: '2026-06-30',
      version: '1',
      subject,
      ...more,
    });
  return { ...simulators, send, query };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
