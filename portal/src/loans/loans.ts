import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAct } from '../act.ts';
import { answered, api } from '../api.ts';

export const useLoans = (customerId: string) =>
  useQuery({
    queryKey: ['loans', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans', { params: { path: { customerId } } })).items,
  });
export type Loan = NonNullable<ReturnType<typeof useLoans>['data']>[number];

/** One loan with plan, payments and balances; asked again while a payment is on its way. */
export const useLoan = (customerId: string, loanId: string) =>
  useQuery({
    queryKey: ['loan', customerId, loanId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}', { params: { path: { customerId, loanId } } })),
    refetchInterval: ({ state }) => (state.data?.deductions.some((d) => d.state === 'ordered') ? 2_000 : false),
  });
export type LoanPage = NonNullable<ReturnType<typeof useLoan>['data']>;
export type PlanRow = LoanPage['rows'][number];
export type Transaction = LoanPage['transactions'][number];

/** What happened between two days, both included. */
export const useStatement = (customerId: string, loanId: string, from: string, to: string) =>
  useQuery({
    queryKey: ['statement', loanId, from, to],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/loans/{loanId}/statement', { params: { path: { customerId, loanId }, query: { from, to } } })),
  });
export type StatementOf = NonNullable<ReturnType<typeof useStatement>['data']>;

export const useLine = (customerId: string) =>
  useQuery({
    queryKey: ['credit-line', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/credit-line', { params: { path: { customerId } } })),
  });
export type LinePage = NonNullable<ReturnType<typeof useLine>['data']>;
export const usePayouts = (customerId: string, waiting = false) =>
  useQuery({
    queryKey: ['payouts', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/payouts', { params: { path: { customerId } } })).items,
    refetchInterval: waiting ? 3_000 : false,
  });

type Payment = { amount: string; intent: 'repay' | 'prepay' | 'settle'; mode?: 'keep_term' | 'keep_instalment' };
/** Pays from the registered account. The answer only says that the order is placed; the loan page tells what came of it. */
export const usePay = (customerId: string, loanId: string) =>
  useAct(`pay:${loanId}`, (body: Payment, keyed) =>
    api.POST('/customers/{customerId}/loans/{loanId}/payments', { params: { path: { customerId, loanId }, ...keyed }, body }),
  );
