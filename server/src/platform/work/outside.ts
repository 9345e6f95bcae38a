/** An answer of the outside world, or why there was none. Nothing here throws for what the other side did. */
export type OutsideAnswer =
  | { readonly state: 'answered'; readonly status: number; readonly text: string; readonly latencyMs: number }
  | { readonly state: 'timeout' | 'unreachable' | 'too_large'; readonly latencyMs: number };

export type OutsideRequest = {
  readonly url: string;
  readonly body?: unknown;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly timeoutMs: number;
  readonly maxBytes?: number;
};

const MAX_BYTES = 4 * 1024 * 1024;

/** One call over real HTTP: deadline, bounded answer, no redirects. Retrying is the caller's decision, because only it knows what is idempotent. */
export async function callOutside(r: OutsideRequest): Promise<OutsideAnswer> {
  const started = performance.now();
  const latencyMs = (): number => Math.round(performance.now() - started);
  try {
    const response = await fetch(r.url, {
      method: r.method ?? (r.body === undefined ? 'GET' : 'POST'),
      redirect: 'error',
      signal: AbortSignal.timeout(r.timeoutMs),
      ...(r.body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(r.body) }),
    });
    const text = await readAtMost(response, r.maxBytes ?? MAX_BYTES);
    if (text === undefined) return { state: 'too_large', latencyMs: latencyMs() };
    return { state: 'answered', status: response.status, text, latencyMs: latencyMs() };
  } catch (error) {
    return { state: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable', latencyMs: latencyMs() };
  }
}

/** The text of an answer; undefined, and the rest is not read, as soon as it is longer than allowed. */
async function readAtMost(response: Response, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return undefined; // Leaving the loop cancels the stream.
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Where an outside interface listens: one port each, in this order, above SIMULATORS_PORT. Production overrides single ones by OUTSIDE_URLS. */
const ORDER = ['bureau', 'court', 'registry', 'tax', 'platform', 'payment', 'ca', 'messaging', 'identity'] as const;
export type OutsideSource = (typeof ORDER)[number];
export function outsideUrl(config: { SIMULATORS_PORT: number; OUTSIDE_URLS: Readonly<Record<string, string>> }, source: OutsideSource): string {
  return config.OUTSIDE_URLS[source] ?? `http://127.0.0.1:${config.SIMULATORS_PORT + 1 + ORDER.indexOf(source)}`;
}
