import { type PricingParameters, priceOf } from '@tallystick/engines/pricing';
import { isAtLeast } from '@tallystick/engines/rating';
import { type CalendarDate, max } from '@tallystick/kernel';
import type { Ctx } from '#platform';
import { refuse } from './refusals.ts';
import { listProducts, lprOn, productAt, productOn, setAt, setOn } from './repo.ts';
import type { Lpr, ParameterSet, Product } from './types.ts';

/** The version of a product in force on a day. Refuses products.unknown. */
export async function product(ctx: Ctx, code: string, on: CalendarDate = ctx.today): Promise<Product> {
  const found = await productOn(ctx.tx, code, on);
  if (!found) throw refuse('products.unknown', { field: 'productCode', facts: { code } });
  return found;
}

/** One version of a product, in force or not: what an application or a contract was made under. Refuses products.unknown. */
export async function productVersion(ctx: Ctx, code: string, version: number): Promise<Product> {
  const found = await productAt(ctx.tx, code, version);
  if (!found) throw refuse('products.unknown', { field: 'productCode', facts: { code: `${code} v${version}` } });
  return found;
}

/** All products in force on a day. */
export const products = (ctx: Ctx, on: CalendarDate = ctx.today): Promise<Product[]> => listProducts(ctx.tx, on);

/** The version of a parameter set in force on a day. Refuses products.no_parameters. */
export async function parameterSet<T = unknown>(ctx: Ctx, name: string, on: CalendarDate = ctx.today): Promise<ParameterSet<T>> {
  const found = await setOn(ctx.tx, name, on);
  if (!found) throw refuse('products.no_parameters', { facts: { name } });
  return found as ParameterSet<T>;
}

/** One version of a parameter set, whatever the day: for replays. Refuses products.no_parameters. */
export async function parameterVersion<T = unknown>(ctx: Ctx, name: string, version: number): Promise<ParameterSet<T>> {
  const found = await setAt(ctx.tx, name, version);
  if (!found) throw refuse('products.no_parameters', { facts: { name: `${name} v${version}` } });
  return found as ParameterSet<T>;
}

/** The loan prime rate last published on or before a day (REP-13). Refuses products.no_lpr. */
export async function lpr(ctx: Ctx, tenor: '1Y' | '5Y', on: CalendarDate = ctx.today): Promise<Lpr> {
  const found = await lprOn(ctx.tx, tenor, on);
  if (!found) throw refuse('products.no_lpr', { facts: { tenor, on } });
  return found;
}

/** The highest rate a product may carry today, over all grades it takes: what affordability is tested with. */
export async function highestRate(ctx: Ctx, p: Product): Promise<bigint> {
  const { body } = await parameterSet<PricingParameters>(ctx, p.parameters.pricing);
  const base = await lpr(ctx, '1Y');
  const offered = body.grades.filter((g) => g.maxTermMonths > 0 && isAtLeast(g.grade, p.minGrade));
  const rates = offered.map(
    (g) =>
      priceOf(
        { grade: g.grade, termMonths: Math.min(g.maxTermMonths, p.maxMonths), guarantee: 'CREDIT', segment: p.segmentCode, discounts: [] },
        base.ratePpm,
        body,
      ).ratePpm,
  );
  return max(0n, ...rates);
}
