import { refuseScorecard } from '../refusals.ts';
import { cholesky, solve } from './cholesky.ts';
import { type Design, designOf } from './design.ts';

export type LogisticFit = { readonly intercept: number; readonly coefficients: number[]; readonly standardErrors: number[]; readonly steps: number };
const MAX_STEPS = 60;
const TOLERANCE = 1e-10;

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
  const { beta, hessian, gradient } = newton(design, undefined, 1e-6, boundedMove);
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
    if (move.every((m) => Math.abs(m) < tolerance)) return { ...d, beta, steps: step };
    beta = beta.map((b, j) => b + move[j]!);
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

function derivatives({ rows, size, outcome, weights }: Design, beta: Float64Array): Derivatives {
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let gain = 0;
  for (let i = 0, at = 0; i < outcome.length; i += 1, at += size) {
    let z = 0;
    for (let j = 0; j < size; j += 1) z += beta[j]! * rows[at + j]!;
    const e = Math.exp(-Math.abs(z));
    const p = z >= 0 ? 1 / (1 + e) : e / (1 + e);
    const y = outcome[i]!;
    const own = weights[i]!;
    gain += own * (y * z - (z > 0 ? z : 0) - Math.log1p(e));
    const rest = own * (y - p);
    const weight = own * p * (1 - p);
    for (let j = 0; j < size; j += 1) {
      const x = rows[at + j]!;
      gradient[j]! += rest * x;
      const wx = weight * x;
      const line = j * size;
      for (let k = 0; k <= j; k += 1) hessian[line + k]! += wx * rows[at + k]!;
    }
  }
  return { gradient, hessian, gain };
}
