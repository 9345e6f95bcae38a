/** Small square matrices as rows of numbers: a rating scale has a dozen grades. */
export type Matrix = readonly (readonly number[])[];

export const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));

export const multiply = (a: Matrix, b: Matrix): number[][] => a.map((row) => b.map((_, j) => row.reduce((s, x, k) => s + x * (b[k]?.[j] ?? 0), 0)));

export const combine = (a: Matrix, b: Matrix, of: (x: number, y: number) => number): number[][] =>
  a.map((row, i) => row.map((x, j) => of(x, b[i]?.[j] ?? 0)));

/** The matrix to a whole power, by squaring. */
export function power(matrix: Matrix, exponent: number): number[][] {
  let [result, square] = [identity(matrix.length), matrix.map((r) => [...r])];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

const largest = (matrix: Matrix): number => Math.max(...matrix.map((row) => row.reduce((s, x) => s + Math.abs(x), 0)));

/** exp(matrix) by scaling, Taylor series and squaring; exact to rounding for the generators of this engine. */
export function exponential(matrix: Matrix): number[][] {
  const halvings = Math.max(0, Math.ceil(Math.log2(largest(matrix) || 1)) + 1);
  const scaled = matrix.map((row) => row.map((x) => x / 2 ** halvings));
  let [sum, term] = [identity(matrix.length), identity(matrix.length)];
  for (let k = 1; k <= 24; k += 1) {
    term = multiply(term, scaled).map((row) => row.map((x) => x / k));
    sum = combine(sum, term, (x, y) => x + y);
  }
  for (let k = 0; k < halvings; k += 1) sum = multiply(sum, sum);
  return sum;
}

/** log(matrix) by the series of log(1 + x); undefined when it does not settle, that is when rows move more than they stay. */
export function logarithm(matrix: Matrix): number[][] | undefined {
  const rest = combine(matrix, identity(matrix.length), (x, y) => x - y);
  let sum = rest.map((row) => [...row]);
  let term = sum;
  for (let k = 2; k <= 2000; k += 1) {
    term = multiply(term, rest);
    if (!(largest(term) < 1e6)) return undefined;
    sum = combine(sum, term, (x, y) => x + ((k % 2 === 0 ? -1 : 1) * y) / k);
    if (largest(term) < 1e-14) return sum;
  }
  return undefined;
}
