import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api.ts';

/** `waiting`: the contract of a fresh approval is being drafted. */
export const useContracts = (customerId: string, waiting = false) =>
  useQuery({
    queryKey: ['contracts', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/contracts', { params: { path: { customerId } } })).items,
    refetchInterval: waiting ? 2_000 : false,
  });

/** A contract with its cost statement, plan and clauses; asked again and again while the signatures are being made. */
export const useContract = (customerId: string, contractId: string) =>
  useQuery({
    queryKey: ['contract', customerId, contractId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/contracts/{contractId}', { params: { path: { customerId, contractId } } })),
    refetchInterval: ({ state }) => (state.data?.contract.state === 'signing' ? 1_500 : false),
  });
export type ContractPage = NonNullable<ReturnType<typeof useContract>['data']>;
export type Section = ContractPage['sections'][number];

/** Where the signed or draft PDF is fetched from. */
export const documentAddress = (customerId: string, contractId: string): string => `/api/customers/${customerId}/contracts/${contractId}/document`;
