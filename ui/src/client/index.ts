import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema.ts';

export * from './codes.ts';
export type { components, paths } from './schema.ts';

/** A refusal as the API words it: show `zh` or `en`, and each fault at its field. */
export type RefusalBody = {
  code: string;
  zh: string;
  en: string;
  field?: string;
  facts: Record<string, string | number | boolean | null>;
  faults: { field: string; code: string; zh: string; en: string }[];
  requestId?: string;
};
export class RefusalError extends Error {
  readonly status: number;
  readonly body: RefusalBody;
  constructor(status: number, body: RefusalBody) {
    super(body.code);
    this.name = 'RefusalError';
    this.status = status;
    this.body = body;
  }
}

/** Whether what was asked may have been done or not: the connection failed, or the server broke. A refusal is an answer. */
export const outcomeUnknown = (error: unknown): boolean => !(error instanceof RefusalError) || error.status === 0 || error.status >= 500;

const UNREACHABLE: RefusalBody = {
  code: 'network',
  zh: '网络不通，内容没有丢失，请稍后重试。',
  en: 'The network does not answer. Nothing is lost; try again in a moment.',
  facts: {},
  faults: [],
};

let csrf: string | null = null;
/** Hands in the session's token against forged requests; every write carries it. */
export const setCsrf = (token: string | null): void => {
  csrf = token;
};

const headers = (side: 'staff' | 'borrower'): Middleware => ({
  onRequest({ request }) {
    request.headers.set('x-side', side);
    if (csrf !== null) request.headers.set('x-csrf-token', csrf);
    if (request.method !== 'GET' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return response;
    const body = (await response
      .clone()
      .json()
      .catch(() => UNREACHABLE)) as RefusalBody;
    throw new RefusalError(response.status, body);
  },
  onError() {
    return new RefusalError(0, UNREACHABLE);
  },
});

/** The typed client of one side. Refusals are thrown as RefusalError; a lost connection too, with code `network`. */
export function apiClient(side: 'staff' | 'borrower') {
  const client = createClient<paths>({ baseUrl: '/api', credentials: 'same-origin' });
  client.use(headers(side));
  return client;
}

/** Uploads one file; XMLHttpRequest because only it tells how far an upload is. The same `key` for the same attempt stores it once. */
export function uploadFile(
  side: 'staff' | 'borrower',
  path: string,
  file: File,
  onProgress?: (share: number) => void,
  key: string = crypto.randomUUID(),
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-side', side);
    request.setRequestHeader('idempotency-key', key);
    if (csrf !== null) request.setRequestHeader('x-csrf-token', csrf);
    request.upload.onprogress = (e) => e.lengthComputable && onProgress?.(e.loaded / e.total);
    request.onerror = () => reject(new RefusalError(0, UNREACHABLE));
    request.onload = () => {
      const body = JSON.parse(request.responseText) as unknown;
      if (request.status < 300) resolve(body);
      else reject(new RefusalError(request.status, body as RefusalBody));
    };
    request.send(file);
  });
}
