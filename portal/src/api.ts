import { apiClient, type RefusalBody, RefusalError, setCsrf } from '@tallystick/ui/client';

/** The typed client of the borrower's side. */
export const api = apiClient('borrower');
export { setCsrf };

const BROKEN: RefusalBody = {
  code: 'bug',
  zh: '页面出错，内容没有丢失，请刷新后重试。',
  en: 'The page broke; nothing is lost. Reload and try again.',
  facts: {},
  faults: [],
};
export const refusalOf = (error: unknown): RefusalBody | undefined => (error instanceof RefusalError ? error.body : error ? BROKEN : undefined);

/** What an answered call carries; a call that fails has thrown. */
export function answered<T>(answer: { data?: T | undefined }): T {
  if (answer.data === undefined) throw new Error('the server answered without content');
  return answer.data;
}

async function markOf(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
}

/**
 * A key for one attempt at a write, kept until it was answered: after a lost connection or a reload the same content goes out under the same
 * key, so nothing happens twice. Other content is another attempt.
 */
export async function attemptKey(name: string, content: unknown): Promise<{ key: string; done(): void }> {
  const place = `tally.attempt:${name}`;
  const mark = await markOf(JSON.stringify(content) ?? '');
  const [keptMark, keptKey] = (sessionStorage.getItem(place) ?? '').split(' ');
  const key = keptMark === mark && keptKey ? keptKey : crypto.randomUUID();
  sessionStorage.setItem(place, `${mark} ${key}`);
  return { key, done: () => sessionStorage.removeItem(place) };
}
