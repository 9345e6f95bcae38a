import { useQuery } from '@tanstack/react-query';
import { useAct } from '../act.ts';
import { answered, api } from '../api.ts';

export const useApplications = (customerId: string) =>
  useQuery({
    queryKey: ['applications', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/applications', { params: { path: { customerId } } })).items,
  });
export type Application = NonNullable<ReturnType<typeof useApplications>['data']>[number];
export type Form = Application['form'];
/** What people, letters and messages call an application. */
export const referenceOf = (applicationId: string): string => applicationId.slice(-8).toUpperCase();

const DECIDING: readonly Application['state'][] = ['submitted', 'collecting', 'deciding'];
/** How one application stands. While the machine decides it is asked every second and a half; while people do, every half minute. */
export const useTracking = (customerId: string, applicationId: string) =>
  useQuery({
    queryKey: ['application', customerId, applicationId],
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/applications/{applicationId}', { params: { path: { customerId, applicationId } } })),
    refetchInterval: ({ state }) => {
      const now = state.data?.application.state;
      return now === undefined ? false : DECIDING.includes(now) ? 1_500 : now === 'reviewing' || now === 'approving' ? 30_000 : false;
    },
  });
export type Tracking = NonNullable<ReturnType<typeof useTracking>['data']>;

export type StepPath =
  | '/apply/$applicationId/amount'
  | '/apply/$applicationId/purpose'
  | '/apply/$applicationId/means'
  | '/applications/$applicationId';
/** Where a draft goes on: the first screen that is not filled in. */
export function nextStep({ form, state }: Pick<Application, 'form' | 'state'>): StepPath {
  if (state !== 'draft') return '/applications/$applicationId';
  if (form.amountMinor === undefined || form.months === undefined || form.method === undefined) return '/apply/$applicationId/amount';
  if (form.purposeText === undefined || form.purposeBudget === undefined) return '/apply/$applicationId/purpose';
  if (form.declaredMonthlyIncomeMinor === undefined || form.declaredAnnualRevenueMinor === undefined || form.declaredDebts === undefined)
    return '/apply/$applicationId/means';
  return '/applications/$applicationId';
}

/** Saves one screen's answers into the draft; the other answers stay. */
export function useSaveDraft(application: Application) {
  const { customerId, applicationId, version } = application;
  return useAct(`draft:${applicationId}`, (change: { form: Form; productCode?: string }, keyed) =>
    api.PUT('/customers/{customerId}/applications/{applicationId}', {
      params: { path: { customerId, applicationId }, ...keyed },
      body: { version, ...change, form: { ...application.form, ...change.form } },
    }),
  );
}
