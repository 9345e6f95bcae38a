import type { Grade, RatingResult } from '../rating/index.ts';
import type { Bilingual } from '../scorecard/index.ts';
import { type Decision, decide, type PolicyInput } from './evaluate.ts';
import type { DecisionTable, Outcome } from './table.ts';

/** Scorecard, rating and rules side by side, and the rule that makes one answer of them. */
export type Assessment = {
  readonly scorecard: { readonly id: string; readonly version: string; readonly points: number; readonly pdPpm: string };
  readonly rating: { readonly id: string; readonly version: string; readonly totalTenths: number; readonly grade: Grade; readonly admitted: boolean };
  readonly rules: Decision;
  readonly aggregation: { readonly rule: 'not_admitted_declines_else_worst_rule'; readonly text: Bilingual };
  readonly outcome: Outcome;
};

/**
 * Combines the three ways of judging a merchant. Each output is kept as it was; the final answer is `decline` when the rating does not admit the
 * merchant, else what the rules say with the grade among their inputs. The result is plain JSON (ppm as decimal text).
 */
export function assess(rating: RatingResult, input: PolicyInput, tables: readonly DecisionTable[]): Assessment {
  const rules = decide({ ...input, grade: rating.grade }, tables);
  return {
    scorecard: { id: rating.card.id, version: rating.card.version, points: rating.card.points, pdPpm: rating.card.pdPpm.toString() },
    rating: { ...rating.parameters, totalTenths: rating.totalTenths, grade: rating.grade, admitted: rating.admitted },
    rules,
    aggregation: {
      rule: 'not_admitted_declines_else_worst_rule',
      text: {
        zh: '评级不准入即拒绝；否则以规则中最严格的结论为准',
        en: 'Declined when the rating does not admit; otherwise the most severe rule decides',
      },
    },
    outcome: rating.admitted ? rules.outcome : 'decline',
  };
}
