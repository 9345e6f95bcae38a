import { addMonths, type CalendarDate } from '@tallystick/kernel';
import { type Bilingual, type Card, type CardScore, type Reason, type Row, scoreCard } from '../scorecard/index.ts';
import type { MerchantFacts } from './facts.ts';
import { type Grade, isAtLeast, worseGrade } from './grade.ts';
import { type Improvements, improvementsOf } from './improve.ts';
import { type Factor, type GradeRule, type Group, type RatingParameters, stepOf } from './parameters.ts';
import { refuseRating } from './refusals.ts';

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
  /** Grade by score alone, then after caps. */
  readonly scoreGrade: Grade;
  readonly grade: Grade;
  readonly rulesApplied: readonly GradeRule[];
  /** False when a rule fails the merchant whatever the grade. */
  readonly admitted: boolean;
};
/** Facts plus the card's points: what factors read. */
export type Measures = MerchantFacts & { readonly cardPoints: number };

export type MerchantRatingInput = { readonly ratedOn: CalendarDate; readonly card: Card; readonly creditRow: Row; readonly facts: MerchantFacts };
export type RatingResult = Grading & {
  readonly type: 'MERCHANT';
  readonly parameters: { readonly id: string; readonly version: string; readonly designValues: boolean };
  readonly card: { readonly id: string; readonly version: string } & CardScore;
  readonly ratedOn: CalendarDate;
  /** First day the rating no longer counts. */
  readonly expiresOn: CalendarDate;
  readonly pdPpm: bigint;
  readonly reasons: readonly Reason[];
  readonly improvements: Improvements;
};

const REASONS = 3;

/**
 * Rates a merchant: sub-scores from documented steps, total 0 to 100 points (in tenths), grade by table, caps and failures by rule, PD by the
 * master scale, the three things that hold the grade down most, and what would help (handbook 3.3 and section 5).
 * Refuses `rating.data_missing` naming the facts that are required but unknown.
 */
export function rateMerchant(input: MerchantRatingInput, parameters: RatingParameters): RatingResult {
  const { facts, ratedOn } = input;
  const absent = parameters.required.filter((name) => facts[name] === null);
  if (absent.length > 0) {
    const faults = absent.map((field) => ({ field: `facts.${field}`, code: 'rating.data_missing' }));
    throw refuseRating('rating.data_missing', { facts: { fields: absent.join(', ') }, faults });
  }
  const card = scoreCard(input.card, input.creditRow);
  const measures: Measures = { ...facts, cardPoints: card.points };
  const grading = gradeMeasures(measures, parameters);
  const { months, weakMonths, weakFrom } = parameters.validity;
  const weak = isAtLeast(weakFrom, grading.grade);
  return {
    ...grading,
    type: 'MERCHANT',
    parameters: { id: parameters.id, version: parameters.version, designValues: parameters.designValues },
    card: { id: input.card.id, version: input.card.version, ...card },
    ratedOn,
    expiresOn: addMonths(ratedOn, weak ? weakMonths : months),
    pdPpm: BigInt(parameters.masterScale[grading.grade]),
    reasons: reasonsOf(grading, parameters),
    improvements: improvementsOf(measures, grading, parameters),
  };
}

/** The pure core: measures to points, grade and rules. */
export function gradeMeasures(measures: Measures, parameters: RatingParameters): Grading {
  const contributions = parameters.factors.map((f) => contributionOf(f, measures));
  const subScores = parameters.groups.map(({ group, label, capTenths, disclosure }): SubScore => {
    const raw = contributions.filter((c) => c.group === group).reduce((s, c) => s + c.tenths, 0);
    return { group, label, tenths: Math.min(raw, capTenths), capTenths, disclosure };
  });
  const totalTenths = subScores.reduce((s, g) => s + g.tenths, 0);
  const scoreGrade = parameters.cutOffs.find((c) => totalTenths >= c.fromTenths)?.grade ?? 'CCC';
  const rulesApplied = parameters.rules.filter((rule) => applies(rule, measures));
  const grade = rulesApplied.reduce((g, rule) => ('cap' in rule.effect ? worseGrade(g, rule.effect.cap) : g), scoreGrade);
  return { totalTenths, subScores, contributions, scoreGrade, grade, rulesApplied, admitted: !rulesApplied.some((r) => 'fail' in r.effect) };
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

/** Rules that bind come first, then the factors that cost most; a group that may not count against the customer is left out. */
function reasonsOf(grading: Grading, parameters: RatingParameters): Reason[] {
  const binding = grading.rulesApplied.filter((r) => 'fail' in r.effect || !isAtLeast(r.effect.cap, grading.scoreGrade));
  const adverse = new Set(parameters.groups.filter((g) => g.adverse).map((g) => g.group));
  const costly = grading.contributions
    .map((c, i) => ({ c, reason: parameters.factors[i]?.reason }))
    .filter(({ c }) => c.lostTenths > 0 && adverse.has(c.group))
    .sort((a, b) => b.c.lostTenths - a.c.lostTenths)
    .flatMap(({ reason }) => reason ?? []);
  return [...binding.map(({ code, zh, en }) => ({ code, zh, en })), ...costly].slice(0, REASONS);
}
