import { planFor } from '@tallystick/engines/loan-engine';
import type { DecisionTable } from '@tallystick/engines/policy';
import { affordable, type Offer } from '@tallystick/engines/pricing';
import { divRound, max, min, PPM } from '@tallystick/kernel';
import { productTerms } from '#modules/products';
import { read } from '../rating/facts.ts';
import type { DecisionInput, DecisionTools } from './decide.ts';

/** What a borrower owes elsewhere: by the credit report, or by own word where the report is silent. */
export const owed = ({ features: f, application: a }: DecisionInput) => ({
  debtMinor: read.whole(f, 'total_debt') ?? a.declaredDebtMinor,
  monthlyMinor: read.whole(f, 'monthly_due') ?? a.declaredMonthlyMinor,
});

/**
 * What all debts together are measured by: a year's sales, or the sales that would allow as much as some months of income do, whichever is more
 * (AFF-03). null without sales.
 */
export function debtBaseMinor({ features, application }: DecisionInput, { pricing }: DecisionTools): bigint | null {
  const sales = read.whole(features, 'net_sales_12m');
  const { incomeMonths, salesSharePpm } = pricing.affordability;
  return sales === null || sales <= 0n
    ? null
    : max(sales, divRound(application.monthlyIncomeMinor * BigInt(incomeMonths) * PPM, salesSharePpm, 'floor'));
}

/** Level instalment of an amount at the offered rate and term. Loans that pay principal at the end are measured by it too, so that they cannot hide. */
export function levelInstalment(input: DecisionInput, { product }: DecisionTools, amountMinor: bigint, offer: Offer | null): bigint {
  if (amountMinor <= 0n) return 0n;
  const months = offer?.termMonths ?? input.application.months;
  const terms = productTerms(product, {
    principalMinor: amountMinor,
    ratePpm: offer?.ratePpm ?? 0n,
    months,
    method: 'equal_instalment',
    start: input.decidedOn,
  });
  return max(0n, ...planFor(terms).rows.map((r) => r.totalMinor));
}

/** The lowest ceiling that the declining rows of a table put on an input for a segment; null when there is none. */
function ceilingOf(table: DecisionTable, name: string, segment: string): bigint | null {
  const ceilings = table.rows.flatMap(({ when, verdict }) => {
    const [condition, own] = [when[name], when['segment']];
    const meant = own === undefined || (own.op === 'eq' && own.value === segment) || (own.op === 'in' && own.values.includes(segment));
    return verdict.outcome === 'decline' && meant && condition?.op === 'gt' && typeof condition.value === 'bigint' ? [condition.value] : [];
  });
  return ceilings.reduce<bigint | null>((low, c) => (low === null || c < low ? c : low), null);
}

/**
 * What would be lent: the wish, cut to the limit and then to what income and all debts together leave room for by the policy's own ceilings (S2-25,
 * AFF-01, AFF-03), in steps. Where that would be less than the smallest loan the amount stays as it is, and the rules decline it with their reason.
 */
export function lendable(input: DecisionInput, tools: DecisionTools, offer: Offer | null): bigint {
  const { amountMinor: asked, monthlyIncomeMinor } = input.application;
  if (offer === null || offer.limitMinor <= 0n) return asked;
  const { stepMinor, minAmountMinor, segmentCode } = tools.product;
  const inSteps = (amount: bigint): bigint => (amount / stepMinor) * stepMinor;
  const wanted = inSteps(min(asked, offer.limitMinor));
  const maxDtiPpm = ceilingOf(tools.policy.admission, 'dtiPpm', segmentCode);
  const byIncome =
    maxDtiPpm === null || monthlyIncomeMinor <= 0n || wanted < minAmountMinor
      ? wanted
      : affordable({
          wantedMinor: wanted,
          smallestMinor: minAmountMinor,
          stepMinor,
          otherServiceMinor: owed(input).monthlyMinor,
          netIncomeMinor: monthlyIncomeMinor,
          maxDtiPpm,
          instalmentOf: (amount) => levelInstalment(input, tools, amount, offer),
        }).amountMinor;
  const [share, base] = [ceilingOf(tools.policy.admission, 'debtToSalesPpm', segmentCode), debtBaseMinor(input, tools)];
  const byDebt = share === null || base === null ? wanted : inSteps(max(0n, divRound(base * share, PPM, 'floor') - owed(input).debtMinor));
  const amount = min(byIncome, byDebt);
  return amount >= minAmountMinor ? min(wanted, amount) : wanted;
}
