import { refuseScorecard } from './refusals.ts';

export type LogisticFit = { readonly intercept: number; readonly coefficients: number[]; readonly standardErrors: number[]; readonly steps: number };

const MAX_STEPS = 50;
const TOLERANCE = 1e-10;

/**
 * Logistic regression of outcome 1 by Newton steps (iteratively reweighted least squares). Columns are the inputs; the intercept is added.
 * Refuses `scorecard.no_solution` when the inputs are linearly dependent or the outcomes are perfectly separated.
 */
export function fitLogistic(columns: readonly Float64Array[], outcome: ArrayLike<number>): LogisticFit {
  const size = columns.length + 1;
  let beta = new Float64Array(size);
  for (let step = 1; step <= MAX_STEPS; step += 1) {
    const { gradient, hessian } = derivatives(columns, outcome, beta);
    const factor = cholesky(hessian, size);
    const move = solve(factor, size, gradient);
    beta = beta.map((b, j) => b + (move[j] ?? 0));
    if (move.every((m) => Math.abs(m) < TOLERANCE)) {
      const errors = Array.from(beta, (_, j) => Math.sqrt(solve(factor, size, unit(size, j))[j] ?? 0));
      return { intercept: beta[0] ?? 0, coefficients: Array.from(beta.subarray(1)), standardErrors: errors.slice(1), steps: step };
    }
  }
  throw refuseScorecard('scorecard.no_solution');
}

const unit = (size: number, at: number): Float64Array => new Float64Array(size).fill(1, at, at + 1);

function derivatives(columns: readonly Float64Array[], outcome: ArrayLike<number>, beta: Float64Array) {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const x = new Float64Array(size);
  for (let i = 0; i < outcome.length; i += 1) {
    x[0] = 1;
    let z = beta[0] ?? 0;
    for (let j = 1; j < size; j += 1) {
      const value = columns[j - 1]?.[i] ?? 0;
      x[j] = value;
      z += (beta[j] ?? 0) * value;
    }
    const p = 1 / (1 + Math.exp(-z));
    const rest = (outcome[i] ?? 0) - p;
    const weight = p * (1 - p);
    for (let j = 0; j < size; j += 1) {
      const xj = x[j] ?? 0;
      gradient[j] = (gradient[j] ?? 0) + rest * xj;
      for (let k = 0; k <= j; k += 1) hessian[j * size + k] = (hessian[j * size + k] ?? 0) + weight * xj * (x[k] ?? 0);
    }
  }
  return { gradient, hessian };
}

/** Lower triangle L with L·Lᵀ = the (lower triangle of the) matrix. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (l[i * size + k] ?? 0) * (l[j * size + k] ?? 0);
      if (i === j && !(sum > 1e-9 * (matrix[i * size + i] ?? 0))) throw refuseScorecard('scorecard.no_solution');
      l[i * size + j] = i === j ? Math.sqrt(sum) : sum / (l[j * size + j] ?? 1);
    }
  }
  return l;
}

function solve(l: Float64Array, size: number, right: Float64Array): Float64Array {
  const y = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) y[i] = (y[i] ?? 0) - (l[i * size + k] ?? 0) * (y[k] ?? 0);
    y[i] = (y[i] ?? 0) / (l[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) y[i] = (y[i] ?? 0) - (l[k * size + i] ?? 0) * (y[k] ?? 0);
    y[i] = (y[i] ?? 0) / (l[i * size + i] ?? 1);
  }
  return y;
}
