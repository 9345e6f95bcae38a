import { changePpm, coefficientOfVariationPpm, ratioPpm } from '@tallystick/engines/rating';
import type { CalendarDate } from '@tallystick/kernel';
import { total } from '../caller/numbers.ts';
import { dataOf, type Facts, type Figures, type Part } from '../caller/source.ts';
import { zTaxpayer } from './parse.ts';

export const TAX_FEATURES = {
  tax_credit_grade: 'text',
  tax_status: 'text',
  declared_revenue_12m: 'minor',
  declared_revenue_trend: 'ppm',
  declared_revenue_volatility: 'ppm',
  tax_paid_12m: 'minor',
  tax_arrears: 'minor',
  filing_on_time_rate: 'ppm',
  tax_penalties: 'count',
  declared_months: 'months',
} as const;

/** Revenue of the last twelve declared months; the trend compares them with the twelve before, when there are as many. */
export function taxFigures(parts: readonly Part[], _facts: Facts, _asOf: CalendarDate): Figures<keyof typeof TAX_FEATURES> {
  const answer = dataOf(parts, 'taxpayer', zTaxpayer);
  if (!answer) return {};
  const { data: t, callId } = answer;
  const told = <T>(value: T | undefined) => ({ value: value ?? null, why: 'block_missing', callId });
  return {
    tax_credit_grade: told(t.tax_credit_grade),
    tax_status: told(t.status),
    tax_arrears: told(t.tax_arrears),
    tax_penalties: told(t.penalty_count),
    filing_on_time_rate:
      t.filing_count === undefined || t.filing_on_time_count === undefined
        ? told(undefined)
        : { value: ratioPpm(BigInt(t.filing_on_time_count), BigInt(t.filing_count)), why: 'nothing_filed', callId },
    ...revenueFigures(t.declared_revenue, callId),
  };
}

type Months = readonly { readonly period: string; readonly amount: bigint; readonly tax_paid: bigint }[];
function revenueFigures(declared: Months | undefined, callId: `call_${string}`): Figures<keyof typeof TAX_FEATURES> {
  if (!declared) return {};
  const months = [...declared].sort((a, b) => (a.period < b.period ? -1 : 1));
  const [last, before] = [months.slice(-12), months.slice(-24, -12)];
  const window = `${last[0]?.period ?? ''}/${last.at(-1)?.period ?? ''}`;
  const whole = last.length === 12;
  const revenue = total(last, (m) => m.amount);
  return {
    declared_revenue_12m: { value: whole ? revenue : null, why: 'under_12_months', window, callId },
    declared_revenue_trend: {
      value:
        before.length === 12
          ? changePpm(
              revenue,
              total(before, (m) => m.amount),
            )
          : null,
      why: 'under_24_months',
      window,
      callId,
    },
    declared_revenue_volatility: {
      value: whole ? coefficientOfVariationPpm(last.map((m) => m.amount)) : null,
      why: 'under_12_months',
      window,
      callId,
    },
    tax_paid_12m: { value: whole ? total(last, (m) => m.tax_paid) : null, why: 'under_12_months', window, callId },
    declared_months: { value: months.length, callId },
  };
}
