import { type Instant, instant, plusMs } from '@tallystick/kernel';
import { told } from '@tallystick/ui';
import { apiClient, type RefusalBody, RefusalError, setCsrf } from '@tallystick/ui/client';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** The typed client of staff. Components ask through it; refusals arrive as RefusalError. */
export const api = apiClient('staff');
export { setCsrf };

/** What to tell a person about an error: the refusal's own words and each fault, or that something broke. */
export function errorText(error: unknown): string {
  if (!(error instanceof RefusalError)) return told({ zh: '页面出错，请刷新后重试。', en: 'The page broke; reload and try again.' });
  const { body } = error;
  const faults = body.faults.map((f) => `${f.field}: ${told(f)}`);
  return [told(body), ...faults].join('\n');
}
export const refusalOf = (error: unknown): RefusalBody | undefined => (error instanceof RefusalError ? error.body : undefined);

/** What an answered call carries; a call that fails has thrown. */
export function answered<T>(answer: { data?: T | undefined }): T {
  if (answer.data === undefined) throw new Error('the server answered without content');
  return answer.data;
}

/** Who is signed in; undefined while unknown, null when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    retry: false,
    queryFn: async () => {
      try {
        const { data } = await api.GET('/me');
        setCsrf(data?.csrf ?? null);
        return data ?? null;
      } catch (error) {
        if (error instanceof RefusalError && error.status === 401) return null;
        throw error;
      }
    },
  });
}
export type Me = NonNullable<ReturnType<typeof useMe>['data']>;
export const may = (me: Me | null | undefined, permission: string): boolean => me?.permissions.includes(permission) ?? false;
/** Whether the signed-in person has a permission; false while unknown. */
export const useMay = (): ((permission: string) => boolean) => {
  const me = useMe().data;
  return (permission) => may(me, permission);
};

const TICK_MS = 20_000;
const wallNow = (): number => Math.floor(Date.now() / TICK_MS) * TICK_MS;
const onTick = (tell: () => void): (() => void) => {
  const timer = setInterval(tell, TICK_MS);
  return () => clearInterval(timer);
};
/** The bank's moment: what the server said it was, and the time that went by since. Draws its caller again as time goes by. */
export function useBankNow(): Instant {
  const { data: me, dataUpdatedAt } = useMe();
  const now = useSyncExternalStore(onTick, wallNow);
  return me ? plusMs(me.now, Math.max(0, now - dataUpdatedAt)) : instant(now);
}
