import { assert, type CalendarDate, daysBetween } from '@tallystick/kernel';
import { refuseScorecard } from '../refusals.ts';
import { combine, exponential, logarithm, type Matrix, power } from './matrix.ts';

/** A rating scale from best to worst; the last grade is default and is never left. */
export type Scale = readonly string[];

/**
 * Cohort method: counts of moves over one period, made into shares of each row. Default is absorbing; a grade nobody held stays where it is.
 * `counts[i][j]` are the issuers that went from grade i to grade j; the default row may be absent.
 */
export function cohortMatrix(counts: Matrix): number[][] {
  const size = counts[0]?.length ?? 0;
  return Array.from({ length: size }, (_, i) => {
    const row = counts[i];
    const all = row?.reduce((s, n) => s + n, 0) ?? 0;
    if (row === undefined || all === 0 || i === size - 1) return Array.from({ length: size }, (_, j) => (i === j ? 1 : 0));
    return row.map((n) => n / all);
  });
}

/** One dated rating of one borrower. */
export type RatingEvent = { readonly borrower: string; readonly on: CalendarDate; readonly grade: string };

const histories = (events: readonly RatingEvent[]): RatingEvent[][] => {
  const byBorrower = Map.groupBy(events, (e) => e.borrower);
  return [...byBorrower.values()].map((list) => list.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
};

const placeIn = (scale: Scale, grade: string): number => {
  const at = scale.indexOf(grade);
  if (at < 0) throw refuseScorecard('scorecard.unknown_grade', { facts: { grade } });
  return at;
};
const zeros = (size: number): number[][] => Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

/** Counts of consecutive ratings of the same borrower, whatever the time between them. */
export function consecutiveCounts(events: readonly RatingEvent[], scale: Scale): number[][] {
  const counts = zeros(scale.length);
  for (const history of histories(events))
    for (const [i, event] of history.entries()) {
      const next = history[i + 1];
      if (next) counts[placeIn(scale, event.grade)]![placeIn(scale, next.grade)]! += 1;
    }
  return counts;
}

/**
 * Cohort counts from dated ratings: borrowers by their grade at `from` and at `to`. A rating holds until the next; a borrower not yet rated at
 * `from` is left out.
 */
export function cohortCounts(events: readonly RatingEvent[], scale: Scale, from: CalendarDate, to: CalendarDate): number[][] {
  const counts = zeros(scale.length);
  for (const history of histories(events)) {
    const [first, last] = [from, to].map((day) => history.findLast((e) => e.on <= day));
    if (first && last) counts[placeIn(scale, first.grade)]![placeIn(scale, last.grade)]! += 1;
  }
  return counts;
}

/**
 * Duration method: rates of moving per year, moves out of i to j over years spent in i. Every borrower is watched from its first rating until
 * `until`; ratings after it are ignored. Default is absorbing.
 */
export function durationGenerator(events: readonly RatingEvent[], scale: Scale, until: CalendarDate): number[][] {
  const moves = zeros(scale.length);
  const years = scale.map(() => 0);
  const seen = events.filter((e) => e.on <= until);
  for (const history of histories(seen))
    for (const [i, event] of history.entries()) {
      const next = history[i + 1];
      const at = placeIn(scale, event.grade);
      years[at]! += daysBetween(event.on, next?.on ?? until) / 365.25;
      if (next && next.grade !== event.grade) moves[at]![placeIn(scale, next.grade)]! += 1;
    }
  return moves.map((row, i) =>
    rowOfRates(
      row.map((n) => (i === scale.length - 1 || years[i] === 0 ? 0 : n / years[i]!)),
      i,
    ),
  );
}

/** Off-diagonal rates as they are (never negative), the diagonal so that the row sums to zero. */
function rowOfRates(row: readonly number[], at: number): number[] {
  const rates = row.map((q, j) => (j === at ? 0 : Math.max(0, q)));
  const out = rates.reduce((s, q) => s + q, 0);
  return rates.map((q, j) => (j === at ? 0 - out : q));
}

/**
 * The generator behind a one-year matrix: its logarithm, negative rates set to zero and taken off the diagonal (Israel, Rosenthal and Wei 2001).
 * Refuses `scorecard.no_generator` when the logarithm does not exist. `distance` is the largest difference between exp(generator) and the matrix.
 */
export function generatorOf(matrix: Matrix): { readonly generator: number[][]; readonly distance: number } {
  const log = logarithm(matrix);
  if (log === undefined) throw refuseScorecard('scorecard.no_generator');
  const generator = log.map(rowOfRates);
  const distance = Math.max(...combine(exponential(generator), matrix, (x, y) => Math.abs(x - y)).flat());
  return { generator, distance };
}

/** Transition matrix after a time in years, by a generator. */
export const transitionAfter = (generator: Matrix, years: number): number[][] => exponential(generator.map((row) => row.map((q) => q * years)));

/** PD term structure of one grade: cumulative, marginal (in the year) and conditional on having lived until the year began. */
export type TermStructure = { readonly grade: string; readonly cumulative: number[]; readonly marginal: number[]; readonly conditional: number[] };

/** PDs of every grade but default for 1 … years, from a one-year matrix (powers) or from a generator (exponentials). */
export function pdTermStructures(scale: Scale, source: { readonly matrix: Matrix } | { readonly generator: Matrix }, years: number): TermStructure[] {
  assert(years >= 1, 'a term structure has at least one year');
  const steps = Array.from({ length: years }, (_, y) =>
    'matrix' in source ? power(source.matrix, y + 1) : transitionAfter(source.generator, y + 1),
  );
  return scale.slice(0, -1).map((grade, i) => {
    const cumulative = steps.map((m) => m[i]?.at(-1) ?? 0);
    const marginal = cumulative.map((pd, y) => pd - (cumulative[y - 1] ?? 0));
    const conditional = marginal.map((pd, y) => {
      const alive = 1 - (cumulative[y - 1] ?? 0);
      return alive <= 0 ? 1 : pd / alive;
    });
    return { grade, cumulative, marginal, conditional };
  });
}

/**
 * PDs that do not fall as the grade gets worse: neighbours that break the order are pooled, weighted by how many were rated (isotonic). A sparse
 * grade (BB below BBB) must not make a worse grade cheaper.
 */
export function smoothPds(pds: readonly number[], weights: readonly number[]): number[] {
  const blocks: { pd: number; weight: number; size: number }[] = [];
  for (const [i, pd] of pds.entries()) {
    let block = { pd, weight: weights[i] ?? 1, size: 1 };
    for (let last = blocks.at(-1); last && last.pd > block.pd; last = blocks.at(-1)) {
      const weight = last.weight + block.weight;
      block = { pd: (last.pd * last.weight + block.pd * block.weight) / weight, weight, size: last.size + block.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((b) => Array.from({ length: b.size }, () => b.pd));
}
