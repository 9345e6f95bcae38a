import { divRound } from '@tallystick/kernel';
import type { Period } from '../dates.ts';
import { type Decimal, over, times, whole } from '../decimal.ts';
import { toMultiple } from '../model.ts';
import type { Product } from '../product.ts';

const yearDays = (product: Product): number => (product.daysInYear === 'actual' ? 365 : product.daysInYear);

/** Part of a year of one stretch of days: months at a twelfth, or days over the year (30 a month where the product says so). */
export function partOf(product: Product, period: Period, days: number): Decimal {
  const length = period.due - period.from;
  const share = (full: Decimal): Decimal => (days === length ? full : over(times(full, whole(days)), whole(length)));
  if (product.interestPer === 'period') {
    if (product.unit === 'months') return share(over(whole(product.every), whole(12)));
    if (product.unit === 'weeks') return share(over(whole(product.every), whole(52)));
    if (product.unit === 'years') return share(whole(product.every));
  } else if (product.daysInMonth === 30 && product.unit === 'months') return share(over(whole(30 * product.every), whole(yearDays(product))));
  return over(whole(days), whole(yearDays(product)));
}

/** Rate of one period in the instalment formula, in double precision as the convention has it (section 3.9). */
function formulaRate(product: Product): number {
  const annual = Number(product.rate.c) * 10 ** product.rate.e;
  if (product.interestPer === 'period') {
    if (product.unit === 'months') return (annual / 12) * product.every;
    if (product.unit === 'weeks') return (annual / 52) * product.every;
    if (product.unit === 'years') return annual * product.every;
  }
  const days = { days: 1, weeks: 7, months: 30, years: 360 }[product.unit];
  return (annual / yearDays(product)) * days * product.every;
}

/** Level instalment of a cumulative schedule: double precision, to cents, to the multiple. */
export function cumulativeLevel(product: Product, principal: bigint, count: number): bigint {
  const rate = formulaRate(product);
  if (rate === 0) return toMultiple(product, divRound(principal, BigInt(count), 'half_even'));
  const units = Number(principal) / 100;
  const amount = (units * rate) / (1 - (1 + rate) ** -count);
  return toMultiple(product, BigInt(Math.round(amount * 100)));
}
