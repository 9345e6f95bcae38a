import { setTimeout as sleep } from 'node:timers/promises';
import { callOutside, type OutsideAnswer } from '#platform';

/** Two more tries after the first, for what may pass by itself: no answer, quota, a fault of theirs. What we asked wrongly (4xx) is never asked again. */
const WAITS_MS = [100, 400];
/** Largest answer that is read: 400 days of a busy shop are under half of it. */
const MAX_BYTES = 1_048_576;

export type Asked = { readonly answer: OutsideAnswer; readonly tries: number; readonly latencyMs: number };

/** Puts one question to a source over HTTP, with deadline, bounded answer and at most three tries under the same request id. Never throws. */
export async function ask(q: { url: string; body: unknown; timeoutMs: number }): Promise<Asked> {
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    const answer = await callOutside({ url: q.url, body: q.body, timeoutMs: q.timeoutMs, maxBytes: MAX_BYTES });
    const wait = WAITS_MS[tries - 1];
    if (wait === undefined || !mayPass(answer)) return { answer, tries, latencyMs: Math.round(performance.now() - started) };
    await sleep(wait);
  }
}
const mayPass = (a: OutsideAnswer): boolean => (a.state === 'answered' ? a.status === 429 || a.status >= 500 : a.state !== 'too_large');
