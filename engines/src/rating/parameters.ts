import type { CalendarDate } from '@tallystick/kernel';
import type { Bilingual, Reason } from '../scorecard/index.ts';
import type { FactName } from './facts.ts';
import { GRADES, type Grade } from './grade.ts';
import { refuseRating } from './refusals.ts';

/** From `from` (inclusive; null = from below everything) up to the next step. Whole numbers in the fact's own unit. */
export type Step = { readonly from: number | null; readonly tenths: number };
export type Unit = 'points' | 'count' | 'days' | 'months' | 'percent' | 'times' | 'yuan' | 'stars';
/** What a factor measures: a fact, or the points of the credit card. */
export type Measure = FactName | 'cardPoints';
export type Group = 'credit' | 'financial' | 'operating' | 'relationship';

/**
 * A factor of the rating. `tenths` are tenths of a rating point, so that 3.0 points are 30. `actionable` says whether the merchant can change it;
 * `missingTenths` is what an unknown value gets.
 */
export type Factor = {
  readonly measure: Measure;
  readonly group: Group;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly reason: Reason;
  readonly capTenths: number;
  readonly missingTenths: number;
  readonly actionable: boolean;
  readonly steps: readonly Step[];
};

/** `capTenths` limits the group's sum. A group with `adverse: false` is never given as a reason against the customer. */
export type GroupRule = {
  readonly group: Group;
  readonly label: Bilingual;
  readonly capTenths: number;
  readonly adverse: boolean;
  readonly disclosure: Bilingual;
};

/**
 * A cap on the grade, notches that it falls, or a failure that no grade cures (handbook 3.3, section 5 "Feature to decision"). Of several rules
 * that take notches the one that takes most counts.
 */
export type GradeRule = Reason & {
  readonly fact: FactName;
  readonly op: 'gt' | 'ge' | 'lt' | 'is';
  readonly value: number | boolean;
  readonly effect: { readonly cap: Grade } | { readonly down: number } | { readonly fail: true };
};

/** Everything a rating depends on besides the merchant. Dated, versioned, plain JSON. */
export type RatingParameters = {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  /** True until the risk team has calibrated the numbers on its own loans: screens then say "design value". */
  readonly designValues: boolean;
  readonly groups: readonly GroupRule[];
  readonly factors: readonly Factor[];
  /** Lowest total of each grade, best grade first; the last starts at 0. D is reached only by rule. */
  readonly cutOffs: readonly { readonly grade: Grade; readonly fromTenths: number }[];
  readonly rules: readonly GradeRule[];
  /** Twelve-month PD in ppm per grade. */
  readonly masterScale: Readonly<Record<Grade, number>>;
  /** Months a rating stays valid: `weak` from grade `weakFrom` downwards. */
  readonly validity: { readonly months: number; readonly weakMonths: number; readonly weakFrom: Grade };
  /** Facts without which there is no rating. */
  readonly required: readonly FactName[];
};

export const TOTAL_TENTHS = 1000;
const RELATIONSHIP_MAX_TENTHS = 50;

/** Proves a parameter set sound before it can be used. Refuses `rating.parameters_invalid` naming the place. */
export function checkRatingParameters(p: RatingParameters): void {
  const fail = (where: string, problem: string) => refuseRating('rating.parameters_invalid', { facts: { where, problem } });
  const capOf = (group: Group): number => p.groups.find((g) => g.group === group)?.capTenths ?? 0;
  if (p.groups.reduce((s, g) => s + g.capTenths, 0) !== TOTAL_TENTHS) throw fail('groups', 'caps must add up to 100 points');
  if (capOf('relationship') > RELATIONSHIP_MAX_TENTHS) throw fail('relationship', 'may not weigh more than 5 percent');
  for (const f of p.factors) {
    const problem = factorProblem(f);
    if (problem) throw fail(f.measure, problem);
  }
  for (const g of p.groups) {
    const reach = p.factors.filter((f) => f.group === g.group).reduce((s, f) => s + f.capTenths, 0);
    if (reach < g.capTenths) throw fail(g.group, 'its factors cannot reach its cap');
  }
  const falling = p.cutOffs.every(
    (c, i) => i === 0 || (c.fromTenths < (p.cutOffs[i - 1]?.fromTenths ?? 0) && better(p.cutOffs[i - 1]?.grade, c.grade)),
  );
  if (!falling || p.cutOffs.at(-1)?.fromTenths !== 0) throw fail('cutOffs', 'must fall with the grade and end at 0');
  if (!p.rules.every((r) => !('down' in r.effect) || (Number.isInteger(r.effect.down) && r.effect.down > 0)))
    throw fail('rules', 'notches to fall must be whole and above zero');
  if (!GRADES.every((g, i) => i === 0 || p.masterScale[g] > p.masterScale[GRADES[i - 1] ?? g]))
    throw fail('masterScale', 'PD must rise as the grade falls');
}

const better = (a: Grade | undefined, b: Grade): boolean => a !== undefined && GRADES.indexOf(a) < GRADES.indexOf(b);

function factorProblem(f: Factor): string | undefined {
  const rising = f.steps.every((s, i) => (i === 0 ? s.from === null : s.from !== null && s.from > (f.steps[i - 1]?.from ?? -Infinity)));
  if (f.steps.length < 2 || !rising) return 'steps must start open and rise';
  const points = [...f.steps.map((s) => s.tenths), f.missingTenths];
  if (!points.every((t) => Number.isInteger(t) && t >= 0 && t <= f.capTenths)) return 'points must be whole tenths from 0 to the cap';
  return Math.max(...f.steps.map((s) => s.tenths)) === f.capTenths ? undefined : 'its best step must equal its cap';
}

/** Place of the step that holds `value`. */
export const stepOf = (steps: readonly { readonly from: number | null }[], value: number | bigint): number =>
  steps.findLastIndex((s) => s.from === null || s.from <= value);
