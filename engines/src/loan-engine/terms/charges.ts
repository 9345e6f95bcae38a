import { type FieldFault, MONEY_MAX, PPM } from '@tallystick/kernel';

/** What a charge may be a share of: the money lent, principal not repaid, or the row's principal, interest, or both. */
export type FeeBase = 'lent' | 'outstanding' | 'principal_due' | 'interest_due' | 'instalment';
export const FEE_BASES: readonly FeeBase[] = ['lent', 'outstanding', 'principal_due', 'interest_due', 'instalment'];

/** How much: an amount, or a share of a base on its day. */
export type FeeAmount = { readonly amountMinor: bigint } | { readonly sharePpm: bigint; readonly of: FeeBase };

/**
 * 约定收费. `disbursement`: once, with the first money out; `tranche`: with every money out, its base `lent` being that money;
 * `instalment`: with every row as it falls due, not when a loan is closed early; `overdue`: once for a row that is still unpaid so many
 * days after its due day.
 */
export type Charge = FeeAmount & { readonly when: 'disbursement' | 'tranche' | 'instalment' | 'overdue'; readonly afterDays?: number };
const TIMES: readonly string[] = ['disbursement', 'tranche', 'instalment', 'overdue'];

/** The field of an amount that cannot be; `undefined` when all is well. */
export function feeFault(fee: FeeAmount): 'amountMinor' | 'sharePpm' | 'of' | undefined {
  if ('amountMinor' in fee) return fee.amountMinor > 0n && fee.amountMinor <= MONEY_MAX ? undefined : 'amountMinor';
  if (fee.sharePpm <= 0n || fee.sharePpm > PPM) return 'sharePpm';
  return FEE_BASES.includes(fee.of) ? undefined : 'of';
}

/** Faults of agreed charges: loan.charge_invalid with the field. */
export function chargeFaults(charges: readonly Charge[]): FieldFault[] {
  return charges.flatMap((charge, k) => {
    const days = charge.afterDays ?? 0;
    const late = charge.when === 'overdue' ? Number.isInteger(days) && days >= 0 && days <= 366 : charge.afterDays === undefined;
    const part = feeFault(charge) ?? (TIMES.includes(charge.when) ? (late ? undefined : 'afterDays') : 'when');
    const field = `charges.${k}.${part}`;
    return part === undefined ? [] : [{ field, code: 'loan.charge_invalid', facts: { field } }];
  });
}
