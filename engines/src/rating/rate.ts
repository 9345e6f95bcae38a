import { addMonths, type CalendarDate } from '@tallystick/kernel';
import { type Card, type CardScore, type Reason, type Row, scoreCard } from '../scorecard/index.ts';
import type { MerchantFacts } from './facts.ts';
import { type Grade, isAtLeast } from './grade.ts';
import { type Grading, gradeMeasures, type Measures } from './grading.ts';
import { type Improvements, improvementsOf } from './improve.ts';
import type { GradeRule, RatingParameters } from './parameters.ts';
import { refuseRating } from './refusals.ts';

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

const binds = (effect: GradeRule['effect'], scoreGrade: Grade): boolean => !('cap' in effect) || !isAtLeast(effect.cap, scoreGrade);

/** Rules that bind come first, then the factors that cost most; a group that may not count against the customer is left out. */
function reasonsOf(grading: Grading, parameters: RatingParameters): Reason[] {
  const binding = grading.rulesApplied.filter((r) => binds(r.effect, grading.scoreGrade));
  const adverse = new Set(parameters.groups.filter((g) => g.adverse).map((g) => g.group));
  const costly = grading.contributions
    .map((c, i) => ({ c, reason: parameters.factors[i]?.reason }))
    .filter(({ c }) => c.lostTenths > 0 && adverse.has(c.group))
    .sort((a, b) => b.c.lostTenths - a.c.lostTenths)
    .flatMap(({ reason }) => reason ?? []);
  return [...binding.map(({ code, zh, en }) => ({ code, zh, en })), ...costly].slice(0, REASONS);
}
