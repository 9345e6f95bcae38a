import { RefusalError } from '@tallystick/ui/client';
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openQueries } from './queries.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failure = (status: number): RefusalError => new RefusalError(status, { code: 'x', zh: 'x', en: 'x', facts: {}, faults: [] });
/** A screen that shows the old answer while the question fails `failures` times; answers how often it was asked, and what it shows in the end. */
async function afterAMinute(failures: number, error: unknown): Promise<readonly [asked: number, shown: unknown]> {
  let asked = 0;
  const queryFn = (): string => {
    asked += 1;
    if (asked <= failures) throw error;
    return 'new';
  };
  const observer = new QueryObserver(openQueries(), { queryKey: ['loan'], queryFn, initialData: 'old', initialDataUpdatedAt: 0 });
  const leave = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(60_000);
  const shown = observer.getCurrentResult().data;
  leave();
  return [asked, shown];
}

test.each([
  ['the connection fails', failure(0)],
  ['the server is busy', failure(429)],
  ['the server is broken', failure(503)],
  ['something else breaks', new Error('broken')],
])('an old answer does not stay on the screen when %s: it is asked again until there is a new one', async (_, error) => {
  expect(await afterAMinute(6, error)).toEqual([7, 'new']);
});

test('a refusal is an answer and is asked for once', async () => {
  expect(await afterAMinute(6, failure(404))).toEqual([1, 'old']);
});

test('a screen that was left asks no more', async () => {
  let asked = 0;
  const queries = openQueries();
  const queryFn = (): never => {
    asked += 1;
    throw failure(0);
  };
  const leave = new QueryObserver(queries, { queryKey: ['loan'], queryFn }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(8_000);
  expect(asked).toBe(4);
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(4);
});
