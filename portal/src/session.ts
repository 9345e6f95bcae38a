import { RefusalError } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { answered, api, setCsrf } from './api.ts';

/** Who is signed in on this phone; null when nobody is, undefined while unknown. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: async () => {
      try {
        const me = answered(await api.GET('/me'));
        setCsrf(me.csrf);
        return me.kind === 'borrower' ? me : null;
      } catch (error) {
        if (error instanceof RefusalError && error.status === 401) return null;
        throw error;
      }
    },
  });
}
/** The signed-in customer. Only below a route that needs one: see SignedIn. */
export function useCustomerId(): string {
  const id = useSession().data?.id;
  if (id === undefined) throw new Error('this screen stands below SignedIn');
  return id;
}
/** The bank's day, not the phone's. */
export const useToday = (): string | undefined => useSession().data?.businessDate;
