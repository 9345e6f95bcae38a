import { refuseScorecard } from '../refusals.ts';
import { cholesky, solve } from './cholesky.ts';
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
  const { size } = design;
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
  return { beta, leaning: gradient.map((g, j) => g / hessian[j * design.size + j]!) };
}

type Derivatives = { readonly gradient: Float64Array; readonly hessian: Float64Array; readonly gain: number };

function newton(
  design: Design,
  start: Float64Array | undefined,
  tolerance: number,
  stepOf: (d: Derivatives, beta: Float64Array) => Float64Array,
): Derivatives & { beta: Float64Array; steps: number } {
  let beta = start ? Float64Array.from(start) : new Float64Array(design.size);
  let before = Number.NEGATIVE_INFINITY;
  let move = new Float64Array(beta.length);
  for (let step = 1; step <= MAX_STEPS; step += 1) {
    const d = derivatives(design, beta);
    if (d.gain < before - 1e-9 * Math.abs(before) && move.some((m) => Math.abs(m) > tolerance)) {
      move = move.map((m) => m / 2);
      beta = beta.map((b, j) => b - move[j]!);
      continue;
    }
    before = d.gain;
    move = Float64Array.from(stepOf(d, beta));
    beta = beta.map((b, j) => b + move[j]!);
    if (move.every((m) => Math.abs(m) < tolerance)) return { ...d, beta, steps: step };
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

/** Rows are taken by four, so that each place of the Hessian is fetched once for all of them. */
const TOGETHER = 4;

function derivatives(design: Design, beta: Float64Array): Derivatives {
  const { rows, size, outcome } = design;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const weights = new Float64Array(outcome.length + TOGETHER);
  const gain = slope(design, beta, gradient, weights);
  const whole = outcome.length - (outcome.length % TOGETHER);
  for (let i = 0; i < whole; i += TOGETHER) {
    const [a, b, c, d] = [i * size, (i + 1) * size, (i + 2) * size, (i + 3) * size];
    const [wa, wb, wc, wd] = [weights[i]!, weights[i + 1]!, weights[i + 2]!, weights[i + 3]!];
    for (let j = 0; j < size; j += 1) {
      const xa = wa * rows[a + j]!;
      const xb = wb * rows[b + j]!;
      const xc = wc * rows[c + j]!;
      const xd = wd * rows[d + j]!;
      const line = j * size;
      for (let k = 0; k <= j; k += 1) hessian[line + k]! += xa * rows[a + k]! + xb * rows[b + k]! + xc * rows[c + k]! + xd * rows[d + k]!;
    }
  }
  for (let i = whole; i < outcome.length; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const wx = weights[i]! * rows[i * size + j]!;
      for (let k = 0; k <= j; k += 1) hessian[j * size + k]! += wx * rows[i * size + k]!;
    }
  }
  return { gradient, hessian, gain };
}

/** The log-likelihood and its gradient; fills the weight each row has in the Hessian. */
function slope({ rows, size, outcome, weights: own }: Design, beta: Float64Array, gradient: Float64Array, weights: Float64Array): number {
  let gain = 0;
  for (let i = 0, at = 0; i < outcome.length; i += 1, at += size) {
    let z = 0;
    for (let j = 0; j < size; j += 1) z += beta[j]! * rows[at + j]!;
    const e = Math.exp(-Math.abs(z));
    const p = z >= 0 ? 1 / (1 + e) : e / (1 + e);
    const y = outcome[i]!;
    const w = own[i]!;
    gain += w * (y * z - (z > 0 ? z : 0) - Math.log1p(e));
    weights[i] = w * p * (1 - p);
    const rest = w * (y - p);
    for (let j = 0; j < size; j += 1) gradient[j]! += rest * rows[at + j]!;
  }
  return gain;
}
