import { type RefusalBody, RefusalError, apiClient, setCsrf } from '@tallystick/ui/client';

/** The typed client of the borrower's side. */
export const api = apiClient('borrower');
export { setCsrf };

const BROKEN: RefusalBody = { code: 'bug', zh: '页面出错，内容没有丢失，请刷新后重试。', en: 'The page broke; nothing is lost. Reload and try again.', facts: {}, faults: [] };
export const refusalOf = (error: unknown): RefusalBody | undefined => (error instanceof RefusalError ? error.body : error ? BROKEN : undefined);

/**
 * A key for one attempt at a write, kept until it was answered: after a lost connection or a reload the same key is sent again,
 * so nothing happens twice.
 */
export function attemptKey(name: string): { key: string; done(): void } {
  const place = `tally.attempt:${name}`;
  const key = sessionStorage.getItem(place) ?? crypto.randomUUID();
  sessionStorage.setItem(place, key);
  return { key, done: () => sessionStorage.removeItem(place) };
}
