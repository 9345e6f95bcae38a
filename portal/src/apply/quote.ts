import { annualCost, type LoanTerms, type Plan, planFor } from '@tallystick/engines/loan-engine';
import { type CalendarDate, formatMoney, formatPercent, parseMoney, parsePercent, Refusal } from '@tallystick/kernel';
import type { Method, Product } from '../products.ts';

export type Wanted = {
  readonly amount: string;
  readonly months: number;
  readonly method: Method;
  readonly rate: string;
  readonly start: CalendarDate;
};
/** Money as decimal texts, rates as percent texts: what the screens show. */
export type Quote = {
  readonly rows: readonly {
    readonly no: number;
    readonly due: string;
    readonly principal: string;
    readonly interest: string;
    readonly total: string;
    readonly left: string;
  }[];
  /** Every payment but the last, which takes the odd cents, is the same. */
  readonly level: boolean;
  /** The first payment, and the largest one. */
  readonly each: string;
  readonly largest: string;
  readonly interest: string;
  readonly total: string;
  /** All-in cost a year, compound (APR-04). */
  readonly allIn: string;
};

/** The same terms as the server makes of a product, an amount, a term, a method and a rate. */
function termsOf(product: Product, wanted: Wanted): LoanTerms | undefined {
  const principalMinor = parseMoney(wanted.amount);
  const ratePpm = parsePercent(wanted.rate);
  if (principalMinor === undefined || ratePpm === undefined) return undefined;
  const bullet = wanted.method === 'bullet';
  return {
    currency: 'CNY',
    principalMinor,
    ratePpm,
    method: wanted.method,
    count: bullet ? 1 : wanted.months,
    frequency: { unit: 'month', every: bullet ? wanted.months : 1 },
    start: wanted.start,
    interestBasis: 'period',
    dayBase: product.dayBase,
    rounding: 'half_up',
    penaltyUpliftPpm: parsePercent(product.penaltyUpliftPpm) ?? 0n,
    penaltyGraceDays: product.penaltyGraceDays,
    compoundOnInterest: product.compoundOnInterest,
    allocation: product.allocation,
    prepaymentFeePpm: parsePercent(product.prepayment.feePpm) ?? 0n,
  };
}

function allInOf(plan: Plan, wanted: Wanted): string {
  const paid = plan.rows.map((r, i) => ({ period: wanted.method === 'bullet' ? wanted.months : i + 1, minor: -r.totalMinor }));
  return formatPercent(annualCost({ flows: [{ period: 0, minor: plan.principalMinor }, ...paid], periodsPerYear: 12 }).compoundPpm);
}

/** What a loan would come to, worked out on the phone by the bank's own engine; undefined while the figures make no loan. */
export function quote(product: Product, wanted: Wanted): Quote | undefined {
  const terms = termsOf(product, wanted);
  if (terms === undefined) return undefined;
  try {
    const plan = planFor(terms);
    const totals = plan.rows.map((r) => r.totalMinor);
    return {
      rows: plan.rows.map((r) => ({
        no: r.no,
        due: r.due,
        principal: formatMoney(r.principalMinor),
        interest: formatMoney(r.interestMinor),
        total: formatMoney(r.totalMinor),
        left: formatMoney(r.balanceAfterMinor),
      })),
      level: new Set(totals.slice(0, -1)).size === 1 && (totals.at(-1) ?? 0n) - (totals[0] ?? 0n) < 100n,
      each: formatMoney(totals[0] ?? 0n),
      largest: formatMoney(totals.reduce((most, one) => (one > most ? one : most), 0n)),
      interest: formatMoney(plan.interestMinor),
      total: formatMoney(plan.totalMinor),
      allIn: allInOf(plan, wanted),
    };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
