import { divRound } from '@tallystick/kernel';
import type { Bilingual } from '../scorecard/index.ts';
import { compareGrades, GRADES, type Grade, gradeRank, isAtLeast, shiftGrade } from './grade.ts';
import { type Grading, gradeMeasures, type Measures, notchesOf } from './grading.ts';
import type { Factor, GradeRule, RatingParameters, Unit } from './parameters.ts';

/** One change that would raise the score, everything else equal. */
export type Improvement = {
  readonly factor: Factor['measure'];
  readonly from: bigint | number | null;
  readonly target: { readonly op: 'at_least' | 'below'; readonly value: number };
  readonly gainTenths: number;
  readonly gradeAfter: Grade;
  readonly reachesNextGrade: boolean;
  readonly text: Bilingual;
};
export type NoHelp = { readonly factor: Factor['measure']; readonly why: 'already_best' | 'not_changeable' | 'group_full' };
export type Improvements = {
  readonly nextGrade: Grade | null;
  /** Points missing to the next grade by score; 0 when only a rule stands in the way. */
  readonly missingTenths: number;
  /** Rules that must be cured first: no points lift the grade above them. */
  readonly heldBy: readonly GradeRule[];
  readonly helps: readonly Improvement[];
  readonly noHelp: readonly NoHelp[];
};

/**
 * Counterfactual help: for each factor the merchant can change, the smallest step that reaches the next grade alone, or else the largest gain,
 * found by grading again with that one value changed. Best first. Also says what will not help and which rule holds the grade.
 */
export function improvementsOf(measures: Measures, now: Grading, parameters: RatingParameters): Improvements {
  const nextGrade = now.grade === 'AAA' ? null : shiftGrade(now.grade, 1);
  // The score must reach as many notches higher as a rule takes away.
  const scored = nextGrade === null ? -1 : gradeRank(nextGrade) - notchesOf(now.rulesApplied);
  const floor = parameters.cutOffs.find((c) => c.grade === GRADES[scored])?.fromTenths ?? 0;
  const heldBy = now.rulesApplied.filter((r) => holds(r.effect, nextGrade, scored));
  const helps: Improvement[] = [];
  const noHelp: NoHelp[] = [];
  parameters.factors.forEach((factor, i) => {
    const { tenths, lostTenths } = now.contributions[i] ?? { tenths: 0, lostTenths: 0 };
    if (lostTenths === 0) noHelp.push({ factor: factor.measure, why: 'already_best' });
    else if (!factor.actionable) noHelp.push({ factor: factor.measure, why: 'not_changeable' });
    else {
      const tries = factor.steps.flatMap((s, at) => (s.tenths > tenths ? [tryStep(factor, at, measures, now, parameters, nextGrade)] : []));
      tries.sort((a, b) => a.gainTenths - b.gainTenths);
      const best = tries.find((t) => t.reachesNextGrade) ?? tries.at(-1);
      if (best && best.gainTenths > 0) helps.push(best);
      else noHelp.push({ factor: factor.measure, why: 'group_full' });
    }
  });
  helps.sort((a, b) => Number(b.reachesNextGrade) - Number(a.reachesNextGrade) || b.gainTenths - a.gainTenths);
  return { nextGrade, missingTenths: Math.max(0, floor - now.totalTenths), heldBy, helps, noHelp };
}

const holds = (effect: GradeRule['effect'], next: Grade | null, scored: number): boolean =>
  'fail' in effect || (next !== null && ('cap' in effect ? !isAtLeast(effect.cap, next) : scored < 0));

function tryStep(factor: Factor, at: number, measures: Measures, now: Grading, parameters: RatingParameters, next: Grade | null): Improvement {
  const current = measures[factor.measure];
  const from = typeof current === 'boolean' ? null : current;
  const edge = factor.steps[at]?.from ?? null;
  const above = factor.steps[at + 1]?.from ?? null;
  // A better step that lies above the present value is entered at its lower edge; one that lies below it, just under its upper edge.
  const rising = (factor.steps.at(-1)?.tenths ?? 0) > (factor.steps[0]?.tenths ?? 0);
  const upwards = edge !== null && (from === null ? rising : from < edge);
  const target = upwards ? ({ op: 'at_least', value: edge } as const) : ({ op: 'below', value: above ?? 0 } as const);
  const value = upwards ? target.value : target.value - 1;
  const after = gradeMeasures({ ...measures, [factor.measure]: value }, parameters);
  const gainTenths = after.totalTenths - now.totalTenths;
  const reachesNextGrade = next !== null && compareGrades(after.grade, next) <= 0;
  return {
    factor: factor.measure,
    from,
    target,
    gainTenths,
    gradeAfter: after.grade,
    reachesNextGrade,
    text: textOf(factor, from, target, gainTenths, next, reachesNextGrade),
  };
}

function textOf(
  factor: Factor,
  from: bigint | number | null,
  target: Improvement['target'],
  gain: number,
  next: Grade | null,
  enough: boolean,
): Bilingual {
  const goal = show(factor.unit, target.value);
  const points = formatTenths(gain);
  const upwards = target.op === 'at_least';
  const aim = { zh: upwards ? `达到 ${goal.zh}` : `低于 ${goal.zh}`, en: upwards ? `at least ${goal.en}` : `below ${goal.en}` };
  const start = from === null ? null : show(factor.unit, Number(from));
  const way =
    start === null
      ? { zh: `${factor.label.zh}现在没有数据，${aim.zh}`, en: `${factor.label.en}, not known now, ${aim.en}` }
      : {
          zh: `${factor.label.zh}从 ${start.zh} ${upwards ? `提高到 ${goal.zh}` : `降到 ${goal.zh}以下`}`,
          en: `${factor.label.en} from ${start.en} to ${aim.en}`,
        };
  const verdict =
    next === null
      ? { zh: '', en: '' }
      : enough
        ? { zh: `，可升至 ${next}`, en: `; enough for ${next}` }
        : { zh: `，单独不足以升至 ${next}`, en: `; not enough for ${next} alone` };
  return {
    zh: `${way.zh}：+${points} 分${verdict.zh}`,
    en: `${way.en}: +${points} points${verdict.en}`,
  };
}

/** "74.2" of 742 tenths. */
export const formatTenths = (tenths: number): string => `${Math.trunc(tenths / 10)}.${Math.abs(tenths % 10)}`;

const decimals = (value: number, places: number): string => String(Number(value.toFixed(places)));
/** A value in its unit, as people read it. */
function show(unit: Unit, value: number): Bilingual {
  switch (unit) {
    case 'percent': {
      const text = `${decimals(value / 10_000, 2)}%`;
      return { zh: text, en: text };
    }
    case 'times':
      return { zh: `${decimals(value / 1_000_000, 2)} 倍`, en: `${decimals(value / 1_000_000, 2)} times` };
    case 'yuan': {
      const yuan = String(divRound(BigInt(value), 100n, 'floor')).replace(/\B(?=(\d{3})+$)/g, ',');
      return { zh: `${yuan} 元`, en: `${yuan} yuan` };
    }
    case 'stars':
      return { zh: `${decimals(value / 1000, 2)} 分`, en: decimals(value / 1000, 2) };
    case 'months':
      return { zh: `${value} 个月`, en: `${value} months` };
    case 'days':
      return { zh: `${value} 天`, en: `${value} days` };
    default:
      return { zh: String(value), en: String(value) };
  }
}
