import { RefusalError } from '@tallystick/ui/client';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.tsx';

const signedOut = (error: unknown): boolean => error instanceof RefusalError && error.status === 401;

const queries: QueryClient = new QueryClient({
  // A session that ended elsewhere shows on the next question asked.
  queryCache: new QueryCache({
    onError: (error, query) => void (signedOut(error) && query.queryKey[0] !== 'session' && queries.invalidateQueries({ queryKey: ['session'] })),
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer; only a connection that failed is worth another try.
      retry: (count, error) => count < 3 && !(error instanceof RefusalError && error.status > 0 && error.status < 500),
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
