import { useQuery } from '@tanstack/react-query';
import { answered, api } from './api.ts';

/** The signed-in customer's profile and next steps. `polling` while sources outside are still answering. */
export const useMe = (polling = false) =>
  useQuery({ queryKey: ['me'], queryFn: async () => answered(await api.GET('/borrower/me')), refetchInterval: polling ? 1_500 : false });
export type Me = NonNullable<ReturnType<typeof useMe>['data']>;
export type Profile = Me['profile'];

/** One value of a profile as the server shows it (masked where it must be). */
export function fact(profile: Profile, field: string): Profile['blocks'][number]['fields'][number] | undefined {
  for (const block of profile.blocks) {
    const found = block.fields.find((f) => f.field === field);
    if (found) return found;
  }
  return undefined;
}

export const useConsents = (customerId: string) =>
  useQuery({
    queryKey: ['consents', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/consents', { params: { path: { customerId } } })).consents,
  });
export const useConsentTexts = () =>
  useQuery({ queryKey: ['consent-texts'], staleTime: 600_000, queryFn: async () => answered(await api.GET('/consent-texts')).texts });
export type ConsentText = NonNullable<ReturnType<typeof useConsentTexts>['data']>[number];
export type Consent = NonNullable<ReturnType<typeof useConsents>['data']>[number];

export const usePapers = (customerId: string) =>
  useQuery({
    queryKey: ['papers', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/papers', { params: { path: { customerId } } })),
  });
