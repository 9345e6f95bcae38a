import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';

export type Place = { readonly customerId: string; readonly applicationId: string };
/** The newest decision on an application, opened up; null before there is one. */
export const useDecision = (path: Place, wanted = true) =>
  useQuery({
    queryKey: ['decision', path.applicationId],
    enabled: wanted,
    retry: false,
    queryFn: async () => answered(await api.GET('/customers/{customerId}/applications/{applicationId}/decision', { params: { path } })),
  });
