import { refuseScorecard } from '../refusals.ts';
import { cholesky, solve } from './cholesky.ts';
import { crossProducts } from './cross-products.ts';
import { type Design, designOf } from './design.ts';

export type LogisticFit = { readonly intercept: number; readonly coefficients: number[]; readonly standardErrors: number[]; readonly steps: number };
const MAX_STEPS = 60;
/** Steps converge quadratically: after one this small the coefficients stand to more than ten places. */
const TOLERANCE = 1e-6;

/**
 * Logistic regression of outcome 1 by Newton steps (iteratively reweighted least squares) with standard errors. Columns are the inputs; the intercept
 * is added. A step that lowers the likelihood is halved. Refuses `scorecard.no_solution` when inputs are linearly dependent or outcomes separated.
 */
export const fitLogistic = (columns: readonly Float64Array[], outcome: ArrayLike<number>, weights?: ArrayLike<number>): LogisticFit =>
  solveLogistic(designOf(columns, outcome, weights));

/** The same on a design; `start` holds intercept and coefficients to begin with. */
export function solveLogistic(design: Design, start?: Float64Array): LogisticFit {
  const size = design.columns.length;
  const { beta, hessian, steps } = newton(design, start, TOLERANCE, (d) => {
    const factor = cholesky(d.hessian, size);
    if (!factor) throw refuseScorecard('scorecard.no_solution');
    return solve(factor, size, d.gradient);
  });
  const factor = cholesky(hessian, size);
  if (!factor) throw refuseScorecard('scorecard.no_solution');
  const errors = Array.from(beta, (_, j) => Math.sqrt(solve(factor, size, new Float64Array(size).fill(1, j, j + 1))[j]!));
  return { intercept: beta[0]!, coefficients: Array.from(beta.subarray(1)), standardErrors: errors.slice(1), steps };
}

/**
 * The same likelihood at its highest with no coefficient below zero: intercept and coefficients, of which some are 0, and what each coefficient
 * leans to where it stands (negative: it would turn its sign). Each Newton step solves its quadratic under the bound, so all attributes compete at once
 * and no order of dropping decides.
 */
export function fitNonNegative(design: Design): { beta: Float64Array; leaning: Float64Array } {
  const { beta, hessian, gradient } = newton(design, undefined, 1e-5, boundedMove);
  return { beta, leaning: gradient.map((g, j) => g / hessian[j * design.columns.length + j]!) };
}

type Derivatives = { readonly gradient: Float64Array; readonly hessian: Float64Array };
type Solution = { readonly beta: Float64Array; readonly steps: number };
type StepOf = (d: Derivatives, beta: Float64Array) => Float64Array;

/** The fit of the intercept alone: the log-odds of all rows. Refuses scorecard.no_solution when there is one outcome only. */
function alone({ columns, outcome, weights }: Design): Float64Array {
  let [ones, all] = [0, 0];
  for (let i = 0; i < outcome.length; i += 1) {
    ones += weights[i]! * outcome[i]!;
    all += weights[i]!;
  }
  if (!(ones > 0 && ones < all)) throw refuseScorecard('scorecard.no_solution');
  return new Float64Array(columns.length).fill(Math.log(ones / (all - ones)), 0, 1);
}

function newton(design: Design, start: Float64Array | undefined, tolerance: number, stepOf: StepOf): Derivatives & Solution {
  const weights = new Float64Array(design.outcome.length);
  let beta = start ? Float64Array.from(start) : alone(design);
  let before = Number.NEGATIVE_INFINITY;
  let move = new Float64Array(beta.length);
  for (let step = 1; step <= MAX_STEPS; step += 1) {
    const { gain, gradient } = slope(design, beta, weights);
    if (gain < before - 1e-9 * Math.abs(before) && move.some((m) => Math.abs(m) > tolerance)) {
      move = move.map((m) => m / 2);
      beta = beta.map((b, j) => b - move[j]!);
      continue;
    }
    before = gain;
    const hessian = crossProducts(design.columns, weights);
    move = Float64Array.from(stepOf({ gradient, hessian }, beta));
    beta = beta.map((b, j) => b + move[j]!);
    if (move.every((m) => Math.abs(m) < tolerance)) return { beta, gradient, hessian, steps: step };
  }
  throw refuseScorecard('scorecard.no_solution');
}

const SWEEPS = 2000;

/** The step that does most for the quadratic while every coefficient stays at or above zero: coordinate descent. */
function boundedMove({ gradient, hessian }: Derivatives, beta: Float64Array): Float64Array {
  const size = beta.length;
  const move = new Float64Array(size);
  // What is left of the gradient after the move so far.
  const rest = Float64Array.from(gradient);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let largest = 0;
    for (let j = 0; j < size; j += 1) {
      const own = hessian[j * size + j]!;
      if (!(own > 0)) continue;
      const free = move[j]! + rest[j]! / own;
      const next = j === 0 ? free : Math.max(free, -beta[j]!);
      const by = next - move[j]!;
      if (by === 0) continue;
      move[j] = next;
      for (let k = 0; k < size; k += 1) rest[k]! -= by * (k <= j ? hessian[j * size + k]! : hessian[k * size + j]!);
      largest = Math.max(largest, Math.abs(by));
    }
    if (largest < 1e-9) break;
  }
  return move;
}

/** Rows taken at a time: their log-odds stay in the fastest cache while the columns pass by. */
const BLOCK = 1024;

/** The log-likelihood and its gradient; fills the weight each row has in the Hessian. */
function slope({ columns, outcome, weights: own }: Design, beta: Float64Array, weights: Float64Array): { gain: number; gradient: Float64Array } {
  const gradient = new Float64Array(columns.length);
  const z = new Float64Array(BLOCK);
  let gain = 0;
  for (let from = 0; from < outcome.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, outcome.length);
    z.fill(0);
    for (let j = 0; j < columns.length; j += 2) addTimes(z, columns[j]!, beta[j]!, columns[j + 1] ?? columns[j]!, beta[j + 1] ?? 0, from, to);
    for (let i = from; i < to; i += 1) {
      const odds = z[i - from]!;
      const y = outcome[i]!;
      const w = own[i]!;
      const e = Math.exp(-Math.abs(odds));
      const p = odds >= 0 ? 1 / (1 + e) : e / (1 + e);
      gain += w * (y * odds - (odds > 0 ? odds : 0) - Math.log(1 + e));
      weights[i] = w * p * (1 - p);
      z[i - from] = w * (y - p);
    }
    for (let j = 0; j < columns.length; j += 1) gradient[j]! += product(z, columns[j]!, from, to);
  }
  return { gain, gradient };
}

function addTimes(z: Float64Array, x: Float64Array, a: number, y: Float64Array, b: number, from: number, to: number): void {
  for (let i = from; i < to; i += 1) z[i - from]! += a * x[i]! + b * y[i]!;
}

/** Two sums side by side: one waits for its last figure while the other goes on. */
function product(z: Float64Array, column: Float64Array, from: number, to: number): number {
  let even = 0;
  let odd = 0;
  for (let i = from; i + 1 < to; i += 2) {
    even += z[i - from]! * column[i]!;
    odd += z[i + 1 - from]! * column[i + 1]!;
  }
  return even + odd + ((to - from) % 2 === 1 ? z[to - 1 - from]! * column[to - 1]! : 0);
}
