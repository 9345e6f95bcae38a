import { annualCost, planFor } from '@tallystick/engines/loan-engine';
import { min } from '@tallystick/kernel';
import { highestRate, type Product, products, productTerms } from '#modules/products';
import type { Ctx } from '#platform';

/** The example of the first-loan page: 50,000 yuan, or the most the product gives. */
const EXAMPLE_MINOR = 5_000_000n;
const PERIODS_A_YEAR = 12;

/** The terms of the products for first-time borrowers, each with one worked example at its highest rate: every cost in it (APR-01, APR-04). */
export async function firstLoanTerms(ctx: Ctx) {
  const offered = (await products(ctx)).filter((p) => p.firstLoanOnly || p.kind === 'FIRST');
  const items = [];
  for (const p of offered) items.push({ ...termsOf(p), example: exampleOf(p, await highestRate(ctx, p), ctx) });
  return items;
}

const termsOf = (p: Product) => ({
  code: p.code,
  nameZh: p.name.zh,
  nameEn: p.name.en,
  saysZh: p.says.zh,
  saysEn: p.says.en,
  minAmountMinor: p.minAmountMinor,
  maxAmountMinor: p.maxAmountMinor,
  minMonths: p.minMonths,
  maxMonths: p.maxMonths,
  methods: [...p.methods],
  decisionMinutes: p.decisionMinutes,
  documents: p.documents.map((d) => ({ kind: d.kind, obtainableFrom: d.obtainableFrom, mandatory: d.mandatory })),
});

function exampleOf(p: Product, ratePpm: bigint, ctx: Ctx) {
  const principalMinor = min(EXAMPLE_MINOR, p.maxAmountMinor);
  const months = Math.min(PERIODS_A_YEAR, p.maxMonths);
  const method = p.methods.includes('equal_instalment') ? 'equal_instalment' : (p.methods[0] ?? 'bullet');
  const plan = planFor(productTerms(p, { principalMinor, ratePpm, months, method, start: ctx.today }));
  const paid = plan.rows.map((r, i) => ({ period: method === 'bullet' ? months : i + 1, minor: -r.totalMinor }));
  const { compoundPpm } = annualCost({ flows: [{ period: 0, minor: plan.principalMinor }, ...paid], periodsPerYear: PERIODS_A_YEAR });
  return {
    amountMinor: principalMinor,
    months,
    method,
    ratePpm,
    firstPaymentMinor: plan.rows[0]?.totalMinor ?? 0n,
    interestMinor: plan.interestMinor,
    totalMinor: plan.totalMinor,
    allInPpm: compoundPpm,
  };
}
