import { useQuery } from '@tanstack/react-query';
import { answered, api } from './api.ts';

/** Products in force today. */
export const useProducts = () =>
  useQuery({ queryKey: ['products'], staleTime: 600_000, queryFn: async () => answered(await api.GET('/products')).items });
export type Product = NonNullable<ReturnType<typeof useProducts>['data']>[number];
export type Method = Product['methods'][number];
