import { ageOn, type CalendarDate, min } from '@tallystick/kernel';
import { ratioPpm } from '../rating/index.ts';

/** Amounts in fen. `totalDebtMinor` counts every lender and this loan. */
export type ApplicationAmounts = {
  readonly birthDate: CalendarDate;
  readonly decidedOn: CalendarDate;
  readonly requestedMinor: bigint;
  readonly limitMinor: bigint;
  readonly totalDebtMinor: bigint;
  readonly annualSalesMinor: bigint;
};

/** What tables read but nobody types in: whole years of age, the excess over the limit, the amount to be offered, debt to sales (AFF-03; half up). */
export function derivedInputs(a: ApplicationAmounts) {
  return {
    age: ageOn(a.birthDate, a.decidedOn),
    limitMinor: a.limitMinor,
    overLimitMinor: a.requestedMinor > a.limitMinor ? a.requestedMinor - a.limitMinor : 0n,
    offerMinor: min(a.requestedMinor, a.limitMinor),
    debtToSalesPpm: ratioPpm(a.totalDebtMinor, a.annualSalesMinor),
  };
}
