import { outcomeUnknown, RefusalError } from '@tallystick/ui/client';
import { QueryCache, QueryClient } from '@tanstack/react-query';

const refusedWith = (error: unknown, status: number): boolean => error instanceof RefusalError && error.status === status;
/** A refusal is an answer; a connection that failed, and a server that is busy or broken, may be better in a while. */
const mayPass = (error: unknown): boolean => outcomeUnknown(error) || refusedWith(error, 429);

const TRIES_AT_ONCE = 3;
const ASKED_AGAIN_MS = 5_000;

/** The questions of the screens and their answers. What failed is asked again as long as its screen is open: an old answer never stays for good. */
export function openQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        // A session that ended elsewhere shows on the next question asked.
        if (refusedWith(error, 401) && queryKey[0] !== 'session') void queries.invalidateQueries({ queryKey: ['session'] });
        if (mayPass(error)) setTimeout(() => void queries.refetchQueries({ queryKey, exact: true, type: 'active' }), ASKED_AGAIN_MS);
      },
    }),
    defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < TRIES_AT_ONCE && mayPass(error) } },
  });
  return queries;
}
