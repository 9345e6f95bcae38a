import type { Bilingual } from '../scorecard/index.ts';
import type { MerchantFacts } from './facts.ts';
import { type Grade, shiftGrade, worseGrade } from './grade.ts';
import { type Factor, type GradeRule, type Group, type RatingParameters, stepOf } from './parameters.ts';

export type Contribution = {
  readonly factor: Factor['measure'];
  readonly group: Group;
  readonly label: Bilingual;
  readonly value: bigint | number | null;
  /** Place of the step in the factor's table; −1 when the value is not known. */
  readonly step: number;
  readonly tenths: number;
  readonly lostTenths: number;
};
export type SubScore = {
  readonly group: Group;
  readonly label: Bilingual;
  readonly tenths: number;
  readonly capTenths: number;
  readonly disclosure: Bilingual;
};
/** The rating without dates and explanations: what counterfactuals are computed with. */
export type Grading = {
  readonly totalTenths: number;
  readonly subScores: readonly SubScore[];
  readonly contributions: readonly Contribution[];
  /** Grade by score alone, then after the notches and caps of rules. */
  readonly scoreGrade: Grade;
  readonly grade: Grade;
  readonly rulesApplied: readonly GradeRule[];
  /** False when a rule fails the merchant whatever the grade. */
  readonly admitted: boolean;
};
/** Facts plus the card's points: what factors read. */
export type Measures = MerchantFacts & { readonly cardPoints: number };

/** The pure core: measures to points, grade and rules. */
export function gradeMeasures(measures: Measures, parameters: RatingParameters): Grading {
  const contributions = parameters.factors.map((f) => contributionOf(f, measures));
  const subScores = parameters.groups.map(({ group, label, capTenths, disclosure }): SubScore => {
    const raw = contributions.filter((c) => c.group === group).reduce((s, c) => s + c.tenths, 0);
    return { group, label, tenths: Math.min(raw, capTenths), capTenths, disclosure };
  });
  const totalTenths = subScores.reduce((s, g) => s + g.tenths, 0);
  const scoreGrade = parameters.cutOffs.find((c) => totalTenths >= c.fromTenths)?.grade ?? 'CCC';
  const met = parameters.rules.filter((rule) => applies(rule, measures));
  const down = notchesOf(met);
  const rulesApplied = met.filter((rule) => !('down' in rule.effect) || rule.effect.down === down);
  const grade = rulesApplied.reduce((g, rule) => ('cap' in rule.effect ? worseGrade(g, rule.effect.cap) : g), lowered(scoreGrade, down));
  return { totalTenths, subScores, contributions, scoreGrade, grade, rulesApplied, admitted: !rulesApplied.some((r) => 'fail' in r.effect) };
}

/** Notches that rules take from the grade: the most that one of them takes. */
export const notchesOf = (rules: readonly GradeRule[]): number => Math.max(0, ...rules.map((r) => ('down' in r.effect ? r.effect.down : 0)));
/** The grade so many notches lower, but never D: that is a default, told by a rule of its own. */
function lowered(grade: Grade, notches: number): Grade {
  const lower = shiftGrade(grade, -notches);
  return lower === 'D' ? 'CCC' : lower;
}

function contributionOf(factor: Factor, measures: Measures): Contribution {
  const raw = measures[factor.measure];
  const value = typeof raw === 'boolean' ? null : raw;
  const step = value === null ? -1 : stepOf(factor.steps, value);
  const tenths = factor.steps[step]?.tenths ?? factor.missingTenths;
  return { factor: factor.measure, group: factor.group, label: factor.label, value, step, tenths, lostTenths: factor.capTenths - tenths };
}

function applies(rule: GradeRule, measures: Measures): boolean {
  const value = measures[rule.fact];
  if (value === null) return false;
  if (rule.op === 'is' || typeof value === 'boolean' || typeof rule.value === 'boolean') return value === rule.value;
  if (rule.op === 'gt') return value > rule.value;
  return rule.op === 'ge' ? value >= rule.value : value < rule.value;
}
