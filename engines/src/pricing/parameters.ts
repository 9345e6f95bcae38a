import { type CalendarDate, formatMoney, formatPercent, PPM, parseMoney, parsePercent, type RatePpm } from '@tallystick/kernel';
import { GRADES, type Grade } from '../rating/index.ts';
import type { Bilingual } from '../scorecard/index.ts';
import { refusePricing } from './refusals.ts';

export type GuaranteeType = 'CREDIT' | 'GUARANTEE' | 'JOINT' | 'MORTGAGE' | 'PLEDGE' | 'COMBINED' | 'INSURANCE';

/** What a grade is worth: limit as a share of net sales, spread and discount on the price, longest term (0 = not offered), security, review. */
export type GradeTerms = {
  readonly grade: Grade;
  readonly limitFactorPpm: bigint;
  readonly spreadPpm: RatePpm;
  readonly discountPpm: RatePpm;
  readonly maxTermMonths: number;
  readonly guarantee: Bilingual;
  readonly reviewMonths: number;
};

/** Everything a limit and a price depend on besides the customer. Dated, versioned; JSON by `writePricing`. */
export type PricingParameters = {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly productSpreadPpm: RatePpm;
  /** No price below this, whatever the discounts. */
  readonly floorPpm: RatePpm;
  /** All-in ceiling (APR-07). */
  readonly capPpm: RatePpm;
  /** One row per grade, best first. */
  readonly grades: readonly GradeTerms[];
  readonly terms: readonly { readonly overMonths: number; readonly spreadPpm: RatePpm }[];
  readonly guarantees: readonly { readonly guarantee: GuaranteeType; readonly spreadPpm: RatePpm; readonly lgdPpm: bigint }[];
  readonly segments: readonly { readonly segment: string; readonly spreadPpm: RatePpm }[];
  readonly limit: { readonly settleMultiple: number; readonly capMinor: bigint; readonly stepMinor: bigint };
  /** Thin or imperfect files: less, shorter, checked more. */
  readonly thinFile: { readonly capMinor: bigint; readonly maxTermMonths: number; readonly verification: Bilingual };
  readonly increase: { readonly coolingDays: number; readonly cleanMonths: number };
  readonly cost: {
    readonly fundingPpm: RatePpm;
    readonly operatingPpm: RatePpm;
    /** Capital held against a loan, and the yearly return asked of it. */
    readonly capitalPpm: bigint;
    readonly capitalReturnPpm: RatePpm;
    readonly taxPpm: bigint;
    readonly targetRarocPpm: bigint;
  };
  readonly affordability: { readonly incomeMonths: number; readonly salesSharePpm: bigint; readonly dscrWarnPpm: bigint };
};

/**
 * Proves that a better grade is never worse off: limit factor and term do not rise, spread less discount does not fall, from grade to grade
 * (handbook 3.4). Refuses `pricing.not_monotone` and `pricing.parameters_invalid`.
 */
export function checkPricing(p: PricingParameters): void {
  const fail = (where: string, problem: string) => refusePricing('pricing.parameters_invalid', { facts: { where, problem } });
  if (p.grades.length !== GRADES.length || p.grades.some((g, i) => g.grade !== GRADES[i])) throw fail('grades', 'needs every grade once, best first');
  p.grades.forEach((g, i) => {
    const better = p.grades[i - 1];
    if (g.limitFactorPpm < 0n || g.limitFactorPpm > PPM || g.discountPpm < 0n || g.maxTermMonths < 0) throw fail(g.grade, 'a value is out of range');
    if (!better) return;
    const beats = (what: string) => refusePricing('pricing.not_monotone', { facts: { grade: g.grade, what } });
    if (g.limitFactorPpm > better.limitFactorPpm) throw beats('limit factor');
    if (g.maxTermMonths > better.maxTermMonths) throw beats('longest term');
    if (g.spreadPpm - g.discountPpm < better.spreadPpm - better.discountPpm) throw beats('price');
  });
  if (p.terms[0]?.overMonths !== 0 || p.terms.some((t, i) => i > 0 && t.overMonths <= (p.terms[i - 1]?.overMonths ?? 0)))
    throw fail('terms', 'must start at 0 and rise');
  if (p.limit.stepMinor <= 0n || p.limit.capMinor <= 0n || p.cost.capitalPpm <= 0n || p.floorPpm > p.capPpm)
    throw fail('limit, cost or cap', 'must be positive and in order');
}

/**
 * Takes new parameters into use: proposed and approved by two people, sound, with a new version that starts later (dual control, handbook 3.4).
 * Refuses `pricing.dual_control`, `pricing.version_order` and what `checkPricing` refuses. Returns `next`.
 */
export function revisePricing(
  current: PricingParameters,
  next: PricingParameters,
  who: { readonly proposedBy: string; readonly approvedBy: string },
): PricingParameters {
  if (who.approvedBy === '' || who.proposedBy === who.approvedBy) throw refusePricing('pricing.dual_control');
  if (next.version === current.version || next.effectiveFrom <= current.effectiveFrom) {
    throw refusePricing('pricing.version_order', { facts: { from: current.effectiveFrom } });
  }
  checkPricing(next);
  return next;
}

/** JSON text: fields ending in Minor as "300000.00", in Ppm as percent "5.0000". */
export const writePricing = (p: PricingParameters): string =>
  JSON.stringify(p, (key, value) => (typeof value === 'bigint' ? (key.endsWith('Minor') ? formatMoney(value) : formatPercent(value)) : value));

/** Reads what `writePricing` wrote, and checks it. */
export function readPricing(text: string): PricingParameters {
  const read: PricingParameters = JSON.parse(text, (key, value) => {
    if (typeof value !== 'string' || !/(Minor|Ppm)$/.test(key)) return value;
    const parsed = key.endsWith('Minor') ? parseMoney(value) : parsePercent(value);
    if (parsed === undefined) throw refusePricing('pricing.parameters_invalid', { facts: { where: key, problem: `"${value}" is not a number` } });
    return parsed;
  });
  checkPricing(read);
  return read;
}
