import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api.ts';

/** Why an application came out as it did, and whether a person may be asked. */
export const useOutcome = (customerId: string, applicationId: string) =>
  useQuery({
    queryKey: ['outcome', customerId, applicationId],
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/applications/{applicationId}/outcome', { params: { path: { customerId, applicationId } } })),
  });
