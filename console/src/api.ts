import { useQuery } from '@tanstack/react-query';
import { type RefusalBody, RefusalError, apiClient, setCsrf } from '@tallystick/ui/client';
import { told } from '@tallystick/ui';

/** The typed client of staff. Components ask through it; refusals arrive as RefusalError. */
export const api = apiClient('staff');

/** What to tell a person about an error: the refusal's own words, or that something broke. */
export function errorText(error: unknown): string {
  if (!(error instanceof RefusalError)) return told({ zh: '页面出错，请刷新后重试。', en: 'The page broke; reload and try again.' });
  const { body } = error;
  const faults = body.faults.map((f) => `${f.field}: ${told(f)}`);
  return [told(body), ...faults].join('\n');
}
export const refusalOf = (error: unknown): RefusalBody | undefined => (error instanceof RefusalError ? error.body : undefined);

/** Who is signed in; undefined while unknown, null when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    retry: false,
    queryFn: async () => {
      try {
        const { data } = await api.GET('/access/me');
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
