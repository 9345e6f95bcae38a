/** Lower triangle L with L·Lᵀ = the (lower triangle of the) matrix; undefined when it is not clearly positive definite. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= l[i * size + k]! * l[j * size + k]!;
      if (i === j && !(sum > 1e-9 * matrix[i * size + i]!)) return undefined;
      l[i * size + j] = i === j ? Math.sqrt(sum) : sum / l[j * size + j]!;
    }
  }
  return l;
}

/** x with L·Lᵀ·x = right. */
export function solve(l: Float64Array, size: number, right: Float64Array): Float64Array<ArrayBuffer> {
  const y = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) y[i]! -= l[i * size + k]! * y[k]!;
    y[i]! /= l[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) y[i]! -= l[k * size + i]! * y[k]!;
    y[i]! /= l[i * size + i]!;
  }
  return y;
}
